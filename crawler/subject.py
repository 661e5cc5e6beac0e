"""The title of an office's paper from its own text: its kind and its subject lines; of a letter, what it is about.

    KẾ HOẠCH                                        Số: 133/LMHTX-CS
    Phát triển kinh tế tập thể năm 2022             V/v hướng dẫn lập hồ sơ vay vốn
Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5. The motto, a body, a number, a chapter's heading are never a title.
"""

import re
from typing import Final

from corpus.kinds import kind_name, kind_words
from corpus.text import fold, normalise_line
from crawler.bodies import begins_body, is_heading
from crawler.letterhead import Letterhead, Line, read_letterhead

MAX_TITLE: Final = 300
_MAX_SUBJECT_LINES: Final = 9
_NOT_SUBJECT: Final = re.compile(
    r"(?:can cu|kinh gui|kinh trinh|dieu \d|chuong|phan (?:thu )?(?:nhat|i|mot)|[ivx]{1,4} |i$|1 |a |kem theo|ban hanh kem|dinh kem|trinh |du thao|noi nhan|hom nay|nguoi ky|chu tich (?:uy|hoi|ubnd|hdnd|nuoc)"
    r"|bo truong|cuc truong|tong cuc truong|vien truong|chanh an|chanh van phong|thu truong|thong doc|quoc hoi$|giam doc|tong giam doc|thu tuong chinh phu|chinh phu|truong ban|quyet dinh$|tm |kt )(?: |.|$)"
)
_BODY_CUE: Final = re.compile(
    r"(?:thuc hien|trien khai|de|nham|theo|xet|sau|hien nay|vua qua|trong|nam|ngay|nhan dip|huong ung|tai)(?: |$)"
)
_ABOUT: Final = re.compile(r"(?:v[./]?\s?v\.?|về việc)\s*[:.]?(?:\s+|$)", re.IGNORECASE)

# A chapter's heading, a portal's labels, its counters.
_NOT_TITLE: Final = re.compile(
    r"^(?:chuong|phan|muc) [ivx0-9]+$|^(?:so hieu|so ky hieu|loai van ban|noi ban hanh|nguoi ky|cong bao so|trang chu|co chu|du thao|ngay dang|van ban quy pham)\b|luot (?:xem|doc)|dang tai noi dung|^[\d ]+$"
)

# How the text below a subject begins, with what it carries out or rests on: never a line of a subject.
_OPENS: Final = re.compile(
    r"(?:-{3,}\s*)?(?:Thực hiện|Triển khai thực hiện|Thi hành|Xét|Theo) (?:[^\W\d_]+ ){0,4}?(?:Luật|Nghị (?:quyết|định)|Quyết định|Chỉ thị|Kế hoạch|Công văn|Chương trình|Kết luận|Thông (?:tư|tri|báo)|Hướng dẫn|Điều lệ|Quy (?:chế|định)|đề nghị)\b"
)
_BASIS: Final = re.compile(r"\s(?:Căn cứ|Thực hiện|Kính gửi|Xét|I\.|Điều 1)\b")


def title_of_text(text: str) -> str:
    """A title for a text that has none: its kind and subject; else its first line that says something."""
    head = read_letterhead(text)
    title = _of_kind(head) or _of_letter(head) or _first_line(head, text)
    return _shortened(title)


def _shortened(title: str) -> str:
    title = normalise_line(title)
    return title if len(title) <= MAX_TITLE else title[:MAX_TITLE].rsplit(" ", 1)[0]


def _of_kind(head: Letterhead) -> str | None:
    """The kind's line in capitals with what stands below it."""
    lines = head.lines
    for at, line in enumerate(lines[:70]):
        if line.mark != "text":
            continue
        key = fold(line.text)
        if at < head.end and any(fold(body).endswith(f" {key}") for body in head.bodies):
            continue  # the end of a body's name that begins like a heading (CAO / BẰNG)
        if head.marked and at >= head.end and re.match(r"kinh gui|can cu", key):
            return None
        if at >= head.end > 0 and (glued := _glued(line.text)):
            return glued
        if not line.text.isupper() and not (key in kind_words() and is_heading(line.text) and 0 < head.end <= at):
            continue
        if is_heading(line.text):
            return f"{_named(key, line.text)} {_subject(lines, at + 1)}".strip()
    return None


def _glued(line: str) -> str | None:
    """The title in a line that holds kind, subject and text together: ``KẾ HOẠCH Phát động thi đua Căn cứ ...``."""
    words = line.split()
    size = next((at for at, word in enumerate(words[:6]) if not word.isupper()), 0)
    kind = " ".join(words[:size])
    if not size or fold(kind) not in kind_words():
        return None
    return f"{_named(fold(kind), kind)} {_BASIS.split(' '.join(words[size:]), maxsplit=1)[0]}".strip(" .,;")


def _named(key: str, written: str) -> str:
    """A heading in capitals as a title begins: ``KẾ HOẠCH`` to ``Kế hoạch``; Roman numerals stay."""
    slug = kind_words().get(key)
    if slug and fold(kind_name(slug)) == key:
        return kind_name(slug)
    words = [
        word if re.match(r"[IVXLC]+\b", word) or re.search(r"\d", word) else word.lower() for word in written.split()
    ]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _subject(lines: tuple[Line, ...], start: int) -> str:
    """The lines below a kind's line that say what the paper is about: up to a blank line, a rule, or the text's beginning."""
    found: list[str] = []
    for line in lines[start:]:
        if line.mark in ("blank", "rule"):
            if found or line.text.strip(" *"):
                break
            continue
        if line.mark != "text":
            if (
                found and line.text.isupper()
            ):  # a gazette's manner: CỦA BỘ TÀI CHÍNH SỐ 07/2010/TT-BTC / NGÀY 15 THÁNG 01 NĂM 2010
                found.append(line.text)
            elif found:
                break
            continue
        if _ends_subject(line.text, found) or len(found) == _MAX_SUBJECT_LINES:
            break
        found.append(line.text)
    subject = normalise_line(" ".join(found))
    return "" if _is_body(subject) else subject


def _ends_subject(text: str, found: list[str]) -> bool:
    key = fold(text)
    if (
        _NOT_SUBJECT.match(key)
        or text.startswith(("- ", "+ ", "• "))
        or (text.startswith("(") and re.match(r"kem|ban hanh|trinh|du thao|so \d", key))
    ):
        return True
    if not found:
        return False
    if _OPENS.match(text) and not _is_open(found[-1]):
        return True
    capitals = found[-1].isupper()
    if text.isupper() != capitals and (text.isupper() or text[:1].isupper()) and not _is_open(found[-1]):
        return not text.startswith("(") and (text.isupper() or bool(_BODY_CUE.match(key)) or len(text) > 60)
    if (
        text.isupper()
        and capitals
        and begins_body(text)
        and not _is_open(found[-1])
        and re.match(r"(?:uy ban|hoi dong|ubnd|hdnd|ban thuong|ban chap|lien minh|giam doc)", key)
    ):
        return True
    return text[:1].isupper() and not capitals and bool(_BODY_CUE.match(key)) and text.rstrip()[-1:] in ".;:,"


def _is_open(line: str) -> bool:
    return bool(
        re.search(
            r"(?:^| )(?:va|cua|ve|trong|cac|theo|tai|so|den|voi|cho|thuc hien|phong trao|nam|ngay|bi|ban|ban bi|giai doan|cong)$",
            fold(line),
        )
    ) or line.rstrip().endswith((",", "-", "–"))


def _is_body(subject: str) -> bool:
    """Whether what was taken for a subject is the text's first sentence."""
    if not subject:
        return False
    sentence = subject[-1] in ".:;" and not subject.endswith("...")
    return (sentence and len(subject) > 40) or (
        bool(_BODY_CUE.match(fold(subject))) and (sentence or len(subject) > 320)
    )


def _of_letter(head: Letterhead) -> str | None:
    """What a letter is about: ``V/v`` below its number, over as many lines as it takes."""
    for at, line in enumerate(head.lines[:60]):
        match = _ABOUT.match(line.text) if line.mark == "text" else None
        if match is None:
            continue
        found = [line.text[match.end() :]]
        for following in head.lines[at + 1 : at + 12]:
            if following.mark in ("motto", "dated", "number"):
                continue
            if (
                following.mark != "text"
                or following.text.isupper()
                or re.match(r"kinh gui|can cu|thuc hien", fold(following.text))
            ):
                if following.mark == "blank" and head.lines[at + 1 : at + 4] and not found[-1]:
                    continue
                break
            if (
                following.text[:1].isupper()
                and not _is_open(found[-1])
                and begins_body(following.text)
                and len(following.text) > 90
            ):
                break
            found.append(following.text)
        subject = normalise_line(" ".join(found))
        return f"Công văn V/v {subject}"
    return None


def _first_line(head: Letterhead, text: str) -> str:
    """The first line of some length that is none of a letterhead's parts; a letter without a subject is named by its number and whom it goes to."""
    said = [line.text for line in head.lines if line.mark == "text" and not _NOT_TITLE.search(fold(line.text))]
    names = " ".join(map(fold, head.bodies))
    said = [line for line in said if not (line.isupper() and fold(line) in names) and not re.search(r"[»›]", line)]
    able = [line for line in said if len(line) > 20]
    first = next(iter(able), next(iter(said), text.partition("\n")[0]))
    number = next((line.text for line in head.lines if line.mark == "number" and re.search(r"\d", line.text)), None)
    if number and re.match(r"kinh gui\b", fold(first)):
        return f"Công văn số {re.sub(r'^[^0-9]*', '', number)} gửi {first.partition(':')[2].strip() or 'các đơn vị'}"
    return first
