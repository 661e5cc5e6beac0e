"""A text as the finder sees it: composed, without debris, folded to ASCII with the same length, with the way back to its own offsets.

Chỉ thị (NFD), ChChi&#768; thị#7881; thị, 34-CT/<b>TW</b>, Ngh\u200bị định     read as they look; offsets stay those of the text as given
"""

import html
import re
import unicodedata
from dataclasses import dataclass

from corpus.legacy import from_tcvn3, is_tcvn3
from corpus.text import fold_aligned

_DEBRIS = re.compile(
    r"(?P<tag></?[a-zA-Z][^<>\n]{0,200}>)|(?P<entity>&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});)"
    "|[\u200b-\u200d\ufeff\u2060\u00ad]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """text: composed (NFC) form in which every letter is one code point. folded: lower-case ASCII of equal length.

    starts, ends: code points of the given text at which each character of `text` begins and ends; None when `text` is the
    given text itself. has_small_letters: written without capitals, so that small letters say nothing.
    """

    text: str
    folded: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None
    has_small_letters: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets [start, end) of the view, not empty, as offsets of the text as given."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def view_of(given: str) -> TextView:
    """The view of any text: NFC or NFD, with CRLF, odd blanks, tags and entities left over from a page, or TCVN3 letters."""
    starts = ends = None
    text = given
    if is_tcvn3(given):
        text = from_tcvn3(given)
    elif _DEBRIS.search(given) or not unicodedata.is_normalized("NFC", given):
        text, starts, ends = _rebuilt(given)
    return TextView(
        text=text, folded=fold_aligned(text), starts=starts, ends=ends, has_small_letters=_mostly_small(text)
    )


def _rebuilt(given: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The composed text without debris, and where each of its characters begins and ends in the given one."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(text: str, start: int, end: int) -> None:
        chars.append(text)
        starts.extend([start] * len(text))
        ends.extend([end] * len(text))

    at = 0
    for debris in _DEBRIS.finditer(given):
        for start, end in _clusters(given, at, debris.start()):
            put(unicodedata.normalize("NFC", given[start:end]), start, end)
        at = debris.end()
        if debris["tag"]:
            put(" ", debris.start(), at)
        elif debris["entity"]:
            put(html.unescape(debris[0]), debris.start(), at)
    for start, end in _clusters(given, at, len(given)):
        put(unicodedata.normalize("NFC", given[start:end]), start, end)
    return "".join(chars), tuple(starts), tuple(ends)


def _clusters(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Stretches of a letter with the combining marks behind it."""
    starts = [at for at in range(low, high) if at == low or not unicodedata.combining(text[at])]
    return list(zip(starts, [*starts[1:], high], strict=True))


def _mostly_small(text: str) -> bool:
    sample = text[:4000]
    capitals = sum(1 for char in sample if char.isupper())
    return capitals * 60 < sum(1 for char in sample if char.isalpha())
