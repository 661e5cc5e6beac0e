"""The one place that parses pages: bounded by characters and tags, with letters of old encodings put right."""

import re
from itertools import islice
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString

from corpus.legacy import Legacy, in_unicode, is_capital_font, legacy_of, unescaped
from corpus.text import MAX_TEXT_CHARS
from crawler.stylesheet import apply_style_sheet

MAX_TAGS: Final = 60_000
"""Tags of a page that are read; what stands behind them is left. Ordinary pages have some thousands, a law of 200 articles ten thousand."""

_TAG = re.compile(r"<[a-zA-Z!?]")
_FONT = re.compile(r"\.vn[a-z ]{2,30}", re.IGNORECASE)
# Small letters in a font of capitals, as of TCVN3: what a reader sees is capitals.
_CAPITAL_FONT = re.compile(r"\.Vn[A-Za-z]{1,20}H\b")
_SAMPLE: Final = 60_000


def parse_page(html: str | BeautifulSoup) -> BeautifulSoup:
    """The tree of a page's first `MAX_TAGS` tags, its texts in Unicode; a tree is given back as it is."""
    if isinstance(html, BeautifulSoup):
        return html
    html = bounded(html)
    soup = BeautifulSoup(html, "lxml")
    apply_style_sheet(soup)
    _mend_letters(soup, has_fonts=bool(_CAPITAL_FONT.search(html)))
    return soup


def bounded(html: str) -> str:
    """A page cut where its tags or characters pass the bound, so that parsing takes seconds and megabytes, not minutes and gigabytes."""
    html = html[: MAX_TEXT_CHARS * 2]
    if html.count("<") <= MAX_TAGS:
        return html
    over = next(islice(_TAG.finditer(html), MAX_TAGS, None), None)
    return html[: over.start()] if over else html


def _mend_letters(soup: BeautifulSoup, *, has_fonts: bool) -> None:
    """Old letters are told from all strings together and put right in each; a page's title may be in other letters than its text."""
    strings = [text for text in soup.find_all(string=True) if not isinstance(text, PreformattedString)]
    strings = [text for text in strings if text.parent is not None and text.parent.name not in ("script", "style")]
    sample = "\n".join(strings)[:_SAMPLE]
    if sample.isascii() and "&" not in sample:
        return
    legacy = legacy_of(sample)
    for text in strings:
        mended = _mended(text, legacy)
        if has_fonts and _in_capital_font(text):
            mended = mended.upper()
        if mended != text:
            text.replace_with(NavigableString(mended))


def _mended(text: NavigableString, legacy: Legacy | None) -> str:
    plain = unescaped(str(text))
    return plain if legacy is None or legacy.leaves(plain) else in_unicode(plain, legacy)


def _in_capital_font(text: NavigableString) -> bool:
    """Whether the font that the text is set in shows small letters as capitals (``.VnTimeH``)."""
    for tag in islice(text.parents, 12):
        match = _FONT.search(f"{tag.get('face') or ''} {tag.get('style') or ''}")
        if match:
            return is_capital_font(match[0])
    return False
