"""Terms of the Party's congresses and their plenums' resolutions: what ``khóa XI`` and ``Trung ương 5 khóa IX`` stand for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

from corpus.tables import read_table
from corpus.text import fold

_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_WORDS = {
    word: value
    for value, words in enumerate(
        ("", "mot nhat", "hai", "ba", "bon tu", "nam lam", "sau", "bay", "tam", "chin", "muoi")
    )
    for word in words.split()
}
_ROMAN = re.compile(r"l?x{0,4}(?:ix|iv|v?i{0,4})\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTerm:
    """One term of the Central Committee: from the close of its congress to that of the next."""

    ordinal: int
    roman: str
    begins_on: str
    ends_on: str | None


@cache
def party_terms() -> Mapping[int, PartyTerm]:
    """Terms by the congress's ordinal."""
    rows = read_table("terms", ("roman", "begins_on", "ends_on"))
    terms = {}
    for row in rows:
        ordinal = parse_ordinal(row["roman"])
        if ordinal:
            terms[ordinal] = PartyTerm(
                ordinal=ordinal, roman=row["roman"], begins_on=row["begins_on"], ends_on=row["ends_on"] or None
            )
    return MappingProxyType(terms)


@lru_cache(maxsize=4096)
def party_term_on(day: date) -> PartyTerm | None:
    """The term in which a day lies; None before the first term of the table."""
    iso = day.isoformat()
    for term in party_terms().values():
        if term.begins_on <= iso and (term.ends_on is None or iso < term.ends_on):
            return term
    return None


@lru_cache(maxsize=4096)
def parse_ordinal(text: str) -> int | None:
    """``XIII``, ``13``, ``thứ năm`` or ``lần thứ mười ba`` as a number; None when it is none.

    >>> parse_ordinal("XIV"), parse_ordinal("lần thứ mười một"), parse_ordinal("nhất")
    (14, 11, 1)
    """
    key = re.sub(r"^(?:lan thu|lan|thu|khoa) ", "", fold(text))
    if key.isdigit():
        return int(key) if len(key) < 4 else None
    if key and _ROMAN.match(key):
        total = 0
        for char, following in zip(key, key[1:] + " ", strict=True):
            value = _DIGITS[char]
            total += -value if _DIGITS.get(following, 0) > value else value
        return total
    words = key.split()
    if not words or any(word not in _WORDS for word in words) or len(words) > 2:
        return None
    if len(words) == 1:
        return _WORDS[words[0]]
    return 10 + _WORDS[words[1]] if words[0] == "muoi" else None
