import pytest

from corpus.errors import NumberError
from corpus.numbers import number_key, parse_number


@pytest.mark.parametrize(
    ("written", "proper", "style"),
    [
        ("34-CT/TW", "34-CT/TW", "party"),
        ("22/CT-TW", "22-CT/TW", "party"),
        ("13/NQ/TW", "13-NQ/TW", "party"),
        ("27-TW/NQ", "27-NQ/TW", "party"),
        ("84 QĐ/TWĐTN", "84-QĐ/TWĐTN", "party"),
        ("15/kh-hu", "15-KH/HU", "party"),
        ("05 – CT/TW", "05-CT/TW", "party"),
        ("03-CT/TƯ", "03-CT/TW", "party"),
        ("02-KH/BCĐTW", "02-KH/BCĐTW", "party"),
        ("12/CT-TTg", "12/CT-TTg", "state"),
        ("19/CT-TTG", "19/CT-TTg", "state"),
        ("1303-QĐ/UBND", "1303/QĐ-UBND", "state"),
        ("582-TTg/QĐ", "582/QĐ-TTg", "state"),
        ("3595/BNN-KL", "3595/BNN-KL", "letter"),
        ("63/SXD-TTr", "63/SXD-TTr", "letter"),
        ("176 /20 09 /TT-BTC", "176/2009/TT-BTC", "state"),
        ("158/ KH – LMHTXVN", "158/KH-LMHTXVN", "state"),
        ("11/2017/QĐTTg", "11/2017/QĐ-TTg", "state"),
        ("155/2016/NÐ-CP", "155/2016/NĐ-CP", "state"),
        ("35/2006/\nNQ-HĐND", "35/2006/NQ-HĐND", "state"),
        ("10/2013/TTLT/BNNPTNT-BKHĐT", "10/2013/TTLT-BNNPTNT-BKHĐT", "state"),
        ("66.25/2026/NQ-CP", "66.25/2026/NQ-CP", "state"),
        ("23/2012/QH13", "23/2012/QH13", "law"),
        ("34/2007/PL-UBTVQH11", "34/2007/PL-UBTVQH11", "law"),
        ("238 /UBND - KGVX", "238/UBND-KGVX", "letter"),
        ("129-CP", "129-CP", "letter"),
        ("152/2025", "152/2025", "bare"),
        ("30a", "30a", "bare"),
    ],
)
def test_proper_form(written: str, proper: str, style: str) -> None:
    number = parse_number(written)
    assert (str(number), number.style) == (proper, style)
    assert str(parse_number(proper)) == proper, "the proper form reads as itself"


def test_provincial_committee() -> None:
    assert str(parse_number("02-NQ/TƯ", provincial=True)) == "02-NQ/TU"


@pytest.mark.parametrize("text", ["", "Số", "abc", "/CT-TW", "1" * 90])
def test_no_number(text: str) -> None:
    with pytest.raises(NumberError):
        parse_number(text)


@pytest.mark.parametrize(
    ("a", "b"), [("05-CT/TW", "5-ct/tw"), ("12/CT-TTg", "12/CT–TTG"), ("30/2020/NĐ-CP", "30/2020/ND-CP")]
)
def test_key_does_not_mind_writing(a: str, b: str) -> None:
    assert number_key(a) == number_key(b)
