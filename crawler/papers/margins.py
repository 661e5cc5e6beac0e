"""What stands on a page and is not its text: page numbers, running heads and feet, the stamp of a digital signature; and footnotes, which are read last."""

import re
from collections import Counter
from statistics import median
from typing import Final

from corpus.text import fold
from crawler.papers.words import PageWords, Row

_SMALL: Final = 0.85
_PAGE_NUMBER: Final = re.compile(r"(?:trang )?[-–]?\s?\d{1,4}\s?[-–]?(?:\s?/\s?\d{1,4})?", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(r"\d{1,2}\s?\D")
_STAMP: Final = re.compile(
    r"(?:nguoi ky|ky boi|ky so boi|ngay ky|thoi gian ky|email|co quan|to chuc) .{0,80}(?:\d\d:\d\d|@)|(?:nguoi ky|ky boi|ky so boi) |ngay ky \d"
)
_STAMPED: Final = re.compile(r"(?:co quan|to chuc|don vi|chuc vu|email|ngay ky|thoi gian ky|ly do|dia diem) ")


def repeated_in(by_page: dict[int, list[Row]], pages: dict[int, PageWords]) -> frozenset[str]:
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


def is_furniture(row: Row, page: PageWords, repeated: frozenset[str]) -> bool:
    """Whether a row is a page's number, or its running head or foot."""
    text = " ".join(run.text for run in row)
    edge = row[0].bottom < 0.12 * page.height or row[0].top > 0.9 * page.height
    if edge and len(row) == 1 and _PAGE_NUMBER.fullmatch(text):
        return True
    return _at_edge(row, page) and _masked(row) in repeated


def without_stamps(rows: list[Row]) -> list[Row]:
    """Rows without the stamps of digital signatures, whose day is not the paper's: the line that says who signed, and those right below that go on."""
    kept: list[Row] = []
    below = 0.0
    for row in rows:
        left = [run for run in row if not _STAMP.match(fold(run.text))]
        if len(left) < len(row):
            below = max(run.bottom for run in row)
        elif below and row[0].top - below < 1.5 * (row[0].bottom - row[0].top):
            left = [run for run in left if not _STAMPED.match(fold(run.text))]
            below = max(run.bottom for run in row) if len(left) < len(row) else 0.0
        if left:
            kept.append(left)
    return kept


def without_footnotes(rows: list[Row], page: PageWords) -> tuple[list[Row], list[Row]]:
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
