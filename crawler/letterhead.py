"""The letterhead of an office's paper, in whatever order its two columns were read.

    UBND TỈNH HÀ NAM        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM        <- as one line each, in turn, as cells, or one column after the other
    SỞ NỘI VỤ               Độc lập - Tự do - Hạnh phúc
    Số: 2218/TTr-SNV        Hà Nam, ngày 14 tháng 10 năm 2024
The motto, the number and the place line are known by their form wherever they stand; what is left between them in capitals is the bodies.
Page furniture above (a title, a view counter) is passed over: a letterhead is told by its marks, not by being the first line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal

from corpus.dates import DATE_PATTERN, iso_of
from corpus.kinds import kind_words
from corpus.places import find_place
from corpus.text import fold, fold_aligned
from crawler.bodies import begins_body, completes_name, continues_name, groups_of, is_heading
from crawler.naming import respaced

_MAX_CHARS: Final = 4000
_MAX_LINES: Final = 70
_MAX_TAIL: Final = 1200
_FULL_DATE: Final = len("2014-04-07")
_MONTHS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "gieng": 1,
        "mot": 1,
        "hai": 2,
        "ba": 3,
        "tu": 4,
        "nam": 5,
        "sau": 6,
        "bay": 7,
        "tam": 8,
        "chin": 9,
        "muoi": 10,
        "muoi mot": 11,
        "muoi hai": 12,
        "chap": 12,
    }
)
_MONTH_IN_WORDS: Final = re.compile(
    r"(ngay[ ]{1,2}[0-3]?\d[ ]{1,2}thang )("
    + "|".join(sorted(_MONTHS, key=len, reverse=True))
    + r")([ ]{1,2}nam[ ]{1,2}\d{4})"
)
# Spaces and vowels that an extractor lost do not count.
_MOTTO: Final = re.compile(
    r"co?ng\W{0,6}ho?a?\W{0,6}xa?\W{0,6}ho?i\W{0,6}chu?\W{0,6}nghi?a?\W{0,6}vie?t\W{0,6}na?m|do?c\W{0,4}la?p\W{0,6}tu?\W{0,4}do\W{0,6}ha?nh\W{0,4}phu?c"
    r"|da?ng\W{0,6}co?ng\W{0,6}sa?n\W{0,6}vie?t\W{0,6}na?m"
)
_NUMBER: Final = re.compile(
    r"(?<![a-z0-9/])so[ \t*]{0,3}[:;.]?[ \t*._…]{0,24}(?:\d{0,6}[a-z]?(?:[ \t]?/[ \t]?\d{4})?)[ \t._…]{0,12}[-/][ \t]{0,3}[a-z][a-z0-9&.]{0,14}(?:[ \t]{0,2}[-/][ \t]{0,2}[a-z][a-z0-9&.]{0,14}){0,4}"
)
_DATED: Final = re.compile(
    rf"(?:(?P<where>[a-z][a-z.\- \t\n]{{1,40}}?)[ \t]{{0,3}},[ \t\n]{{0,3}})?ngay[ \t.…_]{{0,24}}\n?(?P<when>{DATE_PATTERN}|(?:[0-3]?\d)?[ \t.…_/]{{0,16}}(?:thang)?[ \t.…_/]{{0,16}}[a-z0-9]{{0,10}}[ \t.…_/]{{0,16}}\n?(?:nam)[ \t]{{0,3}}\d{{4}})"
)
_YOUTH_MOTTO: Final = re.compile(r"doan (?:tncs|thanh nien cong san) ho chi minh$")
_RULE: Final = re.compile(r"[\s*_\-–—=#•.|:~]*$")
_STOP: Final = re.compile(
    r"(?:can cu|kinh gui|kinh trinh|thuc hien|xet|noi nhan|dieu 1\b|phan (?:thu )?(?:nhat|i)\b|i 1?|chuong i\b|trich yeu)(?: |$)"
)
_ABOUT: Final = re.compile(r"(?:v ?v|vv|ve viec)(?: |$)")
_BROKEN: Final = re.compile(r"\b(Căn|Kính)[ *]*\n[ *]*(cứ|gửi)\b")
Mark = Literal["motto", "number", "dated", "rule", "text", "blank"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, cell or mark of a head. mark: what it is; text: as written, without its ornaments."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """bodies: names as written, a superior's first. where, signed_on: of the place line. body: index in `lines` where the letterhead ends."""

    bodies: tuple[str, ...] = ()
    where: str | None = None
    signed_on: str | None = None
    lines: tuple[Line, ...] = ()
    end: int = 0
    marked: bool = False


def lines_of_head(text: str) -> list[Line]:
    """The first lines of a text, with mottos, numbers and place lines parted from what stands beside them."""
    head = _BROKEN.sub(r"\1 \2", text[:_MAX_CHARS].replace("**", ""))
    folded = with_months_in_digits(fold_aligned(head))
    spans: list[tuple[int, int, Mark]] = [(m.start(), m.end(), "motto") for m in _MOTTO.finditer(folded)]
    spans += [(m.start(), m.end(), "number") for m in _NUMBER.finditer(folded) if _labels(head, folded, m)]
    spans += [
        (*_place_line(head, folded, m), "dated") for m in _DATED.finditer(folded) if _is_place_line(head, folded, m)
    ]
    spans.sort()
    found: list[Line] = []
    at = 0
    for start, end, mark in spans:
        if end <= at:
            continue
        start = max(start, at)
        found += _plain(head[at:start])
        found.append(Line(mark=mark, text=head[start:end]))
        at = end
    found += _plain(head[at:])
    return [line for before, line in zip([None, *found], found, strict=False) if line.mark != "blank" or before != line]


def _labels(head: str, folded: str, match: re.Match[str]) -> bool:
    """Whether ``Số`` labels a number of the head: at the beginning of a line or cell, or behind capitals."""
    start = max(folded.rfind("\n", 0, match.start()), folded.rfind("|", 0, match.start())) + 1
    before = head[start : match.start()].strip(" *_(#-")
    if head[match.start()] != "S" or (before in kind_words() and ":" not in match[0]):
        return False
    return (
        not before
        or fold(before).endswith("hanh phuc")
        or (before[-1:].isupper() and begins_body(before) and (":" in match[0] or head[match.start() + 1] != "Ố"))
    )


def _place_line(head: str, folded: str, match: re.Match[str]) -> tuple[int, int]:
    """Where a place line begins and ends: its place is the capitalised words before the comma."""
    start = match.start()
    if match["where"]:
        where = head[match.start("where") : match.end("where")]
        named = re.search(r"(?:(?:[^\W\d_]+[ \t\n]{1,3}(?:[-–][ \t\n]{1,3})?){0,4}[^\W\d_]+)$", where)
        words = re.split(r"([ \t\n\-–]+)", named[0]) if named else []
        keep = 0
        for word in reversed(words):
            if word.strip(" \t\n-–") and not word[0].isupper():
                break
            keep += len(word)
        start = match.end("where") - keep if keep else match.start("where")
        start += len(head[start:]) - len(head[start:].lstrip(" \t\n-–"))
        if start and head[start - 1] in "-/–\u2011":  # the last symbol of a number is no place
            symbol = re.match(r"\S+\s*", head[start : match.end("where")])
            start += symbol.end() if symbol else 0
        break_at = head.rfind("\n", start, match.end("where"))
        if break_at >= 0 and find_place(head[start : match.end("where")]) is None:
            start = break_at + 1  # what stands above is another line; only a place's own name is broken over two
    return start, match.end()


def _is_place_line(head: str, folded: str, match: re.Match[str]) -> bool:
    """Whether a date is that of the place line: behind a place and a comma, or alone on its line; no sentence goes on behind it."""
    rest = re.split(r"[\n|]", head[match.end() :], maxsplit=1)[0].strip(" *_.)\t")
    if rest and (rest[0].islower() or rest[0] in ",;:"):
        return False
    start, _ = _place_line(head, folded, match)
    line = max(folded.rfind("\n", 0, start), folded.rfind("|", 0, start)) + 1
    before = head[line:start].strip(" *_(-#\t")
    if match["where"]:
        where = head[start : match.end("where")].strip()
        return (
            bool(where)
            and where[0].isupper()
            and (
                not before or before.isupper() or bool(_NUMBER.search(fold_aligned(before))) or before.endswith("phúc")
            )
        )
    return not before


def _plain(text: str) -> list[Line]:
    found: list[Line] = []
    parts = text.split("\n")
    for at, line in enumerate(parts):
        if not line.strip() and 0 < at < len(parts) - 1:  # at its ends the text stands on the line of a mark
            found.append(Line(mark="blank", text=""))
        for cell in line.split("|"):
            bare = cell.strip(" *_#\t")
            if not cell.strip(" #\t"):
                continue
            if _RULE.match(cell):
                found.append(Line(mark="rule", text=cell))
            else:
                found.append(Line(mark="text", text=respaced(bare.strip(" -–.")) if bare.isupper() else bare))
    return found


@lru_cache(maxsize=4)  # one text is asked for its title, issuer, place and date in turn
def read_letterhead(text: str) -> Letterhead:
    """The letterhead of a text; one without bodies when it has none."""
    lines = lines_of_head(text)
    dated = next((line for line in lines if line.mark == "dated"), None)
    where, signed_on = _place_and_date(dated.text) if dated else (None, None)
    found = _region(lines)
    bodies, end, marked = found if found else ((), 0, False)
    return Letterhead(bodies=bodies, where=where, signed_on=signed_on, lines=tuple(lines), end=end, marked=marked)


def _region(lines: list[Line]) -> tuple[tuple[str, ...], int, bool] | None:
    """The bodies above or among the first marks, where the letterhead ends, and whether it has marks."""
    gathered: list[str] = []
    marks: set[str] = set()
    last = 0
    for at, line in enumerate(lines[:_MAX_LINES]):
        if line.mark in ("motto", "number", "dated"):
            marks.add(line.mark)
            last = at + 1
        if line.mark != "text":
            continue
        if gathered and line.text.isupper() and completes_name(gathered[-1], line.text):
            gathered.append(line.text)
            last = max(last, at + 1)
            continue
        if _stops(line.text) and (gathered or (marks and not _is_kind(line.text))):
            marks |= {"kind"} if _is_kind(line.text) else set()
            break
        if _is_name(lines, at, gathered, marks):
            gathered.append(line.text)
            last = max(last, at + 1)
        elif marks and (gathered or len(line.text) > 160):
            break
        elif not marks and not line.text.isupper():
            gathered = []  # what stood in capitals above was the page's
    groups = groups_of(gathered)
    return (tuple(groups), last, bool(marks)) if groups else None


def _stops(text: str) -> bool:
    """Whether a line begins what stands below a letterhead: its kind, its subject, whom it goes to, its text."""
    key = fold(text)
    return bool(_STOP.match(key) or _ABOUT.match(key)) or _is_kind(text)


def _is_kind(text: str) -> bool:
    return text.isupper() and is_heading(text)


def _is_name(lines: list[Line], at: int, gathered: list[str], marks: set[str]) -> bool:
    """Whether a line of the head is (part of) a body's name: in capitals, or a short one right above the number or the motto."""
    text = lines[at].text
    if len(text) > 110 or is_heading(text):
        return False
    if text.isupper():
        if _YOUTH_MOTTO.match(fold(text)) and (gathered or "number" in marks):
            return False
        if begins_body(text):
            return True
        return bool(gathered) and (
            (bool(marks) and "dated" not in marks) or _leads_to_mark(lines, at) or continues_name(gathered[-1], text)
        )
    return begins_body(text) and len(text) < 70 and text[-1] not in ".:;," and _above_mark(lines, at)


def _leads_to_mark(lines: list[Line], at: int) -> bool:
    """Whether only capitals stand between a line and the next mark: it is in the middle of a letterhead."""
    for line in lines[at + 1 : at + 6]:
        if line.mark in ("number", "motto", "dated"):
            return True
        if line.mark == "blank" or (line.mark == "text" and (not line.text.isupper() or is_heading(line.text))):
            return False
    return False


def _above_mark(lines: list[Line], at: int) -> bool:
    following = next((line.mark for line in lines[at + 1 : at + 4] if line.mark not in ("rule", "blank")), None)
    return following in ("number", "motto")


def _place_and_date(written: str) -> tuple[str | None, str | None]:
    """The place and the date of a place line; no date where its day was left blank."""
    folded = with_months_in_digits(fold_aligned(written))
    match = _DATED.search(folded)
    if match is None:
        return None, None
    where = " ".join(written[: match.end("where")].split()).strip(" ,") if match["where"] else None
    date = re.search(rf"ngay[ \t.…_]{{0,24}}\n?{DATE_PATTERN}", folded)
    iso = iso_of(date) if date else None
    return where, iso if iso and len(iso) == _FULL_DATE else None


def with_months_in_digits(folded: str) -> str:
    """A folded text whose dates in words (``ngày 14 tháng Tư năm 2008``) have their month in digits; its length stays.

    >>> with_months_in_digits("ngay 14 thang tu nam 2008")
    'ngay 14 thang 4  nam 2008'
    """

    def in_digits(match: re.Match[str]) -> str:
        return match[1] + str(_MONTHS[" ".join(match[2].split())]).center(len(match[2])) + match[3]

    return _MONTH_IN_WORDS.sub(in_digits, folded)


def date_above_signature(text: str) -> str | None:
    """The date of the last place line of a text, where papers without one in their head bear it: at the end, on a line of its own."""
    tail = text[-_MAX_TAIL:]
    found = [line.text for line in lines_of_head(tail) if line.mark == "dated" and "," in line.text]
    return _place_and_date(found[-1])[1] if found else None
