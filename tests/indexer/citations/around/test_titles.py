"""Titles and pinpoints."""

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
    ("text", "pinpoint"),
    [
        ("quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP", "khoản 2 Điều 5"),
        ("theo Khoản 3, Điều 19, Nghị định số 193/2013/NĐ-CP", "Khoản 3, Điều 19"),
        ("các điểm a, b khoản 1 Điều 7 của Luật Hợp tác xã năm 2012", "các điểm a, b khoản 1 Điều 7"),
        ("từ Điều 4 đến Điều 7 Thông tư số 01/2020/TT-BKHĐT", "từ Điều 4 đến Điều 7"),
        (
            "điểm đ khoản 2 Điều 3, điểm b khoản 1 Điều 4 Thông tư số 6/2022/TT-BTC",
            "điểm đ khoản 2 Điều 3, điểm b khoản 1 Điều 4",
        ),
        ("làm theo Khoán 10, Nghị quyết 10 của Bộ Chính trị", None),
    ],
)
def test_pinpoints_are_a_field(text: str, pinpoint: str | None) -> None:
    (row,) = find_citations(text)
    assert row.pinpoint == pinpoint
    assert row.kind in ("nghi-dinh", "luat", "thong-tu", "nghi-quyet")


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
