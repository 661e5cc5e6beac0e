import pytest

from crawler.provenance import issuer_in_head, issuer_in_title, provenance_of


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("LIÊN MINH HỢP TÁC XÃ VIỆT NAM\nSố: 96/KH-LMHTXVN", "Liên minh Hợp tác xã Việt Nam"),
        ("LIÊN MINH HTX VIỆT NAM\nLIÊN MINH HTX TỈNH PHÚ YÊN\nSố: 5/KH-LMHTX", "Liên minh Hợp tác xã tỉnh Phú Yên"),
        ("LIÊN MINH HỢP TÁC XÃ\nTHÀNH PHỐ HÀ NỘI\n-------\nSố: 4/KH-LMHTX", "Liên minh Hợp tác xã thành phố Hà Nội"),
        ("LIÊN MINH HTX TỈNH PHÚ YÊN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Liên minh Hợp tác xã tỉnh Phú Yên"),
        ("LIÊN MINH HTX TỈNH PHÚ YÊN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Liên minh Hợp tác xã tỉnh Phú Yên"),
        (
            "UBND TỈNH PHÚ YÊN\nLIÊN MINH HỢP TÁC XÃ TỈNH\nSố: 5/KH-LMHTX",
            "Liên minh Hợp tác xã tỉnh Phú Yên",
        ),
        ("BAN THƯỜNG VỤ TỈNH ỦY PHÚ YÊN\n*\nSố 21-CT/TU", "Tỉnh ủy Phú Yên"),
        ("THÀNH ỦY HÀ NỘI\nSố 3-CT/TU", "Thành ủy Hà Nội"),
        ("ỦY BAN NHÂN DÂN\nTỈNH PHÚ YÊN\nSố: 5/QĐ-UBND", "Ủy ban nhân dân tỉnh Phú Yên"),
        ("BỘ TÀI CHÍNH\nSố: 24/2017/TT-BTC", "Bộ Tài chính"),
        (
            "Số ký hiệu | 27/HD-LMHTX\nCơ quan ban hành | Liên minh HTX tỉnh Phú Yên",
            "Liên minh Hợp tác xã tỉnh Phú Yên",
        ),
        (
            "HỢP TÁC XÃ CHÈ AN THỊNH\nSố: 5/KH-HTX\nCác xã viên Hợp tác xã chè An Thịnh hái chè.",
            "Hợp tác xã chè An Thịnh",
        ),
        (
            "HỢP TÁC XÃ CHÈ AN THỊNH\nSố: 5/KH-HTX\nHợp Tác Xã Chè An Thịnh\nHỢP TÁC XÃ CHÈ AN THỊNH",
            "Hợp tác xã chè an thịnh",
        ),
        ("LIÊN MINH HỢP TÁC XÃ TỈNH\nSố: 5/KH-LMHTX", None),
        ("Sáng nay, Liên minh Hợp tác xã tỉnh Phú Yên họp", None),
        ("TIN VẮN\nPhú Yên được mùa", None),
        ("", None),
    ],
)
def test_issuer_in_head(head: str, wanted: str | None) -> None:
    assert issuer_in_head(head) == wanted


@pytest.mark.parametrize(
    ("host", "title", "text", "wanted"),
    [
        ("lienminhhtx.konum.example", "Mở lớp đan", "Chiều nay lớp mở.", None),
        ("lienminhhtx.kontum.gov.vn", "Mở lớp đan", "Chiều nay, Liên minh HTX tỉnh mở lớp.", "Kon Tum"),
        ("lmhtxkontum.vn", "Mở lớp đan", "Liên minh HTX tỉnh mở lớp; đoàn Phú Yên sang thăm.", "Kon Tum"),
        ("lmhtx-phuyen.example", "Mở lớp đan", "Chiều nay lớp mở.", "Phú Yên"),
        ("tuyhoa.phuyen.gov.vn", "Mở lớp đan", "Ủy ban nhân dân thành phố mở lớp.", "Phú Yên"),
        ("lienminh.thuathienhue.gov.vn", "Mở lớp đan", "Chiều nay lớp mở.", "Thừa Thiên Huế"),
        # a newspaper's seat says nothing of what it tells of another province, and little of what it tells of none
        ("baokontum.com.vn", "Mở lớp đan", "Liên minh Hợp tác xã tỉnh Phú Yên mở lớp.", "Phú Yên"),
        ("baokontum.com.vn", "Mở lớp đan", "UBND tỉnh vừa mở lớp đan.", "Kon Tum"),
        ("baokontum.com.vn", "Mở lớp đan", "Thế giới mở nhiều lớp đan.", None),
        # without a site that tells: the only province whose body the text names
        ("tin.example", "Mở lớp đan", "Liên minh Hợp tác xã tỉnh Phú Yên mở lớp, có khách từ Kon Tum.", "Phú Yên"),
        ("tin.example", "Phú Yên mở lớp đan", "Chiều nay lớp mở.", "Phú Yên"),
        ("tin.example", "Mở lớp đan", "Liên minh HTX tỉnh Phú Yên và Liên minh HTX tỉnh Kon Tum mở lớp.", None),
        ("tin.example", "Mở lớp đan", "Liên minh Hợp tác xã Việt Nam mở lớp trong toàn hệ thống.", None),
        # a national body signs in the capital, or anywhere; so does a unit of a ministry
        ("lienminh.kontum.gov.vn", "Mở lớp", "LIÊN MINH HỢP TÁC XÃ VIỆT NAM\nSố: 5/KH-LMHTXVN\nHà Nội, ngày 3 tháng 4 năm 2018\nKẾ HOẠCH", None),
        ("tin.example", "Mở lớp", "BỘ TÀI CHÍNH\nCỤC QUẢN LÝ GIÁ\nSố: 5/QLG-GS\nHà Nội, ngày 3 tháng 4 năm 2018\nKính gửi: Sở Tài chính tỉnh Phú Yên", None),
        # a body without its province takes that of the site
        ("lmhtxkontum.vn", "", "LIÊN MINH HỢP TÁC XÃ TỈNH\nSố: 5/KH-LMHTX\nKẾ HOẠCH\nMở lớp", "Kon Tum"),
    ],
)  # fmt: skip
def test_evidence_of_a_province_is_weighed(host: str, title: str, text: str, wanted: str | None) -> None:
    assert provenance_of(text, title=title, host=host)[1] == wanted


@pytest.mark.parametrize(
    ("host", "text", "wanted"),
    [
        ("lmhtxkontum.vn", "LIÊN MINH HỢP TÁC XÃ TỈNH\nSố: 5/KH-LMHTX", "Liên minh Hợp tác xã tỉnh Kon Tum"),
        ("lmhtxkontum.vn", "Số: 5/KH-LMHTX\nKẾ HOẠCH\nMở lớp", "Liên minh Hợp tác xã tỉnh Kon Tum"),
        ("lmhtxkontum.vn", "Số: 5/KH-UBND\nKẾ HOẠCH\nMở lớp", None),  # of a district as well as of the province
        ("lmhtxkontum.vn", "Chiều nay, Liên minh mở lớp.", None),
    ],
)
def test_a_site_completes_the_issuer(host: str, text: str, wanted: str | None) -> None:
    assert provenance_of(text, host=host)[0] == wanted


def test_what_is_given_is_kept() -> None:
    head = "LIÊN MINH HTX TỈNH PHÚ YÊN\nSố: 5/KH-LMHTX"
    assert provenance_of(head, host="lmhtxkontum.vn", issuer="Tổ may", place="Sơn La") == ("Tổ may", "Sơn La")


def test_a_headline_that_is_the_papers_number_names_its_issuer() -> None:
    title = "Kế hoạch số 27 - KH/BCĐ ngày 12/3/2020 của Ban Chỉ đạo phát triển kinh tế tập thể tỉnh Phú Yên"
    text = f"{title}\nThực hiện Chỉ thị số 12/CT-TTg, Ban Chỉ đạo ban hành kế hoạch như sau:\nI. MỤC ĐÍCH"
    assert provenance_of(text, title=title) == ("Ban Chỉ đạo phát triển kinh tế tập thể tỉnh Phú Yên", "Phú Yên")
    assert provenance_of("Kế hoạch được hưởng ứng ở nhiều nơi.", title=title)[0] is None


@pytest.mark.parametrize(
    ("text", "more", "wanted"),
    [
        ("Chiều nay lớp mở.", {"site_name": "Liên minh HTX tỉnh Kon Tum"}, "Kon Tum"),
        ("Kon Tum, ngày 3 tháng 4 năm 2018\nKẾ HOẠCH\nMở lớp", {"title": "Kon Tum mở lớp"}, "Kon Tum"),
        ("Ban Tổ chức họp ở Kon Tum.", {"title": "Phú Yên họp"}, None),
        # a text that leaves its province's body unnamed, and names one province as such or twice
        ("Lớp mở ở Kon Tum. UBND tỉnh mừng. Kon Tum vui.", {}, "Kon Tum"),
        ("Lớp mở ở Kon Tum. UBND tỉnh mừng.", {}, None),
        ("Lớp mở ở tỉnh Kon Tum. UBND tỉnh mừng.", {}, "Kon Tum"),
        ("Lớp mở ở Kon Tum.", {}, None),
        ("Lớp mở ở Kon Tum. Kon Tum vui.", {}, None),
        ("UBND tỉnh Kon Tum họp.", {"title": "Kon Tum được mùa"}, "Kon Tum"),
        ("UBND tỉnh Kon Tum và UBND tỉnh Phú Yên họp.", {"title": "Phú Yên được mùa"}, "Phú Yên"),
        ("UBND tỉnh Kon Tum và tỉnh Gia Lai họp.", {"title": "Phú Yên được mùa"}, None),
        # newspapers and stations speak for their seat where a text leaves its province unnamed
        ("Lớp mở.", {"host": "kontum.tapchi.vn"}, None),
        ("UBND tỉnh họp.", {"host": "kontumtv.news.vn"}, "Kon Tum"),
        ("Lớp mở.", {"host": "kontumtv.vn"}, None),
        ("Lớp mở.", {"host": "bao-kontum.vn"}, None),
        ("Lớp mở.", {"host": "kontum.gov.vn"}, "Kon Tum"),
        ("BÁO CÁO PHÚ YÊN ĐƯỢC MÙA\nKon Tum vui.", {}, None),
        ("Cơ quan ban hành | UBND tỉnh Kon Tum\nSố ký hiệu | 5/KH-UBND", {}, "Kon Tum"),
        ("ỦY BAN NHÂN DÂN TỈNH KON TUM\nCăn cứ luật\nĐiều 1", {}, "Kon Tum"),
    ],
)
def test_what_a_text_says_of_its_province(text: str, more: dict[str, str], wanted: str | None) -> None:
    assert provenance_of(text, **more)[1] == wanted


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("THÔNG TƯ\nCỦA BỘ TÀI CHÍNH SỐ 07/2010/TT-BTC", None, "Bộ Tài chính"),
        ("THÔNG TƯ LIÊN TỊCH\nCỦA BỘ TÀI CHÍNH - BỘ NỘI VỤ SỐ 07/2010/TTLT", None, "Bộ Tài chính"),
        ("CỦA\nCỦA BỘ TÀI CHÍNH SỐ 07", None, None),
        ("CHỈ THỊ\nCỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SỐ: 5", None, None),
        ("CHỈ THỊ\nCỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SỐ: 5", "Kon Tum", "Ủy ban nhân dân tỉnh Kon Tum"),
        ("*ỦY BAN NHÂN DÂN TỈNH KON TUM*\nCăn cứ luật", None, "Ủy ban nhân dân tỉnh Kon Tum"),
        ("QUYẾT ĐỊNH\nỦY BAN NHÂN DÂN TỈNH KON TUM\nKhóa X\nCăn cứ luật", None, "Ủy ban nhân dân tỉnh Kon Tum"),
        ("Cơ quan ban hành | Tổ đan lát Kon Tum", None, "Tổ đan lát Kon Tum"),
        ("Cơ quan ban hành | Sở " + "a" * 107, None, None),
        ("Cơ quan ban hành | UBND tỉnh", "Kon Tum", "Ủy ban nhân dân tỉnh Kon Tum"),
        ("Đơn vị ban hành: Bộ Tài chính", None, "Bộ Tài chính"),
    ],
)
def test_who_issued_it(text: str, place: str | None, wanted: str | None) -> None:
    assert issuer_in_head(text, place) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Kế hoạch số 5/KH của Ban Tổ chức cuộc thi về đan lát", "Ban Tổ chức cuộc thi"),
        ("Kế hoạch của Liên minh HTX tỉnh Kon Tum năm 2018", "Liên minh Hợp tác xã tỉnh Kon Tum"),
        ("Kế hoạch của UBND tỉnh tổ chức hội thi", "Ủy ban nhân dân tỉnh"),
        ("Kế hoạch của Sở Nội vụ, tỉnh Kon Tum", "Sở Nội vụ"),
        ("Kế hoạch 5 của xã", None),
    ],
)
def test_whose_paper_a_headline_says_it_is(title: str, wanted: str | None) -> None:
    assert issuer_in_title(title) == wanted
