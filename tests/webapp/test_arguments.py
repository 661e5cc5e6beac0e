"""What a request asks for, kept within bounds."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from corpus.errors import InputError
from webapp.arguments import asks_for_nothing, number_argument, search_arguments, typed

app = Flask(__name__)


@pytest.fixture(autouse=True)
def application() -> Iterator[None]:
    with app.app_context():
        yield


@pytest.mark.parametrize(
    ("given", "number"),
    [("", 5), ("?n=", 5), ("?n=7", 7), ("?n=0", 1), ("?n=1", 1), ("?n=20", 20), ("?n=21", 20), ("?n=999999999", 20)],
)
def test_a_number_within_bounds(given: str, number: int) -> None:
    with app.test_request_context(f"/{given}"):
        assert number_argument("n", 5, 1, 20) == number


@pytest.mark.parametrize("given", ["a", "-1", "1.5", "٣", "1000000000", " 1", "1e3"])
def test_what_is_no_number_is_named(given: str) -> None:
    wanted = pytest.raises(InputError, match="a whole number is wanted")
    with app.test_request_context("/", query_string={"n": given}), wanted as raised:
        number_argument("n", 5, 1, 20)
    assert raised.value.detail is not None
    assert dict(raised.value.detail.values) == {"name": "n", "value": given}


@pytest.mark.parametrize(
    ("text", "kept"), [("thi đua", "thi đua"), ("a\x00b\x1bc", "abc"), ("a\tb\nc", "a\tb\nc"), ("\u200bx", "x")]
)
def test_control_characters_are_dropped(text: str, kept: str) -> None:
    assert typed(text) == kept


def asked(query: Any) -> Any:
    with app.test_request_context("/", query_string=query):
        return search_arguments()


def test_what_a_plain_request_asks() -> None:
    assert asked({}) == {"text": "", "filters": {}, "sort": "relevance", "page": 1, "limit": 10}


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ({"q": "x" * 2001}, "text", "x" * 2000),
        ({"sort": "newest"}, "sort", "newest"),
        ({"sort": "best"}, "sort", "relevance"),
        ({"page": "501"}, "page", 500),
        ({"limit": "101"}, "limit", 100),
        ({"kind": ["chi-thi", "ke-hoach"]}, "filters", {"kind": ["chi-thi", "ke-hoach"]}),
        ({"cites": "chi-thi.34-ct-tw.2014"}, "filters", {"cites": ["chi-thi.34-ct-tw.2014"]}),
        ({"place": ["x" * 201]}, "filters", {"place": ["x" * 200]}),
        ({"year": [str(year) for year in range(2000, 2030)]}, "filters", {"year": [str(y) for y in range(2000, 2020)]}),
        ({"colour": "red"}, "filters", {}),
    ],
)
def test_what_a_request_asks(query: Any, name: str, value: Any) -> None:
    assert asked(query)[name] == value


@pytest.mark.parametrize(
    ("query", "nothing"),
    [({}, True), ({"q": " \t"}, True), ({"q": "a"}, False), ({"kind": "chi-thi"}, False), ({"sort": "newest"}, True)],
)
def test_whether_anything_is_asked_for(query: Any, nothing: bool) -> None:
    assert asks_for_nothing(asked(query)) is nothing
