"""The article of a page that nobody prepared for: title, text, date. Menus, footers and related links never reach the text.

Markup says what it can (`markup`, `published`), the article's blocks are found by their text (`article`) or named by a site file (`sites`), and
lines that are not the article's are left out (`furniture`).
"""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from corpus.errors import NoArticle
from corpus.text import MAX_TEXT_CHARS, normalise, normalise_line
from crawler.article import MIN_TEXT, find_article
from crawler.encoding import is_readable
from crawler.furniture import is_list, without_furniture
from crawler.lines import lines_of
from crawler.markup import heading_in, read_markup
from crawler.parsing import parse_page
from crawler.sites import SiteFile, site_file_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article as read from a page. text: its paragraphs on lines. published_on: ISO date. site_name: as the page calls its site."""

    title: str
    text: str
    published_on: str | None
    site_name: str


def article_of(html: str | BeautifulSoup, url: str) -> Page:
    """The article of a page. `url` gives the family of the site and, at need, the date. A tree that is given is taken apart.

    Raises NoArticle, which says why there is none: a list of articles is none, too.
    """
    if isinstance(html, str) and not is_readable(html):
        raise NoArticle("not text, or in an encoding that is not known")
    soup = parse_page(html)
    site = site_file_for(url, soup)
    markup = read_markup(soup, url, site)
    blocks = _selected(soup, site) or find_article(soup, markup.title_tag)
    if not blocks:
        raise NoArticle(_too_short(len(" ".join((soup.body or soup).get_text(" ").split()))))
    title = markup.title or heading_in(blocks[-1])
    lines = [line for block in blocks for line in lines_of(block)]
    kept = without_furniture(lines, title)
    if not kept:
        raise NoArticle("a list of links" if is_list(lines) else "no sentence in it, only words of the page's frame")
    text = normalise("\n".join(kept))[:MAX_TEXT_CHARS]
    if len(text) < MIN_TEXT:
        raise NoArticle(_too_short(len(text)))
    return Page(
        title=title or normalise_line(text.partition("\n")[0])[:240],
        text=text,
        published_on=markup.published_on,
        site_name=markup.site_name,
    )


def _too_short(chars: int) -> str:
    return f"too short: {chars} characters of text, an article has {MIN_TEXT}"


def _selected(soup: BeautifulSoup, site: SiteFile | None) -> list[Tag]:
    found = soup.select_one(site.text) if site and site.text else None
    return [found] if isinstance(found, Tag) and len(found.get_text(strip=True)) >= MIN_TEXT else []
