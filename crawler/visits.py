"""What an answer means for the archive: notice, links, capture and frontier, in one transaction for each page.

So a killed crawl loses and doubles nothing. A page that has not changed (304), or that is gone (404, 410), never takes back what was stored.
"""

import hashlib
import json
import sqlite3
import zlib
from dataclasses import dataclass

from corpus.store import Store, now
from crawler.addresses import on_origin
from crawler.captures import Captures
from crawler.encoding import decode
from crawler.fetcher import Response, TryLater, is_markup
from crawler.frontier import Entry, Frontier
from crawler.links import feed_links, is_listing, page_links
from crawler.notices import read_notice
from crawler.report import CrawlReport
from crawler.settings import CrawlSettings

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Visits:
    """Writes what came of visits. To be used by one thread, the one that owns the store's connection."""

    store: Store
    frontier: Frontier
    captures: Captures
    report: CrawlReport
    settings: CrawlSettings

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for a page only if it has changed since its last answer."""
        row = self.store.connection.execute(
            "SELECT etag, last_modified FROM captures WHERE url = ? AND status = 200", (url,)
        ).fetchone()
        named = zip(("If-None-Match", "If-Modified-Since"), row or (), strict=False)
        return {name: value for name, value in named if value}

    def put_off(self, entry: Entry, error: TryLater) -> None:
        """A page that could not be had now is asked again later."""
        self.report.fault(str(error))
        with self.store.transaction() as db:
            self.frontier.postpone(db, entry, error.wait or 30.0 * 2**entry.tries, str(error))

    def set_aside(self, url: str, why: str) -> None:
        """A page that is not fetched."""
        self.report.refused += 1
        with self.store.transaction() as db:
            self.frontier.settle(db, url, "refused", why)

    def take(self, origin: str, entry: Entry, response: Response) -> None:
        """Write what an answer means."""
        self.report.bytes += len(response.body)
        with self.store.transaction() as db:
            if response.status == 304:
                self.report.not_modified += 1
                self._follow_again(db, entry)
            elif response.status != 200:
                self.report.refused += 1
                self.frontier.settle(db, entry.url, "failed", f"answered {response.status}")
                return
            elif not is_markup(response) and not response.body.startswith(_GZIP):
                self.report.refused += 1
                self.frontier.settle(db, entry.url, "refused", f"media type {response.media_type}")
                return
            else:
                self.report.fetched += 1
                self._keep(db, origin, entry, response)
            self.frontier.settle(db, entry.url, "done")

    def _follow_again(self, db: sqlite3.Connection, entry: Entry) -> None:
        """A page that has not changed still leads to the pages that it led to."""
        row = db.execute("SELECT links FROM captures WHERE url = ?", (entry.url,)).fetchone()
        if row:
            self._push(db, entry, json.loads(row[0]))

    def _push(self, db: sqlite3.Connection, entry: Entry, links: list[str]) -> None:
        if entry.depth < self.settings.max_depth:
            self.frontier.push(db, links, source=entry.source, depth=entry.depth + 1)

    def _keep(self, db: sqlite3.Connection, origin: str, entry: Entry, response: Response) -> None:
        body = _unpacked(response.body, self.settings.max_bytes)
        text = decode(body, response.charset)
        feed = _is_feed(text)
        found = feed_links(text) if feed else page_links(text, response.url)
        links = list(dict.fromkeys(link for url in found if (link := on_origin(url, origin))))
        self._push(db, entry, links)
        notice = None if feed or is_listing(response.url) else read_notice(text, response.url)
        if notice is not None:
            self.report.count(self.store.save_within(db, notice))
        digest = hashlib.sha256(response.body).hexdigest()
        same = db.execute(
            "SELECT warc, warc_offset FROM captures WHERE url = ? AND digest = ?", (entry.url, digest)
        ).fetchone()
        file, offset = same or self.captures.write(response)
        db.execute(
            "INSERT OR REPLACE INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.url,
                now(),
                response.status,
                response.headers.get("etag"),
                response.headers.get("last-modified"),
                response.media_type,
                digest,
                len(response.body),
                file,
                offset,
                json.dumps(links),
                notice.id if notice else None,
            ),
        )


def _unpacked(body: bytes, bound: int) -> bytes:
    """A sitemap that is a gzip file of itself (``sitemap.xml.gz``), as far as it goes within the bound."""
    if not body.startswith(_GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, bound)
    except zlib.error:
        return b""


def _is_feed(text: str) -> bool:
    """Whether a text is XML that lists addresses (sitemap, RSS, Atom), whatever its media type says."""
    start = text[:3000].lower()
    return (
        any(root in start for root in ("<urlset", "<sitemapindex", "<rss", "<feed", "<rdf:rdf"))
        and "<html" not in start
    )
