"""The citations of a single text as rows of the contract, their reasons as values: what `danchieu cite` prints once it has words for them."""

from indexer.citations import find_citations
from indexer.documents.ledger import weighed_rows
from indexer.documents.notice_rows import CitationRow
from indexer.documents.rows import citation_row, contract_row
from indexer.documents.target_rows import WeighedRow
from indexer.resolution.text import resolve_text


class ExplainedRow(CitationRow):
    """A citation with every document that was weighed for it, best first."""

    weighed: list[WeighedRow]


def cite_text(
    text: str, *, place: str | None = None, on: str | None = None, most: int | None = None
) -> list[CitationRow]:
    """CITATION rows of the contract for a text. place: a province's name; on: ISO date of the text; most: rows, at most."""
    outcomes, instruments = resolve_text(text, place=place, on=on, citations=find_citations(text)[:most])
    return [contract_row(citation_row(outcome, instruments)) for outcome in outcomes]


def explain_text(text: str, *, place: str | None = None, on: str | None = None) -> list[ExplainedRow]:
    """`cite_text`, each citation with what was weighed for it."""
    outcomes, instruments = resolve_text(text, place=place, on=on)
    return [
        {**contract_row(citation_row(outcome, instruments)), "weighed": weighed_rows(outcome, instruments)}
        for outcome in outcomes
    ]
