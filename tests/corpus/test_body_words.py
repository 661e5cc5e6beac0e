"""Words with which bodies' names begin: where each counts, and which want a capital."""

import pytest

from corpus import body_words
from corpus.body_words import acting_beginnings, body_beginnings, capitalised_beginnings, complete_names
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


def test_names_that_say_all() -> None:
    assert "chinh phu" in complete_names("alone")
    assert set(complete_names("with centre")) == {"ban chap hanh", "bch"}
    assert "bo chinh tri" in complete_names("also centre") and "uy ban" not in complete_names("alone")


@pytest.mark.parametrize(
    ("word", "first", "after_comma"),
    [("lien minh", True, True), ("thu tuong", True, False), ("so", False, True), ("hoi nong dan", False, False)],
)
def test_bodies_that_do_something(word: str, first: bool, after_comma: bool) -> None:
    assert (word in acting_beginnings("first"), word in acting_beginnings("after comma")) == (first, after_comma)


@pytest.mark.parametrize(("column", "cell"), [("where", "air"), ("capital", "x"), ("complete", "no"), ("acts", "x")])
def test_a_wrong_cell_is_named(monkeypatch: pytest.MonkeyPatch, column: str, cell: str) -> None:
    row = {"words": "uy ban", "where": "both", "capital": "", "complete": "", "acts": "", column: cell}
    monkeypatch.setattr(body_words, "read_table", lambda *given: [row])
    body_words._rows.cache_clear()
    try:
        with pytest.raises(DataError, match=f"line 2, column {column}: .* got '{cell}'"):
            body_words._rows()
    finally:
        body_words._rows.cache_clear()
