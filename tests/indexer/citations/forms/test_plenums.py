"""Plenums: every way to say the ordinal, and the term."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "span", "term"),
    [
        ("Nghị quyết Trung ương 7 (khóa X) được", "Nghị quyết Trung ương 7 (khóa X)", "X"),
        ("Nghị quyết Trung ương 5, khóa IX về", "Nghị quyết Trung ương 5, khóa IX", "IX"),
        ("Nghị quyết Trung ương năm khóa IX", "Nghị quyết Trung ương năm khóa IX", "IX"),
        ("Nghị quyết TW 4 khóa XII", "Nghị quyết TW 4 khóa XII", "XII"),
        ("Nghị quyết Hội nghị lần thứ 4 BCH TW khóa XII", "Nghị quyết Hội nghị lần thứ 4 BCH TW khóa XII", "XII"),
        (
            "Nghị quyết Hộinghị lần thứ 7, Ban Chấp hành Trung ương Đảng khóa X về",
            "Nghị quyết Hộinghị lần thứ 7, Ban Chấp hành Trung ương Đảng khóa X",
            "X",
        ),
        ("Kết luận Hội nghị Trung ương 5 khóa XIII", "Kết luận Hội nghị Trung ương 5 khóa XIII", "XIII"),
    ],
)
def test_ordinal_and_term(text: str, span: str, term: str) -> None:
    (row,) = find_citations(text)
    assert (row.text, row.term, row.number, row.issuer) == (span, term, None, None)
