"""Where a place's name ends: capitals, at most five words, none that begins another name."""

import pytest

from indexer.citations import find_citations
from indexer.citations.base.places import place_end
from indexer.citations.base.view import view_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tỉnh Quảng Ninh năm 2020", "Quảng Ninh"),
        ("tỉnh LÂM ĐỒNG", "LÂM ĐỒNG"),
        ("tỉnh\n  Bà Rịa - Vũng Tàu về", "Bà Rịa - Vũng Tàu"),
        ("tỉnh Bà Rịa-Vũng Tàu lần thứ VII", "Bà Rịa-Vũng Tàu"),
        ("TỈNH BÀ RỊA - VŨNG TÀU LẦN", "BÀ RỊA - VŨNG TÀU"),
        ("tỉnh Thừa Thiên - Huế", "Thừa Thiên - Huế"),
        ("tỉnh Bà Rịa - vũng", "Bà Rịa"),
        ("tỉnh Lào Cai - Báo cáo", "Lào Cai"),
        ("tỉnh Lào Cai, Bà Rịa - Vũng Tàu", "Lào Cai"),
        ("tỉnh nhà, Bà Rịa - Vũng Tàu", None),
        ("tỉnh Một Hai Ba Bốn Năm", "Một Hai Ba Bốn Năm"),
        ("tỉnh Một Hai Ba Bốn Năm Sáu", "Một Hai Ba Bốn Năm"),
        ("tỉnh   Huế", "Huế"),
        ("tỉnh    Huế", None),
        ("tỉnh * Huế*", "Huế"),
        ("tỉnh, Huế", None),
        ("tỉnh nhà", None),
        ("tỉnh 12", None),
        ("tỉnh", None),
        ("tỉnh Nghị quyết", None),
        ("tỉnh Huế Khóa XII", "Huế"),
        ("tỉnh Huế Khoá XII", "Huế"),
        ("tỉnh HUẾ NHIỆM KỲ", "HUẾ"),
        ("tỉnh Huế Lần thứ", "Huế"),
        ("tỉnh Huế Đại hội", "Huế"),
        ("tỉnh Huế Chỉ thị", "Huế"),
        ("tỉnh Huế Kết luận", "Huế"),
        ("tỉnh Huế Kế hoạch", "Huế"),
        ("tỉnh Huế Quyết định", "Huế"),
        ("tỉnh Huế Về việc", "Huế"),
        ("tỉnh Huế Và Lào", "Huế"),
        ("tỉnh Huế Của", "Huế"),
    ],
)
def test_a_place(text: str, name: str | None) -> None:
    view = view_of(text)
    end, found = place_end(view, len("tỉnh"))
    assert found is (name is not None)
    assert view.text[len("tỉnh") : end].strip(" \n*") == (name or "")
    assert found or end == len("tỉnh")


def test_a_congress_of_a_province_with_a_dash_keeps_its_ordinal() -> None:
    text = "Nghị quyết Đại hội Đảng bộ tỉnh Bà Rịa - Vũng Tàu lần thứ VII"
    assert [row.text for row in find_citations(text + " nêu rõ")] == [text]
