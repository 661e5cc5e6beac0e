"""Serials alone, and lists."""

import pytest

from indexer.citations import find_citations


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(row.text, row.kind, row.number) for row in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("theo Chỉ thị 05 và Kết luận 01;", [("Chỉ thị 05", "chi-thi", "05"), ("Kết luận 01", "ket-luan", "01")]),
        ("vốn Nghị quyết 30a với", [("Nghị quyết 30a", "nghi-quyet", "30a")]),
        ("nhưng NĐ 113 đòi", [("NĐ 113", "nghi-dinh", "113")]),
        (
            "bãi bỏ các quyết định\n1. Quyết định số 43/2017/QĐ-UBND",
            [("Quyết định số 43/2017/QĐ-UBND", "quyet-dinh", "43/2017/QĐ-UBND")],
        ),
        ("duyệt Đề án 1956 tại", [("Đề án 1956", "de-an", "1956")]),
        ("công văn 556 của Sở Tài chính", [("công văn 556", "cong-van", "556")]),
        ("Nghị quyết 18, 19 của Trung ương", [("Nghị quyết 18", "nghi-quyet", "18"), ("19", "nghi-quyet", "19")]),
        (
            "Quán triệt Nghị quyết số 18, 19 gắn với Kết luận",
            [("Nghị quyết số 18", "nghi-quyet", "18"), ("19", "nghi-quyet", "19")],
        ),
        (
            "theo các Quyết định số 210 đến 216/QĐ-UBND",
            [("Quyết định số 210", "quyet-dinh", "210/QĐ-UBND"), ("216/QĐ-UBND", "quyet-dinh", "216/QĐ-UBND")],
        ),
        (
            "các Nghị quyết từ số 10 đến số 14/NQ-HĐND",
            [("Nghị quyết từ số 10", "nghi-quyet", "10/NQ-HĐND"), ("số 14/NQ-HĐND", "nghi-quyet", "14/NQ-HĐND")],
        ),
        (
            "Thông tư từ số 10 đến số 12/2020/TT-BTC",
            [("Thông tư từ số 10", "thong-tu", "10/2020/TT-BTC"), ("số 12/2020/TT-BTC", "thong-tu", "12/2020/TT-BTC")],
        ),
        (
            "Huyện quyết định 15 đến 20 hộ; Nghị quyết 30 đến năm 2030",
            [("Nghị quyết 30", "nghi-quyet", "30")],
        ),
        ("Nghị quyết từ 10 giờ", []),
        ("theo Kế hoạch 15 của huyện", [("Kế hoạch 15", "ke-hoach", "15")]),
        ("Thông báo 3 trường hợp; Quyết định 2 vấn đề; Kế hoạch 5 năm 2021-2025", []),
        (
            "các Nghị định số 193/2013/NĐ-CP và số 107/2017/NĐ-CP",
            [
                ("Nghị định số 193/2013/NĐ-CP", "nghi-dinh", "193/2013/NĐ-CP"),
                ("số 107/2017/NĐ-CP", "nghi-dinh", "107/2017/NĐ-CP"),
            ],
        ),
        ("báo cáo Chỉ thị 11, 26-CT/TU", [("Chỉ thị 11", "chi-thi", "11-CT/TU"), ("26-CT/TU", "chi-thi", "26-CT/TU")]),
        (
            "các Quyết định số: 318, 319 ngày 8/3/2022",
            [("Quyết định số: 318", "quyet-dinh", "318"), ("319", "quyet-dinh", "319")],
        ),
        (
            "Quyết định 13 & 42/QĐ-TTg",
            [("Quyết định 13", "quyet-dinh", "13/QĐ-TTg"), ("42/QĐ-TTg", "quyet-dinh", "42/QĐ-TTg")],
        ),
    ],
)
def test_short_forms_and_lists(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nghị quyết 38 quy định mức thu", ["Nghị quyết 38"]),
        ("quyết định 2195 gỡ khó cho vùng trồng; Chỉ thị 40 đem vốn về thôn", ["quyết định 2195", "Chỉ thị 40"]),
        ("đợt 25 năm theo KH 737, tới đợt này", ["KH 737"]),
        ("xe KH 737 chở hàng; KH 12 ngày", []),
        ("Nghị định 214 hỗ trợ ngư dân, Quyết định 319 bãi bỏ lệ phí", ["Nghị định 214", "Quyết định 319"]),
        ("Bộ vừa có thông tư 44 chỉnh sửa mức phạt", ["thông tư 44"]),
        ("sau 5 năm thực hiện kết luận 97, tỉnh chưa xong; khác hẳn kết luận 97 đề ra", ["kết luận 97", "kết luận 97"]),
        ("theo nghị quyết 77 của Chính phủ và thông tư 8 năm 2013 của Bộ Y tế", ["nghị quyết 77", "thông tư 8"]),
        ("Sở Y tế đã ra văn bản 512 về tiêm chủng, thay cho văn bản số 340", ["văn bản 512", "văn bản số 340"]),
        ("đã ban hành quyết định 45 điều chỉnh giá đất", ["quyết định 45"]),
        ("Nghị quyết 120 ngày càng rõ hơn", ["Nghị quyết 120"]),
        ("Giám đốc quyết định 12 y tá về xã; chỉ thị 40 công nhân ở lại", []),
        ("Quyết định 30 thí sinh vào vòng trong. Quy định 8 tiếng một ca", []),
        ("triển khai quyết định 15 cửa hàng lưu động; kết luận 3 bị cáo phạm tội", []),
        ("văn bản 12 trang; văn bản 2 mặt", []),
    ],
)
def test_a_bare_serial_is_found_by_what_speaks_for_a_document(text: str, wanted: list[str]) -> None:
    assert [row.text for row in find_citations(text)] == wanted
