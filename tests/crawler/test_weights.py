"""How much text a tag holds, and how much of it is link."""

import pytest
from bs4 import BeautifulSoup, Tag

from crawler.weights import Weights


def weigh(html: str) -> tuple[int, int]:
    """(characters of text, characters of running text) of the first tag of the body."""
    soup = BeautifulSoup(html, "html.parser")
    weights, tag = Weights(soup), soup.find(True)
    assert isinstance(tag, Tag)
    return weights.text(tag), weights.value(tag)


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<div>bốn chữ</div>", (7, 7)),
        ("<div>  bốn \n chữ </div>", (7, 7)),
        ("<div><p>một</p><p>hai</p></div>", (6, 6)),
        ("<div>một<a href='/x'>hai</a></div>", (6, 3)),
        ("<div>một<a name='x'>hai</a></div>", (6, 6)),
        ("<div>một<a href=''>hai</a></div>", (6, 3)),
        ("<div>một<!-- ghi chú -->hai</div>", (6, 6)),
        ("<div><a href='/x'><b>hai</b> ba</a></div>", (5, 0)),
        # an item that begins with a link, or is a third of link, is a teaser
        ("<li><a href='/x'>hai</a> một câu dài hơn nhiều</li>", (24, 0)),
        ("<li> <b><a href='/x'>hai</a></b> một câu dài hơn nhiều</li>", (24, 0)),
        ("<li>một câu dài hơn nhiều <a href='/x'>hai</a></li>", (24, 21)),
        ("<li>sáu ký <a href='/x'>ba</a></li>", (8, 6)),
        ("<li>bốn<a href='/x'>ba</a></li>", (5, 0)),
        ("<li>bốn sá<a href='/x'>ba.</a></li>", (9, 0)),
        ("<li>bốn sáu<a href='/x'>ba.</a></li>", (10, 7)),
        ("<li><a name='x'>hai</a> một câu dài</li>", (14, 14)),
        ("<li>một câu</li>", (7, 7)),
        ("<li></li>", (0, 0)),
    ],
)
def test_weights(html: str, wanted: tuple[int, int]) -> None:
    assert weigh(html) == wanted


def test_what_was_not_weighed_weighs_nothing() -> None:
    soup = BeautifulSoup("<div>một</div>", "html.parser")
    weights = Weights(soup)
    other = BeautifulSoup("<p>khác</p>", "html.parser").p
    assert other is not None
    assert (weights.text(other), weights.value(other)) == (0, 0)


def test_what_is_gone_counts_still_in_its_parent() -> None:
    soup = BeautifulSoup("<div><p>một</p><p>hai</p></div>", "html.parser")
    weights = Weights(soup)
    assert soup.div is not None and soup.p is not None
    soup.p.decompose()
    assert weights.text(soup.div) == 6
