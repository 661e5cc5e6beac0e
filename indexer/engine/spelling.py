"""``Ý bạn là …``: slips mended from the archive's own words.

A noisy channel over syllables: of all ways to read what was typed, the one whose neighbouring syllables stand together most often in the
archive, less a price for each change. A change of marks is cheaper than a change of letters (insertion, deletion, another letter, a swap),
and what the archive has never seen is cheaper to change than what it has. So a slip that the archive itself holds (``Hơp tác xã``)
is mended too, when the right form is far more common. A query typed without marks keeps its bare letters.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

from corpus.text import fold, has_marks
from indexer.engine.analysis import modern

_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
_LETTERS: Final = "abcdeghiklmnopqrstuvxy"
_MAX_TOKENS: Final = 24
_MAX_CANDIDATES: Final = 8
_MARKS_PRICE: Final = 2.0
_LETTERS_PRICE: Final = 3.5
_UNSEEN_PRICE: Final = 2.5
_SEEN_ENOUGH: Final = 3
Frequency = Callable[[str, str], int]
"""How many documents have a term of a field (``marked_pairs``, ``hợp_tác``)."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A way to read one token, and the price of it."""

    word: str
    price: float


class Speller:
    """Mends texts from the syllables of an archive and how often they stand side by side.

    syllables: documents by syllable, with marks, numbers left out.
    """

    def __init__(self, syllables: Mapping[str, int], frequency: Frequency) -> None:
        self._marked = syllables
        self._frequency = frequency
        self._plain: dict[str, int] = {}
        self._forms: dict[str, list[str]] = {}
        for syllable in sorted(syllables, key=lambda one: (-syllables[one], one)):
            plain = fold(syllable)
            self._plain[plain] = self._plain.get(plain, 0) + syllables[syllable]
            self._forms.setdefault(plain, []).append(syllable)

    def correct(self, text: str) -> str | None:
        """The mended text; None when there is nothing to mend."""
        tokens = list(_TOKEN.finditer(text))[:_MAX_TOKENS]
        typed = [modern(match[0]) for match in tokens]
        marked = has_marks(text)
        doubtful = self._doubtful(typed, marked)
        if not doubtful:
            return None
        readings = [
            self._readings(word, marked) if at in doubtful else [_Reading(word, 0.0)] for at, word in enumerate(typed)
        ]
        mended = self._likeliest(readings, marked)
        if mended == typed:
            return None
        pieces, end = [], 0
        for match, before, after in zip(tokens, typed, mended, strict=True):
            pieces.append(text[end : match.start()])
            pieces.append(match[0] if before == after else after.capitalize() if match[0][0].isupper() else after)
            end = match.end()
        return "".join(pieces) + text[end:]

    def _doubtful(self, words: list[str], marked: bool) -> set[int]:
        """Places of syllables that are unseen, or that stand beside one beside which they are hardly ever seen."""
        found = {at for at, word in enumerate(words) if _is_mendable(word) and not self._seen(word, marked)}
        if len(words) == 1:
            return {0} if marked and _is_mendable(words[0]) else found
        for at, (a, b) in enumerate(pairwise(words)):
            if (_is_mendable(a) or _is_mendable(b)) and self._together(a, b, marked) < _SEEN_ENOUGH:
                found |= {at, at + 1}
        return found

    def _seen(self, word: str, marked: bool) -> int:
        return (self._marked if marked else self._plain).get(word, 0)

    def _together(self, a: str, b: str, marked: bool) -> int:
        return self._frequency("marked_pairs" if marked else "plain_pairs", f"{a}_{b}")

    def _readings(self, word: str, marked: bool) -> list[_Reading]:
        """Ways to read a token: as typed, with other marks, with one letter changed; the commonest of each."""
        if not _is_mendable(word):
            return [_Reading(word, 0.0)]
        found = {word: _Reading(word, 0.0 if self._seen(word, marked) else _UNSEEN_PRICE)}
        plain = fold(word)
        if marked:
            for form in self._forms.get(plain, ())[:_MAX_CANDIDATES]:
                found.setdefault(form, _Reading(form, _MARKS_PRICE))
        near = sorted(filter(self._plain.__contains__, _edits(plain)), key=lambda one: (-self._plain[one], one))
        for other in near[:_MAX_CANDIDATES]:
            for form in self._forms[other][:2] if marked else (other,):
                found.setdefault(form, _Reading(form, _LETTERS_PRICE))
        return list(found.values())

    def _likeliest(self, readings: list[list[_Reading]], marked: bool) -> list[str]:
        """The path through the readings with the best sum (Viterbi)."""
        if len(readings) == 1:
            best = max(readings[0], key=lambda one: (log(self._seen(one.word, marked) + 0.5) - one.price, -one.price))
            return [best.word]
        paths: list[tuple[float, tuple[str, ...]]] = [(-one.price, (one.word,)) for one in readings[0]]
        for following in readings[1:]:
            paths = [
                max(
                    (
                        (value + log(self._together(words[-1], one.word, marked) + 0.5) - one.price, (*words, one.word))
                        for value, words in paths
                    ),
                    key=lambda path: path[0],
                )
                for one in following
            ]
        return list(max(paths, key=lambda path: path[0])[1])


def _is_mendable(word: str) -> bool:
    """Single letters and what holds a digit are left as they are."""
    return len(word) > 1 and not any(char.isdigit() for char in word)


def _edits(word: str) -> set[str]:
    """All texts at one edit from a word."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    found = {a + b[1:] for a, b in cuts if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    found |= {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
    found |= {a + c + b for a, b in cuts for c in _LETTERS}
    return found - {word}
