"""Open data of an archive, row by row: documents, citations, relations, the graph, and what is cited but was never collected."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from indexer.engine.protocol import SearchEngine

Rows = Iterator[dict[str, Any]]
_DOCUMENT: Final = ("id", "url", "site", "place", "title", "text", "published_on", "issuer", "head", "instrument")
_INTERNAL: Final = frozenset(("key", "written", "inside"))
_WANTED: Final = ("id", "kind", "number", "issued_on", "issuer", "place", "title", "cited_by_total")


def documents(engine: SearchEngine) -> Rows:
    """Notices with their text."""
    for payload in engine.scan("notice"):
        yield {name: payload.get(name) for name in _DOCUMENT}


def citations(engine: SearchEngine) -> Rows:
    """{"notice", ...CITATION}, with offsets into the stored text."""
    for payload in engine.scan("notice"):
        for row in _rows(payload, "citations"):
            yield {"notice": payload["id"], **{name: value for name, value in row.items() if name not in _INTERNAL}}


def relations(engine: SearchEngine) -> Rows:
    """{"notice", "source", "relation", "target", "start", "end"}; source None is the notice itself."""
    for payload in engine.scan("notice"):
        for row in _rows(payload, "relations"):
            yield {"notice": payload["id"], **row}


def graph(engine: SearchEngine) -> Rows:
    """{"source", "target", "relation", "notice"}: one edge a row, by ids."""
    for row in relations(engine):
        source = row["source"]["id"] if row["source"] else row["notice"]
        yield {"source": source, "target": row["target"]["id"], "relation": row["relation"], "notice": row["notice"]}


def wanted(engine: SearchEngine) -> Rows:
    """What is cited and was never collected, most cited first."""
    rows = [
        {name: row.get(name) for name in _WANTED}
        for row in engine.scan("instrument")
        if row.get("cited_by_total") and not row.get("notice_id")
    ]
    yield from sorted(rows, key=lambda row: (-int(str(row["cited_by_total"])), str(row["id"])))


def _rows(payload: Mapping[str, object], name: str) -> list[dict[str, Any]]:
    found = payload.get(name)
    return found if isinstance(found, list) else []


EXPORTS: Final[Mapping[str, Callable[[SearchEngine], Rows]]] = {
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
