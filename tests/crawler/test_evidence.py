"""Words that tell a document's own pieces from those of a page."""

import pytest

from crawler.evidence import has_head, names_document, names_owner


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("LIÊN MINH HTX\nSố: 45/KH-LMHTX", True),
        ("Số 45 /KH-LMHTX", True),
        ("Số: **45-CT/TW", True),
        ("Số ký hiệu", True),
        ("Số hiệu văn bản", True),
        ("Luật số: 23/2012/QH13", True),
        ("Số điện thoại: 0243 000", False),
        ("Số 45 phố Huế", False),
        ("x/số 45/KH", False),
        ("Số: 45/KH-LMHTX\nBản quyền thuộc Liên minh", False),
        ("x " * 750 + "Số: 45/KH-LMHTX", False),
        ("", False),
    ],
)
def test_has_head(text: str, wanted: bool) -> None:
    assert has_head(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quyết định số 461/QĐ-TTg", True),
        ("Luật Hợp tác xã năm 2012", True),
        ("Luật Hợp tác xã số 23/2012/QH13", True),
        ("Chỉ thị 34-CT/TW", True),
        ("Kế hoạch thi đua", False),
        ("Kế hoạch năm nay", False),
        ("Họp bàn kế hoạch 5 năm", False),
        ("461/QĐ-TTg", False),
        ("x" * 600 + " Quyết định số 461/QĐ-TTg", False),
        ("", False),
    ],
)
def test_names_document(text: str, wanted: bool) -> None:
    assert names_document(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("© Liên minh Hợp tác xã", True),
        ("Bản quyền thuộc Liên minh.", True),
        ("- Copyright 2019 |", True),
        ("Liên minh Hợp tác xã, giấy phép số 5", True),
        ("Chịu trách nhiệm nội dung: Trần Văn Mẫu", True),
        ("Thiết kế bởi Công ty Mẫu", True),
        ("Hợp tác xã được cấp giấy phép hoạt động.", False),
        ("Hợp tác xã được cấp giấy phép hoạt động;", False),
        ("Hợp tác xã họp bàn", False),
        ("", False),
    ],
)
def test_names_owner(text: str, wanted: bool) -> None:
    assert names_owner(text) is wanted
