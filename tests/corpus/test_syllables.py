"""Whether a word can be a Vietnamese syllable: what tells damaged letters from sound ones."""

import unicodedata

import pytest

from corpus.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    "Nghị nghiêng quyết THƯỞNG ăn ở ý yêu khuỷu xoong quốc giữ gìn đặng oai ỷ ghế kỳ pháp trường chích ngoằn".split(),
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word)), "composed or not"


@pytest.mark.parametrize(
    "word", ["NghÞ", "décret", "this", "str", "", "b", "ngh", "wiki", "zalo", "fax", "a1", "hợpp", "ạ́", "bộị"]
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_two_tones_are_one_too_many() -> None:
    assert is_syllable("a\u0301")
    assert not is_syllable("a\u0301\u0300")
