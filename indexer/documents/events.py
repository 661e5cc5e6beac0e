"""What happened to a document's validity, from the registry, from its own text, and from sentences that end or change it, each with day and proof.

A sentence counts where it states a fact: no plan, no wish, no condition. What it says must be possible: no document ends one that stands higher or is
younger (Luật Ban hành văn bản quy phạm pháp luật: only the body that issued it, or one above it, ends it).
"""

import re
from typing import Final

from corpus.dates import first_day, last_day
from corpus.kinds import has_trait, kind_name
from corpus.model import Instrument
from corpus.places import territory
from corpus.ranks import rank_of_document
from corpus.text import fold_aligned
from indexer.citations.around.effects import Effect, ended_on, is_of_a_part, is_planned
from indexer.documents.rows import target_row
from indexer.documents.target_rows import TargetRow
from indexer.documents.validity import registry_events
from indexer.documents.validity_rows import DaySource, EventCode, EventRow, ProofRow
from indexer.facts.shown import Change, Clause, changes_to, clauses_of
from indexer.facts.store import Facts

_MOST: Final = 24
"""Events of a document that are kept: those that end it, then the latest."""
_PARTY = re.compile(r"\d+\w?-")
_CODES: Final[dict[str, EventCode]] = {"amends": "amended", "replaces": "replaced", "repeals": "repealed"}


def events_of(facts: Facts, instrument: Instrument) -> list[EventRow]:
    """The events of a document, each by each acting document once, those that end it first, the latest first."""
    target = target_row(instrument)
    known = registry_events(target)
    found: dict[tuple[str, str | None], EventRow] = {}
    for event in (*known, *_own(facts, instrument, target), *_by_others(facts, instrument, target)):
        by = event["by"]
        key = event["code"], by["id"] if by else None
        kept = found.get(key)
        if kept is None or _certainty(event) < _certainty(kept):
            found[key] = event
    latest = sorted(found.values(), key=lambda event: event["on"] or "", reverse=True)
    return sorted(latest, key=lambda event: event["code"] in ("amended", "partly-repealed"))[:_MOST]


def _certainty(event: EventRow) -> tuple[int, str]:
    """The day of effect before others; of told days the earliest. The registry comes first by itself."""
    return ("effect", "issue", "notice").index(event["on_from"]), event["on"] or "9999"


def _own(facts: Facts, instrument: Instrument, target: TargetRow) -> list[EventRow]:
    """What the text of a document says of its own effect."""
    found: list[EventRow] = []
    for clause in clauses_of(facts, instrument):
        on = _day_of(clause, target["issued_on"])
        if on is not None:
            code: EventCode = "in-force" if clause.code == "effective" else "expired"
            proof = _proof("text", clause.notice, clause.quote, clause.start, clause.end)
            found.append({"code": code, "on": on, "on_from": "effect", "by": None, "proof": proof})
    return found


def _day_of(clause: Clause, issued_on: str | None) -> str | None:
    return Effect(code=clause.code, on=clause.on, after=clause.after, start=0, end=0).day(issued_on)


def _by_others(facts: Facts, instrument: Instrument, target: TargetRow) -> list[EventRow]:
    """What others do to it, as notices tell."""
    found: list[EventRow] = []
    for change in changes_to(facts, instrument.id):
        by = None
        if change.holder is not None:
            acting = facts.instrument(change.holder)
            by = target_row(acting) if acting else None
        place = _mention_in(change.quote, target)
        if place is None or is_planned(change.quote, place[0]):
            continue
        if by is None and not _tells_an_ending(change, place):
            continue
        if by is not None and not _may_end(by, target):
            continue
        on, on_from = _when(facts, change, by, place)
        if on is None:
            continue
        code = _CODES[change.kind]
        if code != "amended" and is_of_a_part(change.quote, *place):
            code = "partly-repealed"
        source = "notice"
        proof = _proof(source, change.notice, change.quote, change.start, change.end)
        found.append({"code": code, "on": on, "on_from": on_from, "by": by, "proof": proof})
    return found


def _mention_in(quote: str, target: TargetRow) -> tuple[int, int] | None:
    """Where a sentence names a document, with the word of its kind; None where it is not seen (a long sentence is quoted in part)."""
    folded = fold_aligned(quote)
    for name in (target["number"], target["title"]):
        said = fold_aligned(name) if name else ""
        at = folded.find(said) if said else -1
        if at >= 0:
            word = fold_aligned(kind_name(target["kind"]))
            start = folded.rfind(word, max(0, at - len(word) - 6), at)
            return (start if start >= 0 else at), at + len(said)
    return None


def _tells_an_ending(change: Change, place: tuple[int, int]) -> bool:
    """Whether a notice without a number tells that a document has ended, with the day: ``Nghị định số 77/… hết hiệu lực từ ngày …``."""
    return change.kind == "repeals" and ended_on(change.quote, place[1]) is not None


def _may_end(by: TargetRow, target: TargetRow) -> bool:
    """Whether a document may end or change another: not itself, no younger one, none that stands higher, of another province or of the other system."""
    if by["id"] == target["id"] or (has_trait(by["kind"], "passing") and not has_trait(target["kind"], "passing")):
        return False
    if by["issued_on"] and target["issued_on"] and last_day(by["issued_on"]) < first_day(target["issued_on"]):
        return False
    if by["place"] and target["place"] and territory(by["place"]) != territory(target["place"]):
        return False
    if by["number"] and target["number"] and _is_of_party(by["number"]) != _is_of_party(target["number"]):
        return False
    return rank_of_document(by["kind"], by["number"]) <= rank_of_document(target["kind"], target["number"])


def _is_of_party(number: str) -> bool:
    """Whether a number in its proper form is of the Party's system (``34-CT/TW``), whose documents end none of the State's."""
    return bool(_PARTY.match(number))


def _when(facts: Facts, change: Change, by: TargetRow | None, place: tuple[int, int]) -> tuple[str | None, DaySource]:
    """The day of a change: the one that the sentence gives, the acting document's first in force, its issue, else that of the notice."""
    said = ended_on(change.quote, place[1])
    if said:
        return said, "effect"
    if by is None:
        return change.told_on, "notice"
    acting = facts.instrument(by["id"])
    known = registry_events(by)
    begins = [event for event in (*known, *(_own(facts, acting, by) if acting else ())) if event["code"] == "in-force"]
    if begins:
        return begins[0]["on"], "effect"
    if by["issued_on"]:
        return by["issued_on"], "issue"
    return change.told_on, "notice"


def _proof(source: str, notice: str, quote: str, start: int, end: int) -> ProofRow:
    return {
        "source": "text" if source == "text" else "notice",
        "notice": notice,
        "quote": quote,
        "start": start,
        "end": end,
    }
