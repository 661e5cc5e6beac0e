"""The archive's SQLite file: opened, made, brought to the present format; never guessed at.

A new file is made by ``schema.sql``; one of an earlier format is brought to the present one by ``migrations/NNNN.sql``, step by step.
`PRAGMA user_version` says which format a file has.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

from corpus.errors import ArchiveMissing, ArchiveTooNew, ArchiveUnusable

SCHEMA_VERSION: Final = 5
DATABASE: Final = "danchieu.sqlite"
_WAIT_S: Final = 30


def open_database(folder: Path, *, create: bool = False) -> sqlite3.Connection:
    """The database of an archive's folder, in WAL mode; made first if `create`.

    Raises ArchiveMissing (no archive there), ArchiveUnusable (not writable, not a database, not an archive's), ArchiveTooNew.
    """
    path = folder / DATABASE
    connection = None
    try:
        if not path.exists() and not create:
            raise ArchiveMissing(f"archive {folder}: there is none; 'danchieu crawl' or 'danchieu import' makes one")
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, folder)
    except (OSError, sqlite3.Error) as error:
        _close(connection)
        reason = getattr(error, "strerror", None) or error
        raise ArchiveUnusable(
            f"archive {folder}: cannot be used ({reason}); check the folder's rights, the disk, or name another with --archive"
        ) from error
    except (ArchiveTooNew, ArchiveUnusable):
        _close(connection)
        raise
    return connection


@contextmanager
def reading_database(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database of an archive for a short look by who has no store open: no file is made or changed, also on a disk that is for reading only.

    While nobody has written (there is no WAL), it is read as a file that stands still. Raises sqlite3.DatabaseError where it cannot tell.
    """
    path = folder / DATABASE
    try:
        is_written = path.with_name(f"{DATABASE}-wal").stat().st_size > 0
    except FileNotFoundError:
        is_written = False
    still = "" if is_written else "&immutable=1"
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro{still}", uri=True)) as connection:
        yield connection


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        connection.close()


def _migrate(connection: sqlite3.Connection, folder: Path) -> None:
    """Bring a database to SCHEMA_VERSION: the schema on a new file, else the numbered migrations that it lacks, one by one."""
    version = _version(connection)
    if version > SCHEMA_VERSION:
        raise ArchiveTooNew(
            f"archive {folder}: made by a newer version (format {version}, this program knows {SCHEMA_VERSION}); update danchieu"
        )
    here = files("corpus")
    while (version := _version(connection)) < SCHEMA_VERSION:
        target = version + 1 if version else SCHEMA_VERSION
        name = f"migrations/{target:04d}.sql" if version else "schema.sql"
        try:
            _step(connection, here.joinpath(name).read_text(encoding="utf-8"), version, target)
        except sqlite3.Error:
            if not version and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                raise ArchiveUnusable(
                    f"archive {folder}: {DATABASE} is another program's database; name another folder with --archive"
                ) from None
            raise


def _step(connection: sqlite3.Connection, script: str, version: int, target: int) -> None:
    """One step in one transaction: all of it or nothing; nothing, too, when another process took it a moment ago."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) == version:
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {target}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: `executescript` would end the transaction that they belong to."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
