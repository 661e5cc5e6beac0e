"""Phrases as patterns: whole words, the longest first, blind to line breaks."""

import pytest

from indexer.campaigns.wording import NUMERALS, one_of, phrases, plain, whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("phat dong thi dua", "phat dong thi dua"),
        ("phat dong\nthi dua", "phat dong\nthi dua"),
        ("phat dong    thi dua", "phat dong"),
        ("phat dong", "phat dong"),
        ("phatdong", None),
        ("xphat dong", None),
        ("phat dongs", None),
        ("phat dong1", None),
        ("(phat dong)", "phat dong"),
    ],
)
def test_phrases_are_whole_and_the_longest(text: str, found: str | None) -> None:
    match = phrases("phat dong", "phat dong thi dua").search(text)
    assert (match and match[0]) == found


def test_the_longest_stands_first_whatever_their_order() -> None:
    assert one_of("a", "abc", "ab", "abc") == one_of("abc", "ab", "a")
    assert one_of("a", "abc").index("abc") < one_of("a", "abc").rindex("a)")
    assert whole("x").startswith("(?<!") and whole("x").endswith(")")


@pytest.mark.parametrize(
    ("word", "number"), [("mot", 1), ("bon", 4), ("tu", 4), ("nam", 5), ("lam", 5), ("muoi", 10), ("muoi hai", 12)]
)
def test_numbers_in_words(word: str, number: int) -> None:
    assert NUMERALS[word] == number


@pytest.mark.parametrize(("text", "value"), [(" a\n b\t c ", "a b c"), ("a", "a"), (" ", "")])
def test_a_passage_as_a_value(text: str, value: str) -> None:
    assert plain(text) == value
