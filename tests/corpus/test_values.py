"""Values of rows: the pattern that a description of a date gives takes dates of any precision, and nothing else."""

import re
from typing import get_args

import pytest

from corpus.values import IsoDate, KnownOn, Pattern


@pytest.mark.parametrize(
    ("text", "fits"),
    [("2018", True), ("2018-05", True), ("2018-05-22", True), ("18", False), ("2018-5", False), ("2018-05-22x", False)],
)
def test_iso_date(text: str, fits: bool) -> None:
    _, pattern = get_args(IsoDate)
    assert isinstance(pattern, Pattern)
    assert bool(re.match(pattern.regex, text)) is fits


def test_a_description_stands_beside_its_value() -> None:
    assert "as precise as known" in get_args(KnownOn)[-1]
