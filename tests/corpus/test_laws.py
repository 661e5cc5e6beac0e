"""Names of laws in running text: the longest known one counts, `và` does not."""

import pytest

from corpus.laws import first_words, law_names, longest_law_name


@pytest.mark.parametrize(
    ("kind", "text", "count"),
    [
        ("luat", "hop tac xa nam 2012", 3),
        ("luat", "thi dua khen thuong va cac", 4),
        ("luat", "phi va le phi cua", 4),
        ("luat", "phi le phi", 3),
        ("luat", "hop tac", 0),
        ("luat", "hop", 0),
        ("luat", "va hop tac xa", 0),
        ("luat", "", 0),
        ("bo-luat", "lao dong moi", 2),
        ("luat", "dan su moi", 0),
        ("bo-luat", "hop tac xa", 0),
    ],
)
def test_longest_law_name(kind: str, text: str, count: int) -> None:
    assert longest_law_name(kind, text.split()) == count


@pytest.mark.parametrize("kind", ["luat", "bo-luat", "phap-lenh"])
def test_every_name_is_found_whole_and_begins_with_a_first_word(kind: str) -> None:
    assert law_names(kind)
    for key, name in law_names(kind).items():
        words = key.split()
        assert longest_law_name(kind, [*words, "xyz"]) == len(words), name
        assert words[0] in first_words(kind)
        assert "va" not in words, name


def test_names_keep_their_marks() -> None:
    assert law_names("luat")["hop tac xa"] == "Hợp tác xã"
    assert not law_names("ke-hoach")
