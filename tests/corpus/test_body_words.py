"""Words with which bodies' names begin: where each counts, and which want a capital."""

import pytest

from corpus import body_words
from corpus.body_words import body_beginnings, capitalised_beginnings
from corpus.errors import DataError
from corpus.issuers import issuers
from corpus.text import fold


def test_every_name_of_the_registry_begins_with_one() -> None:
    begins = tuple(body_beginnings("text"))
    names = [fold(name) for body in issuers().values() for name in (body.name, *body.aliases)]
    assert [name for name in names if not f"{name} ".startswith(tuple(f"{word} " for word in begins))] == []


@pytest.mark.parametrize(
    ("word", "in_text", "in_letterhead"),
    [("bo chinh tri", True, False), ("ban chap hanh", True, True), ("cong ty", False, True), ("hop tac", False, False)],
)
def test_where_a_word_counts(word: str, in_text: bool, in_letterhead: bool) -> None:
    assert (word in body_beginnings("text"), word in body_beginnings("letterhead")) == (in_text, in_letterhead)


def test_words_that_want_a_capital_are_words_of_running_text() -> None:
    assert capitalised_beginnings()
    assert capitalised_beginnings() <= set(body_beginnings("text"))


def test_a_wrong_cell_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_words, "read_table", lambda *given: [{"words": "uy ban", "where": "air", "capital": ""}])
    body_words._rows.cache_clear()
    try:
        with pytest.raises(DataError, match=r"line 2, column where: .* got 'air'"):
            body_words._rows()
    finally:
        body_words._rows.cache_clear()
