"""Documents as they are cited in another."""

from typing import Any

import pytest

from indexer.proper_form import proper_forms


def document(
    kind: str, number: str | None, issued_on: str | None, issuer: str | None, title: str | None
) -> dict[str, Any]:
    """A document."""
    return {"kind": kind, "number": number, "issued_on": issued_on, "issuer": issuer, "title": title}


@pytest.mark.parametrize(
    ("doc", "first", "later"),
    [
        (
            document("chi-thi", "34-CT/TW", "2014-04-07", "Bộ Chính trị", "tiếp tục đổi mới công tác thi đua"),
            "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua",
            "Chỉ thị số 34-CT/TW",
        ),
        (
            document("nghi-dinh", "45/2021/NĐ-CP", "2021", "Chính phủ", "về việc thành lập Quỹ"),
            "Nghị định số 45/2021/NĐ-CP năm 2021 của Chính phủ về việc thành lập Quỹ",
            "Nghị định số 45/2021/NĐ-CP",
        ),
        (
            document("ke-hoach", "9/KH-X", None, None, "Kế hoạch phát động thi đua"),
            "Kế hoạch số 9/KH-X về phát động thi đua",
            "Kế hoạch số 9/KH-X",
        ),
        (
            document("luat", "23/2012/QH13", "2012-11-20", "Quốc hội", "Luật Hợp tác xã"),
            "Luật Hợp tác xã số 23/2012/QH13 ngày 20/11/2012",
            "Luật số 23/2012/QH13",
        ),
        (document("dieu-le", None, None, None, "Điều lệ Liên minh"), "Điều lệ Liên minh", "Điều lệ Liên minh"),
        (document("chi-thi", "12/CT-TTg", None, None, None), "Chỉ thị số 12/CT-TTg", "Chỉ thị số 12/CT-TTg"),
    ],
)
def test_proper_forms(doc: dict[str, Any], first: str, later: str) -> None:
    assert proper_forms(doc) == (first, later)
