"""From a document's place in the index to what a list shows of it: passage, reasons, cards, suggestions."""

from collections.abc import Mapping
from typing import Any, Final

from corpus.text import fold
from indexer.engine.excerpts import Wanted, excerpt
from indexer.engine.protocol import DocumentType, Hit, Query, Suggestion
from indexer.engine.whoosh.postings import Segment
from indexer.engine.whoosh.schema import MAX_PREFIX, unpack
from indexer.resolution.keys import number_bucket

_MAX_SPANS: Final = 20


def whole_hit(segment: Segment, number: int, value: float, query: Query, wanted: Wanted) -> Hit:
    """A hit with its payload, its best passage and why it matched."""
    payload = unpack(segment.text_column("c_payload", number))
    body = str(payload.get("text") or "")
    spans = _cited_spans(payload, query)
    title = set(fold(str(payload.get("title") or "")).split())
    why = []
    if payload.get("instrument") in (*query.cites, *query.own):
        why.append("number")
    elif spans:
        why.append("citation")
    if wanted.terms and sum(term in title for term in wanted.terms) * 2 > len(wanted.terms):
        why.append("title")
    if value > 0:
        why.append("text")
    return Hit(
        id=str(payload.get("id")),
        score=round(value, 4),
        payload=payload,
        excerpt=excerpt(body, wanted, spans) if body else (),
        why=tuple(why),
    )


def card_hit(segment: Segment, number: int) -> Hit:
    """A hit with its card alone (see `Query.cards`)."""
    card = card_of(segment, number)
    return Hit(id=str(card.get("id")), score=0.0, payload=card)


def card_of(segment: Segment, number: int) -> dict[str, Any]:
    """The little of a document that choosing among many needs; its payload where that is small."""
    return unpack(segment.text_column("c_card", number)) or unpack(segment.text_column("c_payload", number))


def _cited_spans(payload: Mapping[str, Any], query: Query) -> list[tuple[int, int]]:
    """Where a notice cites what was asked for."""
    if not query.cites and not query.cited:
        return []
    spans = []
    for citation in payload.get("citations") or ():
        target = citation.get("target") or {}
        if target.get("id") in query.cites or not _keys_of(citation, target).isdisjoint(query.cited):
            spans.append((int(citation["start"]), int(citation["end"])))
    return spans[:_MAX_SPANS]


def _keys_of(citation: Mapping[str, Any], target: Mapping[str, Any]) -> set[str]:
    """The keys under which a citation is found, as `IndexDocument.cited` has them."""
    serials = {number_bucket(said["kind"], said["number"]) for said in (citation, target) if said.get("number")}
    return serials | {str(citation.get("key"))}


def suggestion(type_: DocumentType, card: Mapping[str, Any], typed: str) -> Suggestion | None:
    """A line to offer; None when the index, which keeps short beginnings only, offers what does not go on as typed."""
    label = str(card.get("label") or card.get("name") or card.get("title") or card.get("id"))
    names = (label, card.get("number"), card.get("title"), *(card.get("names") or ()))
    if len(typed) > MAX_PREFIX and not any(f" {typed}" in f" {fold(str(name))}" for name in names if name):
        return None
    return Suggestion(
        label=label,
        detail=str(card.get("detail") or ""),
        type=type_,
        id=str(card["id"]),
    )
