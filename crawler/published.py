"""The day on which a page was published: what its metadata says, else a stamp beside its title, else its address. Never a date of its text.

<meta property="article:published_time" content="2019-03-31T19:15:00Z">     2019-04-01, for days are Vietnam's
<meta name="pubdate" content="4/25/2019 8:10:00 AM">                        2019-04-25
Ngày đăng: 06/8/2018 · Thứ hai, 06/8/2018 | 08:30 · 06/8/2018 08:30         lines of their own between the title and the text
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from corpus.dates import DATE_PATTERN, iso_of
from corpus.text import fold_aligned, normalise_line
from crawler.days import in_vietnam
from crawler.lines import is_block

_NAMES: Final = (
    *("article:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "publication_date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date", "og:published_time"),
)
_ISO_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_ISO_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d(?:t\d\d:\d\d\S{0,20})?")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?:\d{6})?\s*$")
_DATE = re.compile(rf"(?<![0-9/]){DATE_PATTERN}")
# 8/1/2018 9:05 AM as American servers write it: month first, nothing padded.
_AMERICAN = re.compile(
    r"(?<![0-9/])([1-9]|1[0-2])/([1-9]|[12]\d|3[01])/((?:19|20)\d\d),? (?:1[0-2]|[1-9]):\d\d(?::\d\d)? ?[ap]m\b"
)
_MONTH_FIRST = re.compile(r"(?<![0-9/])(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![0-9/])((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?![\d/])")
# Tue, 02 Apr 2019 20:05:00 GMT
_MAIL = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun), )?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) \d{4} "
)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/\-](\d{1,2})[/\-](?:(\d{1,2})[/\-])?")
_SAID: Final = (
    r"(?:(?:thoi gian |ngay |gio )?(?:dang|gui|tao|xuat ban|dang tin|dua tin|dang bai|phat hanh tin)(?: tin| bai| tai)?(?: ngay| luc| vao)?|(?:lan )?cap nhat(?: lan cuoi)?(?: luc| ngay| vao)?"
    r"|ngay cap nhat|posted(?: on)?|published(?: on)?|post date|date)"
)
_WEEKDAY: Final = r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn)"
_CLOCK: Final = r"\d{1,2}(?:[:h]\d{2}(?::\d{2})?|h)(?: ?[ap]m| ?(?:sa|ch)\b)?"
_TIME_OF_DAY = re.compile(rf"{_WEEKDAY}|{_CLOCK}")
_LABEL = re.compile(rf"{_SAID}[ :]{{0,3}}")
_BLANKS = re.compile(r"\s+")
_GAP: Final = r"[ ,|\-:\x1a]{1,5}"
_BEFORE = re.compile(
    rf"[( ]{{0,2}}(?:(?P<said>{_SAID})[ :,\-]{{1,4}})?(?:vao luc |luc |ngay )?(?:{_CLOCK}{_GAP})?(?:{_WEEKDAY}{_GAP})?(?:ngay[ :]{{1,2}})?(?:{_CLOCK}{_GAP})?"
)
_BEHIND = re.compile(
    rf"(?:{_GAP})?(?:(?:luc )?{_CLOCK})?(?:{_GAP})?(?:\(?gmt ?\+?\d?\)?)?[ )]{{0,3}}(?:(?:{_GAP})?(?:(?:so )?luot|da xem|view|tac gia|nguoi dang|nguon|theo|boi|by|cap nhat|hits|admin|in trang|in bai|email|print)\b.{{0,50}})?[ ).]{{0,3}}"
)
# Tác giả: Nguyễn Văn A - 06/8/2018 · By admin on ... : who wrote stands before when.
_BYLINE = re.compile(
    r"(?:(?:tac gia|nguoi dang|dang boi|boi|by|nguon|theo(?! doi)|posted by|admin|ban bien tap|bbt)\b[^0-9]{0,60}|[^0-9|:]{2,40}\|[ ]?(?=[^\n]{8,20}\d[:h]\d\d))"
)
_MAX_STAMP: Final = 120
_BODY_CHARS: Final = 120
_BELOW, _ABOVE, _NEAR = 60, 40, 2


def published_on(
    soup: BeautifulSoup, meta: Mapping[str, str], url: str, selected: Tag | None, title: Tag | None
) -> str | None:
    """The ISO date. meta: metadata by small names; selected: the tag that a site's file names; title: the tag that shows the title."""
    if selected is not None and (found := day_in(selected.get_text(" "))):
        return found
    for name in _NAMES:
        if found := day_in(meta.get(name, "")):
            return found
    return _beside_title(soup, title) or _url_date(url)


def day_in(text: str) -> str | None:
    """The day that a text of metadata says, in Vietnam: ISO with a zone, day first, or month first where only that can be or AM and PM say so."""
    if match := _ISO_TIME.match(text.strip()):
        return _local_day(match)
    folded = fold_aligned(normalise_line(text[:400]))
    if match := _COMPACT.match(folded):
        return _calendar_day(*match.groups())
    if _MAIL.match(folded):
        return _mail_day(text)
    if match := _AMERICAN.search(folded) or _MONTH_FIRST.search(folded):
        return _calendar_day(match[3], match[1], match[2])
    if match := _YEAR_FIRST.search(folded):
        return _calendar_day(match[1], match[2], match[3])
    found = _DATE.search(folded)
    return iso_of(found) if found and found["day"] else None


def _mail_day(text: str) -> str | None:
    try:
        return in_vietnam(parsedate_to_datetime(text.strip()))
    except ValueError:
        return None


def _local_day(match: re.Match[str]) -> str | None:
    day, minutes, seconds, zone = match.groups()
    try:
        if not zone:
            return date.fromisoformat(day).isoformat()
        moment = datetime.fromisoformat(f"{day}T{minutes}{seconds or ':00'}{zone.upper()}")
    except ValueError:
        return None
    return in_vietnam(moment)


def _calendar_day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _beside_title(soup: BeautifulSoup, title: Tag | None) -> str | None:
    """A stamp below the title and above the text, above the title, or, when it says what it is, anywhere below.

    A bare date above the title is today's, in the page's head.
    """
    if title is None:
        return _first(islice(_blocks(soup.find_all(string=True, limit=400)), _BELOW), bare=False)
    below = list(islice(_blocks(title.find_all_next(string=True, limit=3000), title), 300))
    above = _blocks(title.find_all_previous(string=True, limit=_ABOVE))
    head = list(_until_body(below))
    foot = [
        block
        for block in below[len(head) :]
        if block.find_parent(["li", "table"]) is None and block.name not in ("li", "time")
    ]
    return _first(head, bare=True) or _first(filter(_heads_article, above), bare=False) or _first(foot, bare=False)


def _first(blocks: Iterable[Tag], *, bare: bool) -> str | None:
    """The first stamp; a label and its value may be blocks of their own."""
    label = ""
    for at, block in enumerate(blocks):
        text = _own_text(block)
        alone = bare and at < _NEAR and not _is_value(block)
        if found := _stamp_of(block, bare=bare, alone=alone) or (label and _stamp_in(f"{label} {text}", bare=bare)):
            return found
        label = text if len(text) < 40 and _LABEL.fullmatch(fold_aligned(normalise_line(text))) else ""
    return None


def _is_value(block: Tag) -> bool:
    """Whether a block is an item of a list, or stands behind a label in a table."""
    return block.name == "li" or (
        block.name in ("td", "dd") and block.find_previous_sibling(["td", "th", "dt"]) is not None
    )


def _blocks(strings: Iterable[object], title: Tag | None = None) -> Iterator[Tag]:
    """The tags that hold strings as lines of their own, each once, in order."""
    seen: set[int] = set()
    for text in strings:
        if not isinstance(text, NavigableString) or isinstance(text, PreformattedString) or not text.strip():
            continue
        for parent in islice(text.parents, 30):
            if is_block(parent) or parent.name in ("body", "form", "time"):
                break
        else:
            continue
        if id(parent) not in seen and not (title is not None and (parent is title or title in parent.parents)):
            seen.add(id(parent))
            yield parent


def _until_body(blocks: Iterable[Tag]) -> Iterator[Tag]:
    """Blocks as far as the first that reads like the text: long, or a sentence that ends."""
    for block in blocks:
        text = _own_text(_line_of(block))
        if len(text) > _BODY_CHARS or (len(text) > 30 and text.endswith((".", ";", "?", "!"))):
            return
        yield block


def _line_of(block: Tag) -> Tag:
    """The block itself, or what a ``<time>`` stands in."""
    return next((parent for parent in block.parents if is_block(parent)), block) if block.name == "time" else block


def _own_text(block: Tag) -> str:
    """A block's text without that of the blocks inside it; ``<br>`` breaks its lines."""
    parts: list[str] = []
    stack: list[object] = [block]
    while stack and len(parts) < 200:
        node = stack.pop()
        if isinstance(node, Tag):
            if node is block or not is_block(node):
                stack.extend(reversed(node.contents))
            else:
                parts.append("\n")
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parts.append(_BLANKS.sub(" ", node))
    return "".join(parts).strip()


def _stamp_of(block: Tag, *, bare: bool, alone: bool = False) -> str | None:
    """The day of a block that is a stamp and nothing else. bare: a date with its time of day counts; alone: one without, too."""
    if block.name == "time":
        return day_in(str(block.get("datetime") or block.get_text(" ")))
    return next(filter(None, (_stamp_in(text, bare=bare, alone=alone) for text in _own_text(block).split("\n"))), None)


def _heads_article(block: Tag) -> bool:
    """Whether a block above the title may be its stamp: of ``<time>``, one that shares a ``<header>`` or ``<article>`` with a heading."""
    head = block.find_parent(["header", "article"]) if block.name == "time" else block
    return head is block or (head is not None and head.find("h1") is not None)


def _stamp_in(text: str, *, bare: bool, alone: bool = False) -> str | None:
    folded = fold_aligned(normalise_line(text)).strip(" |-\x1a")
    if not 8 <= len(folded) <= _MAX_STAMP:
        return None
    byline = _BYLINE.match(folded)
    before = _BEFORE.match(folded, byline.end() if byline else 0)
    forms = (_DATE, _MONTH_FIRST, _ISO_DAY)
    found = next(filter(None, (form.match(folded, before.end()) for form in forms)), None) if before else None
    if not before or not found or not found.groupdict().get("day", "x") or not _BEHIND.fullmatch(folded, found.end()):
        return None
    words = folded[: found.start()] + folded[found.end() :]
    is_stamp = (alone and "thang" not in found[0]) or byline or _TIME_OF_DAY.search(words)
    said = before["said"] or (byline and byline[0].startswith(("dang", "nguoi dang", "posted")))
    return day_in(folded[found.start() :]) if said or (bare and is_stamp) else None


def _url_date(url: str) -> str | None:
    match = _URL_DATE.search(url)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    return f"{match[1]}-{int(match[2]):02d}" + (
        f"-{int(match[3]):02d}" if match[3] and 1 <= int(match[3]) <= 31 else ""
    )
