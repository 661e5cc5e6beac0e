"""The article of a page that nobody prepared for: title, text, date, place, issuer. Menus, footers and related links never reach the text.

The block that holds most running text outside of links wins (the idea of Arc90's readability); a site file may name the block instead.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from corpus.dates import DATE_PATTERN, iso_of
from corpus.places import places_in
from corpus.text import MAX_TEXT_CHARS, fold, fold_aligned, normalise, normalise_line
from crawler.sites import SiteFile, site_file_for

_DROPPED: Final = (
    "script",
    "style",
    "noscript",
    "nav",
    "footer",
    "form",
    "iframe",
    "svg",
    "button",
    "select",
    "template",
    "header",
    "aside",
    "object",
)
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|footer|header|sidebar|breadcrumbs?|related|share|social|comments?|widget|banner|advert|ads|pagination|pager|tags?|toolbar|search|lienquan|tinlienquan|tin-lien-quan|tin-khac|other-?news|print|copyright|entry-meta|post-meta|byline|detail-time|news-date|phan-trang|author)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS: Final = frozenset(
    "p div section article li ul ol table tr td th h1 h2 h3 h4 h5 h6 blockquote br pre dl dt dd center main figure figcaption".split()
)
_CANDIDATES: Final = ("article", "main", "div", "td", "section", "body")
_MIN_TEXT: Final = 180
_DATE = re.compile(rf"(?<![0-9/]){DATE_PATTERN}")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(?:(\d{1,2})/)?")
_PUBLISHED = re.compile(
    r"(?:ngay dang|dang ngay|cap nhat|ngay xuat ban|ngay ban hanh|posted on|dang luc|ngay tao|ngay)[ :]{1,3}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article as read from a page; text has its paragraphs on lines."""

    title: str
    text: str
    published_on: str | None
    place: str | None
    issuer: str | None


def read_page(html: str, url: str) -> Page | None:
    """The article of a page; None when there is none. `url` gives the family of the site and, at need, the date."""
    soup = BeautifulSoup(html[: MAX_TEXT_CHARS * 2], "lxml")
    site = site_file_for(url, soup)
    meta = _metadata(soup)
    title = _title(soup, meta, site)
    published = _published(soup, meta, url, site)
    block = _selected(soup, site)
    page_title = normalise_line(soup.title.get_text()) if soup.title else ""
    _strip(soup)
    if block is None:
        block = _best_block(soup)
    if block is None:
        return None
    text = normalise("\n".join(_lines(block)))[:MAX_TEXT_CHARS]
    text = _without_title(text, title)
    if len(text) < _MIN_TEXT or not title:
        return None
    return Page(
        title=title, text=text, published_on=published, place=_place(meta, page_title, title, text), issuer=None
    )


def _selected(soup: BeautifulSoup, site: SiteFile | None) -> Tag | None:
    found = soup.select_one(site.text) if site and site.text else None
    return found if isinstance(found, Tag) and len(found.get_text(strip=True)) >= _MIN_TEXT else None


def _metadata(soup: BeautifulSoup) -> dict[str, str]:
    """Meta tags and JSON-LD that say title, date or place, by name in small letters."""
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
    return found


def _json_rows(text: str) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(text[:200_000])
    except ValueError:
        return
    rows = data if isinstance(data, list) else [data, *(data.get("@graph") or [] if isinstance(data, dict) else [])]
    yield from (row for row in rows if isinstance(row, dict))


def _title(soup: BeautifulSoup, meta: dict[str, str], site: SiteFile | None) -> str:
    if site and site.title and (tag := soup.select_one(site.title)):
        return normalise_line(tag.get_text(" "))
    headings = [normalise_line(tag.get_text(" ")) for tag in soup.find_all("h1", limit=4)]
    page_title = normalise_line(soup.title.get_text()) if soup.title else ""
    offered = normalise_line(meta.get("og:title") or meta.get("headline") or "")
    for heading in headings:
        if len(heading) > 12 and (
            fold(heading) in fold(page_title) or fold(heading) == fold(offered) or not page_title
        ):
            return heading
    if offered:
        return offered
    return re.split(r"\s[|»–-]\s", page_title)[0] if page_title else next(iter(headings), "")


def _published(soup: BeautifulSoup, meta: dict[str, str], url: str, site: SiteFile | None) -> str | None:
    """The date of publication: what markup says, then words that say so, then the address. Never a date of the body."""
    if site and site.date and (tag := soup.select_one(site.date)):
        found = _iso_in(tag.get_text(" "))
        if found:
            return found
    for name in ("article:published_time", "datepublished", "pubdate", "dc.date.issued", "dc.date", "date"):
        value = meta.get(name, "")
        match = re.match(r"(\d{4}-\d\d-\d\d)", value)
        if match:
            return match[1]
        if value and (found := _iso_in(value)):
            return found
    for tag in soup.find_all("time", limit=5):
        match = re.match(r"(\d{4}-\d\d-\d\d)", str(tag.get("datetime") or ""))
        if match:
            return match[1]
    return _labelled_date(soup) or _url_date(url)


def _iso_in(text: str) -> str | None:
    match = _DATE.search(fold_aligned(text))
    return iso_of(match) if match and match["day"] else None


def _labelled_date(soup: BeautifulSoup) -> str | None:
    """A short piece of text near the title that says ``Ngày đăng: 06/8/2018``."""
    for tag in soup.find_all(["span", "div", "p", "td", "small", "font", "i", "em", "li"], limit=600):
        text = tag.get_text(" ", strip=True)
        if len(text) > 90 or not any(char.isdigit() for char in text):
            continue
        folded = fold_aligned(text)
        label = _PUBLISHED.search(folded)
        match = _DATE.search(folded, label.end() if label else 0)
        short = len(text) <= 42 and re.match(r"(?:thu|chu nhat|[0-9])", folded)
        if match and match["day"] and ((label and match.start() - label.end() < 16) or short):
            return iso_of(match)
    return None


def _url_date(url: str) -> str | None:
    match = _URL_DATE.search(url)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    return f"{match[1]}-{int(match[2]):02d}" + (
        f"-{int(match[3]):02d}" if match[3] and 1 <= int(match[3]) <= 31 else ""
    )


def _strip(soup: BeautifulSoup) -> None:
    """Take out what is never part of an article."""
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(True):
        if tag.attrs is None or tag.name in ("body", "html", "article", "main"):
            continue
        names = " ".join([*(tag.get("class") or []), str(tag.get("id") or ""), str(tag.get("role") or "")])
        if (
            (names.strip() and _BOILERPLATE.search(names) and len(tag.get_text(strip=True)) < 6000)
            or tag.get("hidden") is not None
            or "display:none" in str(tag.get("style") or "").replace(" ", "")
        ):
            tag.decompose()


def _best_block(soup: BeautifulSoup) -> Tag | None:
    """The block with most text outside of links; of nested ones, the innermost that still has nearly all of it."""
    best: Tag | None = None
    best_value = float(_MIN_TEXT)
    for tag in soup.find_all(_CANDIDATES):
        value = _value(tag)
        if value >= best_value * (0.9 if best is not None and best in tag.parents else 1.0001):
            best, best_value = tag, max(value, best_value * 0.9)
    return best


def _value(tag: Tag) -> float:
    text = len(tag.get_text(" ", strip=True))
    linked = sum(len(item.get_text(" ", strip=True)) for item in tag.find_all(_is_link_item))
    if not text or linked * 2 > text:
        return 0.0
    bonus = 1.25 if tag.name == "article" or tag.get("itemprop") == "articleBody" else 1.0
    return (text - 2 * linked) * bonus


def _is_link_item(tag: Tag) -> bool:
    """A link, or a list's item that begins with one (a teaser), the outermost of them."""
    if tag.name == "li":
        return tag.find("a", href=True) is not None and tag.find_parent("li") is None
    return tag.name == "a" and tag.find_parent("li") is None


def _lines(block: Tag) -> Iterator[str]:
    """The block's text, a line for each paragraph; cells of a table row stand side by side."""
    pieces: list[str] = []
    for line in _walk(block):
        if line == "\n":
            joined = " ".join("".join(pieces).split())
            pieces = []
            if joined:
                yield joined
        else:
            pieces.append(line)
    yield " ".join("".join(pieces).split())


def _walk(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, NavigableString):
            yield re.sub(r"\s+", " ", str(child))
        elif isinstance(child, Tag):
            cell = child.name in ("td", "th") and child.find(["p", "div", "table"]) is None
            block = child.name in _BLOCKS and not cell
            if block:
                yield "\n"
            if child.name == "li":
                yield "- "
            if cell and child.find_previous_sibling(["td", "th"]) is not None:
                yield " | "
            yield from _walk(child)
            if block:
                yield "\n"


def _without_title(text: str, title: str) -> str:
    """The text without the title repeated as its first line."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if fold(first) == fold(title) else text


def _place(meta: dict[str, str], page_title: str, title: str, text: str) -> str | None:
    """The province that the page speaks for: its site's, that of the document's head, or the only one in its title.

    A head of the national alliance speaks for no province.
    """
    head = "\n".join(text.split("\n")[:2])
    if re.search(r"lien minh (?:hop tac xa|htx) viet nam", fold(head[:160])) and head.split("\n")[0].isupper():
        return None
    site_name = " ".join((meta.get("geo.placename", ""), meta.get("og:site_name", ""), _site_name(page_title, title)))
    sources = [site_name, head if head.split("\n")[0].isupper() else "", title]
    for source in sources:
        named = list(dict.fromkeys(place.name for _, _, place in places_in(normalise_line(source))))
        if len(named) == 1:
            return named[0]
    return None


def _site_name(page_title: str, title: str) -> str:
    """What a page's ``<title>`` says besides the article's title."""
    return (
        page_title.replace(title, " ")
        if title in page_title
        else re.sub(r"^.*\s[|–-]\s", "", page_title) + " " + page_title.split("|")[0]
    )
