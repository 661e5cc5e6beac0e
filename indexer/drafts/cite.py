"""The citations of a single text as rows of the contract, their reasons as values: what `danchieu cite` prints once it has words for them."""

from typing import Any

from indexer.citations import find_citations
from indexer.documents.rows import citation_row
from indexer.resolution.text import resolve_text


def cite_text(
    text: str, *, place: str | None = None, on: str | None = None, most: int | None = None
) -> list[dict[str, Any]]:
    """CITATION rows of the contract for a text. place: a province's name; on: ISO date of the text; most: rows, at most."""
    outcomes, instruments = resolve_text(text, place=place, on=on, citations=find_citations(text)[:most])
    return [_contract(citation_row(outcome, instruments)) for outcome in outcomes]


def _contract(row: dict[str, Any]) -> dict[str, Any]:
    names = (
        "start",
        "end",
        "text",
        "kind",
        "number",
        "issued_on",
        "issuer",
        "title",
        "relation",
        "status",
        "target",
        "candidates",
        "reasons",
        "pinpoint",
    )
    return {name: row[name] for name in names}
