"""A long text in parts, each small enough for one page: cut between paragraphs, and inside one only where it alone is too much."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, TypedDict

from indexer.documents.notice_rows import StoredCitationRow
from webapp.passages import Cited, Paragraph, paragraphs_with_links

PART: Final = 120_000
"""What a page carries, in code points and their like."""
MAX_CANDIDATES: Final = 6
"""Of the documents that a citation may mean, those that a note names."""
_PER_PARAGRAPH: Final = 60
_PER_NOTE: Final = 300
_PER_CANDIDATE: Final = 100
_STRETCH: Final = 4000
"""Code points of a paragraph without a citation after which it may be cut, at a blank if there is one."""
FIRST_AT_LEAST: Final = 600
"""Code points that the first part of a longer text always has: fewer notes fill a page than so many letters can hold."""

Span = tuple[int, int]


class Part(TypedDict):
    """One part of a text. page: which one this is, from 1. starts: where each part begins."""

    paragraphs: list[Paragraph]
    page: int
    starts: list[int]


def part_of(payload: Cited, at: int, size: int = PART) -> Part:
    """The part of a text that holds a code point."""
    bounds = list(parts(payload, size))
    starts = [start for start, _ in bounds]
    page = max(1, bisect_left(starts, at + 1))
    return {"paragraphs": paragraphs_with_links(payload, *bounds[page - 1]), "page": page, "starts": starts}


def parts(payload: Cited, size: int = PART) -> Iterator[Span]:
    """[start, end) of each part of a text, one for most texts. No citation is cut."""
    text = payload["text"]
    citations: Sequence[StoredCitationRow] = payload["citations"]
    rows = sorted(citations, key=lambda row: row["start"])
    begin, weight = 0, 0
    for low, more in _units(text, rows, size):
        if weight and weight + more > size:
            yield begin, low
            begin, weight = low, 0
        weight += more
    yield begin, len(text)


def _units(text: str, rows: Sequence[StoredCitationRow], size: int) -> Iterator[tuple[int, int]]:
    """Where each piece begins before which a text may be cut, with its weight."""
    low, at = 0, 0
    for line in text.split("\n"):
        high = low + len(line) + 1
        first = at
        while at < len(rows) and rows[at]["start"] < high:
            at += 1
        inside = rows[first:at]
        shown = any(map(str.isalnum, line))
        weight = high - low + (_PER_PARAGRAPH if shown else 0) + sum(map(_weight, inside))
        if weight <= size:
            yield low, weight
        else:
            yield from _pieces(text, low, high, inside)
        low = high


def _pieces(text: str, low: int, high: int, rows: Sequence[StoredCitationRow]) -> Iterator[tuple[int, int]]:
    """A paragraph that is too much for one page, in pieces: a citation with what follows it, and stretches of what is long."""
    noted = _PER_PARAGRAPH
    for row in (*rows, None):
        stop = row["start"] if row else high
        while stop > low:
            end = stop if stop - low <= _STRETCH else text.rfind(" ", low + _STRETCH // 2, low + _STRETCH) + 1
            end = end or low + _STRETCH
            yield low, end - low + noted
            low, noted = end, _PER_PARAGRAPH
        if row:
            yield low, row["end"] - low + _weight(row)
            low = max(low, row["end"])


def _weight(row: StoredCitationRow) -> int:
    """What the note on a citation takes."""
    return _PER_NOTE + _PER_CANDIDATE * min(MAX_CANDIDATES, len(row.get("candidates") or ()))
