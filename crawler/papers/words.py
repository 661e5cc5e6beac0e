"""Words with their places on a page, and the rows and runs that they stand in. All lengths are points from the top left of a page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from crawler.papers.paper import Piece, Place

_PART: Final = 1.6
"""Blank between two runs of one line, in type sizes, from which on they are two columns."""
_PARTED: Final = re.compile(r" ([;,.])(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page (from 1): left, top, right, bottom, size of its type."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn on a page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left > self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Run:
    """Words side by side on one line, with no wide blank between them."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """What it says; a sign that a footnote's number parted from its word is put back."""
        return _PARTED.sub(r"\1", " ".join(word.text for word in self.words))

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """Its type."""
        return median(word.size for word in self.words)

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    def piece(self) -> Piece:
        """It with its place."""
        where = Place(page=self.words[0].page, left=self.left, top=self.top, right=self.right, bottom=self.bottom)
        return Piece(self.text, where)


Row = list[Run]
"""Runs of one height, from left to right."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page's words and drawn lines, and its width and height. lean: by how many degrees it was turned to stand straight, against the clock."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    lean: float = 0.0


def rows_of(page: PageWords) -> list[Row]:
    """Rows of a page from top to bottom."""
    walls = [rule for rule in page.rules if not rule.is_level]
    runs = list(_runs(page.words, walls))
    runs.sort(key=lambda run: (run.middle, run.left))
    rows: list[Row] = []
    for run in runs:
        row = rows[-1] if rows else None
        if row and _level(row, run):
            row.append(run)
        else:
            rows.append([run])
    return [_merged(sorted(row, key=lambda run: run.left), walls) for row in rows]


def _level(row: Row, run: Run) -> bool:
    """Whether a run stands on the height of a row."""
    first = row[-1]
    overlap = min(first.bottom, run.bottom) - max(first.top, run.top)
    return overlap > 0.5 * min(first.bottom - first.top, run.bottom - run.top)


def _runs(words: Iterable[Word], walls: Sequence[Rule]) -> Iterator[Run]:
    """Words as they follow each other on one line, without a wide blank or a drawn line between them."""
    group: list[Word] = []
    for word in words:
        if group and (not _follows(group[-1], word) or _walled(group[-1].right, word.left, word, walls)):
            yield Run(tuple(group))
            group = []
        group.append(word)
    if group:
        yield Run(tuple(group))


def _follows(before: Word, word: Word) -> bool:
    height = max(before.bottom - before.top, word.bottom - word.top, 1.0)
    level = abs((before.top + before.bottom) - (word.top + word.bottom)) / 2 < 0.5 * height
    gap = word.left - before.right
    return level and -0.5 * height <= gap <= _PART * max(before.size, word.size, 6.0)


def _walled(left: float, right: float, at: Word | Run, walls: Sequence[Rule]) -> bool:
    """Whether a line is drawn between two pieces of text."""
    middle = (at.top + at.bottom) / 2
    return any(left - 2 <= wall.left <= right + 2 and wall.top <= middle <= wall.bottom for wall in walls)


def _merged(row: Row, walls: Sequence[Rule]) -> Row:
    """Runs of a row that a reader sees as one: those between which there is no wide blank and no drawn line."""
    found: Row = []
    for run in row:
        near = found and run.left - found[-1].right <= _PART * max(found[-1].size, run.size, 6.0)
        if near and not _walled(found[-1].right, run.left, run, walls):
            found[-1] = Run((*found[-1].words, *run.words))
        else:
            found.append(run)
    return found
