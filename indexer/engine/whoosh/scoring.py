"""BM25 over arrays: whole posting lists at once, the same figures as Whoosh's own walk gives one by one.

Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009). Term weights are raised above the plain idf: people ask in
whole questions, whose common words would drown the rare ones, and the
fields of a text add up: marked syllables first, then words and pairs.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.text import has_marks
from indexer.engine.analysis import Ways, ways_of, ways_together
from indexer.engine.whoosh.postings import Mask, Segment

K1: Final = 1.5
B: Final = 0.7
IDF_POWER: Final = 1.75
_SHORT_QUERY: Final = 12
_ENOUGH: Final = 0.5
_WITHOUT_SYLLABLES: Final = 0.4
_WITHOUT_PAIRS: Final = 0.15
_EXACT_PAIRS: Final = 0.3
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FieldTerms:
    """Terms to look for in one field, with the field's weight."""

    field: str
    terms: tuple[str, ...]
    weight: float


def idf(documents: int, frequency: int) -> float:
    """Inverse document frequency, never negative."""
    return log(1 + (documents - frequency + 0.5) / (frequency + 0.5))


def rarity(documents: int, frequency: int) -> float:
    """What a term weighs: its idf, raised."""
    raised: float = idf(documents, frequency) ** IDF_POWER
    return raised


def score(
    segments: Sequence[Segment], parts: Sequence[FieldTerms], weighed: Callable[[int, int], float] = rarity
) -> list[Scores]:
    """Scores of all documents of each segment for the terms of several fields. weighed: from all documents and those that have a term to its weight."""
    found = [np.zeros(segment.size, dtype=np.float32) for segment in segments]
    total = sum(segment.size for segment in segments)
    for part in parts:
        norms = _norms(segments, part.field) if part.terms else []
        for term, count in Counter(part.terms).items():
            lists = [segment.postings(part.field, term) for segment in segments]
            frequency = sum(postings.frequency for postings in lists)
            weight = part.weight * count * weighed(total, frequency)
            for postings, of_segment, scores in zip(lists, norms, found, strict=True):
                if postings.frequency:
                    postings.add_gains(scores, of_segment, weight, K1)
    return found


def _norms(segments: Sequence[Segment], field: str) -> list[Scores]:
    """BM25's ``k1 (1 - b + b length / average)`` of each document, lengths measured against the average of all."""
    total = sum(segment.size for segment in segments)
    length = sum(float(segment.reader.field_length(field)) for segment in segments)
    average = max(length / total, 1.0) if total else 1.0
    return [np.float32(K1 * (1 - B)) + np.float32(K1 * B / average) * segment.lengths(field) for segment in segments]


def favour_whole(segments: Sequence[Segment], scores: Sequence[Scores], text: str) -> list[Mask]:
    """For a query of at most twelve syllables: the more of it a document has, and the more of that side by side, the higher.

    Gives which documents have enough of the query: half of it, rare syllables counting more. `scores` are lowered in place: by up to
    three fifths for syllables that lack, and by up to 85 % for syllables that do not stand beside their neighbours; otherwise
    documents in which the parts of a compound stand scattered would drown those that have the word.
    """
    wanted = ways_of(text)
    if len(wanted) > _SHORT_QUERY:
        return [values > 0 for values in scores]
    shares = _coverage(segments, wanted)
    beside = _coverage(segments, ways_together(text, marked=False))
    if has_marks(text):
        exact = _coverage(segments, ways_together(text, marked=True))
        beside = [one + _EXACT_PAIRS * (other - one) for one, other in zip(beside, exact, strict=True)]
    for values, share, pair_share in zip(scores, shares, beside, strict=True):
        values *= _WITHOUT_SYLLABLES + (1 - _WITHOUT_SYLLABLES) * share
        values *= _WITHOUT_PAIRS + (1 - _WITHOUT_PAIRS) * pair_share
    return [(values > 0) & (share >= _ENOUGH) for values, share in zip(scores, shares, strict=True)]


def _coverage(segments: Sequence[Segment], wanted: Sequence[Ways]) -> list[Scores]:
    """How much of what is wanted each document has, 0 to 1, rare parts counting more; what no document has does not count."""
    total = sum(segment.size for segment in segments)
    having = [[_has_one_way(segment, ways) for ways in wanted] for segment in segments]
    weights = [idf(total, sum(int(row[at].sum()) for row in having)) for at in range(len(wanted))]
    known = [any(row[at].any() for row in having) for at in range(len(wanted))]
    whole = sum(weight for weight, is_known in zip(weights, known, strict=True) if is_known)
    found = []
    for segment, row in zip(segments, having, strict=True):
        share = np.zeros(segment.size, dtype=np.float32)
        for mask, weight in zip(row, weights, strict=True):
            share += mask * np.float32(weight / whole if whole else 0.0)
        found.append(share if whole else share + np.float32(1.0))
    return found


def _has_one_way(segment: Segment, ways: Ways) -> Mask:
    found = np.zeros(segment.size, dtype=bool)
    for way in ways:
        both = np.ones(segment.size, dtype=bool)
        for field, term in way:
            both &= segment.having(field, term)
        found |= both
    return found
