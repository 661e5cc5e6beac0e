"""Notices withdrawn for good: kept by id, address and text, so that no crawl and no import brings them back."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.database import DATABASE
from corpus.model import Notice

_COLUMNS: Final = "id, url, site, title, reason, at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A notice that was withdrawn: why, and when (ISO, UTC)."""

    id: str
    url: str | None
    site: str
    title: str
    reason: str
    at: str


def withdraw(db: sqlite3.Connection, notice: Notice, reason: str, at: str) -> Withdrawal:
    """Keep that a notice, still in the store, is withdrawn, with those of its addresses at which no other notice is kept."""
    urls = [notice.url] if notice.url else []
    for table in ("notice_urls", "captures"):
        urls += [row[0] for row in db.execute(f"SELECT url FROM {table} WHERE notice_id = ?", (notice.id,))]  # noqa: S608 - constants
    db.execute(
        "INSERT OR REPLACE INTO withdrawn VALUES (?, ?, ?, ?, ?, ?, ?)",
        (notice.id, notice.url, notice.site, notice.title, notice.digest, reason, at),
    )
    db.executemany(
        "INSERT OR REPLACE INTO withdrawn_urls SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM notices WHERE url = ?1 AND id <> ?2)",
        ((url, notice.id) for url in dict.fromkeys(urls)),
    )
    return Withdrawal(id=notice.id, url=notice.url, site=notice.site, title=notice.title, reason=reason, at=at)


def is_withdrawn(db: sqlite3.Connection, notice: Notice) -> bool:
    """Whether a notice was withdrawn, under this id, at this address, or with this text: from the same site, or from nowhere in particular."""
    query = (
        "SELECT 1 FROM withdrawn WHERE id = ?1"
        " UNION ALL SELECT 1 FROM withdrawn_urls WHERE url = ?2"
        " UNION ALL SELECT 1 FROM withdrawn WHERE digest = ?3 AND (site = ?4 OR ?2 IS NULL) LIMIT 1"
    )
    return db.execute(query, (notice.id, notice.url, notice.digest, notice.site)).fetchone() is not None


def withdrawn_at(db: sqlite3.Connection, url: str) -> str | None:
    """The id of the withdrawn notice whose address it was."""
    row = db.execute("SELECT notice_id FROM withdrawn_urls WHERE url = ?", (url,)).fetchone()
    return row[0] if row else None


def withdrawal(db: sqlite3.Connection, notice_id: str) -> Withdrawal | None:
    """What is known of one notice that was withdrawn."""
    row = db.execute(f"SELECT {_COLUMNS} FROM withdrawn WHERE id = ?", (notice_id,)).fetchone()  # noqa: S608 - constants
    return _withdrawal(row) if row else None


def withdrawal_in(folder: Path, notice_id: str) -> Withdrawal | None:
    """The same for a reader who has an archive's folder and no store open; the database is opened for reading only.

    None too where it cannot tell: written by an earlier version, or on a disk where nobody may make the files of WAL mode.
    """
    path = f"{(folder / DATABASE).resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(path, uri=True)) as db:
            return withdrawal(db, notice_id)
    except sqlite3.OperationalError:
        return None


def withdrawals(db: sqlite3.Connection) -> list[Withdrawal]:
    """All that was withdrawn, oldest first."""
    return [_withdrawal(row) for row in db.execute(f"SELECT {_COLUMNS} FROM withdrawn ORDER BY at, rowid")]  # noqa: S608 - constants


def _withdrawal(row: tuple[str, ...]) -> Withdrawal:
    return Withdrawal(**dict(zip(_COLUMNS.split(", "), row, strict=True)))
