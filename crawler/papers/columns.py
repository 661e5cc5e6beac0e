"""Regions of a page that stand in several columns: a letterhead or a signature, read column by column, and tables, read row by row."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.text import fold
from crawler.papers.paper import Line, Piece
from crawler.papers.words import PageWords, Row, Rule, Run

_LETTERHEAD: Final = re.compile(
    r"cong hoa xa hoi|dang cong san|doc lap tu do|doan tncs|cong doan viet nam|mat tran to quoc"
)
_SIGNATURE: Final = re.compile(r"noi nhan")
_ADDRESSEE: Final = re.compile(r"kinh gui")

Block = Row | list[Line]
"""A row of one run, or the lines of a region."""


def blocks_of(rows: Sequence[Row], page: PageWords) -> Iterator[Block]:
    """A page's single rows, and its regions of several columns as lines."""
    at = 0
    while at < len(rows):
        if len(rows[at]) == 1 and not _begins_head(rows, at, page):
            yield rows[at]
            at += 1
            continue
        end = _region_end(rows, at, page)
        region = rows[at:end]
        columns = _columns(region)
        if len(columns) < 2:
            yield list(_one_by_one(region))
        elif _is_table(region, page):
            yield _table(region, columns, page)
        else:
            yield _side_by_side(region, columns)
        at = end


def _one_by_one(region: Sequence[Row]) -> Iterator[Line]:
    for row in region:
        yield [run.piece() for run in row]


def _begins_head(rows: Sequence[Row], at: int, page: PageWords) -> bool:
    """Whether a single run begins a letterhead whose two columns stand at different heights."""
    run = rows[at][0]
    if page.number != 1 or at > 1 or run.top > 0.25 * page.height or at + 1 >= len(rows):
        return False
    return _aside(run, page) and any(len(row) > 1 for row in rows[at + 1 : at + 3])


def _aside(run: Run, page: PageWords) -> bool:
    """Whether a run stands wholly on one side of the page."""
    return run.right < 0.55 * page.width or run.left > 0.45 * page.width


def _region_end(rows: Sequence[Row], start: int, page: PageWords) -> int:
    """Behind the last row that belongs to the columns which a row begins."""
    at = start + 1
    last = start
    boxed = _lowest_rule(rows[start], page)
    while at < len(rows):
        row, before = rows[at], rows[at - 1]
        gap = min(run.top for run in row) - max(run.bottom for run in before)
        tall = max(run.bottom - run.top for run in row)
        inside = boxed is not None and max(run.middle for run in row) < boxed
        if _ADDRESSEE.match(fold(row[0].text)):
            break
        if not inside:
            if gap > 3.5 * tall and not _is_signature(rows[start : at + 1]):
                break
            columns = _columns(rows[start : at + 1])
            if len(columns) < 2 or (len(row) == 1 and _is_centred(row[0], page) and gap > 0.3 * tall):
                break
            if len(row) == 1 and not _aside(row[0], page) and len(_columns(rows[start:at])) >= 2:
                break
        if len(row) > 1 or inside:
            last = at
        elif at - last > 12 and not _is_signature(rows[start : at + 1]):
            break
        at += 1
    end = at
    # Single rows at the end belong to the region while they stand aside.
    while end > last + 1 and not _aside(rows[end - 1][0], page):
        end -= 1
    return end


def _lowest_rule(row: Row, page: PageWords) -> float | None:
    """The lower edge of the table that is drawn around a row; None where none is. The rule above a footnote is no table's."""
    top = min(run.top for run in row)
    level = [rule for rule in page.rules if rule.is_level]
    above = [rule for rule in level if top - 2.5 * row[0].size < rule.top <= top + 2]
    if not above:
        return None
    left = min(rule.left for rule in above)
    walls = [wall for wall in page.rules if not wall.is_level and wall.top < row[0].middle < wall.bottom]
    if walls:
        return max(_foot_of(wall, page) for wall in walls)
    below = sorted(rule.top for rule in level if rule.top > top and abs(rule.left - left) < 5)
    return below[-1] if len(below) > 1 else None


def _foot_of(wall: Rule, page: PageWords) -> float:
    """Where an upright line ends that may be drawn in pieces, a piece a row."""
    foot = wall.bottom
    pieces = sorted(
        (one for one in page.rules if not one.is_level and abs(one.left - wall.left) < 2), key=lambda one: one.top
    )
    for one in pieces:
        if one.top <= foot + 3 and one.bottom > foot:
            foot = one.bottom
    return foot


def _is_centred(run: Run, page: PageWords) -> bool:
    return (
        abs((run.left + run.right) / 2 - page.width / 2) < 0.05 * page.width
        and run.right - run.left < 0.75 * page.width
    )


def _is_signature(rows: Sequence[Row]) -> bool:
    return any(_SIGNATURE.fullmatch(fold(run.text)) for row in rows for run in row)


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Stretches of the width that no run of the rows leaves: the columns, from left to right."""
    spans = sorted((run.left, run.right) for row in rows for run in row)
    found: list[tuple[float, float]] = []
    for left, right in spans:
        if found and left <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _is_table(region: Sequence[Row], page: PageWords) -> bool:
    """Whether columns are a table's: lines are drawn around its rows, or it is no letterhead, no signature and has several full rows."""
    if _LETTERHEAD.search(" ".join(fold(run.text) for row in region for run in row)) or _is_signature(region):
        return False
    top, bottom = min(run.top for run in region[0]), max(run.bottom for run in region[-1])
    drawn = [rule for rule in page.rules if rule.is_level and top - 20 < rule.top < bottom + 20]
    return len(drawn) >= 2 or sum(len(row) > 1 for row in region) >= 2


def _side_by_side(region: Sequence[Row], columns: Sequence[tuple[float, float]]) -> list[Line]:
    """Columns of a letterhead or a signature: each from top to bottom, one after the other; what stands to the right of the left one is one column."""
    left: list[Line] = []
    right: list[Line] = []
    edge = columns[0][1]
    for row in region:
        ours = [run for run in row if run.left <= edge]
        theirs = [run for run in row if run.left > edge]
        if ours:
            left.append([run.piece() for run in ours])
        if theirs:
            right.append([run.piece() for run in theirs])
    return left + right


def _table(region: Sequence[Row], columns: Sequence[tuple[float, float]], page: PageWords) -> list[Line]:
    """Rows of a table, each a line, its cells parted by ``|``; lines inside a cell joined."""
    lines: list[Line] = []
    for group in _table_rows(region, columns, page):
        cells: list[list[Piece]] = [[] for _ in columns]
        for row in group:
            for run in row:
                cells[_column_of(run, columns)].append(run.piece())
        line: list[Piece] = []
        for cell in cells:
            if cell and line:
                line.append(Piece("|"))
            line.extend(cell)
        lines.append(line)
    return lines


def _column_of(run: Run, columns: Sequence[tuple[float, float]]) -> int:
    return next((at for at, (left, right) in enumerate(columns) if left - 1 <= run.left <= right), len(columns) - 1)


def _table_rows(region: Sequence[Row], columns: Sequence[tuple[float, float]], page: PageWords) -> Iterator[list[Row]]:
    """Rows of text that are one row of the table: between two drawn lines, else from one cell of the first column to the next."""
    level = sorted(
        {round(rule.top, 1) for rule in page.rules if rule.is_level and rule.right - rule.left > 0.05 * page.width}
    )
    group: list[Row] = []
    before: float | None = None
    for row in region:
        middle = max(run.middle for run in row)
        if group and before is not None:
            parted = any(before < y < middle for y in level)
            begins = not level and _column_of(row[0], columns) == 0
            if parted or begins:
                yield group
                group = []
        group.append(row)
        before = middle
    if group:
        yield group
