"""What had ended a document by a day, as far as the registry and the archive know; silence is no proof that it is in force."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.dates import agree, first_day
from corpus.instruments import KnownInstrument, load_instruments
from corpus.kinds import kind_name
from corpus.model import Reason
from corpus.numbers import number_key
from corpus.text import fold
from indexer.documents.instrument_rows import ActingRow
from indexer.documents.target_rows import Description

_ENDS: Final = {"replaces": "replaced-by", "repeals": "repealed-by"}
_PART = re.compile(
    r"\b(?:dieu|khoan|diem|mau|phu luc|chuong|muc|cum tu)\b(?: \w+){0,4} ?(?:cua|tai|trong|(?:ban hanh )?kem theo)?$"
)
_PART_REACH: Final = 64
_HAS_YEAR = re.compile(r"/(?:19|20)\d\d/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a document ended. reason: by what and from when. successor: what took its place, None where none is known; successor_id: its id, where the archive has it.

    tie: the row of ``acted_on_by`` that says so; None where the registry does.
    """

    reason: Reason
    successor: Description | None
    tie: ActingRow | None = None
    successor_id: str | None = None


def ended_in_registry(target: Description, on: date) -> Ending | None:
    """The known document that had replaced another by a day, or the day on which a known law ceased to be in force."""
    known = _known(target)
    for other in load_instruments():
        begins = other.effective_on or other.issued_on
        if not begins or first_day(begins) > on or other.kind != target["kind"] or other is known:
            continue
        if _replaces(other, target, begins) or (known and _succeeds(other, known)):
            reason = Reason.of("replaced-from", kind=other.kind, number=other.number, from_on=begins)
            return Ending(reason=reason, successor=_row(other))
    if known and known.expires_on and first_day(known.expires_on) <= on:
        return Ending(reason=Reason.of("expired", from_on=known.expires_on), successor=None)
    return None


def ended_in_archive(target: Description, acted_on_by: Iterable[ActingRow], on: date) -> Ending | None:
    """What a notice of the archive says had replaced or repealed a document by a day; a part of it does not count."""
    for tie in acted_on_by:
        source = tie["source"]
        if tie["relation"] not in _ENDS or _is_of_a_part(tie["quote"], target):
            continue
        if source["issued_on"] and first_day(source["issued_on"]) > on:
            continue
        replaced = tie["relation"] == "replaces"
        reason = Reason.of(_ENDS[tie["relation"]], kind=source["kind"], number=source["number"], title=source["title"])
        return Ending(
            reason=reason,
            successor=source if replaced else None,
            tie=tie,
            successor_id=source["id"] if replaced else None,
        )
    return None


def _known(target: Description) -> KnownInstrument | None:
    """The registry's row of a document, told by number and date; by the number alone where that has its year."""
    if not target["number"]:
        return None
    key, issued_on = number_key(target["number"]), str(target["issued_on"] or "")
    for known in load_instruments():
        if known.kind != target["kind"] or not known.number or number_key(known.number) != key:
            continue
        if agree(known.issued_on, issued_on or None) or (not issued_on and _HAS_YEAR.search(known.number)):
            return known
    return None


def _replaces(other: KnownInstrument, target: Description, begins: str) -> bool:
    if not other.replaces or not target["number"] or number_key(other.replaces) != number_key(target["number"]):
        return False
    return target["issued_on"] is None or first_day(target["issued_on"]) < first_day(begins)


def _succeeds(other: KnownInstrument, known: KnownInstrument) -> bool:
    """Whether a law of the same name begins on the very day on which another ends."""
    return bool(known.expires_on and other.effective_on == known.expires_on and other.title == known.title)


def _row(known: KnownInstrument) -> Description:
    return {
        "kind": known.kind,
        "number": known.number,
        "issued_on": known.issued_on,
        "issuer": known.issuer,
        "place": known.place,
        "title": known.title,
    }


def _is_of_a_part(quote: str, target: Description) -> bool:
    """Whether a sentence ends a part of a document only: ``bãi bỏ Điều 4 của Quyết định số 18/…``."""
    folded, name = fold(quote), fold(str(target["number"] or target["title"] or ""))
    at = folded.find(name) if name else -1
    before = folded[max(0, at - _PART_REACH) : max(at, 0)].rstrip().removesuffix(" so")
    return bool(_PART.search(before.removesuffix(fold(kind_name(str(target["kind"])))).rstrip()))
