"""Chains of provisions put together."""

import pytest

from indexer.citations import find_citations
from indexer.citations.around.provisions import MOST_BETWEEN, MOST_PLACES, value_of
from tests.indexer.citations.around.test_pinpoints import told

LAW = "Luật Hợp tác xã năm 2023"


@pytest.mark.parametrize(
    ("words", "provisions"),
    [
        ("Điều 5, khoản 2, điểm đ", ["article 5 clause 2 point đ"]),
        ("Điều 5 khoản 1, khoản 2", ["article 5 clause 1", "article 5 clause 2"]),
        ("Chương II, Điều 5", ["chapter II article 5"]),
        ("Điều 5 Chương II", ["chapter II article 5"]),
        ("Điều 5 và Chương II", ["article 5", "chapter II"]),
        ("khoản 2 Điều 5 và Điều 6", ["article 5 clause 2", "article 6"]),
        ("khoản 2 và 3 Điều 5", ["article 5 clause 2", "article 5 clause 3"]),
        (
            "điểm a, b khoản 1, khoản 2 Điều 7, Điều 8",
            ["article 7 clause 1 point a", "article 7 clause 1 point b", "article 7 clause 2", "article 8"],
        ),
        (
            "điểm a khoản 1; điểm d khoản 3 Điều 5 và khoản 2 Điều 6",
            ["article 5 clause 1 point a", "article 5 clause 3 point d", "article 6 clause 2"],
        ),
        ("Mục 2 Phụ lục I", ["appendix I section 2"]),
        ("Điều 5, Điều 5", ["article 5"]),
    ],
)
def test_levels_are_put_together(words: str, provisions: list[str]) -> None:
    (citation,) = find_citations(f"theo {words} {LAW}")
    assert [told(one) for one in citation.pinpoints] == provisions


@pytest.mark.parametrize(
    ("words", "provisions"),
    [
        ("Điều 5 đến Điều 8", ["article 5", "article 6", "article 7", "article 8"]),
        ("từ Điều 5 đến hết Điều 6", ["article 5", "article 6"]),
        ("khoản 1 - 3 Điều 4", ["article 4 clause 1", "article 4 clause 2", "article 4 clause 3"]),
        ("điểm d đến điểm g khoản 1 Điều 4", [f"article 4 clause 1 point {letter}" for letter in "dđeg"]),
        ("Chương IX đến Chương XI", ["chapter IX", "chapter X", "chapter XI"]),
        ("Điều 1 đến Điều 115", ["article 1 to 115"]),
        ("khoản 2 Điều 5 đến khoản 4 Điều 6", ["article 5 clause 2", "article 6 clause 4"]),
    ],
)
def test_ranges(words: str, provisions: list[str]) -> None:
    (citation,) = find_citations(f"theo {words} {LAW}")
    assert [told(one) for one in citation.pinpoints] == provisions


def test_a_mention_has_so_many_at_most() -> None:
    ranges = ", ".join(f"Điều {low} đến Điều {low + MOST_BETWEEN}" for low in range(1, 900, 30))
    (citation,) = find_citations(f"{ranges} {LAW}")
    assert 0 < len(citation.pinpoints) <= MOST_PLACES


@pytest.mark.parametrize(
    ("level", "written", "value"),
    [
        ("article", "012", "12"),
        ("article", "12A", "12a"),
        ("article", "b", None),
        ("chapter", "iv", "IV"),
        ("chapter", "thứ hai", "2"),
        ("part", "Thứ Nhất", "1"),
        ("part", "b", "B"),
        ("section", "2.1", "2.1"),
        ("point", "Đ", "đ"),
        ("point", "i", "i"),
        ("point", "ở", None),
        ("point", "f", None),
        ("appendix", "IIa", "IIa"),
    ],
)
def test_values_have_one_spelling(level: str, written: str, value: str | None) -> None:
    assert value_of(level, written) == value
