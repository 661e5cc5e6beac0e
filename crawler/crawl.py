"""The crawl: frontier, fetch, capture, read, store. One request at a time for each host; several hosts side by side.

What a page gives (the notice, its links, its capture, its place in the frontier) is written in one transaction, so that a killed crawl loses
and doubles nothing.
"""

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass

from corpus.errors import FetchError, InputError
from corpus.store import Store, now
from crawler.addresses import origin_of, start_url
from crawler.captures import Captures
from crawler.encoding import decode
from crawler.fetcher import Fetcher, Refused, Response, TryLater, is_markup
from crawler.frontier import Entry, Frontier
from crawler.links import feed_links, is_listing, page_links
from crawler.notices import read_notice
from crawler.robots import Robots, read_robots
from crawler.settings import CrawlSettings

Progress = Callable[[str, int, int], None]


@dataclass(slots=True, kw_only=True)
class CrawlReport:
    """What a crawl did, in pages: fetched (200), not_modified (304), notices added, updated, unchanged, duplicates, refused, failed, left waiting."""

    fetched: int = 0
    not_modified: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    refused: int = 0
    failed: int = 0
    waiting: int = 0
    bytes: int = 0
    seconds: float = 0.0
    first_fault: str | None = None

    def as_row(self) -> dict[str, object]:
        """The report as JSON."""
        return asdict(self)

    def line(self) -> str:
        """The report as one line for people."""
        return (
            f"{self.fetched} trang tải về, {self.not_modified} không đổi từ lần trước; thông báo: {self.added} thêm mới, {self.updated} cập nhật, "
            f"{self.unchanged} không đổi, {self.duplicates} trùng; {self.refused} trang bị từ chối, {self.failed} lỗi, {self.waiting} còn chờ"
        )


@dataclass(slots=True)
class _Host:
    """One origin under way. ready_at: monotonic time before which it is not asked."""

    origin: str
    fetcher: Fetcher
    robots: Robots
    delay: float
    ready_at: float = 0.0
    busy: bool = False


def crawl(
    store: Store, starts: Sequence[str], *, settings: CrawlSettings | None = None, progress: Progress | None = None
) -> CrawlReport:
    """Collect from the start URLs' sites. Interrupted (Ctrl-C), it ends cleanly and resumes the next time. Raises InputError."""
    settings = settings or CrawlSettings()
    if not starts:
        raise InputError("no site to crawl: name a START_URL; the archive remembers it")
    urls = [start_url(url) for url in starts]
    for url in urls:
        store.add_source(url)
    return _Crawl(store, urls, settings, progress or (lambda step, done, total: None)).run()


class _Crawl:
    """One run over several origins; SQLite is touched by this thread alone, the network by the pool's."""

    def __init__(self, store: Store, starts: list[str], settings: CrawlSettings, told: Progress) -> None:
        self.store, self.settings, self.told = store, settings, told
        self.frontier = Frontier(store)
        self.report = CrawlReport()
        self.origins = list(dict.fromkeys(origin_of(url) for url in starts))
        with store.transaction():
            self.frontier.begin(starts)
        self.hosts = {origin: self._host(origin) for origin in self.origins}
        self.captures = Captures(store.folder)

    def _host(self, origin: str) -> _Host:
        fetcher = Fetcher(self.settings, [origin])
        agent = self.settings.user_agent.split("/")[0]
        robots = read_robots(fetcher, origin, agent)
        delay = min(max(self.settings.delay, robots.delay() or 0.0), self.settings.max_delay)
        if robots.closed:
            self._fault(f"{origin}: robots.txt could not be had; the site is left for later")
        else:
            with self.store.transaction() as db:
                self.frontier.push(
                    db, [url for url in robots.sitemaps() if origin_of(url) == origin], source=origin, depth=1
                )
        return _Host(origin, fetcher, robots, delay)

    def _fault(self, text: str) -> None:
        self.report.failed += 1
        self.report.first_fault = self.report.first_fault or text

    def run(self) -> CrawlReport:
        """Visit until nothing is left, or the run's bound is reached."""
        began = time.monotonic()
        running: dict[Future[Response], tuple[_Host, Entry]] = {}
        try:
            with ThreadPoolExecutor(max_workers=max(1, min(len(self.hosts), 16))) as pool:
                while True:
                    self._launch(pool, running)
                    if not running and not self._sleep_for_hosts():
                        break
                    done, _ = wait(running, timeout=0.2, return_when=FIRST_COMPLETED)
                    for future in done:
                        host, entry = running.pop(future)
                        host.busy, host.ready_at = False, time.monotonic() + host.delay
                        self._take(host, entry, future)
        finally:
            self.captures.close()
            for host in self.hosts.values():
                host.fetcher.close()
            self.report.waiting = self.frontier.counts(self.origins).get("waiting", 0)
            self.report.seconds = round(time.monotonic() - began, 3)
        return self.report

    def _asked(self) -> int:
        return self.report.fetched + self.report.not_modified + self.report.failed

    def _launch(self, pool: ThreadPoolExecutor, running: dict[Future[Response], tuple[_Host, Entry]]) -> None:
        for host in self.hosts.values():
            if host.busy or host.robots.closed or host.ready_at > time.monotonic():
                continue
            if self._asked() + len(running) >= self.settings.max_pages:
                return
            entry = self._allowed(host)
            if entry is None:
                continue
            host.busy = True
            running[pool.submit(host.fetcher.fetch, entry.url, self._conditions(entry.url))] = (host, entry)

    def _allowed(self, host: _Host) -> Entry | None:
        """The next address that robots.txt allows; others are set aside as refused."""
        while entry := self.frontier.next(host.origin):
            if host.robots.allows(entry.url):
                return entry
            with self.store.transaction() as db:
                self.frontier.settle(db, entry.url, "refused", "robots.txt")
            self.report.refused += 1
        return None

    def _sleep_for_hosts(self) -> bool:
        """Whether some host has more to ask after its delay; waits for it a moment."""
        if self._asked() >= self.settings.max_pages:
            return False
        if any(not host.robots.closed and self.frontier.next(host.origin) for host in self.hosts.values()):
            time.sleep(0.02)
            return True
        return False

    def _conditions(self, url: str) -> dict[str, str]:
        row = self.store.connection.execute(
            "SELECT etag, last_modified FROM captures WHERE url = ? AND status = 200", (url,)
        ).fetchone()
        conditions = {}
        if row and row[0]:
            conditions["If-None-Match"] = row[0]
        if row and row[1]:
            conditions["If-Modified-Since"] = row[1]
        return conditions

    def _take(self, host: _Host, entry: Entry, future: Future[Response]) -> None:
        """Write what an answer, or its absence, means."""
        try:
            response = future.result()
        except TryLater as error:
            self._fault(str(error))
            with self.store.transaction() as db:
                self.frontier.postpone(db, entry, error.wait or 30.0 * 2**entry.tries, str(error))
            return
        except Refused as error:
            self.report.refused += 1
            with self.store.transaction() as db:
                self.frontier.settle(db, entry.url, "refused", str(error))
            return
        except FetchError as error:
            self._fault(str(error))
            with self.store.transaction() as db:
                self.frontier.settle(db, entry.url, "failed", str(error))
            return
        self.report.bytes += len(response.body)
        with self.store.transaction() as db:
            if response.status == 304:
                self.report.not_modified += 1
                self._again(db, host, entry)
            elif response.status == 200:
                self.report.fetched += 1
                self._keep(db, host, entry, response)
            else:
                self.report.refused += 1
                self.frontier.settle(db, entry.url, "failed", f"answered {response.status}")
                return
            self.frontier.settle(db, entry.url, "done")
        counts = self.frontier.counts(self.origins)
        self.told("Thu thập", counts.get("done", 0), sum(counts.values()))

    def _again(self, db: sqlite3.Connection, host: _Host, entry: Entry) -> None:
        """A page that has not changed still leads to the pages that it led to."""
        row = db.execute("SELECT links FROM captures WHERE url = ?", (entry.url,)).fetchone()
        if row and entry.depth < self.settings.max_depth:
            self.frontier.push(db, json.loads(row[0]), source=entry.source, depth=entry.depth + 1)
        del host

    def _keep(self, db: sqlite3.Connection, host: _Host, entry: Entry, response: Response) -> None:
        if not is_markup(response):
            self.frontier.settle(db, entry.url, "refused", f"media type {response.media_type}")
            return
        text = decode(response.body, response.charset)
        markup = ("xml" in response.media_type and "html" not in response.media_type) or (
            text.lstrip()[:5] == "<?xml" and "<html" not in text[:2000]
        )
        links = [
            link
            for link in (feed_links(text) if markup else page_links(text, response.url))
            if origin_of(link) == host.origin
        ]
        if entry.depth < self.settings.max_depth:
            self.frontier.push(db, links, source=entry.source, depth=entry.depth + 1)
        file, offset = self.captures.write(response)
        notice = None if markup or is_listing(response.url) else read_notice(text, response.url)
        if notice is not None:
            outcome = self.store.save_within(db, notice)
            name = "duplicates" if outcome == "duplicate" else outcome
            setattr(self.report, name, getattr(self.report, name) + 1)
        db.execute(
            "INSERT OR REPLACE INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.url,
                now(),
                response.status,
                response.headers.get("etag"),
                response.headers.get("last-modified"),
                response.media_type,
                hashlib.sha256(response.body).hexdigest(),
                len(response.body),
                file,
                offset,
                json.dumps(links),
                notice.id if notice else None,
            ),
        )
