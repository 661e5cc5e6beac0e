"""Page numbers inside of citations, and bare numbers that are none."""

import pytest

from indexer.citations import find_citations
from indexer.citations.base.view import view_of


@pytest.mark.parametrize(
    ("text", "number", "issued_on", "issuer"),
    [
        (
            "Kết luận số 56-\nTrang 2/6\nKL/TW ngày 21/02/2013 của Bộ Chính trị",
            "56-KL/TW",
            "2013-02-21",
            "Bộ Chính trị",
        ),
        ("Nghị định số 98/2018/\n\n- 3 -\n\nNĐ-CP ngày 05/7/2018", "98/2018/NĐ-CP", "2018-07-05", None),
        ("Nghị định số\n\n5\n\n107/2017/NĐ-CP", "107/2017/NĐ-CP", None, None),
        ("Chỉ thị\nTrang 3\nsố 12/CT-TTg", "12/CT-TTg", None, None),
        ("Chỉ thị số 12/CT-TTg ngày 21\n\n4\n\ntháng 5 năm 2018", "12/CT-TTg", "2018-05-21", None),
        ("Chỉ thị số 12/CT-TTg ngày\n6\n21/5/2018", "12/CT-TTg", "2018-05-21", None),
        ("Chỉ thị số 12/CT-TTg\n\n7\n\nngày 21/5/2018", "12/CT-TTg", "2018-05-21", None),
        ("Chỉ thị số 12/CT-TTg của Thủ tướng\nTrang 4/10\nChính phủ", "12/CT-TTg", None, "Thủ tướng Chính phủ"),
        ("Kết luận số 56-KL/\f12\nTW", "56-KL/TW", None, None),
    ],
)
def test_a_page_number_is_passed_over(text: str, number: str, issued_on: str | None, issuer: str | None) -> None:
    given = f"Theo {text}; và."
    (row,) = find_citations(given)
    assert (row.number, row.issued_on, row.issuer) == (number, issued_on, issuer)
    assert given[row.span.start : row.span.end] == row.text


@pytest.mark.parametrize(
    "text",
    [
        "Các việc:\n1\nKế hoạch số 12/KH-UBND\n2\nKế hoạch số 13/KH-UBND",
        "TT\n1\nHợp tác xã\n2\n",
        "của Bộ Y tế\n2\nThông tư",
    ],
)
def test_numbers_of_items_stay(text: str) -> None:
    assert view_of(text).text == text
