import unicodedata

import pytest

from corpus.text import fold, fold_aligned, normalise, normalise_line, slugify


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("  a \t b\u00a0c  ", "a b c"),
        ("a\x00b\ufeffc\u200bd", "abcd"),
        ("a\ud800b", "a\ufffdb"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết"),
        ("", ""),
    ],
)
def test_normalise(given: str, wanted: str) -> None:
    assert normalise(given) == wanted
    assert normalise(wanted) == wanted, "a normalised text does not change again"


def test_normalise_line_keeps_one_line() -> None:
    assert normalise_line("Kế hoạch\n  số 5") == "Kế hoạch số 5"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Chỉ thị số 34-CT/TW", "chi thi so 34 ct tw"),
        ("ĐẮK LẮK", "dak lak"),
        (unicodedata.normalize("NFD", "Hòa Bình"), "hoa binh"),
        ("Nghị ÐỊNH", "nghi dinh"),
        ("“”…", ""),
    ],
)
def test_fold(given: str, wanted: str) -> None:
    assert fold(given) == wanted


@pytest.mark.parametrize("text", ["Nghị quyết số 20–NQ/TW “mới” …", "İstanbul ﬁ ½ 中", "đĐÐ\n\t"])
def test_fold_aligned_keeps_offsets(text: str) -> None:
    assert len(fold_aligned(text)) == len(text)


def test_slugify() -> None:
    assert slugify("TP. Hồ Chí Minh") == "tp-ho-chi-minh"
