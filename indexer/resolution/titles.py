"""What two titles may share: pairs of neighbouring syllables of substance, abbreviations and synonyms made one."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.abbreviations import expand
from corpus.function_words import function_words
from corpus.text import fold, has_marks

_WORD = re.compile(r"\w+")
_EMPTY: Final = function_words("empty_in_title")
"""Syllables that nearly every title has: ``tỉnh`` is one, the ``tinh`` of ``tinh gọn`` is none, unless the text is written without marks."""
_EMPTY_BARE: Final = frozenset(fold(word) for word in _EMPTY)

_SYNONYMS: Final = {"hop tac xa": "kinh te tap the"}
"""Titles speak of cooperatives and of the collective economy as of one thing."""


@lru_cache(maxsize=65536)
def title_words(text: str | None) -> frozenset[str]:
    """The pairs of a title.

    >>> sorted(title_words("về phát triển nông thôn mới"))
    ['nong thon', 'phat trien', 'thon moi', 'trien nong']
    """
    key = _key(text or "")
    for term, meaning in _SYNONYMS.items():
        key = key.replace(term, meaning)
    return _pairs(key)


def context_words(text: str) -> frozenset[str]:
    """The pairs of running text. Cooperatives are spoken of everywhere in it: only the words of a title stand for it."""
    return _pairs(_key(text))


def _key(text: str) -> str:
    """Folded syllables of substance."""
    text = unicodedata.normalize("NFC", text)
    empty = _EMPTY if has_marks(text) else _EMPTY_BARE
    words = [(expand(word) or word) if word.isupper() else word for word in _WORD.findall(text)]
    return fold(" ".join(word for word in words if word.lower() not in empty and not word.isdigit()))


def _pairs(key: str) -> frozenset[str]:
    return frozenset(f"{a} {b}" for a, b in pairwise(key.split()))


def words_of(titles: Iterable[str | None]) -> frozenset[str]:
    """The pairs of several titles."""
    return frozenset(word for title in titles for word in title_words(title))
