"""Open data of an archive, row by row: documents, citations, relations, the graph, and what is cited but was never collected."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Final, TypedDict

from corpus.dates import first_day
from corpus.model import Conflict, RelationKind
from corpus.store import now
from corpus.values import KnownOn
from indexer.documents.campaign_rows import CampaignExportRow
from indexer.documents.instrument_rows import CardRow
from indexer.documents.notice_rows import CitationRow, HeadRow, NoticeRow, RelationRow
from indexer.documents.payloads import fetch_cards, scan_instruments, scan_notices
from indexer.documents.rows import contract_row
from indexer.documents.target_rows import TargetRow
from indexer.documents.validity import validity_on
from indexer.documents.validity_rows import ValidityRow
from indexer.engine.protocol import SearchEngine

_BATCH: Final = 200


class DocumentRow(TypedDict):
    """A notice with its text."""

    id: str
    url: str | None
    site: str
    place: str | None
    title: str
    text: str
    published_on: KnownOn
    issuer: str | None
    head: HeadRow | None
    instrument: str | None
    validity: ValidityRow | None


class CitationExportRow(CitationRow):
    """A citation, with offsets into the stored text of its notice."""

    notice: str
    conflicts: list[Conflict]


class RelationExportRow(RelationRow):
    """A relation and the notice that asserts it; source None is the notice itself."""

    notice: str


class EdgeExportRow(TypedDict):
    """One edge of the graph, by ids."""

    source: str
    target: str
    relation: RelationKind
    notice: str


class WantedRow(TargetRow):
    """A document that is cited and was never collected."""

    cited_by_total: int


ExportRow = DocumentRow | CitationExportRow | RelationExportRow | EdgeExportRow | WantedRow | CampaignExportRow


def _with_cards(engine: SearchEngine) -> Iterator[tuple[NoticeRow, CardRow | None]]:
    """Notices with the cards of the documents that they are, which are asked for many at a time."""
    notices = scan_notices(engine)
    while batch := list(islice(notices, _BATCH)):
        cards = fetch_cards(engine, filter(None, (notice["instrument"] for notice in batch)))
        for notice in batch:
            yield notice, cards.get(notice["instrument"] or "")


def documents(engine: SearchEngine) -> Iterator[DocumentRow]:
    """Notices with their text; those that are documents with what they are today."""
    today = first_day(now()[:10])
    for notice, card in _with_cards(engine):
        yield {
            "id": notice["id"],
            "url": notice["url"],
            "site": notice["site"],
            "place": notice["place"],
            "title": notice["title"],
            "text": notice["text"],
            "published_on": notice["published_on"],
            "issuer": notice["issuer"],
            "head": notice["head"],
            "instrument": notice["instrument"],
            "validity": validity_on(card["events"], today) if card else None,
        }


def citations(engine: SearchEngine) -> Iterator[CitationExportRow]:
    """Citations of every notice."""
    for notice in scan_notices(engine):
        for row in notice["citations"]:
            yield {"notice": notice["id"], **contract_row(row), "conflicts": row["conflicts"]}


def relations(engine: SearchEngine) -> Iterator[RelationExportRow]:
    """Relations that every notice asserts."""
    for notice in scan_notices(engine):
        for row in notice["relations"]:
            yield {"notice": notice["id"], **row}


def graph(engine: SearchEngine) -> Iterator[EdgeExportRow]:
    """One edge a row."""
    for row in relations(engine):
        source = row["source"]["id"] if row["source"] else row["notice"]
        yield {"source": source, "target": row["target"]["id"], "relation": row["relation"], "notice": row["notice"]}


def wanted(engine: SearchEngine) -> Iterator[WantedRow]:
    """What is cited and was never collected, most cited first."""
    rows: list[WantedRow] = [
        {
            "id": row["id"],
            "kind": row["kind"],
            "number": row["number"],
            "issued_on": row["issued_on"],
            "issuer": row["issuer"],
            "place": row["place"],
            "title": row["title"],
            "cited_by_total": row["cited_by_total"],
        }
        for row in scan_instruments(engine)
        if row["cited_by_total"] and not row["notice_id"]
    ]
    yield from sorted(rows, key=lambda row: (-row["cited_by_total"], row["id"]))


EXPORTS: Final[Mapping[str, Callable[[SearchEngine], Iterator[ExportRow]]]] = {
    "documents": documents,
    "citations": citations,
    "relations": relations,
    "graph": graph,
    "wanted": wanted,
}
CAMPAIGNS: Final = "campaigns"
"""The one export that is not read from the engine's documents alone (`indexer.archive`)."""
NAMES: Final = (*EXPORTS, CAMPAIGNS)
"""What can be exported."""
