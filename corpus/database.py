"""The archive's SQLite file: opened, made, brought to the present format; never guessed at.

The schema is ``schema.sql``; what came later stands in ``migrations/NNNN.sql``. `PRAGMA user_version` says which format a file has.
"""

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Final

from corpus.errors import ArchiveMissing, ArchiveTooNew, ArchiveUnusable

SCHEMA_VERSION: Final = 1
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


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        connection.close()


def _migrate(connection: sqlite3.Connection, folder: Path) -> None:
    """Bring a database to SCHEMA_VERSION: the schema on a new file, else the numbered migrations that it lacks."""
    version = _version(connection)
    if version > SCHEMA_VERSION:
        raise ArchiveTooNew(
            f"archive {folder}: made by a newer version (format {version}, this program knows {SCHEMA_VERSION}); update danchieu"
        )
    if version == SCHEMA_VERSION:
        return
    here = files("corpus")
    if version == 0:
        scripts = [here.joinpath("schema.sql").read_text(encoding="utf-8")]
    else:
        numbers = range(version + 1, SCHEMA_VERSION + 1)
        scripts = [here.joinpath(f"migrations/{number:04d}.sql").read_text(encoding="utf-8") for number in numbers]
    body = "\n".join(scripts)
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{body}\nPRAGMA user_version = {SCHEMA_VERSION};\nCOMMIT;")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        # Another process may have made it a moment ago.
        if _version(connection) == SCHEMA_VERSION:
            return
        if version == 0 and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            raise ArchiveUnusable(
                f"archive {folder}: {DATABASE} is another program's database; name another folder with --archive"
            ) from None
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
