"""From words with their places to lines as a person reads them: columns of a head one after the other, rows of a table side by side, paragraphs joined.

The rules are those of official papers (Decree 30/2020/ND-CP, Appendix I; Guidance 36-HD/VPTW): a letterhead in two columns, a body set solid with its
first lines indented, a signature beside the recipients. All lengths are points from the top left of a page.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from crawler.papers.columns import blocks_of
from crawler.papers.margins import is_furniture, repeated_in, without_footnotes, without_stamps
from crawler.papers.paper import Line, Piece
from crawler.papers.straight import turned_back
from crawler.papers.words import PageWords, Row, Run, rows_of

_ITEM: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[IVX]{1,5}[.\-–]|[a-zđ]\)|[-–+*•●○▪]|Điều \d{1,3}\.|Chương [IVX\d]+|Mục \d{1,2}|Phần )\s?"
)


def read_lines(pages: Sequence[PageWords]) -> list[Line]:
    """The lines of all pages in the order in which they are read; footnotes at the end, page numbers and running heads left out."""
    by_page = {page.number: rows_of(page) for page in pages}
    furniture = repeated_in(by_page, {page.number: page for page in pages})
    lines: list[Line] = []
    notes: list[Line] = []
    tail: Row | None = None
    for page in pages:
        rows = without_stamps([row for row in by_page[page.number] if not is_furniture(row, page, furniture)])
        rows, footnotes = without_footnotes(rows, page)
        body = Body.of(rows, page)
        for block in blocks_of(rows, page):
            if not isinstance(block[0], Run):
                lines.extend(block)
                tail = None
                continue
            joins = tail is not None and bool(lines) and _goes_on(tail[0], block[0], body)
            if joins:
                lines[-1] = [*lines[-1], block[0].piece()]
            else:
                lines.append([block[0].piece()])
            tail = block
        notes.extend(_paragraphs(footnotes, Body.of(footnotes, page)))
    return _as_they_lean([*lines, *notes], pages)


def _as_they_lean(lines: list[Line], pages: Sequence[PageWords]) -> list[Line]:
    """Lines with their places on the pages as these are, not as they were turned to be read."""
    turned = {page.number: page for page in pages if page.lean}
    return [[_leaning(piece, turned) for piece in line] for line in lines] if turned else lines


def _leaning(piece: Piece, turned: Mapping[int, PageWords]) -> Piece:
    page = turned.get(piece.place.page) if piece.place else None
    if page is None or piece.place is None:
        return piece
    return Piece(piece.text, turned_back(piece.place, page.lean, page.width, page.height))


@dataclass(frozen=True, slots=True)
class Body:
    """The column that paragraphs are set in. height: of its lines, from one to the next."""

    left: float
    right: float
    size: float
    height: float

    @classmethod
    def of(cls, rows: Sequence[Row], page: PageWords) -> "Body":
        """The column of a page's long lines; the page's middle where there is none."""
        long = [row[0] for row in rows if len(row) == 1 and row[0].right - row[0].left > 0.5 * page.width]
        if not long:
            return cls(0.12 * page.width, 0.9 * page.width, 13.0, 18.0)
        left = sorted(run.left for run in long)[min(len(long) - 1, len(long) // 5)]
        edge = sorted(run.right for run in long)[int(0.85 * (len(long) - 1))]
        size = median(run.size for run in long)
        steps = [b.middle - a.middle for a, b in pairwise(long) if 0 < b.middle - a.middle < 3 * size]
        return cls(left, edge, size, median(steps) if steps else 1.4 * size)

    def centres(self, run: Run) -> bool:
        """Whether a run is set in the middle, away from both edges."""
        left, right = run.left - self.left, self.right - run.right
        return left > self.size and right > self.size and abs(left - right) < 2 * self.size


def _paragraphs(rows: Sequence[Row], body: Body) -> list[Line]:
    """Rows of one column as paragraphs."""
    lines: list[Line] = []
    before: Run | None = None
    for row in rows:
        run = row[0] if len(row) == 1 else Run(tuple(word for one in row for word in one.words))
        if before is not None and _goes_on(before, run, body):
            lines[-1] = [*lines[-1], run.piece()]
        else:
            lines.append([run.piece()])
        before = run
    return lines


def _goes_on(before: Run, run: Run, body: Body) -> bool:
    """Whether a line goes on with the paragraph of the one before it: that one is full, and this one begins at the edge, as no item does."""
    first = run.words[0]
    full = before.right + (first.right - first.left) + 0.2 * body.size > body.right - 0.6 * body.size
    at_edge = run.left <= body.left + 0.7 * body.size
    same_type = 0.8 < run.size / before.size < 1.25
    broken = before.text.endswith(("-", "/")) and not before.text.endswith((" -", "./", "./.-"))
    ended = before.text.endswith((".", ":", "./.")) and not full
    return (
        same_type
        and not ended
        and (full or broken)
        and at_edge
        and not body.centres(before)
        and not _ITEM.match(run.text)
    )
