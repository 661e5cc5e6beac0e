"""Congresses: where the name ends, and which names tell one congress."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Nghị quyết Đại hội XIII của Đảng và", ["Nghị quyết Đại hội XIII của Đảng"]),
        (
            "thực hiện Nghị quyết Đại hội XIII của Đảng, Liên minh Hợp tác xã tỉnh phát động",
            ["Nghị quyết Đại hội XIII của Đảng"],
        ),
        ("Nghị quyết Đại hội Đảng lần thứ XIII, nhất", ["Nghị quyết Đại hội Đảng lần thứ XIII"]),
        (
            "NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LÂM ĐỒNG LẦN THỨ XI VỀ KINH TẾ",
            ["NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LÂM ĐỒNG LẦN THỨ XI"],
        ),
        (
            "Nghị quyết Đại hội đại biểu Đảng bộ huyện Gia Lộc lần thứ XXIV, nhiệm kỳ 2020-2025 đề ra",
            ["Nghị quyết Đại hội đại biểu Đảng bộ huyện Gia Lộc lần thứ XXIV, nhiệm kỳ 2020-2025"],
        ),
        (
            "Nghị quyết Đại hội Đảng bộ Khối các cơ quan tỉnh lần thứ II nêu",
            ["Nghị quyết Đại hội Đảng bộ Khối các cơ quan tỉnh lần thứ II"],
        ),
        ("Nghị quyết Đại hội Hội Nông dân tỉnh lần thứ X.", ["Nghị quyết Đại hội Hội Nông dân tỉnh lần thứ X"]),
        ("Nghị quyết Đại hội Đảng các cấp; Nghị quyết Đại hội chi bộ", []),
    ],
)
def test_names(text: str, spans: list[str]) -> None:
    assert [row.text for row in find_citations(text)] == spans
