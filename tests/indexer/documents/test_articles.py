"""Articles of a document: their order, and those that cannot be."""

import pytest

from indexer.citations import find_citations
from indexer.citations.around.provisions import articles_of
from indexer.documents.articles import article_order, exists, first_beyond, pinpoint_row


def test_articles_stand_in_their_order() -> None:
    assert sorted(["13", "12a", "2", "12", "II"], key=article_order) == ["II", "2", "12", "12a", "13"]


@pytest.mark.parametrize(
    ("article", "count", "found"),
    [
        ("1", 64, True),
        ("64", 64, True),
        ("64a", 64, True),
        ("65", 64, False),
        ("0", 64, False),
        ("5", None, None),
        ("V", 64, None),
    ],
)
def test_whether_an_article_can_be(article: str, count: int | None, found: bool | None) -> None:
    assert exists(article, count) is found


@pytest.mark.parametrize(
    ("words", "count", "beyond"),
    [
        ("khoản 3 Điều 250", 115, "250"),
        ("Điều 5, Điều 70 và Điều 80", 64, "70"),
        ("Điều 1 đến Điều 100", 64, "100"),
        ("khoản 1 đến khoản 90 Điều 5", 64, None),
        ("Chương XX", 64, None),
        ("Điều 250", None, None),
    ],
)
def test_the_first_that_cannot_be(words: str, count: int | None, beyond: str | None) -> None:
    (citation,) = find_citations(f"theo {words} Luật Hợp tác xã năm 2012")
    assert first_beyond([pinpoint_row(one) for one in citation.pinpoints], count) == beyond


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("khoản 1, khoản 2 Điều 5, Điều 7", ("5", "7")),
        ("Điều 10 đến Điều 40", tuple(str(one) for one in range(10, 41))),
        ("Điều 1 đến Điều 100", ("1", "100")),
        ("khoản 1 đến khoản 90 Điều 5", ("5",)),
        ("Chương II", ()),
    ],
)
def test_articles_that_provisions_lie_in(words: str, articles: tuple[str, ...]) -> None:
    (citation,) = find_citations(f"theo {words} Luật Hợp tác xã năm 2012")
    assert articles_of(citation.pinpoints) == articles
