"""What a crawl has still to visit, in the archive's own file: a killed crawl goes on where it was."""

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from corpus.store import Store
from crawler.addresses import origin_of
from crawler.links import is_listing

MAX_TRIES: Final = 5
BY_ROBOTS: Final = "robots.txt"
"""The note of an address that robots.txt keeps out."""
_LONGEST_WAIT: Final = 86_400.0
"""Seconds for which an address is put off, at most. One that waits longer was put off by a clock that has been set back since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One address to visit. tries: how often it failed."""

    url: str
    source: str
    depth: int
    tries: int


class Frontier:
    """The frontier of the hosts of one crawl."""

    def __init__(self, store: Store) -> None:
        self._db = store.connection

    def begin(self, db: sqlite3.Connection, starts: Iterable[str]) -> None:
        """Start addresses wait; when an earlier crawl of them is finished, all that it knew is asked again, listings first.

        What an option or robots.txt kept out may be let in by now, whether it is finished or not.
        """
        for start in starts:
            origin = origin_of(start)
            waiting = db.execute(
                "SELECT 1 FROM frontier WHERE host = ? AND state = 'waiting' LIMIT 1", (origin,)
            ).fetchone()
            if not waiting:
                db.execute(
                    "UPDATE frontier SET state = 'waiting', tries = 0, next_at = 0 WHERE host = ? AND state != 'waiting'",
                    (origin,),
                )
            db.execute(
                "UPDATE frontier SET state = 'waiting', tries = 0, next_at = 0 WHERE host = ? AND state = 'refused' AND (note = ? OR note LIKE '%--allow-private%')",
                (origin, BY_ROBOTS),
            )
            self.push(db, [start], source=start, depth=0)

    def push(self, db: sqlite3.Connection, urls: Iterable[str], *, source: str, depth: int) -> None:
        """Addresses that were found; those already known stay as they are."""
        db.executemany(
            "INSERT OR IGNORE INTO frontier (url, source, host, depth, state, is_listing) VALUES (?, ?, ?, ?, 'waiting', ?)",
            ((url, source, origin_of(url), depth, int(is_listing(url))) for url in urls),
        )

    def next(self, origin: str) -> Entry | None:
        """The next address of an origin that may be asked now: nearest first."""
        row = self._db.execute(
            "SELECT url, source, depth, tries FROM frontier WHERE host = ? AND state = 'waiting' AND (next_at <= ? OR next_at > ?) ORDER BY tries, depth, is_listing DESC, rowid LIMIT 1",
            (origin, time.time(), time.time() + _LONGEST_WAIT),
        ).fetchone()
        return Entry(url=row[0], source=row[1], depth=row[2], tries=row[3]) if row else None

    def settle(self, db: sqlite3.Connection, url: str, state: str, note: str | None = None) -> None:
        """An address is done, failed for good, or refused. note: why, or why a page that is done has no notice."""
        db.execute("UPDATE frontier SET state = ?, note = ? WHERE url = ?", (state, note, url))

    def postpone(self, db: sqlite3.Connection, entry: Entry, wait: float, note: str) -> None:
        """An address is asked again later; after five failures it is given up until the next crawl."""
        state = "waiting" if entry.tries + 1 < MAX_TRIES else "failed"
        db.execute(
            "UPDATE frontier SET state = ?, tries = tries + 1, next_at = ?, note = ? WHERE url = ?",
            (state, time.time() + min(wait, _LONGEST_WAIT), note, entry.url),
        )

    def counts(self, origins: Iterable[str]) -> dict[str, int]:
        """How many addresses of the origins are in each state."""
        found: dict[str, int] = {}
        for origin in origins:
            for state, count in self._db.execute(
                "SELECT state, count(*) FROM frontier WHERE host = ? GROUP BY state", (origin,)
            ):
                found[state] = found.get(state, 0) + int(count)
        return found
