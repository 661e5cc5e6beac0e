"""What a page says to machines that follow its links: what they may keep and follow, and to what its addresses are relative."""

import re
from collections.abc import Iterator
from typing import Final

from bs4 import BeautifulSoup, Tag

_NO_NAMES: Final = ("unavailable_after", "max-")


def robots_words(soup: BeautifulSoup, header: str = "") -> frozenset[str]:
    """What a page asks of crawlers, in ``<meta name=robots>`` and ``X-Robots-Tag``: ``noindex``, ``nofollow``; ``none`` is both."""
    said = list(_for_this_crawler(header))
    for tag in soup.find_all("meta", attrs={"name": True, "content": True}, limit=200):
        if str(tag["name"]).strip().lower() in ("robots", "danchieu"):
            said.append(str(tag["content"]))
    words = set(re.findall(r"[a-z]+", " ".join(said).lower()))
    return frozenset(words | {"noindex", "nofollow"} if "none" in words else words)


def _for_this_crawler(header: str) -> Iterator[str]:
    """The parts of ``X-Robots-Tag`` that are for all, or for this crawler: ``otherbot: noindex, nofollow`` is not."""
    ours = True
    for part in header.lower().split(","):
        name, colon, rest = part.partition(":")
        if colon and not name.strip().startswith(_NO_NAMES):
            ours = name.strip() == "danchieu"
            part = rest
        if ours:
            yield part


def base_of(soup: BeautifulSoup, url: str) -> str:
    """The address to which a page's relative addresses are relative: its ``<base>``, itself relative to the page's own."""
    tag = soup.find("base", href=True)
    return str(tag["href"]).strip() if isinstance(tag, Tag) else url
