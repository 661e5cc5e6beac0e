"""Issuing bodies: found under the names that running text gives them, and compared with what became of them."""

import pytest

from corpus.issuers import compatible, find_issuer, issuers, issuers_for_symbol, unit_named
from corpus.places import find_place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bộ trưởng Bộ Tài chính", "Bộ Tài chính"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
        ("Chủ tịch UBND tỉnh Nghệ An", "Ủy ban nhân dân"),
        ("UBND thành phố Hải Phòng", "Ủy ban nhân dân"),
        ("Ban Thường vụ Tỉnh ủy Quảng Ninh khóa XIV", "Tỉnh ủy"),
        ("BTV Tỉnh ủy", "Tỉnh ủy"),
        ("BỘ CHÍNH TRỊ", "Bộ Chính trị"),
        ("Ban Chấp hành Trung ương khóa XII", "Ban Chấp hành Trung ương"),
        ("Bộ trưởng Bộ Khoa học và Công nghệ", "Bộ Khoa học và Công nghệ"),
        ("Tỉnh ủy Nghệ An nhiệm kỳ 2020 - 2025", "Tỉnh ủy"),
        ("một hợp tác xã nào đó", None),
        ("", None),
    ],
)
def test_find_issuer(text: str, name: str | None) -> None:
    found = find_issuer(text)
    assert (found.name.removesuffix(" tỉnh").removesuffix(" Đảng") if found else None) == name


def test_every_name_and_alias_leads_to_its_body() -> None:
    seen: dict[str, str] = {}
    for issuer in issuers().values():
        for name in (issuer.name, *issuer.aliases):
            found = find_issuer(name)
            assert found is not None, name
            seen[name] = found.slug
            assert found.slug == issuer.slug or found.name in (i.name for i in issuers().values()), name
    assert len(seen) > len(issuers())


def test_successors_are_bodies_of_the_table_and_levels_are_known() -> None:
    levels = {"party-central", "party-local", "state-central", "ministry", "local", "alliance", "mass", "committee"}
    for issuer in issuers().values():
        assert issuer.level in levels, issuer.name
        assert issuer.successor is None or find_issuer(issuer.successor) is not None, issuer.name
        assert issuer.valid_to is None or issuer.valid_from is None or issuer.valid_from < issuer.valid_to, issuer.name


@pytest.mark.parametrize(
    ("issuer", "unit"),
    [
        ("Quận ủy Hồng Bàng", "quan hong bang"),
        ("Thị ủy Sơn Tây", "thi xa son tay"),
        ("UBND TP Vinh", "thanh pho vinh"),
        ("UBND TP Hà Nội", None),
        ("Ủy ban nhân dân xã Tân Lập huyện Đan Phượng", "xa tan lap"),
        ("UBND huyện Kỳ Sơn khóa III", "huyen ky son"),
        ("UBND đặc khu Phú Quốc", "dac khu phu quoc"),
        ("Liên minh Hợp tác xã Việt Nam", None),
    ],
)
def test_units_are_told_by_their_word(issuer: str, unit: str | None) -> None:
    assert unit_named(issuer) == unit


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("", "Chính phủ", None),
        ("Chính phủ", "", None),
        ("Chính phủ", "chính phủ", True),
        ("Một tổ nào đó", "Chính phủ", None),
        ("Hợp tác xã Tân Tiến", "Hợp tác xã Tân Tiến tỉnh Nghệ An", True),
        ("Hội người làm vườn tỉnh Nghệ An", "Hội người làm vườn tỉnh Hà Nam", None),
        ("UBND tỉnh Hải Dương", "UBND thành phố Hải Phòng", True),
        ("UBND tỉnh Hải Dương", "UBND tỉnh Nghệ An", False),
        ("Bộ Tài chính", "Bộ Kế hoạch và Đầu tư", True),
        ("Bộ Tài chính", "Bộ Nội vụ", False),
    ],
)
def test_whether_two_names_can_be_one_body(a: str, b: str, wanted: bool | None) -> None:
    assert compatible(a, b) is wanted
    assert compatible(b, a) is wanted


def test_symbols() -> None:
    assert [issuer.name for issuer in issuers_for_symbol("QH")] or [issuer.name for issuer in issuers_for_symbol("ttg")]
    assert {issuer.name for issuer in issuers_for_symbol("ttg")} == {
        issuer.name for issuer in issuers_for_symbol("TTg")
    }
    assert issuers_for_symbol("không-có") == ()
    alliance = issuers_for_symbol("LMHTX")
    assert any(issuer.level == "alliance" for issuer in alliance)


def test_no_body_is_named_like_a_province() -> None:
    assert all(find_place(issuer.name) is None for issuer in issuers().values())
