"""A text as the finder sees it: composed, without debris, folded to ASCII with the same length, with the way back to its own offsets.

Chỉ thị (NFD), ChChi&#768; thị#7881; thị, 34-CT/<b>TW</b>, Ngh\u200bị định     read as they look; offsets stay those of the text as given
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from corpus.legacy import from_tcvn3, is_tcvn3
from corpus.text import fold_aligned

_TAG_OR_ENTITY = (
    r"(?P<tag></?[a-zA-Z][^<>\n]{0,200}>)|(?P<entity>&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});)"
)
_LINE_REACH: Final = 400
_UNSEEN = r"[\u200b-\u200d\ufeff\u2060\u00ad]|\*(?<=[^\W\d_]\*)\**(?=[^\W_]|[/-])"
"""Marks that nobody sees, and asterisks of emphasis inside a word (``Quy*ế*t``)."""
_DEBRIS = re.compile(f"{_TAG_OR_ENTITY}|{_UNSEEN}")
_REWRITTEN = re.compile(f"(?P<decomposed>[^\u0300-\u036f][\u0300-\u036f]+)|{_TAG_OR_ENTITY}|{_UNSEEN}")


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

    def line_start(self, at: int) -> int:
        """Where the line of a character begins, or at most 400 characters before it: a text of one long line is not read again for each mention."""
        low = max(0, at - _LINE_REACH)
        return max(low, self.folded.rfind("\n", low, at) + 1)


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
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _REWRITTEN.finditer(given):
        low, high = match.span()
        parts.append(given[at:low])
        starts.extend(range(at, low))
        ends.extend(range(at + 1, low + 1))
        seen = _as_seen(match)
        parts.append(seen)
        starts.extend([low] * len(seen))
        ends.extend([high] * len(seen))
        at = high
    parts.append(given[at:])
    starts.extend(range(at, len(given)))
    ends.extend(range(at + 1, len(given) + 1))
    return "".join(parts), tuple(starts), tuple(ends)


def _as_seen(match: re.Match[str]) -> str:
    """A composed letter, a blank for a tag, an entity's character; nothing for a mark that nobody sees."""
    if match["decomposed"]:
        return unicodedata.normalize("NFC", match[0])
    return " " if match["tag"] else html.unescape(match["entity"] or "")


def _mostly_small(text: str) -> bool:
    sample = text[:4000]
    words = sample.split()
    return sum(map(str.istitle, words)) * 20 <= len(words) and not sample.isupper()
