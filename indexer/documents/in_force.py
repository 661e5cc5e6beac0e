"""What had ended a document by a day, as far as the registry and the archive know; silence is no proof that it is in force."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from corpus.dates import agree, first_day
from corpus.instruments import KnownInstrument, load_instruments
from corpus.kinds import kind_name
from corpus.model import Reason
from corpus.numbers import number_key
from corpus.text import fold

Row = Mapping[str, Any]
_ENDS: Final = {"replaces": "replaced-by", "repeals": "repealed-by"}
_PART = re.compile(r"\b(?:dieu|khoan|diem|mau|phu luc|chuong|muc|cum tu)\b(?: \w+){0,4} ?(?:cua|tai|trong)?$")
_PART_REACH: Final = 40
_HAS_YEAR = re.compile(r"/(?:19|20)\d\d/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a document ended. reason: by what and from when. successor: TARGET of what took its place, None where none is known.

    tie: the row of ``acted_on_by`` that says so; None where the registry does.
    """

    reason: Reason
    successor: Row | None
    tie: Row | None = None


def ended_in_registry(target: Row, on: date) -> Ending | None:
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


def ended_in_archive(payload: Row, on: date) -> Ending | None:
    """What a notice of the archive says had replaced or repealed a document by a day; a part of it does not count. payload: an instrument's."""
    for tie in payload.get("acted_on_by") or ():
        source = tie["source"]
        if tie["relation"] not in _ENDS or _is_of_a_part(str(tie.get("quote") or ""), payload):
            continue
        if source.get("issued_on") and first_day(source["issued_on"]) > on:
            continue
        replaced = tie["relation"] == "replaces"
        names = {name: source[name] for name in ("kind", "number", "title")}
        reason = Reason.of(_ENDS[tie["relation"]], **names)
        return Ending(reason=reason, successor=source if replaced else None, tie=tie)
    return None


def _known(target: Row) -> KnownInstrument | None:
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


def _replaces(other: KnownInstrument, target: Row, begins: str) -> bool:
    if not other.replaces or not target["number"] or number_key(other.replaces) != number_key(target["number"]):
        return False
    return target["issued_on"] is None or first_day(target["issued_on"]) < first_day(begins)


def _succeeds(other: KnownInstrument, known: KnownInstrument) -> bool:
    """Whether a law of the same name begins on the very day on which another ends."""
    return bool(known.expires_on and other.effective_on == known.expires_on and other.title == known.title)


def _row(known: KnownInstrument) -> Row:
    return {
        "id": None,
        "kind": known.kind,
        "number": known.number,
        "issued_on": known.issued_on,
        "issuer": known.issuer,
        "place": known.place,
        "title": known.title,
    }


def _is_of_a_part(quote: str, target: Row) -> bool:
    """Whether a sentence ends a part of a document only: ``bãi bỏ Điều 4 của Quyết định số 18/…``."""
    folded, name = fold(quote), fold(str(target["number"] or target["title"] or ""))
    at = folded.find(name) if name else -1
    before = folded[max(0, at - _PART_REACH) : max(at, 0)].rstrip().removesuffix(" so")
    return bool(_PART.search(before.removesuffix(fold(kind_name(str(target["kind"])))).rstrip()))
