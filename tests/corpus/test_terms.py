"""Terms of the Party's congresses, and the ordinals that name them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from corpus.terms import parse_ordinal, party_term_on, party_terms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I", 1),
        ("iv", 4),
        ("VIII", 8),
        ("IX", 9),
        ("XIV", 14),
        ("XL", None),
        ("XXIX", 29),
        ("khóa XI", 11),
        ("lần thứ XIII", 13),
        ("thứ năm", 5),
        ("lần thứ nhất", 1),
        ("mười", 10),
        ("mười hai", 12),
        ("hai mười", None),
        ("tư", 4),
        ("999", 999),
        ("1000", None),
        ("0", 0),
        ("mười hai ba", None),
        ("lần thứ", None),
        ("iiv", None),
        ("", None),
    ],
)
def test_ordinals(text: str, wanted: int | None) -> None:
    assert parse_ordinal(text) == wanted


def test_terms_follow_each_other_without_a_gap() -> None:
    terms = list(party_terms().values())
    assert [term.ordinal for term in terms] == list(range(terms[0].ordinal, terms[0].ordinal + len(terms)))
    for term, following in pairwise(terms):
        assert term.ends_on == following.begins_on
    assert all(parse_ordinal(term.roman) == term.ordinal for term in terms)


def test_a_term_has_its_first_day_and_not_its_last() -> None:
    for term in party_terms().values():
        first = date.fromisoformat(term.begins_on)
        assert party_term_on(first) == term
        before = party_term_on(first - timedelta(days=1))
        assert before is None or before.ordinal == term.ordinal - 1
    assert party_term_on(date.max) == list(party_terms().values())[-1]
