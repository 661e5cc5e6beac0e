"""Title, issuer, province and date of office papers, in the orders in which extractors and portals hand their columns over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text import normalise
from crawler.importing import notice_of_row
from crawler.letterhead import date_above_signature, read_letterhead
from crawler.subject import MAX_TITLE, title_of_text

MOTTO, BELOW = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
BODY = "\nCăn cứ Luật Hợp tác xã ngày 20 tháng 11 năm 2012;\n1. Các đơn vị ghi sổ vốn góp.\n2. Văn phòng thu sổ.\n"

PAPERS = {
    "two columns as one line each": (
        f"ỦY BAN NHÂN DÂN {MOTTO}\nTỈNH PHÚ YÊN {BELOW}\nSố: 9/KH-UBND Tuy Hòa, ngày 3 tháng 4 năm 2018\nKẾ HOẠCH\nTrồng tre chắn lở\n{BODY}",
        ("Kế hoạch Trồng tre chắn lở", "Ủy ban nhân dân tỉnh Phú Yên", "Phú Yên", "2018-04-03"),
    ),
    "the columns in turn": (
        f"ỦY BAN NHÂN DÂN\n{MOTTO}\nTỈNH PHÚ YÊN\n{BELOW}\nSố: 9/KH-UBND\nPhú Yên, ngày 3 tháng 4 năm 2018\nKẾ HOẠCH\nTrồng tre chắn lở\nbờ sông\n{BODY}",
        ("Kế hoạch Trồng tre chắn lở bờ sông", "Ủy ban nhân dân tỉnh Phú Yên", "Phú Yên", "2018-04-03"),
    ),
    "cells": (
        f"UBND TỈNH PHÚ YÊN | {MOTTO}\nSỞ CÔNG THƯƠNG | {BELOW}\nSố: 9/TB-SCT | Phú Yên, ngày 3 tháng 4 năm 2018\nTHÔNG BÁO\nVề lịch hội chợ\n{BODY}",
        ("Thông báo Về lịch hội chợ", "Sở Công thương tỉnh Phú Yên", "Phú Yên", "2018-04-03"),
    ),
    "the motto first": (
        f"{MOTTO}\n{BELOW}\n-------\nPleiku, ngày 3 tháng 4 năm 2018\nSỞ NỘI VỤ TỈNH GIA LAI\nSố: 9/BC-SNV\nBÁO CÁO\nKết quả sắp xếp kho lưu trữ\n{BODY}",
        ("Báo cáo Kết quả sắp xếp kho lưu trữ", "Sở Nội vụ tỉnh Gia Lai", "Gia Lai", "2018-04-03"),
    ),
    "the place line above all": (
        f"Kon Tum, ngày 3 tháng 4 năm 2018\nUBND TỈNH KON TUM\nSỞ Y TẾ\nSố: 9/BC-SYT\nBÁO CÁO\nThu chi quý I\n{BODY}",
        ("Báo cáo Thu chi quý I", "Sở Y tế tỉnh Kon Tum", "Kon Tum", "2018-04-03"),
    ),
    "the subject first": (
        "KẾ HOẠCH\nThi làm diều giấy\n\nHỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TỈNH KON TUM\n*\nSố: 9-KH/HNDT\nKon Tum, ngày 3 tháng 4 năm 2018\n",
        ("Kế hoạch Thi làm diều giấy", "Hội Nông dân tỉnh Kon Tum", "Kon Tum", "2018-04-03"),
    ),
    "page furniture above": (
        f"Kế hoạch mở lớp đan lát\n18/01/2023 09:05 Số lượt xem: 61\nĐang tải nội dung…\nLIÊN MINH HỢP TÁC XÃ VIỆT NAM\nLIÊN MINH HỢP TÁC XÃ TỈNH KON TUM\n{MOTTO}\n{BELOW}\nSố: 9/KH-LMHTX\nKon Tum, ngày 16 tháng 01 năm 2023\nKẾ HOẠCH\nMở lớp đan lát\n{BODY}",
        ("Kế hoạch Mở lớp đan lát", "Liên minh Hợp tác xã tỉnh Kon Tum", "Kon Tum", "2023-01-16"),
    ),
    "spaces and vowels lost": (
        "LIÊN MINHHỢP TÁC XÃ TỈNHKON TUM CNG HÒA XÃ HI CH NGHĨA VIT NAM\nSố:5/KH-LMHTX Đc lp - T do - Hnh phúc\nKon Tum,ngày 5tháng 6năm 2017\nKẾ HOẠCH\nMở phiên chợ\n",
        ("Kế hoạch Mở phiên chợ", "Liên minh Hợp tác xã tỉnh Kon Tum", "Kon Tum", "2017-06-05"),
    ),
    "a committee of the Party": (
        f"THÀNH ỦY HẢI PHÒNG\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 70-TB/BTGDVTUngày\n{PARTY}\nHải Phòng, ngày 3 tháng 3 năm 2025\nTHÔNG BÁO\nKết quả giao ban\n-----\n{BODY}",
        (
            "Thông báo Kết quả giao ban",
            "Ban Tuyên giáo và Dân vận Thành ủy Hải Phòng",
            "Hải Phòng",
            "2025-03-03",
        ),
    ),
    "a fund below an alliance": (
        f"LIÊN MINH HTX TỈNH BÌNH DƯƠNG\nQUỸ HỖ TRỢ PHÁT TRIỂN\nHỢP TÁC XÃ\n-----\nSố: 12/TB-QHT\n{MOTTO}\n{BELOW}\nThủ Dầu Một, ngày 4 tháng 5 năm 2021\nTHÔNG BÁO\nVề việc cho vay đợt 2\n{BODY}",
        (
            "Thông báo Về việc cho vay đợt 2",
            "Quỹ Hỗ trợ phát triển Hợp tác xã tỉnh Bình Dương",
            "Bình Dương",
            "2021-05-04",
        ),
    ),
    "the standing board of the alliance": (
        f"LIÊN MINH HỢP TÁC XÃ VIỆT NAM\nBAN THƯỜNG VỤ\nSố: 12/QC-BTV\n{MOTTO}\n{BELOW}\nHà Nội, ngày 1 tháng 12 năm 2025\nQUY CHẾ\nBình chọn hợp tác xã giỏi\n{BODY}",
        (
            "Quy chế Bình chọn hợp tác xã giỏi",
            "Ban Thường vụ Liên minh Hợp tác xã Việt Nam",
            None,
            "2025-12-01",
        ),
    ),
    "a commune that no list knows": (
        f"ỦY BAN NHÂN DÂN\n{MOTTO}\nXÃ TÂN HƯNG THỊNH\n{BELOW}\nSố: 15/KH-UBND\nTân Hưng Thịnh, ngày 05 tháng 8 năm 2025\nKẾ HOẠCH\nThu gom rơm\n{BODY}",
        ("Kế hoạch Thu gom rơm", "Ủy ban nhân dân xã Tân Hưng Thịnh", "Tân Hưng Thịnh", "2025-08-05"),
    ),
    "a province's capital of the same name": (
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ THÁI NGUYÊN\nSố: 9/KH-UBND\nThái Nguyên, ngày 3 tháng 4 năm 2018\nKẾ HOẠCH\nPhân loại rác\n{BODY}",
        ("Kế hoạch Phân loại rác", "Ủy ban nhân dân thành phố Thái Nguyên", "Thái Nguyên", "2018-04-03"),
    ),
    "youth, whose motto stands beside": (
        "ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH VĨNH LONG\n***\nSố: 188-KH/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\nVĩnh Long, ngày 23 tháng 02 năm 2023\nKẾ HOẠCH\nTháng ra đồng\n",
        ("Kế hoạch Tháng ra đồng", "Tỉnh đoàn Vĩnh Long", "Vĩnh Long", "2023-02-23"),
    ),
    "several bodies together": (
        "HỘI NÔNG DÂN TỈNH - LIÊN MINH HTX TỈNH\nSố: 9/CTPH\nĐiện Biên, ngày 3 tháng 4 năm 2018\nCHƯƠNG TRÌNH PHỐI HỢP\nGiai đoạn 2018 - 2022\n",
        ("Chương trình phối hợp Giai đoạn 2018 - 2022", "Hội Nông dân tỉnh Điện Biên", "Điện Biên", "2018-04-03"),
    ),
    "a society of the whole country": (
        f"HỘI LÀM VƯỜN {MOTTO}\nVIỆT NAM {BELOW}\nSố: 9/KH-HLV\nHà Nội, ngày 3 tháng 4 năm 2018\nKẾ HOẠCH\nHội chợ cam ở Nghệ An\n{BODY}",
        ("Kế hoạch Hội chợ cam ở Nghệ An", "Hội Làm vườn Việt Nam", None, "2018-04-03"),
    ),
    "no number, an unlisted kind": (
        f"VĂN PHÒNG UBND TỈNH {MOTTO}\nPHÒNG TỔNG HỢP {BELOW}\n\nKon Tum, ngày 3 tháng 4 năm 2018\n\nPHIẾU CHUYỂN ĐƠN\n\nKính gửi: Thanh tra tỉnh.\n",
        ("Phiếu chuyển đơn", "Phòng Tổng hợp tỉnh Kon Tum", "Kon Tum", "2018-04-03"),
    ),
    "a letter": (
        f"LIÊN MINH HTX VIỆT NAM\nLIÊN MINH HỢP TÁC XÃ\nTỈNH KON TUM\nSố: 133/LMHTX-CS\nV/v báo số nhà kho\nKon Tum, ngày 05 tháng 6 năm 2023\ncần sửa\n{MOTTO}\n{BELOW}\nKính gửi: Các hợp tác xã\n{BODY}",
        ("Công văn V/v báo số nhà kho cần sửa", "Liên minh Hợp tác xã tỉnh Kon Tum", "Kon Tum", "2023-06-05"),
    ),
    "a letter without a subject": (
        "Số: 31/LMHTX-VP\nĐồng Hới, ngày 19/9/2023\n\nKính gửi: Cụm trưởng các cụm thi đua\n\nĐề nghị nộp hồ sơ.",
        (
            "Công văn số 31/LMHTX-VP gửi Cụm trưởng các cụm thi đua",
            "Liên minh Hợp tác xã tỉnh Quảng Bình",
            "Quảng Bình",
            "2023-09-19",
        ),
    ),
    "a gazette's manner": (
        f"THÔNG TƯ\nCỦA BỘ CÔNG THƯƠNG SỐ 02/2010/TT-BCT NGÀY 14 THÁNG 01 NĂM 2010\nQUY ĐỊNH VIỆC ĐÓNG BAO\n{BODY}",
        (
            "Thông tư CỦA BỘ CÔNG THƯƠNG SỐ 02/2010/TT-BCT NGÀY 14 THÁNG 01 NĂM 2010 QUY ĐỊNH VIỆC ĐÓNG BAO",
            "Bộ Công Thương",
            None,
            "2010-01-14",
        ),
    ),
    "the authority above the grounds alone": (
        f"Quyết định về mức góp vốn tối thiểu\nỦy ban nhân dân tỉnh kon tum\n{BODY.lstrip()}",
        ("Quyết định về mức góp vốn tối thiểu", "Ủy ban nhân dân tỉnh Kon Tum", "Kon Tum", None),
    ),
    "a portal's table, cells on lines of their own": (
        f"#\n**Số hiệu:**\n|\n9/TB-CHQ\n|\n**Nơi ban hành:**\n|\nCục Hải quan\n|\n**Ngày ban hành:**\n|\n19/11/2025\n|\n**THÔNG BÁO**\nVỀ MÃ SỐ HÀNG\nNHẬP\n*Căn\ncứ Luật Hải quan*;\n{BODY}",
        ("Thông báo VỀ MÃ SỐ HÀNG NHẬP", "Cục Hải quan", None, "2025-11-19"),
    ),
    "capitals, then the authority that signs": (
        f"HỘI ĐỒNG NHÂN DÂN\nTỈNH ĐỒNG THÁP\nSố: 5/2020/NQ-HĐND\n{MOTTO}\n{BELOW}\nĐồng Tháp, ngày 8 tháng 12 năm 2020\nNGHỊ QUYẾT\nQUY ĐỊNH MỨC HỖ TRỢ\nHỢP TÁC XÃ\nHỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG THÁP\nKHÓA IX\n{BODY}",
        (
            "Nghị quyết QUY ĐỊNH MỨC HỖ TRỢ HỢP TÁC XÃ",
            "Hội đồng nhân dân tỉnh Đồng Tháp",
            "Đồng Tháp",
            "2020-12-08",
        ),
    ),
    "the month in words": (
        f"HỘI LÀNG NGHỀ\nTỈNH NINH BÌNH\n{MOTTO}\n{BELOW}\nSố: 12/TTr-HLN\nNinh Bình, ngày 14 tháng Mười hai năm 2008\nTỜ TRÌNH\nVề việc xin đất mở xưởng\nKính gửi: Sở Công Thương\n",
        ("Tờ trình Về việc xin đất mở xưởng", "Hội Làng nghề tỉnh Ninh Bình", "Ninh Bình", "2008-12-14"),
    ),
    "all in one line": (
        f"LIÊN MINH HTX VIỆT NAM {MOTTO} LIÊN MINH HTX TỈNH KON TUM {BELOW} Số: 9/KH-LMHTX Kon Tum, ngày 3 tháng 4 năm 2018 KẾ HOẠCH Mở đợt làm cỏ Căn cứ Luật.",
        ("Kế hoạch Mở đợt làm cỏ", "Liên minh Hợp tác xã tỉnh Kon Tum", "Kon Tum", "2018-04-03"),
    ),
    "a name over three lines": (
        f"BAN CHỈ ĐẠO PHÁT TRIỂN\nKINH TẾ TẬP THỂ\nTỈNH NGHỆ AN\nSố: 9/KH-BCĐ\nVinh, ngày 3 tháng 4 năm 2018\nKẾ HOẠCH\nHọp quý\n{BODY}",
        (
            "Kế hoạch Họp quý",
            "Ban Chỉ đạo phát triển kinh tế tập thể tỉnh Nghệ An",
            "Nghệ An",
            "2018-04-03",
        ),
    ),
    "words that only begin like a unit": (
        f"UBND TỈNH HÀ TĨNH\nSỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\nSố: 9/KH-SLĐTBXH\nHà Tĩnh, ngày 3 tháng 4 năm 2018\nKẾ HOẠCH\nDạy nghề mộc\n{BODY}",
        (
            "Kế hoạch Dạy nghề mộc",
            "Sở Lao động - Thương binh và Xã hội tỉnh Hà Tĩnh",
            "Hà Tĩnh",
            "2018-04-03",
        ),
    ),
    "hyphens that do not break": (
        f"LIÊN MINH HỢP TÁC XÃ TỈNH KON TUM\nSố: 58/KH\u2011LMHTX\nKon Tum, ngày 19 tháng 3 năm 2019\nKẾ HOẠCH\nMở đợt làm cỏ\n{BODY}",
        ("Kế hoạch Mở đợt làm cỏ", "Liên minh Hợp tác xã tỉnh Kon Tum", "Kon Tum", "2019-03-19"),
    ),
    "dated above the signature": (
        f"UBND TỈNH SƠN LA\nSỞ Y TẾ\nSố: 5/TB-SYT\nTHÔNG BÁO\nTuyển lái xe\n{BODY}Nơi nhận:\n- Như trên.\nSơn La, ngày 9 tháng 7 năm 2019\nGIÁM ĐỐC\n",
        ("Thông báo Tuyển lái xe", "Sở Y tế tỉnh Sơn La", "Sơn La", "2019-07-09"),
    ),
}


@pytest.mark.parametrize(("text", "wanted"), PAPERS.values(), ids=PAPERS.keys())
def test_an_office_paper_says_what_it_is(text: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    notice = notice_of_row({"text": text})
    assert (notice.title, notice.issuer, notice.place, notice.published_on) == wanted


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{MOTTO}\n{BELOW}\nBản tin về mùa gặt ở các hợp tác xã", "Bản tin về mùa gặt ở các hợp tác xã"),
        ("CHƯƠNG I\nNhững điều chung về việc góp vốn", "Những điều chung về việc góp vốn"),
        ("Trang chủ » Tin tức\nMùa gặt ở các hợp tác xã", "Mùa gặt ở các hợp tác xã"),
        ("KẾ HOẠCH\nThực hiện Nghị quyết số 20-NQ/TW\n\nI. MỤC ĐÍCH", "Kế hoạch Thực hiện Nghị quyết số 20-NQ/TW"),
        ("KẾ HOẠCH\nThực hiện Nghị quyết số 20-NQ/TW, Liên minh Hợp tác xã tỉnh làm những việc sau:\n1. Họp", "Kế hoạch"),
        ("DANH MỤC VĂN BẢN QUÝ II/2018\n_____\nSố | Ngày", "Danh mục văn bản quý II/2018"),
        ("ngắn", "ngắn"),
    ],
)  # fmt: skip
def test_a_title_is_the_kind_and_its_subject(text: str, title: str) -> None:
    assert title_of_text(text) == title


def test_a_title_ends_at_a_word() -> None:
    title = title_of_text("KẾ HOẠCH\n" + "mở lớp " * 200)
    assert len(title) <= MAX_TITLE
    assert title.endswith(("mở", "lớp"))


@pytest.mark.parametrize(
    ("line", "where", "day"),
    [
        ("Phú Yên, ngày 3 tháng 4 năm 2018", "Phú Yên", "2018-04-03"),
        ("Phú Yên, ngày … tháng 4 năm 2018", "Phú Yên", None),
        ("Phú Yên, ngày tháng năm 2018", "Phú Yên", None),
        ("Sơn\nLa, ngày 3 tháng 4\nnăm 2018", "Sơn La", "2018-04-03"),
        ("đẩy mạnh thi đua\nVăn Chấn, ngày 3 tháng 4 năm 2018", "Văn Chấn", "2018-04-03"),
        ("Thực hiện Công điện của tỉnh, ngày 3 tháng 4 năm 2018 của Ủy ban nhân dân", None, None),
        ("Ngày 3 tháng 4 năm 2018, các hợp tác xã họp", None, None),
    ],
)
def test_the_place_line(line: str, where: str | None, day: str | None) -> None:
    head = read_letterhead(line)
    assert (head.where, head.signed_on) == (where, day)


def test_a_meeting_on_a_day_is_no_signature() -> None:
    assert date_above_signature("Cuộc họp ngày 3 tháng 4 năm 2018 tại xã.\nNgày 5 tháng 4 năm 2018 họp lại.") is None


@pytest.mark.parametrize(
    "text",
    [f"{MOTTO} " * 500, "ngày " * 3000, "A, ngày " * 2000, "Số: 1/" * 3000, "ỦY BAN\n" * 3000, "KẾ HOẠCH\n" * 3000, "| " * 9000],
    ids=["mottos", "days", "places", "numbers", "bodies", "kinds", "cells"],
)  # fmt: skip
def test_long_repetition_is_read_or_left(text: str) -> None:
    notice = notice_of_row({"text": text})
    assert (notice.place, notice.published_on) == (None, None)
    assert len(notice.title) <= MAX_TITLE


PIECES = (
    *(MOTTO, BELOW, PARTY, "LIÊN MINH HTX", "TỈNH KON TUM", "SỞ Y TẾ", "BAN THƯỜNG VỤ", "KẾ HOẠCH", "V/v", "Kính gửi:", "CỦA BỘ TÀI CHÍNH SỐ 5"),
    *("Số: 45/KH-LMHTX", "Kon Tum, ngày 06 tháng 8 năm 2018", "ngày 31 tháng Hai năm 2018", " ", "\n", "|", "-", "…", "**", "(", "12"),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40))
def test_whatever_stands_in_a_head_there_is_a_title(pieces: list[str]) -> None:
    text = normalise("".join(pieces))
    if text:
        assert 0 < len(notice_of_row({"text": text}).title) <= MAX_TITLE


@pytest.mark.parametrize(
    ("text", "bodies", "marked"),
    [
        ("SỞ NỘI VỤ\nSố: 5/KH-SNV\nKẾ HOẠCH\nX", "SỞ NỘI VỤ", True),
        ("SỞ NỘI VỤ Số: 5/KH-SNV", "SỞ NỘI VỤ", True),
        ("SỞ NỘI VỤ SỐ: 5/KH-SNV", "SỞ NỘI VỤ", True),
        ("SỞ NỘI VỤ SỐ 5/KH-SNV", "SỞ NỘI VỤ SỐ 5/KH-SNV", False),  # a headline in capitals
        ("HỎA TỐC Số: 5/KH-SNV", "", False),
        ("KẾ HOẠCH Số 5/KH-SNV", "", False),
        ("Sở Nội vụ | Số: 5/KH-SNV", "Sở Nội vụ", True),
        # in small letters a name stands right above the number or the motto, and ends without a stop
        ("Sở Nội vụ tỉnh\nSố: 5/KH-SNV", "Sở Nội vụ tỉnh", True),
        ("Sở Nội vụ tỉnh\n-----\n\nSố: 5/KH-SNV", "Sở Nội vụ tỉnh", True),
        (f"Sở Nội vụ tỉnh\n{MOTTO}", "Sở Nội vụ tỉnh", True),
        ("Sở Nội vụ tỉnh.\nSố: 5/KH-SNV", "", False),
        ("Sở Nội vụ tỉnh:\nSố: 5/KH-SNV", "", False),
        ("Sở Nội vụ tỉnh\nHọp bàn việc\nSố: 5/KH-SNV", "", False),
        ("Sở Nội vụ tỉnh\nSơn La, ngày 3 tháng 4 năm 2018", "", False),
        ("Sở Nội vụ " + "a" * 59 + "\nSố: 5/KH-SNV", "Sở Nội vụ " + "a" * 59, True),
        ("Sở Nội vụ " + "a" * 60 + "\nSố: 5/KH-SNV", "", False),
        # what goes on in capitals up to a mark
        ("SỞ NỘI VỤ\nĐỘI CÔNG TÁC\nSố: 5/KH-SNV", "SỞ NỘI VỤ ĐỘI CÔNG TÁC", True),
        ("SỞ NỘI VỤ\nĐỘI CÔNG TÁC\n\nSố: 5/KH-SNV", "SỞ NỘI VỤ", True),
        ("SỞ NỘI VỤ\nĐỘI CÔNG TÁC\nhọp\nSố: 5/KH-SNV", "", False),
        ("SỞ NỘI VỤ\nĐỘI CÔNG TÁC\nKẾ HOẠCH\nSố: 5/KH-SNV", "SỞ NỘI VỤ", True),
        (f"SỞ NỘI VỤ\n{MOTTO}\nĐỘI CÔNG TÁC\nKẾ HOẠCH", "SỞ NỘI VỤ ĐỘI CÔNG TÁC", True),
        ("SỞ NỘI VỤ\nSơn La, ngày 3 tháng 4 năm 2018\nĐỘI CÔNG TÁC\nKẾ HOẠCH", "SỞ NỘI VỤ", True),
        # where it ends
        (f"{MOTTO}\nĐoàn TNCS Hồ Chí Minh", "", False),
        (f"SỞ NỘI VỤ\n{MOTTO}\nCăn cứ luật\nSỞ TÀI CHÍNH", "SỞ NỘI VỤ", True),
        (f"SỞ NỘI VỤ\n{MOTTO}\nV/v họp\nSỞ TÀI CHÍNH", "SỞ NỘI VỤ", True),
        (f"SỞ NỘI VỤ\n{MOTTO}\nKẾ HOẠCH\nSỞ TÀI CHÍNH", "SỞ NỘI VỤ", True),
        (f"{MOTTO}\nCăn cứ luật\nSỞ TÀI CHÍNH", "", False),
        (f"{MOTTO}\nKẾ HOẠCH\nSỞ TÀI CHÍNH", "SỞ TÀI CHÍNH", True),
        ("BÁO SƠN LA\ndòng thường\nSỞ NỘI VỤ\nSố: 5/KH-SNV", "SỞ NỘI VỤ", True),
        (f"{MOTTO}\n{'x' * 161}\nSỞ TÀI CHÍNH", "", False),
        (f"{MOTTO}\n{'x' * 160}\nSỞ TÀI CHÍNH", "SỞ TÀI CHÍNH", True),
        ("SỞ " + "A" * 108 + "\nSố: 5/KH-SNV", "", False),
        ("SỞ " + "A" * 107 + "\nSố: 5/KH-SNV", "SỞ " + "A" * 107, True),
    ],
)
def test_whose_letterhead_it_is(text: str, bodies: str, marked: bool) -> None:
    head = read_letterhead(text)
    assert (" ".join(head.bodies), head.marked) == (bodies, marked)


@pytest.mark.parametrize(
    ("line", "where", "day"),
    [
        ("(Kon Tum, ngày 3 tháng 4 năm 2018)", "Kon Tum", "2018-04-03"),
        ("Số: 5/KH-SNV Kon Tum, ngày 3 tháng 4 năm 2018", "Kon Tum", "2018-04-03"),
        ("Kon Tum, ngày 3 tháng 4 năm 2018 các xã họp", None, None),
        ("Kon Tum, ngày 3 tháng 4 năm 2018; các xã họp", None, None),
        ("họp ở Kon Tum, ngày 3 tháng 4 năm 2018", None, None),
        ("ngày 3 tháng 4 năm 2018", None, "2018-04-03"),
        ("- ngày 3 tháng 4 năm 2018", None, "2018-04-03"),
        ("A | ngày 3 tháng 4 năm 2018 | B", None, "2018-04-03"),
        ("họp ngày 3 tháng 4 năm 2018", None, None),
        ("Bà Rịa - Vũng Tàu, ngày 3 tháng 4 năm 2018", "Bà Rịa - Vũng Tàu", "2018-04-03"),
        ("Quảng\nTrị, ngày 3 tháng 4 năm 2018", "Quảng Trị", "2018-04-03"),
        ("Văn\nChấn, ngày 3 tháng 4 năm 2018", "Chấn", "2018-04-03"),
        ("Kon Tum, ngày 3 tháng mười hai năm 2018", "Kon Tum", "2018-12-03"),
        ("Kon Tum, ngày 3 tháng Giêng năm 2018", "Kon Tum", "2018-01-03"),
        ("Kon Tum, ngày 31 tháng 2 năm 2018", "Kon Tum", None),
        ("*Kon Tum, ngày 3/4/2018.*", "Kon Tum", "2018-04-03"),
        ("Độc lập - Tự do - Hạnh phúc Kon Tum, ngày 3/4/2018", "Kon Tum", "2018-04-03"),
    ],
)
def test_where_and_when_it_was_signed(line: str, where: str | None, day: str | None) -> None:
    head = read_letterhead(line)
    assert (head.where, head.signed_on) == (where, day)


def test_only_the_last_place_line_is_above_the_signature() -> None:
    text = "Kon Tum, ngày 1 tháng 2 năm 2018\nHọp.\nKon Tum, ngày 3 tháng 4 năm 2018\nCHỦ TỊCH"
    assert date_above_signature(text) == "2018-04-03"
    assert date_above_signature("Kon Tum, ngày 3 tháng 4 năm 2018\n" + "chữ " * 300) is None, "near the end alone"
