"""A text as the finder sees it: composed, without debris, folded to ASCII with the same length, with the way back to its own offsets.

Chỉ thị (NFD), ChChi&#768; thị#7881; thị, 34-CT/<b>TW</b>, Ngh\u200bị định     read as they look, scans as they were meant; offsets stay those of the text as given
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.legacy import Legacy, legacy_of
from corpus.signs import UNSEEN, settle_hyphens
from corpus.text import fold_aligned
from indexer.citations.base.pagebreaks import page_lines
from indexer.citations.base.scans import changes_of

_TAG_OR_ENTITY = r"(?P<tag></?[a-zA-Z][^<>\n]{0,200}>)|(?P<entity>&(?:amp;){0,2}(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});)"
_AMPERSANDS = re.compile(r"&(?:amp;)+(?=[#a-zA-Z])")
"""Entities that were escaped twice (``&amp;#7889;``)."""
_UNSEEN = rf"[{UNSEEN}]|\*(?<=[^\W\d_]\*)\**(?=[^\W_]|[/-])"
"""Marks that nobody sees, and asterisks of emphasis inside a word (``Quy*ế*t``)."""
_LINE_REACH: Final = 400
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
    """The view of any text: NFC or NFD, with CRLF, odd blanks, tags and entities left over from a page, or letters of before Unicode."""
    seen = _Seen(given, None, None)
    legacy = legacy_of(given)
    if legacy is not None:
        seen = seen.changed(_modern_letters(given, legacy))
    seen = seen._replace(text=settle_hyphens(seen.text))
    if (_may_have_debris(seen.text) and _DEBRIS.search(seen.text)) or not unicodedata.is_normalized("NFC", seen.text):
        seen = seen.changed((*match.span(), _as_seen(match)) for match in _REWRITTEN.finditer(seen.text))
    seen = seen.changed(page_lines(seen.text))
    seen = seen.changed(changes_of(seen.text))
    text = seen.text
    return TextView(
        text=text, folded=fold_aligned(text), starts=seen.starts, ends=seen.ends, has_small_letters=_mostly_small(text)
    )


def _modern_letters(given: str, legacy: Legacy) -> Iterator[tuple[int, int, str]]:
    """What each letter of an old encoding is, line by line; lines in modern letters stay."""
    at = 0
    for line in given.split("\n"):
        if not legacy.leaves(line):
            for match in legacy.pattern.finditer(line):
                yield at + match.start(), at + match.end(), legacy.letter(match)
        at += len(line) + 1


def _may_have_debris(text: str) -> bool:
    """A quick look; marks that nobody sees, controls and noncharacters do not print."""
    return "<" in text or "&" in text or "*" in text or not text.replace("\n", " ").replace("\xa0", " ").isprintable()


class _Seen(NamedTuple):
    """A text on its way, with where each of its characters begins and ends in the given one."""

    text: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def changed(self, changes: Iterable[tuple[int, int, str]]) -> "_Seen":
        """The text with [start, end) replaced by a text, for each change in order; itself where there is none."""
        parts: list[str] = []
        low: list[int] = []
        high: list[int] = []
        at = 0
        for start, end, new in (*changes, (len(self.text), len(self.text), "")):
            if not parts and start == len(self.text):
                return self
            parts += (self.text[at:start], new)
            low.extend(self._starts(at, start))
            high.extend(self._ends(at, start))
            if new:
                first, last = self._place(start, end)
                same = len(new) == end - start
                low.extend(self._starts(start, end) if same else [first] * len(new))
                high.extend(self._ends(start, end) if same else [last] * len(new))
            at = end
        return _Seen("".join(parts), tuple(low), tuple(high))

    def _starts(self, start: int, end: int) -> Sequence[int]:
        return range(start, end) if self.starts is None else self.starts[start:end]

    def _ends(self, start: int, end: int) -> Sequence[int]:
        return range(start + 1, end + 1) if self.ends is None else self.ends[start:end]

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """The given characters of [start, end); of an empty one, the end of the character before it."""
        if end > start:
            return self._starts(start, start + 1)[0], self._ends(end - 1, end)[0]
        at = self._ends(start - 1, start)[0] if start else 0
        return at, at


def _as_seen(match: re.Match[str]) -> str:
    """A composed letter, a blank for a tag, an entity's character; nothing for a mark that nobody sees."""
    if match["decomposed"]:
        return unicodedata.normalize("NFC", match[0])
    return " " if match["tag"] else html.unescape(_AMPERSANDS.sub("&", match["entity"] or ""))


def _mostly_small(text: str) -> bool:
    sample = text[:4000]
    words = sample.split()
    return sum(map(str.istitle, words)) * 20 <= len(words) and not sample.isupper()
