"""Short titles that stand beside numbers."""

import pytest

from indexer.documents.sound_title import short_subject, short_title
from indexer.documents.target_rows import Description


def document(kind: str, number: str | None, title: str | None) -> Description:
    return {"kind": kind, "number": number, "issued_on": None, "issuer": None, "place": None, "title": title}


@pytest.mark.parametrize(
    ("kind", "number", "title", "subject"),
    [
        ("chi-thi", "34-CT/TW", "về tiếp tục đổi mới công tác thi đua", "tiếp tục đổi mới công tác thi đua"),
        ("luat", "23/2012/QH13", "Luật Hợp tác xã", "Luật Hợp tác xã"),
        (
            "quyet-dinh",
            "5/QĐ-TTg",
            "Quyết định 5/QĐ-TTg năm 2020 phê duyệt Đề án hợp tác xã kiểu mới",
            "phê duyệt Đề án hợp tác xã kiểu mới",
        ),
        ("quyet-dinh", "5/QĐ-TTg", "PHÊ DUYỆT ĐỀ ÁN HỢP TÁC XÃ", None),
        ("ke-hoach", "5/KH-UBND", "phát triển kinh tế hợp tác, thì các xã phải báo cáo", "phát triển kinh tế hợp tác"),
        ("ke-hoach", "5/KH-UBND", None, None),
        ("dieu-le", None, "Điều lệ Đảng", None),
    ],
)
def test_a_subject_is_sound_or_none(kind: str, number: str | None, title: str | None, subject: str | None) -> None:
    assert short_subject(document(kind, number, title)) == subject


@pytest.mark.parametrize(
    ("title", "most", "short"),
    [
        ("tiếp tục đổi mới công tác thi đua, khen thưởng", 90, "tiếp tục đổi mới công tác thi đua, khen thưởng"),
        ("tiếp tục đổi mới công tác thi đua, khen thưởng", 40, "tiếp tục đổi mới công tác thi đua…"),
        ("phát triển bền vững và hiệu quả", 24, "phát triển bền vững…"),
        ("một hai ba bốn năm sáu bảy", 15, "một hai ba bốn…"),
        ("x" * 50, 40, "…"),
        ("  ", 40, None),
    ],
)
def test_a_title_is_cut_where_a_phrase_ends(title: str, most: int, short: str | None) -> None:
    assert short_title(title, most) == short
