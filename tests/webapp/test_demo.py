"""The demo's archive: its figures, its closing line, and nothing left to visit again."""

from pathlib import Path

import pytest

from corpus.errors import FetchError
from corpus.store import Store
from indexer.archive import Archive
from webapp import demo
from webapp.settings import Settings


def test_the_closing_line_has_the_figures_of_the_archive(demo_archive: Archive) -> None:
    figures = demo_archive.summary()
    line = demo.summary_line(figures)
    parts = dict(reversed(part.split(" ")) for part in line.split(", "))
    assert parts == {name: str(figures[name]) for name in ("sites", "notices", "citations", "instruments", "campaigns")}
    assert all(int(value) > 0 for value in parts.values())


def test_its_sources_are_forgotten(demo_folder: Path) -> None:
    with Store.open(demo_folder) as store:
        assert list(store.sources()) == []


def test_sites_that_cannot_be_collected_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Report:
        failed = 1
        first_fault = "the fault"

    monkeypatch.setattr(demo, "crawl", lambda *values, **named: Report())
    with pytest.raises(FetchError, match="could not be collected; the first fault: the fault"):
        demo.prepare_demo(Settings(archive=tmp_path / "archive"), lambda step, done, total: None)
