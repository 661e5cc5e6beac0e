"""The page of an instrument, assembled from its citers when nobody collected it: titles, dates, issuers, ties, conflicts, each with its quotes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from corpus.kinds import is_law
from corpus.model import Conflict, Instrument
from corpus.numbers import number_key
from indexer.documents.articles import article_count, article_rows
from indexer.documents.instrument_rows import (
    CardRow,
    CiterRow,
    ConflictRow,
    DecidedRow,
    InstrumentRow,
    QuoteRow,
    TieRow,
    VariantRow,
)
from indexer.documents.rows import detail_of, label_of, target_row
from indexer.documents.target_rows import TargetRow
from indexer.engine.lookup_keys import name_key, serial_key
from indexer.engine.protocol import IndexDocument
from indexer.facts.shown import citing, count_citing, differing, names_of, others_in, said_of, ties_of
from indexer.facts.store import Facts
from indexer.resolution.keys import law_key, number_bucket

MAX_CITERS: Final = 200
_MAX_TIES: Final = 200
_CARD_TITLES: Final = 4


def instrument_document(facts: Facts, instrument: Instrument) -> IndexDocument:
    """An instrument as the engine keeps it: assembled from its citers when nobody collected it."""
    citers = _citers(facts, instrument.id)
    total = count_citing(facts, instrument.id)
    said = said_of(facts, instrument.id)
    names = _names(facts, instrument)
    count = article_count(facts, instrument)
    payload: InstrumentRow = {
        **target_row(instrument),
        "notice_id": instrument.notice_id,
        "label": label_of(instrument),
        "detail": detail_of(instrument),
        "names": names,
        "variants": {
            "titles": _variants(one.title for one in said),
            "dates": _variants(one.issued_on for one in said),
            "issuers": _variants(one.issuer for one in said),
        },
        "conflicts": _conflicts(facts, instrument),
        "cites": [{"target": other, **tie} for other, tie in _ties(facts, "source", instrument.id)],
        "acted_on_by": [{"source": other, **tie} for other, tie in _ties(facts, "target", instrument.id)],
        "cited_by": citers,
        "cited_by_total": total,
        "article_count": count,
        "articles": article_rows(facts, instrument.id, count),
        "namesakes": _namesakes(facts, instrument),
        "decided": _decided(facts, instrument.id),
    }
    return IndexDocument(
        id=instrument.id,
        type="instrument",
        title=instrument.title or label_of(instrument),
        names=tuple(names),
        number=instrument.number,
        kind=instrument.kind,
        date=instrument.issued_on,
        place=instrument.place,
        issuer=instrument.issuer,
        keys=(*lookup_keys(instrument, names), *(f"same:{id_}" for id_ in facts.decided.held_as(instrument.id))),
        cited_count=total,
        payload=payload,
        card=_card(payload),
    )


def _card(payload: InstrumentRow) -> CardRow:
    """What a list of instruments shows, and what chooses among namesakes."""
    return {
        "id": payload["id"],
        "kind": payload["kind"],
        "number": payload["number"],
        "issued_on": payload["issued_on"],
        "issuer": payload["issuer"],
        "place": payload["place"],
        "title": payload["title"],
        "notice_id": payload["notice_id"],
        "label": payload["label"],
        "detail": payload["detail"],
        "cited_by_total": payload["cited_by_total"],
        "variants": {"titles": payload["variants"]["titles"][:_CARD_TITLES]},
    }


def lookup_keys(instrument: Instrument, names: Sequence[str]) -> tuple[str, ...]:
    """Exact keys by which an instrument is found: its serial with and without the kind, its names."""
    keys = []
    if instrument.number:
        key = number_key(instrument.number)
        keys += [
            serial_key(key.split()[0]),
            serial_key(number_bucket(instrument.kind, instrument.number)),
        ]
    for name in names:
        keys.append(name_key(instrument.kind, law_key(instrument.kind, name)))
    return tuple(dict.fromkeys(keys))


def _names(facts: Facts, instrument: Instrument) -> list[str]:
    """Names by which the registry or citers know it, when it is known by name."""
    found = names_of(facts, instrument.id)
    if instrument.title and (instrument.number is None or is_law(instrument.kind)):
        found.insert(0, instrument.title)
    return list(dict.fromkeys(found))


def _variants(values: Iterable[str | None]) -> list[VariantRow]:
    counts = Counter(value for value in values if value)
    return [{"value": value, "count": count} for value, count in counts.most_common(12)]


def _citers(facts: Facts, id_: str) -> list[CiterRow]:
    return [
        {
            "notice": one.notice,
            "title": one.title,
            "published_on": one.published_on,
            "place": one.place,
            "relation": one.relation,
            "quote": one.quote,
            "start": one.start,
            "end": one.end,
            "instrument": one.instrument,
            "pinpoint": one.pinpoint,
        }
        for one in citing(facts, id_, MAX_CITERS)
    ]


def _conflicts(facts: Facts, instrument: Instrument) -> list[ConflictRow]:
    """What citers say of its date or issuer that differs from what is known, with the quotes."""
    found: dict[tuple[Conflict, str], list[QuoteRow]] = {}
    for one in differing(facts, instrument.id):
        row: QuoteRow = {
            "notice": one.notice,
            "title": one.title,
            "quote": one.quote,
            "start": one.start,
            "end": one.end,
        }
        found.setdefault((one.field, str(one.value)), []).append(row)
    return [{"field": field, "value": value, "quotes": quotes} for (field, value), quotes in found.items()]


def _ties(facts: Facts, side: Literal["source", "target"], id_: str) -> list[tuple[TargetRow, TieRow]]:
    """Relations with another instrument at the other end, each with the sentence that proves it.

    side ``source``: what this document acts upon; a collected one also what its own notice cites. ``target``: what acts upon it.
    """
    found: list[tuple[TargetRow, TieRow]] = []
    for tie in ties_of(facts, id_, side, _MAX_TIES):
        instrument = facts.instrument(tie.other)
        if instrument is None or tie.other == id_:
            continue
        row: TieRow = {
            "relation": tie.kind,
            "notice": tie.notice,
            "quote": tie.quote,
            "start": tie.start,
            "end": tie.end,
        }
        found.append((target_row(instrument), row))
    return found


def _decided(facts: Facts, id_: str) -> list[DecidedRow]:
    return [
        {
            "verdict": one.verdict,
            "other": one.other if one.document == id_ else one.document,
            "who": one.who,
            "at": one.at,
            "because": one.why,
            "decision": one.seq,
        }
        for one in facts.decided.identities
        if id_ in (one.document, one.other)
    ]


def _namesakes(facts: Facts, instrument: Instrument) -> list[TargetRow]:
    """Other documents of the same number."""
    if not instrument.number:
        return []
    bucket = number_bucket(instrument.kind, instrument.number)
    key = number_key(instrument.number)
    found = [
        target_row(other)
        for other in others_in(facts, bucket, instrument.id)
        if other.number and number_key(other.number) == key
    ]
    return sorted(found, key=lambda row: (row["place"] or "", row["issued_on"] or ""))[:60]
