"""Small words that tell where a name or a phrase ends: a row of ``data/function_words.tsv`` each, with what it is for; no other file lists them.

ends_body: the name of a body; ends_bare_body: where no marks tell ``từ`` from ``tư``. ends_law: the name of a law that is not known. ends_open: no whole
phrase ends with it, ends_open_task: nor a task. begins_none: a sentence goes on with it, and no summary begins. empty_in_title: nearly every title
has it. empty_in_query: a query says nothing with it.
"""

from functools import cache
from typing import Final, Literal, get_args

from corpus.errors import DataError
from corpus.tables import read_table

Use = Literal[
    "ends_body",
    "ends_bare_body",
    "ends_law",
    "ends_open",
    "ends_open_task",
    "begins_none",
    "empty_in_title",
    "empty_in_query",
]
_COLUMNS: Final = ("word", *get_args(Use))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    rows = read_table("function_words", _COLUMNS)
    for number, row in enumerate(rows, start=2):
        for column in get_args(Use):
            if row[column] not in ("", "x"):
                raise DataError(
                    f"function_words.tsv line {number}, column {column}: x or nothing is wanted, got {row[column]!r}"
                )
    return tuple(rows)


@cache
def function_words(use: Use) -> frozenset[str]:
    """The words of a use, in small letters with their marks."""
    return frozenset(row["word"] for row in _rows() if row[use])
