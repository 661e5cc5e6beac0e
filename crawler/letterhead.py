"""The letterhead of an office's paper, in whatever order its two columns were read.

    UBND TỈNH HÀ NAM        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM        <- as one line each, in turn, as cells, or one column after the other
    SỞ NỘI VỤ               Độc lập - Tự do - Hạnh phúc
    Số: 2218/TTr-SNV        Hà Nam, ngày 14 tháng 10 năm 2024
The motto, the number and the place line are known by their form wherever they stand; what is left between them in capitals is the bodies.
Page furniture above (a title, a view counter) is passed over: a letterhead is told by its marks, not by being the first line.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from corpus.dates import DATE_PATTERN, iso_of
from corpus.kinds import kind_words
from corpus.text import fold, fold_aligned
from crawler.bodies import begins_body, groups_of

_MAX_CHARS: Final = 4000
_MAX_LINES: Final = 70
_WS: Final = r"[\s|*]{1,6}"
_MOTTO: Final = re.compile(
    r"cong\W{0,6}hoa\W{0,6}xa\W{0,6}hoi\W{0,6}chu\W{0,6}nghia\W{0,6}viet\W{0,6}nam|doc\W{0,4}lap\W{0,6}tu\W{0,4}do\W{0,6}hanh\W{0,4}phuc"
    r"|dang\W{0,6}cong\W{0,6}san\W{0,6}viet\W{0,6}nam|doan\W{0,6}tncs\W{0,6}ho\W{0,6}chi\W{0,6}minh(?=[\s|*]*(?:\n|$))"
)
_NUMBER: Final = re.compile(
    r"(?<![a-z0-9/])so[ \t*]{0,3}[:;.]?[ \t*._…]{0,24}(?:\d{0,6}[a-z]?(?:[ \t]?/[ \t]?\d{4})?)[ \t._…]{0,12}[-/][ \t]{0,3}[a-z][a-z0-9&.]{0,14}(?:[ \t]{0,2}[-/][ \t]{0,2}[a-z][a-z0-9&.]{0,14}){0,4}"
)
_DATED: Final = re.compile(
    rf"(?:(?P<where>[a-z][a-z.\- \t\n]{{1,40}}?)[ \t]{{0,3}},[ \t\n]{{0,3}})?ngay[ \t.…_]{{0,24}}\n?(?P<when>{DATE_PATTERN}|(?:[0-3]?\d)?[ \t.…_/]{{0,16}}(?:thang)?[ \t.…_/]{{0,16}}[a-z0-9]{{0,10}}[ \t.…_/]{{0,16}}\n?(?:nam)[ \t]{{0,3}}\d{{4}})"
)
_RULE: Final = re.compile(r"[\s*_\-–—=#•.|:~]*$")
_STOP: Final = re.compile(
    r"(?:can cu|kinh gui|kinh trinh|thuc hien|xet|noi nhan|dieu 1\b|phan (?:thu )?(?:nhat|i)\b|i 1?|chuong i\b|trich yeu)(?: |$)"
)
_ABOUT: Final = re.compile(r"(?:v ?v|vv|ve viec)(?: |$)")
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
    head = text[:_MAX_CHARS]
    folded = fold_aligned(head)
    spans: list[tuple[int, int, Mark]] = [(m.start(), m.end(), "motto") for m in _MOTTO.finditer(folded)]
    spans += [(m.start(), m.end(), "number") for m in _NUMBER.finditer(folded) if _labels(head, folded, m)]
    spans += [
        (*_place_line(head, folded, m), "dated") for m in _DATED.finditer(folded) if _is_place_line(head, folded, m)
    ]
    spans.sort()
    found: list[Line] = []
    at = 0
    for start, end, mark in spans:
        if start < at:
            continue
        found += _plain(head[at:start])
        found.append(Line(mark=mark, text=head[start:end]))
        at = end
    found += _plain(head[at:])
    return found[: _MAX_LINES * 2]


def _labels(head: str, folded: str, match: re.Match[str]) -> bool:
    """Whether ``Số`` labels a number of the head: at the beginning of a line or cell, or behind capitals."""
    start = max(folded.rfind("\n", 0, match.start()), folded.rfind("|", 0, match.start())) + 1
    before = head[start : match.start()].strip(" *_(#-")
    if before and fold(before) in kind_words() and ":" not in match[0]:
        return False
    return head[match.start()] == "S" and (
        not before or before.isupper() or (match[0].find(":") > 0 and before[-1:].isupper())
    )


def _place_line(head: str, folded: str, match: re.Match[str]) -> tuple[int, int]:
    """Where a place line begins and ends: its place is the capitalised words before the comma."""
    start = match.start()
    if match["where"]:
        where = head[match.start("where") : match.end("where")]
        named = re.search(r"(?:(?:[^\W\d_]+[ \t\n\-–]{1,3}){0,4}[^\W\d_]+)$", where)
        words = re.split(r"([ \t\n\-–]+)", named[0]) if named else []
        keep = 0
        for word in reversed(words):
            if word.strip(" \t\n-–") and not word[0].isupper():
                break
            keep += len(word)
        start = match.end("where") - keep if keep else match.start("where")
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
    for line in re.split(r"[\n|]", text):
        bare = line.strip(" *_#\t").removesuffix("-----")
        if not line.strip():
            found.append(Line(mark="blank", text=""))
        elif _RULE.match(line):
            found.append(Line(mark="rule", text=line))
        else:
            found.append(Line(mark="text", text=bare.strip(" _*-–.") if bare.isupper() else bare))
    return found


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
    marks = furniture = 0
    last = 0
    for at, line in enumerate(lines[:_MAX_LINES]):
        if line.mark in ("motto", "number", "dated"):
            marks += 1
            last = at + 1
            continue
        if line.mark != "text":
            continue
        key = fold(line.text)
        if marks and (_STOP.match(key) or _ABOUT.match(key) or _kind_of(line.text)):
            if gathered or _kind_of(line.text):
                if gathered:
                    break
                continue
            if _STOP.match(key):
                break
        if _is_name(line.text, lines, at, bool(gathered)):
            gathered.append(line.text)
            last = max(last, at + 1)
        elif marks and gathered:
            break
        elif not marks:
            if (
                gathered
                and furniture == 0
                and not line.text.isupper()
                and find_first(lines) == gathered[0]
                and len(gathered) == 1
            ):
                pass
            gathered, furniture = [], furniture + 1
        elif _STOP.match(key) or len(line.text) > 160:
            break
    groups = groups_of(gathered)
    if not groups:
        return None
    return tuple(groups), last, marks > 0


def find_first(lines: list[Line]) -> str:
    """The first text of a head."""
    return next((line.text for line in lines if line.mark == "text"), "")


def _kind_of(text: str) -> str | None:
    return kind_words().get(fold(text)) if text.isupper() else None


def _is_name(text: str, lines: list[Line], at: int, goes_on: bool) -> bool:
    """Whether a line of the head is (part of) a body's name: in capitals, or a short one right above the number or the motto."""
    if len(text) > 110 or fold(text) in kind_words():
        return False
    if text.isupper():
        return (begins_body(text) or goes_on) and not fold(text).startswith(
            (
                "so tay",
                "bo luat",
                "doan ket",
                "hoi nghi",
                "hoi thao",
                "hoi thi",
                "hoi dong bau",
                "ban tin",
                "ban phat",
                "ban ghi",
                "ban cam",
                "to trinh",
                "ban khai",
                "ban tong",
            )
        )
    following = next((line.mark for line in lines[at + 1 : at + 3] if line.mark not in ("rule", "blank")), None)
    return begins_body(text) and len(text) < 70 and following in ("number", "motto") and text[-1] not in ".:;,"


def _place_and_date(written: str) -> tuple[str | None, str | None]:
    """The place and the date of a place line; no date where its day was left blank."""
    folded = fold_aligned(written)
    match = _DATED.search(folded)
    if match is None:
        return None, None
    where = " ".join(written[: match.end("where")].split()).strip(" ,") if match["where"] else None
    date = re.search(rf"ngay[ \t.…_]{{0,24}}\n?{DATE_PATTERN}", folded)
    iso = iso_of(date) if date and date["day"] else None
    return where, iso
