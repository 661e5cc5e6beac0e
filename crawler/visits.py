"""What an answer means for the archive: notice, links, capture and frontier, in one transaction for each page.

So a killed crawl loses and doubles nothing. A page that has not changed (304), or that is gone (404, 410), never takes back what was stored.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

from corpus.captures import Capture
from corpus.errors import DanChieuError
from corpus.frontier import Entry
from corpus.store import Saved, Store, Transaction, now
from crawler.addresses import on_origin
from crawler.barren import leads_to
from crawler.captures import Captures
from crawler.claims import Claims
from crawler.fetcher import Response, TryLater, is_markup
from crawler.frontier import Frontier
from crawler.reading import GZIP, Reading, placed, read_answer
from crawler.report import CrawlReport
from crawler.settings import CrawlSettings

_MAX_VALIDATOR: Final = 500


@dataclass(frozen=True, slots=True)
class Visits:
    """Writes what came of visits. To be used by one thread, the one that owns the store's connection."""

    store: Store
    frontier: Frontier
    captures: Captures
    claims: Claims
    report: CrawlReport
    settings: CrawlSettings

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for a page only if it has changed since its last answer."""
        named = zip(("If-None-Match", "If-Modified-Since"), self.store.captures.validators(url), strict=True)
        return {name: value for name, value in named if value and _validator(value)}

    def put_off(self, entry: Entry, error: TryLater) -> None:
        """A page that could not be had now is asked again later."""
        self.report.fault(str(error))
        with self.store.transaction() as db:
            self.frontier.postpone(db, entry, error.wait or 30.0 * 2**entry.tries, str(error))

    def set_aside(self, url: str, why: str) -> None:
        """A page that is not fetched."""
        self.report.refuse(url, why)
        with self.store.transaction() as db:
            self.frontier.settle(db, url, "refused", why)

    def give_up(self, url: str, error: Exception) -> None:
        """A page that cannot be read, whatever it does to its reader, is a fault of that page alone."""
        why = str(error) if isinstance(error, DanChieuError) else f"cannot be read ({type(error).__name__}: {error})"
        self.report.fault(f"{url}: {why}")
        with self.store.transaction() as db:
            self.frontier.settle(db, url, "failed", why[:500])

    def take(self, origin: str, entry: Entry, response: Response, place: str | None = None) -> None:
        """Write what an answer means. place: of the site's body, for a notice that names none. Raises what its reader raises, before anything is written."""
        self.report.bytes += len(response.body)
        if response.status == 304:
            with self.store.transaction() as db:
                self._follow_again(db, entry)
                self.frontier.settle(db, entry.url, "done", db.frontier.note(entry.url))
            self.report.not_modified += 1
        elif response.status != 200:
            why = f"answered {response.status}"
            self.report.refuse(entry.url, why)
            with self.store.transaction() as db:
                self.frontier.settle(db, entry.url, "failed", why)
        elif not is_markup(response) and not response.body.startswith(GZIP):
            self.set_aside(entry.url, f"media type {response.media_type}")
        else:
            reading = placed(read_answer(response, self.settings.max_bytes), place)
            links = list(dict.fromkeys(link for url in reading.links if (link := on_origin(url, origin))))
            others = [url for url in reading.links if on_origin(url, origin) is None]
            no_notice = f"{reading.why}; {leads_to(links, others)}" if reading.why else None
            with self.store.transaction() as db:
                saved = self._keep(db, entry, response, reading, links)
                self.frontier.settle(db, entry.url, "done", no_notice or reading.cut)
            self.report.fetched += 1
            if saved:
                self.report.count(saved)
            if no_notice:
                self.report.without_article(entry.url, no_notice)
            elif reading.cut:
                self.report.remark(entry.url, reading.cut)

    def _follow_again(self, db: Transaction, entry: Entry) -> None:
        """A page that has not changed still leads to the pages that it led to."""
        self._push(db, entry, db.captures.links(entry.url))

    def _push(self, db: Transaction, entry: Entry, links: list[str]) -> None:
        if entry.depth < self.settings.max_depth:
            self.frontier.push(db, links, source=entry.source, depth=entry.depth + 1)

    def _keep(
        self, db: Transaction, entry: Entry, response: Response, reading: Reading, links: list[str]
    ) -> Saved | None:
        """Notice, links and capture of a page. links: those of its own site."""
        self._push(db, entry, links)
        saved, kept_as = None, None
        if reading.notice is not None:
            saved, kept_as = self.claims.save(
                db, reading.notice, asked=entry.url, url=response.url, claimed=reading.claimed
            )
        digest = hashlib.sha256(response.body).hexdigest()
        file, offset = db.captures.written(entry.url, digest) or self.captures.write(response)
        db.captures.keep(
            Capture(
                url=entry.url,
                fetched_at=now(),
                status=response.status,
                etag=_validator(response.headers.get("etag")),
                last_modified=_validator(response.headers.get("last-modified")),
                media_type=response.media_type,
                digest=digest,
                bytes=len(response.body),
                warc=file,
                warc_offset=offset,
                links=links,
                notice_id=kept_as,
            )
        )
        return saved


def _validator(value: str | None) -> str | None:
    """An ETag or Last-Modified that can be sent back as it came; None for one that no header may hold."""
    return value if value and value.isascii() and value.isprintable() and len(value) <= _MAX_VALIDATOR else None
