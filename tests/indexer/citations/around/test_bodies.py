"""Names of bodies end before the clause that follows them."""

import pytest

from indexer.citations import find_citations
from indexer.citations.around.bodies import body_end
from indexer.citations.base.view import view_of


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Bộ Chính trị", " về tiếp tục đổi mới"),
        ("Ban Bí thư Trung ương Đảng khóa XII", " về lãnh đạo"),
        ("Hội nghị Trung ương 5", ", nhằm"),
        ("Bộ trưởng Bộ Tài chính", " Ban hành quy chế"),
        ("Bộ Văn hóa, Thể thao và Du lịch", ", Sở Nội vụ"),
        ("Bộ Bưu chính , Viễn thông", " quy định"),
        ("Bộ Lao động - Thương binh\nvà Xã hội", " quy định"),
        ("liên bộ: Ủy ban Dân tộc - Bộ Tài chính", " hướng dẫn"),
        ("Ban Thường vụ Tỉnh ủy", " và Chương trình số 12"),
        ("UBND tỉnh Bắc Kạn", " hỗ trợ nông dân"),
        ("Chánh Văn phòng UBND tỉnh và Giám đốc Sở Nội vụ", " tại"),
        ("Liên minh HTX Việt Nam", " v/v góp ý"),
        ("BAN THƯỜNG VỤ TỈNH ỦY", " VỀ KINH TẾ"),
        ("Bo Ke hoach va Dau tu", ", khong dung"),
        ("uỷ ban nhân dân tỉnh", " đề nghị"),
    ],
)
def test_where_a_name_ends(name: str, rest: str) -> None:
    view = view_of(f"Trả lời của {name}{rest}")
    start = len("Trả lời của ")
    assert body_end(view, start, len(view.text)) == start + len(name)


@pytest.mark.parametrize("text", ["bộ phận một cửa", "sở thích", "người dân", "ban mai"])
def test_everyday_words_are_no_body(text: str) -> None:
    assert body_end(view_of(f"Xem {text}"), 4, 4 + len(text)) is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Văn bản số 9/BC-HHDL của Hiệp hội Du lịch tỉnh về", "Hiệp hội Du lịch tỉnh"),
        (
            "Công văn số 9/CV-LHH của Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hà Nam",
            "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hà Nam",
        ),
        ("Công văn số 9/CV-Q của Quỹ Hỗ trợ phát triển hợp tác xã", "Quỹ Hỗ trợ phát triển hợp tác xã"),
        ("Công văn số 9/CV-Q của quý II, của liên hiệp hợp tác xã", None),
    ],
)
def test_associations_are_issuers(text: str, issuer: str | None) -> None:
    assert [row.issuer for row in find_citations(text)] == [issuer]
