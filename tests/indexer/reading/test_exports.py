"""Open data: each row is of its type, and the sets fit each other."""

from typing import Any

import pytest

from indexer.archive import Archive
from indexer.documents.campaign_rows import CampaignExportRow
from indexer.reading.exports import (
    NAMES,
    CitationExportRow,
    DocumentRow,
    EdgeExportRow,
    RelationExportRow,
    WantedRow,
)
from tests.typed import fits


@pytest.mark.parametrize(
    ("what", "row"),
    [
        ("documents", DocumentRow),
        ("citations", CitationExportRow),
        ("relations", RelationExportRow),
        ("graph", EdgeExportRow),
        ("wanted", WantedRow),
        ("campaigns", CampaignExportRow),
    ],
)
def test_exports_are_of_their_types(demo_archive: Archive, what: str, row: Any) -> None:
    assert what in NAMES
    rows = list(demo_archive.export(what))
    assert rows
    for one in rows:
        fits(one, row, what)


def exported(archive: Archive, what: str) -> list[Any]:
    return list(archive.export(what))


def test_offsets_are_those_of_the_exported_text(demo_archive: Archive) -> None:
    texts = {row["id"]: row["text"] for row in exported(demo_archive, "documents")}
    for row in exported(demo_archive, "citations"):
        assert texts[row["notice"]][row["start"] : row["end"]] == row["text"]


def test_an_edge_is_a_relation_by_ids(demo_archive: Archive) -> None:
    relations = exported(demo_archive, "relations")
    edges = exported(demo_archive, "graph")
    assert [
        (row["source"]["id"] if row["source"] else row["notice"], row["relation"], row["target"]["id"], row["notice"])
        for row in relations
    ] == [(row["source"], row["relation"], row["target"], row["notice"]) for row in edges]
    assert any(row["source"] for row in relations) and any(row["source"] is None for row in relations)


def test_what_is_wanted_was_never_collected_and_stands_by_citers(demo_archive: Archive) -> None:
    rows = exported(demo_archive, "wanted")
    collected = {row["instrument"] for row in exported(demo_archive, "documents")}
    assert not {row["id"] for row in rows} & collected
    assert [(-row["cited_by_total"], row["id"]) for row in rows] == sorted(
        (-row["cited_by_total"], row["id"]) for row in rows
    )
    assert all(row["cited_by_total"] > 0 for row in rows)
