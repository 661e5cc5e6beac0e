"""Titles."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về thi đua, khen thưởng; Kế hoạch này",
            "thi đua, khen thưởng",
        ),
        ("Nghị định số 30/2020/NĐ-CP quy định về công tác văn thư.", "quy định về công tác văn thư"),
        ("Quyết định số 12/QĐ-UBND của UBND tỉnh ban hành Quy chế họp", "ban hành Quy chế họp"),
        ("sửa đổi Nghị định số 45/2021/NĐ-CP, ban hành văn bản mới", None),
        ("Kế hoạch số 5/KH-UBND về phát triển HTX, Liên minh HTX tỉnh đề nghị các đơn vị", "phát triển HTX"),
    ],
)
def test_where_a_title_ends(text: str, title: str | None) -> None:
    assert find_citations(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thông tư số 05/2010/TT-BTC ngày 12/1/2010 về mức thu của Bộ Tài chính;", "Bộ Tài chính"),
        ("Thông tư số 05/2010/TT-BCA ngày 12/1/2010 về mức thu của Bộ Tài chính;", None),
        ("Công văn 5253/CT-CS năm 2025 về tiền thuê đất do Cục Thuế ban hành", "Cục Thuế"),
    ],
)
def test_issuer_that_closes_a_title(text: str, issuer: str | None) -> None:
    assert find_citations(text)[0].issuer == issuer
