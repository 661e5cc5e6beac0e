"""What a page says to crawlers, and to what its addresses are relative."""

import pytest
from bs4 import BeautifulSoup

from crawler.directives import base_of, robots_words


def page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


@pytest.mark.parametrize(
    ("html", "header", "wanted"),
    [
        ("<meta name=robots content='noindex'>", "", {"noindex"}),
        ("<meta name=ROBOTS content='NoIndex, NoFollow'>", "", {"noindex", "nofollow"}),
        ("<meta name=' robots ' content='noindex'>", "", {"noindex"}),
        ("<meta name=danchieu content='nofollow'>", "", {"nofollow"}),
        ("<meta name=googlebot content='noindex'>", "", set()),
        ("<meta property=robots content='noindex'>", "", set()),
        ("<meta name=robots>", "", set()),
        ("<meta name=robots content='none'>", "", {"none", "noindex", "nofollow"}),
        ("<meta name=robots content='noindex'><meta name=robots content='nofollow'>", "", {"noindex", "nofollow"}),
        ("", "noindex", {"noindex"}),
        ("", "noindex, nofollow", {"noindex", "nofollow"}),
        ("", "danchieu: noindex", {"noindex"}),
        ("", "DanChieu: noindex, nofollow", {"noindex", "nofollow"}),
        ("", "otherbot: noindex, nofollow", set()),
        ("", "nofollow, otherbot: noindex", {"nofollow"}),
        ("", "otherbot: noindex, danchieu: nofollow", {"nofollow"}),
        ("", "max-snippet: 50, noindex", {"max", "snippet", "noindex"}),
        ("", "otherbot: noindex, max-snippet: 50, nofollow", set()),
        ("", "NONE", {"none", "noindex", "nofollow"}),
        ("", "", set()),
    ],
)
def test_robots_words(html: str, header: str, wanted: set[str]) -> None:
    assert robots_words(page(html), header) == wanted


def test_a_date_after_which_a_page_goes_is_for_all() -> None:
    assert "noindex" in robots_words(page(""), "unavailable_after: 25 Jun 2030 15:00:00 PST, noindex")


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<base href=' /portal/ '>", "/portal/"),
        ("<base target=_blank>", "http://e.vn/a"),
        ("<base target=_blank><base href='/x/'>", "/x/"),
        ("<!-- <base href='/x/'> -->", "http://e.vn/a"),
        ("", "http://e.vn/a"),
    ],
)
def test_base_of(html: str, wanted: str) -> None:
    assert base_of(page(html), "http://e.vn/a") == wanted
