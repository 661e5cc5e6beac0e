"""Text of Vietnamese pages: normalised once before it is stored, folded for comparison.

`normalise` is applied when a notice enters the store, so that offsets into `Notice.text` never move.
`fold` is the one comparison key of the whole project; `fold_aligned` is the same idea with one
character out for one character in, so that offsets survive.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from corpus.signs import HYPHENS, PLAIN, drop_unseen, settle_hyphens

MAX_TEXT_CHARS: Final = 4_000_000
"""Longest text of one notice, in code points; longer input is cut by the readers that produce it."""

_STORED_SIGNS = (
    dict.fromkeys(map(ord, HYPHENS), "-")
    | dict.fromkeys(map(ord, "\x0b\x0c"), "\n")
    | {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F)}
    | {0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—", 0x2028: "\n", 0x2029: "\n\n"}
)
"""Signs with one plain form; the controls are Windows-1252 read as Latin-1."""
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile(r"\n{3,}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MAX_NAME_CHARS: Final = 300
_WORD = re.compile(r"[a-z0-9]+")
_SPECIAL_FOLDS = {"đ": "d", "Đ": "D", "Ð": "D", "ð": "d", "ơ": "o", "Ơ": "O", "ư": "u", "Ư": "U"}


def normalise(text: str) -> str:
    """The form in which text is stored.

    NFC; control characters, noncharacters, zero-width marks and soft hyphens dropped (see `corpus.signs`), lone surrogates as U+FFFD; hyphens
    and full-width forms plain; line breaks and form feeds as ``\\n`` with at most one blank line between paragraphs; runs of spaces inside a
    line as one space.
    """
    text = _SURROGATES.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    text = drop_unseen(settle_hyphens(text)).translate(_STORED_SIGNS)
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
        char = PLAIN.get(char, char)
        if char != "\n" and char.isspace():
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

    ``đ`` becomes ``d``; every dash ``-``, every slash ``/``, every look-alike letter the letter that it looks like (`corpus.signs.PLAIN`); every
    blank except the line break becomes a space; what has no ASCII base becomes U+001A, except quotation marks, which stay.
    """
    return text.translate(_ALIGNED)


def fold(text: str) -> str:
    """Comparison key: lower-case ASCII letters and digits, single spaces between words.

    >>> fold("Chỉ thị số 34-CT/TW")
    'chi thi so 34 ct tw'
    """
    return _fold_name(text) if len(text) <= _MAX_NAME_CHARS else _fold(text)


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFC", text if text.isascii() else drop_unseen(settle_hyphens(text)))
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
