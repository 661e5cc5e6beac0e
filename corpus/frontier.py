"""The rows of a crawl's frontier: one for each address ever met. What is asked, when and how often is the crawler's to say."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

State = Literal["waiting", "done", "failed", "refused"]
_NOW: Final = "strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One address to visit. source: the start URL that it belongs to. tries: how often it failed."""

    url: str
    source: str
    depth: int
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An address that was met. host: its origin. is_listing: whether it leads to others, rather than to a notice."""

    url: str
    host: str
    is_listing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that was had: what was noted of it, and the addresses of its own site that it leads to, as JSON."""

    url: str
    note: str | None
    links: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFault:
    """A page that could not be had or read. state: ``waiting`` while it is tried again. since: ISO, UTC."""

    url: str
    state: State
    reason: str
    since: str


class FrontierRows:
    """The frontier of one store. Changes belong to the transaction that the caller holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, found: Iterable[Met], *, source: str, depth: int) -> None:
        """Addresses wait; those already known stay as they are."""
        self._db.executemany(
            "INSERT OR IGNORE INTO frontier (url, source, host, depth, state, is_listing) VALUES (?, ?, ?, ?, 'waiting', ?)",
            ((one.url, source, one.host, depth, int(one.is_listing)) for one in found),
        )

    def has_waiting(self, host: str) -> bool:
        """Whether an address of an origin waits."""
        query = "SELECT 1 FROM frontier WHERE host = ? AND state = 'waiting' LIMIT 1"
        return self._db.execute(query, (host,)).fetchone() is not None

    def ask_again(self, host: str) -> None:
        """All that is known of an origin waits again, as if it had never failed."""
        self._db.execute(
            "UPDATE frontier SET state = 'waiting', tries = 0, next_at = 0 WHERE host = ? AND state != 'waiting'",
            (host,),
        )

    def ask_refused_again(self, host: str, *, note: str, naming: str) -> None:
        """What was refused with a note, or with one that names something, waits again."""
        self._db.execute(
            "UPDATE frontier SET state = 'waiting', tries = 0, next_at = 0"
            " WHERE host = ? AND state = 'refused' AND (note = ? OR instr(note, ?))",
            (host, note, naming),
        )

    def next(self, host: str, *, now: float, longest: float) -> Entry | None:
        """The next address of an origin, nearest first. Left out: what is put off beyond now (Unix time), by no more than the longest wait (seconds)."""
        row = self._db.execute(
            "SELECT url, source, depth, tries FROM frontier WHERE host = ? AND state = 'waiting' AND (next_at <= ? OR next_at > ?)"
            " ORDER BY tries, depth, is_listing DESC, rowid LIMIT 1",
            (host, now, now + longest),
        ).fetchone()
        return Entry(url=row[0], source=row[1], depth=row[2], tries=row[3]) if row else None

    def settle(self, url: str, state: State, note: str | None) -> None:
        """What came of an address, and what is noted of it; since when it fails stays until it does no longer."""
        self._db.execute(
            f"UPDATE frontier SET state = ?1, note = ?2, failed_at = CASE WHEN ?1 IN ('failed', 'refused') THEN COALESCE(failed_at, {_NOW}) END"  # noqa: S608 - constants
            " WHERE url = ?3",
            (state, note, url),
        )

    def put_off(self, url: str, state: State, *, until: float, note: str) -> None:
        """An address failed once more; it is not asked again before a moment (Unix time)."""
        self._db.execute(
            f"UPDATE frontier SET state = ?, tries = tries + 1, next_at = ?, note = ?, failed_at = COALESCE(failed_at, {_NOW}) WHERE url = ?",  # noqa: S608 - constants
            (state, until, note, url),
        )

    def renote(self, url: str, note: str | None) -> None:
        """What is noted of a page that was had."""
        self._db.execute("UPDATE frontier SET note = ? WHERE url = ? AND state = 'done'", (note, url))

    def note(self, url: str) -> str | None:
        """What was noted of an address."""
        row = self._db.execute("SELECT note FROM frontier WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def counts(self, host: str) -> dict[State, int]:
        """How many addresses of an origin are in each state."""
        return dict(
            self._db.execute("SELECT state, count(*) FROM frontier WHERE host = ? GROUP BY state", (host,)).fetchall()
        )

    def first_refused(self, host: str) -> tuple[str, str | None] | None:
        """The address, and the note, of the page nearest to an origin's start that was refused or failed."""
        row = self._db.execute(
            "SELECT url, note FROM frontier WHERE host = ? AND state IN ('refused', 'failed') ORDER BY depth, rowid LIMIT 1",
            (host,),
        ).fetchone()
        return (row[0], row[1]) if row else None

    def first_page(self, host: str) -> Page | None:
        """The page nearest to an origin's start that was had."""
        row = self._db.execute(
            "SELECT f.url, f.note, c.links FROM frontier f LEFT JOIN captures c ON c.url = f.url"
            " WHERE f.host = ? AND f.state = 'done' ORDER BY f.depth, f.rowid LIMIT 1",
            (host,),
        ).fetchone()
        return Page(url=row[0], note=row[1], links=row[2] or "[]") if row else None

    def has_notice(self, host: str) -> bool:
        """Whether a page of an origin holds a notice."""
        query = "SELECT 1 FROM frontier f JOIN captures c ON c.url = f.url WHERE f.host = ? AND c.notice_id IS NOT NULL LIMIT 1"
        return self._db.execute(query, (host,)).fetchone() is not None

    def faults(self) -> Iterator[PageFault]:
        """Pages that could not be had or read, those that have failed for longest first."""
        query = "SELECT url, state, COALESCE(note, ''), failed_at FROM frontier WHERE failed_at IS NOT NULL ORDER BY failed_at, url"
        for row in self._db.execute(query):
            yield PageFault(url=row[0], state=row[1], reason=row[2], since=row[3])

    def noted(self) -> Iterator[tuple[str, str]]:
        """Pages that were had and of which something is noted, mostly why they hold no notice: (address, note)."""
        yield from self._db.execute(
            "SELECT url, note FROM frontier WHERE state = 'done' AND note IS NOT NULL ORDER BY host, depth, url"
        )

    def count_faults(self) -> int:
        """How many pages could not be had or read."""
        return int(self._db.execute("SELECT count(*) FROM frontier WHERE failed_at IS NOT NULL").fetchone()[0])

    def retry_faults(self) -> list[str]:
        """Let them all wait, to be asked in the next crawl; the start URLs that they belong to."""
        rows = self._db.execute("SELECT DISTINCT source FROM frontier WHERE failed_at IS NOT NULL").fetchall()
        self._db.execute(
            "UPDATE frontier SET state = 'waiting', tries = 0, next_at = 0 WHERE failed_at IS NOT NULL AND state != 'waiting'"
        )
        return [row[0] for row in rows]

    def states(self) -> dict[State, int]:
        """How many addresses there are in each state."""
        return dict(self._db.execute("SELECT state, count(*) FROM frontier GROUP BY state").fetchall())
