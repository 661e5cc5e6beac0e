"""Symbols of issuing bodies inside numbers (``UBND``, ``TTg``): a row of ``data/symbols.tsv`` each. No other file lists them.

system: whose way of writing numbers (`corpus.numbers`). local: ``province`` where every province has such a body, ``unit`` where every district or commune has.
family: ``begins`` where longer symbols begin with it (``HĐND-TT``, ``TWĐTN…``); ``open`` where any letters behind it are its own (``LMHTXQN``).
common: its place among the bodies so often cited that a symbol one slip away is theirs; rarer ones would be turned into each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal, get_args

from corpus.errors import DataError
from corpus.tables import read_table
from corpus.text import fold

System = Literal["party", "state", "other"]
Local = Literal["", "province", "unit"]
Family = Literal["", "begins", "open"]
_COLUMNS: Final = ("symbol", "system", "local", "family", "common")
_MOST_OF_PARTY: Final = 6
_LEAST_OF_DEPARTMENT: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """One symbol, with its marks and case."""

    symbol: str
    system: System
    local: Local
    family: Family
    common: int | None = None


@cache
def organ_symbols() -> Mapping[str, Symbol]:
    """All symbols by their folded letters. Raises DataError on a bad cell, naming line and column."""
    found: dict[str, Symbol] = {}
    for number, row in enumerate(read_table("symbols", _COLUMNS), start=2):
        for column, allowed in (("system", get_args(System)), ("local", get_args(Local)), ("family", get_args(Family))):
            if row[column] not in allowed:
                wanted = ", ".join(filter(None, allowed))
                raise DataError(
                    f"symbols.tsv line {number}, column {column}: one of {wanted} is wanted, got {row[column]!r}"
                )
        if row["common"] and not row["common"].isdecimal():
            raise DataError(
                f"symbols.tsv line {number}, column common: a number or nothing is wanted, got {row['common']!r}"
            )
        symbol = Symbol(**{**row, "common": int(row["common"]) if row["common"] else None})  # type: ignore[arg-type]  # checked above
        found.setdefault(fold(symbol.symbol).replace(" ", ""), symbol)
    return MappingProxyType(found)


@cache
def common_symbols() -> tuple[str, ...]:
    """The symbols of the bodies most often cited, the most cited first."""
    found = [(one.common, one.symbol) for one in organ_symbols().values() if one.common]
    return tuple(symbol for _, symbol in sorted(found))


@cache
def _families() -> tuple[tuple[str, Symbol], ...]:
    """Folded symbols with which others begin, the longest first."""
    found = [(key, symbol) for key, symbol in organ_symbols().items() if symbol.family]
    return tuple(sorted(found, key=lambda row: len(row[0]), reverse=True))


@lru_cache(maxsize=16384)
def symbol_of(key: str) -> Symbol | None:
    """The symbol that folded letters are, else the one with which they begin; None when they are no known body's.

    >>> symbol_of("ubnd").symbol, symbol_of("lmhtxqn").symbol, symbol_of("xyz")
    ('UBND', 'LMHTX', None)
    """
    return organ_symbols().get(key) or next((symbol for begins, symbol in _families() if key.startswith(begins)), None)


def is_open(key: str) -> bool:
    """Whether folded letters are a body's symbol with more letters of its own (``lmhtxqn``)."""
    found = symbol_of(key)
    return found is not None and found.family == "open" and key.isalpha()


@lru_cache(maxsize=16384)
def is_local_symbol(key: str) -> bool:
    """Whether every province (district, commune) has a body of that symbol, folded: by its row, else by how provincial organs are abbreviated.

    Organs of a province's committee end in TU (``VPTU``), its departments begin with S (``STC``: Sở Tài chính).
    """
    found = symbol_of(key)
    if found is not None and found.local:
        return True
    if key.endswith("tu") and len(key) <= _MOST_OF_PARTY:
        return True
    return key.startswith("s") and len(key) >= _LEAST_OF_DEPARTMENT


def is_unit_symbol(key: str) -> bool:
    """Whether a folded symbol is of a body below the province."""
    found = organ_symbols().get(key)
    return found is not None and found.local == "unit"
