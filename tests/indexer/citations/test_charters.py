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
