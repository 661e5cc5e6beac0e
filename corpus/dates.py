"""Vietnamese dates, as precise as the text: ``2014-04-07``, ``2014-04`` or ``2014``.

Dates travel as ISO strings (YYYY, YYYY-MM or YYYY-MM-DD); `covers` and `agree` compare them by what they say.
Day before month before year, with ``/``, ``-`` or ``.`` between, or in words (Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_WS = r"[ \t]{0,2}\n?[ \t]{0,2}"
DATE_PATTERN: Final = (
    rf"(?:(?P<day>[0-3]?\d){_WS}(?:[/.\-]|thang){_WS}(?P<month>[01]?\d){_WS}(?:[/.\-]|nam){_WS}(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?:thang{_WS})(?P<month2>[01]?\d){_WS}(?:[/.\-]|nam){_WS}(?P<year2>(?:19|20)\d\d)(?!\d)"
    rf"|(?:nam{_WS})(?P<year3>(?:19|20)\d\d)(?!\d))"
)
"""A date in text that went through `corpus.text.fold_aligned`; named groups day/month/year, month2/year2, year3."""

_DATE = re.compile(DATE_PATTERN)
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text: code points [start, end) and its ISO form, as precise as written."""

    start: int
    end: int
    iso: str


def iso_of(match: re.Match[str]) -> str | None:
    """The ISO date of a match of DATE_PATTERN; None when it is no date of the calendar (31/02, month 13)."""
    groups = match.groupdict()
    if groups["year3"]:
        return groups["year3"]
    if groups["year2"]:
        month = int(groups["month2"])
        return f"{groups['year2']}-{month:02d}" if 1 <= month <= 12 else None
    try:
        return date(int(groups["year"]), int(groups["month"]), int(groups["day"])).isoformat()
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
