"""robots.txt, read by Protego (RFC 9309): a missing file allows all; one that cannot be had or read now allows nothing now."""

from dataclasses import dataclass
from itertools import islice
from typing import Final

from protego import Protego

from crawler.addresses import origin_of
from crawler.fetcher import Fetcher, LedAway, Refused, TryLater

_MAX_BYTES: Final = 512 * 1024
_MAX_SITEMAPS: Final = 50
_MAX_DELAY: Final = 86_400
_PACKED: Final = (b"\x1f\x8b", b"(\xb5/\xfd", b"PK\x03\x04")


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What one site allows this crawler. rules None: everything, or nothing when `closed`. origin: where the site moved its file to, if it did."""

    rules: Protego | None
    agent: str
    origin: str
    closed: str | None = None

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched."""
        if self.closed:
            return False
        return self.rules is None or bool(self.rules.can_fetch(url, self.agent))

    def delay(self) -> float | None:
        """Seconds between requests that the site asks for; None when it asks for nothing, or for nonsense."""
        found = self.rules.crawl_delay(self.agent) if self.rules else None
        return float(found) if found is not None and 0 < found < _MAX_DELAY else None

    def sitemaps(self) -> list[str]:
        """Sitemaps that the file names."""
        return list(islice(self.rules.sitemaps, _MAX_SITEMAPS)) if self.rules else []


def read_robots(fetcher: Fetcher, origin: str, agent: str) -> Robots:
    """The rules of an origin: of its first 512 kB, as RFC 9309 (2.5) has it. closed: why it cannot be had now (2.3.1.4)."""
    try:
        response = fetcher.fetch(f"{origin}/robots.txt", cut=_MAX_BYTES)
    except LedAway:  # as good as missing: a site that answers what it lacks with its front page, or another's
        return Robots(rules=None, agent=agent, origin=origin)
    except (Refused, TryLater) as error:
        return Robots(rules=None, agent=agent, origin=origin, closed=str(error))
    moved_to = origin_of(response.url)
    if response.status != 200:
        return Robots(rules=None, agent=agent, origin=moved_to)
    if b"\x00" in response.body[:1000] or response.body.startswith(_PACKED):
        return Robots(rules=None, agent=agent, origin=moved_to, closed=f"{response.url}: is no text")
    try:
        rules = Protego.parse(response.body.decode("utf-8-sig", "replace"))
    except Exception as error:  # whatever a file does to its reader closes its own site alone
        return Robots(rules=None, agent=agent, origin=moved_to, closed=f"{response.url}: cannot be read ({error})")
    return Robots(rules=rules, agent=agent, origin=moved_to)
