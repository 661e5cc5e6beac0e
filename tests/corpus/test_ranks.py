"""How high a document stands: by its number's symbol first, then by its kind, then by what a ministry's symbol looks like."""

import pytest

from corpus.ranks import MINISTRY, PRIME_MINISTER, rank_of_document


@pytest.mark.parametrize(
    ("kind", "number", "rank"),
    [
        ("luat", "23/2012/QH13", 1),
        ("luat", None, 1),
        ("phap-lenh", None, 2),
        ("nghi-dinh", "193/2013/NĐ-CP", 3),
        ("nghi-quyet", "05/NQ-CP", 3),
        ("chi-thi", "12/CT-TTg", 4),
        ("quyet-dinh", "461/QĐ-TTg", PRIME_MINISTER),
        ("chi-thi", "34-CT/TW", 1),
        ("thong-tu", "09/2020/TT-BTC", MINISTRY),
        ("quyet-dinh", "15/QĐ-BXX", MINISTRY),
        ("chi-thi", "15-CT/TU", 6),
        ("ke-hoach", "45/KH-XYZ", 7),
        ("ke-hoach", None, 7),
        ("khong-co", "45", 7),
    ],
)
def test_rank_of_document(kind: str, number: str | None, rank: int) -> None:
    assert rank_of_document(kind, number) == rank
