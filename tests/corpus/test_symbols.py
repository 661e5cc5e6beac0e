"""Symbols of bodies inside numbers: whose system, whose province, and which letters belong to a longer one."""

import pytest

from corpus import symbols
from corpus.errors import DataError
from corpus.symbols import common_symbols, is_local_symbol, is_open, is_unit_symbol, organ_symbols, symbol_of


@pytest.mark.parametrize(
    ("key", "symbol"),
    [("tw", "TW"), ("ubnd", "UBND"), ("lmhtxqn", "LMHTX"), ("lmhtxvn", "LMHTXVN"), ("xyz", None), ("", None)],
)
def test_symbol_of(key: str, symbol: str | None) -> None:
    found = symbol_of(key)
    assert (found.symbol if found else None) == symbol


@pytest.mark.parametrize(
    ("key", "local"),
    [
        ("tu", True), ("ubnd", True), ("hu", True), ("lmhtxqn", True), ("lmhtxvn", False), ("tw", False), ("ttg", False),
        ("vptu", True), ("abcdtu", True), ("abcdetu", False), ("stc", True), ("st", False), ("bct", False),
    ],
)  # fmt: skip
def test_is_local_symbol(key: str, local: bool) -> None:
    assert is_local_symbol(key) is local


@pytest.mark.parametrize(("key", "unit"), [("hu", True), ("qu", True), ("tu", False), ("ubnd", False), ("xyz", False)])
def test_is_unit_symbol(key: str, unit: bool) -> None:
    assert is_unit_symbol(key) is unit


@pytest.mark.parametrize(("key", "is_it"), [("lmhtxqn", True), ("lmhtx7", False), ("tw", False), ("xyz", False)])
def test_is_open(key: str, is_it: bool) -> None:
    assert is_open(key) is is_it


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ({"system": "moon"}, r"line 2, column system: .* got 'moon'"),
        ({"local": "village"}, r"line 2, column local: .* got 'village'"),
        ({"family": "kin"}, r"line 2, column family: .* got 'kin'"),
        ({"common": "yes"}, r"line 2, column common: a number or nothing is wanted, got 'yes'"),
    ],
)
def test_a_wrong_cell_is_named(cell: dict[str, str], told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"symbol": "XX", "system": "state", "local": "", "family": "", "common": "", **cell}
    monkeypatch.setattr(symbols, "read_table", lambda *given: [row])
    organ_symbols.cache_clear()
    try:
        with pytest.raises(DataError, match=told):
            organ_symbols()
    finally:
        organ_symbols.cache_clear()


def test_the_most_cited_stand_first() -> None:
    found = common_symbols()
    assert found[:3] == ("TW", "TU", "CP") and "LMHTXVN" in found and "BCH" not in found
