"""A text as the finder sees it: composed, and folded to ASCII with the same length, with the way back to its own offsets."""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from corpus.legacy import from_tcvn3, is_tcvn3
from corpus.text import fold_aligned


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """text: composed (NFC) form in which every letter is one code point. folded: lower-case ASCII of equal length.

    origin: code point of the given text at which each character of `text` begins, with one more entry for the end;
    None when `text` is the given text itself.
    """

    text: str
    folded: str
    origin: tuple[int, ...] | None
    has_small_letters: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets [start, end) of the view as offsets of the text as given."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end]


def view_of(given: str) -> TextView:
    """The view of any text: NFC or NFD, with CRLF, odd blanks, or TCVN3 letters."""
    text, origin = (given, None) if unicodedata.is_normalized("NFC", given) else _composed(given)
    if is_tcvn3(text):
        text = from_tcvn3(text)
    return TextView(text=text, folded=fold_aligned(text), origin=origin, has_small_letters=_mostly_small(text))


def _composed(given: str) -> tuple[str, tuple[int, ...]]:
    """The composed text, and where each of its characters begins in the given one."""
    starts = [i for i, char in enumerate(given) if not unicodedata.combining(char)]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    parts: list[str] = []
    origin: list[int] = []
    for start, end in pairwise([*starts, len(given)]):
        part = unicodedata.normalize("NFC", given[start:end])
        parts.append(part)
        origin.extend([start] * len(part))
    return "".join(parts), (*origin, len(given))


def _mostly_small(text: str) -> bool:
    """Whether the text is written without capitals, so that small letters say nothing."""
    sample = text[:4000]
    capitals = sum(1 for char in sample if char.isupper())
    return capitals * 60 < sum(1 for char in sample if char.isalpha())
