"""How alike two tasks are."""

import pytest

from indexer.campaigns.precedents.likeness import ALIKE, alike, likeness, syllable_pairs


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("Trồng cây gây rừng", "Trồng cây gây rừng", 1.0),
        ("Trồng cây gây rừng", "trong cay gay rung.", 1.0),
        ("Trồng cây gây rừng", "Mở lớp tập huấn", 0.0),
        ("Trồng cây gây rừng", "Trồng cây", 0.5),
        ("Trồng cây", "Trồng", 0.0),
        ("", "", 0.0),
        ("a b c d e", "a b x d e", 0.5),
    ],
)
def test_likeness(a: str, b: str, share: float) -> None:
    assert likeness(a, b) == likeness(b, a) == share


@pytest.mark.parametrize(
    ("ours", "theirs", "count"),
    [
        (["a b c d e"], ["a b v w x"], 1),
        (["a b c d e f"], ["a b v w x"], 0),
        (["a b c", "x y z"], ["a b c"], 1),
        (["a b c", "a b d"], ["a b c"], 2),
        ([], ["a b"], 0),
        (["a b"], [], 0),
    ],
)
def test_a_quarter_in_common_is_alike(ours: list[str], theirs: list[str], count: int) -> None:
    assert alike(ours, theirs) == count
    assert likeness("a b c d e", "a b v w x") == ALIKE


def test_pairs_are_of_neighbours() -> None:
    assert syllable_pairs("Mở lớp mở lớp") == {("mo", "lop"), ("lop", "mo")}
