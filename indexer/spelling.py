"""``Ý bạn là …``: slips mended from the archive's own words.

A syllable is looked for without its marks among those that the archive has; one that does not occur takes the likeliest neighbour at one edit
(insertion, deletion, change or swap), judged by how often it occurs beside its neighbours. Marks are mended by the pair of syllables that they make.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from corpus.text import fold
from indexer.analysis import modern

_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
_LETTERS: Final = "abcdeghiklmnopqrstuvxy"
_MAX_TERMS: Final = 400_000


class Speller:
    """Mends texts from frequencies of syllables and of pairs of syllables."""

    def __init__(
        self, plain: Mapping[str, int], plain_pairs: Mapping[str, int], marked_pairs: Mapping[str, int]
    ) -> None:
        self._plain = plain
        self._plain_pairs = plain_pairs
        self._marked_pairs = marked_pairs
        self._by_plain: dict[str, list[tuple[int, str]]] = {}
        for pair, count in marked_pairs.items():
            self._by_plain.setdefault("_".join(fold(part) for part in pair.split("_")), []).append((count, pair))

    @classmethod
    def from_readers(cls, readers: Iterable[Any]) -> "Speller":
        """Frequencies of an index's own terms."""
        tables: dict[str, dict[str, int]] = {"plain": {}, "plain_pairs": {}, "marked_pairs": {}}
        for reader in readers:
            for field, table in tables.items():
                for term, info in reader.iter_field(field):
                    word = term.decode() if isinstance(term, bytes) else str(term)
                    if any(char.isdigit() for char in word) or len(table) >= _MAX_TERMS:
                        continue
                    table[word] = table.get(word, 0) + int(info.doc_frequency())
        return cls(tables["plain"], tables["plain_pairs"], tables["marked_pairs"])

    def correct(self, text: str) -> str | None:
        """The mended text; None when there is nothing to mend."""
        tokens = list(_TOKEN.finditer(text))[:24]
        words = [modern(match[0]) for match in tokens]
        plain = [fold(word) for word in words]
        mended = self._mend_plain(plain)
        out = [self._with_marks(words, plain, mended, at) for at in range(len(words))]
        if out == words:
            return None
        pieces, end = [], 0
        for match, word in zip(tokens, out, strict=True):
            pieces.append(text[end : match.start()])
            same = fold(match[0]) == fold(word) and modern(match[0]) == word
            pieces.append(match[0] if same else word)
            end = match.end()
        return "".join(pieces) + text[end:]

    def _mend_plain(self, plain: list[str]) -> list[str]:
        mended = list(plain)
        for at, word in enumerate(plain):
            if word.isdigit() or len(word) < 2 or any(char.isdigit() for char in word):
                continue
            known = self._plain.get(word, 0)
            fits = self._pair_weight(mended, at, word)
            if known and (fits or len(plain) == 1):
                continue
            best, best_weight = word, fits
            for candidate in _edits(word):
                if candidate not in self._plain:
                    continue
                weight = self._pair_weight(mended, at, candidate) if len(plain) > 1 else self._plain[candidate]
                if weight > best_weight:
                    best, best_weight = candidate, weight
            if best_weight >= (2 if not known else 3):
                mended[at] = best
        return mended

    def _pair_weight(self, words: list[str], at: int, word: str) -> int:
        before = self._plain_pairs.get(f"{words[at - 1]}_{word}", 0) if at else 0
        after = self._plain_pairs.get(f"{word}_{words[at + 1]}", 0) if at + 1 < len(words) else 0
        return before + after

    def _with_marks(self, words: list[str], plain: list[str], mended: list[str], at: int) -> str:
        """The syllable as the archive marks it beside its neighbours, when the one typed never stands there."""
        typed = words[at]
        if mended[at] == plain[at] and typed == plain[at]:
            return typed
        if mended[at] == plain[at] and self._stands(words, at):
            return typed
        votes: dict[str, int] = {}
        for low, high in ((at - 1, at), (at, at + 1)):
            if low < 0 or high >= len(words):
                continue
            for count, pair in self._by_plain.get(f"{mended[low]}_{mended[high]}", ()):
                part = pair.split("_")[0 if low == at else 1]
                votes[part] = votes.get(part, 0) + count
        if not votes:
            return typed if mended[at] == plain[at] else mended[at]
        best = max(votes, key=lambda word: (votes[word], word))
        if mended[at] == plain[at] and typed in votes:
            return typed
        return best if any(not char.isascii() for char in "".join(words)) else fold(best)

    def _stands(self, words: list[str], at: int) -> bool:
        before = at and self._marked_pairs.get(f"{words[at - 1]}_{words[at]}", 0)
        after = at + 1 < len(words) and self._marked_pairs.get(f"{words[at]}_{words[at + 1]}", 0)
        return bool(before or after) or len(words) == 1


def _edits(word: str) -> set[str]:
    """All texts at one edit from a word."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    found = {a + b[1:] for a, b in cuts if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    found |= {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
    found |= {a + c + b for a, b in cuts for c in _LETTERS}
    return found - {word}
