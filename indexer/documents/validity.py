"""What a document is on a day: in force, not yet, amended, partly repealed, replaced, repealed, expired, or not known, which silence leaves it.

Each word rests on an event with its day and its proof; the events of the registry are made here, those of collected texts and citers in `events`. A day
decides by the events that had happened by then. Of several that end a document the one whose day of effect is known counts over one that is only told of.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from corpus.dates import agree, first_day
from corpus.instruments import KnownInstrument, load_instruments
from corpus.kinds import is_law
from corpus.model import Instrument, Reason
from corpus.numbers import number_key
from indexer.documents.rows import target_row
from indexer.documents.target_rows import Description, TargetRow
from indexer.documents.validity_rows import DaySource, EventCode, EventRow, ProofRow, ValidityCode, ValidityRow
from indexer.resolution.cluster import cluster
from indexer.resolution.evidence import known_evidence

ENDED: Final[frozenset[ValidityCode]] = frozenset(("replaced", "repealed", "expired"))
_CERTAINTY: Final[tuple[DaySource, ...]] = ("effect", "issue", "notice")
_FIRST: Final[tuple[EventCode, ...]] = ("replaced", "repealed", "expired", "partly-repealed", "amended", "in-force")
REGISTRY: Final[ProofRow] = {"source": "registry", "notice": None, "quote": None, "start": None, "end": None}
_WITH_BY: Final[Mapping[EventCode, str]] = {
    "amended": "amended-by",
    "partly-repealed": "partly-repealed-by",
    "replaced": "replaced-by",
    "repealed": "repealed-by",
    "expired": "expired-by",
}
_SINCE: Final[Mapping[DaySource, str]] = {"effect": "since-effect", "issue": "since-issue", "notice": "since-notice"}


def validity_on(events: Sequence[EventRow], on: date) -> ValidityRow:
    """What a document is on a day, by its events."""
    ending = _ending(events)
    if ending and _had_happened(ending, on):
        return _row(ending["code"], ending)
    begins = next((event for event in events if event["code"] == "in-force"), None)
    if begins and not _had_happened(begins, on):
        return _row("not-yet", begins)
    for code in ("partly-repealed", "amended"):
        past = [event for event in events if event["code"] == code and _had_happened(event, on)]
        if past:
            return _row(past[0]["code"], max(past, key=lambda event: event["on"] or ""))
    if begins is None:
        return unknown()
    found = _row("in-force", begins)
    return {**found, "reasons": [_begun(begins).as_row()]} if ending else found


def history_of(events: Sequence[EventRow]) -> list[ValidityRow]:
    """Every event as what the document was from then on, in the order of their days."""
    rows: list[ValidityRow] = []
    for event in sorted(events, key=lambda one: one["on"] or "9999"):
        row = _row(event["code"], event)
        rows.append({**row, "reasons": [_begun(event).as_row()]} if event["code"] == "in-force" else row)
    return rows


def unknown() -> ValidityRow:
    """The validity of a document of which nothing is proved."""
    reasons = [Reason("validity-unknown").as_row()]
    return {"code": "unknown", "since": None, "since_from": None, "by": None, "proof": None, "reasons": reasons}


def has_ended(validity: ValidityRow) -> bool:
    """Whether a document is no longer in force."""
    return validity["code"] in ENDED


def ended_reason(validity: ValidityRow) -> Reason:
    """How a document ended, as one clause."""
    return Reason.from_row(validity["reasons"][0])


def _ending(events: Iterable[EventRow]) -> EventRow | None:
    """What ended a document: a told day gives way to the day of effect of the same document, or to one that says nothing of a document."""
    ends = [event for event in events if event["code"] in ENDED]
    sure = [event for event in ends if event["on_from"] == "effect"]
    if sure:
        known = {event["by"]["id"] for event in sure if event["by"]}
        ends = [
            event for event in ends if event in sure or (event["by"] is not None and event["by"]["id"] not in known)
        ]
    return min(ends, key=_order, default=None)


def _order(event: EventRow) -> tuple[str, int, int, str]:
    by = event["by"]
    return (
        event["on"] or "9999",
        _FIRST.index(event["code"]),
        _CERTAINTY.index(event["on_from"]),
        by["id"] if by else "~",
    )


def _had_happened(event: EventRow, on: date) -> bool:
    return bool(event["on"]) and first_day(event["on"] or "9999") <= on


def _row(code: ValidityCode, event: EventRow) -> ValidityRow:
    return {
        "code": code,
        "since": event["on"],
        "since_from": event["on_from"],
        "by": event["by"],
        "proof": event["proof"],
        "reasons": [reason.as_row() for reason in _reasons(code, event)],
    }


def _begun(event: EventRow) -> Reason:
    return Reason.of("in-force-from", from_on=event["on"])


def _reasons(code: ValidityCode, event: EventRow) -> list[Reason]:
    if code == "in-force":
        return [Reason.of("in-force-since", from_on=event["on"])]
    if code == "not-yet":
        return [Reason.of("not-yet", from_on=event["on"])]
    by, since = event["by"], Reason.of(_SINCE[event["on_from"]], from_on=event["on"])
    if by is None:
        if code == "expired":
            return [Reason.of("expired", from_on=event["on"])]
        return [Reason(code), since]
    named = {"kind": by["kind"], "number": by["number"], "title": by["title"]}
    if code == "replaced" and event["on_from"] == "effect":
        return [Reason.of("replaced-from", from_on=event["on"], **named)]
    return [Reason.of(_WITH_BY[event["code"]], **named), since]


# What the registry knows


def registry_events(target: Description) -> list[EventRow]:
    """What the registry tells of a document's validity: its first day, what took its place, the first day on which it was no longer in force."""
    known = _known(target)
    events: list[EventRow] = []
    if known and known.effective_on:
        events.append(_event("in-force", known.effective_on, "effect", None))
    for other in _successors(target, known):
        begins = other.effective_on or other.issued_on
        by = _registry_targets().get(_key(other.kind, other.number, other.issued_on))
        events.append(_event("replaced", begins, "effect" if other.effective_on else "issue", by))
    if known and known.expires_on and all(event["on"] != known.expires_on for event in events[1:]):
        events.append(_event("expired", known.expires_on, "effect", None))
    return events


def _event(code: EventCode, on: str | None, on_from: DaySource, by: TargetRow | None) -> EventRow:
    return {"code": code, "on": on, "on_from": on_from, "by": by, "proof": REGISTRY}


def _known(target: Description) -> KnownInstrument | None:
    """The registry's row of a document, told by number and date; by the number alone where that has its year; a constitution by its date."""
    issued_on = target["issued_on"]
    for known in _rows_by_number().get((target["kind"], number_key(target["number"] or "")), ()):
        if agree(known.issued_on, issued_on):
            return known
        if target["number"] and not issued_on and is_law(known.kind):
            return known
    return None


def _successors(target: Description, known: KnownInstrument | None) -> list[KnownInstrument]:
    """Known documents that replaced another: those that say so, and a law of its name that begins on the very day on which it ends."""
    found: list[KnownInstrument] = []
    if target["number"]:
        for other in _rows_by_replaced().get((target["kind"], number_key(target["number"])), ()):
            begins = other.effective_on or other.issued_on
            issued_on = target["issued_on"]
            if other is not known and begins and (issued_on is None or first_day(issued_on) < first_day(begins)):
                found.append(other)
    if known and known.expires_on and not found:
        found += [
            other
            for other in load_instruments()
            if other is not known
            and (other.kind, other.title, other.effective_on) == (known.kind, known.title, known.expires_on)
        ]
    return found


@cache
def _rows_by_number() -> Mapping[tuple[str, str], Sequence[KnownInstrument]]:
    rows: dict[tuple[str, str], list[KnownInstrument]] = defaultdict(list)
    for known in load_instruments():
        if known.number or known.effective_on:
            rows[known.kind, number_key(known.number or "")].append(known)
    return rows


@cache
def _rows_by_replaced() -> Mapping[tuple[str, str], Sequence[KnownInstrument]]:
    rows: dict[tuple[str, str], list[KnownInstrument]] = defaultdict(list)
    for known in load_instruments():
        if known.replaces:
            rows[known.kind, number_key(known.replaces)].append(known)
    return rows


def _key(kind: str, number: str | None, issued_on: str | None) -> tuple[str, str, str | None]:
    return kind, number_key(number or ""), issued_on


@cache
def _registry_targets() -> Mapping[tuple[str, str, str | None], TargetRow]:
    """The registry's documents as TARGET rows, by kind, number and date."""
    instruments: list[Instrument] = [one.instrument for rows in known_evidence().values() for one in cluster(rows)]
    return {_key(one.kind, one.number, one.issued_on): target_row(one) for one in instruments}
