"""Words with which names of bodies begin (``uy ban``, ``hiep hoi``): a row of ``data/body_words.tsv`` each, folded; no other file lists them.

where: ``text`` in running text, ``letterhead`` in a paper's head (which names companies and schools, too), ``both``. capital: a body's only with a capital
in running text (``liên hiệp hợp tác xã`` is a kind of enterprise, ``quý`` a quarter). complete: the words are a whole name, ``alone``, ``with centre`` (``Ban Chấp
hành Trung ương``), ``also centre``, ``also ordinal``. acts: a body that begins so is told to do things, so that a sentence begins with it and no summary does: ``yes``, ``first``
only where a text begins, ``after comma`` only there. Names of the registry that begin otherwise (``UBTVQH``) are added whole.
"""

from functools import cache
from typing import Final, Literal, get_args

from corpus.errors import DataError
from corpus.issuers import issuers
from corpus.tables import read_table
from corpus.text import fold

Where = Literal["text", "letterhead"]
Complete = Literal["alone", "with centre", "also centre", "also ordinal"]
Acting = Literal["first", "after comma"]
_COLUMNS: Final = ("words", "where", "capital", "complete", "acts")
_CELLS: Final = {
    "where": ("text", "letterhead", "both"),
    "capital": ("", "yes"),
    "complete": ("", *get_args(Complete)),
    "acts": ("", "yes", *get_args(Acting)),
}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    rows = read_table("body_words", _COLUMNS)
    for number, row in enumerate(rows, start=2):
        for column, cells in _CELLS.items():
            if row[column] not in cells:
                wanted = ", ".join(cell or "nothing" for cell in cells)
                raise DataError(
                    f"body_words.tsv line {number}, column {column}: {wanted} is wanted, got {row[column]!r}"
                )
    return tuple(rows)


@cache
def body_beginnings(where: Where) -> tuple[str, ...]:
    """Folded words with which names of bodies begin, and the registry's names that begin with none of them."""
    words = [row["words"] for row in _rows() if row["where"] in (where, "both")]
    names = [fold(name) for body in issuers().values() for name in (body.name, *body.aliases)]
    begins = tuple(f"{word} " for word in words)
    return (*words, *dict.fromkeys(name for name in names if not f"{name} ".startswith(begins)))


@cache
def capitalised_beginnings() -> frozenset[str]:
    """Those that count in running text only with a capital."""
    return frozenset(row["words"] for row in _rows() if row["capital"])


@cache
def complete_names(how: Complete) -> tuple[str, ...]:
    """Folded words that are a whole name: alone, only with the Party's centre behind them, or with it or an ordinal as well."""
    return tuple(row["words"] for row in _rows() if row["complete"] == how)


@cache
def acting_beginnings(where: Acting) -> tuple[str, ...]:
    """Folded words of bodies that do something: where they stand first, or after a comma, another sentence begins."""
    return tuple(row["words"] for row in _rows() if row["acts"] in ("yes", where))
