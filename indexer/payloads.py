"""What the search engine gives back for a page: plain JSON of notices and instruments, assembled from the facts."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from corpus.dates import show_date
from corpus.kinds import kind_name
from corpus.model import Instrument, Notice, Outcome
from corpus.numbers import number_key
from indexer.engine import IndexDocument
from indexer.facts import Facts
from indexer.resolution.keys import law_key, number_bucket

MAX_CITERS: Final = 200
_CARD_TITLES: Final = 4


def target_row(instrument: Instrument) -> dict[str, Any]:
    """TARGET of the contract."""
    return {
        "id": instrument.id,
        "kind": instrument.kind,
        "number": instrument.number,
        "issued_on": instrument.issued_on,
        "issuer": instrument.issuer,
        "place": instrument.place,
        "title": instrument.title,
    }


def label_of(instrument: Instrument) -> str:
    """``Chỉ thị 34-CT/TW`` or the name of what has no number."""
    if instrument.number:
        return f"{kind_name(instrument.kind)} {instrument.number}"
    return instrument.title or kind_name(instrument.kind)


def label_of_row(row: Mapping[str, Any]) -> str:
    """`label_of`, for a TARGET row."""
    return label_of(Instrument(id=str(row["id"]), kind=str(row["kind"]), number=row["number"], title=row.get("title")))


def detail_of(instrument: Instrument) -> str:
    """What tells an instrument from its namesakes: issuer, date, place."""
    parts = [instrument.issuer, show_date(instrument.issued_on) if instrument.issued_on else None, instrument.place]
    return " · ".join(part for part in parts if part)


def citation_row(outcome: Outcome, targets: Mapping[str, Instrument]) -> dict[str, Any]:
    """CITATION of the contract, with what the pages add: pinpoint, conflicts, the key of the number as cited."""
    citation = outcome.citation
    target = targets.get(outcome.target or "")
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "text": citation.text,
        "kind": citation.kind,
        "number": citation.number,
        "issued_on": citation.issued_on,
        "issuer": citation.issuer,
        "title": citation.title,
        "relation": citation.relation,
        "status": outcome.status if target or outcome.status != "resolved" else "unresolved",
        "target": target_row(target) if target else None,
        "candidates": [
            {**target_row(targets[c.instrument_id]), "why": c.why}
            for c in outcome.candidates
            if c.instrument_id in targets
        ],
        "why": outcome.why,
        "pinpoint": citation.pinpoint,
        "conflicts": list(outcome.conflicts),
        "inside": list(citation.inside),
        "written": citation.written,
        "key": cited_key(citation.kind, citation.number),
    }


def cited_key(kind: str, number: str | None) -> str | None:
    """Under which a number as cited is looked up: ``chi-thi 12 ct ttg``."""
    return f"{kind} {number_key(number)}" if number else None


def _targets(facts: Facts, outcomes: Sequence[Outcome]) -> dict[str, Instrument]:
    ids = {o.target for o in outcomes if o.target} | {c.instrument_id for o in outcomes for c in o.candidates}
    found = {id_: facts.instrument(id_) for id_ in ids}
    return {id_: instrument for id_, instrument in found.items() if instrument}


def notice_document(facts: Facts, notice: Notice, campaign: Mapping[str, Any] | None) -> IndexDocument:
    """A notice as the engine keeps it."""
    outcomes = facts.outcomes(notice.id)
    targets = _targets(facts, outcomes)
    own = own_instrument(facts, notice)
    citations = [citation_row(outcome, targets) for outcome in outcomes]
    payload = {
        "id": notice.id,
        "url": notice.url,
        "site": notice.site,
        "place": notice.place,
        "title": notice.title,
        "text": notice.text,
        "published_on": notice.published_on,
        "issuer": notice.issuer,
        "fetched_at": notice.fetched_at,
        "head": {"kind": notice.head.kind, "number": notice.head.number, "issued_on": notice.head.issued_on}
        if notice.head
        else None,
        "instrument": own,
        "kind": notice.head.kind if notice.head else "thong-bao",
        "number": notice.head.number if notice.head else None,
        "issued_on": notice.head.issued_on if notice.head else None,
        "citations": citations,
        "relations": _relation_rows(facts, notice.id),
        "campaign": campaign["id"] if campaign else None,
    }
    head = notice.head
    return IndexDocument(
        id=notice.id,
        type="notice",
        title=notice.title,
        text=notice.text,
        number=head.number if head else None,
        kind=head.kind if head else "thong-bao",
        date=notice.published_on or (head.issued_on if head else None),
        place=notice.place,
        issuer=notice.issuer,
        site=notice.site,
        campaign=str(campaign.get("occasion_slug") or "khac") if campaign else None,
        cites=tuple(dict.fromkeys([*([own] if own else []), *(o.target for o in outcomes if o.target)])),
        cited=tuple(dict.fromkeys(key for row in citations if (key := row["key"]))),
        keys=(f"is:{own}",) if own else (),
        payload=payload,
    )


def own_instrument(facts: Facts, notice: Notice) -> str | None:
    """The id of the document that a notice is."""
    if notice.head is None:
        return None
    row = facts.db.execute("SELECT instrument FROM notices WHERE id = ?", (notice.id,)).fetchone()
    return row[0] if row else None


def _relation_rows(facts: Facts, notice_id: str) -> list[dict[str, Any]]:
    rows = facts.db.execute(
        "SELECT source, kind, target, start, stop FROM relations WHERE notice = ? ORDER BY start, source", (notice_id,)
    )
    found = []
    for source, kind, target, start, stop in rows.fetchall():
        target_instrument = facts.instrument(target)
        source_instrument = facts.instrument(source) if source else None
        if target_instrument is None:
            continue
        found.append(
            {
                "source": target_row(source_instrument) if source_instrument else None,
                "relation": kind,
                "target": target_row(target_instrument),
                "start": start,
                "end": stop,
            }
        )
    return found


def instrument_document(facts: Facts, instrument: Instrument) -> IndexDocument:
    """An instrument as the engine keeps it: assembled from its citers when nobody collected it."""
    citers = _citers(facts, instrument.id)
    total = int(
        facts.db.execute("SELECT count(DISTINCT notice) FROM mentions WHERE target = ?", (instrument.id,)).fetchone()[0]
    )
    said = [
        json.loads(row[0])
        for row in facts.db.execute("SELECT citation FROM mentions WHERE target = ? LIMIT 5000", (instrument.id,))
    ]
    names = _names(facts, instrument)
    payload = {
        **target_row(instrument),
        "notice_id": instrument.notice_id,
        "label": label_of(instrument),
        "detail": detail_of(instrument),
        "names": names,
        "variants": {
            "titles": _variants(row["title"] for row in said),
            "dates": _variants(row["issued_on"] for row in said),
            "issuers": _variants(row["issuer"] for row in said),
        },
        "conflicts": _conflicts(facts, instrument),
        "cites": _ties(facts, "source", instrument.id),
        "acted_on_by": _ties(facts, "target", instrument.id),
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


def _card(payload: Mapping[str, Any]) -> dict[str, Any]:
    """What a list of instruments shows, and what chooses among namesakes."""
    kept = ("id", "kind", "number", "issued_on", "issuer", "place", "title", "label", "detail", "cited_by_total")
    titles = payload["variants"]["titles"][:_CARD_TITLES]
    return {**{name: payload[name] for name in kept}, "variants": {"titles": titles}}


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


def _variants(values: Any) -> list[dict[str, Any]]:
    counts = Counter(value for value in values if value)
    return [{"value": value, "count": count} for value, count in counts.most_common(12)]


def _citers(facts: Facts, id_: str) -> list[dict[str, Any]]:
    rows = facts.db.execute(
        "SELECT m.notice, n.title, n.published_on, n.place, m.relation, m.start, m.stop, m.quote, n.instrument FROM mentions m JOIN notices n ON n.id = m.notice"
        " WHERE m.target = ? ORDER BY n.published_on DESC, m.notice, m.start LIMIT ?",
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


def _conflicts(facts: Facts, instrument: Instrument) -> list[dict[str, Any]]:
    """What citers say of its date or issuer that differs from what is known, with the quotes."""
    rows = facts.db.execute(
        "SELECT m.notice, n.title, m.start, m.stop, m.quote, m.citation, m.outcome FROM mentions m JOIN notices n ON n.id = m.notice"
        ' WHERE m.target = ? AND m.outcome LIKE \'%"conflicts":["%\' LIMIT 100',
        (instrument.id,),
    ).fetchall()
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for notice, title, start, stop, quote, citation, outcome in rows:
        said = json.loads(citation)
        for field in json.loads(outcome).get("conflicts", ()):
            row = {"notice": notice, "title": title, "quote": quote, "start": start, "end": stop}
            found.setdefault((field, str(said.get(field))), []).append(row)
    return [{"field": field, "value": value, "quotes": quotes} for (field, value), quotes in found.items()]


def _ties(facts: Facts, side: str, id_: str) -> list[dict[str, Any]]:
    """Relations with another instrument at the other end, each with the sentence that proves it.

    side ``source``: what this document acts upon; a collected one also what its own notice cites. ``target``: what acts upon it.
    """
    if side == "source":
        rows = facts.db.execute(
            "SELECT r.target, r.kind, r.notice, r.start, r.stop, r.quote FROM relations r WHERE r.source = ?1"
            " UNION SELECT r.target, r.kind, r.notice, r.start, r.stop, r.quote FROM relations r JOIN notices n ON n.id = r.notice"
            " WHERE n.instrument = ?1 AND r.source IS NULL ORDER BY 3, 4 LIMIT 200",
            (id_,),
        )
        other = "target"
    else:
        rows = facts.db.execute(
            "SELECT coalesce(r.source, n.instrument), r.kind, r.notice, r.start, r.stop, r.quote FROM relations r JOIN notices n ON n.id = r.notice"
            " WHERE r.target = ? AND coalesce(r.source, n.instrument) IS NOT NULL ORDER BY 3, 4 LIMIT 200",
            (id_,),
        )
        other = "source"
    found = []
    for other_id, kind, notice, start, stop, quote in rows.fetchall():
        instrument = facts.instrument(other_id)
        if instrument is None or other_id == id_:
            continue
        found.append(
            {
                other: target_row(instrument),
                "relation": kind,
                "notice": notice,
                "quote": quote,
                "start": start,
                "end": stop,
            }
        )
    return found


def _namesakes(facts: Facts, instrument: Instrument) -> list[dict[str, Any]]:
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
        values = json.loads(row)
        values.pop("weight")
        other = Instrument(**values)
        if other.number and number_key(other.number) == key:
            found.append(target_row(other))
    return sorted(found, key=lambda row: (row["place"] or "", row["issued_on"] or ""))[:60]
