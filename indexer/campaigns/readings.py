"""Every place of a text that can be read as a period: points in time, and what stands before and between them.

    từ A đến B · từ A - B · từ ngày 01 đến 31/5/2023 · bắt đầu A, kết thúc B · kể từ ngày ký đến hết B     both ends
    trong quý III/2023 · 6 tháng cuối năm · trong tháng 4 và tháng 5/2023                                  within
    đến hết năm 2020 · kết thúc vào 11/4/2019                                                              the end alone
    60 ngày kể từ ngày 01/8/2018                                                                           a length
A reading says nothing of what the period is of; `indexer.campaigns.period` weighs that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from corpus.dates import first_day, last_day
from corpus.model import Span
from indexer.campaigns.moments import Moment, find_moments
from indexer.campaigns.wording import BLANK, one_of, whole

_B = r"[ \n]{0,3}"
_BEGINS = one_of(
    "ke tu", "tinh tu", "tinh ke tu", "duoc tinh tu", "bat dau", "bat dau tu", "bat dau ke tu", "tu", "khoi dong", "phat dong", "phat dong tu", "khai mac",
)  # fmt: skip
_ENDS = one_of("den", "toi", "cho den", "keo dai den", "ket thuc", "be mac", "den het", "hoan thanh", "khep lai")
_CLOSES = one_of("ket thuc", "be mac", "khep lai")

# Between a word of beginning or end and its day: "vào ngày", "đúng dịp", "Ngày Hợp tác xã Việt Nam" 11/4/2023.
_ON = rf"(?:{one_of('vao', 'ngay', 'ngay sau', 'dip', 'het', 'khoang', 'truoc', 'dung')}{_B})*"
_NAMED_DAY = rf"(?:{one_of('ngay', 'dip', 'le', 'ky niem')}{BLANK}[^.;,:()\n\d]{{3,60}})?"

# Before the first day: "kể từ ngày", "bắt đầu vào", "từ Ngày Hợp tác xã Việt Nam".
_FROM = re.compile(rf"{whole(_BEGINS)}{_B}:?{_B}{_ON}{_NAMED_DAY}$")

# Between both days: "đến hết", "(Ngày truyền thống) đến ngày", ", kết thúc ngày", "và dự kiến khép lại đúng ngày", ", tổng kết ngày", "-".
_NOTE = r"(?:[ \n]{0,2}\([^()\n]{0,80}\)|[ \n]{0,2}\([^()\n]{0,80}(?=\)))?"
_PLANNED = rf"(?:va{BLANK})?(?:{one_of('du kien', 'se')}{BLANK})?"
_TO = rf"{_PLANNED}(?:{_ENDS}|{one_of('tong ket')}){_B}:?{_B}{_ON}{_NAMED_DAY}"
_JOIN = re.compile(rf"{_NOTE}{_B},?{_B}(?:{_TO}|-{_B})")

# Between both days on lines of their own: "- Bắt đầu: …" above "- Kết thúc: …".
_JOIN_LINES = re.compile(rf"{_NOTE}[ \n.;,*+\-]{{0,8}}(?:thoi{BLANK}gian{BLANK})?{_CLOSES}{_B}:?{_B}{_ON}")

# Before the last day, when the first is a number alone: "từ ngày 01 đến ngày", "từ 05 -".
_FROM_DAY = re.compile(rf"{whole(_BEGINS)}{_B}:?{_B}{_ON}(?P<day>[0-3]?\d){_B}(?:{_ENDS}{_B}{_ON}|-{_B})$")

# Before an end alone: "kéo dài đến hết", "kết thúc vào".
_UNTIL = re.compile(rf"{whole(_ENDS)}{_B}:?{_B}{_ON}$")

# Before a month, quarter or year that is meant whole: "trong", "suốt", "cả", "diễn ra trong các"; and between two of them: ",", "và".
_WITHIN = re.compile(
    rf"{whole(one_of('trong', 'suot', 'ca', 'dien ra', 'dien ra vao', 'vao', 'trong ca', 'trong suot'))}{_B}(?:cac{_B})?$"
)
_AND = re.compile(rf"{_B}(?:,|va|-|den){_B}(?:het{_B})?")

# Before the first day of a length: "60 ngày kể từ ngày", "90 ngày đêm, tính từ".
_LENGTH = re.compile(
    rf"(?P<days>\d{{1,3}}){BLANK}ngay(?:{BLANK}dem)?{_B},?{_B}{one_of('ke tu', 'tu', 'tinh tu', 'bat dau tu')}{_B}(?:ngay{_B})?$"
)
_NEAR: Final = 6
"""So many moments further on may give the year that one leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """ISO dates as precise as the text; span: the words that prove it."""

    starts_on: str | None
    ends_on: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A place read as a period. weight: how much its grammar alone says for it. lead: where its first word stands."""

    period: Period
    weight: float
    lead: int


def find_readings(folded: str, signed_on: str | None) -> Iterator[Reading]:
    """Every place that can be read as a period, in order; a moment is read once."""
    moments = find_moments(folded)
    at = 0
    while at < len(moments):
        found, used = _reading(folded, moments, at, signed_on)
        if found is not None:
            yield found
        at += used


def _reading(folded: str, moments: Sequence[Moment], at: int, signed_on: str | None) -> tuple[Reading | None, int]:
    """The reading that begins with a moment, and how many moments it takes."""
    moment = moments[at]
    floor = max(moments[at - 1].end if at else 0, moment.start - 60)
    following = moments[at + 1] if at + 1 < len(moments) else None
    begins = _FROM.search(folded, floor, moment.start)
    if following is not None and moment.grain != "months" and following.grain != "signing":
        joined = _JOIN.fullmatch(folded, moment.end, following.start) or (
            _JOIN_LINES.fullmatch(folded, moment.end, following.start) if begins else None
        )
        if joined and (begins or moment.grain != "signing"):
            first, last = _with_years(moment, following, moments[at + 1 : at + _NEAR], signed_on)
            lead = begins.start() if begins else moment.start
            return _range(first, last, lead, following.end, 3.0 if begins else 0.0, signed_on), 2
    if begins and moment.grain == "signing":
        return None, 1
    return _single(folded, moments, at, floor, begins, signed_on)


def _single(
    folded: str,
    moments: Sequence[Moment],
    at: int,
    floor: int,
    begins: re.Match[str] | None,
    signed_on: str | None,
) -> tuple[Reading | None, int]:
    """A reading of one moment: a length, an end alone, a beginning alone, or the whole of a month, quarter or year."""
    moment = _dated(moments[at], moments[at + 1 : at + _NEAR], signed_on)
    length = _LENGTH.search(folded, floor, moment.start)
    if length and moment.grain == "day" and moment.first:
        end = first_day(moment.first) + timedelta(days=int(length["days"]) - 1)
        span = Span(start=length.start(), end=moment.end)
        period = Period(starts_on=moment.first, ends_on=end.isoformat(), span=span)
        return Reading(period=period, weight=3.0, lead=length.start()), 1
    day = _FROM_DAY.search(folded, floor, moment.start)
    if day and moment.day is not None and 1 <= int(day["day"]) <= moment.day:
        return _range(replace(moment, day=int(day["day"])), moment, day.start(), moment.end, 3.0, signed_on), 1
    until = _UNTIL.search(folded, floor, moment.start)
    if until and moment.grain != "signing":
        period = Period(starts_on=None, ends_on=moment.last, span=Span(start=until.start(), end=moment.end))
        return (Reading(period=period, weight=1.5, lead=until.start()) if moment.last else None), 1
    if begins and moment.first:
        period = Period(starts_on=moment.first, ends_on=None, span=Span(start=begins.start(), end=moment.end))
        return Reading(period=period, weight=0.5, lead=begins.start()), 1
    if moment.grain in ("day", "signing"):
        return None, 1
    return _within(folded, moments, at, floor, signed_on)


def _within(
    folded: str, moments: Sequence[Moment], at: int, floor: int, signed_on: str | None
) -> tuple[Reading | None, int]:
    """``trong quý III/2023``, ``tháng 4 và tháng 5/2023``: a stretch named by its months."""
    last_at = at
    while (
        last_at + 1 < len(moments)
        and moments[last_at + 1].grain == moments[at].grain
        and moments[at].grain in ("month", "quarter")
        and _AND.fullmatch(folded, moments[last_at].end, moments[last_at + 1].start)
    ):
        last_at += 1
    lead = _WITHIN.search(folded, floor, moments[at].start)
    start = lead.start() if lead else moments[at].start
    first, last = _with_years(moments[at], moments[last_at], moments[last_at : last_at + _NEAR], signed_on)
    weight = 2.0 if first.grain == "months" else 1.5 if lead else 0.0
    return _range(first, last, start, moments[last_at].end, weight, signed_on), last_at - at + 1


def _range(first: Moment, last: Moment, lead: int, end: int, weight: float, signed_on: str | None) -> Reading | None:
    starts_on = signed_on if first.grain == "signing" else first.first
    if not last.last or (first.grain != "signing" and not starts_on):
        return None
    if starts_on and first_day(starts_on) > last_day(last.last):
        return None
    period = Period(starts_on=starts_on, ends_on=last.last, span=Span(start=lead, end=end))
    return Reading(period=period, weight=weight, lead=lead)


def _with_years(
    first: Moment, last: Moment, following: Sequence[Moment], signed_on: str | None
) -> tuple[Moment, Moment]:
    """Both with a year: a missing one is the other's, the next one of the sentence, or the document's; the end never before the start."""
    if last.year is None and first.year is not None:
        last = last.in_year(first.year + (last.last_month < first.first_month))
    last = _dated(last, following, signed_on)
    if first.year is None and first.grain != "signing" and last.year is not None:
        later = (first.first_month, first.day or 1) > (last.last_month, last.day or 31) and last.grain != "year"
        first = first.in_year(last.year - later)
    return first, last


def _dated(moment: Moment, following: Sequence[Moment], signed_on: str | None) -> Moment:
    """A moment with the year that the next moments close by give, or that of the document (the next one, when it would lie before it)."""
    if moment.year is not None:
        return moment
    near = next((m.year for m in following if m.year is not None and m.start - moment.end < 120), None)
    if near is not None:
        return moment.in_year(near)
    if not signed_on:
        return moment
    year = int(signed_on[:4])
    dated = moment.in_year(year)
    return moment.in_year(year + 1) if dated.last and last_day(dated.last) < first_day(signed_on) else dated
