"""Titles against heads: whose number, and whose title, a notice has."""

import pytest

from corpus.model import Head
from corpus.store import make_notice
from indexer.resolution.heads import own_head, own_title


@pytest.mark.parametrize(
    ("title", "kind", "number", "has_head", "has_title"),
    [
        ("Công văn triển khai Chỉ thị số 12/CT-TTg ngày 22/5/2018", "chi-thi", "12/CT-TTg", False, False),
        ("Tờ trình về Nghị quyết số 8/NQ-HĐND", "nghi-quyet", "8/NQ-HĐND", False, True),
        ("Kế hoạch số 5/KH-UBND thực hiện Chỉ thị 12/CT-TTg", "chi-thi", "12/CT-TTg", False, False),
        ("Công văn về việc góp ý", "chi-thi", "12/CT-UBND", True, False),
        ("Thông báo tuyển dụng", "ke-hoach", "5/KH-LMHTX", True, False),
        ("Chỉ thị 15/CT-UBND về trồng rừng", "quyet-dinh", "9/QĐ-UBND", True, False),
        # what a document issues, what people call it, what names no kind
        ("Kế hoạch phát triển kinh tế tập thể", "quyet-dinh", "272/2005/QĐ-TTg", True, True),
        ("Quy chế thi đua, khen thưởng", "quyet-dinh", "13/2018/QĐ-UBND", True, True),
        ("Quyết định về những điều đảng viên không được làm", "quy-dinh", "37-QĐ/TW", True, True),
        ("Chỉ thị số 12/CT-TTg về kinh tế tập thể", "chi-thi", "12/CT-TTg", True, True),
        ("Về việc triển khai Chỉ thị số 12/CT-TTg", "cong-van", "45/LMHTX-VP", True, True),
    ],
)
def test_whose_they_are(title: str, kind: str, number: str, has_head: bool, has_title: bool) -> None:
    notice = make_notice(id="n", site="s", title=title, text="x", head=Head(kind=kind, number=number))
    assert (own_head(notice) is not None, own_title(notice) is not None) == (has_head, has_title)


def test_a_notice_without_a_number_keeps_its_title() -> None:
    notice = make_notice(id="n", site="s", title="Công văn số 5", text="x")
    assert (own_head(notice), own_title(notice)) == (None, "Công văn số 5")
