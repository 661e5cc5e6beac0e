"""A fetched page as a tree, parsed once for all that read it, and what its head says to machines.

A tree takes some hundred times the room and time of its text, so tags are counted before it is built.
"""

import re
from collections.abc import Iterator
from typing import Final

from bs4 import BeautifulSoup, Tag

from corpus.errors import InputError
from corpus.text import MAX_TEXT_CHARS

MAX_TAGS: Final = 100_000
"""Of one page, comments among them. The longest laws, with a tag for each word as word processors export them, have some ten thousand."""
_NO_NAMES: Final = ("unavailable_after", "max-")
_OPENED = re.compile(r"<[A-Za-z!?]")


def parse_page(html: str | BeautifulSoup) -> BeautifulSoup:
    """The tree of a page; a tree is given back as it is. Raises InputError on more than MAX_TAGS tags."""
    if isinstance(html, BeautifulSoup):
        return html
    text = html[: MAX_TEXT_CHARS * 2]
    if text.count("<") > MAX_TAGS:
        tags = sum(1 for _ in _OPENED.finditer(text))
        if tags > MAX_TAGS:
            raise InputError(f"a page of {tags:,} tags: at most {MAX_TAGS:,} are read")
    return BeautifulSoup(text, "lxml")


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
