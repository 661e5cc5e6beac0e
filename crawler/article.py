"""The block of a page that holds its article, and the block's lines, each with how much of it is link.

The block with most running text outside of links wins (the idea of Arc90's Readability), found by going down from the body as long as one
child holds nearly all of it. Columns side by side are chosen between: by the title that one of them bears, by tag and class, by text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import PreformattedString

from corpus.text import fold_aligned

MIN_TEXT: Final = 180
"""Characters of running text below which there is no article."""

_NEVER: Final = (
    "script",
    "style",
    "noscript",
    "iframe",
    "svg",
    "button",
    "select",
    "template",
    "object",
    "textarea",
    "map",
)
_RARELY: Final = ("nav", "footer", "header", "aside", "form", "menu", "dialog")
_FURNITURE = re.compile(
    r"(?:^|[ _-])(?:menu|nav|navbar|topbar|footer|header|masthead|sidebar|bread|breadcrumbs?|relate|related|share|sharing|social|addthis|comments?|respond|widget"
    r"|banner|advert|ads|qc|quangcao|pagination|pager|paging|tags?|tagcloud|toolbar|tools|search|login|lien-?quan|tin-?lien-?quan|tin-?khac|bai-?khac"
    r"|other-?news|print|copyright|entry-meta|post-meta|article-info|asset-metadata|ratings?|byline|detail-time|news-date|phan-trang|author|hits"
    r"|view-?count|luot-?xem|views|marquee|popup|modal|hidden|hide|visually-hidden|sr-only|skip-link|thong-ke|counter)(?:$|[ _-])"
)
_MAIN = re.compile(
    r"(?:^|[ _-])(?:article|content|noi-?dung|chi-?tiet|detail|details|main|body|entry|post|news|journal|van-?ban)(?:$|[ _-])"
)
_SIDE = re.compile(
    r"(?:^|[ _-])(?:left|right|side|aside|box|module|widget|block|list|danh-?sach|thong-?bao|moi|hot)(?:$|[ _-])"
)
_COLUMN = re.compile(
    r"(?:^|[ _-])(?:col|column|span|grid|left|right|center|middle|main|content|side|cot)(?:$|[ _-]|\d)"
)
# Số: 45/KH-LMHTX · Số ký hiệu
_HEAD = re.compile(
    r"(?<![a-z0-9/])so(?: ky hieu| hieu|[ *]{0,3}[:.]?[ *]{0,3}\d{1,6}[a-z]?(?:/\d{4})?[ ]{0,2}[-/][ ]{0,2}[a-z])"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BLOCKS: Final = frozenset(
    "p div section article li ul ol table tbody tr td th h1 h2 h3 h4 h5 h6 blockquote br hr pre dl dt dd center main figure figcaption form fieldset".split()
)
_CONTAINERS: Final = frozenset(
    "body form article main div td section center table tbody tr fieldset font span blockquote".split()
)
_NEARLY_ALL: Final = 0.9
_MOST_ROWS: Final = 0.6
_TOO_MUCH: Final = 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block. linked: how many of its characters are link."""

    text: str
    linked: int

    @property
    def is_link(self) -> bool:
        """Whether it is a link and little else."""
        return self.linked * 10 >= len(self.text) * 8


class _Weights:
    """How much text every tag of a page holds, and how much of it is link."""

    def __init__(self, root: Tag) -> None:
        self._of: dict[int, tuple[int, int]] = {}
        self._weigh(root)

    def _weigh(self, root: Tag) -> None:
        """Each tag after all that it holds; no recursion, for pages are nested deeply on purpose."""
        tags = [root, *root.find_all(True)]
        for tag in reversed(tags):
            text = linked = 0
            for child in tag.children:
                if isinstance(child, Tag):
                    inner = self._of.get(id(child), (0, 0))
                    text, linked = text + inner[0], linked + inner[1]
                elif not isinstance(child, PreformattedString):
                    text += len(" ".join(str(child).split()))
            is_link = tag.name == "a" and tag.get("href") is not None
            teaser = tag.name == "li" and (linked * 3 >= text or (linked > 0 and _begins_with_link(tag)))
            self._of[id(tag)] = (text, text if is_link or teaser else linked)

    def value(self, tag: Tag) -> int:
        """Characters of running text, those in links and teasers not counted."""
        text, linked = self._of.get(id(tag), (0, 0))
        return text - linked

    def text(self, tag: Tag) -> int:
        """Characters of text, links included."""
        return self._of.get(id(tag), (0, 0))[0]


def find_article(soup: BeautifulSoup, title_tag: Tag | None = None) -> Tag | None:
    """The block that holds the article; None when there is too little text. Takes out of the page what is never part of one."""
    root = soup.body or soup
    _strip(root)
    weights = _Weights(root)
    if weights.value(root) < MIN_TEXT:
        return None
    title = title_tag if title_tag is not None and not _is_gone(title_tag) else None
    block: Tag = root
    while (inner := _inner(block, weights, title)) is not None:
        block = inner
    return block


def _begins_with_link(item: Tag) -> bool:
    """Whether a list's item is a teaser: its link comes first."""
    first = next((child for child in item.children if isinstance(child, Tag) or str(child).strip()), None)
    return isinstance(first, Tag) and (first.name == "a" or first.find("a", recursive=False) is not None)


def _is_gone(tag: Tag) -> bool:
    """Whether a tag was taken out. Not `Tag.decomposed`, which searches all below a tag that was not."""
    return "_decomposed" in vars(tag)


def _names(tag: Tag) -> str:
    words = [*(tag.get("class") or ()), str(tag.get("id") or ""), str(tag.get("role") or "")]
    return _CAMEL.sub("-", " ".join(words)).lower()


def _strip(root: Tag) -> None:
    """Take out scripts, menus, boxes of links; a tag with furniture's name that holds much of the page is the page, and stays."""
    for tag in root.find_all(_NEVER):
        tag.decompose()
    for comment in root.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    weights = _Weights(root)
    much = weights.text(root) * _TOO_MUCH
    for tag in root.find_all(True):
        if _is_gone(tag) or tag.name in ("html", "body"):
            continue
        unseen = tag.get("hidden") is not None or "display:none" in str(tag.get("style") or "").replace(" ", "").lower()
        named = tag.name in _RARELY or (tag.name not in ("article", "main") and _FURNITURE.search(_names(tag)))
        if unseen or (named and weights.text(tag) <= much):
            tag.decompose()


def _inner(block: Tag, weights: _Weights, title: Tag | None) -> Tag | None:
    """The child to go down to; None when the block itself is the article."""
    children = [child for child in block.children if isinstance(child, Tag) and weights.value(child) > 0]
    if not children:
        return None
    top = max(children, key=weights.value)
    enough = _NEARLY_ALL if top.name != "tr" else _MOST_ROWS
    if (
        top.name in _CONTAINERS
        and weights.value(top) >= enough * weights.value(block)
        and not _bears_head(children, top)
    ):
        return top
    large = [child for child in children if child.name in _CONTAINERS and weights.value(child) >= MIN_TEXT]
    articles = [child for child in large if child.name == "article"]
    if len(articles) == 1:
        return articles[0]
    titled = [child for child in large if title is not None and (child is title or child in title.parents)]
    if titled and weights.value(titled[0]) * 3 >= weights.value(block):
        return titled[0]
    columns = [child for child in large if child.name == "td" or _COLUMN.search(_names(child))]
    together = sum(weights.value(child) for child in columns)
    if len(columns) > 1 and together >= _NEARLY_ALL * weights.value(block):
        return max(columns, key=lambda child: weights.value(child) ** 2 / weights.text(child) * _favour(child))
    return None


def _bears_head(children: list[Tag], top: Tag) -> bool:
    """Whether the head of an official document stands beside its text and would be left behind."""
    return any(_HEAD.search(fold_aligned(child.get_text(" ")[:1500])) for child in children if child is not top)


def _favour(tag: Tag) -> float:
    names = _names(tag)
    return (1.5 if tag.name in ("article", "main") or _MAIN.search(names) else 1.0) * (
        0.5 if _SIDE.search(names) else 1.0
    )


def lines_of(block: Tag) -> list[Line]:
    """The block's text, a line for each paragraph; cells of a table row stand side by side, items keep their numbers."""
    found = []
    for is_break, pieces in groupby(_walk(block), key=lambda piece: piece is None):
        parts = [] if is_break else [piece for piece in pieces if piece]
        text = " ".join("".join(text for text, _ in parts).split())
        if text.strip("-| "):
            linked = sum(len(" ".join(text.split())) for text, is_link in parts if is_link)
            found.append(Line(text.strip("| "), linked))
    return found


def _walk(block: Tag) -> Iterator[tuple[str, bool] | None]:
    """(text, whether it is in a link) in order; None where a line ends. No recursion."""
    divided = _divided(block)
    items: dict[int, int] = {}
    stack: list[tuple[object, bool]] = [(block, False)]
    while stack:
        node, in_link = stack.pop()
        if node is None:
            yield None
        elif isinstance(node, str) and not isinstance(node, PreformattedString):
            yield re.sub(r"\s+", " ", str(node)), in_link
        elif isinstance(node, Tag):
            cell = node.name in ("td", "th") and id(node) not in divided
            breaks = node.name in _BLOCKS and not cell
            in_link = in_link or (node.name == "a" and node.get("href") is not None)
            if breaks:
                yield None
                stack.append((None, in_link))
            stack.extend((child, in_link) for child in reversed(node.contents))
            if node.name == "li":
                items[id(node.parent)] = items.get(id(node.parent), -1) + 1
                yield _marker(node.parent, items[id(node.parent)]), False
            elif cell and node.find_previous_sibling(["td", "th"]) is not None:
                yield " | ", False


def _divided(block: Tag) -> set[int]:
    """Ids of the tags that hold paragraphs or tables: a cell among them is no cell of a line."""
    found: set[int] = set()
    for tag in block.find_all(["p", "div", "table"]):
        for parent in tag.parents:
            if id(parent) in found:
                break
            found.add(id(parent))
    return found


def _marker(parent: Tag | None, before: int) -> str:
    """What a browser shows in front of a list's item: ``1. ``, ``a) ``, ``- ``. before: how many items stand before it."""
    if parent is None or parent.name != "ol" or "none" in str(parent.get("style") or ""):
        return "- "
    start = str(parent.get("start") or "1")
    number = (int(start) if start.isdecimal() and len(start) < 6 else 1) + before
    if str(parent.get("type") or "") in ("a", "A") and number <= 26:
        return f"{chr(ord(str(parent['type'])) + number - 1)}) "
    return f"{number}. "
