"""What tests ask of a page: its article or its notice, None where there is none."""

from corpus.errors import NoArticle
from corpus.model import Notice
from crawler.notices import notice_in
from crawler.page import Page, article_of
from crawler.parsing import parse_page


def read_page(html: str, url: str) -> Page | None:
    """The article of a page."""
    try:
        return article_of(html, url)
    except NoArticle:
        return None


def read_notice(html: str, url: str) -> Notice | None:
    """The notice of a page."""
    try:
        return notice_in(parse_page(html), url)
    except NoArticle:
        return None
