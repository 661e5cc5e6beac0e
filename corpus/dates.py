"""Vietnamese dates, as precise as the text: ``2014-04-07``, ``2014-04`` or ``2014``.

Dates travel as ISO strings (YYYY, YYYY-MM or YYYY-MM-DD); `covers` and `agree` compare them by what they say.
Day before month before year, with ``/``, ``-`` or ``.`` between, or in words (Nghị định 30/2020/NĐ-CP, Phụ lục I).
A year of two digits is read behind ``ngày`` alone, where no ratio can stand; it is the one from 1945 on, since when the State issues documents.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_WS = r"[ \t]{0,2}\n?[ \t]{0,2}"
_FIRST_YEAR: Final = 1945
SHORT_YEAR_PATTERN: Final = (
    rf"(?P<day4>[0-3]?\d)(?:(?P<sign>[/.\-])(?P<month4>[01]?\d)(?P=sign)(?P<year4>\d\d)"
    rf"|{_WS}thang{_WS}(?P<month5>[01]?\d){_WS}nam{_WS}(?P<year5>\d\d))(?![0-9a-z]|[/.\-]\d)"
)
"""A date whose year has two digits, one sign throughout; to be used where only a date can stand."""
DATE_PATTERN: Final = (
    rf"(?:(?P<day>[0-3]?\d){_WS}(?:[/.\-]|thang){_WS}(?P<month>[01]?\d){_WS}(?:[/.\-]|nam){_WS}(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?:thang{_WS})(?P<month2>[01]?\d){_WS}(?:[/.\-]|nam){_WS}(?P<year2>(?:19|20)\d\d)(?!\d)"
    rf"|(?:nam{_WS})(?P<year3>(?:19|20)\d\d)(?!\d)"
    rf"|(?:(?<=ngay)|(?<=ngay[ \n])){SHORT_YEAR_PATTERN})"
)
"""A date in text that went through `corpus.text.fold_aligned`; named groups day/month/year, month2/year2, year3, and those of SHORT_YEAR_PATTERN."""

_DATE = re.compile(DATE_PATTERN)
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text: code points [start, end) and its ISO form, as precise as written."""

    start: int
    end: int
    iso: str


def iso_of(match: re.Match[str]) -> str | None:
    """The ISO date of a match of DATE_PATTERN or SHORT_YEAR_PATTERN; None when it is no date of the calendar (31/02, month 13).

    A pattern in which the date may be missing gives None then.
    """
    groups = match.groupdict()
    if groups.get("year3"):
        return str(groups["year3"])
    if groups.get("year2"):
        month = int(groups["month2"])
        return f"{groups['year2']}-{month:02d}" if 1 <= month <= 12 else None
    if groups.get("day4"):
        year = _full_year(int(groups["year4"] or groups["year5"]))
        return _iso(year, int(groups["month4"] or groups["month5"]), int(groups["day4"]))
    return _iso(int(groups["year"]), int(groups["month"]), int(groups["day"])) if groups.get("day") else None


def _full_year(two_digits: int) -> int:
    return _FIRST_YEAR + (two_digits - _FIRST_YEAR) % 100


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_dates(folded: str, start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Dates in a text folded by `corpus.text.fold_aligned`, in order, each as precise as written."""
    found = []
    for match in _DATE.finditer(folded, start, len(folded) if end is None else end):
        iso = iso_of(match)
        if iso and not (match.start() and folded[match.start() - 1].isalnum()):
            found.append(FoundDate(start=match.start(), end=match.end(), iso=iso))
    return found


def is_iso(text: str) -> bool:
    """Whether a text is an ISO date of any precision that is on the calendar."""
    match = _ISO.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def covers(wide: str, narrow: str) -> bool:
    """Whether a date says no more than another and the same: ``2014`` covers ``2014-04-07``."""
    return narrow == wide or narrow.startswith(wide + "-")


def agree(a: str | None, b: str | None) -> bool | None:
    """True when two dates can be the same day, False when they cannot, None when one is not known."""
    if not a or not b:
        return None
    return covers(a, b) or covers(b, a)


def first_day(iso: str) -> date:
    """The earliest day that an ISO date of any precision may mean."""
    parts = [int(part) for part in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(iso: str) -> date:
    """The latest day that an ISO date of any precision may mean."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    following = date(parts[0] + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def show_date(iso: str) -> str:
    """An ISO date as Vietnamese readers write it: ``07/4/2014``, ``tháng 4/2014``, ``năm 2014``.

    The day always has two digits, the month only below three (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4).
    """
    parts = iso.split("-")
    if len(parts) == 1:
        return f"năm {parts[0]}"
    month = f"{int(parts[1]):02d}" if int(parts[1]) < 3 else str(int(parts[1]))
    return f"tháng {month}/{parts[0]}" if len(parts) == 2 else f"{parts[2]}/{month}/{parts[0]}"
