"""What two titles may share: pairs of neighbouring syllables of substance, abbreviations and synonyms made one."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.abbreviations import expand
from corpus.text import fold

_EMPTY: Final = frozenset(
    "ve viec cua va cac cho trong theo o tai nham mot so voi den tu duoc tiep tuc day manh tang cuong nang cao thuc hien cong tac ban hanh"
    " quy dinh chi tiet dieu phe duyet ke hoach thi nghi quyet huong dan sua doi bo sung nam tinh".split()
)
"""Syllables that nearly every title has."""

_SYNONYMS: Final = {"hop tac xa": "kinh te tap the"}
"""Titles speak of cooperatives and of the collective economy as of one thing."""


@lru_cache(maxsize=65536)
def title_words(text: str | None) -> frozenset[str]:
    """The pairs of a title or of the words around a mention.

    >>> sorted(title_words("về phát triển nông thôn mới"))
    ['nong thon', 'phat trien', 'thon moi', 'trien nong']
    """
    words = [fold(expand(word) or word) if word.isupper() else word for word in (text or "").split()]
    key = fold(" ".join(words))
    for term, meaning in _SYNONYMS.items():
        key = key.replace(term, meaning)
    kept = [word for word in key.split() if word not in _EMPTY and not word.isdigit()]
    return frozenset(f"{a} {b}" for a, b in pairwise(kept))


def words_of(titles: Iterable[str | None]) -> frozenset[str]:
    """The pairs of several titles."""
    return frozenset(word for title in titles for word in title_words(title))
