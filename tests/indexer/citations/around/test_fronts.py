"""Issuer and date in front of a mention."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "issued_on", "issuer"),
    [
        (
            "Ngày 09/5/2016 Ban Thường vụ Thành ủy ban hành Chỉ thị số 11-CT/TU về",
            "2016-05-09",
            "Ban Thường vụ Thành ủy",
        ),
        ("Ngày 9/5/16, Ban Thường vụ Thành ủy ban hành Chỉ thị số 11-CT/TU về", "2016-05-09", "Ban Thường vụ Thành ủy"),
        (
            "Ngày 02/6/1990 Bộ Thương nghiệp (nay là Bộ Công Thương) ra Thông tư số 7/TT-TN",
            "1990-06-02",
            "Bộ Thương nghiệp",
        ),
        ("Tỉnh ủy ngày 4/4/2011 ban hành Nghị quyết số 3-NQ/TU", "2011-04-04", "Tỉnh ủy"),
        ("Ngày 11/8/2017 tại Huế, UBND tỉnh ban hành Quyết định số 81/QĐ-UBND", "2017-08-11", "UBND tỉnh"),
        ("Năm 2015 UBND tỉnh ban hành Quyết định số 81/QĐ-UBND", "2015", "UBND tỉnh"),
        ("báo cáo năm 2015 UBND tỉnh ban hành Quyết định số 81/QĐ-UBND", None, "UBND tỉnh"),
        (
            "Thủ tướng Chính phủ đã phê duyệt Đề án phát triển làng nghề tại Quyết định số 19/QĐ-TTg",
            None,
            "Thủ tướng Chính phủ",
        ),
        ("Đề án được Chủ tịch UBND tỉnh phê duyệt tại Quyết định số 19/QĐ-UBND", None, "Chủ tịch UBND tỉnh"),
        ("UBND tỉnh phê duyệt theo phân cấp tại Nghị quyết số 19/NQ-HĐND", None, None),
        ("Sở Y tế phê duyệt kinh phí tại Quyết định số 19/QĐ-TTg", None, None),
        ("Chi cục chưa trình Bộ trưởng nhưng vẫn ban hành Quyết định 17/2009", None, None),
    ],
)
def test_dates_and_issuers_in_front(text: str, issued_on: str | None, issuer: str | None) -> None:
    (row,) = find_citations(text)
    assert (row.issued_on, row.issuer) == (issued_on, issuer)


def test_the_second_proposal_has_an_issuer_of_its_own() -> None:
    text = (
        "Xét đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 7/TTr-SXD và Giám đốc Sở Tư pháp tại Báo cáo số 9/BC-STP"
    )
    assert [row.issuer for row in find_citations(text)] == ["Giám đốc Sở Xây dựng", "Giám đốc Sở Tư pháp"]
