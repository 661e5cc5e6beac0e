"""Charters of organisations, and the charters that everybody has."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("theo Điều lệ Liên minh Hợp tác xã Việt Nam thì", ["Điều lệ Liên minh Hợp tác xã Việt Nam"]),
        ("Điều lệ Liên minh HTX tỉnh Lào Cai và Điều lệ Đảng", ["Điều lệ Liên minh HTX tỉnh Lào Cai", "Điều lệ Đảng"]),
        ("Điều lệ Hội Nông dân Việt Nam, khóa VII", ["Điều lệ Hội Nông dân Việt Nam"]),
        ("Điều lệ mẫu; Điều lệ Công ty TNHH; vốn điều lệ 20 tỷ đồng", []),
    ],
)
def test_whose_charter(text: str, spans: list[str]) -> None:
    assert [row.text for row in find_citations(text)] == spans


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đại hội thông qua Điều lệ Hiệp hội Cà phê Buôn Ma Thuột.", ["Điều lệ Hiệp hội Cà phê Buôn Ma Thuột"]),
        ("Điều lệ Quỹ Bảo trợ trẻ em tỉnh Nam Định đã sửa", ["Điều lệ Quỹ Bảo trợ trẻ em tỉnh Nam Định"]),
        ("Điều lệ Hội sửa đổi; điều lệ Hiệp hội; vốn điều lệ Quỹ", []),
    ],
)
def test_charters_of_associations(text: str, wanted: list[str]) -> None:
    found = find_citations(text)
    assert [row.text for row in found] == wanted
    assert all(row.issuer is None for row in found)
