"""Precedents, a comparison and the ties of campaigns are of their types."""

from indexer.archive import Archive
from indexer.campaigns.precedents.rows import CompareRow, PrecedentRow, TiesRow
from tests.typed import fits


def test_what_stands_beside_campaigns_is_of_its_type(demo_archive: Archive) -> None:
    ids = [row["id"] for row in demo_archive.campaigns()]
    ties = [demo_archive.ties(id_) for id_ in ids]
    fits(ties, list[TiesRow])
    fits([demo_archive.precedents(id_) for id_ in ids], list[list[PrecedentRow]])
    fits(demo_archive.compare(ids[:4]), CompareRow)
    for part in ("root", "carries_out", "carried_out_by", "siblings", "reports"):
        assert any(row[part] for row in ties), part  # type: ignore[literal-required]
