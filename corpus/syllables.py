"""Whether a word is a Vietnamese syllable in writing: an onset, a rhyme and one tone at most."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ONSET: Final = "(?:ngh?|gh|gi|kh|ph|qu|th|tr|ch|nh|[bcdđghklmnprstvx])?"
_NUCLEUS: Final = (
    "(?:iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu"
    "|yê|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(f"{_ONSET}{_NUCLEUS}(?:ch|ng|nh|[cmnpt])?")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether a word, of letters alone, could stand in a Vietnamese dictionary.

    >>> is_syllable("Nghị"), is_syllable("NghÞ"), is_syllable("décret")
    (True, False, False)
    """
    parts = unicodedata.normalize("NFD", word.lower())
    bare, tones = _TONES.subn("", parts)
    return tones < 2 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)))
