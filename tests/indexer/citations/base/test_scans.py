"""Numbers and dates through scanners, typists and footnotes; nothing else changes."""

import pytest

from indexer.citations import find_citations
from indexer.citations.base.view import view_of


@pytest.mark.parametrize(
    ("text", "number", "issued_on"),
    [
        ("Chỉ thị số l2/CT-TTg ngày 2l/5/20l8", "12/CT-TTg", "2018-05-21"),
        ("Chỉ thị số lO/CT-TTg ngày 1O tháng 4 năm 2O19", "10/CT-TTg", "2019-04-10"),
        ("Nghị định số l07/20l7/NĐ-CP ngày l5/9/2017", "107/2017/NĐ-CP", "2017-09-15"),
        ("Chỉ thị số O5-CT/TW", "05-CT/TW", None),
        ("Chỉ thị số 22-CT/TVV ngày 23/01/2018", "22-CT/TW", "2018-01-23"),
        ("Kết luận 56 -KL/TVV", "56-KL/TW", None),
        ("Nghị định số 41/2010NĐ-CP ngày 12/4/2010", "41/2010/NĐ-CP", "2010-04-12"),
        ("Nghị định 107.2017.NĐ-CP", "107/2017/NĐ-CP", None),
        ("Nghị định 107-2017-NĐ-CP", "107/2017/NĐ-CP", None),
        ("Quyết định số 24/20212QĐ-UBND ngày 11/8/2021", "24/2021/QĐ-UBND", "2021-08-11"),
        ("Nghị định số 45/25010/NĐ-CP ngày 21/4/2010", "45/25010/NĐ-CP", "2010-04-21"),
        ("Quyết định số 1.100/QĐ-UBND ngày 11/8/2021", "1.100/QĐ-UBND", "2021-08-11"),
        ("Quyết định số 2.999/QĐ-UBND", "2.999/QĐ-UBND", None),
        ("Nghị định số 45/250/NĐ-CP ngày 21/4/2010", "45/250/NĐ-CP", "2010-04-21"),
        ("Quy định số 294QĐ/TW", "294-QĐ/TW", None),
        ("Quyết định số 461-/QĐ-TTg", "461/QĐ-TTg", None),
        ("Thông báo số 70-TB/TWngày 07/7/2011", "70-TB/TW", "2011-07-07"),
        ("Quy định số 181của Bộ Chính trị", "181", None),
        ("Kế hoạc số 21- KH/ĐUK", "21-KH/ĐUK", None),
        ("Chỉ thị số 34-CT/TW2 ngày 07/4/2014", "34-CT/TW", "2014-04-07"),
        ("Nghị định số 193/2013/NĐ-CP1,2 ngày 21/11/2013", "193/2013/NĐ-CP", "2013-11-21"),
        ("Nghị quyết số 20-NQ/TW¹ ngày 16/6/2022", "20-NQ/TW", "2022-06-16"),
        ("Kết luận số 56-KL/TW[2] ngày 21/02/20133", "56-KL/TW", "2013-02-21"),
        ("Kế hoạch số 15/KH-BCĐ389", "15/KH-BCĐ389", None),
        ("Công văn số 2204/UBND-VP5", "2204/UBND-VP5", None),
        ("Nghị quyết số 30a/2008/NQ-CP", "30a/2008/NQ-CP", None),
    ],
)
def test_number_and_date(text: str, number: str, issued_on: str | None) -> None:
    given = f"Theo {text} thì làm."
    (row,) = find_citations(given)
    assert (row.number, row.issued_on) == (number, issued_on)
    assert given[row.span.start : row.span.end] == row.text
    assert row.text.startswith(text.split()[0])


@pytest.mark.parametrize(
    "text",
    [
        "Olympic 2O12, vitamin B12, mã 2l0, điều 1l",
        "giai đoạn 2016-2020 TW; 08/2017-QĐ; ngày 15.9.2017, QĐ",
        "I/II; loại I-II; lớp 10A1/12A2; Ol 5; ngày lễ; diện tích 100 m²",
        "Hợp tác xã A (1) và B [2]; kế hoạch giai đoạn 2021–2025.",
    ],
)
def test_what_stays(text: str) -> None:
    assert view_of(text).text == text
