"""The file of the facts, as SQLite opens it: one writer, with a log beside the file while it writes; readers who create nothing.

Between runs the file stands alone (no log), so that it can be read on a disk that takes no writing.
"""

import sqlite3
import time
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import quote

from indexer.engine.integrity import damaged

FACTS: Final = "facts.sqlite"
_WAIT_S: Final = 30
_MAPPED: Final = 1 << 30
_TRIES: Final = 20
_PAUSE_S: Final = 0.1


def open_to_write(folder: Path, format_: str) -> sqlite3.Connection:
    """Open, or make, the facts of a generation's folder. Raises IndexDamaged when it is no such file; a full disk is SQLite's own error."""
    db = sqlite3.connect(folder / FACTS, timeout=_WAIT_S, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = WAL")  # readers go on while a run writes
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(f"PRAGMA mmap_size = {_MAPPED}")  # a page of an instrument reads hundreds of scattered rows
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
            script = files("indexer").joinpath("facts/schema.sql").read_text(encoding="utf-8")
            db.executescript(f"BEGIN;\n{script}\nINSERT INTO meta VALUES ('format', '{format_}');\nCOMMIT;")
    except sqlite3.Error as error:
        db.close()
        if is_disks(error):
            raise
        raise damaged(folder, f"facts: {error}") from error
    except BaseException:
        db.close()
        raise
    return db


def open_to_read(folder: Path) -> sqlite3.Connection:
    """Open the facts of a generation's folder without creating anything.

    On a disk that takes no writing a log cannot be opened where none is; then there is no writer either, and the file is taken as it is.
    """
    path = folder / FACTS
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    db = sqlite3.connect(address, uri=True, timeout=_WAIT_S, isolation_level=None)
    try:
        db.execute("SELECT 1 FROM meta LIMIT 1").fetchone()
    except sqlite3.Error as error:
        db.close()
        closed = _code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not closed or not path.exists() or path.with_name(f"{FACTS}-wal").exists():
            raise
        return sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None)
    return db


def copy_facts(folder: Path, target: Path) -> None:
    """Copy the facts of a generation's folder into another's, with what stands in a log only."""
    source, copy = open_to_read(folder), sqlite3.connect(target / FACTS, isolation_level=None)
    try:
        source.backup(copy)
    finally:
        source.close()
        copy.close()


def leave_one_file(db: sqlite3.Connection) -> None:
    """Take the log into the file, and go without it. Readers at work prevent it for a moment, and need it no longer than they work."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for _ in range(_TRIES):
        try:
            db.execute("PRAGMA journal_mode = DELETE")
            return
        except sqlite3.OperationalError as error:
            if _code(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            time.sleep(_PAUSE_S)


def is_disks(error: sqlite3.Error) -> bool:
    """Whether an error is the disk's: full, or not taking what is written."""
    return _code(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def _code(error: sqlite3.Error) -> int:
    """The primary code of an error."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
