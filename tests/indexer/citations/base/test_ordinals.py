"""Ordinals as congresses and plenums have them, over folded text."""

import re

import pytest

from indexer.citations.base.ordinals import NTH, SPELLED, TERM, YEARS, numeral_of


@pytest.mark.parametrize(
    ("pattern", "text", "taken"),
    [
        (SPELLED, "nhat", "nhat"),
        (SPELLED, "muoi", "muoi"),
        (SPELLED, "muoi mot", "muoi mot"),
        (SPELLED, "muoi lam khoa", "muoi lam"),
        (SPELLED, "nam\ntu", "nam\ntu"),
        (SPELLED, "bon nhat", "bon"),
        (SPELLED, "muoi chinh", "muoi"),
        (SPELLED, "namx", None),
        (SPELLED, "hop", None),
        (NTH, "lan thu XII".lower(), "lan thu xii"),
        (NTH, "thu nam", "thu nam"),
        (NTH, "lan 5 khoa", "lan 5"),
        (NTH, "lan thu 12,", "lan thu 12"),
        (NTH, "lan thu 123", None),
        (NTH, "lan thu", None),
        (NTH, "thu5", None),
        (NTH, "thu xiia", None),
        (TERM, "khoa ix", "khoa ix"),
        (TERM, "khoa thu 9", "khoa thu 9"),
        (TERM, "khoa\n*ix", "khoa\n*ix"),
        (TERM, "khoa hop", None),
        (TERM, "khoaix", None),
        (YEARS, "nhiem ky 2020-2025", "nhiem ky 2020-2025"),
        (YEARS, "nhiem ky 2020 -\n2025", "nhiem ky 2020 -\n2025"),
        (YEARS, "nhiem ky 2020  - 2025", None),
        (YEARS, "nhiem ky 202-2025", None),
        (YEARS, "nhiem ky 2020", None),
    ],
)
def test_what_an_ordinal_takes(pattern: str, text: str, taken: str | None) -> None:
    match = re.match(pattern, text)
    assert (match[0] if match else None) == taken


@pytest.mark.parametrize("unit", "mot hai ba tu bon lam nam sau bay tam chin nhat muoi".split())
def test_every_number_word_is_spelled(unit: str) -> None:
    assert re.fullmatch(SPELLED, unit)


@pytest.mark.parametrize(
    ("text", "numeral"),
    [
        ("khoa ix", "IX"),
        ("lan thu 12", "12"),
        ("(khoa xiii)", "XIII"),
        ("khoa x ", "X"),
        ("lan thu nam", None),
        ("khoa ix))", None),
        ("khoa ix nay", None),
        ("", None),
        (None, None),
    ],
)
def test_the_numeral_at_the_end(text: str | None, numeral: str | None) -> None:
    assert numeral_of(text) == numeral
