"""Abbreviations of the cooperative world, read in both directions."""

import pytest

from corpus.abbreviations import abbreviations, contract, expand


@pytest.mark.parametrize(
    ("token", "wanted"),
    [("HTX", "hợp tác xã"), ("htx", "hợp tác xã"), ("LMHTX", "liên minh hợp tác xã"), ("XYZ", None), ("", None)],
)
def test_expand(token: str, wanted: str | None) -> None:
    assert expand(token) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("liên minh hợp tác xã", ["htx", "lmhtx"]),
        ("LIÊN MINH HỢP TÁC XÃ VIỆT NAM", ["htx", "lmhtx", "lmhtxvn"]),
        ("hợp tác xãy ra", []),
        ("Hợp tác xã", ["htx"]),
        ("", []),
    ],
)
def test_contract_knows_whole_words_alone(text: str, wanted: list[str]) -> None:
    assert contract(text) == wanted


def test_both_directions_agree() -> None:
    for short, full in abbreviations().items():
        assert expand(short.upper()) == full
        assert short in contract(full)


def test_the_table_cannot_be_written_to() -> None:
    with pytest.raises(TypeError):
        abbreviations()["x"] = "y"  # type: ignore[index]
