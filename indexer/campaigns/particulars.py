"""Smaller fields of a launch, each in the text's own words: what it aims at, whom it calls on, what is given for it, its slogan."""

import re
from collections.abc import Sequence
from typing import Final

from corpus.model import Quoted, Span
from indexer.campaigns.parts import Parts
from indexer.campaigns.wording import BLANK, one_of, plain, whole

_UNITS: Final = one_of(
    "tht", "htx", "to hop tac", "hop tac xa", "lien hiep hop tac xa", "lien hiep htx", "tap the", "ca nhan", "don vi", "mo hinh", "san pham", "giam doc",
    "thanh vien", "ho", "cong trinh", "lop", "can bo", "dien hinh", "nong dan", "doanh nghiep",
)  # fmt: skip
_AIMS: Final = one_of(
    "bieu duong", "ton vinh", "binh chon", "chon", "tuyen duong", "phan dau", "lap moi", "thanh lap moi", "thanh lap", "cung co", "xay dung", "ho tro",
    "ket nap", "van dong", "giup", "phat trien", "it nhat", "mo", "gap mat", "vinh danh", "khen thuong", "dao tao", "tap huan",
)  # fmt: skip
_TARGET = re.compile(
    whole(_AIMS)
    + rf"(?:(?!{_AIMS}(?![a-z]))[^.;:,\n]){{0,60}}?(?<![\d/])\d{{1,3}}(?:\.\d{{3}})*(?:{BLANK}|%{BLANK}?)(?:{one_of('so', 'cac')}{BLANK})?{_UNITS}(?![a-z])[^.;:\n]{{0,110}}"
)
_TARGET_ENDS = re.compile(
    rf"(?:,{BLANK}?(?={one_of('ban', 'lien minh', 'thuong truc', 'hoi dong', 'trong do', 'moi')}(?![a-z]))|{BLANK}{one_of('tai', 'de', 'dung dip', 'nham', 'theo')}(?![a-z]))"
)
_TO_WHOM = re.compile(
    rf"{whole(one_of('phat dong', 'keu goi', 'de nghi', 'yeu cau', 'thi dua', 'trien khai'))}[^.;:\n]{{0,50}}?(?<![a-z])"
    rf"(?P<whom>{one_of('toan the', 'cac don vi', 'cac phong', 'cac cum', 'cac hop tac xa', 'cac htx', 'moi can bo', 'can bo', 'tat ca', 'thanh vien', 'lien minh hop tac xa cac tinh', 'lien minh cac tinh', 'hop tac xa thanh vien')}(?![a-z])[^.;:\n]{{0,240}})"
)
_WHOM_ENDS = re.compile(
    rf"(?:,{BLANK}?)?(?<![a-z]){one_of('voi cac', 'voi nhung', 'voi', 'nhiet tinh', 'huong ung', 'thuc hien', 'tham gia', 'tich cuc', 'neu cao', 'phat huy', 'gom', 'tap trung', 'can cu', 'thi dua', 'dang ky', 'hay', 'quyet tam', 'to chuc', 'nhu sau', 'trien khai', 'ra suc', 'khac phuc', 'doan ket', 'gan chat', 'tu ngay')}(?![a-z])"
)
_DEAR = re.compile(
    rf"^[ \t]*kinh{BLANK}gui[ \t]*:[ \t]*(?P<same>[^\n]{{3,300}})?(?P<below>(?:\n[ \t]*[\-+•*][^\n]{{3,200}}){{0,12}})",
    re.MULTILINE,
)
_REWARD = re.compile(
    whole(
        rf"(?:{one_of('bang khen', 'giay khen', 'co thi dua', 'ky niem chuong', 'huan chuong', 'tien thuong', 'giay chung nhan', 'cup', 'danh hieu', 'giai nhat', 'giai dac biet', 'giai thuong')})"
    )
    + rf"(?:{BLANK}cua{BLANK}{one_of('chu tich', 'ubnd', 'uy ban', 'lien minh', 'thu tuong', 'chinh phu', 'bo', 'ban thuong vu', 'hoi dong')}[^.,;:\n]{{0,60}})?"
)
_REWARD_ENDS = re.compile(rf"{BLANK}{one_of('va', 'cho', 'kem', 'hoac', 'doi voi', 've', 'tai', 'neu')}(?![a-z])")
_QUOTED: Final = r"[^“”\"\n.;]{0,24}[“\"](?P<said>[^“”\"\n]{6,160})[”\"]"
_SLOGAN = re.compile(
    whole(one_of("khau hieu", "chu de", "phuong cham", "thong diep", "khau hieu thi dua", "khau hieu hanh dong"))
    + _QUOTED
)
_MOST: Final = 8


def find_targets(parts: Parts) -> list[Quoted]:
    """What is to be reached or honoured, with its figure: ``tôn vinh 100 Tổ hợp tác, Hợp tác xã tiêu biểu``."""
    spans = [
        _cut(parts.folded, Span(start=m.start(), end=m.end()), _TARGET_ENDS) for m in _TARGET.finditer(parts.folded)
    ]
    return _quoted(parts, spans)


def find_addressees(parts: Parts) -> list[Quoted]:
    """Whom the launch calls on, and to whom it is sent."""
    spans = []
    for match in _DEAR.finditer(parts.folded, 0, 4000):
        for name in ("same", "below"):
            if match[name]:
                spans += _lines(parts.folded, match.start(name), match.end(name))
    for match in _TO_WHOM.finditer(parts.folded):
        spans.append(_cut(parts.folded, Span(start=match.start("whom"), end=match.end("whom")), _WHOM_ENDS))
    return _quoted(parts, spans)


def find_rewards(parts: Parts) -> list[Quoted]:
    """Forms of reward, with who gives them where the text says so; each once."""
    start = parts.launch.start if parts.launch else 0
    spans = [
        _cut(parts.folded, Span(start=m.start(), end=m.end()), _REWARD_ENDS)
        for m in _REWARD.finditer(parts.folded, start)
    ]
    return _quoted(parts, spans)


def find_slogan(parts: Parts) -> Quoted | None:
    """The slogan or theme, without its quotation marks."""
    match = _SLOGAN.search(parts.folded)
    return next(iter(_quoted(parts, [Span(start=match.start("said"), end=match.end("said"))])), None) if match else None


def _cut(folded: str, span: Span, ends: re.Pattern[str]) -> Span:
    """A span up to where its sentence turns to something else, without blanks and signs at its end."""
    stop = ends.search(folded, span.start + 8, span.end)
    end = stop.start() if stop else span.end
    if not stop and end < len(folded) and folded[end].isalnum():
        end = folded.rfind(" ", span.start, end)
    while end > span.start and not folded[end - 1].isalnum() and folded[end - 1] not in ')”"%':
        end -= 1
    return Span(start=span.start, end=end)


def _lines(folded: str, start: int, end: int) -> list[Span]:
    """One span for each line that says something, without its bullet and full stop."""
    found = []
    for match in re.finditer(r"[^\n]+", folded[start:end]):
        line = match[0]
        left = len(line) - len(line.lstrip(" -+*•\t"))
        right = len(line.rstrip(" ;.,\t"))
        if right - left > 3:
            found.append(Span(start=start + match.start() + left, end=start + match.start() + right))
    return found


def _quoted(parts: Parts, spans: Sequence[Span]) -> list[Quoted]:
    """Spans with what they say, each saying once, at most eight."""
    found: dict[str, Quoted] = {}
    for span in spans:
        value = plain(parts.said(span))
        if value:
            found.setdefault(value.casefold(), Quoted(value=value, span=span))
    return list(found.values())[:_MOST]
