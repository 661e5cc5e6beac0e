"""Abbreviations of the cooperative world, in both directions."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from corpus.tables import read_table
from corpus.text import fold


@cache
def abbreviations() -> Mapping[str, str]:
    """Folded abbreviation (``htx``) to its full form in small letters with marks (``hợp tác xã``)."""
    return MappingProxyType({fold(row["short"]): row["full"] for row in read_table("abbreviations", ("short", "full"))})


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
