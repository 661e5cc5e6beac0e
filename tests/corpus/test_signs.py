"""Signs that look like others, soft hyphens, and characters that no XML may hold."""

from xml.etree.ElementTree import fromstring

import pytest

from corpus.numbers import parse_number
from corpus.signs import DASHES, SLASHES, drop_unseen, settle_hyphens
from corpus.text import fold, fold_aligned, normalise


@pytest.mark.parametrize("dash", DASHES, ids=ascii)
def test_every_dash_is_the_hyphen_of_a_number(dash: str) -> None:
    assert str(parse_number(f"107/2017/NĐ{dash}CP")) == "107/2017/NĐ-CP"
    assert fold_aligned(f"34{dash}CT") == "34-ct"


@pytest.mark.parametrize("slash", SLASHES, ids=ascii)
def test_every_slash_is_the_slash_of_a_number(slash: str) -> None:
    assert str(parse_number(f"461{slash}QĐ-TTg")) == "461/QĐ-TTg"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("НĐ-СР", "hd-cp"),
        ("２２－ＣＴ／ＴＷ", "22-ct/tw"),
        ("ΚΗ-UΒΝD", "kh-ubnd"),
        ("𝟏𝟗𝟑/𝐍Đ", "193/nd"),
        ("NƉ NÐ NĐ", "nd nd nd"),
    ],
)
def test_letters_that_look_alike(written: str, folded: str) -> None:
    assert fold_aligned(written) == folded


@pytest.mark.parametrize(
    ("written", "settled"),
    [
        ("NĐ\u00adCP", "NĐ\u00adCP"),
        ("107/2017/NĐ\u00adCP", "107/2017/NĐ-CP"),
        ("34\u00adCT/TW", "34-CT/TW"),
        ("98/2018/NĐ-C\u00adP", "98/2018/NĐ-C\u00adP"),
        ("12/UB\u00adND-KT", "12/UB\u00adND-KT"),
        ("09/2007/TT\u00adLT-BTP", "09/2007/TT\u00adLT-BTP"),
        ("2021\u00ad2025", "2021-2025"),
        ("Nghị đ\u00adịnh", "Nghị đ\u00adịnh"),
        ("34\ufffeCT/TW", "34-CT/TW"),
        ("56\ufffe\nKL/TW", "56-\nKL/TW"),
        ("hướng\ufffedẫn", "hướng\ufffedẫn"),
    ],
)
def test_soft_hyphens(written: str, settled: str) -> None:
    assert settle_hyphens(written) == settled
    assert len(settled) == len(written)


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("số 58/KH‑LMHTX", "số 58/KH-LMHTX"),
        ("giai đoạn 2021–2025", "giai đoạn 2021–2025"),
        ("34\ufffeCT/TW", "34-CT/TW"),
        ("a\uffff\ufdd0\U0001fffeb", "ab"),
        ("hết trang\x0cTrang 2", "hết trang\nTrang 2"),
        ("２２－ＣＴ", "22-CT"),
        ("thi\u00ad đua", "thi đua"),
    ],
)
def test_what_is_stored(given: str, stored: str) -> None:
    assert normalise(given) == stored
    assert normalise(stored) == stored


def test_a_soft_hyphen_does_not_part_a_word_in_search() -> None:
    assert fold("461/Q\u00adĐ-TTg") == fold("461/QĐ-TTg")


@pytest.mark.parametrize("char", ["\x00", "\x1f", "\ufffe", "\uffff", "\ud800"], ids=ascii)
def test_what_is_left_may_stand_in_xml(char: str) -> None:
    assert fromstring(f"<a>{drop_unseen(f'x{char}y')}</a>").text == "xy"
