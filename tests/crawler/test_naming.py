"""Names in capitals as running text writes them."""

import pytest

from crawler.naming import only_place, respaced, unit_written, written_name


@pytest.mark.parametrize(
    ("capitals", "wanted"),
    [
        ("SỞ NỘI VỤ TỈNH HÀ NAM", "Sở Nội vụ tỉnh Hà Nam"),
        ("UBND HUYỆN KỲ SƠN", "Ủy ban nhân dân huyện Kỳ Sơn"),
        ("HĐND TỈNH", "Hội đồng nhân dân tỉnh"),
        ("QUỸ HTX", "Quỹ Hợp tác xã"),
        ("UBMTTQ TỈNH", "Ủy ban Mặt trận Tổ quốc tỉnh"),
        ("UB MTTQ TỈNH HÀ NAM", "Ủy ban Mặt trận Tổ quốc tỉnh Hà Nam"),
        ("MTTQ VIỆT NAM", "Mặt trận Tổ quốc Việt Nam"),
        ("HỘI LHPN TỈNH", "Hội Liên hiệp Phụ nữ tỉnh"),
        ("LĐLĐ TỈNH HÀ NAM", "Liên đoàn Lao động tỉnh Hà Nam"),
        ("BAN TĐKT TỈNH", "Ban Thi đua - Khen thưởng tỉnh"),
        ("HỘI CCB VIỆT NAM", "Hội Cựu chiến binh Việt Nam"),
        ("SỞ NÔNG NGHIỆP VÀ PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
        ("BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "Bộ Kế hoạch và Đầu tư"),
        ("PHÒNG VĂN HÓA VÀ THÔNG TIN", "Phòng Văn hóa và Thông tin"),
        ("BAN VĂN HÓA VÀ XÃ HỘI", "Ban Văn hóa và Xã hội"),
        ("HỘI VĂN NGHỆ VÀ BÁO CHÍ", "Hội Văn nghệ và báo chí"),
        ("SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động, Thương binh và Xã hội"),
        ("SỞ VĂN HÓA - THỂ THAO", "Sở Văn hóa - Thể thao"),
        ("SỞ VĂN HÓA – THỂ THAO", "Sở Văn hóa – Thể thao"),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "Đảng ủy Khối các cơ quan"),
        ("BAN THI ĐUA - KHEN THƯỞNG", "Ban Thi đua - Khen thưởng"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        ("LIÊN MINH HỢP TÁC XÃ VIỆT NAM", "Liên minh Hợp tác xã Việt Nam"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", "Ban Chấp hành Đảng bộ tỉnh"),
        ("HUYỆN ỦY ĐẠI TỪ", "Huyện ủy Đại Từ"),
        ("THỊ ỦY SƠN TÂY", "Thị ủy Sơn Tây"),
        ("BAN TUYÊN GIÁO HUYỆN ỦY", "Ban Tuyên giáo Huyện ủy"),
        ("BAN TỔ CHỨC TRUNG ƯƠNG", "Ban Tổ chức Trung ương"),
        ("XÃ TÂN LẬP VÀ XÃ HÒA BÌNH", "Xã Tân Lập và xã Hòa Bình"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC", "Ủy ban Mặt trận Tổ quốc"),
        ("TRUNG TÂM KHUYẾN NÔNG TỈNH PHÚ YÊN", "Trung tâm khuyến nông tỉnh Phú Yên"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        ("CÔNG TY TNHH", "Công ty TNHH"),
        ("  SỞ   NỘI VỤ ", "Sở Nội vụ"),
        # what is written in small letters already stays, but for abbreviations and proper names
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("sở nội vụ tỉnh hà nam", "sở nội vụ tỉnh Hà Nam"),
        ("Đoàn Thanh niên hồ chí minh", "Đoàn Thanh niên Hồ Chí Minh"),
        ("Hội Nông dân việt nam", "Hội Nông dân Việt Nam"),
        ("", ""),
    ],
)
def test_written_name(capitals: str, wanted: str) -> None:
    assert written_name(capitals) == wanted


@pytest.mark.parametrize(
    ("capitals", "wanted"),
    [
        ("LIÊN MINHHỢP TÁC XÃ TỈNHPHÚ YÊN", "LIÊN MINH HỢP TÁC XÃ TỈNH PHÚ YÊN"),
        ("ỦYBANNHÂN DÂN THÀNH PHỐHÀ NỘI", "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"),
        ("HUYỆNKỲ SƠN", "HUYỆN KỲ SƠN"),
        ("HỘI ĐỒNGNHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN"),
        ("BAN CHẤP HÀNHĐẢNG BỘ", "BAN CHẤP HÀNH ĐẢNG BỘ"),
        ("BAN THƯỜNG VỤTỈNH ỦY", "BAN THƯỜNG VỤ TỈNH ỦY"),
        ("MẶT TRẬN TỔ QUỐCVIỆT NAM", "MẶT TRẬN TỔ QUỐC VIỆT NAM"),
        ("SỞ NỘI VỤ", "SỞ NỘI VỤ"),
    ],
)
def test_lost_spaces(capitals: str, wanted: str) -> None:
    assert respaced(capitals) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("TỈNH PHÚ YÊN", "tỉnh Phú Yên"),
        ("TP VINH", "thành phố Vinh"),
        ("TP. HỒ CHÍ MINH", "thành phố Hồ Chí Minh"),
        ("THÀNH PHỐ HỒ CHÍ MINH", "thành phố Hồ Chí Minh"),
        ("THỊ XÃ SƠN TÂY", "thị xã Sơn Tây"),
        ("XÃ TÂN LẬP", "xã Tân Lập"),
        ("TỈNH ĐẮK LẮK", "tỉnh Đắk Lắk"),
        ("TỈNH THỪA THIÊN - HUẾ", "tỉnh Thừa Thiên Huế"),
        ("ĐẶC KHU PHÚ QUỐC", "đặc khu Phú Quốc"),
        ("TỈNH BÀ RỊA - VŨNG TÀU", "tỉnh Bà Rịa - Vũng Tàu"),
        ("TỈNH", "tỉnh"),
        ("THỊ TRẤN", "thị trấn"),
    ],
)
def test_unit_written(words: str, wanted: str) -> None:
    assert unit_written(words.split()) == wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tỉnh Hà Nam", "Hà Nam"),
        ("Hà Nam và Nam Định", None),
        ("Hà Nam, Hà Nam", "Hà Nam"),
        ("", None),
        ("ở đây", None),
    ],
)
def test_only_place(text: str, name: str | None) -> None:
    found = only_place(text)
    assert (found.name if found else None) == name
