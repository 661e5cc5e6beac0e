"""Relations, and who asserts what about whom."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Chỉ thị này thay thế Chỉ thị số 08-CT/TU", ["replaces"]),
        ("Nghị định số 30/2020/NĐ-CP đã được sửa đổi bởi Nghị định số 9/2022/NĐ-CP", ["mentions", "mentions"]),
        (
            "Nghị định số 30/2020/NĐ-CP được sửa đổi , bổ sung một số điều theo Nghị định số 9/2022/NĐ-CP",
            ["mentions", "mentions"],
        ),
        ("Thông tư số 1/2010/TT-BTC và Thông tư số 2/2011/TT-BTC hết hiệu lực", ["repeals", "repeals"]),
        ("phụ cấp (Nghị định số 55/2023/NĐ-CP) chấm dứt hiệu lực từ nay", ["repeals"]),
        ("Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 quy định về chế độ họp hết hiệu lực kể từ ngày ký.", ["repeals"]),
        ("Khi Luật số 17/2023/QH15 có hiệu lực, Luật số 23/2012/QH13 hết hiệu lực", ["mentions", "repeals"]),
        ("tổng kết 20 năm thực hiện Nghị quyết 13 và 10 năm thi hành Luật Hợp tác xã", ["reviews", "reviews"]),
        ("Sau năm tháng thực hiện Kế hoạch số 38/KH-LMHTX, Liên minh báo cáo như sau.", ["reviews"]),
        ("Sau năm tháng thực hiện Kế hoạch số 38/KH-LMHTX, Liên minh vẫn lo.", ["implements"]),
        ("Để tổ chức thực hiện, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND", ["mentions"]),
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


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Nghị định số 55/2015/NĐ-CP ngày 09/6/2015 của Chính phủ, thay thế Nghị định 41/2010/NĐ-CP", [(), (0,)]),
        ("Kế hoạch số 5/KH-UBND để thực hiện Nghị quyết số 20-NQ/TW", [(), (0,)]),
        (
            "Nghị quyết số 29/NQ-HĐND quy định hỗ trợ (thay thế Nghị quyết số 10/NQ-HĐND) và Quyết định số 8/QĐ-UBND",
            [(), (0,), ()],
        ),
        ("Quyết định 1/QĐ-UBND về họp\nQuyết định 2/QĐ-UBND về tiếp dân", [(), ()]),
        (
            "Nghị định số 92/2006/NĐ-CP và Nghị định số 4/2008/NĐ-CP sửa đổi Nghị định số 92/2006/NĐ-CP",
            [(), (), (1,)],
        ),
    ],
)
def test_the_bearer_of_a_title_holds_the_tie(text: str, inside: list[tuple[int, ...]]) -> None:
    assert [row.inside for row in find_citations(text)] == inside


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        (
            "Nghị định số 30/2020/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 9/2022/NĐ-CP",
            [(None, None), (0, "amends")],
        ),
        (
            "Luật Điện lực số 61/2024/QH15 được sửa đổi bởi Luật số 94/2025/QH15, Luật số 116/2025/QH15 và Luật số 135/2025/QH15",
            [(None, None), (0, "amends"), (0, "amends"), (0, "amends")],
        ),
        (
            "Nghị định số 126/2020/NĐ-CP quy định chi tiết Luật Quản lý thuế, được sửa đổi bởi Nghị định số 91/2022/NĐ-CP",
            [(None, None), (None, None), (0, "amends")],
        ),
        (
            "Quyết định số 1/QĐ-TTg (được sửa đổi tại Quyết định số 2/QĐ-TTg) nay thay bằng Quyết định số 3/QĐ-TTg",
            [(None, None), (0, "amends"), (0, "replaces")],
        ),
        (
            "Luật Sở hữu trí tuệ số 50/2005/QH11 đã được sửa đổi theo Luật số 36/2009/QH12; Luật số 42/2019/QH14; Nghị định số 1/2020/NĐ-CP",
            [(None, None), (0, "amends"), (0, "amends"), (None, None)],
        ),
        (
            "Nghị định số 4/2004/NĐ-CP (được sửa đổi theo Nghị định số 6/2009/NĐ-CP; Nghị định số 7/2012/NĐ-CP); Nghị định số 8/2013/NĐ-CP",
            [(None, None), (0, "amends"), (0, "amends"), (None, None)],
        ),
        ("Điều này được sửa đổi bởi Thông tư số 2/2020/TT-BTC", [(None, None)]),
    ],
)
def test_passive_holds_between_the_two(text: str, edges: list[tuple[int | None, str | None]]) -> None:
    assert [(row.acts_on, row.acts_as) for row in find_citations(text)] == edges


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tỉnh ra Chỉ thị mới để thay Chỉ thị số 9-CT/TU.", ["replaces"]),
        ("Nghị định này thay thế Nghị định số 9/2010/NĐ-CP và Nghị định số 3/2012/NĐ-CP.", ["replaces", "replaces"]),
        ("Anh mang theo Quyết định số 9/QĐ-UBND.", ["mentions"]),
        ("Chị thay mặt Ban Thường vụ công bố Quyết định số 9-QĐ/TU.", ["mentions"]),
        ("I. CĂN CỨ PHÁP LÝ:\n- Luật Hợp tác xã năm 2012;\n- Khoản 3 Kế hoạch số 9/KH-UBND;", ["based_on", "based_on"]),
        ("1. Căn cứ\n- Quy định số 9-QĐ/TW.\n2. Nội dung\n- Rà soát Kế hoạch số 8/KH-UBND.", ["based_on", "mentions"]),
        ("Thực hiện Chỉ thị số 9/CT-TTg; Kế hoạch số 8/KH-UBND và Công văn số 7/LMHTX-CS", ["implements"] * 3),
    ],
)
def test_headings_changes_and_lists(text: str, wanted: list[str]) -> None:
    assert [row.relation for row in find_citations(text)] == wanted
