"""The crawl: which page is asked for next. One request at a time for each host, with its own delay; several hosts side by side.

The network is touched by the pool's threads, the archive by the calling thread alone (`visits`).
"""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.errors import ArchiveError, FetchError, InputError
from corpus.frontier import Entry
from corpus.store import Store
from crawler.addresses import on_origin, origin_of, same_site, start_url
from crawler.barren import why_barren
from crawler.captures import Captures
from crawler.claims import Claims
from crawler.fetcher import Fetcher, Response, TryLater
from crawler.frontier import BY_ROBOTS, Frontier
from crawler.report import CrawlReport
from crawler.robots import Robots, read_robots
from crawler.settings import CrawlSettings, SiteTerms
from crawler.visits import Visits

Progress = Callable[[str, int, int], None]
_MAX_HOSTS_AT_ONCE = 16
_TICK = 0.02
_NO_TERMS = SiteTerms()


@dataclass(slots=True)
class _Pace:
    """The one request at a time of a host name, whatever ports and schemes it has. ready_at: monotonic time before which it is not asked."""

    ready_at: float = 0.0
    busy: bool = False


@dataclass(slots=True)
class _Site:
    """One origin under way. given_up: it asked for a longer wait than a run grants. asked: origins of the start URLs that led to it."""

    origin: str
    fetcher: Fetcher
    robots: Robots
    delay: float
    pace: _Pace = field(default_factory=_Pace)
    given_up: bool = False
    asked: list[str] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether it is asked in this run."""
        return self.robots.closed is None and not self.given_up


def crawl(
    store: Store, starts: Sequence[str], *, settings: CrawlSettings | None = None, progress: Progress | None = None
) -> CrawlReport:
    """Collect from the start URLs' sites. Interrupted (Ctrl-C), it ends cleanly and resumes the next time.

    Raises InputError without a start, ArchiveUnusable when the archive cannot be written.
    """
    if not starts:
        raise InputError("no site to crawl: name a START_URL; the archive remembers it")
    urls = [start_url(url) for url in starts]
    for url in urls:
        store.add_source(url)
    return _Crawl(store, urls, settings or CrawlSettings(), progress or (lambda step, done, total: None)).run()


class _Crawl:
    """One run over several sites."""

    def __init__(self, store: Store, starts: list[str], settings: CrawlSettings, told: Progress) -> None:
        self.store, self.settings, self.told = store, settings, told
        self.frontier = Frontier(store)
        self.report = CrawlReport()
        self.stop = threading.Event()
        self.sites: dict[str, _Site] = {}
        self.paces: dict[str, _Pace] = {}
        self.visits = Visits(store, self.frontier, Captures(store.folder), Claims(store), self.report, settings)
        self.starts = starts

    def run(self) -> CrawlReport:
        """Visit until nothing is left, or the run's bound is reached."""
        began = time.monotonic()
        try:
            with ThreadPoolExecutor(max_workers=_MAX_HOSTS_AT_ONCE) as pool:
                try:
                    self._meet_sites(pool)
                    self._visit_all(pool)
                finally:
                    self.stop.set()
            self._close_accounts()
        finally:
            self.visits.captures.close()
            for site in self.sites.values():
                site.fetcher.close()
            self.report.waiting = self.frontier.counts(self.sites).get("waiting", 0)
            self.report.seconds = round(time.monotonic() - began, 3)
        return self.report

    def _close_accounts(self) -> None:
        """Which sites led to nothing, or could not be crawled."""
        for site in self.sites.values():
            why = why_barren(self.store.frontier, site.origin) if site.open else None
            if why:
                self.report.barren.append(why)
            self._count(site, self.report.tally())
            if closed := site.robots.closed or why:
                self.report.closed.update(dict.fromkeys(site.asked, closed))
        asked_for = sum(site.open for site in self.sites.values())
        self.report.all_barren = 0 < asked_for == len(self.report.barren)

    def _meet_sites(self, pool: ThreadPoolExecutor) -> None:
        """Read every site's robots.txt, side by side, and let the start addresses wait where their sites have moved to."""
        agent = self.settings.user_agent.partition("/")[0]
        fetchers = {
            origin: Fetcher(self.settings.at(origin), [origin], sleep=self.stop.wait)
            for origin in dict.fromkeys(map(origin_of, self.starts))
        }
        rules = pool.map(lambda origin: read_robots(fetchers[origin], origin, agent), fetchers)
        for (asked, fetcher), robots in zip(fetchers.items(), rules, strict=True):
            origin = robots.origin if same_site(robots.origin, asked) else asked
            if origin in self.sites:
                fetcher.close()
                self.sites[origin].asked.append(asked)
                continue
            own = self.settings.at(asked).delay
            delay = min(max(own, robots.delay() or 0.0), self.settings.max_delay)
            pace = self.paces.setdefault(urlsplit(origin).hostname or "", _Pace())
            pace.ready_at = time.monotonic() + delay
            self.sites[origin] = _Site(origin, fetcher, robots, delay, pace)
            self.sites[origin].asked.append(asked)
            if robots.closed:
                self.report.fault(
                    f"{origin}: robots.txt could not be had, the site is left for later ({robots.closed})"
                )
        starts = [on_origin(url, origin) for url in self.starts for origin in self.sites]
        with self.store.transaction() as db:
            self.frontier.begin(db, list(dict.fromkeys(filter(None, starts))))
            for site in self.sites.values():
                named = [on_origin(url, site.origin) for url in site.robots.sitemaps()]
                self.frontier.push(db, filter(None, named), source=site.origin, depth=1)

    def _visit_all(self, pool: ThreadPoolExecutor) -> None:
        running: dict[Future[Response], tuple[_Site, Entry]] = {}
        while True:
            self._launch(pool, running)
            if running:
                done, _ = wait(running, timeout=0.2, return_when=FIRST_COMPLETED)
                for future in done:
                    site, entry = running.pop(future)
                    site.pace.busy, site.pace.ready_at = False, time.monotonic() + site.delay
                    self._take(site, entry, future)
            elif self._has_more():
                time.sleep(_TICK)
            else:
                return

    def _has_more(self) -> bool:
        """Whether some site has a page to ask for once its delay is over."""
        if self.report.asked >= self.settings.max_pages:
            return False
        return any(site.open and self.frontier.next(site.origin) for site in self.sites.values())

    def _launch(self, pool: ThreadPoolExecutor, running: dict[Future[Response], tuple[_Site, Entry]]) -> None:
        for site in self.sites.values():
            if site.pace.busy or not site.open or site.pace.ready_at > time.monotonic():
                continue
            if self.report.asked + len(running) >= self.settings.max_pages:
                return
            entry = self._next_allowed(site)
            if entry is not None:
                site.pace.busy = True
                running[pool.submit(site.fetcher.fetch, entry.url, self.visits.conditions(entry.url))] = (site, entry)

    def _next_allowed(self, site: _Site) -> Entry | None:
        """The next address that robots.txt allows; others are set aside."""
        while entry := self.frontier.next(site.origin):
            if site.robots.allows(entry.url):
                return entry
            before = self.report.tally()
            self.visits.set_aside(entry.url, BY_ROBOTS)
            self._count(site, before)
        return None

    def _take(self, site: _Site, entry: Entry, future: Future[Response]) -> None:
        before = self.report.tally()
        self._visit(site, entry, future)
        self._count(site, before)
        counts = self.frontier.counts(self.sites)
        self.told("errors", self.report.failed, 0)
        self.told("Thu thập", counts.get("done", 0), sum(counts.values()))

    def _count(self, site: _Site, before: dict[str, int]) -> None:
        for asked in site.asked:
            self.report.add_to(asked, before)

    def _visit(self, site: _Site, entry: Entry, future: Future[Response]) -> None:
        try:
            place = self.settings.sites.get(site.asked[0], _NO_TERMS).place
            self.visits.take(site.origin, entry, future.result(), place)
        except TryLater as error:
            self.visits.put_off(entry, error)
            if error.wait is not None:
                # What one page was told holds for the whole host.
                site.given_up = error.wait > self.settings.max_delay
                site.pace.ready_at = max(site.pace.ready_at, time.monotonic() + error.wait)
        except FetchError as error:
            self.visits.set_aside(entry.url, str(error))
        except ArchiveError:
            raise
        except Exception as error:  # one page's, whatever it is: the others go on, and it is told
            self.visits.give_up(entry.url, error)
