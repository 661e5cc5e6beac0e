"""A look at a site before it becomes a source: what a crawl would find there. A few pages are asked for, politely; nothing is kept."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final
from urllib.parse import urlsplit

from corpus.errors import DanChieuError, FetchError
from corpus.model import Notice
from crawler.addresses import is_page, on_origin, origin_of, same_site, start_url
from crawler.fetcher import Fetcher, is_markup
from crawler.links import is_listing
from crawler.reading import GZIP, Reading, placed, read_answer
from crawler.robots import Robots, read_robots
from crawler.settings import CrawlSettings

MAX_LISTS: Final = 3
MAX_SAMPLES: Final = 3
_MOST_TRIED: Final = 8
_DEEP: Final = 20
"""Characters of a path that a notice's address has at least, mostly: menus have short ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A page that was read. why: what it is, when it holds no notice."""

    url: str
    title: str | None = None
    published_on: str | None = None
    issuer: str | None = None
    place: str | None = None
    number: str | None = None
    characters: int = 0
    why: str | None = None


@dataclass(slots=True, kw_only=True)
class SiteLook:
    """What was seen. closed: why nothing could be. robots: ``missing``, ``read``. delay: seconds between requests that a crawl would keep.

    links: addresses of its own site on the pages read; lists: those among them that look like lists; forbidden: those that robots.txt keeps out.
    """

    start_url: str
    closed: str | None = None
    robots: str = "missing"
    delay: float = 0.0
    sitemaps: int = 0
    links: int = 0
    lists: list[str] = field(default_factory=list)
    forbidden: int = 0
    asked: int = 0
    samples: list[Sample] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        """Whether a notice was found and read."""
        return any(sample.title for sample in self.samples)

    def as_row(self) -> dict[str, object]:
        """As JSON."""
        return {**asdict(self), "readable": self.readable}


def look_at(
    address: str, *, settings: CrawlSettings, place: str | None = None, sleep: Callable[[float], object] = time.sleep
) -> SiteLook:
    """Ask a site for robots.txt, its front page, a list or two, and a few pages that may be notices. Raises InputError on what is no address."""
    url = start_url(address)
    origin = origin_of(url)
    look = SiteLook(start_url=url)
    fetcher = Fetcher(settings.at(origin), [origin])
    try:
        robots = read_robots(fetcher, origin, settings.user_agent.partition("/")[0])
        look.delay = min(max(settings.at(origin).delay, robots.delay() or 0.0), settings.max_delay)
        look.robots = "read" if robots.rules else "missing"
        look.sitemaps = len(robots.sitemaps())
        if robots.closed:
            look.closed = f"robots.txt could not be had ({robots.closed})"
        else:
            home = robots.origin if same_site(robots.origin, origin) else origin
            _Looker(look, fetcher, robots, settings, home, place, sleep).look()
    finally:
        fetcher.close()
    return look


class _Looker:
    """One look under way: pages asked for one by one, with the site's delay between them."""

    def __init__(
        self,
        look: SiteLook,
        fetcher: Fetcher,
        robots: Robots,
        settings: CrawlSettings,
        origin: str,
        place: str | None,
        sleep: Callable[[float], object],
    ) -> None:
        self._look, self._fetcher, self._robots, self._settings = look, fetcher, robots, settings
        self._origin, self._place, self._sleep = origin, place, sleep
        self._met: dict[str, None] = {}
        self._read: set[str] = set()

    def look(self) -> None:
        """Front page, lists, samples."""
        url = on_origin(self._look.start_url, self._origin) or self._look.start_url
        if not self._robots.allows(url):
            self._look.closed = "robots.txt keeps the start address out"
            return
        self._ask(url)
        if self._look.closed:
            return
        for way in self._ways()[:MAX_LISTS]:
            if len(self._candidates()) < MAX_SAMPLES:
                self._ask(way)
        for candidate in self._candidates()[:_MOST_TRIED]:
            if sum(bool(sample.title) for sample in self._look.samples) >= MAX_SAMPLES:
                break
            self._ask(candidate, as_sample=True)

    def _ways(self) -> list[str]:
        """Addresses that may lead to notices: lists, then the sections that a front page leads to."""
        likely = set(self._candidates())
        sections = (url for url in self._met if url not in likely and not is_listing(url))
        return [url for url in (*self._look.lists, *sections) if url not in self._read]

    def _candidates(self) -> list[str]:
        """Addresses that may be notices, the likeliest first: allowed, no lists, with a long last part."""
        found = [
            url
            for url in self._met
            if url not in self._read and not is_listing(url) and len(urlsplit(url).path) > _DEEP
        ]
        return sorted(found, key=lambda url: -len(urlsplit(url).path.rstrip("/").rpartition("/")[2]))

    def _ask(self, url: str, *, as_sample: bool = False) -> None:
        """Read a page; where it could not be had, that is noted."""
        self._read.add(url)
        if self._look.asked:
            self._sleep(self._look.delay)
        self._look.asked += 1
        try:
            reading = self._had(url)
        except DanChieuError as error:
            self._refused(url, str(error))
            return
        except Exception as error:  # whatever a page does to its reader, the look goes on
            self._refused(url, f"cannot be read ({type(error).__name__})")
            return
        self._meet(reading.links)
        if reading.notice is not None:
            self._look.samples.append(_sample(url, reading.notice))
        elif as_sample:
            self._look.samples.append(Sample(url=url, why=reading.why or "no notice in it"))

    def _had(self, url: str) -> Reading:
        """What a page says. Raises FetchError."""
        response = self._fetcher.fetch(url)
        if response.status != 200:
            raise FetchError(f"answered {response.status}")
        if not is_markup(response) and not response.body.startswith(GZIP):
            raise FetchError(f"media type {response.media_type}")
        return placed(read_answer(response, self._settings.max_bytes), self._place)

    def _refused(self, url: str, why: str) -> None:
        if self._look.asked == 1:
            self._look.closed = why if url in why else f"{url}: {why}"
        else:
            self._look.samples.append(Sample(url=url, why=why))

    def _meet(self, links: Sequence[str]) -> None:
        own = dict.fromkeys(link for url in links if (link := on_origin(url, self._origin)) and is_page(link))
        for link in own:
            if link in self._met or link in self._read:
                continue
            if not self._robots.allows(link):
                self._look.forbidden += 1
                continue
            self._met[link] = None
            if is_listing(link):
                self._look.lists.append(link)
        self._look.links = len(self._met)


def _sample(url: str, notice: Notice) -> Sample:
    return Sample(
        url=url,
        title=notice.title,
        published_on=notice.published_on,
        issuer=notice.issuer,
        place=notice.place,
        number=notice.head.number if notice.head else None,
        characters=len(notice.text),
    )
