"""Where a page leads, and the address that it calls its own; which addresses look like lists of others."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from crawler.addresses import canonical_url, is_page, on_origin, origin_of
from crawler.directives import base_of, robots_words
from crawler.parsing import parse_page

MAX_LINKS: Final = 2000
_LISTING = re.compile(
    r"/(?:page|trang|chuyen-muc|category|tag)/|[?&](?:page|trang|p|paged)=|/(?:sitemap|feed|rss)", re.IGNORECASE
)
_FEED = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
# Whole parts of a path: /lien-he.html leads to a form, /lien-he-chat-che-voi-nong-dan.html to a notice.
_FORM = re.compile(
    r"/(?:print|in-an|wp-admin|wp-login|login|dang-nhap|lien-he|tim-kiem|search)(?:\.[a-z]{2,5})?(?=/|$)", re.IGNORECASE
)
# A search, or a page once more to print; ?q=node/12 is a page of Drupal's.
_AGAIN = re.compile(r"[?&](?:(?:print|in)=1|(?:replytocom|s)=|q=(?![^&]*(?:/|%2f)))", re.IGNORECASE)
_REFRESH = re.compile(r"[\s\d.]*[;,]?\s*url\s*=\s*[\"']?([^\"']{1,2000})", re.IGNORECASE)
_SCRIPTED = re.compile(
    r"location(?:\.href)?\s{0,9}=\s{0,9}[\"']([^\"'<>]{1,500})[\"']|location\.(?:replace|assign)\(\s{0,9}[\"']([^\"'<>]{1,500})[\"']"
)


def page_links(html: str | BeautifulSoup, url: str, robots: str = "") -> list[str]:
    """Canonical addresses that a page leads to, in order: links, areas, frames, a refresh, feeds. A page that says ``nofollow`` leads nowhere.

    Print pages, searches and log-ins are left out. robots: the header ``X-Robots-Tag``.
    """
    soup = parse_page(html)
    if "nofollow" in robots_words(soup, robots):
        return []
    base = urljoin(url, base_of(soup, url))
    found: dict[str, None] = {}
    for target in _targets(soup):
        link = canonical_url(target, base)
        if link and is_page(link) and not _AGAIN.search(link) and not _FORM.search(urlsplit(link).path):
            found[link] = None
        if len(found) >= MAX_LINKS:
            break
    return list(found)


def _targets(soup: BeautifulSoup) -> Iterator[str]:
    """Addresses as written."""
    led = False
    for tag in soup.find_all(("a", "area", "link", "frame", "iframe", "meta"), limit=MAX_LINKS * 4):
        target = _target(tag)
        if target:
            led = led or tag.name not in ("link", "iframe")
            yield target
    if not led:  # a front page that only sends on, by a script
        for script in soup.find_all("script", limit=20):
            for match in _SCRIPTED.finditer(str(script.string or "")[:20_000]):
                yield match[1] or match[2]


def _target(tag: Tag) -> str | None:
    if "nofollow" in (tag.get("rel") or ()):
        return None
    if tag.name == "meta":
        if str(tag.get("http-equiv") or "").strip().lower() != "refresh":
            return None
        match = _REFRESH.match(str(tag.get("content") or ""))
        return match[1].strip() if match else None
    if tag.name in ("frame", "iframe"):
        return str(tag.get("src") or "") or None
    if tag.name == "link" and not _FEED.search(str(tag.get("type") or "")):
        return None
    return str(tag["href"]) if tag.get("href") is not None else None


def canonical_of(html: str | BeautifulSoup, url: str) -> str | None:
    """The address of its own site that a page names as its own (``rel=canonical``, else ``og:url``); None when it names none, or none that can be.

    Never the front page, and never one that has lost the number by which a query told articles apart.
    """
    soup = parse_page(html)
    base = urljoin(url, base_of(soup, url))
    tag = soup.find("link", rel="canonical", href=True)
    named = str(tag["href"]) if isinstance(tag, Tag) else ""
    if not isinstance(tag, Tag):
        og = soup.find("meta", property="og:url", content=True)
        named = str(og["content"]) if isinstance(og, Tag) else ""
    link = canonical_url(named, base) if named.strip() else None
    own = on_origin(link, origin_of(url)) if link else None
    return own if own and not _is_front(own) and not _lost_number(own, url) else None


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _lost_number(claimed: str, url: str) -> bool:
    """Whether an address differs from a page's by a number missing in its query (``?id=7``), with none in its path to stand for it."""
    one, two = urlsplit(claimed), urlsplit(url)
    if one.path.lower() != two.path.lower() or re.search(r"\d", one.path):
        return False
    kept = set(one.query.split("&"))
    return any(re.search(r"=\d+$", pair) for pair in two.query.split("&") if pair not in kept)


def is_listing(url: str) -> bool:
    """Whether an address looks like a list of pages. It only says what is asked for first: what a page is, its reader tells."""
    return bool(_LISTING.search(url)) or urlsplit(url).path in ("", "/")
