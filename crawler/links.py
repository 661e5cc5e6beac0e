"""Links of a page, a feed or a sitemap; which pages are lists of others."""

import re
from typing import Final
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from crawler.addresses import canonical_url, is_page

MAX_LINKS: Final = 2000
MAX_LISTED: Final = 50_000
"""Addresses of one sitemap, at most (sitemaps.org)."""
_LOC = re.compile(r"<(?:loc|link|id)>\s*(?:<!\[CDATA\[)?\s*(https?://[^<\]\s]{4,2000})", re.IGNORECASE)
_ATOM = re.compile(r"<link\b[^>]{0,300}\bhref=[\"'](https?://[^\"'<>\s]{4,2000})", re.IGNORECASE)
_LISTING = re.compile(
    r"/(?:page|trang|chuyen-muc|category|tag)/|[?&](?:page|trang|p|paged)=|/(?:sitemap|feed|rss)", re.IGNORECASE
)
_FEED = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_SKIPPED = re.compile(
    r"[?&](?:print|in)=1|/(?:print|in-an|wp-admin|wp-login|login|dang-nhap|lien-he|tim-kiem|search)\b|[?&](?:replytocom|s|q)=",
    re.IGNORECASE,
)


def page_links(html: str, url: str) -> list[str]:
    """Canonical addresses that a page links to, feeds among them, in order; print pages, searches and log-ins are left out."""
    soup = BeautifulSoup(html, "lxml")
    base_tag = soup.find("base", href=True)
    base = str(base_tag["href"]) if base_tag is not None and str(base_tag["href"]).startswith("http") else url
    found: dict[str, None] = {}
    for tag in soup.find_all(("a", "link"), href=True, limit=MAX_LINKS * 2):
        if "nofollow" in (tag.get("rel") or ()) or (
            tag.name == "link" and not _FEED.search(str(tag.get("type") or ""))
        ):
            continue
        link = canonical_url(str(tag["href"]), base)
        if link and is_page(link) and not _SKIPPED.search(link):
            found[link] = None
        if len(found) >= MAX_LINKS:
            break
    return list(found)


def canonical_of(html: str, url: str) -> str | None:
    """The address that a page names as its own (``rel=canonical``), when it is on the same host."""
    match = re.search(r"<link\b[^>]{0,200}rel=[\"']canonical[\"'][^>]{0,300}>", html[:60_000], re.IGNORECASE)
    href = re.search(r"href=[\"']([^\"']{1,2000})", match[0], re.IGNORECASE) if match else None
    link = canonical_url(href[1], url) if href else None
    return link if link and urlsplit(link).netloc == urlsplit(url).netloc else None


def feed_links(xml: str) -> list[str]:
    """Addresses of a sitemap or feed, read as text: nothing is expanded, nothing is loaded."""
    found: dict[str, None] = {}
    for pattern in (_LOC, _ATOM):
        for match in pattern.finditer(xml):
            link = canonical_url(match[1].replace("&amp;", "&"))
            if link and is_page(link):
                found[link] = None
            if len(found) >= MAX_LISTED:
                return list(found)
    return list(found)


def is_listing(url: str) -> bool:
    """Whether an address looks like a list of pages."""
    return bool(_LISTING.search(url)) or urlsplit(url).path in ("", "/")
