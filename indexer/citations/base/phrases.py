"""Readable phrases made into patterns over folded text (`TextView.folded`).

    phrase("ban chap hanh")      Ban Chấp hành · BAN CHẤP⏎HÀNH · ban  chap hanh
    phrase("sua doi, bo sung")   sửa đổi, bổ sung · sửa đổi , bổ sung · sửa đổi bổ sung
    one_of("thi hanh", "thuc hien", "thuc hien theo")   the longest that stands there

A blank is spaces, line breaks and the asterisks of emphasis, a few at most, so that every pattern stays linear.
"""

from typing import Final

BLANK: Final = r"[ \n*]{1,5}"
GAP: Final = r"[ \n*]{0,5}"
START: Final = r"(?<![a-z0-9])"
END: Final = r"(?![a-z0-9])"
ROMAN: Final = rf"(?:[ivxl]{{1,6}}|\d{{1,2}}){END}"


def phrase(words: str) -> str:
    """A pattern for folded words; a comma in them may be missing, and may have blanks on both sides."""
    parts = (BLANK.join(part.split()) for part in words.split(","))
    return rf"{GAP},?{BLANK}".join(parts)


def one_of(*phrases: str) -> str:
    """A group of phrases, the longest first, so that none hides a longer one that begins like it."""
    return "(?:" + "|".join(phrase(words) for words in sorted(phrases, key=len, reverse=True)) + ")"


def opening(words: str) -> str:
    """`phrase`, where a word begins. The test follows the first word, so that the search leaps from one literal to the next."""
    first, _, others = words.partition(" ")
    return f"{first}(?<![a-z0-9]{first})" + (BLANK + phrase(others) if others else "")


def maybe(pattern: str) -> str:
    """The pattern and a blank behind it, or nothing."""
    return f"(?:{pattern}{BLANK})?"
