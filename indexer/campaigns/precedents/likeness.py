"""How alike two tasks are: Dice's coefficient over pairs of neighbouring syllables, which need no segmentation and forgive a changed figure."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.text import fold

ALIKE: Final = 0.25
"""From here on two tasks are called alike: a third of their wording in common, in the same order."""


@lru_cache(maxsize=8192)
def syllable_pairs(task: str) -> frozenset[tuple[str, str]]:
    """Pairs of neighbouring syllables of a task, folded."""
    return frozenset(pairwise(fold(task).split()))


def likeness(a: str, b: str) -> float:
    """How much two tasks share, 0 to 1."""
    first, second = syllable_pairs(a), syllable_pairs(b)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def alike(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many of our tasks have one like them among theirs."""
    return sum(any(likeness(task, other) >= ALIKE for other in theirs) for task in ours)
