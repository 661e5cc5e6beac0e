"""From a document's place in the index to what a list shows of it: passage, reasons, cards, suggestions."""

from collections.abc import Sequence
from typing import Final

from corpus.text import fold
from indexer.engine.excerpts import Wanted, excerpt
from indexer.engine.protocol import (
    CitationPart,
    DocumentType,
    Hit,
    NumberedPart,
    PlacePart,
    Query,
    ShownPart,
    Suggestion,
    shown_part,
)
from indexer.engine.whoosh.postings import Segment
from indexer.engine.whoosh.schema import MAX_PREFIX, unpack
from indexer.resolution.keys import number_bucket

_MAX_SPANS: Final = 20


def whole_hit(segment: Segment, number: int, value: float, query: Query, wanted: Wanted) -> Hit:
    """A hit with its payload, its best passage and why it matched."""
    payload = unpack(segment.text_column("c_payload", number))
    shown = shown_part(payload)
    body = shown.get("text") or ""
    spans = _cited_spans(shown, query)
    title = set(fold(shown.get("title") or "").split())
    why = []
    if shown.get("instrument") in (*query.cites, *query.own):
        why.append("number")
    elif spans:
        why.append("citation")
    if wanted.terms and sum(term in title for term in wanted.terms) * 2 > len(wanted.terms):
        why.append("title")
    if value > 0:
        why.append("text")
    return Hit(
        id=shown["id"],
        score=round(value, 4),
        payload=payload,
        excerpt=excerpt(body, wanted, spans) if body else (),
        why=tuple(why),
    )


def card_hit(segment: Segment, number: int) -> Hit:
    """A hit with its card alone (see `Query.cards`)."""
    card = card_of(segment, number)
    return Hit(id=shown_part(card)["id"], score=0.0, payload=card)


def card_of(segment: Segment, number: int) -> dict[str, object]:
    """The little of a document that choosing among many needs; its payload where that is small."""
    return unpack(segment.text_column("c_card", number)) or unpack(segment.text_column("c_payload", number))


def _cited_spans(shown: ShownPart, query: Query) -> list[tuple[int, int]]:
    """Where a notice cites what was asked for."""
    if not (query.cites or query.cited or query.articles):
        return []
    spans: list[tuple[int, int]] = []
    for citation in shown.get("citations") or ():
        if not _is_asked_for(citation, query):
            continue
        places = _places(citation, query.articles)
        if places or not query.articles:
            spans += [*places, (citation["start"], citation["end"])]
    return spans[:_MAX_SPANS]


def _is_asked_for(citation: CitationPart, query: Query) -> bool:
    """Whether a citation is of a document that was asked for; of any where only articles were."""
    target = citation["target"]
    if not (query.cites or query.cited):
        return True
    return (target is not None and target.get("id") in query.cites) or not _keys_of(citation, target).isdisjoint(
        query.cited
    )


def _places(citation: CitationPart, articles: Sequence[str]) -> list[tuple[int, int]]:
    """Where a citation names one of some articles, or a range that holds one."""
    places = citation.get("pinpoints") or ()
    return [(one["start"], one["end"]) for one in places if any(_holds(one, article) for article in articles)]


def _holds(place: PlacePart, article: str) -> bool:
    first, last = place["article"], place["to"]
    if first and last and first.isdigit() and last.isdigit() and article.isdigit():
        return int(first) <= int(article) <= int(last)
    return first == article


def _keys_of(citation: CitationPart, target: NumberedPart | None) -> set[str]:
    """The keys under which a citation is found, as `IndexDocument.cited` has them."""
    named = [(citation["kind"], citation["number"]), *([(target["kind"], target["number"])] if target else [])]
    return {number_bucket(kind, number) for kind, number in named if number} | {citation["key"] or ""}


def suggestion(type_: DocumentType, card: ShownPart, typed: str) -> Suggestion | None:
    """A line to offer; None when the index, which keeps short beginnings only, offers what does not go on as typed."""
    label = card.get("label") or card.get("name") or card.get("title") or card["id"]
    names = (label, card.get("number"), card.get("title"), *(card.get("names") or ()))
    if len(typed) > MAX_PREFIX and not any(f" {typed}" in f" {fold(name)}" for name in names if name):
        return None
    return Suggestion(
        label=label,
        detail=card.get("detail") or "",
        type=type_,
        id=card["id"],
    )
