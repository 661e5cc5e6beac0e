"""BM25 over arrays: whole posting lists at once, the same figures as Whoosh's own walk gives one by one.

Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009). Term weights are raised a little above the plain idf, and the
fields of a text add up: marked syllables first, then words and pairs.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.whoosh_postings import Floats, Segment

K1: Final = 1.2
B: Final = 0.75
IDF_POWER: Final = 1.25
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
        average = _average(segments, part.field, total)
        norms: dict[int, Floats] = {}
        for term, count in Counter(part.terms).items():
            lists = [segment.postings(part.field, term) for segment in segments]
            frequency = sum(len(postings.ids) for postings in lists)
            if not frequency:
                continue
            weight = part.weight * count * idf(total, frequency) ** IDF_POWER
            for at, (segment, postings) in enumerate(zip(segments, lists, strict=True)):
                if len(postings.ids):
                    if at not in norms:
                        norms[at] = (K1 * (1 - B + B * segment.lengths(part.field) / average)).astype(np.float32)
                    gain = postings.weights * (K1 + 1) / (postings.weights + norms[at][postings.ids])
                    found[at][postings.ids] += np.float32(weight) * gain
    return found


def _average(segments: Sequence[Segment], field: str, total: int) -> float:
    length = sum(float(segment.reader.field_length(field)) for segment in segments)
    return max(length / total, 1.0) if total else 1.0
