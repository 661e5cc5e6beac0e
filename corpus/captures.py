"""The rows of the captures: the last answer for each address. The bodies are in WARC files, which the crawler writes."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.database import reading_database

_COLUMNS: Final = (
    "url, fetched_at, status, etag, last_modified, media_type, digest, bytes, warc, warc_offset, links, notice_id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """An answer. digest: SHA-256 (hex) of the body. bytes: of the body. links: canonical ones of its own site.

    warc, warc_offset: where the answer stands below ``captures/``. notice_id: under which its notice is kept; None for a page without one.
    """

    url: str
    fetched_at: str
    status: int
    etag: str | None
    last_modified: str | None
    media_type: str | None
    digest: str
    bytes: int
    warc: str
    warc_offset: int
    links: Sequence[str]
    notice_id: str | None


class CaptureRows:
    """The captures of one store. Changes belong to the transaction that the caller holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def keep(self, capture: Capture) -> None:
        """An answer takes the place of the one before."""
        self._db.execute(
            "INSERT OR REPLACE INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                capture.url,
                capture.fetched_at,
                capture.status,
                capture.etag,
                capture.last_modified,
                capture.media_type,
                capture.digest,
                capture.bytes,
                capture.warc,
                capture.warc_offset,
                json.dumps(list(capture.links)),
                capture.notice_id,
            ),
        )

    def validators(self, url: str) -> tuple[str | None, str | None]:
        """ETag and Last-Modified of a page that was had."""
        row = self._db.execute(
            "SELECT etag, last_modified FROM captures WHERE url = ? AND status = 200", (url,)
        ).fetchone()
        return (row[0], row[1]) if row else (None, None)

    def links(self, url: str) -> list[str]:
        """Where a page led when it was last read."""
        row = self._db.execute("SELECT links FROM captures WHERE url = ?", (url,)).fetchone()
        return list(json.loads(row[0])) if row else []

    def written(self, url: str, digest: str) -> tuple[str, int] | None:
        """File and offset of an answer with this body, where it was written before."""
        row = self._db.execute(
            "SELECT warc, warc_offset FROM captures WHERE url = ? AND digest = ?", (url, digest)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def notice_at(self, url: str) -> str | None:
        """Under which id the notice of a page is kept."""
        row = self._db.execute("SELECT notice_id FROM captures WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def is_bare(self, url: str) -> bool:
        """Whether a page was read and holds no notice: a list, the front page."""
        row = self._db.execute("SELECT notice_id FROM captures WHERE url = ? AND status = 200", (url,)).fetchone()
        return row is not None and row[0] is None

    def pages_of(self, notice_id: str) -> list[str]:
        """The pages whose text is kept under an id, those that are noted as its doubles last."""
        rows = self._db.execute(
            "SELECT c.url FROM captures c LEFT JOIN notice_urls u ON u.url = c.url WHERE c.notice_id = ?"
            " ORDER BY u.url IS NOT NULL, c.rowid",
            (notice_id,),
        )
        return [row[0] for row in rows]

    def rename(self, notice_id: str, new_id: str) -> None:
        """The pages of a notice that was given another id."""
        self._db.execute("UPDATE captures SET notice_id = ? WHERE notice_id = ?", (new_id, notice_id))

    def all(self) -> Iterator[Capture]:
        """All captures whose answer was kept, in the order in which they were first met, those of doubles last; the bodies' metadata in flat memory."""
        order = [
            row[0]
            for row in self._db.execute(
                "SELECT c.rowid FROM captures c LEFT JOIN notice_urls u ON u.url = c.url WHERE c.warc IS NOT NULL"
                " ORDER BY u.url IS NOT NULL, c.rowid"
            )
        ]
        query = f"SELECT {_COLUMNS} FROM captures WHERE rowid = ?"  # noqa: S608 - constants
        for rowid in order:
            row = self._db.execute(query, (rowid,)).fetchone()
            if row:
                yield _capture(row)

    def of_notice(self, notice_id: str, most: int = 50) -> list[Capture]:
        """The captures of a notice that is kept, the latest first; none of one that was withdrawn."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM captures WHERE notice_id = ? AND warc IS NOT NULL"  # noqa: S608 - constants
            " AND EXISTS (SELECT 1 FROM notices WHERE id = captures.notice_id) ORDER BY fetched_at DESC, url LIMIT ?",
            (notice_id, most),
        )
        return [_capture(row) for row in rows]

    def reread(self, url: str, *, links: Sequence[str], notice_id: str | None) -> None:
        """What a better reader found in an answer that was kept."""
        self._db.execute(
            "UPDATE captures SET links = ?, notice_id = ? WHERE url = ?", (json.dumps(list(links)), notice_id, url)
        )

    def count(self) -> int:
        """How many there are."""
        return int(self._db.execute("SELECT count(*) FROM captures").fetchone()[0])

    def pages(self) -> Iterator[tuple[str, int, str]]:
        """File, offset and title of each answer that holds a notice that is kept."""
        yield from self._db.execute(
            "SELECT c.warc, c.warc_offset, n.title FROM captures c JOIN notices n ON n.id = c.notice_id WHERE c.warc IS NOT NULL"
        )

    def withdrawn(self) -> set[tuple[str, int]]:
        """File and offset of each answer that held a notice that was withdrawn."""
        rows = self._db.execute(
            "SELECT warc, warc_offset FROM captures WHERE warc IS NOT NULL"
            " AND (notice_id IN (SELECT id FROM withdrawn) OR url IN (SELECT url FROM withdrawn_urls))"
        )
        return {(row[0], row[1]) for row in rows}


def captures_of(folder: Path, notice_id: str, most: int = 50) -> list[Capture]:
    """The captures of a notice, for a reader who has an archive's folder and no store open; none where it cannot tell."""
    try:
        with reading_database(folder) as db:
            return CaptureRows(db).of_notice(notice_id, most)
    except sqlite3.DatabaseError:
        return []


def _capture(row: tuple[Any, ...]) -> Capture:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Capture(**{**values, "links": json.loads(values["links"])})
