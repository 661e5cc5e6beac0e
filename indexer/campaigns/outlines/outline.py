"""A draft's outline from chosen precedents: the next round of their occasion, bases that hold for it, tasks aligned, each with where it came from."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from corpus.errors import InputError
from corpus.model import Reason
from corpus.places import Place, find_place, successor_of, territory
from indexer.campaigns.organiser import body_key
from indexer.campaigns.outlines.bases import draft_bases
from indexer.campaigns.outlines.next_round import next_occasion, next_period, next_round
from indexer.campaigns.outlines.rows import DrafterRow, OutlineRow, PeriodRow, TaskRow
from indexer.campaigns.outlines.standing import Lookup
from indexer.campaigns.outlines.tasks import task_to_fill
from indexer.campaigns.period import days_in
from indexer.campaigns.precedents.compare import MOST, align_tasks
from indexer.documents.campaign_rows import CampaignRow

_ALLIANCE: Final = "lien minh hop tac xa"
_CAPITAL: Final = "Hà Nội"


def outline(campaigns: Sequence[CampaignRow], instrument: Lookup, *, on: date, place: str | None = None) -> OutlineRow:
    """An outline from one to four campaigns, the latest first, for a draft written on a day; nothing is invented.

    drafter: of `place`, else of the province that the precedents have in common ("province"); "place" stands before the date. None, or ``…`` inside,
    for what they do not tell.
    occasion, proposal: the round that comes next after the day, or None; see `indexer.campaigns.outlines.next_round`; proposals, to be marked as such.
    bases, models, left_out: see `indexer.campaigns.outlines.bases`. periods: {"starts_on", "ends_on", "days", "from"} of the precedents.
    tasks: {"text", "from", "others": [{"text", "from"}]}: the wording of the latest with blanks for dates and figures, and its like in the others.
    ``from`` counts from 1 into "sources". Raises InputError unless one to four campaigns are given, and on a place that is none.
    """
    if not 1 <= len(campaigns) <= MOST:
        raise InputError(
            f"{len(campaigns)} precedents for a draft: give one to {MOST} ids",
            Reason.of("too-few-or-many", n=len(campaigns), low=1, high=MOST),
        )
    latest = sorted(campaigns, key=lambda row: str(row.get("starts_on") or row.get("published_on") or ""), reverse=True)
    own = _own_place(latest, place, on)
    coming = next_round(latest[0], on) if _is_dated(latest[0]) else None
    return {
        "sources": latest,
        "drafter": _drafter(latest, own),
        "occasion": next_occasion(latest[0], coming) if coming else None,
        "periods": [_period(row, number) for number, row in enumerate(latest, start=1) if row.get("starts_on")],
        "proposal": next_period(latest, coming, on) if coming else None,
        **draft_bases(latest, instrument, own.name if own else None, on),
        "tasks": _tasks(latest),
    }


def _is_dated(row: CampaignRow) -> bool:
    return any(row.get(name) for name in ("starts_on", "ends_on", "published_on"))


def _own_place(campaigns: Sequence[CampaignRow], asked: str | None, on: date) -> Place | None:
    """The drafter's province on the day: the one asked for, else the one that all precedents with a place lie in today."""
    if asked:
        place = find_place(asked)
        if place is None:
            raise InputError(
                f"place {asked!r}: no province or city of that name", Reason.of("no-such-place", place=asked)
            )
        return successor_of(place, on)
    names = [str(row["place"]) for row in campaigns if row.get("place")]
    place = find_place(names[0]) if len({territory(name) for name in names}) == 1 else None
    return successor_of(place, on) if place else None


def _drafter(campaigns: Sequence[CampaignRow], own: Place | None) -> DrafterRow:
    """Who would sign, as far as the precedents tell: their common body, or the alliance of the province."""
    names = [str(row["organiser"]) for row in campaigns if row.get("organiser")]
    keys = {body_key(name) for name in names}
    issuer, symbol = names[0] if len(keys) == 1 else None, "KH-…"
    place = own.name if own else None
    if names and all(key.startswith(_ALLIANCE) for key in keys):
        is_national = own is None and all(key.endswith("viet nam") for key in keys)
        symbol = "KH-LMHTXVN" if is_national else "KH-LMHTX"
        place = _CAPITAL if is_national else place
        issuer = f"Liên minh Hợp tác xã {own.full_name}" if own else issuer or "Liên minh Hợp tác xã …"
    return {"issuer": issuer, "symbol": symbol, "place": place, "province": own.name if own else None}


def _period(row: CampaignRow, number: int) -> PeriodRow:
    start, end = str(row["starts_on"]), row.get("ends_on")
    return {"starts_on": start, "ends_on": end, "days": days_in(start, end), "from": [number]}


def _tasks(campaigns: Sequence[CampaignRow]) -> list[TaskRow]:
    found: list[TaskRow] = []
    for row in align_tasks([list(campaign["tasks"]) for campaign in campaigns]):
        cells = [(number, task_to_fill(cell)) for number, cell in enumerate(row, start=1) if cell]
        (first, text), *rest = cells
        found.append(
            {"text": text, "from": [first], "others": [{"text": cell, "from": [number]} for number, cell in rest]}
        )
    return sorted(found, key=lambda task: -len(task["others"]))
