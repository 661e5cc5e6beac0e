"""Points in time inside a text, as precise as they are written; a year that is left out stays out until the period gives it.

ngày 01 tháng 8 năm 2018 · 15/7 · 29-10-2018 · tháng 4/2013 · 4/2013 · đầu tháng Tám · quý III/2023 · 6 tháng cuối năm 2020
hết năm 2020 · cuối năm · nay · ngày ký ban hành kế hoạch này
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from corpus.dates import is_iso
from indexer.campaigns.wording import BLANK, NUMERALS, one_of

Grain = Literal["day", "month", "quarter", "months", "year", "signing"]

_B = r"[ \n]{0,2}"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:{_B}/{_B}|{_B},?{_B}nam{_B})"
_EDGE = rf"(?:{one_of('dau', 'giua', 'cuoi', 'het')}{BLANK})?"
_MONTH_WORDS: Final = {**NUMERALS, "gieng": 1, "chap": 12}
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DAY = (
    rf"(?:ngay{_B})?(?:{one_of('mung', 'mong')}{_B})?(?:"
    rf"(?P<day>[0-3]?\d){_B}(?:/|thang){_B}(?P<month>[01]?\d)(?:{_OF_YEAR}(?P<year>{_YEAR}))?"
    rf"|(?P<day2>[0-3]?\d){_B}[.\-]{_B}(?P<month2>[01]?\d){_B}[.\-]{_B}(?P<year2>{_YEAR})"
    r"|(?<=ngay )(?P<day3>[0-3]?\d)-(?P<month5>[01]?\d))"
)
_MONTH = rf"{_EDGE}thang{_B}(?P<month3>[01]?\d|{one_of(*_MONTH_WORDS)})(?:{_OF_YEAR}(?P<year3>{_YEAR}))?"
_BARE_MONTH = rf"(?P<month4>[01]?\d){_B}/{_B}(?P<year4>{_YEAR})"
_QUARTER = rf"{_EDGE}quy{BLANK}(?P<quarter>iv|i{{1,3}}|[1-4])(?:{_OF_YEAR}(?P<year5>{_YEAR}))?"
_MONTHS = rf"(?P<count>\d|{one_of('ba', 'sau', 'chin')}){BLANK}thang{BLANK}(?P<side>dau|cuoi){BLANK}nam(?:{_B}(?P<year6>{_YEAR}))?"
_WHOLE_YEAR = rf"(?:{_EDGE}nam{BLANK}(?P<year7>{_YEAR})|(?P<this_year>{one_of('het nam', 'cuoi nam', 'nam nay')}))"
_PAPER = one_of(
    "ke hoach",
    "van ban",
    "cong van",
    "thu keu goi",
    "thu",
    "thu phat dong",
    "loi keu goi",
    "thong bao",
    "quyet dinh",
    "chi thi",
    "the le",
)
_SIGNING = (
    rf"(?P<signing>nay|(?:ngay|khi){BLANK}(?:{_PAPER}{BLANK}(?:nay{BLANK})?(?:duoc{BLANK})?)?"
    rf"{one_of('ky ban hanh', 'ky', 'ban hanh', 'phat dong', 'phat hanh', 'co', 'nhan duoc')}(?:{BLANK}{_PAPER})?(?:{BLANK}nay)?)"
)
_MOMENT = re.compile(
    r"(?<![a-z0-9/.\-])(?:"
    + "|".join((_DAY, _MONTHS, _MONTH, _BARE_MONTH, _QUARTER, _WHOLE_YEAR, _SIGNING))
    + r")(?![a-z0-9])(?!/\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point in time: code points [start, end), first and last month (and day) that it covers, its year when written."""

    start: int
    end: int
    grain: Grain
    year: int | None = None
    first_month: int = 1
    last_month: int = 12
    day: int | None = None

    def in_year(self, year: int) -> "Moment":
        """The same, of that year, when it has none of its own."""
        return self if self.year is not None else replace(self, year=year)

    @property
    def first(self) -> str | None:
        """ISO date of its beginning, as precise as written; None when it is on no calendar, or its year is not known."""
        return self._iso(self.first_month)

    @property
    def last(self) -> str | None:
        """ISO date of its end, in the same way."""
        return self._iso(self.last_month)

    def _iso(self, month: int) -> str | None:
        if self.year is None:
            return None
        if self.grain == "year":
            return str(self.year)
        iso = f"{self.year}-{month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")
        return iso if is_iso(iso) else None


def find_moments(folded: str) -> list[Moment]:
    """Points in time of a folded text, in order."""
    return list(_moments(folded))


def _moments(folded: str) -> Iterator[Moment]:
    for match in _MOMENT.finditer(folded):
        found = _moment(match)
        if found is not None:
            yield found


def _moment(match: re.Match[str]) -> Moment | None:
    groups = match.groupdict()
    start, end = match.span()
    written = next((groups[name] for name in groups if name.startswith("year") and groups[name]), None)
    year = int(written) if written else None
    day = groups["day"] or groups["day2"] or groups["day3"]
    if day:
        month = int(groups["month"] or groups["month2"] or groups["month5"] or 0)
        if not (1 <= month <= 12 and 1 <= int(day) <= 31):
            return None
        return Moment(start=start, end=end, grain="day", year=year, first_month=month, last_month=month, day=int(day))
    if groups["signing"]:
        return Moment(start=start, end=end, grain="signing")
    if groups["count"]:
        count = int(groups["count"]) if groups["count"].isdigit() else NUMERALS[groups["count"]]
        if not 1 <= count <= 11:
            return None
        first, last = (1, count) if groups["side"] == "dau" else (13 - count, 12)
        return Moment(start=start, end=end, grain="months", year=year, first_month=first, last_month=last)
    if groups["quarter"]:
        quarter = _ROMAN.get(groups["quarter"]) or int(groups["quarter"])
        return Moment(
            start=start, end=end, grain="quarter", year=year, first_month=quarter * 3 - 2, last_month=quarter * 3
        )
    if groups["year7"] or groups["this_year"]:
        return Moment(start=start, end=end, grain="year", year=year)
    named = " ".join((groups["month3"] or groups["month4"] or "").split())
    month = int(named) if named.isdigit() else _MONTH_WORDS[named]
    if not 1 <= month <= 12:
        return None
    return Moment(start=start, end=end, grain="month", year=year, first_month=month, last_month=month)
