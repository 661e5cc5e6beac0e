"""What a page's markup says of its article: title, day of publication, name of the site."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from corpus.text import fold, fold_aligned, normalise_line
from crawler.published import published_on
from crawler.sites import SiteFile

_SEPARATOR = re.compile(r"\s+[|»–—:-]{1,2}\s+|\s*[|»]\s*|\s*::\s*")
_TITLE_CLASS = re.compile(
    r"(?:^|[ _-])(?:title|tieu-?de|headline|ten-?bai|post-title|entry-title|news-?title)(?:$|[ _-])", re.IGNORECASE
)
_GENERIC: Final = frozenset(
    "trang chu|home|chi tiet|chi tiet tin|chi tiet tin tuc|tin tuc|chi tiet van ban|van ban|default|untitled|index|news|noi dung|thong bao|bai viet|xem tin|news detail".split(
        "|"
    )
)
_ALLIANCE = re.compile(r"(?:lien minh (?:hop tac xa|htx)|lmhtx) (?:tinh|thanh pho|tp\.?) [a-z ]{2,24}")
_EDGE_CHARS: Final = 300
_SHOWING: Final = ("font", "b", "strong", "span", "div", "p", "td", "a", "center")
_MIN_TITLE: Final = 12
_HEADINGS: Final = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """title: empty when markup says none. title_tag: the heading that shows it. site_name: as the page calls its site. published_on: ISO date."""

    title: str
    title_tag: Tag | None
    site_name: str
    published_on: str | None


def read_markup(soup: BeautifulSoup, url: str, site: SiteFile | None) -> Markup:
    """Title, date and site's name. To be called before anything is taken out of the page."""
    meta = _metadata(soup)
    page_title = normalise_line(soup.title.get_text()) if soup.title else ""
    title, tag = _title(soup, meta, page_title, site)
    if tag is None and (tag := _tag_showing(soup, title)) is not None:
        title = normalise_line(tag.get_text(" "))
    return Markup(
        title=title,
        title_tag=tag,
        site_name=" ".join(filter(None, (meta.get("og:site_name"), _rest(page_title, title), _owner(soup)))),
        published_on=published_on(soup, meta, url, soup.select_one(site.date) if site and site.date else None, tag),
    )


def _owner(soup: BeautifulSoup) -> str:
    """The alliance that a page's banner or imprint names as its owner: the first or last words of the page."""
    text = normalise_line(soup.body.get_text(" ")) if soup.body else ""
    for edge in (text[:_EDGE_CHARS], text[-_EDGE_CHARS:]):
        if match := _ALLIANCE.search(fold_aligned(edge)):
            return edge[match.start() : match.end()]
    return ""


def _tag_showing(soup: BeautifulSoup, title: str) -> Tag | None:
    """The tag of the body that shows the title, or begins with it: pages without headings have one of larger letters."""
    key = fold(title)
    body = soup.body
    for tag in body.find_all(_SHOWING, limit=3000) if body is not None and key else ():
        if (
            len(tag.contents) == 1
            and isinstance(tag.contents[0], NavigableString)
            and fold(tag.contents[0][:400]).startswith(key)
        ):
            return tag
    return None


def _metadata(soup: BeautifulSoup) -> dict[str, str]:
    """Meta tags and JSON-LD, by name in small letters."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta", limit=200):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if name and tag.get("content"):
            found.setdefault(name, str(tag["content"]))
    for tag in soup.find_all("script", type="application/ld+json", limit=10):
        for row in _json_rows(tag.string or ""):
            for name in ("datePublished", "headline"):
                if isinstance(row.get(name), str):
                    found.setdefault(name.lower(), row[name])
    for tag in soup.find_all(itemprop="datePublished", limit=3):
        found.setdefault("datepublished", str(tag.get("content") or tag.get("datetime") or tag.get_text(" ")))
    return found


def _json_rows(text: str) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(text[:200_000])
    except (ValueError, RecursionError):
        return
    rows = data if isinstance(data, list) else [data]
    for row in rows:
        if isinstance(row, dict):
            yield row
            graph = row.get("@graph")
            yield from (item for item in (graph if isinstance(graph, list) else []) if isinstance(item, dict))


def _title(soup: BeautifulSoup, meta: dict[str, str], page_title: str, site: SiteFile | None) -> tuple[str, Tag | None]:
    if site and site.title and isinstance(tag := soup.select_one(site.title), Tag):
        return normalise_line(tag.get_text(" ")), tag
    offered = normalise_line(meta.get("og:title") or meta.get("headline") or "")
    site_name = fold(meta.get("og:site_name") or "")
    shown = [(normalise_line(tag.get_text(" ")), tag) for tag in soup.find_all(_is_heading, limit=80)]
    shown = [
        (text, tag) for text, tag in shown if _says_something(text) and len(text) < 400 and fold(text) != site_name
    ]
    for text, tag in sorted(shown, key=lambda pair: (fold(pair[0]) != fold(offered), pair[1].name not in _HEADINGS)):
        if _agrees(text, page_title, offered) and not _leads_home(tag):
            return text, tag
    if _says_something(offered) and fold(offered) != site_name:
        return next((part for part in _SEPARATOR.split(offered) if len(part) * 2 > len(offered)), offered), None
    for text, tag in shown:
        if tag.name == "h1" and not _leads_home(tag):
            return text, tag
    longest = max(filter(_says_something, _SEPARATOR.split(page_title)), key=len, default="")
    return (longest, None) if len(longest) > 30 or _tag_showing(soup, longest) else ("", None)


def _is_heading(tag: Tag) -> bool:
    return tag.name in _HEADINGS or bool(
        tag.name in ("div", "span", "p", "td", "a", "strong", "b")
        and _TITLE_CLASS.search(" ".join(tag.get("class") or ()))
    )


def _agrees(text: str, *known: str) -> bool:
    """Whether a heading is what the page calls itself, or a part of that; a title cut short is one too."""
    key = fold(text)
    return any(key in fold(name) or (len(name) > 40 and fold(name) in key) for name in known if name)


def _leads_home(tag: Tag) -> bool:
    """Whether a heading is the site's own: a link to its front page, or named so."""
    names = " ".join([*(tag.get("class") or ()), str(tag.get("id") or "")]).lower()
    link = tag if tag.name == "a" else tag.find("a", href=True)
    return (
        "site" in names
        or "logo" in names
        or (isinstance(link, Tag) and urlsplit(str(link.get("href") or "x")).path in ("", "/"))
    )


def _says_something(text: str) -> bool:
    return len(text.strip()) >= _MIN_TITLE and fold(text) not in _GENERIC


def heading_in(block: Tag) -> str:
    """The first heading inside a block, or the nearest one above it: for pages whose title says nothing of the article."""
    inside = list(block.find_all(_is_heading, limit=5))
    above = block.find_all_previous(_is_heading, limit=5)
    for tag in (*inside, *above):
        text = normalise_line(tag.get_text(" "))
        if _says_something(text) and len(text) < 400:
            return text
    return ""


def _rest(page_title: str, title: str) -> str:
    """What a page's ``<title>`` says besides the article's title."""
    if title and title in page_title:
        return page_title.replace(title, " ")
    parts = _SEPARATOR.split(page_title)
    return f"{parts[0]} {parts[-1]}" if len(parts) > 1 else ""
