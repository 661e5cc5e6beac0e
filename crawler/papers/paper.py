"""What is read of a file: its text, normalised as the store keeps it, with page and box of each piece where the format has pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from corpus.text import normalise, normalise_line

Format = Literal["pdf", "docx", "doc", "rtf", "odt", "image", "html", "txt"]
Finding = Literal["needs-ocr", "ocr", "broken-layer", "cut"]
"""``needs-ocr``: it is a scan and nothing here reads scans. ``ocr``: read from a picture. ``broken-layer``: its own text layer was worthless. ``cut``: longer than what is read."""
MAX_PAGES: Final = 400
PageRead = Callable[[], None]
"""Called after each page that was read, for who waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Code points [start, end) of the text stand on a page (from 1) in a rectangle: left, top, right, bottom, in points (1/72 inch) from its top left."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file as it was read. boxes: in the order of the text; none for formats without pages."""

    format: Format
    text: str
    pages: tuple[PageSize, ...] = ()
    boxes: tuple[Box, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a piece of text stands: page (from 1), left, top, right, bottom."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words on one line, with its place on the page, if there is one."""

    text: str
    place: Place | None = None


Line = Sequence[Piece]
"""Pieces that become one line (a paragraph) of the text, joined as they were broken."""


@dataclass(slots=True)
class _Writer:
    parts: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    at: int = 0

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def piece(self, piece: Piece, text: str) -> None:
        if piece.place and text:
            where = piece.place
            self.boxes.append(
                Box(
                    start=self.at,
                    end=self.at + len(text),
                    page=where.page,
                    left=where.left,
                    top=where.top,
                    right=where.right,
                    bottom=where.bottom,
                )
            )
        self.add(text)


def joint(before: str, after: str) -> str:
    """What stands between two pieces that a line break parted: a blank, or nothing inside a number or a name that was broken at its hyphen.

    >>> joint("Nghị định 98/2018/NĐ-", "CP"), joint("số", "98/2023/NĐ-CP"), joint("21/2024/", "NQ-HĐND")
    ('', ' ', '')
    """
    last, first = before.rsplit(maxsplit=1)[-1:], after.split(maxsplit=1)[:1]
    if not last or not first:
        return ""
    word, following = last[0], first[0]
    broken = word.endswith(("-", "/")) and len(word) > 1 and (any(map(str.isdigit, word)) or word[:-1].isupper())
    goes_on = following.startswith(("-", "/")) and len(following) > 1 and word[-1:].isalnum() and following[1].isalnum()
    return "" if (broken and following[0].isalnum()) or goes_on else " "


def assemble(
    format: Format, lines: Iterable[Line], pages: Sequence[PageSize] = (), findings: Iterable[Finding] = ()
) -> Paper:
    """A paper from its lines. Pieces keep their places while the text is put into the form that the store keeps."""
    writer = _Writer()
    for line in lines:
        begun = False
        for piece in line:
            text = normalise_line(piece.text)
            if not text:
                continue
            if begun:
                writer.add(joint(writer.parts[-1], text))
            elif writer.at:
                writer.add("\n")
            writer.piece(piece, text)
            begun = True
    text = "".join(writer.parts)
    settled = normalise(text)
    boxes = writer.boxes if settled == text else _moved(writer.boxes, text, settled)
    return Paper(
        format=format, text=settled, pages=tuple(pages), boxes=tuple(boxes), findings=tuple(dict.fromkeys(findings))
    )


def _moved(boxes: Sequence[Box], text: str, settled: str) -> list[Box]:
    """Boxes after the text was put into its final form: each piece is looked for from where the one before it ended."""
    found: list[Box] = []
    at = 0
    for box in boxes:
        piece = text[box.start : box.end]
        start = settled.find(piece, at)
        if start < 0:
            continue
        at = start + len(piece)
        found.append(
            Box(start=start, end=at, page=box.page, left=box.left, top=box.top, right=box.right, bottom=box.bottom)
        )
    return found
