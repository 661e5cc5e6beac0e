"""Which list of a document is its tasks, and how much each task takes in."""

import time

import pytest

from indexer.campaigns.points import find_inline, find_lists
from indexer.campaigns.tasks import find_tasks

PLAN = """I. MỤC ĐÍCH, YÊU CẦU
1. Tạo khí thế.
2. Nâng cao nhận thức.
3. Gọn nhẹ.
II. NỘI DUNG THI ĐUA
1. Lập mới hợp tác xã.
2. Xây chuỗi.
III. THỜI GIAN
Từ 01/8 đến 29/10.
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng.
2. Phòng Tổng hợp.
3. Cụm.
4. Hợp tác xã."""


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        ("gồm:\n1. Một.\n2. Hai:\na) nhỏ;\nb) nhỏ.\n3. Ba.\nThời gian: …", ["Một.", "Hai:\na) nhỏ;\nb) nhỏ.", "Ba."]),
        ("gồm:\na) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\nđ) Năm.\nThời gian", ["Một.", "Hai.", "Ba.", "Bốn.", "Năm."]),
        ("gồm:\na) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\ne) Năm.\nThời gian", ["Một.", "Hai.", "Ba.", "Bốn.", "Năm."]),
        ("Một là, việc.\nHai là, việc khác.\nBa là: thêm.\n", ["việc.", "việc khác.", "thêm."]),
        ("Thứ nhất, một.\nThứ hai, hai.\nThứ tư, bốn.", ["một.", "hai."]),
        ("Nội dung 1: Lập mới.\nNội dung 2: Chuỗi.", ["Lập mới.", "Chuỗi."]),
        (
            "với các nội dung sau:\n- Lập mới.\n- Xây chuỗi,\nbán hàng.\nThời gian",
            ["Lập mới.", "Xây chuỗi,\nbán hàng."],
        ),
        ("II. NỘI DUNG THI ĐUA\n1.1. Lập mới.\n1.2. Xây chuỗi.", ["Lập mới.", "Xây chuỗi."]),
        (PLAN, ["Lập mới hợp tác xã.", "Xây chuỗi."]),
        ("Không có việc nào. Điện thoại 1. 2", []),
        ("1. Chỉ một việc.", []),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", []),
    ],
)
def test_tasks(text: str, tasks: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_tasks(text)] == tasks


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Liên minh phát động thi đua chào mừng Đại hội đại biểu toàn quốc lần thứ XII của Đảng:\n1. Lập mới.\n2. Xây chuỗi.\nThời gian",
            2,
        ),
        (
            "1. Mục đích\nTạo khí thế.\n2. Nội dung thi đua\na) Một.\nb) Hai.\nc) Ba.\n3. Tổ chức thực hiện\na) A.\nb) B.\nc) C.\nd) D.",
            3,
        ),
        (
            "phát động thi đua với các nội dung: (1) lập mới hợp tác xã; (2) xây chuỗi giá trị; (3) bán hàng. Thời gian từ nay.",
            3,
        ),
        (
            "phát động với ba việc:\nThứ nhất, A.\nThứ hai, B.\nThứ ba, C.\nKhen thưởng:\n1. Cờ.\n2. Bằng.\n3. Giấy.\n4. Tiền.",
            3,
        ),
        (
            "II. NỘI DUNG\n1. Thi đua phát triển:\n- Một;\n- Hai.\n2. Chuyển đổi số:\n- Một;\n- Hai;\n- Ba.\n3. Xanh:\n+ Một\nIII. KHEN",
            3,
        ),
        (
            "Kính gửi:\n- Các huyện;\n- Các xã;\n- Các cụm.\nLiên minh phát động thi đua, tập trung hai việc:\n1. Một.\n2. Hai.",
            2,
        ),
        (
            "II. NỘI DUNG THI ĐUA\n1. Nội dung thi đua\na) Một.\nb) Hai.\nc) Ba.\n2. Chỉ tiêu thi đua\na) 10.\nb) 20.\nIII. THỜI GIAN",
            3,
        ),
    ],
)
def test_how_many(text: str, count: int) -> None:
    assert len(find_tasks(text)) == count


def test_levels_return_and_begin_again() -> None:
    lists = find_lists("I. A B\n1. x\n2. y\nII. C D\n1. z\n2. w\n- u\n- v\n3. t")
    assert [(row.sign, len(row.points)) for row in lists] == [("roman", 2), ("number", 2), ("number", 3), ("dash-", 2)]
    assert lists[3].headings[:2] == ("w", "c d")


def test_inline_points_end_with_their_sentence() -> None:
    text = "gồm: a) trồng cây; b) nuôi cá. Thời gian sau."
    (row,) = find_inline(text, 0, len(text))
    assert [text[point.start : point.end].strip() for point in row.points] == ["trồng cây;", "nuôi cá."]


@pytest.mark.parametrize(
    "piece", ["1. ", "1. a\n", "- a\n", "(1) ", ": (1) a; (2) b. ", "a) b\n1. c\n", "I. A\n", "Một là "]
)
def test_hostile_repetition_costs_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        began = time.process_time()
        find_tasks(piece * (size // len(piece)))
        return time.process_time() - began

    seconds(5_000)
    assert seconds(200_000) < 8 * seconds(50_000) + 0.3, "four times the text may not cost the square of it"


def test_a_task_may_begin_with_the_word_of_a_heading() -> None:
    text = "gồm hai việc:\nMột là, phân công mỗi ủy viên đỡ đầu một hợp tác xã.\nHai là, chấm điểm chéo giữa các cụm."
    assert len(find_tasks(text)) == 2
