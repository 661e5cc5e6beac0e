"""The best passage of a text for a query, with its matches marked: (text, is a match) in turn."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.abbreviations import contract, expand
from corpus.text import fold, fold_aligned, has_marks
from indexer.engine.analysis import modern, syllables

_LENGTH: Final = 260
_LEAD: Final = 40
_MAX_TEXT: Final = 60_000
_MAX_MATCHES: Final = 2000

Match = tuple[int, int, str]
"""Start, end and folded text of a match."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to mark. terms: folded syllables. exact: syllables as typed with their marks.

    Where a text has some of the exact ones, only those are matches, and the same letters under other marks are not.
    """

    terms: tuple[str, ...]
    exact: frozenset[str] = frozenset()


def wanted_of(text: str) -> Wanted:
    """What a query asks to be marked: its syllables, abbreviations beside their full forms; single letters and lone signs are not."""
    words = fold(text).split()
    full = [expanded for word in words if len(word) > 1 and (expanded := expand(word))]
    kept = [word for word in words if len(word) > 1 or word.isdigit()] or words
    terms = dict.fromkeys([*kept, *(part for phrase in full for part in fold(phrase).split()), *contract(text)])
    exact = {*syllables(text), *(part for phrase in full for part in syllables(phrase)), *contract(text)}
    return Wanted(tuple(terms), frozenset(exact) if has_marks(text) else frozenset())


def excerpt(text: str, wanted: Wanted, spans: Sequence[tuple[int, int]] = ()) -> tuple[tuple[str, bool], ...]:
    """A passage of about 260 code points. spans: places that match for another cause (citations)."""
    text = text[:_MAX_TEXT]
    matches = _matches(text, wanted)
    marks = sorted({*spans, *((start, end) for start, end, _ in matches)})
    low = _word_start(text, max(0, spans[0][0] - _LEAD) if spans else _best_start(matches))
    high = _word_end(text, min(len(text), low + _LENGTH))
    return _pieces(text, low, high, _joined(text, [mark for mark in marks if low <= mark[0] and mark[1] <= high]))


def _matches(text: str, wanted: Wanted) -> list[Match]:
    if not wanted.terms:
        return []
    found = []
    for match in _pattern(wanted.terms).finditer(fold_aligned(text)):
        found.append((match.start(), match.end(), match[0]))
        if len(found) >= _MAX_MATCHES:
            break
    same = [match for match in found if modern(text[match[0] : match[1]]) in wanted.exact] if wanted.exact else []
    return same or found


@lru_cache(maxsize=256)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b", re.ASCII)


def _best_start(matches: Sequence[Match]) -> int:
    """Where the window begins that holds most different terms, most of them side by side."""
    best, best_at = -1, 0
    held: Counter[str] = Counter()
    runs = 0
    high = 0
    for low, (start, _, term) in enumerate(matches):
        while high < len(matches) and matches[high][1] <= start + _LENGTH - _LEAD:
            held[matches[high][2]] += 1
            runs += high > low and matches[high][0] - matches[high - 1][1] <= 2
            high += 1
        value = 3 * len(held) + runs
        if value > best:
            best, best_at = value, max(0, start - _LEAD)
        held[term] -= 1
        if not held[term]:
            del held[term]
        runs -= low + 1 < high and matches[low + 1][0] - matches[low][1] <= 2
        high = max(high, low + 1)
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
