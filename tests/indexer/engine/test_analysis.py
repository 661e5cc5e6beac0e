"""Views of Vietnamese text."""

import pytest

from indexer.engine import analysis
from indexer.engine.analysis import Segmenter, analyse, modern, syllables


def test_a_clause_that_repeats_is_segmented_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = analysis.word_tokenize

    def counted(text: str) -> list[str]:
        seen.append(text)
        found: list[str] = real(text)
        return found

    monkeypatch.setattr(analysis, "word_tokenize", counted)
    segmenter = Segmenter()
    first = "Thực hiện Chỉ thị số 12/CT-TTg, hợp tác xã phát triển."
    words = segmenter.compounds(first)
    assert len(seen) == len(set(seen)) == 2
    assert segmenter.compounds(first.replace("12/CT-TTg", "34-CT/TW")) == words
    assert len(seen) == 2, "only the number is another"


def test_the_cache_of_clauses_is_bounded() -> None:
    segmenter = Segmenter(capacity=3)
    for number in "abcdefgh":
        segmenter.compounds(f"hợp tác xã {number}")
    assert len(segmenter._cache) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hợp tác xã kiểu mới", "hợp_tác_xã"),
        ("phát động thi đua, khen thưởng", "thi_đua"),
        ("Kinh tế tập thể (KTTT)", "kinh_tế"),
        ("thực hiện 34-CT/TW về thi đua", "thực_hiện"),
    ],
)
def test_words_are_segmented(text: str, words: str) -> None:
    assert words in analyse(text).compounds


def test_words_never_cross_punctuation() -> None:
    assert "hợp_tác" not in analyse("Phối hợp. Tác động").compounds
    assert "hợp_tác" not in analyse("phối hợp, tác động").compounds


def test_abbreviations_stand_beside_their_full_forms() -> None:
    views = analyse("Các HTX và UBND xã")
    assert {"htx", "hợp", "tác", "ubnd", "ủy"} <= set(views.marked)
    assert "hop_tac" in views.plain_pairs
    assert "hợp_tác_xã" in views.compounds


def test_syllables_have_one_spelling() -> None:
    assert syllables("HOÀ, hòa; Uỷ ban") == ["hòa", "hòa", "ủy", "ban"]
    assert modern("QUÝ") == "quý"
