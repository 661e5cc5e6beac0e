"""Which store a state was read from: its identity, the number of its last change, and the stamp of the session that made it.

A number alone cannot tell: a store taken from a backup and written to again has the same numbers with other contents. So the first change of each
writing session leaves a random stamp beside its number. Two stores that agree on the stamp in force at a number have the same history up to there.
"""

import secrets
import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """A state of a store. store: its identity; revision: its last change; stamp: that of the session of this change."""

    store: str
    revision: int
    stamp: str


def new_stamp() -> str:
    """A stamp for a session of writing."""
    return secrets.token_hex(16)


def stamp(db: sqlite3.Connection, revision: int, session: str) -> None:
    """Leave a session's stamp at a change, unless it is in force already."""
    if _in_force(db, revision) != session:
        db.execute("INSERT OR REPLACE INTO stamps VALUES (?, ?)", (revision, session))


def lineage_of(db: sqlite3.Connection) -> Lineage:
    """The state that a store is in."""
    revision = int(db.execute("SELECT value FROM counters WHERE name = 'revision'").fetchone()[0])
    return Lineage(store=_in_force(db, 0), revision=revision, stamp=_in_force(db, revision))


def broken_by(db: sqlite3.Connection, known: Lineage) -> str | None:
    """Why a store did not come out of a state that was read earlier, in a few words; None when it did."""
    present = lineage_of(db)
    if present.store != known.store:
        return "the archive is another one"
    if present.revision < known.revision:
        return "the archive is older, as one taken from a backup is"
    if _in_force(db, known.revision) != known.stamp:
        return "the archive was taken from a backup and written to since"
    return None


def _in_force(db: sqlite3.Connection, revision: int) -> str:
    row = db.execute(
        "SELECT stamp FROM stamps WHERE revision <= ? ORDER BY revision DESC LIMIT 1", (revision,)
    ).fetchone()
    return str(row[0]) if row else ""
