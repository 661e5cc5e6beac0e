"""Results and suggestions are of their types."""

from typing import Any

import pytest

from indexer.archive import Archive
from indexer.asking.results import HitRow, NamedRow, SearchResults, SuggestionRow
from tests.typed import fits


@pytest.mark.parametrize("query", ["chi thi 12", "thi đua", "qzx", "", "nơi:Sơn La", "ngày:abc thi dua", "thi duaa"])
def test_results_are_of_their_type(demo_archive: Archive, query: str) -> None:
    fits(demo_archive.search(query), SearchResults)


def test_lists_are_of_their_types(demo_archive: Archive) -> None:
    for rows, kind in (
        (demo_archive.suggest("34"), SuggestionRow),
        (demo_archive.most_cited(20), NamedRow),
        (demo_archive.recent(5), HitRow),
    ):
        assert rows
        kinds: Any = list[kind]  # type: ignore[valid-type]
        fits(rows, kinds)
