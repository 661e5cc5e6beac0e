"""Which store a state was read from; archives of the first format are brought to the present one."""

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.database import DATABASE, SCHEMA_VERSION
from corpus.model import Head, Notice
from corpus.store import Store, make_notice

FORMAT_1 = """
CREATE TABLE notices (
    id TEXT PRIMARY KEY, url TEXT, site TEXT NOT NULL, place TEXT, title TEXT NOT NULL, text TEXT NOT NULL, published_on TEXT,
    fetched_at TEXT NOT NULL, issuer TEXT, head_kind TEXT, head_number TEXT, head_issued_on TEXT, digest TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX notices_by_url ON notices (url);
CREATE INDEX notices_by_digest ON notices (digest);
CREATE INDEX notices_by_revision ON notices (revision);
CREATE TABLE notice_urls (url TEXT PRIMARY KEY, notice_id TEXT NOT NULL REFERENCES notices (id) ON DELETE CASCADE) STRICT;
CREATE TABLE removals (id TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT;
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
INSERT INTO counters VALUES ('revision', 2);
CREATE TABLE sources (start_url TEXT PRIMARY KEY, added_at TEXT NOT NULL) STRICT;
CREATE TABLE frontier (
    url TEXT PRIMARY KEY, source TEXT NOT NULL, host TEXT NOT NULL, depth INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'refused')), tries INTEGER NOT NULL DEFAULT 0,
    next_at REAL NOT NULL DEFAULT 0, is_listing INTEGER NOT NULL DEFAULT 0, note TEXT
) STRICT;
CREATE INDEX frontier_waiting ON frontier (state, host, next_at, depth);
CREATE TABLE captures (
    url TEXT PRIMARY KEY, fetched_at TEXT NOT NULL, status INTEGER NOT NULL, etag TEXT, last_modified TEXT, media_type TEXT,
    digest TEXT NOT NULL, bytes INTEGER NOT NULL, warc TEXT, warc_offset INTEGER, links TEXT NOT NULL DEFAULT '[]', notice_id TEXT
) STRICT;
INSERT INTO notices VALUES ('a', NULL, 's', NULL, 'T', 'Một.', NULL, '2026-01-01T00:00:00+00:00', NULL, NULL, NULL, NULL, 'd', 1);
INSERT INTO notices VALUES ('b', NULL, 's', NULL, 'T', 'Hai.', NULL, '2026-01-01T00:00:00+00:00', NULL, NULL, NULL, NULL, 'e', 2);
PRAGMA user_version = 1;
"""


def notice(id_: str = "a", **values: Any) -> Notice:
    return make_notice(**{"id": id_, "site": "s", "title": "T", "text": f"Thông báo {id_}.", **values})


def shape(folder: Path) -> list[Any]:
    """Tables with their columns, and indexes."""
    with Store.open(folder) as store:
        db = store.connection
        names = [tuple(row) for row in db.execute("SELECT type, name FROM sqlite_master ORDER BY type, name")]
        columns = [
            tuple(row)
            for row in db.execute(
                "SELECT m.name, c.name, c.type, c.[notnull], c.dflt_value, c.pk FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY 1, 2"
            )
        ]
        return [names, columns]


def test_an_archive_of_the_first_format_becomes_one_of_the_present(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    db = sqlite3.connect(tmp_path / "old" / DATABASE)
    db.executescript(FORMAT_1)
    db.close()
    Store.open(tmp_path / "new", create=True).close()
    with Store.open(tmp_path / "old") as store:
        assert store.connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert [row.id for _, row in store.changed_since(0)] == ["a", "b"]
        lineage = store.lineage()
        assert lineage.revision == 2 and lineage.store
        assert store.save(notice("c")) == "added"
        assert store.broken_by(lineage) is None
    assert shape(tmp_path / "old") == shape(tmp_path / "new")


def test_a_step_that_fails_leaves_the_format_as_it_was(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / DATABASE)
    db.executescript(FORMAT_1 + "CREATE TABLE stamps (something TEXT) STRICT;")
    db.close()
    with pytest.raises(Exception, match="cannot be used"):
        Store.open(tmp_path)
    db = sqlite3.connect(tmp_path / DATABASE)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    db.close()


def session(folder: Path, *ids: str) -> None:
    """One session of writing."""
    with Store.open(folder, create=True) as store:
        for id_ in ids:
            store.save(notice(id_))


def test_a_store_knows_the_states_that_it_came_through(tmp_path: Path) -> None:
    here, backup = tmp_path / "here", tmp_path / "backup"
    states = []
    session(here)
    for ids in ("abc", "d", "ef"):
        with Store.open(here) as store:
            states.append(store.lineage())
        session(here, *ids)
        if ids == "d":
            shutil.copytree(here, backup)
    with Store.open(here) as store:
        states.append(store.lineage())
        assert [store.broken_by(state) for state in states] == [None] * 4
    with Store.open(backup) as store:
        assert [store.broken_by(state) for state in states[:3]] == [None] * 3
        assert "older" in str(store.broken_by(states[3]))
    session(backup, "x", "y")
    with Store.open(backup) as store:
        assert store.revision() == states[3].revision
        assert "written to since" in str(store.broken_by(states[3]))
    session(tmp_path / "other", *"abcdefgh")
    with Store.open(tmp_path / "other") as store:
        assert "another" in str(store.broken_by(states[1]))


BEFORE = notice(
    url="http://x/1",
    place="Nghệ An",
    published_on="2018-01-02",
    issuer="Liên minh Hợp tác xã tỉnh Nghệ An",
    head=Head(kind="ke-hoach", number="1/KH-LMHTX", issued_on="2018-01-02"),
)
CHANGES: dict[str, Any] = {
    "url": "http://x/2",
    "site": "t",
    "place": "Hà Tĩnh",
    "title": "Tên khác",
    "text": "Lời khác.",
    "published_on": "2018-01-03",
    "issuer": "Sở Nội vụ",
    "kind": Head(kind="thong-bao", number="1/KH-LMHTX", issued_on="2018-01-02"),
    "number": Head(kind="ke-hoach", number="2/KH-LMHTX", issued_on="2018-01-02"),
    "issued_on": Head(kind="ke-hoach", number="1/KH-LMHTX", issued_on="2018-01-03"),
    "no head": None,
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_field_that_changes_is_an_update(tmp_path: Path, name: str) -> None:
    field = name if name in ("url", "site", "place", "title", "text", "published_on", "issuer") else "head"
    given = {"title": BEFORE.title, "text": BEFORE.text, "url": BEFORE.url, "place": BEFORE.place}
    rest = {"published_on": BEFORE.published_on, "issuer": BEFORE.issuer, "head": BEFORE.head}
    after = notice(**{**given, **rest, field: CHANGES[name]})
    with Store.open(tmp_path, create=True) as store:
        assert store.save(BEFORE) == "added"
        assert store.save(replace(BEFORE, fetched_at="2030-01-01T00:00:00+00:00")) == "unchanged"
        revision = store.revision()
        assert store.save(after) == "updated"
        assert store.notice("a") == after
        assert [row.id for _, row in store.changed_since(revision)] == ["a"]
