"""Laws, codes and ordinances: where a name ends, and what is no name."""

import pytest

from indexer.citations import find_citations


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(row.text, row.kind, row.number) for row in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("theo Luật Hợp tác xã năm 2012.", [("Luật Hợp tác xã năm 2012", "luat", None)]),
        ("Luật Hợp tác xã (số 23/2012/QH13)", [("Luật Hợp tác xã (số 23/2012/QH13", "luat", "23/2012/QH13")]),
        ("Luật Hợp tác xã 17/2023/QH15 nêu", [("Luật Hợp tác xã 17/2023/QH15", "luat", "17/2023/QH15")]),
        ("Luật Hợp tác xã (sửa đổi) năm 2023 mở", [("Luật Hợp tác xã (sửa đổi) năm 2023", "luat", None)]),
        ("phải ghi Luật Giáo dục nghề nghiệp chứ", [("Luật Giáo dục nghề nghiệp", "luat", None)]),
        ("theo Luật Các tổ chức tín dụng thì", [("Luật Các tổ chức tín dụng", "luat", None)]),
        ("hành nghề theo Luật Luật sư,", [("Luật Luật sư", "luat", None)]),
        ("Luật \nQuản lý thuế số 38/2019/QH14;", [("Luật \nQuản lý thuế số 38/2019/QH14", "luat", "38/2019/QH14")]),
        ("Pháp lệnh Phí , lệ phí ; và", [("Pháp lệnh Phí , lệ phí", "phap-lenh", None)]),
        ("Pháp lệnh Thủ đô quy định", [("Pháp lệnh Thủ đô", "phap-lenh", None)]),
        ("Bộ luật Lao động năm 2019", [("Bộ luật Lao động năm 2019", "bo-luat", None)]),
        ("áp dụng BLTTDS 2015 khi", [("BLTTDS 2015", "bo-luat", None)]),
        ("quy định của luật dân sự nói chung, của Luật Dân sự", [("Luật Dân sự", "luat", None)]),
        ("một số điều của luật an toàn thực phẩm;", [("luật an toàn thực phẩm", "luat", None)]),
        ("cộng đồng Dân Luật Việt Nam, cử nhân Luật Kinh tế, Hội Luật gia", []),
    ],
)
def test_by_name(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày",
            ["Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"],
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán và Luật Quản lý thuế số 56/2024/QH15 có",
            [
                "Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán và Luật Quản lý thuế số 56/2024/QH15"
            ],
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng và Luật Hợp tác xã năm 2012.",
            ["Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", "Luật Hợp tác xã năm 2012"],
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của các Luật liên quan đến đầu tư xây dựng cơ bản ngày 19/6/2009",
            ["Luật sửa đổi, bổ sung một số điều của các Luật liên quan đến đầu tư xây dựng cơ bản"],
        ),
    ],
)
def test_amending_laws_are_one_span(text: str, wanted: list[str]) -> None:
    assert [row.text for row in find_citations(text)] == wanted


def test_a_laws_own_heading_is_none() -> None:
    text = "QUỐC HỘI\n\nLUẬT\nHỢP TÁC XÃ\nCăn cứ Hiến pháp năm 2013;"
    assert found(text) == [("Hiến pháp năm 2013", "hien-phap", None)]


def test_nameless_members_of_a_list_of_laws() -> None:
    text = "được sửa đổi bởi các Luật số 43/2024/QH15, số 47/2024/QH15 và số 95/2025/QH15"
    assert found(text) == [
        ("Luật số 43/2024/QH15", "luat", "43/2024/QH15"),
        ("số 47/2024/QH15", "luat", "47/2024/QH15"),
        ("số 95/2025/QH15", "luat", "95/2025/QH15"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Căn cứ Luật giá ngày 19 tháng 6 năm 2023", ["Luật giá"]),
        ("Luật giá, Luật dược và Luật đấu thầu", ["Luật giá", "Luật dược", "Luật đấu thầu"]),
        ("Luật được, Luật gia", []),
        ("Người ta nói luật giá cả thị trường; luật giá", []),
        ("Căn cứ Luột Đất đai năm 2013", ["Luột Đất đai năm 2013"]),
        (
            "thi hành Luật Bảo vệ và Phát huy và Điều 7 Nghị định số 9/2009/NĐ-CP",
            ["Luật Bảo vệ và Phát huy", "Nghị định số 9/2009/NĐ-CP"],
        ),
        (
            "theo Luật Phát triển Rừng và Nghị định số 9/2009/NĐ-CP",
            ["Luật Phát triển Rừng", "Nghị định số 9/2009/NĐ-CP"],
        ),
    ],
)
def test_where_names_begin_and_end(text: str, wanted: list[str]) -> None:
    assert [row.text for row in find_citations(text)] == wanted
