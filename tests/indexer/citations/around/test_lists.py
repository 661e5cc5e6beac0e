"""What stands once for a whole list."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "các Quyết định số 12/QĐ-UBND và số 15/QĐ-UBND ngày 05/7/2021 của UBND tỉnh",
            [("2021-07-05", "UBND tỉnh"), ("2021-07-05", "UBND tỉnh")],
        ),
        (
            "Quyết định số 12/QĐ-UBND và Quyết định số 15/QĐ-UBND ngày 05/7/2021 của UBND tỉnh",
            [(None, None), ("2021-07-05", "UBND tỉnh")],
        ),
        (
            "các Nghị định của Chính phủ: số 78/2025/NĐ-CP ngày 01/4/2025; số 187/2025/NĐ-CP ngày 01/7/2025 sửa đổi Nghị định số "
            "79/2025/NĐ-CP; số 45/2021/NĐ-CP",
            [("2025-04-01", "Chính phủ"), ("2025-07-01", "Chính phủ"), (None, None), (None, "Chính phủ")],
        ),
        (
            "Nghị quyết 18, 19 của Trung ương; Chỉ thị 05; Quy định 22, 37 của Bộ Chính trị",
            [(None, "Trung ương"), (None, "Trung ương"), (None, None), (None, "Bộ Chính trị"), (None, "Bộ Chính trị")],
        ),
        (
            "các Nghị quyết từ số 21/NQ-HĐND đến số 27/NQ-HĐND ngày 12/7/2019 của Hội đồng nhân dân tỉnh Thái Bình",
            [("2019-07-12", "Hội đồng nhân dân tỉnh Thái Bình")] * 2,
        ),
        (
            "Tờ trình của Đảng ủy Quân sự tỉnh (số 131-TTr/ĐUQS, ngày 04/6/2019) về nhân sự",
            [("2019-06-04", "Đảng ủy Quân sự tỉnh")],
        ),
        (
            "Chính phủ đã ban hành Nghị định số 193/2013/NĐ-CP và Nghị định số 107/2017/NĐ-CP.",
            [(None, "Chính phủ"), (None, "Chính phủ")],
        ),
    ],
)
def test_shared_dates_and_issuers(text: str, wanted: list[tuple[str | None, str | None]]) -> None:
    assert [(row.issued_on, row.issuer) for row in find_citations(text)] == wanted
