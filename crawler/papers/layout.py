"""From words with their places to lines as a person reads them: columns of a head one after the other, rows of a table side by side, paragraphs joined.

The rules are those of official papers (Decree 30/2020/ND-CP, Appendix I; Guidance 36-HD/VPTW): a letterhead in two columns, a body set solid with its
first lines indented, a signature beside the recipients. All lengths are points from the top left of a page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from corpus.text import fold
from crawler.papers.paper import Line, Piece, Place

_PART: Final = 1.6
"""Blank between two runs of one line, in type sizes, from which on they are two columns."""
_HEAD: Final = 0.45
_SMALL: Final = 0.85
_PAGE_NUMBER: Final = re.compile(r"(?:trang )?[-–]?\s?\d{1,4}\s?[-–]?(?:\s?/\s?\d{1,4})?", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(r"\d{1,2}\s?\D")
_ITEM: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[IVX]{1,5}[.\-–]|[a-zđ]\)|[-–+*•●○▪]|Điều \d{1,3}\.|Chương [IVX\d]+|Mục \d{1,2}|Phần )\s?"
)
_LETTERHEAD: Final = re.compile(
    r"cong hoa xa hoi|dang cong san|doc lap tu do|doan tncs|cong doan viet nam|mat tran to quoc"
)
_SIGNATURE: Final = re.compile(r"noi nhan")
_ADDRESSEE: Final = re.compile(r"kinh gui")
_STAMP: Final = re.compile(
    r"(?:nguoi ky|ky boi|ky so boi|ngay ky|thoi gian ky|email|co quan|to chuc) .{0,80}(?:\d\d:\d\d|@)|(?:nguoi ky|ky boi|ky so boi) |ngay ky \d"
)
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
    """A page's words and drawn lines, and its width and height."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()


def read_lines(pages: Sequence[PageWords]) -> list[Line]:
    """The lines of all pages in the order in which they are read; footnotes at the end, page numbers and running heads left out."""
    by_page = {page.number: rows_of(page) for page in pages}
    furniture = _repeated(by_page, {page.number: page for page in pages})
    lines: list[Line] = []
    notes: list[Line] = []
    tail: Row | None = None
    for page in pages:
        rows = [kept for row in by_page[page.number] if not _is_furniture(row, page, furniture) and (kept := _without_stamp(row))]
        rows, footnotes = _without_footnotes(rows, page)
        body = Body.of(rows, page)
        for block in _blocks(rows, page, body):
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
    return lines + notes


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
        steps = [b.middle - a.middle for a, b in zip(long, long[1:]) if 0 < b.middle - a.middle < 3 * size]  # noqa: B905 - pairs
        return cls(left, edge, size, median(steps) if steps else 1.4 * size)

    def centres(self, run: Run) -> bool:
        """Whether a run is set in the middle, away from both edges."""
        left, right = run.left - self.left, self.right - run.right
        return left > self.size and right > self.size and abs(left - right) < 2 * self.size


Block = Row | list[Line]


def _blocks(rows: Sequence[Row], page: PageWords, body: Body) -> Iterator[Row | list[Line]]:
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
            yield [[run.piece() for run in row] for row in region]
        elif _is_table(region, page):
            yield _table(region, columns, page)
        else:
            yield _side_by_side(region, columns)
        at = end


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
    last = start if len(rows[start]) > 1 else start
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


def _repeated(by_page: dict[int, list[Row]], pages: dict[int, PageWords]) -> frozenset[str]:
    """What stands at the edge of most pages, digits apart: running heads and feet."""
    if len(by_page) < 2:
        return frozenset()
    counts: Counter[str] = Counter()
    for number, rows in by_page.items():
        edge = {_masked(row) for row in rows if _at_edge(row, pages[number])}
        counts.update(edge)
    needed = max(2, (len(by_page) + 1) // 2)
    return frozenset(text for text, count in counts.items() if count >= needed)


def _masked(row: Row) -> str:
    return re.sub(r"\d+", "0", fold(" ".join(run.text for run in row)))


def _at_edge(row: Row, page: PageWords) -> bool:
    return row[0].bottom < 0.09 * page.height or row[0].top > 0.91 * page.height


def _is_furniture(row: Row, page: PageWords, repeated: frozenset[str]) -> bool:
    """Whether a row is a page's number, or its running head or foot."""
    text = " ".join(run.text for run in row)
    edge = row[0].bottom < 0.12 * page.height or row[0].top > 0.9 * page.height
    if edge and len(row) == 1 and _PAGE_NUMBER.fullmatch(text):
        return True
    return _at_edge(row, page) and _masked(row) in repeated


def _without_stamp(row: Row) -> Row:
    """A row without the lines of a digital signature's stamp: its day is not the paper's."""
    return [run for run in row if not _STAMP.match(fold(run.text))]


def _without_footnotes(rows: list[Row], page: PageWords) -> tuple[list[Row], list[Row]]:
    """A page's rows, and those of its footnotes: in smaller type at its foot, the first with its number."""
    sizes = [run.size for row in rows for run in row]
    if not sizes:
        return rows, []
    usual = median(sizes)
    at = len(rows)
    while at > 0 and rows[at - 1][0].top > 0.4 * page.height and rows[at - 1][0].size <= _SMALL * usual:
        at -= 1
    while at < len(rows) and not _FOOTNOTE.match(rows[at][0].text):
        at += 1
    return rows[:at], rows[at:]
