"""The article of a page that nobody prepared for: title, text, date. Menus, footers and related links never reach the text.

Markup says what it can (`markup`), the article's block is found by its text (`article`) or named by a site file (`sites`), and lines that are
not the article's are left out (`furniture`).
"""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from corpus.text import MAX_TEXT_CHARS, normalise, normalise_line
from crawler.article import MIN_TEXT, find_article, lines_of
from crawler.furniture import without_furniture
from crawler.markup import heading_in, read_markup
from crawler.sites import SiteFile, site_file_for
from crawler.soup import parse_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article as read from a page. text: its paragraphs on lines. published_on: ISO date. site_name: as the page calls its site."""

    title: str
    text: str
    published_on: str | None
    site_name: str


def read_page(html: str | BeautifulSoup, url: str) -> Page | None:
    """The article of a page; None when there is none, or a list of articles. `url` gives the family of the site and, at need, the date.

    A tree that is given is taken apart. Raises InputError on a page of too many tags.
    """
    soup = parse_page(html)
    site = site_file_for(url, soup)
    markup = read_markup(soup, url, site)
    block = _selected(soup, site) or find_article(soup, markup.title_tag)
    if block is None:
        return None
    title = markup.title or heading_in(block)
    lines = without_furniture(lines_of(block), title)
    text = normalise("\n".join(lines or ()))[:MAX_TEXT_CHARS]
    if len(text) < MIN_TEXT:
        return None
    return Page(
        title=title or normalise_line(text.partition("\n")[0])[:240],
        text=text,
        published_on=markup.published_on,
        site_name=markup.site_name,
    )


def _selected(soup: BeautifulSoup, site: SiteFile | None) -> Tag | None:
    found = soup.select_one(site.text) if site and site.text else None
    return found if isinstance(found, Tag) and len(found.get_text(strip=True)) >= MIN_TEXT else None
