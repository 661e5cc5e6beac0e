"""How a crawl behaves: one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from typing import Final


def _version() -> str:
    try:
        return version("danchieu")
    except PackageNotFoundError:
        return "0"


_UNNAMED: Final = "operator unnamed, see --user-agent"
DEFAULT_USER_AGENT = f"DanChieu/{_version()} (archive of cooperative alliances' notices; {_UNNAMED})"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTerms:
    """What the archive's owner settled for one site. delay: seconds, None: that of all; contact: told to the site; place: the province of its body."""

    delay: float | None = None
    contact: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSettings:
    """delay, timeouts: seconds. total_timeout: one answer, from connecting to the last byte. max_bytes: one body, also after decompression.

    max_delay: the longest wait between two requests that a server's Crawl-delay or Retry-After is granted within a run; one that asks for
    more is left for the next run. retries: further tries on 429, 5xx and broken connections. allow_private: fetch from private addresses
    of the hosts given. resolve: host to (address, port) to connect to in its place, as curl's ``--connect-to`` has it; empty but for the
    demonstration, whose sites have names that nobody can look up. sites: terms by the origin of a start URL.
    """

    user_agent: str = DEFAULT_USER_AGENT
    delay: float = 2.0
    max_delay: float = 120.0
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    max_bytes: int = 8 * 1024 * 1024
    max_pages: int = 5000
    max_depth: int = 6
    max_redirects: int = 5
    retries: int = 3
    backoff: float = 2.0
    allow_private: bool = False
    resolve: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    sites: Mapping[str, SiteTerms] = field(default_factory=dict)

    def at(self, origin: str) -> "CrawlSettings":
        """How it behaves towards one site."""
        terms = self.sites.get(origin)
        if terms is None:
            return self
        agent = self.user_agent
        if terms.contact and terms.contact not in agent:
            agent = agent.replace(_UNNAMED, terms.contact) if _UNNAMED in agent else f"{agent} ({terms.contact})"
        return replace(self, delay=self.delay if terms.delay is None else terms.delay, user_agent=agent)
