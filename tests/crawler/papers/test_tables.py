import pytest

from crawler.papers.tables import is_layout, lines_of_table, lines_of_text

HEAD = [
    [["UBND TỈNH HÀ NAM", "SỞ NỘI VỤ"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
    [["Số: 1/KH-SNV"], ["Hà Nam, ngày 1 tháng 2 năm 2020"]],
]
TABLE = [[["TT"], ["Việc"]], [["1"], ["Lập hợp tác xã", "mới"]]]


def texts(lines: object) -> list[str]:
    return [" ".join(piece.text for piece in line) for line in lines]  # type: ignore[attr-defined]  # lines


def test_a_letterhead_is_read_by_its_columns_and_a_table_by_its_rows() -> None:
    assert texts(lines_of_table(HEAD)) == [
        "UBND TỈNH HÀ NAM",
        "SỞ NỘI VỤ",
        "Số: 1/KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Hà Nam, ngày 1 tháng 2 năm 2020",
    ]
    assert texts(lines_of_table(TABLE)) == ["TT | Việc", "1 | Lập hợp tác xã mới"]


@pytest.mark.parametrize(("rows", "layout"), [(HEAD, True), (TABLE, False), ([], False), ([*HEAD] * 8, False)])
def test_what_only_sets_columns(rows: list[list[list[str]]], layout: bool) -> None:
    assert is_layout(rows) is layout


def test_tabs_set_columns_where_a_letterhead_stands_in_them() -> None:
    lines = [
        "UBND TỈNH HÀ NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 1/KH\tĐộc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
        "a\tb",
    ]
    assert texts(lines_of_text(lines)) == [
        "UBND TỈNH HÀ NAM",
        "Số: 1/KH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
        "a b",
    ]
