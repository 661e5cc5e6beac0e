"""Who cites a document, each citer once: its strongest tie, the sentence that proves it, and how often it speaks of it.

A document's payload has two lists that overlap: mentions in notices, and ties between documents (a notice with a number of its own is
both). Where a notice names a document inside another one's title, the tie is that other document's, and the notice only mentions it.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from corpus.model import Citation
from corpus.numbers import number_key
from indexer.citations import find_citations

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

Row = Mapping[str, Any]


def citers_of(doc: Row) -> list[dict[str, Any]]:
    """Citers, the strongest tie first and in each tie the latest first.

    {"id", "type", "document" (TARGET or None), "title", "date", "place", "relation", "quote", "notice", "start", "mentions", "said_by"}: type is
    ``instrument`` or ``notice``; notice and start say where the quotation stands; said_by is the notice that asserts the tie of
    another document, {"id", "title"}, or None.
    """
    own = {row["notice"]: row.get("instrument") for row in doc["cited_by"]}
    nested = {
        (row["notice"], row["start"]) for row in doc["acted_on_by"] if row["source"]["id"] != own.get(row["notice"])
    }
    merged: dict[tuple[str, str], dict[str, Any]] = {}
    for row in (*_from_notices(doc["cited_by"], nested), *_from_documents(doc, own)):
        _merge(merged, row)
    by_date = sorted(merged.values(), key=lambda row: str(row["date"] or ""), reverse=True)
    return sorted(by_date, key=lambda row: STRENGTH.index(row["relation"]))


def _from_notices(cited_by: Iterable[Row], nested: set[tuple[str, int]]) -> Iterable[dict[str, Any]]:
    """Mentions; a notice that is a document itself is known under that document's id."""
    for row in cited_by:
        own = row.get("instrument")
        yield {
            "id": own or row["notice"],
            "type": "instrument" if own else "notice",
            "document": None,
            "title": row["title"],
            "date": row["published_on"],
            "place": row["place"],
            "relation": "mentions" if (row["notice"], row["start"]) in nested else row["relation"],
            "said_by": None,
            **_where(row),
        }


def _from_documents(doc: Row, own: Mapping[str, str | None]) -> Iterable[dict[str, Any]]:
    """Ties that have a document at their other end, whoever asserts them. own: the document that each citing notice is."""
    titles = {row["notice"]: row["title"] for row in doc["cited_by"]}
    for row in doc["acted_on_by"]:
        source, notice = row["source"], row["notice"]
        is_own = source["id"] == own.get(notice)
        yield {
            "id": source["id"],
            "type": "instrument",
            "document": source,
            "title": titles.get(notice) if is_own else source.get("title"),
            "date": source["issued_on"],
            "place": source["place"],
            "relation": row["relation"],
            "said_by": None if is_own else {"id": notice, "title": titles.get(notice, notice)},
            **_where(row),
        }


def _where(row: Row) -> dict[str, Any]:
    return {
        "quote": row["quote"],
        "notice": row["notice"],
        "start": row["start"],
        "places": {(row["notice"], row["start"])},
    }


def _merge(merged: dict[tuple[str, str], dict[str, Any]], row: dict[str, Any]) -> None:
    """Keep of two rows of one citer the stronger tie with its quotation, and what either knows."""
    kept = merged.setdefault((row["type"], row["id"]), row)
    kept["places"] |= row["places"]
    kept["mentions"] = len(kept["places"])
    for name in ("document", "title", "date", "place"):
        kept[name] = kept[name] or row[name]
    if STRENGTH.index(row["relation"]) < STRENGTH.index(kept["relation"]):
        kept.update({name: row[name] for name in ("relation", "quote", "notice", "start", "said_by")})


def marked_quote(quote: str, doc: Row) -> tuple[tuple[str, bool], ...]:
    """A quotation as (text, names the document) in turn."""
    return _marked(quote, str(doc["kind"]), doc["number"])


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


def years_of(citers: Iterable[Row]) -> dict[int, int]:
    """How many citers each year has; those without a date are left out."""
    counts: dict[int, int] = {}
    for row in citers:
        if row["date"]:
            year = int(str(row["date"])[:4])
            counts[year] = counts.get(year, 0) + 1
    return counts
