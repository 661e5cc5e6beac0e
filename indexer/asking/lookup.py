"""From a number as remembered to documents: those that contradict no part of it, those that more parts speak for first.

All namesakes are offered: one is never silently chosen, but a year, a date, a place, an issuer or a word of the title chooses.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.dates import agree
from corpus.issuers import find_issuer
from corpus.kinds import kinds
from corpus.numbers import number_key
from corpus.text import fold
from indexer.asking.references import Remembered, read_remembered
from indexer.documents.instrument_rows import CardRow
from indexer.documents.payloads import card_row
from indexer.engine.lookup_keys import name_key, serial_key
from indexer.engine.protocol import Query, SearchEngine
from indexer.resolution.keys import number_bucket

_MAX: Final = 60
_MAX_KNOWN: Final = 400
_DECIDES: Final = 2.0
_CLOSE: Final = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Instruments that a query names, best first (cards), and whether the query chooses among them.

    chosen: ids whose citers are wanted; own: ids whose own notices come first. cited: keys wanted besides where the query does not choose; kind and
    serial, in place of ids, where it says no more.
    rest: words that are no part of the number, and a place that none of the instruments is of: they order the citers.
    unmet: the query, where no document of that number is of the day, year or place that it says.
    """

    instruments: tuple[CardRow, ...]
    chosen: tuple[str, ...]
    own: tuple[str, ...]
    cited: tuple[str, ...]
    rest: tuple[str, ...]
    unmet: str | None = None


def name_instruments(engine: SearchEngine, text: str) -> Named | None:
    """The instruments that a query names; None when it names none that the archive knows."""
    said = read_remembered(text)
    if said is None:
        return None
    payloads = _known(engine, said)
    fitting = _fitting(said, payloads)
    if fitting:
        return _named(said, fitting)
    vaguer = replace(said, date=None, year=None, place=None)
    fitting = _fitting(vaguer, payloads)
    if not fitting and said.kind and (said.organs or said.inner_year):
        other = replace(vaguer, kind=None)  # the word may be the slip: chỉ thị 193/2013/NĐ-CP
        fitting = _fitting(other, _known(engine, other))
    return replace(_named(said, fitting), unmet=text) if fitting else None


def _known(engine: SearchEngine, said: Remembered) -> list[CardRow]:
    """Documents of that serial, name or day, most cited first."""
    query = Query(type="instrument", limit=_MAX_KNOWN, sort="cited", cards=True)
    if said.kind and said.date and not said.serial and not said.name:
        query = replace(query, filters={"kind": _kinds_like(said.kind)}, date_from=said.date, date_to=said.date)
    else:
        query = replace(query, keys=_keys(said))
    results = engine.search(query)
    return [card_row(hit.payload) for hit in results.hits]


def _fitting(said: Remembered, payloads: Sequence[CardRow]) -> list[tuple[float, CardRow]]:
    """Those that nothing said contradicts, best first: what speaks for them, then how often they are cited."""
    found = [(value, payload) for payload in payloads if (value := _fit(said, payload)) is not None]
    return sorted(found, key=lambda row: (-row[0], -_count(row[1]), row[1]["issued_on"] or "", row[1]["id"]))


def _named(said: Remembered, fitting: Sequence[tuple[float, CardRow]]) -> Named:
    best = fitting[0][0]
    decides = best >= _DECIDES
    chosen = [payload for value, payload in fitting if not decides or value > best - _CLOSE][:_MAX]
    numbered = [(p["kind"], p["number"]) for _, p in fitting if p["number"] and not decides]
    by_serial = bool(numbered) and said.is_bare
    keys = [number_bucket(*one) if by_serial else f"{one[0]} {number_key(one[1])}" for one in numbered]
    rest = said.rest if said.name is None else ()
    if said.place and all(payload["place"] != said.place for _, payload in fitting):
        rest = (*rest, *said.place.split())
    return Named(
        instruments=tuple(payload for _, payload in fitting[:_MAX]),
        chosen=() if by_serial else tuple(payload["id"] for payload in chosen),
        own=tuple(payload["id"] for payload in chosen if payload["notice_id"]),
        cited=tuple(dict.fromkeys(keys))[:_MAX],
        rest=rest,
    )


def _keys(said: Remembered) -> tuple[str, ...]:
    if said.name is not None:
        return (name_key(said.kind, said.name),)
    serial = said.serial or ""
    kinds_of = _kinds_like(said.kind)
    return tuple(serial_key(f"{kind} {serial}") for kind in kinds_of) if kinds_of else (serial_key(serial),)


def _kinds_like(kind: str | None) -> tuple[str, ...]:
    """Kinds that people mix up, or whose letters are the same (``QĐ``)."""
    if kind is None:
        return ()
    known = kinds().get(kind)
    return (kind, *known.meant) if known else (kind,)


def _fit(said: Remembered, payload: CardRow) -> float | None:
    """How much of what was said speaks for an instrument; None when something contradicts it."""
    number = number_key(payload["number"] or "")
    words = number.split()
    value = 0.0
    if any(organ not in words for organ in said.organs) and not _organ_by_issuer(said, payload):
        return None
    issued = payload["issued_on"]
    if said.inner_year and said.inner_year not in words:
        if (issued or "")[:4] != said.inner_year:
            return None
        value += 2
    for wanted in (said.date, said.year):
        if wanted:
            inside = wanted[:4] in words
            match = agree(wanted, issued or None)
            if match is False and not (inside and wanted == said.year):
                return None
            value += 3 if match else 2 if inside else -0.5
    if said.place:
        if payload["place"] == said.place:
            value += 3
        elif payload["place"]:
            return None
        elif said.place not in (payload["issuer"] or ""):
            value -= 1
    return value + _issuer_fit(said, payload) + _words_fit(said, payload)


def _organ_by_issuer(said: Remembered, payload: CardRow) -> bool:
    """``luật … trung ương``: a body that was named in words may be the issuer though its symbol is not in the number."""
    if said.issuer is None:
        return False
    asked, has = find_issuer(said.issuer), find_issuer(payload["issuer"] or "")
    return asked is not None and has is not None and asked.slug == has.slug


def _issuer_fit(said: Remembered, payload: CardRow) -> float:
    """The body that was named in words, where it is one of several behind a symbol (``TW``)."""
    asked = find_issuer(said.issuer) if said.issuer else None
    has = find_issuer(payload["issuer"] or "")
    if asked is None or has is None:
        return 0.0
    return 2.0 if asked.slug == has.slug else 0.0


def _words_fit(said: Remembered, payload: CardRow) -> float:
    """Other words of the query that stand in the title or the citers' titles, as pairs."""
    if not said.rest or said.name is not None:
        return 0.0
    titles = [
        payload["title"] or "",
        payload["issuer"] or "",
        *(row["value"] for row in payload["variants"]["titles"]),
    ]
    text = " " + fold(" ".join(titles)) + " "
    pairs = [f" {a} {b} " for a, b in zip(said.rest, said.rest[1:], strict=False)] or [f" {said.rest[0]} "]
    return 2.5 * sum(pair in text for pair in pairs) / len(pairs)


def _count(payload: CardRow) -> int:
    return payload["cited_by_total"]
