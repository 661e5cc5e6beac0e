"""Under which addresses a notice is kept: its own, and others at which the same text was met."""

import sqlite3
from collections.abc import Iterable

from corpus.withdrawals import withdrawn_at


class NoticeUrls:
    """The addresses of one store's notices. Changes belong to the transaction that the caller holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def notice_at(self, url: str) -> str | None:
        """The id of the notice whose own address it is."""
        row = self._db.execute("SELECT id FROM notices WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def twin_at(self, url: str) -> str | None:
        """The id of the notice whose text was met at an address that is not its own."""
        row = self._db.execute("SELECT notice_id FROM notice_urls WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def withdrawn_at(self, url: str) -> str | None:
        """The id of the notice that was withdrawn, and whose address it was."""
        return withdrawn_at(self._db, url)

    def add_twin(self, url: str, notice_id: str) -> None:
        """A notice's text was met at another address; what is noted of the address already stays."""
        self._db.execute("INSERT OR IGNORE INTO notice_urls VALUES (?, ?)", (url, notice_id))

    def drop_twins(self, urls: Iterable[str]) -> None:
        """At these addresses another text stands by now."""
        self._db.executemany("DELETE FROM notice_urls WHERE url = ?", ((url,) for url in urls))

    def beginning_with(self, stem: str, limit: int) -> list[tuple[str, str]]:
        """(id, address) of notices whose id is a stem and hexadecimal digits."""
        rows = self._db.execute(
            "SELECT id, url FROM notices WHERE id >= ? AND id < ? AND url IS NOT NULL LIMIT ?",
            (stem, stem + "g", limit),
        )
        return [(row[0], row[1]) for row in rows]
