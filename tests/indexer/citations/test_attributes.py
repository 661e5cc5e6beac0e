"""Dates, issuers and pinpoints around a mention."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "issued_on", "issuer"),
    [
        ("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về", "2014-04-07", "Bộ Chính trị"),
        ("Nghị quyết số 13-NQ/TW, ngày 18-3-2002", "2002-03-18", None),
        ("Kế hoạch số 576/KH-LMHTXVN ngày 25/8.", None, None),
        ("Quyết định 461/QĐ-TTg (tháng 4/2018)", "2018-04", None),
        (
            "Ngày 24 tháng 8 năm 2023, Liên minh Hợp tác xã Việt Nam đã ban hành Kế hoạch số 662/KH-LMHTXVN",
            "2023-08-24",
            "Liên minh Hợp tác xã Việt Nam",
        ),
        ("theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC", None, "Giám đốc Sở Tài chính"),
        ("Luật Hợp tác xã được Quốc hội thông qua ngày 20/11/2012", "2012-11-20", "Quốc hội"),
    ],
)
def test_dates_and_issuers(text: str, issued_on: str | None, issuer: str | None) -> None:
    (row,) = find_citations(text)
    assert (row.issued_on, row.issuer) == (issued_on, issuer)


def test_pinpoints_are_a_field() -> None:
    (row,) = find_citations("quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP")
    assert row.pinpoint == "khoản 2 Điều 5"
    assert row.text.startswith("Nghị định")
