"""What the names of a tag say: whole words of known furniture, never a part of a word."""

import pytest
from bs4 import BeautifulSoup, Tag

from crawler import names
from crawler.names import is_hidden, tokens_of, width

ALL = (
    "is_furniture",
    "is_appendix",
    "may_be_furniture",
    "marks_paragraph",
    "is_hidden",
    "is_side",
    "is_main",
    "is_column",
)


def tag(attributes: str, name: str = "div") -> Tag:
    found = BeautifulSoup(f"<table><tr><{name} {attributes}>x</{name}></table>", "html.parser").find(name)
    assert isinstance(found, Tag)
    return found


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("menu", "is_furniture"),
        ("menu-item", "is_furniture"),
        ("Masthead", "is_furniture"),
        ("navBar navbar", "is_furniture"),
        ("share-buttons", "is_furniture is_appendix marks_paragraph"),
        ("tin-lien-quan", "is_furniture is_appendix"),
        ("TinLienQuan", "is_furniture is_appendix"),
        ("comments", "is_furniture is_appendix"),
        ("comment-list", "is_furniture is_appendix may_be_furniture is_side"),
        ("related", "is_furniture is_appendix marks_paragraph is_side"),
        ("sidebar", "is_furniture is_side is_column"),
        ("sidebar-xs", "is_furniture is_side is_column"),
        ("share xs", "is_furniture is_appendix marks_paragraph"),
        ("doc-header", "may_be_furniture"),
        ("print-area", "may_be_furniture"),
        ("comment", "may_be_furniture"),
        ("widget_text", "may_be_furniture is_side"),
        ("article-info", "may_be_furniture is_main"),
        ("byline", "may_be_furniture marks_paragraph"),
        ("has-sidebar", ""),
        ("no-sidebar", ""),
        ("contentWithSidebar", ""),
        ("sidebar-open", ""),
        ("hidden-xs", ""),
        ("print-mobile", ""),
        ("share-desktop", ""),
        ("listing", ""),
        ("submenus", ""),
        ("d-none", "is_hidden"),
        ("Collapse", "is_hidden"),
        ("d-none-md", ""),
        ("col-md-8", "is_column"),
        ("cot-trai", "is_side is_column"),
        ("right", "is_side is_column"),
        ("main-content", "is_main is_column"),
        ("post-content", "is_main is_column"),
        ("noi-dung", "is_main"),
        ("chi-tiet", "is_main"),
        ("van-ban", "is_main"),
        ("danh-sach", "is_side"),
        ("thong-bao", "is_side"),
        ("box-tin", "is_side"),
        ("block2", "is_side"),
        ("content3", "is_main is_column"),
        ("", ""),
    ],
)
def test_what_a_name_says(name: str, wanted: str) -> None:
    for written in (
        (f'class="{name}"', f'id="{name}"') if "is_hidden" not in wanted and " " not in name else (f'class="{name}"',)
    ):
        said = [reader for reader in ALL if getattr(names, reader)(tag(written))]
        assert said == wanted.split(), written


def test_a_role_says_it_too() -> None:
    assert names.is_furniture(tag("role='navigation'"))


@pytest.mark.parametrize(
    ("attributes", "wanted"),
    [
        ("hidden", True),
        ("style='DISPLAY : none'", True),
        ("style='visibility:hidden'", True),
        ("style='display:block'", False),
        ("class='hide'", True),
        ("class='hidden-print'", False),
        ("", False),
    ],
)
def test_what_a_browser_hides(attributes: str, wanted: bool) -> None:
    assert is_hidden(tag(attributes)) is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("col-md-8", 8 / 12),
        ("col-12", 1.0),
        ("span-3", 3 / 12),
        ("grid_6", 6 / 12),
        ("column-1", 1 / 12),
        ("columns-9", 9 / 12),
        ("row col-4", 4 / 12),
        ("col-0", 0.5),
        ("col-13", 0.5),
        ("col-md", 0.5),
        ("box-8", 0.5),
        ("", 0.5),
    ],
)
def test_the_width_of_a_column(name: str, wanted: float) -> None:
    assert width(tag(f'class="{name}"')) == wanted


def test_a_cell_is_a_column() -> None:
    assert names.is_column(tag("", "td"))
    assert not names.is_column(tag("", "tr"))


def test_words_of_names() -> None:
    found = tokens_of(tag('class="contentWithSidebar  a_b-2" id="nd" role="main"'))
    assert found == [("content", "with", "sidebar"), ("a", "b", "2"), ("nd",), ("main",)]
