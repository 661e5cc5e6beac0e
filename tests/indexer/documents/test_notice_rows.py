"""A notice as the engine keeps it is of its type, with each of its citations and relations."""

from indexer.archive import Archive
from indexer.documents.notice_rows import NoticeRow
from tests.typed import fits


def test_every_notice_is_of_its_type(demo_archive: Archive) -> None:
    payloads = list(demo_archive._engine.scan("notice"))
    for payload in payloads:
        fits(payload, NoticeRow, str(payload["id"]))
    assert any(payload["relations"] for payload in payloads)
    assert {row["status"] for payload in payloads for row in payload["citations"]} == {
        "resolved",
        "ambiguous",
        "unresolved",
    }
