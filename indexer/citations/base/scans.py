"""What scanners, typists and page breaks did to numbers and dates, undone before they are read: changes (start, end, text), in order.

số l2/CT-TTg ngày 2l/5/20l8 · O5-CT/TW           letters in place of digits
22-CT/TVV · 41/2010NĐ-CP · 294QĐ/TW              symbols misread, a separator left out
24/20212QĐ-UBND ngày 11/8/2021                   a digit for the separator: where the date that follows proves the year
34-CT/TW2 · NĐ-CP1,2 · ngày 20/11/20123          the digits of footnotes
70-TB/TWngày · Chính phủngày                     a blank left out
"""

import re
from collections.abc import Iterator
from typing import Final

from corpus.kinds import kind_letters
from corpus.signs import plain_signs
from corpus.slips import is_impossible_year, is_organ, read_scanned, without_note

Change = tuple[int, int, str]

_TOKEN = re.compile(
    r"[0-9lIO](?<!\w[0-9lIO])(?:(?<=[lIO])(?=[0-9lIOo/-])|(?=[0-9]{0,4}(?:[lIOo]|[/.-][0-9]{0,3}[lIOo/.-])))[0-9lIOo]{0,4}(?:[/.-][0-9lIOo]{1,5}){0,2}(?![^\W\d_])"
)
_DIGITS: Final = str.maketrans("lIOo", "1100")
_A_DATE = re.compile(r"[0-3]?\d[/.-][01]?\d[/.-](?:19|20)\d\d$")
_A_HEAD = re.compile(r"\d{1,5}(?:/(?:19|20)\d\d)?$")
_SYMBOLS_NEXT = re.compile(r"[/-][ ]?[A-ZĐ]{2}\w{0,4}[/-]")
_DAY_BEFORE = re.compile(r"(?:ngày|năm)\s{1,3}$")
_MONTH_NEXT = re.compile(r"\s{1,3}tháng\b")

_SIGN: Final = r"(?:[^\W¹²³⁰-⁹]|[|')])"
_TAIL = re.compile(
    r"[0-9](?P<year>[/.-](?:[12]\d{4}|[12]\d\d|(?:19|20)\d\d)(?!\d))?(?:[ ](?=[-/]))?(?P<sep>[-/]{0,2}|\.)(?:(?<=[-/])[ ])?"
    rf"(?P<tail>[A-ZĐ]{_SIGN}{{1,12}}(?:[-/._~=][A-ZĐ1lI|]{_SIGN}{{0,12}}){{0,4}})"
    r"(?P<notes>(?:,\d{1,2}(?![\d/]))*(?:[¹²³⁰-⁹]{1,3}|\[\d{1,2}\]|\(\d{1,2}\))?)"
)
_THOUSANDS: Final = 4
"""``1.234/QĐ-UBND``: a dot and three digits are a serial's, not a year with a digit too few."""
_YEAR_AHEAD = re.compile(r"[^;\n]{0,60}?(?:\d[/.-]\d{1,2}[/.-]|năm\s{1,3})((?:19|20)\d\d)(?!\d)")
_GLUED: Final = (re.compile(r"ngày(?<=[^\W_]ngày)(?!\w)"), re.compile(r"của(?<=[^\W_]của)(?!\w)"))
_NOTED_YEARS: Final = tuple(
    re.compile(rf"{century}\d{{3}}(?:(?<=[0-9][/.-].{{5}})|(?<=năm\s.{{5}}))(?![\d/-])") for century in (19, 20)
)
"""One pattern for each beginning, so that the search leaps from one literal to the next."""


def changes_of(text: str) -> list[Change]:
    """What to change in a composed text, without overlaps, in text order."""
    kept: list[Change] = []
    for change in sorted((*_digits(text), *_tails(text), *_blanks(text), *_noted_years(text))):
        if not kept or change[0] >= kept[-1][1]:
            kept.append(change)
    return kept


def _digits(text: str) -> Iterator[Change]:
    """Letters in digits' places, one for one: in a number before its symbols, in a date, in a day or year told in words."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        mended = match[0].translate(_DIGITS)
        if (
            _A_DATE.match(mended)
            or (_A_HEAD.match(mended) and _SYMBOLS_NEXT.match(text, end))
            or (len(mended) in (1, 2) and _MONTH_NEXT.match(text, end))
            or (
                len(mended) in (2, 4)
                and _DAY_BEFORE.search(text, max(0, start - 8), start)
                and any(map(str.isdigit, match[0]))
            )
        ):
            yield from ((start + at, start + at + 1, new) for at, new in enumerate(mended) if match[0][at] != new)


def _tails(text: str) -> Iterator[Change]:
    """What follows a number's serial: its year, its separator, its symbols, a footnote's digits."""
    for match in _TAIL.finditer(text):
        written = plain_signs(match["tail"])
        notes, year = match["notes"], match["year"]
        if year and year[0] == "." and len(year) == _THOUSANDS:
            year = None
        bare = without_note(written)
        tail = bare or read_scanned(written) or written
        if bare is None and notes[:1] in (",", "("):
            notes = ""
        start, end = match.span("tail")
        dotted = match["sep"] == "." or (year or "/")[0] != "/"
        if dotted and not (year and match["sep"] and _begins_with_kind(tail)):
            continue
        if dotted:
            yield match.start("year"), match.start("year") + 1, "/"
            yield match.start("sep"), match.end("sep"), "/"
        if year and not match["sep"]:
            yield from _year(text, match)
        if not match["sep"] and (year or _begins_with_kind(tail)):
            yield start, start, "/" if year else "-"
        if len(match["sep"]) > 1 and not dotted:
            yield match.start("sep"), match.start("sep") + 1, ""
        if tail != written:
            at = next(
                (at for at, (x, y) in enumerate(zip(tail, written, strict=False)) if x != y),
                min(len(tail), len(written)),
            )
            yield start + at, end, tail[at:]
        if notes:
            yield end, match.end("notes"), ""


def _begins_with_kind(tail: str) -> bool:
    first, _, rest = tail.replace("/", "-").partition("-")
    return first.lower().replace("đ", "d") in kind_letters() and is_organ(rest.partition("-")[0])


def _year(text: str, match: re.Match[str]) -> Iterator[Change]:
    """A year with a sign too many right before the symbols, as the date behind the number has it."""
    start, end = match.span("year")
    year = match["year"][1:]
    ahead = _YEAR_AHEAD.match(text, match.end()) if is_impossible_year(year) else None
    if ahead and _is_part(year, ahead[1]):
        yield start + 1, end, ahead[1]


def _is_part(a: str, b: str) -> bool:
    """Whether a text is another with one character more or less."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _blanks(text: str) -> Iterator[Change]:
    for pattern in _GLUED:
        for match in pattern.finditer(text):
            yield match.start(), match.start(), " "


def _noted_years(text: str) -> Iterator[Change]:
    for pattern in _NOTED_YEARS:
        for match in pattern.finditer(text):
            yield match.end() - 1, match.end(), ""
