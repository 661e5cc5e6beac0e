"""Words with which names of bodies begin (``uy ban``, ``hiep hoi``): a row of ``data/body_words.tsv`` each, folded; no other file lists them.

where: ``text`` in running text, ``letterhead`` in a paper's head (which names companies and schools, too), ``both``. capital: a body's only with a capital
in running text (``liên hiệp hợp tác xã`` is a kind of enterprise, ``quý`` a quarter). Names of the registry that begin otherwise (``UBTVQH``) are added whole.
"""

from functools import cache
from typing import Final, Literal

from corpus.errors import DataError
from corpus.issuers import issuers
from corpus.tables import read_table
from corpus.text import fold

Where = Literal["text", "letterhead"]
_COLUMNS: Final = ("words", "where", "capital")


@cache
def _rows() -> tuple[dict[str, str], ...]:
    rows = read_table("body_words", _COLUMNS)
    for number, row in enumerate(rows, start=2):
        if row["where"] not in ("text", "letterhead", "both") or not row["words"]:
            raise DataError(
                f"body_words.tsv line {number}, column where: text, letterhead or both is wanted, got {row['where']!r}"
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
