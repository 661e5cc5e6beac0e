"""Small words by what they are for."""

from typing import get_args

import pytest

import corpus.function_words
from corpus.errors import DataError
from corpus.function_words import Use, function_words


@pytest.mark.parametrize(
    ("use", "has", "lacks"),
    [
        ("ends_body", "về", "xã"),
        ("ends_bare_body", "về", "tại"),
        ("ends_law", "mới", "tác"),
        ("ends_open", "và", "xã"),
        ("ends_open_task", "gồm", "ở"),
        ("begins_none", "đã", "quy"),
        ("empty_in_title", "tỉnh", "tinh"),
        ("empty_in_query", "số", "luật"),
    ],
)
def test_a_use_has_its_words(use: Use, has: str, lacks: str) -> None:
    assert has in function_words(use) and lacks not in function_words(use)


def test_every_use_is_listed_and_every_word_used() -> None:
    rows = corpus.function_words._rows()
    assert len({row["word"] for row in rows}) == len(rows)
    assert all(any(row[use] for use in get_args(Use)) for row in rows)
    assert all(row["word"] == row["word"].lower() for row in rows)


def test_a_cell_that_is_wrong_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"word": "và", **dict.fromkeys(get_args(Use), ""), "ends_law": "có"}
    monkeypatch.setattr(corpus.function_words, "read_table", lambda name, columns: [row])
    corpus.function_words._rows.cache_clear()
    with pytest.raises(DataError, match="line 2, column ends_law: x or nothing is wanted, got 'có'"):
        corpus.function_words._rows()
    corpus.function_words._rows.cache_clear()
