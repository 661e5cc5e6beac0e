"""Laws, congresses, plenums and charters by name."""

import pytest

from indexer.citations import find_citations


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(row.text, row.kind, row.number) for row in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("theo Luật Hợp tác xã năm 2012.", [("Luật Hợp tác xã năm 2012", "luat", None)]),
        ("Luật Hợp tác xã (số 23/2012/QH13)", [("Luật Hợp tác xã (số 23/2012/QH13", "luat", "23/2012/QH13")]),
        ("phải ghi Luật Giáo dục nghề nghiệp chứ", [("Luật Giáo dục nghề nghiệp", "luat", None)]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày",
            [("Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", "luat", None)],
        ),
        ("Bộ luật Lao động năm 2019", [("Bộ luật Lao động năm 2019", "bo-luat", None)]),
        ("trong Hiến pháp năm 2013,", [("Hiến pháp năm 2013", "hien-phap", None)]),
        ("Nghị quyết Trung ương 7 (khóa X) được", [("Nghị quyết Trung ương 7 (khóa X)", "nghi-quyet", None)]),
        ("Nghị quyết Đại hội XIII của Đảng và", [("Nghị quyết Đại hội XIII của Đảng", "nghi-quyet", None)]),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh Quảng Ninh lần thứ XIV, nhất",
            [("Nghị quyết Đại hội Đảng bộ tỉnh Quảng Ninh lần thứ XIV", "nghi-quyet", None)],
        ),
        ("theo Điều lệ Liên minh Hợp tác xã Việt Nam", [("Điều lệ Liên minh Hợp tác xã Việt Nam", "dieu-le", None)]),
    ],
)
def test_by_name(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == wanted
