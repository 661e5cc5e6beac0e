"""Names of bodies as letterheads write them: where a name begins and ends, who signs, who speaks for the country."""

import pytest

from corpus.places import find_place
from crawler.bodies import (
    begins_body,
    completes_name,
    continues_name,
    full_name,
    groups_of,
    is_heading,
    is_national,
    signing_body,
)


@pytest.mark.parametrize(
    ("line", "body", "heading"),
    [
        ("ỦY BAN NHÂN DÂN", True, False),
        ("BAN TỔ CHỨC", True, False),
        ("BAN HÀNH QUY CHẾ", False, True),
        ("SỞ NỘI VỤ", True, False),
        ("SỐ 5", False, True),
        ("TỔ CÔNG TÁC", True, False),
        ("TỜ TRÌNH", False, True),
        ("HỘI NGHỊ", False, True),
        ("HỘI NÔNG DÂN", True, False),
        ("PHIẾU TRÌNH", False, True),
        ("GIẤY MỜI", False, True),
        ("BÁO CÁO NHANH", False, True),
        ("BÁO PHÚ YÊN", True, False),
        ("ĐOÀN KẾT", False, True),
        ("Kế hoạch", False, True),
        ("VĂN BẢN", False, False),
        ("ỦYBAN", False, False),
        ("", False, False),
    ],
)
def test_what_begins_a_name_and_what_a_document(line: str, body: bool, heading: bool) -> None:
    assert (begins_body(line), is_heading(line)) == (body, heading)


@pytest.mark.parametrize(
    ("above", "line", "wanted"),
    [
        ("LIÊN MINH HTX", "TỈNH PHÚ YÊN", True),
        ("SỞ VĂN HÓA VÀ", "DU LỊCH", True),
        ("SỞ VĂN HÓA,", "THỂ THAO", True),
        ("SỞ VĂN HÓA -", "THỂ THAO", True),
        ("SỞ VĂN HÓA – ", "THỂ THAO", True),
        ("SỞ VĂN HÓA", "VÀ DU LỊCH", True),
        ("HỘI NÔNG DÂN", "VIỆT NAM", True),
        ("QUỸ HỖ TRỢ", "HỢP TÁC XÃ", True),
        ("BAN CHẤP HÀNH", "LÂM THỜI", True),
        ("UBND HUYỆN", "KỲ SƠN", True),
        ("SỞ NỘI VỤ", "ĐỘC LẬP", False),
        ("SỞ NỘI VỤ", "VÀNG", False),
        ("SỞ NỘI VỤ", "XÃ HỘI", False),
    ],
)
def test_lines_that_can_only_go_on_with_a_name(above: str, line: str, wanted: bool) -> None:
    assert continues_name(above, line) is wanted


ONE, TWO = True, False


@pytest.mark.parametrize(
    ("above", "line", "together"),
    [
        ("LIÊN MINH", "HỢP TÁC XÃ VIỆT NAM", ONE),
        ("QUỸ HỖ TRỢ", "HỢP TÁC XÃ", ONE),
        ("QUỸ HỖ TRỢ PHÁT TRIỂN", "HỢP TÁC XÃ", ONE),
        ("QUỸ", "HTX TÂN TIẾN", ONE),
        ("LIÊN HIỆP", "HTX TÂN TIẾN", ONE),
        ("SỞ CÔNG THƯƠNG", "HỢP TÁC XÃ TÂN TIẾN", TWO),
        ("ỦY BAN", "MẶT TRẬN TỔ QUỐC", ONE),
        ("ỦY BAN TRUNG ƯƠNG", "MTTQ VIỆT NAM", ONE),
        ("SỞ NỘI VỤ", "MTTQ TỈNH", TWO),
        ("BỘ NỘI VỤ", "TRUNG ƯƠNG HỘI", ONE),
        ("BAN CHẤP HÀNH", "ĐẢNG BỘ TỈNH", ONE),
        ("BCH", "ĐOÀN TỈNH", ONE),
        ("ỦY BAN", "HỘI ĐỒNG", ONE),
        ("HỘI", "HỘI VIÊN", ONE),
        ("BAN", "BAN CÔNG TÁC", ONE),
        ("ĐẢNG ỦY KHỐI", "BAN THƯỜNG VỤ", TWO),
        ("BAN THƯỜNG VỤ", "TỈNH ỦY PHÚ YÊN", ONE),
        ("BAN THƯỜNG VỤ", "ĐẢNG BỘ TỈNH", ONE),
        ("BAN THƯỜNG VỤ", "HỘI NÔNG DÂN", TWO),
        ("SỞ KẾ HOẠCH VÀ", "PHÒNG CHÁY", ONE),
        ("TRƯỜNG CỦA", "HỘI NÔNG DÂN", ONE),
        ("SỞ NỘI VỤ,", "SỞ TÀI CHÍNH", ONE),
        ("SỞ NỘI VỤ -", "SỞ TÀI CHÍNH", ONE),
        ("SỞ NỘI VỤ –", "SỞ TÀI CHÍNH", ONE),
        ("SỞ NỘI VỤ", "SỞ TÀI CHÍNH", TWO),
    ],
)
def test_names_over_two_lines(above: str, line: str, together: bool) -> None:
    assert groups_of([above, line]) == ([f"{above} {line}"] if together else [above, line])


def test_what_stands_above_the_first_name_is_none() -> None:
    assert groups_of(["KHÔNG", "SỞ NỘI VỤ", "TỈNH HÀ NAM"]) == ["SỞ NỘI VỤ TỈNH HÀ NAM"]
    assert groups_of([]) == []


@pytest.mark.parametrize(
    ("groups", "place", "wanted"),
    [
        ("UBND TỈNH HÀ NAM|SỞ NỘI VỤ", None, "Sở Nội vụ tỉnh Hà Nam"),
        ("SỞ NỘI VỤ", "Phú Yên", "Sở Nội vụ tỉnh Phú Yên"),
        ("SỞ NỘI VỤ", None, "Sở Nội vụ"),
        ("UBND TỈNH|SỞ NỘI VỤ", "Phú Yên", "Sở Nội vụ tỉnh Phú Yên"),
        ("LIÊN MINH HTX VIỆT NAM|LIÊN MINH HTX TỈNH", "Phú Yên", "Liên minh Hợp tác xã tỉnh Phú Yên"),
        ("LIÊN MINH HTX VIỆT NAM|LIÊN MINH HTX TỈNH", None, None),
        ("LIÊN MINH HTX VIỆT NAM", "Phú Yên", "Liên minh Hợp tác xã Việt Nam"),
        ("TỈNH ỦY", "Phú Yên", "Tỉnh ủy Phú Yên"),
        ("TỈNH ỦY", "Hải Phòng", "Thành ủy Hải Phòng"),
        ("TỈNH ỦY", None, None),
        ("THÀNH ỦY HẢI PHÒNG|BAN TỔ CHỨC", None, "Ban Tổ chức Thành ủy Hải Phòng"),
        ("TỈNH ỦY PHÚ YÊN|BAN TUYÊN GIÁO", None, "Ban Tuyên giáo Tỉnh ủy Phú Yên"),
        ("TỈNH ỦY PHÚ YÊN|BAN TUYÊN GIÁO TỈNH ỦY", None, "Ban Tuyên giáo Tỉnh ủy Phú Yên"),
        ("HUYỆN ỦY ĐẠI TỪ", None, "Huyện ủy Đại Từ"),
        ("HỘI CỰU CHIẾN BINH VIỆT NAM|BCH TỈNH GIA LAI", None, "Hội Cựu chiến binh tỉnh Gia Lai"),
        ("HỘI NÔNG DÂN VIỆT NAM|BAN CHẤP HÀNH TỈNH", "Phú Yên", "Hội Nông dân tỉnh Phú Yên"),
        ("HỘI NÔNG DÂN VIỆT NAM|BAN CHẤP HÀNH HUYỆN KỲ SƠN", None, "Hội Nông dân huyện Kỳ Sơn"),
        ("HỘI NÔNG DÂN VIỆT NAM|BAN CHẤP HÀNH HUYỆN KỲ SƠN", "Nghệ An", "Hội Nông dân huyện Kỳ Sơn"),
        ("ĐOÀN TNCS HỒ CHÍ MINH|BCH TỈNH PHÚ YÊN", None, "Tỉnh đoàn Phú Yên"),
        ("ĐOÀN TNCS HỒ CHÍ MINH|BCH HUYỆN KỲ SƠN", "Nghệ An", "Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện Kỳ Sơn"),
        ("LIÊN MINH HTX TỈNH PHÚ YÊN|BAN THƯỜNG VỤ", None, "Ban Thường vụ Liên minh Hợp tác xã tỉnh Phú Yên"),
        ("LIÊN MINH HTX TỈNH|BAN THƯỜNG VỤ", "Phú Yên", "Ban Thường vụ Liên minh Hợp tác xã tỉnh Phú Yên"),
        ("LIÊN MINH HTX TỈNH|BAN THƯỜNG VỤ", None, None),
        ("HỘI NÔNG DÂN TỈNH - LIÊN MINH HTX TỈNH PHÚ YÊN", None, "Hội Nông dân tỉnh Phú Yên"),
        ("HỘI CHỮ THẬP ĐỎ - TÂM ĐỨC", None, "Hội Chữ thập đỏ - Tâm đức"),
        ("UBND HUYỆN KỲ SƠN|PHÒNG NÔNG NGHIỆP", None, "Phòng Nông nghiệp huyện Kỳ Sơn"),
        ("UBND HUYỆN KỲ SƠN|PHÒNG NÔNG NGHIỆP", "Nghệ An", "Phòng Nông nghiệp huyện Kỳ Sơn"),
        ("UBND TỈNH|PHÒNG NỘI CHÍNH", "Phú Yên", "Phòng Nội chính tỉnh Phú Yên"),
        ("UBND TỈNH|TRƯỜNG CHÍNH TRỊ TỈNH", "Phú Yên", "Trường chính trị tỉnh Phú Yên"),
        ("UBND TỈNH|TRƯỜNG CHÍNH TRỊ TỈNH", None, "Trường chính trị tỉnh"),
        ("UBND TỈNH PHÚ YÊN|QUỸ HỢP TÁC XÃ", None, "Quỹ Hợp tác xã tỉnh Phú Yên"),
        ("UBND TỈNH PHÚ YÊN|VIỆN NGHIÊN CỨU QUỐC GIA", None, "Viện nghiên cứu quốc gia"),
        ("UBND TỈNH PHÚ YÊN|HỘI LÀNG NGHỀ VIỆT NAM", None, "Hội Làng nghề Việt Nam"),
        ("TỈNH ỦY PHÚ YÊN|ĐẢNG ỦY KHỐI DOANH NGHIỆP", None, "Đảng ủy Khối doanh nghiệp tỉnh Phú Yên"),
        ("UBND TỈNH PHÚ YÊN|BAN CÔNG TÁC TRUNG ƯƠNG", None, "Ban Công tác Trung ương"),
        ("TÒA ÁN NHÂN DÂN TỐI CAO", "Phú Yên", "Tòa án nhân dân tối cao"),
        ("BỘ TÀI CHÍNH", "Phú Yên", "Bộ Tài chính"),
        ("UBND XÃ TÂN LẬP", "Phú Yên", "Ủy ban nhân dân xã Tân Lập"),
        ("UBND TỈNH PHÚ YÊN|UBND XÃ TÂN LẬP", None, "Ủy ban nhân dân xã Tân Lập"),
        ("ĐẢNG BỘ TỈNH PHÚ YÊN|ĐẢNG ỦY CƠ QUAN", None, "Đảng ủy cơ quan tỉnh Phú Yên"),
        ("", None, None),
    ],
)
def test_who_signs(groups: str, place: str | None, wanted: str | None) -> None:
    named = find_place(place) if place else None
    assert signing_body(groups.split("|") if groups else [], named) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Bộ Chính trị", True),
        ("Chính phủ", True),
        ("Bộ Tài chính", True),
        ("Liên minh Hợp tác xã Việt Nam", True),
        ("LMHTXVN", True),
        ("Liên minh Hợp tác xã tỉnh Phú Yên", False),
        ("Hội Làng nghề Việt Nam", True),
        ("Viện Công nghệ Quốc gia", True),
        ("Viện Kiểm sát tối cao", True),
        ("Ban Dân vận Trung ương", True),
        ("Quỹ Trung ương phòng chống đói", True),
        ("Sở Nội vụ", False),
        ("Ủy ban nhân dân tỉnh Phú Yên", False),
        ("Hội Trung ươngng", False),
    ],
)
def test_who_speaks_for_the_country(name: str, wanted: bool) -> None:
    assert is_national(name) is wanted


def test_every_central_body_of_the_registry_is_national() -> None:
    from corpus.issuers import find_issuer, issuers

    for issuer in issuers().values():
        found = find_issuer(issuer.name)
        if found is not None and found.level in ("party-central", "state-central", "ministry", "mass"):
            assert is_national(issuer.name), issuer.name
        if issuer.level == "alliance":
            assert is_national(issuer.name) is issuer.name.endswith("Việt Nam"), issuer.name
            province = find_place("Phú Yên")
            assert (full_name(issuer, "", province) or "").endswith(("tỉnh Phú Yên", "Việt Nam"))


@pytest.mark.parametrize(
    ("above", "line", "joined"),
    [
        ("LIÊN MINH HTX TỈNH CAO", "BẰNG", True),
        ("LIÊN MINH HTX TỈNH CAO BẰNG", "KẾ HOẠCH", False),
        ("UBND TỈNH HÀ NAM", "SỞ NỘI VỤ", False),
        ("LIÊN MINH HTX VIỆT NAM", "LIÊN MINH HTX TỈNH CAO BẰNG", False),
    ],
)
def test_a_name_that_a_narrow_column_broke(above: str, line: str, joined: bool) -> None:
    assert completes_name(above, line) is joined
