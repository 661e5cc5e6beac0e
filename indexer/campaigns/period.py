"""When a campaign runs: of all readings the one whose surroundings speak of the drive.

A label (``Thời gian thi đua:``, or a heading above) says most, a sentence about the drive next. Against a reading speak meetings, deadlines,
validity, terms of office, a peak inside the drive, a place inside a task, and an end before the day of signing. ``02 đợt: đợt 1 …, đợt 2 …``
gives the outer bounds, and the parts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.dates import first_day, last_day
from corpus.model import Span
from corpus.text import fold_aligned
from indexer.campaigns.moments import find_moments
from indexer.campaigns.readings import Period, Reading, find_readings
from indexer.campaigns.wording import BLANK, one_of, phrases, whole

# A label and what it is of: "Thời gian thi đua:", "2. Về thời gian thực hiện"; "Thời gian nộp hồ sơ" is of something else.
_LABEL = re.compile(
    rf"[ \-+*•\d.)(ivx]{{0,8}}(?:ve{BLANK})?{one_of('thoi gian', 'thoi han', 'thoi diem')}(?P<of>[^:\n]{{0,70}})"
)
_OF_DRIVE = re.compile(
    rf"(?:{BLANK}|$)(?:{one_of('thi dua', 'thuc hien', 'to chuc', 'trien khai', 'phat dong', 'dien ra', 'bat dau', 'cua dot', 'cua cuoc', 'cua phong trao', 'nhu sau', 'tinh', 'tu', 'ke tu', 'trong', 'la', 'du thi', 'nhan bai', 'den', 'dot', 'phong trao', 'cuoc thi', 'hoi thi', 'chia', 'keo dai', 'ngay')}|$|\W)"
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
# In the sentence before a period: what it is of, when it is not of the drive.
_ELSE = phrases(
    "bao cao", "gui ve", "gui", "nop", "hoi nghi", "cuoc hop", "buoi le", "le phat dong", "le ky niem", "le trao", "to chuc le", "du le", "nhiem ky", "hieu luc", "giai doan", "dang ky", "ho so",
    "so ket", "tong ket", "tap huan", "kiem tra", "cham diem", "binh xet", "trao giai", "chung ket", "hoi cho", "trien lam", "quyet toan",
    "lop hoc", "nghi le", "treo", "thong ke",
)  # fmt: skip
_MEETS = re.compile(rf"(?<![a-z])hop(?![a-z])(?!{BLANK}tac)")
"""``họp``, which loses its mark like ``hợp tác``."""
# Right before a period that is only a part of the drive: "đợt cao điểm từ …".
_PART_ONLY = phrases(
    "cao diem", "rieng", "trong do", "nuoc rut", "dot dau", "buoc", "moi tuan", "tuan dau", "gian hang", "lich su"
)
# Right after an end that begins a sentence: "Đến hết ngày 30/6, các đơn vị báo cáo …" is a deadline.
_DEED_AFTER = phrases("bao cao", "so ket", "gui", "nop", "dang ky", "hop", "co hieu luc", "to chuc hoi nghi", "phai")
# Right before a period that is one of several: "đợt 1: ", "đợt II bắt đầu".
_PHASE = re.compile(
    rf"{whole(one_of('dot', 'giai doan', 'dot thi dua', 'ky'))}{BLANK}(?:\d|i{{1,3}}|{one_of('mot', 'hai', 'ba', 'dau', 'cuoi')})(?![a-z0-9])[^.;\n]{{0,50}}$"
)
_SENTENCE = re.compile(r"[.;](?=\s)|\n")
_FURTHEST_DAYS: Final = 366 * 6
_REACH: Final = 60_000
"""A launch says when it runs within so many characters; what a longer text says further on is an annex."""
_ENOUGH: Final = 3.0
"""What a bare ``từ … đến …`` weighs, with nothing for and nothing against it."""
_LABELLED, _OF_THE_DRIVE, _OF_SOMETHING_ELSE, _OF_A_PART, _OF_A_TASK = 6.0, 3.0, -5.0, -4.0, -5.0
_A_DEADLINE, _OVER, _TOO_LONG = -4.0, -6.0, -4.0
_BULLETS: Final = " -+*•"


def find_period(text: str, signed_on: str | None, tasks: Sequence[Span] = ()) -> Period | None:
    """The period of the campaign that a text launches. signed_on: date of the document, for ``từ ngày ký`` and for a year left out."""
    folded = fold_aligned(text[:_REACH])
    readings = list(find_readings(folded, signed_on))
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
    return _phases(folded, list(find_readings(folded, signed_on)))


def _phases(folded: str, readings: Sequence[Reading]) -> list[Period]:
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


def _fitness(folded: str, reading: Reading, signed_on: str | None, tasks: Sequence[Span]) -> float:
    """How much the words around a period speak of the drive, and not of a meeting, a deadline, a task or history."""
    cuts = [match.end() for match in _SENTENCE.finditer(folded, max(0, reading.lead - 600), reading.lead)]
    start = cuts[-1] if cuts else max(0, reading.lead - 600)
    before = folded[start : reading.lead]
    value = _label(folded, start, before)
    if _DRIVE.search(before):
        value += _OF_THE_DRIVE
    if _ELSE.search(before[-60:]) or _MEETS.search(before[-60:]):
        value += _OF_SOMETHING_ELSE
    if _PART_ONLY.search(before[-50:]):
        value += _OF_A_PART
    if any(task.start <= reading.lead < task.end for task in tasks):
        value += _OF_A_TASK
    period = reading.period
    if (
        period.starts_on is None
        and not before.strip(_BULLETS)
        and _DEED_AFTER.search(folded[period.span.end : period.span.end + 50])
    ):
        value += _A_DEADLINE
    return value + _plausibility(period, signed_on)


def _label(folded: str, start: int, before: str) -> float:
    """What a label says: ``Thời gian thi đua:`` in the sentence or as the line above; ``Thời gian nộp hồ sơ`` speaks against."""
    for line in (before, _line_above(folded, start) if not before.strip(_BULLETS) else ""):
        label = _LABEL.match(line)
        if label:
            return _LABELLED if _OF_DRIVE.match(label["of"]) and not _ELSE.search(label["of"]) else -_LABELLED
    return 0.0


def _line_above(folded: str, start: int) -> str:
    """The line before an offset, when it is a heading: a line with a date of its own labels nothing after it."""
    line = folded[max(0, start - 200) : start].rstrip("\n").rpartition("\n")[2]
    return "" if find_moments(line) else line


def _plausibility(period: Period, signed_on: str | None) -> float:
    """A launch does not end before it is signed (a label still tells it on a page that was posted late), nor runs for many years."""
    value = 0.0
    if signed_on and period.ends_on and last_day(period.ends_on) < first_day(signed_on):
        value += _OVER
    days = days_in(period.starts_on, period.ends_on)
    if days and days > _FURTHEST_DAYS:
        value += _TOO_LONG
    return value


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
