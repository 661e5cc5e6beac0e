"""How high a document stands (Luật Ban hành văn bản quy phạm pháp luật, Điều 4): what it guides or carries out stands higher.

1 laws, the Party's centre · 2 ordinances · 3 the Government · 4 the Prime Minister · 5 ministries · 6 provinces · 7 all others
"""

from functools import cache
from typing import Final

from corpus.issuers import issuers
from corpus.kinds import kinds
from corpus.text import fold

PRIME_MINISTER: Final = 4
"""Ranks down to this one belong to the centre alone."""
MINISTRY: Final = 5
_OTHER: Final = 7


@cache
def _ranks_of_symbols() -> dict[str, int]:
    rows = [(fold(symbol), body.rank) for body in issuers().values() for symbol in body.symbols]
    return {symbol: rank for symbol, rank in rows if rank is not None}


def rank_of_document(kind: str, number: str | None) -> int:
    """Rank of the body that issued a document, as the symbol in its number or its kind (a slug) tells; lower numbers stand higher."""
    symbols = fold(number or "").split()
    organ = symbols[-1].rstrip("0123456789") if symbols else ""
    rank = _ranks_of_symbols().get(organ)
    if rank is not None:
        return rank
    known = kinds().get(kind)
    if known is not None and known.rank is not None:
        return known.rank
    return MINISTRY if organ.startswith("b") else _OTHER
