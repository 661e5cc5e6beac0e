"""A document as the engine keeps it is of its type; so is its card."""

from indexer.archive import Archive
from indexer.documents.instrument_rows import CardRow, InstrumentRow
from indexer.engine.protocol import Query
from tests.typed import fits


def test_every_document_is_of_its_type(demo_archive: Archive) -> None:
    payloads = list(demo_archive._engine.scan("instrument"))
    for payload in payloads:
        fits(payload, InstrumentRow, str(payload["id"]))
    for part in ("conflicts", "cites", "acted_on_by", "cited_by", "namesakes", "names"):
        assert any(payload[part] for payload in payloads), part


def test_every_card_is_of_its_type(demo_archive: Archive) -> None:
    hits = demo_archive._engine.search(Query(type="instrument", cards=True, limit=400)).hits
    assert hits
    for hit in hits:
        fits(hit.payload, CardRow, hit.id)
