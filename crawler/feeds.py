"""Addresses that a sitemap (XML or text, sitemaps.org) or a feed (RSS, Atom) lists.

XML is read as a stream by libxml2: no entity is expanded, nothing is loaded, its own bounds of depth and size hold.
"""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from crawler.addresses import canonical_url, is_page

MAX_LISTED: Final = 50_000
"""Addresses of one sitemap, at most (sitemaps.org)."""
_ROOT = re.compile(r"<(?:[a-z_][\w.-]{0,30}:)?(?:urlset|sitemapindex|rss|feed|rdf)[\s>]", re.IGNORECASE)
_BARE = re.compile(r"&(?!#?[A-Za-z0-9]{1,10};)")
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)
_LISTING_TAGS: Final = frozenset(("loc", "link", "id"))


def is_feed(text: str) -> bool:
    """Whether a text lists addresses for machines, whatever its media type says."""
    start = text.lstrip("\ufeff \t\r\n")[:3000]
    if start.startswith("<"):
        return bool(_ROOT.search(start)) and "<html" not in start.lower()
    return _is_list(start)


def _is_list(start: str) -> bool:
    """Whether a text has an address on each of its lines; the last may be cut."""
    lines = [line.strip() for line in start.split("\n") if line.strip()]
    return bool(lines) and all(map(_ADDRESS.match, lines[:-1] or lines))


def feed_links(text: str, url: str | None = None) -> list[str]:
    """Canonical addresses of a sitemap or feed, in order. url: its own, to which relative ones are relative."""
    found: dict[str, None] = {}
    start = text.lstrip("\ufeff \t\r\n")
    for target in _in_xml(start) if start.startswith("<") else iter(start.split("\n")):
        link = canonical_url(target, url) if target.strip() else None
        if link and is_page(link):
            found[link] = None
        if len(found) >= MAX_LISTED:
            break
    return list(found)


def _in_xml(xml: str) -> Iterator[str]:
    data = io.BytesIO(_BARE.sub("&amp;", _without_doctype(xml)).encode("utf-8", "replace"))
    # `recover`: what stands before a fault is read; `encoding`: the text is decoded already, whatever it declares.
    reader = etree.iterparse(
        data,
        events=("end",),
        recover=True,
        encoding="utf-8",
        huge_tree=False,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
    )
    try:
        for _, element in reader:
            # {namespace}loc, or sm:loc where the prefix is not declared
            name = re.split("[}:]", element.tag)[-1].lower() if isinstance(element.tag, str) else ""
            if name in _LISTING_TAGS:
                yield from _addresses(element, name)
            element.clear(keep_tail=True)
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError:  # beyond recovery: what was found before it holds
        return


def _without_doctype(xml: str) -> str:
    """XML without its own definitions: entities are then unknown, and left out."""
    at = xml.find("<!DOCTYPE", 0, 3000)
    if at < 0:
        return xml
    bracket, end = xml.find("[", at), xml.find(">", at)
    if 0 <= bracket < end:
        end = xml.find("]>", bracket) + 1
    return xml[:at] + xml[end + 1 :] if end > 0 else ""


def _addresses(element: Any, name: str) -> Iterator[str]:
    said = "".join(element.itertext()).strip() if not len(element) else ""
    if said and (name != "id" or _ADDRESS.match(said)):
        yield said
    href = element.get("href")
    if href:
        yield href
