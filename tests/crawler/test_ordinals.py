"""What a browser shows in front of the items of a list."""

import pytest
from bs4 import BeautifulSoup

from crawler.ordinals import Ordinals

ROMAN = {
    1: "I",
    4: "IV",
    5: "V",
    9: "IX",
    14: "XIV",
    40: "XL",
    48: "XLVIII",
    50: "L",
    90: "XC",
    99: "XCIX",
    399: "CCCXCIX",
}


def markers(html: str) -> list[str]:
    ordinals = Ordinals()
    return [ordinals.marker(item).rstrip() for item in BeautifulSoup(html, "lxml").find_all("li")]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<ol><li><li><li></ol>", "1. 2. 3."),
        ("<ol start=9><li><li></ol>", "9. 10."),
        ("<ol start=-1><li><li><li></ol>", "-1. 0. 1."),
        ("<ol start=x><li></ol>", "1."),
        ("<ol start=123456><li></ol>", "1."),
        ("<ol reversed><li><li><li></ol>", "3. 2. 1."),
        ("<ol reversed start=5><li><li></ol>", "5. 4."),
        ("<ol><li><li value=7><li></ol>", "1. 7. 8."),
        ("<ol><li value='+3'><li value='x'></ol>", "3. 4."),
        ("<ul><li value=7><li></ul>", "- -"),
        ("<ol type=a><li><li></ol>", "a) b)"),
        ("<ol type=a start=26><li><li></ol>", "z) 27."),
        ("<ol type=A start=0><li><li></ol>", "0. A)"),
        ("<ol type=i start=4><li></ol>", "iv."),
        ("<ol type=I start=399><li><li></ol>", "CCCXCIX. 400."),
        ("<ol type=disc><li></ol>", "-"),
        ("<ul type=Circle><li></ul>", "-"),
        ("<ul type=square><li></ul>", "-"),
        ("<ol type=x><li></ol>", "1."),
        ("<ol><li type=a><li></ol>", "a) 2."),
        ("<ol type=a><li style='list-style: upper-roman inside'><li></ol>", "I. b)"),
        ("<ol style='list-style-type:decimal-leading-zero'><li></ol>", "1."),
        ("<ol style='list-style-type:lower-latin'><li></ol>", "a)"),
        ("<ol style='list-style-type:upper-latin'><li></ol>", "A)"),
        ("<ol style='LIST-STYLE: Lower-Roman'><li></ol>", "i."),
        ("<ol style='list-style: inside'><li></ol>", "1."),
        ("<ul style='list-style: none'><li><li></ul>", " "),
        ("<ul type=none><li></ul>", ""),
        ("<ol><li><ol><li><li></ol></li><li></ol>", "1. 1. 2. 2."),
        ("<menu><li></menu>", "-"),
        ("<div><li></div>", "-"),
    ],
)
def test_markers(html: str, wanted: str) -> None:
    assert " ".join(markers(html)) == wanted


@pytest.mark.parametrize(("number", "roman"), ROMAN.items())
def test_roman_numbers(number: int, roman: str) -> None:
    assert markers(f"<ol type=I start={number}><li></ol>") == [f"{roman}."]
    assert markers(f"<ol type=i start={number}><li></ol>") == [f"{roman.lower()}."]


def test_a_marker_ends_with_a_blank_unless_there_is_none() -> None:
    item = BeautifulSoup("<ol><li></ol>", "lxml").find("li")
    assert item is not None
    assert Ordinals().marker(item) == "1. "  # type: ignore[arg-type]  # a tag
    bare = BeautifulSoup("<ol style='list-style:none'><li></ol>", "lxml").find("li")
    assert Ordinals().marker(bare) == ""  # type: ignore[arg-type]
