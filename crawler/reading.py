"""What an answer says: where it leads, and the notice that it carries. A pure function of the answer; nothing is stored here."""

import zlib
from dataclasses import dataclass

from corpus.model import Notice
from crawler.absence import is_not_found
from crawler.encoding import decode
from crawler.feeds import feed_links, is_feed
from crawler.fetcher import Response
from crawler.links import canonical_of, page_links
from crawler.notices import read_notice
from crawler.soup import parse_page, robots_words

GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """links: canonical, in order. claimed: the address that the page calls its own. why: of a page without a notice, what it is in its place."""

    links: list[str]
    notice: Notice | None = None
    claimed: str | None = None
    why: str | None = None


def read_answer(response: Response, max_bytes: int) -> Reading:
    """Read an answer of markup. Raises InputError on a page of too many tags."""
    text = decode(_unpacked(response.body, max_bytes), response.charset)
    if is_feed(text):
        return Reading(links=feed_links(text, response.url))
    soup = parse_page(text)
    robots = response.headers.get("x-robots-tag", "")
    words = robots_words(soup, robots)
    links = page_links(soup, response.url, robots)
    if "noindex" in words:
        return Reading(links=links, why="noindex: the site asks not to keep it")
    claimed = canonical_of(soup, response.url)
    notice = read_notice(soup, response.url)  # takes the tree apart
    if notice is None:
        return Reading(links=links, why="no article found in it")
    if is_not_found(notice.title, notice.text):
        return Reading(links=links, why=f"says that there is no such page ({notice.title[:80]!r})")
    return Reading(links=links, notice=notice, claimed=claimed)


def _unpacked(body: bytes, bound: int) -> bytes:
    """A sitemap that is a gzip file of itself (``sitemap.xml.gz``), as far as it goes within the bound."""
    if not body.startswith(GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, bound)
    except zlib.error:
        return b""
