"""Numbers in running text: where they begin, what of their symbols is theirs, and what is no number."""

import pytest

from indexer.citations.base.numbers import iter_numbers
from indexer.citations.base.view import view_of


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("số 34-CT/TW ngày", ["34-CT/TW"]),
        ("12/CT-TTg", ["12/CT-TTg"]),
        ("Luật 23/2012/QH13, 17/2023/QH15", ["23/2012/QH13", "17/2023/QH15"]),
        ("238 /UBND - KGVX về", ["238 /UBND - KGVX"]),
        ("123/2015 của", ["123/2015"]),
        ("84 QĐ/TWĐTN", ["84 QĐ/TWĐTN"]),
        ("30/2020/\nNĐ-CP", ["30/2020/\nNĐ-CP"]),
        ("34-ct/tw và 12/ct-ttg", ["34-ct/tw", "12/ct-ttg"]),
        ("số26-NQ/TW", ["26-NQ/TW"]),
        ("so26-NQ/TW", ["26-NQ/TW"]),
        ("9so26-NQ/TW", []),
        ("a26-NQ/TW", []),
        ("1.234/QĐ-UBND", ["1.234/QĐ-UBND"]),
        ("12345/QĐ-UBND", ["12345/QĐ-UBND"]),
        ("123456/QĐ-UBND", []),
        ("12a/QĐ-UBND", ["12a/QĐ-UBND"]),
        ("/34-CT/TW", []),
        (".34-CT/TW", []),
        (" -34-CT/TW", ["34-CT/TW"]),
        ("-34-CT/TW", ["34-CT/TW"]),
        ("a-34-CT/TW", []),
        ("a,34-CT/TW", ["34-CT/TW"]),
        ("1,34-CT/TW", []),
        ("34-CT/TW.", ["34-CT/TW"]),
        ("(34-CT/TW)", ["34-CT/TW"]),
        ("34-CT/TW-ABC", ["34-CT/TW-ABC"]),
        ("34-CT/TW - về việc", ["34-CT/TW"]),
        ("34-CT/TW / Báo cáo", ["34-CT/TW"]),
        ("27/QĐ-XPHC", []),
        ("12/2020/DS-ST", []),
        ("12/2020/HS-ST", []),
        ("12/2020/HNGĐ-ST", []),
        ("12/2020/HC-ST", []),
        ("05/HĐMB", []),
        ("05/NQ-HĐQT", []),
        ("05/NQ-ĐHĐCĐ", []),
        ("55/GP-BTTTT", []),
        ("0243.555.666", []),
        ("12/15 ha", []),
        ("12/15", []),
        ("34", []),
        ("123/1899", []),
        ("123/1900", ["123/1900"]),
        ("123/2099", ["123/2099"]),
        ("123/201555", []),
        ("123/2015/abc", []),
        ("123/2015-abc", []),
        ("123/2015/ abc", ["123/2015"]),
        ("123/2015.", ["123/2015"]),
        ("12/ubtvqh14 và 12/qh14", ["12/ubtvqh14", "12/qh14"]),
        ("12-kg/ha", []),
    ],
)
def test_which_numbers(text: str, written: list[str]) -> None:
    view = view_of(text)
    found = list(iter_numbers(view))
    assert [view.text[one.start : one.end] for one in found] == written


@pytest.mark.parametrize(
    ("text", "serial", "year", "organ"),
    [
        ("34-CT/TW", "34", None, "TW"),
        ("176 /20 09 /TT-BTC", "176", "2009", "BTC"),
        ("123/2015", "123", "2015", None),
    ],
)
def test_its_parts(text: str, serial: str, year: str | None, organ: str | None) -> None:
    (found,) = iter_numbers(view_of(text))
    assert (found.number.serial, found.number.year, found.number.organ) == (serial, year, organ)
