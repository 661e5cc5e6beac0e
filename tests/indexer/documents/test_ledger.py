"""The ledger of a citation says what became of it, and accounts for it: on every citation of a whole archive."""

import pytest

from corpus.errors import NotFound
from indexer.archive import Archive
from indexer.documents.ledger import LedgerRow

NONE_WEIGHED = {"nothing-known", "serial-unknown"}


@pytest.fixture(scope="module")
def ledgers(demo_archive: Archive) -> list[LedgerRow]:
    return [
        demo_archive.ledger(row["id"], n)
        for row in map(demo_archive.notice, (row["id"] for row in demo_archive.export("documents")))  # type: ignore[typeddict-item]
        for n in range(1, len(row["citations"]) + 1)
    ]


def test_a_ledger_ends_where_the_index_did(demo_archive: Archive, ledgers: list[LedgerRow]) -> None:
    assert len(ledgers) > 100
    for ledger in ledgers:
        assert ledger["citation"] == demo_archive.notice(ledger["notice"])["citations"][ledger["n"] - 1]


def test_the_document_that_is_meant_leads_all_others(ledgers: list[LedgerRow]) -> None:
    for ledger in ledgers:
        target = ledger["citation"]["target"]
        meant = [row for row in ledger["weighed"] if row["standing"] == "meant"]
        rivals = [row["score"] for row in ledger["weighed"] if row["standing"] == "behind"]
        assert [row["id"] for row in meant] == ([target["id"]] if target else [])
        assert all(row["score"] - rival >= ledger["margin"] for row in meant for rival in rivals)


def test_each_document_has_its_pieces(ledgers: list[LedgerRow]) -> None:
    for ledger in ledgers:
        codes = {row["code"] for row in ledger["citation"]["reasons"]}
        assert ledger["weighed"] or codes <= NONE_WEIGHED
        for row in ledger["weighed"]:
            points = sum(piece["weight"] or 0 for piece in (*row["for"], *row["against"]))
            assert points == pytest.approx(row["score"], abs=0.02)
            assert any(piece["weight"] is None for piece in row["against"]) == (row["standing"] == "out")


def test_what_may_be_meant_carries_its_evidence(demo_archive: Archive, ledgers: list[LedgerRow]) -> None:
    several = [ledger for ledger in ledgers if ledger["citation"]["status"] == "ambiguous"]
    assert several
    for ledger in several:
        weighed = {row["id"]: (row["for"], row["against"]) for row in ledger["weighed"]}
        assert all(weighed[row["id"]] == (row["for"], row["against"]) for row in ledger["citation"]["candidates"])
        assert sum(row["standing"] == "possible" for row in ledger["weighed"]) >= 1


@pytest.mark.parametrize("n", [0, -1, 10_000])
def test_a_citation_that_is_not_there(demo_archive: Archive, ledgers: list[LedgerRow], n: int) -> None:
    with pytest.raises(NotFound, match="no citation"):
        demo_archive.ledger(ledgers[0]["notice"], n)
