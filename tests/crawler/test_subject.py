"""The title of a paper from its own text: kind and subject, what a letter is about, else the first line that says something."""

import pytest

from crawler.subject import MAX_TITLE, title_of_text

LETTER = "SỞ NỘI VỤ\nSố: 5/SNV-TC\n"
END = "\n\nCăn cứ Luật Hợp tác xã."

TITLES = [
    ("KẾ HOẠCH\nMở đợt thi đua" + END, "Kế hoạch Mở đợt thi đua"),
    ("KẾ HOẠCH\n\nMở đợt thi đua" + END, "Kế hoạch Mở đợt thi đua"),
    ("KẾ HOẠCH\nMở đợt thi đua trong\ncác hợp tác xã" + END, "Kế hoạch Mở đợt thi đua trong các hợp tác xã"),
    ("KẾ HOẠCH\nThi đua –\nKhen thưởng" + END, "Kế hoạch Thi đua – Khen thưởng"),
    ("KẾ HOẠCH\nThi đua -\nKhen thưởng" + END, "Kế hoạch Thi đua - Khen thưởng"),
    ("KẾ HOẠCH\nThi đua,\nKhen thưởng" + END, "Kế hoạch Thi đua, Khen thưởng"),
    ("BÁO CÁO\nQuý I năm 2020\n\nI. KẾT QUẢ", "Báo cáo Quý I năm 2020"),
    ("BÁO CÁO QUÝ IV\nThu chi\n\nI. KẾT QUẢ", "Báo cáo quý IV Thu chi"),
    ("BÁO CÁO SỐ 5\nThu chi\n\nI. KẾT QUẢ", "Báo cáo số 5 Thu chi"),
    ("GIẤY MỜI\nDự hội nghị giao ban\n\nKính gửi", "Giấy mời Dự hội nghị giao ban"),
    ("DANH SÁCH\nCác hợp tác xã được khen\n\n1. A", "Danh sách Các hợp tác xã được khen"),
    # where a subject ends: at the text, a rule, a bracket that says with what it was issued, a body
    ("KẾ HOẠCH\nMở đợt thi đua\nThực hiện chỉ thị của trên, Liên minh mở đợt như sau:", "Kế hoạch Mở đợt thi đua"),
    ("KẾ HOẠCH\nMỞ ĐỢT THI ĐUA\nTRONG CÁC XÃ\nThực hiện chỉ thị, Liên minh mở đợt.", "Kế hoạch MỞ ĐỢT THI ĐUA TRONG CÁC XÃ"),
    ("KẾ HOẠCH\nMở đợt thi đua\n-----\nTrong các xã", "Kế hoạch Mở đợt thi đua"),
    ("QUY CHẾ\nLàm việc của tổ\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\nĐiều 1. X", "Quy chế Làm việc của tổ"),
    ("QUY CHẾ\nLàm việc của tổ\n(Kèm theo Quyết định của tỉnh)\nĐiều 1. X", "Quy chế Làm việc của tổ"),
    ("QUY CHẾ\nLàm việc của tổ\n(Số 5 của tỉnh)\nĐiều 1. X", "Quy chế Làm việc của tổ"),
    ("QUY CHẾ\nLàm việc của tổ\n(Dự thảo lần hai)\nĐiều 1. X", "Quy chế Làm việc của tổ"),
    ("KẾ HOẠCH\nLàm việc của tổ\n(giai đoạn 2020 - 2025)\nĐiều 1. X", "Kế hoạch Làm việc của tổ (giai đoạn 2020 - 2025)"),
    ("KẾ HOẠCH\nLÀM VIỆC CỦA TỔ\n(giai đoạn 2020 - 2025)\nĐiều 1. X", "Kế hoạch LÀM VIỆC CỦA TỔ (giai đoạn 2020 - 2025)"),
    ("KẾ HOẠCH\nMở đợt thi đua\n- Làm ngay", "Kế hoạch Mở đợt thi đua"),
    ("KẾ HOẠCH\nMở đợt thi đua\n+ Làm ngay", "Kế hoạch Mở đợt thi đua"),
    ("KẾ HOẠCH\nMở đợt thi đua\n• Làm ngay", "Kế hoạch Mở đợt thi đua"),
    ("QUYẾT ĐỊNH\nVề việc khen thưởng\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ", "Quyết định Về việc khen thưởng"),
    ("KẾ HOẠCH\nTHI ĐUA LÀM THỦY LỢI\nỦY BAN NHÂN DÂN TỈNH\nCăn cứ", "Kế hoạch THI ĐUA LÀM THỦY LỢI"),
    ("KẾ HOẠCH\nTHI ĐUA CỦA\nỦY BAN NHÂN DÂN TỈNH\nCăn cứ", "Kế hoạch THI ĐUA CỦA ỦY BAN NHÂN DÂN TỈNH"),
    ("KẾ HOẠCH\nTHI ĐUA LÀM THỦY LỢI\nHỢP TÁC XÃ KIỂU MỚI\nCăn cứ", "Kế hoạch THI ĐUA LÀM THỦY LỢI HỢP TÁC XÃ KIỂU MỚI"),
    ("KẾ HOẠCH\nMỞ ĐỢT THI ĐUA\nDòng ngắn là phần tiếp của tiêu đề", "Kế hoạch MỞ ĐỢT THI ĐUA Dòng ngắn là phần tiếp của tiêu đề"),
    ("KẾ HOẠCH\nMỞ ĐỢT THI ĐUA\n" + "D" + "a" * 59, "Kế hoạch MỞ ĐỢT THI ĐUA D" + "a" * 59),
    ("KẾ HOẠCH\nMỞ ĐỢT THI ĐUA\n" + "D" + "a" * 60, "Kế hoạch MỞ ĐỢT THI ĐUA"),
    ("KẾ HOẠCH\nTrồng tre chắn lở\nSau khi xong thì báo về văn phòng;", "Kế hoạch Trồng tre chắn lở"),
    ("KẾ HOẠCH\nTrồng tre chắn lở\nSau khi xong", "Kế hoạch Trồng tre chắn lở Sau khi xong"),
    ("KẾ HOẠCH\n" + "\n".join(f"Dòng {n} của" for n in range(12)), "Kế hoạch " + " ".join(f"Dòng {n} của" for n in range(9))),
    # a first sentence is no subject
    ("KẾ HOẠCH\nTrong năm qua các hợp tác xã đã làm được rất nhiều việc cho bà con xã viên.", "Kế hoạch"),
    ("KẾ HOẠCH\nCác hợp tác xã đã làm được rất nhiều việc cho bà con xã viên;", "Kế hoạch"),
    ("KẾ HOẠCH\nThi đua vụ xuân.", "Kế hoạch Thi đua vụ xuân."),
    ("KẾ HOẠCH\nTrong vụ xuân.", "Kế hoạch"),
    ("KẾ HOẠCH\nTrong vụ xuân", "Kế hoạch Trong vụ xuân"),
    # kind, subject and text in one line; a kind in small letters below a letterhead
    (LETTER + "KẾ HOẠCH Mở đợt thi đua Căn cứ Luật Hợp tác xã.", "Kế hoạch Mở đợt thi đua"),
    (LETTER + "KẾ HOẠCH Mở đợt thi đua. Kính gửi: các xã. Căn cứ đó", "Kế hoạch Mở đợt thi đua"),
    (LETTER + "Hà Nam, ngày 5 tháng 6 năm 2018\nKế hoạch\nMở đợt thi đua\nCăn cứ A", "Kế hoạch Mở đợt thi đua"),
    ("Kế hoạch\nMở đợt thi đua của các xã ven sông", "Mở đợt thi đua của các xã ven sông"),
    # a gazette's manner
    (
        "THÔNG TƯ\nCỦA BỘ TÀI CHÍNH SỐ 07/2010/TT-BTC\nNGÀY 15 THÁNG 01 NĂM 2010\nHƯỚNG DẪN THỦ TỤC\nCăn cứ",
        "Thông tư CỦA BỘ TÀI CHÍNH SỐ 07/2010/TT-BTC NGÀY 15 THÁNG 01 NĂM 2010 HƯỚNG DẪN THỦ TỤC",
    ),
    # letters
    (LETTER + "V/v rà soát hồ sơ\nhợp tác xã\nHà Nam, ngày 5 tháng 6 năm 2018\nKính gửi: Các xã", "Công văn V/v rà soát hồ sơ hợp tác xã"),
    (LETTER + "V/v rà soát hồ sơ\nHà Nam, ngày 5 tháng 6 năm 2018\nhợp tác xã\nKính gửi: Các xã", "Công văn V/v rà soát hồ sơ hợp tác xã"),
    (LETTER + "Về việc: rà soát hồ sơ\n\nKính gửi: Các xã", "Công văn V/v rà soát hồ sơ"),
    (LETTER + "V/v\n\nrà soát hồ sơ\nKính gửi: Các xã", "Công văn V/v rà soát hồ sơ"),
    (LETTER + "V.v rà soát hồ sơ\nCăn cứ luật", "Công văn V/v rà soát hồ sơ"),
    (LETTER + "vv rà soát hồ sơ\nThực hiện chỉ thị", "Công văn V/v rà soát hồ sơ"),
    (LETTER + "V/v rà soát hồ sơ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nhợp tác xã\nKính gửi: A", "Công văn V/v rà soát hồ sơ hợp tác xã"),
    (LETTER + "V/v rà soát hồ sơ\nHỎA TỐC\nKính gửi: A", "Công văn V/v rà soát hồ sơ"),
    (LETTER + "Kính gửi: Các xã ven sông\nĐề nghị làm ngay.", "Công văn số 5/SNV-TC gửi Các xã ven sông"),
    (LETTER + "Kính gửi:\nĐề nghị làm ngay.", "Công văn số 5/SNV-TC gửi các đơn vị"),
    # without any of that
    ("Trang chủ » Tin tức » Thi đua trong tỉnh\nMột dòng đủ dài để làm tiêu đề cho văn bản\nHết", "Một dòng đủ dài để làm tiêu đề cho văn bản"),
    ("CHƯƠNG I\nNHỮNG QUY ĐỊNH CHUNG VỀ VỐN GÓP\nĐiều 1", "NHỮNG QUY ĐỊNH CHUNG VỀ VỐN GÓP"),
    ("SỞ NỘI VỤ TỈNH PHÚ YÊN\nSố: 5/SNV-TC\nMột dòng đủ dài để làm tiêu đề", "Một dòng đủ dài để làm tiêu đề"),
    ("Lượt xem: 12 của bản tin này\nMột dòng đủ dài để làm tiêu đề", "Một dòng đủ dài để làm tiêu đề"),
    ("Ngắn\nGọn", "Ngắn"),
    ("Ngắn\nMột dòng hơn hai mươi chữ", "Một dòng hơn hai mươi chữ"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TITLES)
def test_titles(text: str, wanted: str) -> None:
    assert title_of_text(text) == wanted


def test_long_titles_are_cut_between_words() -> None:
    found = title_of_text("KẾ HOẠCH\n" + "Mở đợt thi đua rất dài " * 30)
    assert MAX_TITLE - 10 < len(found) <= MAX_TITLE
    assert found.endswith(("Mở", "đợt", "thi", "đua", "rất", "dài"))
    exact = "x" * (MAX_TITLE - 2) + " y"
    assert title_of_text(exact) == exact
    assert title_of_text(exact + "z") == "x" * (MAX_TITLE - 2)


@pytest.mark.parametrize(("lines", "found"), [(69, True), (70, False)])
def test_a_kind_is_looked_for_among_the_first_lines(lines: int, found: bool) -> None:
    text = "Một dòng đủ dài để làm tiêu đề\n" + "dòng\n" * (lines - 1) + "KẾ HOẠCH\nMở đợt thi đua"
    assert title_of_text(text) == ("Kế hoạch Mở đợt thi đua" if found else "Một dòng đủ dài để làm tiêu đề")


def test_a_subject_ends_where_the_text_begins_without_a_blank_line() -> None:
    text = "UBND TỈNH HÀ NAM\nSố: 5/KH-UBND\nHà Nam, ngày 1 tháng 2 năm 2020\nKẾ HOẠCH\nTổ chức Ngày Hợp tác xã năm 2020\nThực hiện Quyết định số 587/QĐ-TTg ngày 18/5/2018 của Thủ tướng\nChính phủ, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:"
    assert title_of_text(text) == "Kế hoạch Tổ chức Ngày Hợp tác xã năm 2020"
