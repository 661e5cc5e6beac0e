"""When a campaign runs, in all wordings, as precise as the text.

    từ ngày 01 tháng 8 năm 2018 đến ngày 11 tháng 4 năm 2019 · từ tháng 4/2013 đến tháng 10/2013 · từ 15/7 đến 29/10/2018
    bắt đầu từ ngày 15/7/2018 và kết thúc ngày 11/4/2019 · kể từ ngày ký đến hết ngày 29/10/2018 · trong quý III/2023
    từ nay đến 19/5/2025 · đến hết năm 2020 · 6 tháng cuối năm 2020 · trong tháng 5/2019
A period counts in a sentence that speaks of the drive (thời gian, đợt thi đua, phong trào); dates of meetings, deadlines and history do not.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus.dates import first_day, is_iso, last_day
from corpus.model import Span
from corpus.text import fold_aligned

_B = r"[ \n]{0,3}"
_S = r"[ \n]{1,3}"
_DAY = rf"(?:(?:het{_S})?(?:ngay{_B})?(?P<d§>\d{{1,2}}){_B}(?:[/.\-]|thang){_B}(?P<m§>\d{{1,2}})(?:{_B}(?:[/.\-]|nam){_B}(?P<y§>(?:19|20)\d\d))?)"
_MONTH = rf"(?:(?:het{_S}|dau{_S}|cuoi{_S}|giua{_S})?thang{_S}(?P<mm§>\d{{1,2}})(?:{_B}(?:[/.\-]|nam){_B}(?P<my§>(?:19|20)\d\d))?)"
_QUARTER_P = rf"(?:quy{_S}(?P<q§>iv|i{{1,3}}|[1-4])(?:{_B}(?:[/.\-]|nam){_B}(?P<qy§>(?:19|20)\d\d))?)"
_YEAR = rf"(?:(?:het{_S})?nam{_S}(?P<yy§>(?:19|20)\d\d))"


def _point(n: int) -> str:
    return "(?:" + "|".join(part.replace("§", str(n)) for part in (_DAY, _MONTH, _QUARTER_P, _YEAR)) + ")"


_NOW = rf"(?P<now>(?:nay|(?:ngay{_S})?(?:ky|ban{_S}hanh|phat{_S}dong)(?:{_S}(?:ke{_S}hoach|ban{_S}hanh|van{_S}ban)(?:{_S}nay)?)?))"
_FROM_TO = re.compile(
    rf"(?:(?:ke{_S})?tu|bat{_S}dau(?:{_S}tu)?){_S}(?:{_NOW}|{_point(1)}){_B}(?:,{_B})?(?:va{_S})?(?:cho{_S})?(?:den|toi|ket{_S}thuc(?:{_S}vao)?|-|đen){_B}{_point(2)}(?![0-9/])"
)
_UNTIL = re.compile(rf"(?:den{_S}het|den|ket{_S}thuc){_S}{_point(2)}(?![0-9/])")
_WITHIN = re.compile(rf"(?:trong|suot|dien{_S}ra{_S}trong){_S}{_point(2)}(?![0-9/])")
_HALF = re.compile(rf"(?:6|sau){_S}thang{_S}(?P<half>cuoi|dau){_S}nam{_S}(?P<hy>(?:19|20)\d\d)")
_TOPIC = re.compile(
    r"thoi gian|dot thi dua|phong trao|dien ra|dot phat dong|thi dua tu|thi dua tinh|cuoc thi|hoi thi|thang hanh dong|tuan le|\bthi dua\b"
)
_OTHER = re.compile(
    r"bao cao|gui ve|gui truoc|truoc ngay|hoi nghi|hop |nhiem ky|hieu luc|giai doan|thanh lap|dang ky truoc|ho so|truyen thong|so ket|tong ket|nop "
)
_SENTENCE = re.compile(r"[.;](?=\s)|\n")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """ISO dates as precise as the text; span: the words that prove it."""

    starts_on: str | None
    ends_on: str | None
    span: Span


def find_period(text: str, signed_on: str | None) -> Period | None:
    """The period of the campaign that a text launches. signed_on: date of the document's head, for ``từ ngày ký``."""
    folded = fold_aligned(text)
    phases = find_phases(text)
    if phases:
        span = Span(start=phases[0].span.start, end=phases[-1].span.end)
        return Period(starts_on=phases[0].starts_on, ends_on=phases[-1].ends_on, span=span)
    best: tuple[float, Period] | None = None
    for start, end in _sentences(folded):
        for period, value in _in_sentence(folded, start, end, signed_on):
            if best is None or value > best[0]:
                best = (value, period)
    return best[1] if best else None


_PHASE = re.compile(
    rf"(?:dot|giai{_S}doan|dot{_S}thi{_S}dua){_S}(?:1|2|3|i{{1,3}}|mot|hai|ba|dau|cuoi)(?![a-z0-9])[^.;\n]{{0,70}}?$"
)


def find_phases(text: str) -> list[Period]:
    """Named parts of a campaign (``đợt 1 từ … đến …; đợt 2 từ … đến …``), two or more, in order; none when it has no parts."""
    folded = fold_aligned(text)
    found = []
    for match in _FROM_TO.finditer(folded):
        if _PHASE.search(folded, max(0, match.start() - 90), match.start()):
            period = _period(match, None)
            if period is not None:
                found.append(period)
    return found if len(found) > 1 else []


def _sentences(folded: str) -> list[tuple[int, int]]:
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(folded)), len(folded)]
    return [(a, b) for a, b in pairwise(cuts) if b - a > 8]


def _in_sentence(folded: str, start: int, end: int, signed_on: str | None) -> list[tuple[Period, float]]:
    """Periods of one sentence with how likely each is the campaign's."""
    found = []
    for weight, pattern in ((3.0, _FROM_TO), (1.5, _UNTIL), (1.5, _WITHIN), (2.0, _HALF)):
        for match in pattern.finditer(folded, start, end):
            if match.start() and folded[match.start() - 1].isalnum():
                continue
            period = _period(match, signed_on)
            if period is None:
                continue
            value = weight + _topic(folded, start, end, match)
            if value >= 4:
                found.append((period, value))
    return found


def _topic(folded: str, start: int, end: int, match: re.Match[str]) -> float:
    """How much the words around a period speak of the drive, and not of a meeting, a deadline or history."""
    before = folded[start : match.start()]
    value = 0.0
    if _TOPIC.search(before):
        value += 3
    if re.match(r"\s*(?:\d+[.)]\s*)?(?:ve )?thoi gian", before):
        value += 3
    if _OTHER.search(before[-60:]):
        value -= 5
    if "(" in before[-3:] or folded[match.end() : match.end() + 1] == ")":
        value -= 3
    del end
    return value


def _period(match: re.Match[str], signed_on: str | None) -> Period | None:
    groups = match.groupdict()
    span = Span(start=match.start(), end=match.end())
    if groups.get("half"):
        months = ("07", "12") if groups["half"] == "cuoi" else ("01", "06")
        return Period(starts_on=f"{groups['hy']}-{months[0]}", ends_on=f"{groups['hy']}-{months[1]}", span=span)
    last = _iso(groups, 2, None)
    if last is None:
        return None
    if match.re is _WITHIN:
        return Period(starts_on=last[0], ends_on=last[1], span=span)
    if match.re is _UNTIL:
        return Period(starts_on=None, ends_on=last[1], span=span)
    if groups.get("now"):
        return Period(starts_on=signed_on, ends_on=last[1], span=span)
    first = _iso(groups, 1, last[1][:4])
    if first is None or first[0] > last[1]:
        return None
    return Period(starts_on=first[0], ends_on=last[1], span=span)


def _iso(groups: dict[str, str | None], n: int, year: str | None) -> tuple[str, str] | None:
    """(first, last) ISO dates of a point, as precise as it is; a missing year is that of the other end."""
    day, month = groups.get(f"d{n}"), groups.get(f"m{n}")
    if day and month:
        written = groups.get(f"y{n}") or year
        iso = f"{written}-{int(month):02d}-{int(day):02d}" if written else ""
        return (iso, iso) if iso and is_iso(iso) else None
    if groups.get(f"mm{n}"):
        written = groups.get(f"my{n}") or year
        iso = f"{written}-{int(groups[f'mm{n}'] or 0):02d}" if written else ""
        return (iso, iso) if iso and is_iso(iso) else None
    if groups.get(f"q{n}"):
        written = groups.get(f"qy{n}") or year
        quarter = _ROMAN[str(groups[f"q{n}"])]
        return (f"{written}-{quarter * 3 - 2:02d}", f"{written}-{quarter * 3:02d}") if written else None
    written = groups.get(f"yy{n}")
    return (written, written) if written else None


def days_in(starts_on: str | None, ends_on: str | None) -> int | None:
    """Length of a period in days, both ends counted; None when an end is not known."""
    if not starts_on or not ends_on:
        return None

    return (last_day(ends_on) - first_day(starts_on)).days + 1
