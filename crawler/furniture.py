"""Lines of a page that are not its article's: share words, counters, stamps, boxes of related links, comments, copyright.

    Trang chủ » Tin tức · Thứ hai, 06/8/2018 | 08:30 · Lượt xem: 123 · In trang · Share · Các tin khác · © Liên minh
Only whole lines go, and those that a sentence could be are dropped at the edges alone.
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.text import fold, fold_aligned
from crawler.evidence import names_document, names_owner
from crawler.lines import Line

_ACTION: Final = (
    r"(?:share|tweet|like|print|email|facebook|zalo|twitter|x|google\+?|pinterest|linkedin|telegram|youtube|messenger"
    r"|chia se(?: bai viet)?(?: (?:qua|len|tren|voi) [a-z ]{3,20})?|in (?:trang|bai|tin)(?: viet)?(?: nay)?|in an|ban in|in|luu (?:bai|tin)(?: viet)?"
    r"|gui (?:e-?mail|mail|bai(?: viet)?|tin|cho ban be|qua e-?mail)|(?:ve|len) dau trang|quay lai|tro (?:ve|lai)(?: trang chu)?|xem tiep|doc tiep"
    r"|nghe (?:bai viet|doc bai|tin)|(?:tang |giam )?co chu|a[+-]?|mac dinh|tuong phan|thich|theo doi|copy link|sao chep lien ket|xem (?:voi )?co chu"
    r"|tai (?:ve|xuong|file)|luot thich|dong|phong to|thu nho|trang truoc|trang sau|next|prev(?:ious)?|back|top)"
)
_ACTIONS = re.compile(rf"{_ACTION}(?:[ |·•,;:/\x1a\-]{{1,6}}{_ACTION}){{0,9}}[ .:|\x1a]{{0,4}}")
_COUNT: Final = (
    r"(?:(?:tong )?(?:so )?(?:luot |nguoi |khach )?(?:(?:xem|doc|da doc|dang truy cap|tai|nguoi doc|nguoi xem|tham|truy cap|truy nhap|dang online|online|truc tuyen|dang truc tuyen)(?: trang| bai| tin| web(?:site)?)?)"
    r"(?: (?:hom nay|hom qua|trong (?:ngay|tuan|thang|nam)|tuan nay|thang nay))?"
    r"|hom nay|hom qua|tuan nay|thang nay|dang online|dang truc tuyen|dang truy cap|view count|views?|hits?|visitors?|da xem)[ :|]{1,4}[\d.,]{1,12}(?: (?:lan|luot|nguoi|khach)(?: (?:xem|doc|tai|tham|ghe tham|truy cap|truy nhap))?)?"
    r"|(?:(?:da )?co )?[\d.,]{1,12} (?:luot |nguoi )?(?:xem|doc|tai|thich|views?|hits|truy cap|dang online)"
)
_COUNTS = re.compile(
    rf"[( ]{{0,2}}(?:{_COUNT})(?:[ |,;\-\x1a]{{1,4}}(?:{_COUNT}|tong(?: cong| so)?[ :]{{1,3}}[\d.,]{{1,12}})){{0,6}}[) .]{{0,3}}"
)
_LABEL: Final = r"(?:ngay (?:dang|gui|tao|cap nhat|xuat ban|dang tin|dua tin)|dang (?:ngay|luc|boi)|cap nhat(?: lan cuoi)?(?: luc| ngay)?|xuat ban|posted(?: on| by)?|published|thoi gian dang|created|last updated)"
_WEEKDAY: Final = r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn)"
_CLOCK: Final = r"\d{1,2}(?:[:h]\d{2}(?::\d{2})?|h)(?: ?[ap]m)?(?: ?\(?gmt ?\+?7\)?)?"
_DAY: Final = r"(?:ngay )?[0-3]?\d(?:[/.\-]| thang )[01]?\d(?:[/.\-]| nam )(?:19|20)\d\d"
_NUMERIC_DAY: Final = r"[0-3]?\d[/.\-][01]?\d[/.\-](?:19|20)\d\d"
_GAP: Final = r"[ ,|\-]{1,4}"
# Ngày đăng: 06/8/2018 · Thứ hai, 06/8/2018 | 08:30 · 08:30, thứ hai ngày 06/8/2018 · (06/8/2018 08:30). Not: Ngày 06 tháng 8 năm 2018
_STAMP = re.compile(
    rf"[( ]{{0,2}}(?:{_LABEL}[ :,]{{1,4}}[^\n]{{0,80}}"
    rf"|(?:{_CLOCK}{_GAP})?{_WEEKDAY}{_GAP}{_DAY}[^\n.]{{0,60}}"
    rf"|{_CLOCK}{_GAP}{_DAY}"
    rf"|{_NUMERIC_DAY}(?:{_GAP}{_CLOCK})?(?:[ ]?[|\-][^\n]{{0,40}})?)(?:[ |\-]{{1,3}}(?:{_COUNT}))?[ )]{{0,3}}"
)
# 02/4/2019 - 15:28 | Lượt xem: 61: a stamp that counts visits is one wherever it stands.
_COUNTED_STAMP = re.compile(
    rf"[( ]{{0,2}}(?:{_LABEL}[ :,]{{1,4}})?(?:{_CLOCK}{_GAP})?(?:{_WEEKDAY}{_GAP})?{_DAY}(?:{_GAP}{_CLOCK})?[ )|,;\-]{{1,4}}(?:{_COUNT})[) .]{{0,3}}"
)
# Thứ hai, 30/11/2026 08:30:15: the page's clock.
_WATCH = re.compile(
    rf"(?:(?:hom nay|bay gio|hien tai)[ :,]{{1,3}}(?:la )?(?:{_WEEKDAY}{_GAP})?{_DAY}|{_WEEKDAY}{_GAP}{_DAY}{_GAP}\d{{1,2}}:\d\d:\d\d)[^\n]{{0,30}}"
)
_CRUMBS = re.compile(r"(?:ban dang (?:o|xem)[ :]{0,3})?(?:trang chu|home)\s*(?:[>/|\-\x1a»]|$)[^\n]{0,200}")
_TAGS = re.compile(r"(?:tags?|tu khoa|the|chuyen muc)[ ]?:[^\n]{0,200}")
_SUBJECT: Final = r"(?:tin|bai|bai viet|tin bai|tin tuc|van ban|tin,? bai|tin anh|thong bao|bai bao|chuyen muc)"
_RELATED = re.compile(
    rf"(?:(?:(?:cac|nhung|mot so|xem) )?{_SUBJECT}(?: viet)? (?:co )?(?:lien quan|khac|cung (?:chuyen muc|loai|chu de)|(?:cu|moi)(?: hon| nhat| dang)?|da (?:dua|dang)|noi bat|doc nhieu|xem nhieu|tiep theo|truoc do)"
    r"|cung chuyen muc|(?:co the )?ban (?:co the )?quan tam|related (?:posts?|articles?|news|content)|you may also like|xem them|doc them|tin cung muc|doc nhieu nhat|tieu diem)[ .:>»\x1a]{0,4}"
)
# Documents of the same kind or day, which say nothing of this one.
_OTHERS = re.compile(
    r"khac|cung (?:chuyen muc|loai|chu de)|cu hon|moi|da (?:dua|dang)|noi bat|nhieu|tiep theo|truoc do"
)
_COMMENTS = re.compile(
    r"(?:\d{0,5} ?(?:y kien|binh luan|phan hoi|nhan xet)(?: (?:cua )?(?:ban doc|doc gia|ban))?(?: ?\(?\d{0,5}\)?)?|gui (?:binh luan|y kien|phan hoi)(?: cua ban)?|leave a (?:reply|comment)|\d{0,5} ?comments?)[ .:]{0,3}"
)
_ADDRESS = re.compile(r"(?:dia chi|tru so|dien thoai|dt|tel|fax|e-?mail|website|hotline|duong day nong)\b[^\n]{0,200}")
_NUMBERED = re.compile(r"so\b[ a-z]{0,10}[ :|]{0,4}\d")
_EDGE: Final = 6
_LEADS: Final = 3
_SENTENCE: Final = 60
_OWN_TEXT: Final = 180


def without_furniture(lines: Sequence[Line], title: str) -> list[str] | None:
    """The article's own lines; None when they hold no sentence, or are a list of links to articles."""
    kept = [line for line in lines if not _is_furniture(fold_aligned(line.text))]
    kept = _without_foot(_without_boxes(kept))
    kept = _without_edges(kept, fold(title))
    while kept and kept[-1].is_link and not names_document(kept[-1].text):
        kept.pop()
    kept = _once(kept)
    prose = (
        any(len(line.text) - line.linked >= _SENTENCE for line in kept)
        or sum(len(line.text) - line.linked for line in kept if line.text.endswith((".", ";", "!", "?"))) >= _OWN_TEXT
    )
    return [line.text for line in kept] if prose and not is_list(kept) else None


def _once(lines: list[Line]) -> list[Line]:
    """Without a lead that the text says again, right below."""
    keys = [fold(line.text) for line in lines[: 4 * _LEADS]]
    twice = {key for at, key in enumerate(keys[:_LEADS]) if keys.count(key) == 2 and len(lines[at].text) >= _SENTENCE}
    return [
        line for at, line in enumerate(lines) if at >= len(keys) or keys[at] not in twice or keys.index(keys[at]) == at
    ]


def _is_furniture(folded: str) -> bool:
    line = folded.strip(" -|*")
    return len(line) < 160 and bool(
        _ACTIONS.fullmatch(line)
        or _COUNTS.fullmatch(line)
        or _TAGS.fullmatch(line)
        or _COUNTED_STAMP.fullmatch(line)
        or _WATCH.fullmatch(line)
    )


def _without_edges(lines: list[Line], title: str) -> list[Line]:
    """Without stamps, crumbs, links and the repeated title above the text, and stamps below it."""
    first, seen = _below_title(lines, title), 0
    while first < len(lines) and seen < _EDGE:
        line = fold_aligned(lines[first].text).strip(" -|*")
        if not (
            fold(lines[first].text) == title
            or _STAMP.fullmatch(line)
            or _CRUMBS.fullmatch(line)
            or (lines[first].is_link and len(line) < 60)
        ):
            break
        first, seen = first + 1, seen + 1
    kept = lines[first:]
    if len(kept) > 1 and _STAMP.fullmatch(fold_aligned(kept[1].text).strip(" -|*")):
        del kept[1]
    while kept and _STAMP.fullmatch(fold_aligned(kept[-1].text).strip(" -|*")):
        kept.pop()
    return kept


def _below_title(lines: Sequence[Line], title: str) -> int:
    """The first line below a title that the lines repeat; what stands above it goes too, unless it is the head of a document."""
    for at, line in enumerate(lines[: 2 * _EDGE]):
        if fold(line.text) == title:
            return at + 1
        if line.text.isupper() or _NUMBERED.match(fold_aligned(line.text)) or len(line.text) > 200:
            break
    return 0


def _without_boxes(lines: list[Line]) -> list[Line]:
    """Without boxes of related links, wherever they stand, and without all from the comments on when those stand in the second half."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        folded = fold_aligned(lines[at].text).strip(" -|*")
        if len(folded) < 60 and _COMMENTS.fullmatch(folded) and at * 2 >= len(lines):
            break
        if len(folded) < 60 and _RELATED.fullmatch(folded):
            end = _box_end(lines, at + 1)
            if _OTHERS.search(folded) or not _lists_documents(lines[at + 1 : end]):
                at = end
                continue
        kept.append(lines[at])
        at += 1
    return kept


def _lists_documents(box: Sequence[Line]) -> bool:
    """Whether a box of links names the documents that the text rests on: no list of other articles."""
    links = [line for line in box if line.linked * 2 >= len(line.text)]
    return sum(names_document(line.text) for line in links) * 3 >= len(links) * 2 > 0


def _box_end(lines: list[Line], at: int) -> int:
    """Where a box of links ends: at the first line that is neither link nor stamp; teasers between links belong to it."""
    end = at
    for here in range(at, len(lines)):
        if _RELATED.fullmatch(fold_aligned(lines[here].text[:80]).strip(" -|*")):
            break
        if lines[here].linked * 2 >= len(lines[here].text):
            end = here + 1
        elif here - end > 2:
            break
    stamp = end < len(lines) and _STAMP.fullmatch(fold_aligned(lines[end].text).strip(" -|*()"))
    return end + 1 if stamp else end


def _is_prose(line: Line) -> bool:
    return len(line.text) - line.linked >= 2 * _SENTENCE and not names_owner(line.text)


def _without_foot(lines: list[Line]) -> list[Line]:
    """Without the site's imprint: from the line that names its owner on, with addresses right above it."""
    for at in range(max(1, len(lines) - 2 * _EDGE), len(lines)):
        text = lines[at].text
        if len(text) < 250 and names_owner(text) and not any(_is_prose(line) for line in lines[at + 1 :]):
            while at > 1 and _ADDRESS.match(fold_aligned(lines[at - 1].text).strip(" -|*")):
                at -= 1
            return lines[:at]
    return lines


def is_list(lines: Sequence[Line]) -> bool:
    """Whether links that stand as lines of their own carry the text: a list of articles, or of documents.

    Names of documents below a text are what it rests on, and count for nothing here.
    """
    first = next((at for at, line in enumerate(lines) if line.linked * 2 >= len(line.text)), len(lines))
    if sum(len(line.text) for line in lines[:first]) >= _OWN_TEXT:
        lines = [line for line in lines if not (line.linked and names_document(line.text))]
    links = sum(1 for line in lines if line.linked >= 20 and line.linked * 2 >= len(line.text))
    prose = sum(len(line.text) - line.linked for line in lines)
    return links >= 4 and links * 5 >= len(lines) and prose < links * 450
