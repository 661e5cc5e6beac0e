"""Tables of office papers as lines: one that only sets a letterhead or a signature in columns is read column by column, every other by its rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.text import fold
from crawler.papers.paper import Line, Piece

Cell = list[str]
"""The lines of a cell."""
_LAYOUT: Final = re.compile(
    r"cong hoa xa hoi|dang cong san viet nam|doc lap tu do|^doan tncs|^noi nhan\b|kinh gui|^(?:t ?m|k ?t|t ?l|tuq) [a-z]",
    re.MULTILINE,
)
_MOST_ROWS: Final = 10
_TABS = re.compile(r" ?\t[\t ]*")


def lines_of_table(rows: Sequence[Sequence[Cell]]) -> list[Line]:
    """Lines of a table: a row each, cells parted by ``|``, or the columns of a layout one after the other."""
    filled = [row for row in rows if any(cell for cell in row)]
    if is_layout(filled):
        return [[Piece(line)] for column in _columns(filled) for cell in column for line in cell]
    lines: list[Line] = []
    for row in filled:
        if len(row) == 1:
            lines.extend([Piece(line)] for line in row[0])
        else:
            lines.append([Piece(" | ".join(" ".join(cell) for cell in row))])
    return lines


def lines_of_text(lines: Iterable[str]) -> Iterator[Line]:
    """Lines of a text in which tabs may set a letterhead or a signature in columns."""
    rows: list[list[Cell]] = []
    for line in lines:
        cells = [part.strip() for part in _TABS.split(line.strip("\t "))]
        if len(cells) in (2, 3) and all(cells):
            rows.append([[cell] for cell in cells])
            continue
        yield from _tabbed(rows)
        rows = []
        yield [Piece(line)]
    yield from _tabbed(rows)


def _tabbed(rows: list[list[Cell]]) -> list[Line]:
    if is_layout(rows):
        return lines_of_table(rows)
    return [[Piece(" ".join(line for cell in row for line in cell))] for row in rows]


def is_layout(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table of two or three columns and few rows only puts a letterhead or a signature side by side."""
    if not rows or len(rows) > _MOST_ROWS or not 1 < max(map(len, rows)) <= 3:
        return False
    told = "\n".join(fold(line) for row in rows for cell in row for line in cell)
    return bool(_LAYOUT.search(told))


def _columns(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    widest = max(map(len, rows))
    return [[row[at] for row in rows if at < len(row)] for at in range(widest)]
