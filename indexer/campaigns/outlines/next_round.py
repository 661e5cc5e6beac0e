"""When the occasion of a campaign comes round next after a day, and a past period moved on to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.dates import find_dates, first_day, is_iso, last_day
from corpus.occasions import ROUND_YEARS, occasions
from corpus.text import fold_aligned
from indexer.campaigns.outlines.rows import OccasionRow, ProposalRow
from indexer.documents.campaign_rows import CampaignRow

_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The next round. years: of the anniversary, term: of the congress, both None for what comes every year. on: its day, where it is known."""

    year: int
    years: int | None = None
    term: int | None = None
    on: date | None = None


def next_round(row: CampaignRow, on: date) -> Round:
    """The round anniversary, the congress or the year's return that lies next after a day, that day included."""
    if row.get("occasion_years"):
        founded, month, day = _founding(row)
        year = on.year
        while (year - founded) % ROUND_YEARS or year <= founded or _day_of(year, month or 12, day or 31) < on:
            year += 1
        known = _day_of(year, month, day) if month and day else None
        return Round(year=year, years=year - founded, on=known)
    step = ROUND_YEARS if row.get("occasion_term") else 1
    rounds = 1
    while rounds < on.year and _moved_day(row, rounds * step) < on:
        rounds += 1
    old = row.get("occasion_term")
    term = old + rounds if old else None
    return Round(year=year_of(row) + rounds * step, term=term)


def next_occasion(row: CampaignRow, coming: Round) -> OccasionRow | None:
    """``kỷ niệm 30 năm … (29/10/1993 - 29/10/2023)`` as ``kỷ niệm 35 năm … (29/10/1993 - 29/10/2028)``; None for what has no round to count."""
    words = row.get("occasion") or ""
    if not words or not (coming.years or coming.term):
        return None
    text, old, old_term = words, row.get("occasion_years"), row.get("occasion_term")
    if coming.years and old:
        text = re.sub(
            rf"(?<![\d/.-])0?{old}(?=\s+(?:năm|tuổi|mùa)\b)|(?<=lần thứ ){old}(?!\d)", str(coming.years), words, count=1
        )
        known = occasions().get(str(row.get("occasion_slug") or ""))
        if text == words and coming.years != old:
            text = f"kỷ niệm {coming.years} năm {known.name[0].lower()}{known.name[1:]}" if known else ""
        text = re.sub(rf"(?<!\d){year_of(row)}(?!\d)", str(coming.year), text)
    elif coming.term and old_term:
        forms = rf"(?<=lần thứ )(?:{_roman(old_term)}|{old_term})\b"
        text = re.sub(forms, _roman(coming.term), words, count=1)
        text = "" if text == words else re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", "…", text)
    if not text:
        return None
    return {
        "text": text,
        "from": [1],
        "years": coming.years,
        "term": coming.term,
        "on": coming.on.isoformat() if coming.on else None,
        "years_later": coming.year - year_of(row),
    }


def next_period(latest: Sequence[CampaignRow], coming: Round, on: date) -> ProposalRow | None:
    """The period of the latest campaign that has both ends, moved on by whole years; a beginning that would lie in the past is left open.

    None when no precedent has both ends.
    """
    for number, row in enumerate(latest, start=1):
        start, end = row.get("starts_on"), row.get("ends_on")
        if not start or not end:
            continue
        later = coming.year - year_of(row)
        first, last = (_moved(str(day), later) for day in (start, end))
        begins = first if last_day(first) >= on else None
        if last_day(last) < on:
            return None
        return {
            "starts_on": begins,
            "ends_on": last,
            "from": [number],
            "years_later": later,
        }
    return None


def year_of(row: CampaignRow) -> int:
    """The year of the occasion itself: of its registered founding and years, else that in which the campaign ended, began or was told of."""
    known = occasions().get(str(row.get("occasion_slug") or ""))
    years = row.get("occasion_years")
    if known and known.founded_on and known.month and years:
        return int(known.founded_on[:4]) + years
    return first_day(str(row.get("ends_on") or row.get("starts_on") or row.get("published_on") or "1")).year


def _founding(row: CampaignRow) -> tuple[int, int | None, int | None]:
    """Year, month and day from which an occasion is counted: the registry's, else what years and words say."""
    known = occasions().get(str(row.get("occasion_slug") or ""))
    if known and known.founded_on and known.month and known.day:
        return int(known.founded_on[:4]), known.month, known.day
    year = year_of(row)
    years = row.get("occasion_years") or 0
    founded = year - years
    for found in find_dates(fold_aligned(str(row.get("occasion") or ""))):
        parts = found.iso.split("-")
        if len(parts) == 3 and int(parts[0]) in (founded, year):
            return (
                int(parts[0]) - (years if int(parts[0]) == year else 0),
                int(parts[1]),
                int(parts[2]),
            )
    return founded, None, None


def _moved_day(row: CampaignRow, years: int) -> date:
    """The day by which a round must not be over: the beginning of a yearly campaign, the end of a congress's."""
    last = row.get("ends_on") if row.get("occasion_term") else row.get("starts_on")
    day = str(last or row.get("ends_on") or row.get("starts_on") or row.get("published_on") or "1")
    return last_day(_moved(day, years))


def _day_of(year: int, month: int, day: int) -> date:
    return first_day(_moved(f"{year - 1}-{month:02d}-{day:02d}", 1))


def _moved(iso: str, years: int) -> str:
    """The same day of a later year; 29 February becomes the 28th where there is none."""
    moved = f"{first_day(iso).year + years:04d}{iso[4:]}"
    return moved if is_iso(moved) else f"{moved[:8]}28"


def _roman(number: int) -> str:
    digits = ""
    for value, letters in _ROMAN:
        while number >= value:
            digits, number = digits + letters, number - value
    return digits
