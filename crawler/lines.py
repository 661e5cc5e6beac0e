"""The text of a block as lines, as a browser would show them: paragraphs, rows of cells, items with their ordinals, preformatted lines.

<ol type="I" start="2"><li>Cách làm     ->  II. Cách làm
<td>Một</td><td>Hai</td>                ->  Một | Hai
34-CT/TW<sup>1</sup>                    ->  34-CT/TW
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final

from bs4 import Tag
from bs4.element import PreformattedString

from crawler.ordinals import Ordinals

_BLOCKS: Final = frozenset(
    (
        "p div section article main header footer aside nav li ul ol table tbody thead tfoot caption tr td th h1 h2 h3 h4 h5 h6 hgroup blockquote"
        " br hr pre dl dt dd center figure figcaption form fieldset legend details summary address menu dialog"
    ).split()
)
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_BLANKS = re.compile(r"\s+")
_SUPER = re.compile(r"vertical-align\s*:\s*super")
_TO_NOTE = re.compile(r"[^#]{0,300}#_?(?:ftn|fn|footnote|note|cite_note|edn)[\w:-]{0,20}$")
_FOOTNOTE = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3}|[ivx]{1,4})[\])]?")
_UNIT = re.compile(r"(?:^|[\s\d.,/(])[kcdm]?m$")
_OWN_ORDINAL = re.compile(r"\s*(?:[-–•+*]\s|\d{1,3}(?:\.\d{1,3}){0,3}[.)/]\s|[a-zđA-ZĐ][.)]\s|[IVX]{1,5}[.)]\s)")
_BREAK: Final = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block. linked: how many of its characters are link."""

    text: str
    linked: int

    @property
    def is_link(self) -> bool:
        """Whether it is a link and little else."""
        return self.linked * 10 >= len(self.text) * 8


def lines_of(block: Tag) -> list[Line]:
    """The block's text, a line for each paragraph; cells of a table row stand side by side, items keep their numbers."""
    found = []
    for is_break, pieces in groupby(_walk(block), key=lambda piece: piece is _BREAK):
        parts = [] if is_break else [piece for piece in pieces if piece]
        text = " ".join("".join(text for text, _ in parts).split())
        if text.strip("-| "):
            linked = sum(len(" ".join(text.split())) for text, is_link in parts if is_link)
            found.append(Line(text.strip("| "), linked))
    return found


def is_block(tag: Tag) -> bool:
    """Whether a tag begins and ends a line of its own."""
    return tag.name in _BLOCKS


def _walk(block: Tag) -> Iterator[tuple[str, bool] | None]:
    """(text, whether it is in a link) in order; None where a line ends. No recursion."""
    divided = _divided(block)
    ordinals = Ordinals()
    before = ""
    stack: list[tuple[object, bool, bool]] = [(block, False, any(map(_is_pre, islice(block.parents, 20))))]
    while stack:
        node, in_link, pre = stack.pop()
        if node is _BREAK:
            before = ""
            yield _BREAK
        elif isinstance(node, str):
            if isinstance(node, PreformattedString):
                continue
            lines = re.split(r"\r\n|\n|\r", node) if pre else [node]
            for at, line in enumerate(lines):
                if at:
                    before = ""
                    yield _BREAK
                before = line.rstrip() or before
                yield _BLANKS.sub(" ", line), in_link
        elif isinstance(node, Tag):
            if _is_raised(node) and _is_footnote(node, before):
                continue
            cell = node.name in ("td", "th") and id(node) not in divided
            breaks = node.name in _BLOCKS and not cell
            in_link = in_link or (node.name == "a" and node.get("href") is not None)
            if breaks:
                before = ""
                yield _BREAK
                stack.append((_BREAK, in_link, pre))
            pre = pre or _is_pre(node)
            stack.extend((child, in_link, pre) for child in reversed(node.contents))
            if node.name == "li":
                marker = ordinals.marker(node)
                if not _OWN_ORDINAL.match(_first_words(node)):
                    yield marker, False
            elif cell and node.find_previous_sibling(["td", "th"]) is not None:
                yield " | ", False


def _is_pre(tag: Tag) -> bool:
    return tag.name in ("pre", "listing", "xmp") or bool(_PRE.search(str(tag.get("style") or "").lower()))


def _first_words(item: Tag) -> str:
    """The first text at or below an item; few steps, for lists are nested deeply on purpose."""
    node = item.next_element
    for _ in range(12):
        if node is None or (isinstance(node, str) and node.strip()):
            break
        node = node.next_element
    return str(node)[:20] if isinstance(node, str) else ""


def _is_raised(tag: Tag) -> bool:
    if tag.name == "a":
        return bool(_TO_NOTE.match(str(tag.get("href") or "")))
    return tag.name == "sup" or bool(_SUPER.search(str(tag.get("style") or "").lower()))


def _is_footnote(tag: Tag, before: str) -> bool:
    """Whether a raised mark refers to a note: not at the beginning of a line, not the square of a metre or a power of ten."""
    mark = tag.get_text().strip()
    if not mark or not before or not _FOOTNOTE.fullmatch(mark):
        return False
    power = mark.isdigit() and (_UNIT.search(before[-6:].lower()) or before.endswith("10"))
    return tag.name == "a" or tag.find("a") is not None or not power


def _divided(block: Tag) -> set[int]:
    """Ids of the tags that hold paragraphs or tables: a cell among them is no cell of a line."""
    found: set[int] = set()
    for tag in block.find_all(["p", "div", "table"]):
        for parent in tag.parents:
            if id(parent) in found:
                break
            found.add(id(parent))
    return found
