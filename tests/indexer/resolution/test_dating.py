"""Which date, issuer and title most statements give."""

import pytest

from indexer.resolution.dating import main_date, main_issuer, main_value
from tests.indexer.resolution.statements import statement

Said = tuple[str | None, int, str | None]
"""A date, how many say it, the earliest day on which one of them did."""


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ([], None),
        ([(None, 3, "2020-01-01")], None),
        ([("2018-05-22", 1, None)], "2018-05-22"),
        # most say it
        ([("2018-05-22", 1, None), ("2018-05-25", 2, None)], "2018-05-25"),
        ([("2018-05-22", 1, None), ("2018-05-25", 1, None), ("2018-05-22", 1, None)], "2018-05-22"),
        # a full date before a vague one, however many say that
        ([("2018", 9, None), ("2019-05-22", 1, None)], "2019-05-22"),
        ([("2018-05", 9, None), ("2019-05-22", 1, None)], "2019-05-22"),
        ([("2018-05", 1, None), ("2019", 1, None)], "2018-05"),
        ([("2018-05", 1, None), ("2019", 2, None)], "2019"),
        # what is vague counts for the days in it
        ([("2018", 2, None), ("2018-05-22", 1, None), ("2019-05-22", 2, None)], "2018-05-22"),
        ([("2018-05", 1, None), ("2018-05-22", 1, None), ("2018-06-22", 1, None)], "2018-05-22"),
        ([("2018-06", 1, None), ("2018-05-22", 1, None), ("2018-06-22", 1, None)], "2018-06-22"),
        # of equals, one on which nobody had cited it yet is no day of it; then the earlier
        ([("2018-05-22", 1, None), ("2018-04-22", 1, None)], "2018-04-22"),
        ([("2018-05-22", 1, "2018-06-01"), ("2018-04-22", 1, "2018-07-01")], "2018-04-22"),
        ([("2018-09-22", 1, "2019-06-01"), ("2019-08-22", 1, "2019-09-01")], "2018-09-22"),
        ([("2018-09-22", 1, "2018-08-01"), ("2018-07-22", 1, "2018-12-01")], "2018-07-22"),
        ([("2018-09-22", 2, "2018-08-01"), ("2018-07-22", 1, "2018-12-01")], "2018-09-22"),
        ([("2018-07-22", 1, "2018-12-01"), ("2018-07-20", 1, None), (None, 1, "2018-07-21")], "2018-07-20"),
        ([("2019-03", 1, "2018-06-01"), ("2019-02", 1, None), ("2018-05", 1, None)], "2018-05"),
    ],
)
def test_the_date_of_a_document(said: list[Said], wanted: str | None) -> None:
    rows = [statement(issued_on=on, count=count, cited_on=cited) for on, count, cited in said]
    assert main_date(rows) == main_date(rows[::-1]) == wanted


@pytest.mark.parametrize("cited_on", ["2018-03-04", "2018-03-05", "2018-12-31"])
def test_an_impossible_day_is_never_preferred(cited_on: str) -> None:
    """Both days are given once; on the later one the document had been cited."""
    said = [statement(issued_on="2018-03-06", cited_on=cited_on), statement(issued_on="2018-03-04", cited_on=cited_on)]
    assert main_date(said) == main_date(said[::-1]) == "2018-03-04"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([("known", "2018-01-01", False), ("head", "2018-02-02", False)], "2018-01-01"),
        ([("head", "2018-02-02", False), *[("cited", "2018-01-01", False)] * 5], "2018-02-02"),
        ([("head", "2018-02-02", True), *[("cited", "2018-01-01", False)] * 2], "2018-01-01"),
    ],
)
def test_who_says_a_date_counts(rows: list[tuple[str, str, bool]], wanted: str) -> None:
    assert main_date(statement(source=source, issued_on=on, posted=posted) for source, on, posted in rows) == wanted


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ([], None),
        ([(None, 5)], None),
        ([("", 5), ("a", 1)], "a"),
        ([("a", 1), ("b", 2)], "b"),
        ([("a", 1), ("b", 1), ("a", 1)], "a"),
        ([("a", 1), ("bb", 1)], "bb"),
        ([("b", 1), ("a", 1)], "a"),
        ([("aaa", 1), ("b", 1), ("b", 1)], "b"),
    ],
)
def test_the_value_with_most_weight(values: list[tuple[str | None, int]], wanted: str | None) -> None:
    assert main_value(values) == wanted


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([], None),
        ([("cited", None, 1)], None),
        ([("cited", "Tỉnh ủy", 2), ("cited", "UBND tỉnh", 1)], "Tỉnh ủy"),
        ([("cited", "Tỉnh ủy", 2), ("cited", "Ban Thường vụ Tỉnh ủy Sơn La", 1)], "Ban Thường vụ Tỉnh ủy Sơn La"),
        ([("cited", "Tỉnh ủy", 2), ("cited", "Tỉnh ủy Sơn La", 1), ("cited", "Tỉnh uỷ Nghệ An", 1)], "Tỉnh uỷ Nghệ An"),
        ([("cited", "Tỉnh ủy", 2), ("cited", "Tỉnh ủy " + "x" * 111, 1)], "Tỉnh ủy " + "x" * 111),
        ([("cited", "Tỉnh ủy", 2), ("cited", "Tỉnh ủy " + "x" * 112, 1)], "Tỉnh ủy"),
        ([("cited", "x" * 130, 1)], "x" * 130),
        ([("cited", "Tỉnh ủy Sơn La", 9), ("known", "Tỉnh ủy", 1)], "Tỉnh ủy"),
        ([("known", None, 1), ("cited", "Tỉnh ủy Sơn La", 1)], "Tỉnh ủy Sơn La"),
        ([("head", "Tỉnh ủy", 1), ("cited", "Bộ Tài chính", 9)], "Tỉnh ủy"),
    ],
)
def test_the_issuer_of_a_document(rows: list[tuple[str, str | None, int]], wanted: str | None) -> None:
    assert (
        main_issuer([statement(source=source, issuer=issuer, count=count) for source, issuer, count in rows]) == wanted
    )
