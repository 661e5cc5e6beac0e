"""Abbreviations of the cooperative world, in both directions: a row of ``data/abbreviations.tsv`` each.

short: as people write it. full: in small letters, as tokens of a search. written: in a body's name, with the capitals that it has there (``Ủy ban nhân dân``);
empty where names keep the abbreviation.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from corpus.tables import read_table
from corpus.text import fold


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(read_table("abbreviations", ("short", "full", "written")))


@cache
def abbreviations() -> Mapping[str, str]:
    """Folded abbreviation (``htx``) to its full form in small letters with marks (``hợp tác xã``)."""
    return MappingProxyType({fold(row["short"]): row["full"] for row in _rows()})


def expand(token: str) -> str | None:
    """The full form of an abbreviation, None when it is none.

    >>> expand("HTX")
    'hợp tác xã'
    """
    return abbreviations().get(fold(token))


def contract(text: str) -> list[str]:
    """Folded abbreviations whose full form stands in a text.

    >>> contract("liên minh hợp tác xã")
    ['htx', 'lmhtx']
    """
    folded = f" {fold(text)} "
    return [short for short, full in abbreviations().items() if f" {fold(full)} " in folded]


def expand_words(folded: str) -> str:
    """Folded words with every abbreviation written out.

    >>> expand_words("luat htx va tdkt")
    'luat hop tac xa va thi dua khen thuong'
    """
    table = _folded()
    return " ".join(table.get(word, word) for word in folded.split())


@cache
def _folded() -> Mapping[str, str]:
    return {short: fold(full) for short, full in abbreviations().items()}


@cache
def short_forms() -> frozenset[str]:
    """Every abbreviation as it is written."""
    return frozenset(row["short"] for row in _rows())


@cache
def written_forms() -> Mapping[str, str]:
    """Abbreviation (``UBND``) to how a body's name writes it out (``Ủy ban nhân dân``)."""
    return MappingProxyType({row["short"]: row["written"] for row in _rows() if row["written"]})
