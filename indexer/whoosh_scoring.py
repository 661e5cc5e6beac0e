"""BM25 over arrays: whole posting lists at once, the same figures as Whoosh's own walk gives one by one.

Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009). Term weights are raised above the plain idf: people ask in
whole questions, whose common words would drown the rare ones, and the
fields of a text add up: marked syllables first, then words and pairs.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.whoosh_postings import Gains, Segment

K1: Final = 1.5
B: Final = 0.7
IDF_POWER: Final = 1.75
_WHOLE_TERMS: Final = 12
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


def score(segments: Sequence[Segment], parts: Sequence[FieldTerms]) -> list[Scores]:
    """Scores of all documents of each segment for the terms of several fields."""
    found = [np.zeros(segment.size, dtype=np.float32) for segment in segments]
    total = sum(segment.size for segment in segments)
    for part in parts:
        for term, count in Counter(part.terms).items():
            lists = gains_of(segments, part.field, term)
            frequency = sum(gains.frequency for gains in lists)
            weight = part.weight * count * idf(total, frequency) ** IDF_POWER
            for gains, scores in zip(lists, found, strict=True):
                if gains.frequency:
                    gains.add_to(scores, weight)
    return found


def gains_of(segments: Sequence[Segment], field: str, term: str) -> list[Gains]:
    """A term's gains in each segment, with lengths measured against the average of all."""
    average = _average(segments, field)
    return [segment.gains(field, term, average, K1, B) for segment in segments]


def favour_whole(segments: Sequence[Segment], scores: Sequence[Scores], terms: Sequence[str]) -> None:
    """A short query's results lose by what they lack of it: `scores` are lowered by up to two fifths, in place."""
    wanted = list(dict.fromkeys(terms))
    if not 1 < len(wanted) <= _WHOLE_TERMS:
        return
    total = sum(segment.size for segment in segments)
    lists = {term: gains_of(segments, "plain", term) for term in wanted}
    weights = {term: idf(total, sum(gains.frequency for gains in lists[term])) for term in wanted}
    whole = sum(weights.values()) or 1.0
    for at, (segment, values) in enumerate(zip(segments, scores, strict=True)):
        had = np.zeros(segment.size, dtype=np.float32)
        for term, weight in weights.items():
            if lists[term][at].frequency:
                lists[term][at].mark(had, weight)
        values *= np.float32(0.6) + np.float32(0.4 / whole) * had


def _average(segments: Sequence[Segment], field: str) -> float:
    total = sum(segment.size for segment in segments)
    length = sum(float(segment.reader.field_length(field)) for segment in segments)
    return max(length / total, 1.0) if total else 1.0
