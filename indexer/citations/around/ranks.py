"""How high a document stands: what it guides or carries out stands higher (Luật Ban hành văn bản quy phạm pháp luật, Điều 4).

1 laws, the Party's centre · 2 ordinances · 3 the Government · 4 the Prime Minister · 5 ministries · 6 provinces · 7 all others
"""

from typing import Final

from corpus.text import fold
from indexer.citations.base.mention import Mention

_OF_KIND: Final = {"hien-phap": 1, "bo-luat": 1, "luat": 1, "phap-lenh": 2, "lenh": 2, "sac-lenh": 2, "nghi-dinh": 3}
_OF_ORGAN: Final = {"tw": 1, "qh": 1, "ubtvqh": 2, "cp": 3, "ttg": 4, "hdnd": 6, "ubnd": 6, "ub": 6, "tu": 6}
_MINISTRY: Final = 5
_OTHER: Final = 7


def rank_of(mention: Mention) -> int:
    """Rank of the body that issued a document, as its number or its kind tells; lower numbers stand higher."""
    return rank_of_document(mention.kind, mention.number)


def rank_of_document(kind: str, number: str | None) -> int:
    """`rank_of`, for a kind's slug and a number."""
    symbols = fold(number or "").split()
    organ = symbols[-1].rstrip("0123456789") if symbols else ""
    if organ in _OF_ORGAN:
        return _OF_ORGAN[organ]
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    return _MINISTRY if kind.startswith("thong-tu") or organ.startswith("b") else _OTHER
