"""How far a heading and a sentence reach."""

import pytest

from indexer.citations import find_citations

_THREE = "1. Quyết định số 1/QĐ-UBND;\n2. Điều 5 Quyết định số 2/QĐ-UBND;\na) Quyết định số 3/QĐ-UBND.\n"


@pytest.mark.parametrize(
    ("heading", "relation"),
    [
        ("Bãi bỏ các văn bản sau đây:", "repeals"),
        ("Các quyết định sau hết hiệu lực từ hôm nay, gồm các văn bản sau:", "repeals"),
        ("Căn cứ các văn bản:", "based_on"),
        ("Thực hiện các quyết định sau:", "implements"),
        ("Danh sách gồm:", "mentions"),
    ],
)
def test_a_heading_speaks_of_its_items(heading: str, relation: str) -> None:
    assert [row.relation for row in find_citations(f"{heading}\n{_THREE}")] == [relation] * 3


def test_a_paragraph_ends_the_list() -> None:
    rows = find_citations(f"Bãi bỏ các văn bản sau đây:\n{_THREE}Nơi nhận ghi ở cuối.\n1. Quyết định số 4/QĐ-UBND")
    assert [row.relation for row in rows] == ["repeals", "repeals", "repeals", "mentions"]


def test_a_full_stop_ends_what_a_cue_reaches() -> None:
    (row,) = find_citations("Các xã đã thực hiện xong. Quyết định số 1/QĐ-UBND còn hiệu lực.")
    assert row.relation == "mentions"


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("I. CĂN CỨ XÂY DỰNG\nChỉ thị số 36-CT/TW ngày 30/5/2014\nKế hoạch số 121-KH/TU", ["based_on"] * 2),
        (
            "IV. CĂN CỨ ĐỂ THỰC HIỆN\nĐề án do Hội chủ trì; Chỉ thị số 12/CT-TTg; Kế hoạch số 210/KH-UBND.",
            ["based_on"] * 2,
        ),
        ("II. NỘI DUNG\nChỉ thị số 36-CT/TW ngày 30/5/2014\nKế hoạch số 121-KH/TU", ["mentions"] * 2),
        ("I. CĂN CỨ\nMấy năm nay mất mùa.\nKế hoạch số 121-KH/TU", ["mentions"]),
    ],
)
def test_a_heading_of_bases_without_bullets(text: str, relations: list[str]) -> None:
    assert [row.relation for row in find_citations(text)] == relations
