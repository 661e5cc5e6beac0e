"""The words of a chain of provisions put together: which clause is of which article.

điểm a, b khoản 1, khoản 2 Điều 7      points a and b of clause 1, and clause 2, all of article 7: the lower level first
Điều 5, khoản 2, điểm a                the same place told from above
khoản 2 Điều 5 và Điều 6               a clause of one article, and another article whole
Điều 5 đến Điều 9                      five articles; of a range of more than 20 the first, with the last as its `to`
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from corpus.model import Pinpoint, Span
from corpus.terms import parse_ordinal

Joint = Literal["", ",", "and", "to"]
LEVELS: Final = ("appendix", "part", "chapter", "section", "article", "clause", "point", "subpoint")
"""From the highest to the lowest."""
_key: Final = attrgetter(*LEVELS)
MOST_BETWEEN: Final = 18
MOST_PLACES: Final = 120
"""What a range has between its two ends to be given member by member, and provisions of one mention, at most."""
MOST_ARTICLES: Final = 60
"""Articles that a long range is known to lie in; of a longer one, its two ends."""
_ARTICLE: Final = LEVELS.index("article")
_LETTERED: Final = frozenset(LEVELS) - {"article", "chapter"}
"""Levels that a single letter may name."""
_ROMAN: Final = frozenset("ivxl")
LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""Letters of points in their order (Decree 30/2020, annex I: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư)."""


class Word(NamedTuple):
    """One value of a chain (``khoản 2``, or ``3`` alone behind it). rank: place of its level in `LEVELS`. joint: what joins it to the word before it.

    start, end: offsets in the view.
    """

    rank: int
    value: str
    joint: Joint
    start: int
    end: int


class _Place(NamedTuple):
    """A provision under way: its words by rank, and the lowest of them. joint: what joins it to the one before it."""

    path: Mapping[int, Word]
    leaf: Word
    joint: Joint

    @property
    def end(self) -> int:
        """Where its words end."""
        return max(word.end for word in self.path.values())

    @property
    def above(self) -> dict[int, Word]:
        """Its words without the lowest."""
        return {rank: word for rank, word in self.path.items() if rank < self.leaf.rank}


def provisions_of(words: Sequence[Word]) -> tuple[Pinpoint, ...]:
    """The provisions that a chain names, in its order, each once; at most 120."""
    found: dict[tuple[str | None, ...], Pinpoint] = {}
    for before, place in pairwise([None, *_from_above(_from_below(words))]):
        if place is None:
            continue
        between = _range(before, place)
        first = _pinpoint(before.path) if before and between is None else None
        if first and before:
            found[_key(first)] = replace(first, to=place.leaf.value, span=Span(start=first.span.start, end=place.end))
            continue
        for one in (*(between or ()), _pinpoint(place.path)):
            found.setdefault(_key(one), one)
    return tuple(found.values())[:MOST_PLACES]


def articles_of(pinpoints: Iterable[Pinpoint]) -> tuple[str, ...]:
    """The articles that some provisions lie in, each once in their order; of a range of more than 60 its two ends."""
    found: dict[str, None] = {}
    for one in pinpoints:
        if one.article is None:
            continue
        found[one.article] = None
        if one.to and (one.clause, one.point, one.subpoint) == (None, None, None):
            between = _values_between(one.article, one.to)
            found |= dict.fromkeys([*(between if len(between) < MOST_ARTICLES else ()), one.to])
    return tuple(found)


@lru_cache(maxsize=4096)
def value_of(level: str, written: str) -> str | None:
    """A value in its one spelling; None where a text has no such value of a level.

    >>> value_of("article", "05"), value_of("chapter", "ii"), value_of("part", "thứ nhất"), value_of("point", "ở")
    ('5', 'II', '1', None)
    """
    plain = written.lower().replace("ð", "đ")
    if plain.startswith("thứ"):
        ordinal = parse_ordinal(plain)
        return str(ordinal) if ordinal else plain.split()[-1].upper()
    if plain[0].isdigit():
        digits = len(plain) - len(plain.lstrip("0123456789"))
        return f"{int(plain[:digits])}{plain[digits:]}"
    if len(plain) <= 2 and plain[0] in LETTERS and plain[1:].isdigit() | (len(plain) == 1) and level in _LETTERED:
        is_roman = plain[0] in _ROMAN and level not in ("clause", "point", "subpoint")
        return plain.upper() if is_roman or level in ("appendix", "part", "section") else plain
    roman = plain.rstrip("abcd") if len(plain) > 1 else plain
    return roman.upper() + plain[len(roman) :] if roman and set(roman) <= _ROMAN else None


def _from_below(words: Sequence[Word]) -> list[_Place]:
    """Places whose parents stand behind them: read from the end, a word of a lower level than the one behind it is of that one."""
    places: list[_Place] = []
    context: dict[int, Word] = {}
    behind: Word | None = None
    for word in reversed(words):
        if behind is not None and word.rank > behind.rank:
            if behind.joint in ("and", "to") and word.rank <= _ARTICLE:
                context = {}
            else:
                places.pop()
        context = {rank: one for rank, one in context.items() if rank < word.rank} | {word.rank: word}
        places.append(_Place(context, word, word.joint))
        behind = word
    return places[::-1]


def _from_above(places: Iterable[_Place]) -> list[_Place]:
    """Places with the parents that stand in front of them: ``Điều 5, khoản 2``; and ``khoản 3`` behind it."""
    found: list[_Place] = []
    descending = False
    for place in places:
        last, top = (found[-1] if found else None), min(place.path)
        if last and place.joint in ("", ",") and last.leaf.rank < top:
            found[-1] = _Place({**last.path, **place.path}, place.leaf, last.joint)
            descending = True
        elif last and descending and last.leaf.rank == top == place.leaf.rank:
            found.append(_Place({**last.above, **place.path}, place.leaf, place.joint))
        else:
            found.append(place)
            descending = False
    return found


def _range(before: _Place | None, place: _Place) -> list[Pinpoint] | None:
    """The places between two, where a range runs from one to the other; empty where none does, None where there are too many of them."""
    if before is None or place.joint != "to" or before.leaf.rank != place.leaf.rank or not _same(before, place):
        return []
    values = _values_between(before.leaf.value, place.leaf.value)
    if len(values) > MOST_BETWEEN:
        return None
    span = Span(start=before.leaf.start, end=place.end)
    above = {LEVELS[rank]: word.value for rank, word in place.above.items()}
    level = LEVELS[place.leaf.rank]
    return [Pinpoint(span=span, **{**above, level: value}) for value in values]


def _same(first: _Place, second: _Place) -> bool:
    """Whether two places have the same parents."""
    return {rank: word.value for rank, word in first.above.items()} == {
        rank: word.value for rank, word in second.above.items()
    }


def _values_between(first: str, last: str) -> Sequence[str]:
    """What lies between two values of one level, without them: numbers, Roman numerals, letters of points."""
    if first.isdigit() and last.isdigit():
        return [str(one) for one in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1 and first in LETTERS and last in LETTERS:
        return LETTERS[LETTERS.index(first) + 1 : LETTERS.index(last)]
    low, high = (parse_ordinal(one) if one.isupper() else None for one in (first, last))
    return [_roman(one) for one in range(low + 1, high)] if low and high else []


def _roman(number: int) -> str:
    """A number below 40 as Roman numerals: no document has more chapters."""
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


def _pinpoint(path: Mapping[int, Word]) -> Pinpoint:
    if len(path) == 1:
        (word,) = path.values()
        return Pinpoint(span=Span(start=word.start, end=word.end), **{LEVELS[word.rank]: word.value})
    words = path.values()
    span = Span(start=min(word.start for word in words), end=max(word.end for word in words))
    return Pinpoint(span=span, **{LEVELS[rank]: word.value for rank, word in path.items()})
