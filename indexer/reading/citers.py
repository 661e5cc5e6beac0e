"""Who cites a document, each citer once: its strongest tie, the sentence that proves it, and how often it speaks of it.

A document's payload has two lists that overlap: mentions in notices, and ties between documents (a notice with a number of its own is
both). Where a notice names a document inside another one's title, the tie is that other document's, and the notice only mentions it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypedDict

from corpus.model import Citation, RelationKind
from corpus.numbers import number_key
from corpus.values import KnownOn
from indexer.citations import find_citations
from indexer.documents.instrument_rows import CiterRow, InstrumentRow
from indexer.documents.target_rows import Description, TargetRow

STRENGTH: Final = (
    "replaces",
    "repeals",
    "amends",
    "guides",
    "implements",
    "based_on",
    "reviews",
    "issued_with",
    "mentions",
)
"""Relations, the strongest first: those that change a document, those that carry it out, those that speak of it."""


class SaidByRow(TypedDict):
    """The notice that asserts a tie of another document."""

    id: str
    title: str


class OneCiterRow(TypedDict):
    """A citer, once: its strongest tie with the sentence that proves it. notice, start: where that stands. document: None for a notice."""

    id: str
    type: Literal["notice", "instrument"]
    document: TargetRow | None
    title: str | None
    date: KnownOn
    place: str | None
    relation: RelationKind
    quote: str
    notice: str
    start: int
    mentions: int
    said_by: SaidByRow | None


@dataclass(slots=True)
class _Merged:
    """A citer, and where it speaks of the document."""

    row: OneCiterRow
    places: set[tuple[str, int]]


def citers_of(doc: InstrumentRow) -> list[OneCiterRow]:
    """Citers, the strongest tie first and in each tie the latest first."""
    own = {row["notice"]: row["instrument"] for row in doc["cited_by"]}
    nested = {
        (row["notice"], row["start"]) for row in doc["acted_on_by"] if row["source"]["id"] != own.get(row["notice"])
    }
    merged: dict[tuple[str, str], _Merged] = {}
    for row in (*_from_notices(doc["cited_by"], nested), *_from_documents(doc, own)):
        _merge(merged, row)
    found: list[OneCiterRow] = [{**one.row, "mentions": len(one.places)} for one in merged.values()]
    by_date = sorted(found, key=lambda row: row["date"] or "", reverse=True)
    return sorted(by_date, key=lambda row: STRENGTH.index(row["relation"]))


def _from_notices(cited_by: Iterable[CiterRow], nested: set[tuple[str, int]]) -> Iterator[OneCiterRow]:
    """Mentions; a notice that is a document itself is known under that document's id."""
    for row in cited_by:
        own = row["instrument"]
        yield {
            "id": own or row["notice"],
            "type": "instrument" if own else "notice",
            "document": None,
            "title": row["title"],
            "date": row["published_on"],
            "place": row["place"],
            "relation": "mentions" if (row["notice"], row["start"]) in nested else row["relation"],
            "quote": row["quote"],
            "notice": row["notice"],
            "start": row["start"],
            "mentions": 1,
            "said_by": None,
        }


def _from_documents(doc: InstrumentRow, own: Mapping[str, str | None]) -> Iterator[OneCiterRow]:
    """Ties that have a document at their other end, whoever asserts them. own: the document that each citing notice is."""
    titles = {row["notice"]: row["title"] for row in doc["cited_by"]}
    for row in doc["acted_on_by"]:
        source, notice = row["source"], row["notice"]
        is_own = source["id"] == own.get(notice)
        yield {
            "id": source["id"],
            "type": "instrument",
            "document": source,
            "title": titles.get(notice) if is_own else source["title"],
            "date": source["issued_on"],
            "place": source["place"],
            "relation": row["relation"],
            "quote": row["quote"],
            "notice": notice,
            "start": row["start"],
            "mentions": 1,
            "said_by": None if is_own else {"id": notice, "title": titles.get(notice, notice)},
        }


def _merge(merged: dict[tuple[str, str], _Merged], row: OneCiterRow) -> None:
    """Keep of two rows of one citer the stronger tie with its quotation, and what either knows."""
    known = merged.setdefault((row["type"], row["id"]), _Merged(row, set()))
    known.places.add((row["notice"], row["start"]))
    kept = known.row
    stronger = row if STRENGTH.index(row["relation"]) < STRENGTH.index(kept["relation"]) else kept
    known.row = {
        **stronger,
        "document": kept["document"] or row["document"],
        "title": kept["title"] or row["title"],
        "date": kept["date"] or row["date"],
        "place": kept["place"] or row["place"],
    }


def marked_quote(quote: str, doc: Description) -> tuple[tuple[str, bool], ...]:
    """A quotation as (text, names the document) in turn."""
    return _marked(quote, doc["kind"], doc["number"])


@lru_cache(maxsize=4096)
def _marked(quote: str, kind: str, number: str | None) -> tuple[tuple[str, bool], ...]:
    """`marked_quote`, kept: a document that hundreds cite is looked at often, and finding takes a millisecond a quotation."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for found in find_citations(quote):
        if _names(found, kind, number):
            pieces += [(quote[at : found.span.start], False), (quote[found.span.start : found.span.end], True)]
            at = found.span.end
    return tuple(piece for piece in (*pieces, (quote[at:], False)) if piece[0])


def _names(citation: Citation, kind: str, number: str | None) -> bool:
    """Whether a citation can mean a document: its kind, and its number or as much of it as the text gives."""
    if citation.kind != kind:
        return False
    if citation.number is None or not number:
        return citation.number is None
    said, whole = number_key(citation.number).split(), number_key(number).split()
    return said == whole[: len(said)]


def years_of(citers: Iterable[OneCiterRow]) -> dict[int, int]:
    """How many citers each year has; those without a date are left out."""
    counts: dict[int, int] = {}
    for row in citers:
        if row["date"]:
            year = int(row["date"][:4])
            counts[year] = counts.get(year, 0) + 1
    return counts
