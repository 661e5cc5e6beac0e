"""A draft's outline from chosen precedents: bases in their proper form, a proposed period, tasks aligned, each with where it came from."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from corpus.dates import first_day, is_iso, show_date
from corpus.errors import InputError
from corpus.kinds import kind_name
from corpus.occasions import ROUND_YEARS
from indexer.campaigns.compare import align_tasks
from indexer.campaigns.period import days_in
from indexer.proper_form import proper_forms

Row = Mapping[str, Any]
Lookup = Callable[[str], Row | None]
_MOST: Final = 4
_ENDS_IT: Final = frozenset({"replaces", "repeals"})


def outline(campaigns: Sequence[Row], instrument: Lookup) -> dict[str, Any]:
    """{"sources", "occasion", "periods", "proposal", "bases", "tasks"} of one to four campaigns, the latest first; nothing is invented.

    bases: {"text", "id", "from": [1, …], "ended_by": label | None}, those that more precedents share first. periods: {"text", "days", "from"}.
    tasks: {"text", "from", "others": [{"text", "from"}]}: the wording of the latest, and the likeness of it in the others.
    occasion, proposal: the latest one's occasion and period moved on to the next round year, or None; {"text", "from", "years_later"}, and for the
    period "starts_on" and "ends_on": proposals, to be marked as such. ``from`` counts from 1 into "sources". Raises InputError unless one to four
    campaigns are given.
    """
    if not 1 <= len(campaigns) <= _MOST:
        raise InputError(f"{len(campaigns)} precedents for a draft: give one to {_MOST} ids")
    latest = sorted(campaigns, key=lambda row: str(row.get("starts_on") or row.get("published_on") or ""), reverse=True)
    return {
        "sources": [dict(row) for row in latest],
        "occasion": _next_occasion(latest),
        "periods": [_period(row, number) for number, row in enumerate(latest, start=1) if row.get("starts_on")],
        "proposal": _proposal(latest),
        "bases": _bases(latest, instrument),
        "tasks": _tasks(latest),
    }


def _period(row: Row, number: int) -> dict[str, Any]:
    start, end = str(row["starts_on"]), row.get("ends_on")
    text = " – ".join(show_date(str(day)) for day in (start, end) if day)
    return {"text": text, "days": days_in(start, end), "from": [number]}


def _years_later(latest: Sequence[Row]) -> int:
    """How far on the next one lies: a round anniversary or a congress is five years away, what has no number comes back the next year."""
    return ROUND_YEARS if latest[0].get("occasion_years") or latest[0].get("occasion_term") else 1


def _next_occasion(latest: Sequence[Row]) -> dict[str, Any] | None:
    """``kỷ niệm 25 năm …`` as ``kỷ niệm 30 năm …``; None for an occasion that has no years to count."""
    years, words = latest[0].get("occasion_years"), latest[0].get("occasion")
    if not years or not words:
        return None
    text = re.sub(rf"(?<!\d){years}(?=\s+(?:năm|tuổi))", str(years + ROUND_YEARS), str(words), count=1)
    return {"text": text, "from": [1], "years_later": ROUND_YEARS} if text != words else None


def _proposal(latest: Sequence[Row]) -> dict[str, Any] | None:
    """The period of the latest campaign that has both ends, moved on by whole years."""
    later = _years_later(latest)
    for number, row in enumerate(latest, start=1):
        start, end = row.get("starts_on"), row.get("ends_on")
        if start and end:
            base = first_day(str(latest[0].get("starts_on") or start)).year
            moved = [_moved(str(day), base + later - first_day(str(start)).year) for day in (start, end)]
            return {
                "starts_on": moved[0],
                "ends_on": moved[1],
                "text": " – ".join(show_date(day) for day in moved),
                "from": [number],
                "years_later": later,
            }
    return None


def _moved(iso: str, years: int) -> str:
    """The same day of a later year; 29 February becomes the 28th where there is none."""
    moved = f"{int(iso[:4]) + years}{iso[4:]}"
    return moved if is_iso(moved) else f"{moved[:8]}28"


def _bases(campaigns: Sequence[Row], instrument: Lookup) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(campaigns, start=1):
        named = [
            *zip(row["bases"], row["base_ids"], strict=True),
            *((name, None) for name in row.get("unnumbered_bases") or ()),
        ]
        for base, id_ in named:
            target = instrument(str(id_)) if id_ else None
            text = proper_forms(target)[0] if target else str(base)
            entry = found.setdefault(
                text,
                {"text": text, "id": id_ if target else None, "from": [], "ended_by": _ended_by(target)},
            )
            if number not in entry["from"]:
                entry["from"].append(number)
    return sorted(found.values(), key=lambda entry: -len(entry["from"]))


def _ended_by(target: Row | None) -> str | None:
    """The document that replaces or repeals a basis, as far as this archive knows: a draft should not rest on it unseen."""
    for row in (target or {}).get("acted_on_by") or ():
        if row["relation"] in _ENDS_IT:
            source = row["source"]
            return f"{kind_name(str(source['kind']))} {source['number'] or source['title'] or ''}".strip()
    return None


def _tasks(campaigns: Sequence[Row]) -> list[dict[str, Any]]:
    found = []
    for row in align_tasks([list(campaign["tasks"]) for campaign in campaigns]):
        cells = [(number, cell) for number, cell in enumerate(row, start=1) if cell]
        (first, text), *rest = cells
        found.append(
            {"text": text, "from": [first], "others": [{"text": cell, "from": [number]} for number, cell in rest]}
        )
    return sorted(found, key=lambda task: -len(task["others"]))
