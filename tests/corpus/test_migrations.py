"""An archive of the first format, with rows in all its tables, comes to the present one step by step and keeps them."""

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import corpus.database
from corpus.database import DATABASE, SCHEMA_VERSION
from corpus.errors import ArchiveUnusable
from corpus.frontier import Entry
from corpus.store import Store
from tests.corpus.test_lineage import FORMAT_1, shape

ROWS = """
INSERT INTO notice_urls VALUES ('http://x/a2', 'a');
INSERT INTO removals VALUES ('gone', 2);
INSERT INTO sources VALUES ('http://x/', '2026-01-01T00:00:00+00:00');
INSERT INTO frontier VALUES ('http://x/1', 'http://x/', 'http://x', 1, 'waiting', 2, 0, 0, 'answered 503');
INSERT INTO frontier VALUES ('http://x/2', 'http://x/', 'http://x', 1, 'done', 0, 0, 1, NULL);
INSERT INTO captures VALUES ('http://x/2', '2026-01-01T00:00:00+00:00', 200, '"e"', NULL, 'text/html', 'd', 9, 'w.warc.gz', 3, '["http://x/1"]', 'a');
"""
TABLES = ("notices", "notice_urls", "removals", "counters", "sources", "frontier", "captures")


def old_archive(folder: Path) -> dict[str, list[Any]]:
    """An archive as the first format had it; what stands in it."""
    folder.mkdir()
    db = sqlite3.connect(folder / DATABASE)
    db.executescript(FORMAT_1 + ROWS)
    found = contents(db)
    db.close()
    assert all(found.values()), "every table has rows"
    return found


OF_FIRST = {
    "sources": "start_url, added_at",
    "frontier": "url, source, host, depth, state, tries, next_at, is_listing, note",
}
"""Columns of the tables that have grown since."""


def contents(db: sqlite3.Connection) -> dict[str, list[Any]]:
    """What the first format knew to tell."""
    return {
        table: db.execute(f"SELECT {OF_FIRST.get(table, '*')} FROM {table} ORDER BY 1").fetchall() for table in TABLES
    }


def test_every_step_has_its_file() -> None:
    names = sorted(path.name for path in files("corpus").joinpath("migrations").iterdir() if path.name.endswith(".sql"))
    assert names == [f"{step:04d}.sql" for step in range(2, SCHEMA_VERSION + 1)]


def test_nothing_is_lost_on_the_way(tmp_path: Path) -> None:
    before = old_archive(tmp_path / "old")
    with Store.open(tmp_path / "old") as store:
        assert contents(store.connection) == before
        waiting = store.frontier.next("http://x", now=1.0, longest=9.0)
        assert waiting == Entry(url="http://x/1", source="http://x/", depth=1, tries=2)
        assert store.captures.validators("http://x/2") == ('"e"', None)
        assert store.captures.links("http://x/2") == ["http://x/1"]
        assert store.addresses.twin_at("http://x/a2") == "a"
        assert (store.sources(), store.removed_since(1), store.withdrawals()) == (["http://x/"], ["gone"], [])
        source = store.source_rows.get("http://x/")
        assert source is not None and source.enabled and source.is_due("2026-01-02T00:00:00+00:00")
        assert (store.runs.last(9), store.faults.all(), list(store.frontier.faults())) == ([], [], [])
        store.withdraw("a", "trùng")
        assert store.addresses.withdrawn_at("http://x/2") == "a"
    Store.open(tmp_path / "new", create=True).close()
    assert shape(tmp_path / "old") == shape(tmp_path / "new")


@pytest.mark.parametrize("step", range(2, SCHEMA_VERSION + 1))
def test_a_run_that_ends_between_steps_leaves_an_archive_that_opens(
    tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old_archive(tmp_path / "old")
    take = corpus.database._step

    def ends(connection: sqlite3.Connection, script: str, version: int, target: int) -> None:
        if target == step:
            half = script.rpartition(";\n")[0].rpartition(";\n")[0] + ";\n"
            take(connection, f"{half}\nSELECT * FROM no_such_table;\n", version, target)
        take(connection, script, version, target)

    with monkeypatch.context() as patched:
        patched.setattr(corpus.database, "_step", ends)
        with pytest.raises(ArchiveUnusable, match="no_such_table"):
            Store.open(tmp_path / "old")
    db = sqlite3.connect(tmp_path / "old" / DATABASE)
    assert db.execute("PRAGMA user_version").fetchone() == (step - 1,)
    assert contents(db) == before
    db.close()
    with Store.open(tmp_path / "old") as store:
        assert contents(store.connection) == before
    Store.open(tmp_path / "new", create=True).close()
    assert shape(tmp_path / "old") == shape(tmp_path / "new")
