"""The archive's file: made, brought to the present format step by step, never guessed at."""

import sqlite3
from pathlib import Path

import pytest

from corpus import database
from corpus.database import DATABASE, SCHEMA_VERSION, open_database, reading_database
from corpus.errors import ArchiveMissing, ArchiveTooNew, ArchiveUnusable


def value(db: sqlite3.Connection, pragma: str) -> object:
    return db.execute(f"PRAGMA {pragma}").fetchone()[0]


def test_a_new_file_has_the_present_format_and_is_opened_as_archives_are(tmp_path: Path) -> None:
    db = open_database(tmp_path / "a" / "b", create=True)
    assert value(db, "user_version") == SCHEMA_VERSION
    assert value(db, "journal_mode") == "wal"
    assert value(db, "synchronous") == 1, "NORMAL: a power cut loses the last moments, never the file"
    assert value(db, "foreign_keys") == 1
    assert value(db, "busy_timeout") == 30_000, "another process's short write is waited for"
    assert db.isolation_level is None, "transactions are begun by hand"
    db.close()
    again = open_database(tmp_path / "a" / "b")
    assert value(again, "user_version") == SCHEMA_VERSION
    again.close()


def test_what_is_missing_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match=r"there is none; 'danchieu crawl' or 'danchieu import' makes one"):
        open_database(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_one_version_ahead_is_too_new_and_is_left_as_it_was(tmp_path: Path) -> None:
    open_database(tmp_path, create=True).close()
    db = sqlite3.connect(tmp_path / DATABASE)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    db.close()
    with pytest.raises(
        ArchiveTooNew, match=rf"format {SCHEMA_VERSION + 1}, this program knows {SCHEMA_VERSION}\); update danchieu"
    ):
        open_database(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveUnusable, match=r"cannot be used \(.+\); check the folder's rights, the disk"):
        open_database(tmp_path / "file", create=True)


def test_a_step_that_fails_takes_back_all_of_itself(tmp_path: Path) -> None:
    """A database of another program: its own table stands, nothing of ours was added, its version is still none."""
    db = sqlite3.connect(tmp_path / DATABASE)
    db.execute("CREATE TABLE notices (anything)")
    db.close()
    with pytest.raises(ArchiveUnusable, match=r"is another program's database; name another folder with --archive"):
        open_database(tmp_path)
    db = sqlite3.connect(tmp_path / DATABASE)
    assert [row[0] for row in db.execute("SELECT name FROM sqlite_master")] == ["notices"]
    assert value(db, "user_version") == 0
    db.close()


def test_a_schema_at_fault_is_no_other_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence about another program is for files that hold something."""
    monkeypatch.setattr(database, "_statements", lambda script: iter(["CREATE TABLE broken ("]))
    with pytest.raises(ArchiveUnusable, match="cannot be used"):
        open_database(tmp_path, create=True)


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ("", []),
        ("SELECT 1;\n", ["SELECT 1;\n"]),
        ("-- why\nSELECT 1;\nSELECT\n 2;\n", ["-- why\nSELECT 1;\n", "SELECT\n 2;\n"]),
        (
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n SELECT 1;\nEND;\nSELECT 2;\n",
            ["CREATE TRIGGER t AFTER INSERT ON a BEGIN\n SELECT 1;\nEND;\n", "SELECT 2;\n"],
        ),
    ],
)
def test_statements_of_a_script(script: str, wanted: list[str]) -> None:
    assert list(database._statements(script)) == wanted


def test_a_short_look_changes_no_file_and_sees_what_a_writer_has_committed(tmp_path: Path) -> None:
    open_database(tmp_path, create=True).close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def sites() -> list[str]:
        with reading_database(tmp_path) as db:
            return [row[0] for row in db.execute("SELECT start_url FROM sources")]

    assert sites() == []
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    writer = open_database(tmp_path)
    writer.execute("INSERT INTO sources (start_url, added_at) VALUES ('https://a.example/', '')")
    assert sites() == ["https://a.example/"], "from the WAL"
    writer.close()
    assert sites() == ["https://a.example/"]
    with pytest.raises(sqlite3.OperationalError), reading_database(tmp_path / "none") as db:
        db.execute("SELECT 1 FROM sources")
