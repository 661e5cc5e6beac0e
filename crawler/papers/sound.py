"""Whether a text layer is worth reading: Vietnamese syllables with their marks, not a signature's stamp alone, not the letters of a bad scan."""

import re
from collections.abc import Sequence
from typing import Final

from corpus.syllables import is_syllable

_LEAST_WORDS: Final = 45
"""A signature's stamp (``Ký bởi … Ngày ký …``) has ten to thirty; a page of a paper some four hundred."""
_SOUND: Final = 0.8
_MARKED: Final = 0.35
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ODD = re.compile(r"[A-Za-z]\d|\d[a-z]|[$|~^\\{}]")


def is_sound(words: Sequence[str]) -> bool:
    """Whether the words of a page's text layer are the page's: enough of them, most of them syllables, as many with marks as Vietnamese has."""
    if len(words) < _LEAST_WORDS:
        return False
    letters = [match[0] for word in words for match in _LETTERS.finditer(word)]
    if not letters:
        return False
    spoken = sum(is_syllable(word) or (word.isupper() and len(word) < 8) for word in letters)
    marked = sum(not word.isascii() for word in letters)
    odd = sum(bool(_ODD.search(word)) and not re.search(r"[-/]", word) for word in words)
    return spoken >= _SOUND * len(letters) and marked >= _MARKED * len(letters) and odd < 0.06 * len(words)
