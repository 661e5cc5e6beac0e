"""Text of Vietnamese pages: normalised once before it is stored, folded for comparison.

`normalise` is applied when a notice enters the store, so that offsets into `Notice.text` never move.
`fold` is the one comparison key of the whole project; `fold_aligned` is the same idea with one
character out for one character in, so that offsets survive.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

MAX_TEXT_CHARS: Final = 4_000_000
"""Longest text of one notice, in code points; longer input is cut by the readers that produce it."""

_CONTROL = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0xAD]
)
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile(r"\n{3,}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MAX_NAME_CHARS: Final = 300
_WORD = re.compile(r"[a-z0-9]+")
_DASHES = "‐‑‒–—―−﹣-"
_SPECIAL_FOLDS = {"đ": "d", "Đ": "D", "Ð": "D", "ð": "d", "ơ": "o", "Ơ": "O", "ư": "u", "Ư": "U"}


def normalise(text: str) -> str:
    """The form in which text is stored.

    NFC; control characters, zero-width marks, soft hyphens and lone surrogates dropped; line breaks as
    ``\\n`` with at most one blank line between paragraphs; runs of spaces inside a line as one space.
    """
    text = _SURROGATES.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").translate(_CONTROL)
    text = unicodedata.normalize("NFC", text)
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BREAKS.sub("\n\n", "\n".join(lines)).strip()


def normalise_line(text: str) -> str:
    """`normalise`, on one line: for titles, names and other fields without paragraphs."""
    return " ".join(normalise(text).split())


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    special = _SPECIAL_FOLDS.get(char)
    if special:
        return special
    base = unicodedata.normalize("NFD", char)[0]
    return _SPECIAL_FOLDS.get(base, base)


class _AlignedFold(dict[int, str]):
    """Translation table, filled as characters are met: one character out for one in."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _DASHES:
            out = "-"
        elif char != "\n" and char.isspace():
            out = " "
        else:
            out = _fold_char(char).lower()
            if len(out) != 1 or not out.isascii():
                out = char if char in "“”‘’«»…•" else "\x1a"
        self[code] = out
        return out


_ALIGNED: Final = _AlignedFold()


def fold_aligned(text: str) -> str:
    """Lower-case ASCII view of an NFC text with exactly its length, so that offsets agree.

    ``đ`` (and the look-alike ``Ð`` U+00D0) become ``d``; every dash becomes ``-``; every blank except the line break
    becomes a space; what has no ASCII base becomes U+001A, except quotation marks, which stay.
    """
    return text.translate(_ALIGNED)


def fold(text: str) -> str:
    """Comparison key: lower-case ASCII letters and digits, single spaces between words.

    >>> fold("Chỉ thị số 34-CT/TW")
    'chi thi so 34 ct tw'
    """
    return _fold_name(text) if len(text) <= _MAX_NAME_CHARS else _fold(text)


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    return " ".join(_WORD.findall(text.translate(_ALIGNED)))


# Names come again and again; whole notices would fill the memory.
_fold_name = lru_cache(maxsize=65536)(_fold)


def slugify(text: str) -> str:
    """`fold` with hyphens: the one maker of slugs.

    >>> slugify("Quảng Ninh")
    'quang-ninh'
    """
    return fold(text).replace(" ", "-")


def has_marks(text: str) -> bool:
    """Whether a text carries any Vietnamese mark (tone, breve, circumflex, horn or ``đ``)."""
    return any(not c.isascii() and c.isalpha() for c in text)
