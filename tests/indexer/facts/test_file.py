"""The facts' file: made once, read without creating anything, alone between runs."""

import sqlite3
from pathlib import Path

import pytest

from corpus.errors import IndexDamaged
from indexer.facts.file import FACTS, copy_facts, is_disks, leave_one_file, open_to_read, open_to_write

FORMAT = "SELECT value FROM meta WHERE name = 'format'"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_keeps_the_format_it_was_made_with(tmp_path: Path) -> None:
    for format_ in ("one", "two"):
        db = open_to_write(tmp_path, format_)
        assert db.execute(FORMAT).fetchall() == [("one",)]
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA synchronous").fetchone() == (1,)
        db.close()


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be told from one" * 40, b"SQLite format 4\0" + bytes(4080)]
)
def test_what_is_no_such_file_is_damage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FACTS).write_bytes(content)
    with pytest.raises(IndexDamaged, match="facts: file is not a database"):
        open_to_write(tmp_path, "f")


def test_a_folder_in_its_place_is_the_disks_error(tmp_path: Path) -> None:
    (tmp_path / FACTS).mkdir()
    with pytest.raises(sqlite3.OperationalError) as told:
        open_to_write(tmp_path, "f")
    assert is_disks(told.value)


def test_reading_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_to_read(tmp_path)
    assert names(tmp_path) == []


def test_a_reader_writes_nothing_and_sees_what_stands_in_the_log(tmp_path: Path) -> None:
    writer = open_to_write(tmp_path, "f")
    writer.execute("INSERT INTO meta VALUES ('a', 'b')")
    reader = open_to_read(tmp_path)
    assert reader.execute("SELECT value FROM meta WHERE name = 'a'").fetchone() == ("b",)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM meta")
    reader.close()
    writer.close()


def test_a_name_with_signs_of_an_address_is_taken_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "a?mode=rwc#50%20 kho"
    folder.mkdir()
    open_to_write(folder, "f").close()
    reader = open_to_read(folder)
    assert reader.execute(FORMAT).fetchone() == ("f",)
    reader.close()


def test_one_file_is_left_that_still_reads(tmp_path: Path) -> None:
    db = open_to_write(tmp_path, "f")
    assert names(tmp_path) == [FACTS, f"{FACTS}-shm", f"{FACTS}-wal"]
    leave_one_file(db)
    assert names(tmp_path) == [FACTS]
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    db.close()
    reader = open_to_read(tmp_path)
    assert reader.execute(FORMAT).fetchone() == ("f",)
    reader.close()


def test_a_copy_is_whole_and_the_source_stays(tmp_path: Path) -> None:
    target = tmp_path / "copy"
    target.mkdir()
    db = open_to_write(tmp_path, "f")
    copy_facts(tmp_path, target)
    db.execute("UPDATE meta SET value = 'later'")
    copy = open_to_read(target)
    assert copy.execute(FORMAT).fetchone() == ("f",)
    copy.close()
    db.close()


@pytest.mark.parametrize(
    ("code", "disks"),
    [
        (sqlite3.SQLITE_FULL, True),
        (sqlite3.SQLITE_IOERR, True),
        (sqlite3.SQLITE_IOERR_WRITE, True),
        (sqlite3.SQLITE_CANTOPEN, True),
        (sqlite3.SQLITE_READONLY, True),
        (sqlite3.SQLITE_READONLY_DBMOVED, True),
        (sqlite3.SQLITE_CORRUPT, False),
        (sqlite3.SQLITE_NOTADB, False),
        (sqlite3.SQLITE_BUSY, False),
        (None, False),
    ],
)
def test_the_disks_errors_are_told_from_the_others(code: int | None, disks: bool) -> None:
    error = sqlite3.OperationalError("x")
    if code is not None:
        error.sqlite_errorcode = code
    assert is_disks(error) is disks
