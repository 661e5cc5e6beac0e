"""What a query says of a document, part by part."""

from dataclasses import asdict
from typing import Any

import pytest

from indexer.asking.references import Remembered, read_remembered


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("CT 05 2016", {"kind": "chi-thi", "serial": "5", "year": "2016"}),
        ("KL56", {"kind": "ket-luan", "serial": "56"}),
        ("56KL", {"kind": "ket-luan", "serial": "56"}),
        ("12/ct-ttg", {"kind": "chi-thi", "serial": "12", "organs": ("ttg",)}),
        ("luat htx 2012", {"kind": "luat", "year": "2012", "name": "hop tac xa", "rest": ("htx",)}),
        (
            "luật hợp tác xã mới 2023",
            {"kind": "luat", "year": "2023", "name": "hop tac xa", "rest": ("hop", "tac", "xa", "moi")},
        ),
        (
            "luật hợp tác xã hiện hành",
            {"kind": "luat", "name": "hop tac xa", "rest": ("hop", "tac", "xa", "hien", "hanh")},
        ),
        ("193/2013/NĐ-CP", {"kind": "nghi-dinh", "serial": "193", "organs": ("cp",), "inner_year": "2013"}),
        ("nghị quyết trung ương 5 khóa 9", {"kind": "nghi-quyet", "name": "trung uong 5 khoa 9"}),
        ("kết luận trung ương 4 khóa XII", {"kind": "ket-luan", "name": "trung uong 4 khoa 12"}),
        ("nghi quyet 6 khoa ix", {"kind": "nghi-quyet", "name": "trung uong 6 khoa 9"}),
        ("nghị quyết đại hội 13", {"kind": "nghi-quyet", "name": "dai hoi dang 13"}),
        (
            "đại hội đảng bộ tỉnh Sơn La lần thứ XV",
            {"kind": "nghi-quyet", "place": "Sơn La", "name": "dai hoi dang bo 15"},
        ),
        ("nghị quyết đại hội", None),
        ("chỉ thị 12 tháng 4 năm 2019", {"kind": "chi-thi", "serial": "12", "date": "2019-04"}),
        ("chỉ thị số 12 ngày 25 tháng 4 năm 2019", {"kind": "chi-thi", "serial": "12", "date": "2019-04-25"}),
        ("25/4/2019 chỉ thị 12", {"kind": "chi-thi", "serial": "12", "date": "2019-04-25"}),
        ("chỉ thị 12/2018", {"kind": "chi-thi", "serial": "12", "inner_year": "2018"}),
        ("chi thi 12 4/2019", {"kind": "chi-thi", "serial": "12", "date": "2019-04"}),
        ("thang 4/2019 chi thi 12", {"kind": "chi-thi", "serial": "12", "date": "2019-04"}),
        ("2261/QĐ-TTg", {"kind": "quyet-dinh", "serial": "2261", "organs": ("ttg",)}),
        ("quyết định 2019", None),
        ("kế hoạch 45 sơn la 2018", {"kind": "ke-hoach", "serial": "45", "year": "2018", "place": "Sơn La"}),
        ("cttw 34", {"serial": "34", "organs": ("tw",), "rest": ("ct",)}),
        ("qđubnd 45", {"serial": "45", "organs": ("ubnd",), "rest": ("qd",)}),
        ("ttcp 12", {"serial": "12", "organs": ("ttcp",)}),
        ("34-CT/TƯ", {"kind": "chi-thi", "serial": "34", "organs": ("tw",)}),
        ("lmhtx vn 737", {"serial": "737", "organs": ("lmhtxvn",)}),
        ("ủy ban nhân dân tỉnh 45", {"serial": "45", "organs": ("ubnd",), "issuer": "Ủy ban nhân dân"}),
        ("chi thi 15 tinh uy", {"kind": "chi-thi", "serial": "15", "organs": ("tu",), "issuer": "Tỉnh ủy"}),
        ("12 nhiệm vụ", None),
        ("25 năm", None),
        ("hợp tác xã", None),
        ("5 đợt", None),
        ("ke hoach 12/7/2018", {"kind": "ke-hoach", "date": "2018-07-12"}),
        (
            "luật tổ chức chính phủ",
            {"kind": "luat", "name": "to chuc chinh phu", "rest": ("to", "chuc", "chinh", "phu")},
        ),
        ("điều lệ đảng", {"kind": "dieu-le", "name": "dang", "rest": ("dang",)}),
        ("dieu le", None),
        ("hiến pháp", {"kind": "hien-phap", "name": "hien-phap"}),
        ("009/KH", {"kind": "ke-hoach", "serial": "9"}),
        ("23/2012/QH13", {"serial": "23", "organs": ("qh13",), "inner_year": "2012"}),
        ("chỉ thị thi đua", None),
        ("chi thi", None),
        ("12", {"serial": "12"}),
        ("12 thi đua", None),
        ("số của ngày", None),
        ("1328 qd", {"kind": "quyet-dinh", "serial": "1328"}),
        ("05 ct tw ban bi thu", {"kind": "chi-thi", "serial": "5", "organs": ("tw",), "issuer": "Ban Bí thư"}),
    ],
)
def test_what_a_query_says(query: str, said: dict[str, Any] | None) -> None:
    found = read_remembered(query)
    assert (found and {name: value for name, value in asdict(found).items() if value}) == said


@pytest.mark.parametrize(
    ("said", "is_bare"),
    [
        ({"serial": "12"}, True),
        ({"serial": "12", "kind": "chi-thi"}, True),
        ({"serial": "12", "rest": ("thi",)}, True),
        ({"kind": "chi-thi"}, False),
        *(
            ({"serial": "12", name: value}, False)
            for name, value in (
                ("organs", ("ttg",)),
                ("date", "2018"),
                ("year", "2018"),
                ("place", "Sơn La"),
                ("issuer", "Chính phủ"),
                ("name", "dat dai"),
                ("inner_year", "2018"),
            )
        ),
    ],
)
def test_a_serial_alone_is_bare(said: dict[str, Any], is_bare: bool) -> None:
    assert Remembered(**said).is_bare is is_bare


def test_no_more_than_three_hundred_characters_are_read() -> None:
    assert read_remembered("chỉ thị 12 " + "  " * 150 + "năm 2018") == read_remembered("chỉ thị 12")
