"""What an answer says: where it leads, and the notice that it carries. A pure function of the answer; nothing is stored here."""

import zlib
from dataclasses import dataclass, replace

from corpus.errors import NoArticle
from corpus.model import Notice
from crawler.absence import is_not_found
from crawler.directives import robots_words
from crawler.encoding import decode, is_readable
from crawler.feeds import feed_links, is_feed
from crawler.fetcher import Response
from crawler.links import canonical_of, page_links
from crawler.notices import notice_in
from crawler.parsing import MAX_TAGS, bounded, parse_page

GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """links: canonical, in order. claimed: the address that the page calls its own. why: of a page without a notice, what it is in its place. cut: what of it was
    not read."""

    links: list[str]
    notice: Notice | None = None
    claimed: str | None = None
    why: str | None = None
    cut: str | None = None


def read_answer(response: Response, max_bytes: int) -> Reading:
    """Read an answer of markup, parsed once."""
    text = decode(_unpacked(response.body, max_bytes), response.charset)
    if is_feed(text):
        return Reading(links=feed_links(text, response.url))
    if not is_readable(text):
        return Reading(links=[], why="no article found: not text, or in an encoding that is not known")
    tree = parse_page(text)
    robots = response.headers.get("x-robots-tag", "")
    links = page_links(tree, response.url, robots)
    if "noindex" in robots_words(tree, robots):
        return Reading(links=links, why="noindex: the site asks not to keep it")
    claimed = canonical_of(tree, response.url)
    try:
        notice = notice_in(tree, response.url)  # takes the tree apart
    except NoArticle as reason:
        return Reading(links=links, why=str(reason))
    if is_not_found(notice.title, notice.text):
        return Reading(links=links, why=f"says that there is no such page ({notice.title[:80]!r})")
    cut = len(bounded(text)) < len(text)
    return Reading(
        links=links, notice=notice, claimed=claimed, cut=f"only its first {MAX_TAGS:,} tags were read" if cut else None
    )


def placed(reading: Reading, place: str | None) -> Reading:
    """A reading whose notice, where it names no province, is of the one that its source serves."""
    if place is None or reading.notice is None or reading.notice.place:
        return reading
    return replace(reading, notice=replace(reading.notice, place=place))


def _unpacked(body: bytes, bound: int) -> bytes:
    """A sitemap that is a gzip file of itself (``sitemap.xml.gz``), as far as it goes within the bound."""
    if not body.startswith(GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, bound)
    except zlib.error:
        return b""
