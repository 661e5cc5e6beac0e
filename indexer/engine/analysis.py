"""Vietnamese text as tokens, in three views: words segmented by underthesea, syllables with their marks, syllables folded to ASCII.

Pairs of neighbouring syllables stand beside the single ones, so that word order counts where nothing is segmented. Numbers of documents are
masked before segmentation: every tokeniser shreds them.
"""

import re
import unicodedata
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.abbreviations import expand
from corpus.text import fold
from indexer.engine.segmentation import segment

_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
_CLAUSE = re.compile(r"[.,;:!?…](?=\s|$)|\n|[\"“”()\[\]]|\s[-–—+*•]\s")
_NUMBER = re.compile(r"\d[\w./\-–&]*", re.UNICODE)
_TONES: Final = {
    base + toned: accented + rest
    for base, toneds, accenteds, rest in (
        ("o", "àáảãạ", "òóỏõọ", "a"),
        ("o", "èéẻẽẹ", "òóỏõọ", "e"),
        ("u", "ỳýỷỹỵ", "ùúủũụ", "y"),
    )
    for toned, accented in zip(toneds, accenteds, strict=True)
}
_CACHE_CLAUSES: Final = 100_000
_CLAUSE_CHARS: Final = 2000
MAX_QUERY_CHARS: Final = 400


@lru_cache(maxsize=50_000)
def modern(syllable: str) -> str:
    """A syllable in small letters with its tone mark in one settled place: ``hoà`` and ``hòa``, ``uỷ`` and ``ủy`` are equal."""
    syllable = syllable.lower()
    tail = syllable[-2:]
    if tail in _TONES and not (tail[0] == "u" and syllable[-3:-2] == "q"):
        return syllable[:-2] + _TONES[tail]
    return syllable


def syllables(text: str) -> list[str]:
    """Syllables with their marks, in order."""
    return [modern(token) for token in _TOKEN.findall(unicodedata.normalize("NFC", text))]


def folded(tokens: list[str]) -> list[str]:
    """Syllables without marks."""
    return [_folded(token) for token in tokens]


@lru_cache(maxsize=50_000)
def _folded(token: str) -> str:
    return fold(token)


def pairs(tokens: list[str]) -> list[str]:
    """Neighbouring syllables, two by two."""
    return [f"{a}_{b}" for a, b in pairwise(tokens)]


class Segmenter:
    """underthesea behind a bounded cache: a clause that repeats is segmented once.

    Words never cross punctuation, and official prose repeats its clauses (``Thực hiện Chỉ thị số``, ``của Ban Chấp hành Trung ương``) far more
    often than whole sentences.
    """

    def __init__(self, capacity: int = _CACHE_CLAUSES) -> None:
        self._capacity = capacity
        self._cache: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def compounds(self, text: str) -> list[str]:
        """Words of two syllables or more, syllables joined by ``_``, in order."""
        found: list[str] = []
        for clause in _CLAUSE.split(_NUMBER.sub(", ", unicodedata.normalize("NFC", text))):
            words = " ".join(clause.split())
            if " " in words:
                found.extend(self._clause(words[:_CLAUSE_CHARS]))
        return found

    def _clause(self, clause: str) -> tuple[str, ...]:
        cached = self._cache.get(clause)
        if cached is not None:
            self._cache.move_to_end(clause)
            return cached
        words = tuple("_".join(modern(part) for part in word.split()) for word in segment(clause) if " " in word)
        self._cache[clause] = words
        if len(self._cache) > self._capacity:
            self._cache.popitem(last=False)
        return words


@dataclass(frozen=True, slots=True)
class Views:
    """Tokens of one text in every view."""

    marked: list[str]
    marked_pairs: list[str]
    compounds: list[str]
    plain: list[str]
    plain_pairs: list[str]


_SEGMENTER = Segmenter()

Ways = tuple[tuple[tuple[str, str], ...], ...]
"""One thing that is wanted: the ways in which a text may have it, each a set of (view, token) that must all occur."""


def analyse(text: str, *, with_words: bool = True) -> Views:
    """All views of a text. Abbreviations stand beside their full forms, so that either finds the other."""
    marked = syllables(text)
    full = [part for token in dict.fromkeys(marked) for part in _expanded(token)]
    compounds = _SEGMENTER.compounds(text) if with_words else []
    if full:
        compounds = [*compounds, *(_SEGMENTER.compounds(" . ".join(full)) if with_words else [])]
    spread: list[str] = [*marked]
    for phrase in full:
        spread.extend(syllables(phrase))
    plain = folded(marked)
    plain_full = folded(spread)
    return Views(
        marked=spread,
        marked_pairs=[*pairs(marked), *(pair for phrase in full for pair in pairs(syllables(phrase)))],
        compounds=compounds,
        plain=plain_full,
        plain_pairs=[*pairs(plain), *(pair for phrase in full for pair in pairs(folded(syllables(phrase))))],
    )


def _expanded(token: str) -> tuple[str, ...]:
    full = expand(token) if len(token) > 1 else None
    return (full,) if full else ()


def ways_of(text: str) -> list[Ways]:
    """Each syllable of a query once, folded, with the ways in which a text may have it: itself, or an abbreviation's full form.

    >>> ways_of("HTX mới")
    [((('plain', 'htx'),), (('plain_pairs', 'hop_tac'), ('plain_pairs', 'tac_xa'))), ((('plain', 'moi'),),)]
    """
    found: dict[str, Ways] = {}
    for token in syllables(text):
        plain = _folded(token)
        full = (tuple(("plain_pairs", pair) for pair in pairs(fold(phrase).split())) for phrase in _expanded(token))
        found[plain] = ((("plain", plain),), *full)
    return list(found.values())


def ways_together(text: str, *, marked: bool) -> list[Ways]:
    """Each pair of neighbouring syllables of a query once, with their marks or folded."""
    tokens = syllables(text)
    field, together = ("marked_pairs", pairs(tokens)) if marked else ("plain_pairs", pairs(folded(tokens)))
    return [(((field, pair),),) for pair in dict.fromkeys(together)]
