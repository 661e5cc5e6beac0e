"""Tasks of precedents made ready to fill in."""

import pytest

from indexer.campaigns.outlines.tasks import task_to_fill


@pytest.mark.parametrize(
    ("task", "draft"),
    [
        (
            "Lập mới 10 hợp tác xã trước ngày 30/9/2018 theo Nghị quyết số 20-NQ/TW; tổ chức, bao gồm:",
            "Lập mới … hợp tác xã trước ngày … theo Nghị quyết số 20-NQ/TW.",
        ),
        ("Trồng cây.", "Trồng cây."),
        ("Mở 3 lớp, 1.200 lượt", "Mở … lớp, … lượt"),
        ("quý III/2018 xong", "quý … xong"),
        ("Giai đoạn COVID-19 và 4.0", "Giai đoạn COVID-19 và 4.0"),
        (
            "Theo Chỉ thị số 12/CT-TTg ngày 22/5/2018, vận động mười hai hộ",
            "Theo Chỉ thị số 12/CT-TTg ngày 22/5/2018, vận động … hộ",
        ),
        ("hai mươi lăm mô hình và ba trăm cây", "… mô hình và … cây"),
        ("- Tuyên truyền,", "Tuyên truyền …"),
        ("Tổ chức các", "Tổ chức các …"),
        ("Tổ chức các.", "Tổ chức các."),
        ("(xem mục 1", "(xem mục … …"),
        ("Từ 7h30 đến 8h", "Từ … đến …"),
        ("Đạt 80%…", "Đạt …% …"),
        ("năm điều Bác dạy", "năm điều Bác dạy"),
        ("bốn hợp tác xã", "… hợp tác xã"),
        ("Một  việc\nhai dòng.", "Một việc hai dòng."),
    ],
)
def test_what_is_left_to_fill(task: str, draft: str) -> None:
    assert task_to_fill(task) == draft
