"""From what was read, a page or a file's row, to the `Notice` that is stored: its own number, issuer and place filled in from its head."""

import hashlib
import re
from dataclasses import replace
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from corpus.dates import is_iso
from corpus.model import Notice
from corpus.store import make_notice
from corpus.text import slugify
from crawler.head import find_head
from crawler.letterhead import read_letterhead
from crawler.links import canonical_of
from crawler.page import Page, article_of
from crawler.provenance import provenance_of


def notice_of_page(page: Page, *, id: str, site: str, url: str | None = None) -> Notice:
    """The notice that an article is. Raises InputError on an id that no URL could carry."""
    host = urlsplit(url).netloc if url else ""
    issuer, place = provenance_of(page.text, title=page.title, site_name=page.site_name, host=host)
    return notice_of(
        id=id,
        site=site,
        url=url,
        title=page.title,
        text=page.text,
        published_on=page.published_on,
        issuer=issuer,
        place=place,
    )


def notice_of(
    *,
    id: str,
    site: str,
    title: str,
    text: str,
    url: str | None = None,
    published_on: str | None = None,
    issuer: str | None = None,
    place: str | None = None,
) -> Notice:
    """A notice with its own number read from its head: a head without a date takes the day of publication, and the other way round."""
    notice = make_notice(id=id, site=site, url=url, title=title, text=text, issuer=issuer, place=place)
    head = find_head(notice.text, notice.title, issuer)
    signed_on = head.issued_on if head else read_letterhead(notice.text).signed_on
    if published_on and not is_iso(published_on):
        published_on = None
    if head and not signed_on:
        head = replace(head, issued_on=published_on)
    return replace(notice, head=head, published_on=published_on or signed_on)


def notice_in(tree: BeautifulSoup, url: str) -> Notice:
    """The notice of a page, under the address that it names as its own. Raises NoArticle, which says why there is none. The tree is taken apart."""
    own = canonical_of(tree, url) or url
    return notice_of_page(article_of(tree, own), id=notice_id(own), site=urlsplit(own).netloc, url=own)


def notice_id(url: str) -> str:
    """A notice's id from its address: host, last words of the path, and a digest that tells like ones apart."""
    parts = urlsplit(url)
    host = slugify(re.sub(r"^www\.", "", parts.hostname or ""))[:30].strip("-")
    path = slugify(re.sub(r"\.\w{2,5}$", "", parts.path))[-44:].strip("-")
    digest = hashlib.sha256(url.encode()).hexdigest()[:8]
    return "-".join(part for part in (host, path, digest) if part)
