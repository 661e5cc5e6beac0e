"""The rows of the captures: the last answer for each address. The bodies are in WARC files, which the crawler writes."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass


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
