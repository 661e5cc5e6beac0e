"""What a notice is to a campaign: the first act of its subject, borne out by its body."""

import pytest

from indexer.campaigns.recognise import looks_back, role_of
from tests.indexer.campaigns.launch import launch

TASKS = "\n1. Một việc cần làm ngay.\n2. Hai việc cần làm sau.\nThời gian: từ ngày 01/8/2018 đến ngày 29/10/2018."
CALL = "Liên minh Hợp tác xã tỉnh phát động đợt thi đua với các nội dung:"


@pytest.mark.parametrize(
    ("title", "text", "role"),
    [
        ("Kế hoạch phát động đợt thi đua", "KẾ HOẠCH\nPhát động đợt thi đua\n\n{CALL}{TASKS}", "launch"),
        ("Báo cáo tổng kết đợt thi đua", CALL + TASKS, "closing"),
        ("Tổng kết đợt thi đua", CALL + TASKS, "closing"),
        ("Sơ kết phong trào thi đua", CALL + TASKS, "report"),
        ("Hướng dẫn tổ chức thi đua", CALL + TASKS, "guidance"),
        ("Tuyên truyền đợt thi đua", CALL + TASKS, "publicity"),
        ("Hội nghị phát động thi đua", CALL + TASKS, "meeting"),
        ("Khen thưởng đợt thi đua", CALL + TASKS, "honours"),
        ("Gia hạn đợt thi đua", CALL + TASKS, "upkeep"),
        ("Thông báo số 5", "THÔNG BÁO\n\n{CALL}{TASKS}", "launch"),
        ("Tin trong tỉnh", "Sáng nay, {CALL}{TASKS}", "other"),
        ("Tin trong tỉnh", CALL + TASKS, "launch"),
        ("Phát động đợt thi đua", "Sáng 05/8, Liên minh đã phát động.", "other"),
        ("Công tác thi đua khen thưởng năm 2018", CALL + TASKS, "launch"),
        ("Sơn La: hợp tác xã thi đua sản xuất", "KẾ HOẠCH\n\n{CALL}{TASKS}", "launch"),
        ("Phát động đợt thi đua", "KẾ HOẠCH\nPhát động đợt thi đua\n\nKhông nói gì.", "other"),
        (
            "Phát động đợt thi đua",
            "KẾ HOẠCH\nPhát động đợt thi đua\n\n1. Một việc cần làm ngay.\n2. Hai việc cần làm sau.\nThời gian: từ ngày 01/8/2018 đến ngày 29/10/2018.",
            "launch",
        ),
    ],
)
def test_roles(title: str, text: str, role: str) -> None:
    whole = text.replace("{CALL}{TASKS}", CALL + TASKS)
    assert role_of(launch(whole, title=title, head=None)) == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Báo cáo kết quả thi đua", "report"),
        ("Tổng kết đợt thi đua", "closing"),
        ("Phát động thi đua", None),
        ("Thi đua", None),
        ("Hướng dẫn thi đua", None),
        ("Không", None),
    ],
)
def test_a_title_that_looks_back(title: str, role: str | None) -> None:
    assert looks_back(title) == role


@pytest.mark.parametrize(
    ("news", "role"),
    [
        ("Sáng nay, ", "other"),
        ("Chiều 05/8, ", "other"),
        ("Vừa qua ", "other"),
        ("", "launch"),
        ("Tham dự có lãnh đạo tỉnh. ", "launch"),
        ("Tham dự có lãnh đạo tỉnh. Nhìn chung tốt. ", "other"),
        ("Phát biểu tại đây. ", "other"),
    ],
)
def test_news_of_a_launch_is_no_launch(news: str, role: str) -> None:
    assert role_of(launch(news + CALL + TASKS, title="Tin trong tỉnh", head=None)) == role
