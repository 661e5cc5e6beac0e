"""The page of an instrument, assembled from its citers when nobody collected it: titles, dates, issuers, ties, conflicts, each with its quotes."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from corpus.model import Conflict, Instrument
from corpus.numbers import number_key
from indexer.documents.instrument_rows import (
    CardRow,
    CiterRow,
    ConflictRow,
    InstrumentRow,
    QuoteRow,
    TieRow,
    VariantRow,
)
from indexer.documents.rows import detail_of, label_of, target_row
from indexer.documents.target_rows import TargetRow
from indexer.engine.protocol import IndexDocument
from indexer.facts.records import instrument_of
from indexer.facts.store import Facts
from indexer.resolution.keys import law_key, number_bucket

MAX_CITERS: Final = 200
_MAX_TIES: Final = 200
_CARD_TITLES: Final = 4
_SAID: Final = (
    "SELECT json_extract(citation, '$.title'), json_extract(citation, '$.issued_on'), json_extract(citation, '$.issuer'),"
    ' firm IS NULL AND instr(outcome, \'"conflicts":["\') FROM mentions WHERE target = ? LIMIT 5000'
)


def instrument_document(facts: Facts, instrument: Instrument) -> IndexDocument:
    """An instrument as the engine keeps it: assembled from its citers when nobody collected it."""
    citers = _citers(facts, instrument.id)
    total = int(
        facts.db.execute("SELECT count(DISTINCT notice) FROM mentions WHERE target = ?", (instrument.id,)).fetchone()[0]
    )
    said = facts.db.execute(_SAID, (instrument.id,)).fetchall()
    names = _names(facts, instrument)
    payload: InstrumentRow = {
        **target_row(instrument),
        "notice_id": instrument.notice_id,
        "label": label_of(instrument),
        "detail": detail_of(instrument),
        "names": names,
        "variants": {
            "titles": _variants(title for title, _, _, _ in said),
            "dates": _variants(issued_on for _, issued_on, _, _ in said),
            "issuers": _variants(issuer for _, _, issuer, _ in said),
        },
        "conflicts": _conflicts(facts, instrument) if any(differs for _, _, _, differs in said) else [],
        "cites": [{"target": other, **tie} for other, tie in _ties(facts, "source", instrument.id)],
        "acted_on_by": [{"source": other, **tie} for other, tie in _ties(facts, "target", instrument.id)],
        "cited_by": citers,
        "cited_by_total": total,
        "namesakes": _namesakes(facts, instrument),
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
        keys=lookup_keys(instrument, names),
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
    """Exact keys by which an instrument is found: its number, its serial with and without the kind, its names, its id."""
    keys = [f"id:{instrument.id}"]
    if instrument.number:
        key = number_key(instrument.number)
        keys += [
            f"number:{key}",
            f"serial:{key.split()[0]}",
            f"serial:{number_bucket(instrument.kind, instrument.number)}",
        ]
    for name in names:
        keys.append(f"name:{instrument.kind}:{law_key(instrument.kind, name)}")
    return tuple(dict.fromkeys(keys))


def _names(facts: Facts, instrument: Instrument) -> list[str]:
    """Names by which the registry or citers know it, when it is known by name."""
    rows = facts.db.execute(
        "SELECT bucket FROM instruments WHERE id = ? AND bucket LIKE '%@%'", (instrument.id,)
    ).fetchall()
    found = [row[0].split("@", 1)[1] for row in rows]
    if (instrument.number is None and instrument.title) or (
        instrument.kind in ("luat", "bo-luat", "phap-lenh", "hien-phap") and instrument.title
    ):
        found.insert(0, instrument.title)
    return list(dict.fromkeys(found))


def _variants(values: Iterable[str | None]) -> list[VariantRow]:
    counts = Counter(value for value in values if value)
    return [{"value": value, "count": count} for value, count in counts.most_common(12)]


def _citers(facts: Facts, id_: str) -> list[CiterRow]:
    rows = facts.db.execute(
        "SELECT m.notice, n.title, n.published_on, n.place, m.relation, m.start, m.stop, m.quote, n.instrument"
        " FROM mentions m JOIN notices n ON n.id = m.notice WHERE m.target = ? ORDER BY m.published_on DESC, m.notice, m.seq LIMIT ?",
        (id_, MAX_CITERS),
    )
    return [
        {
            "notice": notice,
            "title": title,
            "published_on": published_on,
            "place": place,
            "relation": relation,
            "quote": quote,
            "start": start,
            "end": stop,
            "instrument": own,
        }
        for notice, title, published_on, place, relation, start, stop, quote, own in rows.fetchall()
    ]


def _conflicts(facts: Facts, instrument: Instrument) -> list[ConflictRow]:
    """What citers say of its date or issuer that differs from what is known, with the quotes."""
    rows = facts.db.execute(
        "SELECT m.notice, n.title, m.start, m.stop, m.quote, m.citation, m.outcome FROM mentions m JOIN notices n ON n.id = m.notice"
        ' WHERE m.target = ? AND m.firm IS NULL AND m.outcome LIKE \'%"conflicts":["%\' LIMIT 100',
        (instrument.id,),
    ).fetchall()
    found: dict[tuple[Conflict, str], list[QuoteRow]] = {}
    for notice, title, start, stop, quote, citation, outcome in rows:
        said = json.loads(citation)
        for field in json.loads(outcome).get("conflicts", ()):
            row: QuoteRow = {"notice": notice, "title": title, "quote": quote, "start": start, "end": stop}
            found.setdefault((field, str(said.get(field))), []).append(row)
    return [{"field": field, "value": value, "quotes": quotes} for (field, value), quotes in found.items()]


def _ties(facts: Facts, side: str, id_: str) -> list[tuple[TargetRow, TieRow]]:
    """Relations with another instrument at the other end, each with the sentence that proves it.

    side ``source``: what this document acts upon; a collected one also what its own notice cites. ``target``: what acts upon it.
    """
    column = "holder" if side == "source" else "target"
    wanted = "target" if side == "source" else "holder"
    rows: list[Any] = []
    for chosen in ("kind IN ('replaces', 'repeals', 'amends')", "kind NOT IN ('replaces', 'repeals', 'amends')"):
        # What ends or changes a document is never lost among the many that carry it out.
        rows += facts.db.execute(
            f"SELECT {wanted}, kind, notice, start, stop, quote FROM relations"  # noqa: S608 - constants
            f" WHERE {column} = ? AND holder IS NOT NULL AND {chosen} LIMIT {_MAX_TIES - len(rows)}",
            (id_,),
        )
    rows.sort(key=lambda row: (row[2], row[3]))
    found: list[tuple[TargetRow, TieRow]] = []
    for other_id, kind, notice, start, stop, quote in rows:
        instrument = facts.instrument(other_id)
        if instrument is None or other_id == id_:
            continue
        tie: TieRow = {"relation": kind, "notice": notice, "quote": quote, "start": start, "end": stop}
        found.append((target_row(instrument), tie))
    return found


def _namesakes(facts: Facts, instrument: Instrument) -> list[TargetRow]:
    """Other documents of the same number."""
    if not instrument.number:
        return []
    bucket = number_bucket(instrument.kind, instrument.number)
    key = number_key(instrument.number)
    rows = facts.db.execute(
        "SELECT row FROM instruments WHERE bucket = ? AND id <> ? LIMIT 200", (bucket, instrument.id)
    )
    found = []
    for (row,) in rows.fetchall():
        other = instrument_of(row)
        if other.number and number_key(other.number) == key:
            found.append(target_row(other))
    return sorted(found, key=lambda row: (row["place"] or "", row["issued_on"] or ""))[:60]
