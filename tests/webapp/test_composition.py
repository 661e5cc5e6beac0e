"""The composition root: what is chosen is what is opened, and nothing else opens an engine."""

import ast
from pathlib import Path

import pytest

from corpus.errors import ArchiveLocked, ArchiveMissing
from indexer.engine.whoosh.engine import WhooshEngine
from webapp import composition
from webapp.settings import Settings

ROOT = Path(__file__).parents[2]


def test_the_engine_that_is_chosen_is_opened(tmp_path: Path) -> None:
    engine = composition.engine_opener(Settings(engine="whoosh"))(tmp_path / "engine", create=True)
    assert isinstance(engine, WhooshEngine)
    engine.close()


def test_the_engine_is_opened_in_one_place() -> None:
    """`open_whoosh` is asked for by the composition root alone."""
    asking = []
    for path in (path for room in ("corpus", "crawler", "indexer", "webapp") for path in (ROOT / room).rglob("*.py")):
        names = [
            node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)
        ]
        if any(alias.name == "open_whoosh" for node in names for alias in node.names):
            asking.append(str(path.relative_to(ROOT)))
    assert asking == ["webapp/composition.py"]


def test_crawler_settings_are_those_of_the_operator() -> None:
    chosen = composition.crawler_settings(
        Settings(user_agent="Kho/1", delay=3.0, max_pages=7, max_depth=2, allow_private=True)
    )
    assert (chosen.user_agent, chosen.delay, chosen.max_pages, chosen.max_depth) == ("Kho/1", 3.0, 7, 2)
    assert chosen.allow_private
    assert composition.crawler_settings(Settings()).user_agent.startswith("DanChieu/")


def test_an_archive_from_nothing_to_a_search(tmp_path: Path) -> None:
    settings = Settings(archive=tmp_path / "kho")
    with pytest.raises(ArchiveMissing):
        composition.open_store(settings)
    composition.open_store(settings, create=True).close()
    assert composition.index(settings).taken_in == 0
    composition.open_for_workers(settings)
    with composition.reading(settings) as archive:
        assert archive.search("hợp tác xã")["total"] == 0


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    settings = Settings(archive=tmp_path)
    with composition.alone(settings), pytest.raises(ArchiveLocked), composition.alone(settings):
        pass
