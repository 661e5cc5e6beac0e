"""How many articles a document has: as the registry knows of well-known laws, or as its own text shows.

Articles that an amendment adds take the number of the one before them and a letter (``Điều 12a``), so that the highest number stays what it was
(Decree 78/2025/NĐ-CP and its forerunners, on the form of amending documents). What is not certain is not known: None.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from corpus.errors import DataError
from corpus.kinds import kinds
from corpus.numbers import number_key
from corpus.tables import members, read_table
from corpus.text import fold

_COLUMNS: Final = ("kind", "number", "issued_on", "articles", "sources")
_SOURCES: Final = 2
"""Places where a count can be looked up, at least."""
_HEADING = re.compile(r"^[ \t*#_>|]{0,8}điều[ \t]{1,3}(\d{1,3})([a-zđ]?)[ \t*_]{0,4}(?:[.:]|[-–][ \t]|$)", re.I | re.M)
_ATTACHED = re.compile(r"\bkem theo\b")
_CLOSING = re.compile(
    r"\bnoi nhan\b|\b(?:tm|kt|tl|tuq)\b\s+\w+|\b(?:chu tich|thu tuong|bo truong|giam doc|chu nhiem)\s*$"
    r"|\bduoc quoc hoi\b.{0,120}\bthong qua\b",
    re.S | re.M,
)
_FEWEST: Final = 2
_MOST_TEXT: Final = 2_000_000


def known_articles(kind: str, number: str | None, issued_on: str | None) -> int | None:
    """The highest article of a well-known document, told by its number, or by the year of one that has none (a constitution).

    >>> known_articles("luat", "23/2012/QH13", None), known_articles("hien-phap", None, "2013"), known_articles("luat", None, None)
    (64, 120, None)
    """
    key = number_key(number) if number else (issued_on or "")[:4]
    return _table().get((kind, key)) if key else None


def count_articles(text: str) -> int | None:
    """The highest article of a whole document, counted by its headings; None unless they run from 1 without a gap to a signature or its like.

    A text with an attachment (``ban hành kèm theo``) has two counts, and one whose end is missing has more than it shows.
    """
    last, end = 0, 0
    for heading in _HEADING.finditer(text[:_MOST_TEXT]):
        number, letter = int(heading[1]), heading[2]
        if letter and number == last:
            continue
        if letter or number != last + 1:
            return None
        last, end = number, heading.end()
    if last < _FEWEST or _ATTACHED.search(fold(text[:_MOST_TEXT])):
        return None
    closing = "\n".join(fold(line) for line in text[end:_MOST_TEXT].split("\n"))
    return last if _CLOSING.search(closing) else None


@cache
def _table() -> Mapping[tuple[str, str], int]:
    """``data/articles.tsv`` by kind, and by number key or, of what has no number, by year. Raises DataError."""
    found: dict[tuple[str, str], int] = {}
    for row in read_table("articles", _COLUMNS):
        what = row["number"] or row["issued_on"]
        if row["kind"] not in kinds():
            raise DataError(f"articles.tsv: kind {row['kind']!r} is not in kinds.tsv ({what})")
        if not row["articles"].isdigit() or len(members(row["sources"])) < _SOURCES:
            raise DataError(f"articles.tsv: {what}: a number of articles and two sources are wanted")
        key = number_key(row["number"]) if row["number"] else row["issued_on"][:4]
        found[row["kind"], key] = int(row["articles"])
    return found
