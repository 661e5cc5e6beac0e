"""When a campaign runs: points in time joined by what stands before and between them, weighed by what the sentence is about.

    từ A đến B · từ A - B · từ ngày 01 đến 31/5/2023 · bắt đầu A, kết thúc B · kể từ ngày ký đến hết B · từ nay đến B     both ends
    trong quý III/2023 · 6 tháng cuối năm · trong tháng 4 và tháng 5/2023                      within
    đến hết năm 2020 · kết thúc vào 11/4/2019                                                  the end alone
    60 ngày kể từ ngày 01/8/2018                                                               a length
    02 đợt: đợt 1 …, đợt 2 …                                                                   outer bounds, and the parts
A period counts where the text speaks of the drive (``Thời gian``, ``đợt thi đua``); meetings, deadlines, validity, terms of office and history do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from corpus.dates import first_day, last_day
from corpus.model import Span
from corpus.text import fold_aligned
from indexer.campaigns.moments import Moment, find_moments
from indexer.campaigns.wording import GAP, one_of, phrases, whole

_B = r"[ \n]{0,3}"
_NOTE = r"(?:[ \n]{0,2}\([^()\n]{0,80}\)|[ \n]{0,2}\([^()\n]{0,80}(?=\)))?"
_ON = rf"(?:{one_of('vao', 'ngay', 'ngay sau', 'dip', 'het', 'khoang', 'truoc', 'dung')}{_B})*"
_BEGINS = one_of(
    "ke tu",
    "tinh tu",
    "tinh ke tu",
    "bat dau",
    "bat dau tu",
    "bat dau ke tu",
    "tu",
    "khoi dong",
    "phat dong",
    "phat dong tu",
    "duoc tinh tu",
    "khai mac",
)
_ENDS = one_of(
    "den",
    "toi",
    "cho den",
    "keo dai den",
    "ket thuc",
    "be mac",
    "den het",
    "hoan thanh",
    "khep lai",
)
_REVIEWED = one_of("tong ket")
_NAMED_DAY = rf"(?:{one_of('ngay', 'dip', 'le', 'ky niem')}{GAP}[^.;,:()\n\d]{{3,60}})?"
_FROM = re.compile(whole(_BEGINS) + rf"{_B}:?{_B}{_ON}{_NAMED_DAY}$")
_JOIN = re.compile(
    rf"{_NOTE}{_B},?{_B}(?:(?:va{GAP})?(?:{one_of('du kien', 'se')}{GAP})?(?:{_ENDS}|{_REVIEWED}){_B}:?{_B}{_ON}{_NAMED_DAY}|-{_B})"
)
_FROM_DAY = re.compile(rf"{whole(_BEGINS)}{_B}:?{_B}{_ON}(?P<day>[0-3]?\d){_B}(?:{_ENDS}{_B}{_ON}|-{_B})$")
_JOIN_LINES = re.compile(
    rf"{_NOTE}[ \n.;,*+\-]{{0,8}}(?:{one_of('thoi gian')}{GAP})?{one_of('ket thuc', 'be mac', 'khep lai')}{_B}:?{_B}{_ON}"
)
_UNTIL = re.compile(whole(_ENDS) + rf"{_B}:?{_B}{_ON}$")
_WITHIN = re.compile(
    whole(one_of("trong", "suot", "ca", "dien ra", "dien ra vao", "vao", "trong ca", "trong suot"))
    + rf"{_B}(?:cac{_B})?$"
)
_AND = re.compile(rf"{_B}(?:,|va|-|den){_B}(?:het{_B})?")
_LENGTH = re.compile(
    rf"(?P<days>\d{{1,3}}){GAP}ngay(?:{GAP}dem)?{_B},?{_B}{one_of('ke tu', 'tu', 'tinh tu', 'bat dau tu')}{_B}(?:ngay{_B})?$"
)
_LABEL = re.compile(
    rf"[ \-+*•\d.)(ivx]{{0,8}}(?:ve{GAP})?{one_of('thoi gian', 'thoi han', 'thoi diem')}(?P<of>[^:\n]{{0,70}})"
)
_OF_DRIVE = re.compile(
    rf"(?:{GAP}|$)(?:{one_of('thi dua', 'thuc hien', 'to chuc', 'trien khai', 'phat dong', 'dien ra', 'bat dau', 'cua dot', 'cua cuoc', 'cua phong trao', 'nhu sau', 'tinh', 'tu', 'ke tu', 'trong', 'la', 'du thi', 'nhan bai', 'den', 'dot', 'phong trao', 'cuoc thi', 'hoi thi', 'chia', 'keo dai', 'ngay')}|$|\W)"
)
_DRIVE = phrases(
    "dot thi dua",
    "phong trao",
    "thi dua",
    "cuoc thi",
    "hoi thi",
    "thang hanh dong",
    "tuan le",
    "chien dich",
    "dot phat dong",
    "thang cao diem",
)
_ELSE = phrases(
    "bao cao", "gui ve", "gui", "nop", "hoi nghi", "cuoc hop", "buoi le", "le phat dong", "le ky niem", "le trao", "to chuc le", "du le", "nhiem ky", "hieu luc", "giai doan", "dang ky", "ho so",
    "so ket", "tong ket", "tap huan", "kiem tra", "cham diem", "binh xet", "trao giai", "chung ket", "hoi cho", "trien lam", "quyet toan",
    "lop hoc", "nghi le", "treo", "thong ke",
)  # fmt: skip
_MEETS = re.compile(rf"(?<![a-z])hop(?![a-z])(?!{GAP}tac)")
"""``họp``, which loses its mark like ``hợp tác``."""
_PART_ONLY = phrases(
    "cao diem", "rieng", "trong do", "nuoc rut", "dot dau", "buoc", "moi tuan", "tuan dau", "gian hang", "lich su"
)
_DEED_AFTER = phrases("bao cao", "so ket", "gui", "nop", "dang ky", "hop", "co hieu luc", "to chuc hoi nghi", "phai")
_PHASE = re.compile(
    rf"{whole(one_of('dot', 'giai doan', 'dot thi dua', 'ky'))}{GAP}(?:\d|i{{1,3}}|{one_of('mot', 'hai', 'ba', 'dau', 'cuoi')})(?![a-z0-9])[^.;\n]{{0,50}}$"
)
_SENTENCE = re.compile(r"[.;](?=\s)|\n")
_FURTHEST_DAYS: Final = 366 * 6
_NEAR: Final = 6
_REACH: Final = 60_000
"""A launch says when it runs within so many characters; what a longer text says further on is an annex."""
_ENOUGH: Final = 3.0
_BULLETS: Final = " -+*•"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """ISO dates as precise as the text; span: the words that prove it."""

    starts_on: str | None
    ends_on: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One way to read a place of the text as a period, and how much its grammar alone says for it."""

    period: Period
    weight: float
    lead: int


def find_period(text: str, signed_on: str | None, tasks: Sequence[Span] = ()) -> Period | None:
    """The period of the campaign that a text launches. signed_on: date of the document, for ``từ ngày ký`` and for a year left out."""
    folded = fold_aligned(text[:_REACH])
    readings = list(_readings(folded, signed_on))
    best: tuple[float, Period] | None = None
    for reading in readings:
        value = reading.weight + _fitness(folded, reading, signed_on, tasks)
        if value >= _ENOUGH and (best is None or value > best[0]):
            best = (value, reading.period)
    parts = _phases(folded, readings)
    if not parts or (best and not any(_inside(best[1].span, part.span) for part in parts)):
        return best[1] if best else None
    span = Span(start=parts[0].span.start, end=parts[-1].span.end)
    return Period(starts_on=parts[0].starts_on, ends_on=parts[-1].ends_on, span=span)


def find_phases(text: str, signed_on: str | None = None) -> list[Period]:
    """Named parts of a campaign (``đợt 1 từ … đến …; đợt 2 …``), two or more, in order; none when it has no parts."""
    folded = fold_aligned(text[:_REACH])
    return _phases(folded, list(_readings(folded, signed_on)))


def _phases(folded: str, readings: Sequence[_Reading]) -> list[Period]:
    found = []
    for reading in readings:
        name = _PHASE.search(folded, max(0, reading.lead - 60), reading.lead)
        if name:
            span = Span(start=name.start(), end=reading.period.span.end)
            found.append(replace(reading.period, span=span))
    return found if len(found) > 1 else []


def days_in(starts_on: str | None, ends_on: str | None) -> int | None:
    """Length of a period in days, both ends counted; None when an end is not known."""
    if not starts_on or not ends_on:
        return None
    return (last_day(ends_on) - first_day(starts_on)).days + 1


def _readings(folded: str, signed_on: str | None) -> Iterator[_Reading]:
    """Every place that can be read as a period, in order; a moment is read once."""
    moments = find_moments(folded)
    at = 0
    while at < len(moments):
        found, used = _reading(folded, moments, at, signed_on)
        if found is not None:
            yield found
        at += used


def _reading(folded: str, moments: Sequence[Moment], at: int, signed_on: str | None) -> tuple[_Reading | None, int]:
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
) -> tuple[_Reading | None, int]:
    """A reading of one moment: a length, an end alone, a beginning alone, or the whole of a month, quarter or year."""
    moment = _dated(moments[at], moments[at + 1 : at + _NEAR], signed_on)
    length = _LENGTH.search(folded, floor, moment.start)
    if length and moment.grain == "day" and moment.first:
        end = first_day(moment.first) + timedelta(days=int(length["days"]) - 1)
        span = Span(start=length.start(), end=moment.end)
        period = Period(starts_on=moment.first, ends_on=end.isoformat(), span=span)
        return _Reading(period=period, weight=3.0, lead=length.start()), 1
    day = _FROM_DAY.search(folded, floor, moment.start)
    if day and moment.day is not None and 1 <= int(day["day"]) <= moment.day:
        return _range(replace(moment, day=int(day["day"])), moment, day.start(), moment.end, 3.0, signed_on), 1
    until = _UNTIL.search(folded, floor, moment.start)
    if until and moment.grain != "signing":
        period = Period(starts_on=None, ends_on=moment.last, span=Span(start=until.start(), end=moment.end))
        return (_Reading(period=period, weight=1.5, lead=until.start()) if moment.last else None), 1
    if begins and moment.first:
        period = Period(starts_on=moment.first, ends_on=None, span=Span(start=begins.start(), end=moment.end))
        return _Reading(period=period, weight=0.5, lead=begins.start()), 1
    if moment.grain in ("day", "signing"):
        return None, 1
    return _within(folded, moments, at, floor, signed_on)


def _within(
    folded: str, moments: Sequence[Moment], at: int, floor: int, signed_on: str | None
) -> tuple[_Reading | None, int]:
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


def _range(first: Moment, last: Moment, lead: int, end: int, weight: float, signed_on: str | None) -> _Reading | None:
    starts_on = signed_on if first.grain == "signing" else first.first
    if not last.last or (first.grain != "signing" and not starts_on):
        return None
    if starts_on and first_day(starts_on) > last_day(last.last):
        return None
    period = Period(starts_on=starts_on, ends_on=last.last, span=Span(start=lead, end=end))
    return _Reading(period=period, weight=weight, lead=lead)


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


def _fitness(folded: str, reading: _Reading, signed_on: str | None, tasks: Sequence[Span]) -> float:
    """How much the words around a period speak of the drive, and not of a meeting, a deadline, a task or history."""
    cuts = [match.end() for match in _SENTENCE.finditer(folded, max(0, reading.lead - 600), reading.lead)]
    start = cuts[-1] if cuts else max(0, reading.lead - 600)
    before = folded[start : reading.lead]
    value = _label(folded, start, before)
    if _DRIVE.search(before):
        value += 3
    if _ELSE.search(before[-60:]) or _MEETS.search(before[-60:]):
        value -= 5
    if _PART_ONLY.search(before[-50:]):
        value -= 4
    if any(task.start <= reading.lead < task.end for task in tasks):
        value -= 5
    period = reading.period
    if (
        period.starts_on is None
        and not before.strip(_BULLETS)
        and _DEED_AFTER.search(folded[period.span.end : period.span.end + 50])
    ):
        value -= 4
    return value + _plausibility(period, signed_on)


def _label(folded: str, start: int, before: str) -> float:
    """What a label says: ``Thời gian thi đua:`` in the sentence or as the line above; ``Thời gian nộp hồ sơ`` speaks against."""
    for line in (before, _line_above(folded, start) if not before.strip(_BULLETS) else ""):
        label = _LABEL.match(line)
        if label:
            return 6.0 if _OF_DRIVE.match(label["of"]) and not _ELSE.search(label["of"]) else -6.0
    return 0.0


def _line_above(folded: str, start: int) -> str:
    """The line before an offset, when it is a heading: a line with a date of its own labels nothing after it."""
    line = folded[max(0, start - 200) : start].rstrip("\n").rpartition("\n")[2]
    return "" if find_moments(line) else line


def _plausibility(period: Period, signed_on: str | None) -> float:
    """A launch does not end before it is signed (a label still tells it on a page that was posted late), nor runs for many years."""
    value = 0.0
    if signed_on and period.ends_on and last_day(period.ends_on) < first_day(signed_on):
        value -= 6
    days = days_in(period.starts_on, period.ends_on)
    if days and days > _FURTHEST_DAYS:
        value -= 4
    return value


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
