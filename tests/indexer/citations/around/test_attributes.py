"""Dates and issuers around a mention."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "issued_on", "issuer"),
    [
        ("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về", "2014-04-07", "Bộ Chính trị"),
        ("Nghị quyết số 13-NQ/TW, ngày 18-3-2002", "2002-03-18", None),
        ("Kế hoạch số 576/KH-LMHTXVN ngày 25/8.", None, None),
        ("Chỉ thị 15 của Tỉnh ủy ban hành cuối năm 2016, coi đó", "2016", "Tỉnh ủy"),
        ("Kết luận 56 của Bộ Chính trị hồi 2013 nhắc", "2013", "Bộ Chính trị"),
        ("Nghị quyết 20-NQ/TW khác, ngày 25/10/2017, về", "2017-10-25", None),
        ("Kết luận 56-KL/TW mới ngày 23/8/2019 lại nói", "2019-08-23", None),
        ("Chỉ thị số 15-CT/TU của năm 2012 về rừng", "2012", None),
        ("Chỉ thị 20-CT/TW của Ban Bí thư ra đời đúng những ngày đầu năm 2008.", "2008", "Ban Bí thư"),
        ("Nghị quyết 35 ra đời từ tháng 8/2021", "2021-08", None),
        ("Đề án 153 hồi 2016 - 2020", None, None),
        ("Chỉ thị 15 mà Ban Thường vụ Tỉnh ủy đã ký hồi tháng 6", None, "Ban Thường vụ Tỉnh ủy"),
        ("Chỉ thị số 46-CT/TU ban hành ngày 05/8 mới đây của Tỉnh ủy về", None, "Tỉnh ủy"),
        ("Nghị định số 45/2010/NĐ-CP ngày 21/4/2010 Chính phủ quy định về hội", "2010-04-21", "Chính phủ"),
        ("Nghị định 94 quy định về quỹ phòng chống thiên tai ban hành ngày 17/10/2014.", "2014-10-17", None),
        ("Tháng 11-2017, nghị quyết 120 của Chính phủ về phát triển vùng ra đời.", "2017-11", "Chính phủ"),
        ("Tháng 11-2017, nghị quyết 120 của Chính phủ về phát triển vùng còn mới.", None, "Chính phủ"),
        ("Thủ tướng Trần Văn Ất vừa ký Quyết định 772 hỗ trợ gạo", None, None),
        ("Thủ tướng Chính phủ vừa ký Quyết định 772 hỗ trợ gạo", None, "Thủ tướng Chính phủ"),
        ("Quyết định 461/QĐ-TTg (tháng 4/2018)", "2018-04", None),
        ("Luật Hợp tác xã được Quốc hội thông qua ngày 20/11/2012", "2012-11-20", "Quốc hội"),
        ("Ngày 20/6/2023, Luật Hợp tác xã được Quốc hội khóa XV thông qua.", "2023-06-20", "Quốc hội khóa XV"),
        ("Nghị quyết số 09/NQ-CP được Chính phủ ban hành ngày 02/02/2023", "2023-02-02", "Chính phủ"),
        (
            "Ngày 24 tháng 8 năm 2023, Liên minh Hợp tác xã Việt Nam đã ban hành Kế hoạch số 662/KH-LMHTXVN",
            "2023-08-24",
            "Liên minh Hợp tác xã Việt Nam",
        ),
        (
            "Ngày 18/3/2002, Hội nghị Trung ương 5 khóa IX ban hành Nghị quyết số 13-NQ/TW",
            "2002-03-18",
            "Hội nghị Trung ương 5 khóa IX",
        ),
        (
            "Thông tư số 21/1998/TT-BTM của Bộ Thương mại (nay là Bộ Công Thương) ngày 24 tháng 12 năm 1998",
            "1998-12-24",
            "Bộ Thương mại",
        ),
        ("theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC", None, "Giám đốc Sở Tài chính"),
        ("và ý kiến của Sở\nTư pháp tại Công văn số 42/STP-VB", None, "Sở Tư pháp"),
        ("Chỉ thị số 05-CT/TW ngày15/5/2016củaBộ Chính trị", "2016-05-15", "Bộ Chính trị"),
        ("Quyết định số 205/1998/QĐ-TTg ngày 19/10/1998 Thủ tướng Chính phủ; và", "1998-10-19", "Thủ tướng Chính phủ"),
        ("Quyết định số 5/QĐ-UBND ngày 19/10/2018 UBND tỉnh giao Sở Tài chính", "2018-10-19", None),
        ("ý kiến thẩm định của Sở Tư pháp tại Báo cáo số 3190/BC-STP", None, "Sở Tư pháp"),
        ("Hội nghị đã công bố Quyết định số 909/QĐ-LMHTX", None, None),
        ("được giao trong Luật Đất đai của Ủy ban nhân dân các tỉnh", None, None),
        ("Luật Việc làm\n01/01/2015\nBộ Nội vụ", None, None),
        ("Kế hoạch số 9/KH-LMHTX ngày 05/9/17 của Liên minh tỉnh", "2017-09-05", "Liên minh tỉnh"),
        ("Kế hoạch số 9/KH-LMHTX (5-9-17)", "2017-09-05", None),
        ("Kế hoạch số 9/KH-LMHTX ngày 5 tháng 9 năm 98 của UBND tỉnh", "1998-09-05", "UBND tỉnh"),
        ("Kế hoạch số 9/KH-LMHTX đạt tỷ lệ 5/9/17", None, None),
        ("Thông tư số 6/2021/TT-BCT vừa được Bộ Công Thương ban hành", None, "Bộ Công Thương"),
        ("Luật HTX năm 2012 do Quốc hội ban hành", "2012", "Quốc hội"),
    ],
)
def test_dates_and_issuers(text: str, issued_on: str | None, issuer: str | None) -> None:
    (row,) = find_citations(text)
    assert (row.issued_on, row.issuer) == (issued_on, issuer)
