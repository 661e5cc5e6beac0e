"""Phrases of official Vietnamese as patterns over `corpus.text.fold_aligned`: whole words, blind to line breaks.

Every pattern of this package is put together from such named lists, so that what it accepts can be read and lengthened as a list.
"""

import re
from typing import Final

BLANK: Final = r"[ \n]{1,3}"
"""Between two words of a phrase: a blank, or the end of a wrapped line."""

NUMERALS: Final = {
    word: value
    for value, words in enumerate(
        (
            ("mot",),
            ("hai",),
            ("ba",),
            ("bon", "tu"),
            ("nam", "lam"),
            ("sau",),
            ("bay",),
            ("tam",),
            ("chin",),
            ("muoi",),
            ("muoi mot",),
            ("muoi hai",),
        ),
        start=1,
    )
    for word in words
}
"""Numbers in words, one to twelve: tasks (``Ba là``), counts (``bốn nội dung``) and months (``tháng Tám``)."""


def one_of(*phrases: str) -> str:
    """A group that matches any of the phrases (folded), the longest first; a blank in a phrase matches `BLANK`."""
    ordered = sorted(set(phrases), key=len, reverse=True)
    return "(?:" + "|".join(phrase.replace(" ", BLANK) for phrase in ordered) + ")"


def whole(pattern: str) -> str:
    """A pattern that neither begins nor ends inside a word."""
    return rf"(?<![a-z0-9]){pattern}(?![a-z0-9])"


def phrases(*listed: str) -> re.Pattern[str]:
    """`one_of`, as whole words, compiled."""
    return re.compile(whole(one_of(*listed)))


def plain(text: str) -> str:
    """A passage as a value: one line, single blanks."""
    return " ".join(text.split())
