"""Which bases of precedents a new draft may rest on: its own province's and the centre's, in force on the day as far as known, by rank.

What belonged to the old round (its plan, its official letters, a programme whose years are over) is a model to look at, no basis.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, Literal, TypedDict

from corpus.dates import first_day
from corpus.kinds import has_trait
from corpus.model import Reason, ReasonRow
from corpus.occasions import occasion_in
from corpus.places import find_place, territory
from indexer.campaigns.outlines.rows import BasesRow, BasisRow, EndedRow, EntryRow, From, NotedRow
from indexer.campaigns.outlines.standing import Basis, Lookup, bases_of, order_of
from indexer.documents.campaign_rows import CampaignRow
from indexer.documents.proper_form import form_to_fill
from indexer.documents.validity import ended_reason, has_ended, registry_events, validity_on
from indexer.documents.validity_rows import ValidityRow

_Other = Literal["models", "left_out"]
_Where = Literal["bases"] | _Other
_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"\bnăm ((?:19|20)\d\d)(?!\d)")
_JUBILEE = re.compile(r"\bkỷ niệm\b.{0,40}\b\d{1,3} năm\b", re.IGNORECASE)
_FRESH_DAYS: Final = 400
_MOST_SUCCESSORS: Final = 8


def draft_bases(campaigns: Sequence[CampaignRow], instrument: Lookup, own: str | None, on: date) -> BasesRow:
    """What a draft may rest on, what it may look at, and what it leaves out.

    own: the drafter's province, None for the centre or where it is not known. instead_of: {"kind", "number", "title"} of the ended document in whose place a basis is offered,
    reason: what ended it; else None. Bases stand by rank; ``from`` counts from 1 into the campaigns.
    """
    bases: dict[str, BasisRow] = {}
    others: dict[_Other, dict[str, NotedRow]] = {"models": {}, "left_out": {}}
    order = {}
    for number, row in enumerate(campaigns, start=1):
        for basis in bases_of(row, instrument):
            where, offered, said = _placed(basis, row, instrument, own, on)
            order[offered.key] = order_of(offered)
            kept: From
            if where == "bases":
                kept = bases.setdefault(offered.key, {**_entry(offered), **said, "from": []})
            else:
                kept = others[where].setdefault(
                    offered.key, {**_entry(offered), "reason": said["reason"] or Reason("").as_row(), "from": []}
                )
            if number not in kept["from"]:
                kept["from"].append(number)
    return {
        "bases": [bases[key] for key in sorted(bases, key=order.__getitem__)],
        "models": [others["models"][key] for key in sorted(others["models"], key=order.__getitem__)],
        "left_out": [others["left_out"][key] for key in sorted(others["left_out"], key=order.__getitem__)],
    }


class _Said(TypedDict):
    """What stands beside an entry (see `BasisRow`)."""

    instead_of: EndedRow | None
    reason: ReasonRow | None


def _placed(
    basis: Basis, row: CampaignRow, instrument: Lookup, own: str | None, on: date
) -> tuple[_Where, Basis, _Said]:
    """The list to which a basis goes, what is offered there (itself or its successor), and what stands beside it."""
    if not _may_cite(basis, own):
        whose = find_place(basis.place or basis.said_in or "")
        reason = Reason.of("of-place", place=whose.full_name) if whose else Reason("of-unknown-place")
        return "left_out", basis, {"instead_of": None, "reason": reason.as_row()}
    ending, offered = _successor(basis, instrument, on)
    if ending and offered is None:
        return "left_out", basis, {"instead_of": None, "reason": ended_reason(ending).as_row()}
    chosen = offered or basis
    over = _why_over(chosen, row, on)
    if over:
        return "models", chosen, {"instead_of": None, "reason": over.as_row()}
    if ending is None:
        return "bases", chosen, {"instead_of": None, "reason": None}
    return "bases", chosen, {"instead_of": _name(basis), "reason": ended_reason(ending).as_row()}


def _entry(basis: Basis) -> EntryRow:
    if basis.target:
        text = form_to_fill(basis.target)
    elif basis.number and basis.kind:
        text = form_to_fill(
            {
                "kind": basis.kind,
                "number": basis.number,
                "issued_on": None,
                "issuer": None,
                "place": None,
                "title": None,
            }
        )
    else:
        text = basis.text
    return {"text": text, "id": basis.id if basis.target else None}


def _name(basis: Basis) -> EndedRow:
    """{"kind", "number", "title"} of a basis: what it is called by."""
    return {"kind": basis.kind, "number": basis.number, "title": None if basis.number else basis.text}


def _may_cite(basis: Basis, own: str | None) -> bool:
    """Whether a document is the centre's or the drafter's own province's; what tells no place is that of the campaign which named it."""
    if basis.is_central:
        return True
    place = basis.place or basis.said_in
    return bool(own and place and territory(place) == territory(own))


def _successor(basis: Basis, instrument: Lookup, on: date) -> tuple[ValidityRow | None, Basis | None]:
    """What ended a document, and what is in its place on the day after every further replacement; (None, None) for one not known to have ended."""
    first: ValidityRow | None = None
    seen = basis
    for _ in range(_MOST_SUCCESSORS):
        ending = _ending(seen, on)
        if ending is None:
            return first, seen if first else None
        first = first or ending
        by = ending["by"] if ending["code"] == "replaced" else None
        if by is None:
            return first, None
        known = instrument(by["id"])
        seen = Basis(
            key=f"id:{by['id']}",
            text=str(by["number"] or by["title"]),
            id=by["id"] if known else None,
            target=known or by,
            said_in=basis.said_in,
            events=known["events"] if known else None,
        )
    return first, None


def _ending(basis: Basis, on: date) -> ValidityRow | None:
    """What had ended a document by a day, as the archive knows, else as the registry does."""
    if basis.target is None:
        return None
    events = basis.events if basis.events is not None else registry_events(basis.target)
    validity = validity_on(events, on)
    return validity if has_ended(validity) else None


def _why_over(basis: Basis, row: CampaignRow, on: date) -> Reason | None:
    """Why a document binds no new round; None when it may."""
    title = (basis.target and basis.target["title"]) or ("" if basis.number else basis.text)
    ranges = [int(last) for _, last in _RANGE.findall(title)]
    if ranges and max(ranges) < on.year:
        return Reason.of("until-year", year=max(ranges))
    named = occasion_in(title)
    if _JUBILEE.search(title) or (
        has_trait(basis.kind, "passing") and named and row.get("occasion_slug") and named.slug == row["occasion_slug"]
    ):
        return Reason("of-earlier-round")
    if not has_trait(basis.kind, "passing"):
        return None
    years = [int(year) for year in _YEAR.findall(title)]
    if years and max(years) < on.year:
        return Reason.of("of-year", year=max(years))
    issued_on = (basis.target and basis.target["issued_on"]) or ""
    if not issued_on or (on - first_day(issued_on)).days > _FRESH_DAYS:
        return Reason("ran-earlier-round")
    return None
