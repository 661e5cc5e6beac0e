"""The Constitution: with its year, with the State's name, or alone with a capital."""

import pytest

from indexer.citations.base.form import Stage, run_forms
from indexer.citations.base.view import view_of
from indexer.citations.forms.constitutions import FORM


@pytest.mark.parametrize(
    ("text", "span", "year"),
    [
        ("theo Hiến pháp năm 2013, Quốc hội", "Hiến pháp năm 2013", "2013"),
        ("Hiến pháp 1992", "Hiến pháp 1992", "1992"),
        ("hiến pháp năm 1946", "hiến pháp năm 1946", "1946"),
        ("HIẾN PHÁP\nNĂM 2013", "HIẾN PHÁP\nNĂM 2013", "2013"),
        ("Hiến pháp năm 1892", "Hiến pháp", None),
        ("Hiến pháp năm 2113", "Hiến pháp", None),
        ("Hiến pháp năm 201345", "Hiến pháp", None),
        ("Hiến pháp 2013/QH13", "Hiến pháp", None),
        ("hiến pháp năm 201345", None, None),
        (
            "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992 và",
            "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992",
            "1992",
        ),
        ("hiến pháp của nước CHXHCN Việt Nam", "hiến pháp của nước CHXHCN Việt Nam", None),
        ("Hiến pháp nước XHCN Việt Nam", "Hiến pháp nước XHCN Việt Nam", None),
        ("hiến pháp nước Lào", None, None),
        ("Căn cứ Hiến pháp;", "Hiến pháp", None),
        ("Hiến pháp này", None, None),
        ("Hiến pháp các nước", None, None),
        ("Hiến pháp pháp quyền", None, None),
        ("Hiến pháp nàyx", "Hiến pháp", None),
        ("Hiến pháp năm 2013 này", "Hiến pháp năm 2013", "2013"),
        ("hiến pháp các nước; quyền hiến pháp", None, None),
        ("xHiến pháp năm 2013", None, None),
    ],
)
def test_which_constitution(text: str, span: str | None, year: str | None) -> None:
    view = view_of(text)
    found = run_forms(view, [FORM])
    assert [view.text[one.start : one.end] for one in found] == ([] if span is None else [span])
    for one in found:
        assert (one.issued_on, one.kind, one.form) == (year, "hien-phap", "constitution")
        assert one.name == "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"
        assert (one.body_start, one.reach) == (one.start, one.end)


def test_its_place_among_the_forms() -> None:
    assert (FORM.name, FORM.stage) == ("constitutions", Stage.NAME)
