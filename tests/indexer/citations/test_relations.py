"""Relations, and who asserts what about whom."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Căn cứ Luật Đất đai; Nghị định số 1/2020/NĐ-CP; thực hiện Chỉ thị số 5-CT/TW",
            ["based_on", "based_on", "implements"],
        ),
        ("Chỉ thị này thay thế Chỉ thị số 08-CT/TU", ["replaces"]),
        ("Văn bản này không thay thế Thông tư số 03/2014/TT-BKHĐT", ["mentions"]),
        ("sơ kết 01 năm thực hiện Chương trình hành động số 27-CTr/TU", ["reviews"]),
        ("hướng dẫn thi hành một số điều của Luật Đất đai", ["guides"]),
        ("bãi bỏ Điều 3 của Quyết định số 18/2001/QĐ-UB", ["repeals"]),
        ("ban hành kèm theo Quyết định số 1328/QĐ-TTg", ["issued_with"]),
        ("Nghị định số 30/2020/NĐ-CP đã được sửa đổi bởi Nghị định số 9/2022/NĐ-CP", ["mentions", "mentions"]),
    ],
)
def test_relations(text: str, relations: list[str]) -> None:
    assert [row.relation for row in find_citations(text)] == relations


def test_who_asserts_what_about_whom() -> None:
    text = (
        "Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng Chính phủ và Chỉ thị số 15-CT/TU ngày 07/3/2017 của Ban Thường vụ Tỉnh ủy "
        "về đẩy mạnh thực hiện Kết luận số 56-KL/TW ngày 21/02/2013 của Bộ Chính trị"
    )
    rows = find_citations(text)
    assert rows[2].relation == "implements"
    assert rows[2].inside == (0, 1)


def test_passive_holds_between_the_two() -> None:
    rows = find_citations("Nghị định số 30/2020/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 9/2022/NĐ-CP")
    assert (rows[1].acts_on, rows[1].acts_as) == (0, "amends")
