"""The proof of a link: the sentence around a citation, on one line, within its length."""

import pytest

from indexer.facts.quotes import MAX_QUOTE, quote_of

CITED = "Chỉ thị số 12/CT-TTg"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", CITED),
        ("Căn cứ ", " của Thủ tướng", f"Căn cứ {CITED} của Thủ tướng"),
        ("Một câu. Theo ", ", thực hiện. Câu sau.", f"Theo {CITED}, thực hiện."),
        ("Câu hỏi? ", "! Câu sau", f"{CITED}!"),
        ("Một; ", "; hai", f"{CITED};"),
        ("Dòng trên\n", "\nDòng dưới", CITED),
        ("Theo  \t ", " \u00a0 của", f"Theo {CITED} của"),
        ("Ngày 1.5.2018 theo ", " và 3.000 hộ. Hết", f"Ngày 1.5.2018 theo {CITED} và 3.000 hộ."),
        ("Điều 5;b ", " x!y", f"Điều 5;b {CITED} x!y"),
    ],
)
def test_a_quote_is_the_sentence_around(before: str, after: str, shown: str) -> None:
    text = before + CITED + after
    assert quote_of(text, len(before), len(before) + len(CITED)) == shown


@pytest.mark.parametrize(
    ("before", "begins"),
    [(159, "a" * 159 + "X"), (160, "a" * 160 + "X"), (161, "… " + "a" * 160 + "X"), (400, "… " + "a" * 160 + "X")],
)
def test_a_long_sentence_is_cut_before_and_says_so(before: int, begins: str) -> None:
    assert quote_of("a" * before + "X", before, before + 1) == begins


@pytest.mark.parametrize(("after", "kept"), [(159, 159), (160, 160), (161, 160), (400, 160)])
def test_a_long_sentence_is_cut_behind(after: int, kept: int) -> None:
    assert quote_of("X" + "b" * after, 0, 1) == "X" + "b" * kept


def test_an_end_within_reach_is_kept_whole_up_to_the_length_of_a_quote() -> None:
    assert quote_of("X" + "b" * 200 + ". c", 0, 1) == "X" + "b" * 200 + "."
    assert quote_of("X" + "b" * (MAX_QUOTE - 2) + ". c", 0, 1) == "X" + "b" * (MAX_QUOTE - 2) + "."
    assert quote_of("X" + "b" * (MAX_QUOTE - 1) + ". c", 0, 1) == "X" + "b" * (MAX_QUOTE - 1)
    assert quote_of("a" * 100 + "X" + "b" * 300 + ". c", 100, 101) == "a" * 100 + "X" + "b" * (MAX_QUOTE - 101)


def test_a_cut_at_a_space_says_nothing() -> None:
    text = "a" * 50 + " " + "b" * 160 + "X"
    assert quote_of(text, 211, 212) == "b" * 160 + "X"
