"""What a page's own style sheet says of lines and ordinals is written into the tags that it means."""

import pytest
from bs4 import BeautifulSoup

from crawler.stylesheet import apply_style_sheet


def style(sheet: str, html: str) -> str | None:
    soup = BeautifulSoup(f"<style>{sheet}</style>{html}", "lxml")
    apply_style_sheet(soup)
    assert soup.body is not None
    tag = soup.body.find(True)
    return tag.get("style")  # type: ignore[union-attr]


P = "<p class='vb k' id='nd'>x</p>"
PRE = "white-space: pre;"


@pytest.mark.parametrize(
    ("sheet", "html", "wanted"),
    [
        (".vb { white-space: pre }", P, PRE),
        (".VB { white-space: pre }", P, None),
        ("#nd { white-space: pre }", P, PRE),
        ("p { white-space: pre }", P, PRE),
        ("P { WHITE-SPACE: PRE }", P, PRE),
        ("div.x > p.vb { white-space: pre }", P, PRE),
        (".a, .k { white-space: pre }", P, PRE),
        (".a { white-space: pre }", P, None),
        ("#vb { white-space: pre }", P, None),
        (".nd { white-space: pre }", P, None),
        ("div { white-space: pre }", P, None),
        (".vb { color: red }", P, None),
        (".vb { color: red; white-space: pre; top: 0 }", P, PRE),
        (".vb { white-space: pre } .k { list-style-type: none }", P, "white-space: pre;list-style-type: none;"),
        (".vb { white-space: pre } .vb { white-space: normal }", P, "white-space: pre;white-space: normal;"),
        ("@media print { .vb { white-space: pre } }", P, PRE),
        (".vb { list-style: upper-roman inside }", P, "list-style: upper-roman inside;"),
        (".vb { white-space: pre }", "<p class=vb style='white-space: normal'>x</p>", "white-space: pre;white-space: normal"),
        ("", P, None),
        ("} { { }", P, None),
    ],
)  # fmt: skip
def test_rules(sheet: str, html: str, wanted: str | None) -> None:
    found = style(sheet, html)
    assert (found.replace(" ;", ";") if found else found) == wanted


def test_a_hostile_sheet_is_bounded() -> None:
    assert style(".a{" * 50_000, P) is None
    assert style(" " * 200_000 + ".vb{white-space:pre}", P) is None, "what stands behind the bound is left"
