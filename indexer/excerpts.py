"""The best passage of a text for a query, with its matches marked: (text, is a match) in turn."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.text import fold, fold_aligned

_WORD = re.compile(r"[a-z0-9]+")
_LENGTH: Final = 260
_MAX_TEXT: Final = 60_000


def excerpt(text: str, terms: Sequence[str], spans: Sequence[tuple[int, int]] = ()) -> tuple[tuple[str, bool], ...]:
    """A passage of about 260 code points. terms: folded syllables; spans: places that match for another cause (citations)."""
    text = text[:_MAX_TEXT]
    wanted = set(terms)
    folded = fold_aligned(text)
    matches = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(folded) if m[0] in wanted]
    marks = sorted({*spans, *((start, end) for start, end, _ in matches)})
    low = _best_start(matches, spans, wanted)
    low = _word_start(text, low)
    high = _word_end(text, min(len(text), low + _LENGTH))
    return _pieces(text, low, high, _joined(text, [mark for mark in marks if low <= mark[0] and mark[1] <= high]))


def _best_start(matches: Sequence[tuple[int, int, str]], spans: Sequence[tuple[int, int]], wanted: set[str]) -> int:
    """Where the window begins that holds most different terms, most of them side by side."""
    if spans:
        return max(0, spans[0][0] - 60)
    best, best_at = -1.0, 0
    high = 0
    for low in range(len(matches)):
        start = matches[low][0]
        high = max(high, low)
        while high < len(matches) and matches[high][1] <= start + _LENGTH - 40:
            high += 1
        window = matches[low:high]
        runs = sum(1 for a, b in pairwise(window) if b[0] - a[1] <= 2)
        value = len({term for _, _, term in window}) * 3 + runs
        if value > best:
            best, best_at = value, max(0, start - 40)
        if low > 4000:
            break
    del wanted
    return best_at


def _word_start(text: str, at: int) -> int:
    while 0 < at < len(text) and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _joined(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring matches as one."""
    joined: list[tuple[int, int]] = []
    for start, end in marks:
        if joined and start <= joined[-1][1] + 1 and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _pieces(text: str, low: int, high: int, marks: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = [("… ", False)] if low else []
    at = low
    for start, end in marks:
        if start > at:
            pieces.append((_line(text[at:start]), False))
        pieces.append((_line(text[start:end]), True))
        at = end
    if at < high:
        pieces.append((_line(text[at:high]), False))
    if high < len(text):
        pieces.append((" …", False))
    return tuple(pieces)


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def terms_of(text: str) -> list[str]:
    """Folded syllables of a query worth marking: single letters and lone signs are not."""
    words = fold(text).split()
    return [word for word in words if len(word) > 1 or word.isdigit()] or words
