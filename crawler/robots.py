"""robots.txt, read by Protego (RFC 9309): a missing file allows all; one that cannot be had now allows nothing now."""

from dataclasses import dataclass

from protego import Protego

from crawler.fetcher import Fetcher, Refused, TryLater

_MAX_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class Robots:
    """What one host allows this crawler. rules None: everything, or nothing when `closed`."""

    rules: Protego | None
    agent: str
    closed: bool = False

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched."""
        if self.closed:
            return False
        return self.rules is None or bool(self.rules.can_fetch(url, self.agent))

    def delay(self) -> float | None:
        """Seconds between requests that the host asks for."""
        found = self.rules.crawl_delay(self.agent) if self.rules else None
        return float(found) if found is not None else None

    def sitemaps(self) -> list[str]:
        """Sitemaps that the file names."""
        return list(self.rules.sitemaps)[:20] if self.rules else []


def read_robots(fetcher: Fetcher, origin: str, agent: str) -> Robots:
    """The rules of an origin."""
    try:
        response = fetcher.fetch(f"{origin}/robots.txt")
    except Refused:
        return Robots(None, agent)
    except TryLater:
        return Robots(None, agent, closed=True)
    if response.status != 200:
        return Robots(None, agent)
    return Robots(Protego.parse(response.body[:_MAX_BYTES].decode("utf-8", "replace")), agent)
