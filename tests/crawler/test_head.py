"""A document's own number, kind and date, in the shapes in which portals and staff hand them over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.numbers import parse_number
from corpus.text import normalise
from crawler.head import find_head

BODY = "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị, Liên minh phát động đợt thi đua:"
PLAN = ("ke-hoach", "45/KH-LMHTX", "2018-08-06")

HEADS = [
    # as the rules of layout want it
    (f"LIÊN MINH HTX TỈNH PHÚ YÊN\nSố: 45/KH-LMHTX\nPhú Yên, ngày 06 tháng 8 năm 2018\n\nKẾ HOẠCH\nThi đua\n{BODY}", PLAN),
    (f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nPhú Yên, ngày 06 tháng 8 năm 2018\nLIÊN MINH HTX\nSố: 45/KH-LMHTX\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"TỈNH ỦY PHÚ YÊN\n*\nSố 21-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nPhú Yên, ngày 04 tháng 9 năm 2017\nCHỈ THỊ\n{BODY}", ("chi-thi", "21-CT/TU", "2017-09-04")),
    ("LIÊN MINH HTX\nSố: 31/LMHTX-CSPT\nV/v rà soát hợp tác xã\nPhú Yên, ngày 14 tháng 01 năm 2020\nKính gửi: Các huyện", ("cong-van", "31/LMHTX-CSPT", "2020-01-14")),
    ("QUỐC HỘI\nLuật số: 23/2012/QH13\nHà Nội, ngày 20 tháng 11 năm 2012\nLUẬT\nHỢP TÁC XÃ\nCăn cứ Hiến pháp", ("luat", "23/2012/QH13", "2012-11-20")),
    # typed loosely
    (f"Số : 45 / KH – LMHTX\nPhú Yên, ngày 06/8/2018\n{BODY}", PLAN),
    (f"SỐ: 45/KH-LMHTX\nPHÚ YÊN, NGÀY 06 THÁNG 8 NĂM 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"số: 45/kh-lmhtx\nPhú Yên, ngày 6 tháng 8 năm 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"**Số: 45/KH-LMHTX**\n*Phú Yên, ngày 06 tháng 8\nnăm 2018*\n**KẾ HOẠCH**\n{BODY}", PLAN),
    (f"Số: 45/KH-LMHTX - Phú Yên, ngày 06 tháng 8 năm 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"(Số 45/KH-LMHTX ngày 06/8/2018)\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"Số: 45/KH-LMHTX\nPhú Yên, ngày      tháng 8 năm 2018\nKẾ HOẠCH\n{BODY}", ("ke-hoach", "45/KH-LMHTX", "2018-08")),
    (f"Số: 45/KH-LMHTX\nPhú Yên, ngày … tháng 8 năm 2018\nKẾ HOẠCH\n{BODY}", ("ke-hoach", "45/KH-LMHTX", "2018-08")),
    (f"Số: 45/KH-LMHTX\nKẾ HOẠCH\n{BODY}", ("ke-hoach", "45/KH-LMHTX", None)),
    (f"Kế hoạch số 45/KH-LMHTX\nPhú Yên, ngày 06 tháng 8 năm 2018\n{BODY}", PLAN),
    (f"KẾ HOẠCH\n(Số 45/KH-LMHTX, ngày 06/8/2018)\n{BODY}", PLAN),
    ("LIÊN MINH HTX\nSố: 31/LMHTX-CSPT\nPhú Yên, ngày 14 tháng 01 năm 2020\nKính gửi: Các huyện\nGửi kèm:\nKẾ HOẠCH\nI. Mục đích", ("cong-van", "31/LMHTX-CSPT", "2020-01-14")),
    ("LIÊN MINH HTX\nSố: 31/LMHTX-CSPT\nPhú Yên, ngày 14 tháng 01 năm 2020\nTỜ TRÌNH\nKính gửi: Ủy ban nhân dân tỉnh", ("to-trinh", "31/LMHTX-CSPT", "2020-01-14")),
    # two columns in one line, and the whole head in one line
    (f"LIÊN MINH HTX TỈNH PHÚ YÊN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 45/KH-LMHTX Độc lập - Tự do - Hạnh phúc\nPhú Yên, ngày 06 tháng 8 năm 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"LIÊN MINH HTX | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 45/KH-LMHTX | Phú Yên, ngày 06 tháng 8 năm 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"LIÊN MINH HTX TỈNH PHÚ YÊN Số: 45/KH-LMHTX CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Phú Yên, ngày 06 tháng 8 năm 2018 KẾ HOẠCH {BODY}", PLAN),
    (f"TỈNH ỦY PHÚ YÊN Số 21-CT/TU ĐẢNG CỘNG SẢN VIỆT NAM\nPhú Yên, ngày 04 tháng 9 năm 2017\nCHỈ THỊ\n{BODY}", ("chi-thi", "21-CT/TU", "2017-09-04")),
    (f"LIÊN MINH HTX TỈNH PHÚ YÊN - Số: 45/KH-LMHTX     Phú Yên, ngày 06 tháng 8 năm 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    # glued, with hyphens that do not break, with the month in words
    (f"Số: 45/KH\u2011LMHTX\nPhú Yên, ngày 06 tháng 8 năm 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"Số: 45/KH-LMHTXngày\nPhú Yên, ngày 06tháng 8năm 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"Số: 45/KH-LMHTX\nPhú Yên, ngày 06 tháng Tám năm 2018\nKẾ HOẠCH\n{BODY}", PLAN),
    (f"Số: 45/KH-LMHTX\nKẾ HOẠCH\n{BODY}\n1. Họp.\nNơi nhận:\nPhú Yên, ngày 06 tháng 8 năm 2018\nCHỦ TỊCH", PLAN),
    # a headline that is the document's own number, or that bears it in brackets below
    (f"Kế hoạch số 45 - KH/LMHTX ngày 06/8/2018 của Liên minh HTX tỉnh\n{BODY}\nI. MỤC ĐÍCH", PLAN),
    (f"Kế hoạch mở đợt thi đua\n(Số 45/KH-LMHTX, ngày 06/8/2018)\n{BODY}", PLAN),
    # a gazette's manner, old and new
    ("QUYẾT ĐỊNH\nCỦA BỘ TÀI CHÍNH SỐ 71/QĐ-BTC NGÀY 13 THÁNG 01 NĂM 2010\nVỀ CHẾ ĐỘ BÁO CÁO\nCăn cứ Luật", ("quyet-dinh", "71/QĐ-BTC", "2010-01-13")),
    ("CÔNG BÁO/Số 279/Ngày 18-05-2016\n9\nCHÍNH PHỦ\nSố: 26/2016/NQ-CP\nHà Nội, ngày 06 tháng 5 năm 2016\nNGHỊ QUYẾT\nCăn cứ", ("nghi-quyet", "26/2016/NQ-CP", "2016-05-06")),
    ("CHỈ THỊ\nSỐ 12/CT-TTG NGÀY 22/5/2018\nVỀ PHÁT TRIỂN HỢP TÁC XÃ\nThời gian qua, các tỉnh", ("chi-thi", "12/CT-TTg", "2018-05-22")),
    ("NGHỊ QUYẾT SỐ 46 NQ/TVQH NGÀY 08 THÁNG 6 NĂM 1961\nCăn cứ Điều 81", ("nghi-quyet", "46/NQ-TVQH", "1961-06-08")),
    # a table of properties
    ("Số ký hiệu | 45/KH-LMHTX\nNgày ban hành | 06/8/2018\nLoại văn bản | Kế hoạch\nNội dung phát động", PLAN),
    ("Số hiệu:\n45/KH-LMHTX\nLoại văn bản:\nKế hoạch\nNgười ký:\nNgày ban hành:\n06/08/2018\nNội dung", PLAN),
    ("Số/Ký hiệu: 45/KH-LMHTX\nNgày ban hành: 06-08-2018\nTrích yếu: Thi đua", PLAN),
    ("Số ký hiệu | Ngày ban hành | Cơ quan ban hành | Trích yếu\n45/KH-LMHTX | 06/8/2018 | Liên minh HTX tỉnh | Thi đua", PLAN),
    ("Số ký hiệu\nNgày ban hành\nTrích yếu\n45/KH-LMHTX\n06/8/2018\nPhát động thi đua", PLAN),
    # what is not the document's own
    (BODY, None),
    ("Thực hiện Kế hoạch\nsố 737/KH-LMHTXVN ngày 12/7/2018 của Liên minh Hợp tác xã Việt Nam", None),
    ("Căn cứ các Nghị định\nSố 193/2013/NĐ-CP ngày 21/11/2013 của Chính phủ", None),
    ("Số 737/KH-LMHTXVN của Liên minh Hợp tác xã Việt Nam được gửi tới các tỉnh", None),
    ("Các kế hoạch sau còn hiệu lực\nSố 737/KH-LMHTXVN ngày 12/7/2018 của Liên minh Hợp tác xã Việt Nam", None),
    ("Kế hoạch số 737/KH-LMHTXVN ngày 12/7/2018 của Liên minh Hợp tác xã Việt Nam đã kết thúc", None),
    ("THỰC HIỆN CHỈ THỊ SỐ 34-CT/TW NGÀY 07/4/2014\nCác đơn vị đã làm nhiều việc", None),
    ("THỰC HIỆN CHỈ THỊ\nSỐ 34-CT/TW NGÀY 07/4/2014\nCác đơn vị đã làm nhiều việc", None),
    ("BÁO CÁO\nKết quả thực hiện Kế hoạch số 45/KH-LMHTX ngày 06/8/2018\nSau ba tháng", None),
    ("Số điện thoại: 0243 000 000\nSố 5/7 phố Huế", None),
    ("Số:      /KH-LMHTX\nPhú Yên, ngày    tháng    năm 2018\nKẾ HOẠCH", None),
    ("Số ký hiệu | Ngày ban hành | Trích yếu\n45/KH-LMHTX | 06/8/2018 | Một\n46/KH-LMHTX | 07/8/2018 | Hai", None),
    ("- Số 34-CT/TW về thi đua\n- Số 05-CT/TW về học tập", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), HEADS)
def test_find_head(text: str, wanted: tuple[str, str, str | None] | None) -> None:
    head = find_head(text)
    assert (None if head is None else (head.kind, head.number, head.issued_on)) == wanted


def test_a_cited_date_is_not_that_of_the_head() -> None:
    head = find_head(
        f"Số: 45/KH-LMHTX\nKẾ HOẠCH\nThực hiện Kế hoạch số 737/KH-LMHTXVN, ngày 12 tháng 7 năm 2018\n{BODY}"
    )
    assert head is not None
    assert head.issued_on is None


OFFICIAL = "Điều 1. Ban hành quy chế.\nĐiều 2. Quy chế có hiệu lực từ ngày ký."
NEWS = "Sáng nay, các tỉnh họp bàn việc thực hiện. Nhiều ý kiến cho rằng cần thêm vốn."


@pytest.mark.parametrize(
    ("title", "text", "issuer", "wanted"),
    [
        ("Quyết định 52/QĐ-UBND năm 2020 về quy chế", OFFICIAL, None, ("quyet-dinh", "52/QĐ-UBND", None)),
        ("Quyết định số 52/QĐ-UBND ngày 03/02/2020 về quy chế", OFFICIAL, None, ("quyet-dinh", "52/QĐ-UBND", "2020-02-03")),
        ("Phát động thi đua năm 2018 (Số 45/KH-LMHTX ngày 06/8/2018)", f"KẾ HOẠCH\n{BODY}", None, PLAN),
        ("Kế hoạch số 45/KH-LMHTX ngày 06/8/2018 về thi đua", BODY, "Liên minh Hợp tác xã tỉnh Phú Yên", PLAN),
        ("Kế hoạch số 737/KH-LMHTXVN được hưởng ứng", NEWS, "Liên minh Hợp tác xã tỉnh Phú Yên", None),
        ("Kế hoạch số 737/KH-LMHTXVN về thi đua", f"{NEWS}\nI. Ở TỈNH", None, None),
        ("Hai chỉ thị", "Chỉ thị số 34-CT/TW ngày 07/4/2014.\nChỉ thị số 34-CT/TW ngày 24/5/2024 được học.", None, None),
        ("Chỉ thị 12/CT-TTg: bước ngoặt của hợp tác xã", NEWS, None, None),
        ("Báo cáo thực hiện Kế hoạch 45/KH-LMHTX", f"BÁO CÁO\n{NEWS}", None, None),
        ("Kế hoạch 45/KH-LMHTX", f"Số: 46/KH-LMHTX\nKẾ HOẠCH\n{BODY}", None, ("ke-hoach", "46/KH-LMHTX", None)),
    ],
)  # fmt: skip
def test_a_number_in_the_title_counts_when_the_text_is_the_document(
    title: str, text: str, issuer: str | None, wanted: tuple[str, str, str | None] | None
) -> None:
    head = find_head(text, title, issuer)
    assert (None if head is None else (head.kind, head.number, head.issued_on)) == wanted


@pytest.mark.parametrize(
    "text", ["Số: " * 20_000, "Số 1/a b " * 20_000, "ngày " * 30_000, "Số ký hiệu\n" * 30_000, "1/2-" * 50_000]
)
def test_long_repetition_is_no_head(text: str) -> None:
    assert find_head(text, text) is None


PIECES = (
    *("Số", "SỐ", "số", "Số ký hiệu", "Ngày ban hành", "KẾ HOẠCH", "Kế hoạch", "CỦA BỘ TÀI CHÍNH", "TỈNH ỦY", "Kính gửi:"),
    *("45/KH-LMHTX", "46 NQ/TVQH", ", ngày 06 tháng 8 năm 2018", " 31/02/2018", "của", ":", " ", "\n", "|", "-", "–", "…", "“", "(", "12", "/"),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40))
def test_whatever_stands_in_a_head_it_is_read_or_left(pieces: list[str]) -> None:
    text = normalise("".join(pieces))
    head = find_head(text, text[:80], "Liên minh Hợp tác xã tỉnh Phú Yên")
    if head is not None:
        assert str(parse_number(head.number)) == head.number
