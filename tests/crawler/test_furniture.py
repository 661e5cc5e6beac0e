"""Lines that are a page's and not its article's."""

import pytest

from crawler.furniture import without_furniture
from crawler.lines import Line

FIRST = "Hợp tác xã vừa họp đại hội thường niên, bàn việc mua chung phân bón và giữ giá cho vụ sau."
SECOND = "Ban kiểm soát đọc báo cáo trong mười phút, ai chưa rõ thì hỏi ngay tại chỗ, không để về nhà."
LINK = Line("Hợp tác xã bên sông được mùa cá lồng sau trận lũ", 48)


def cleaned(*lines: str | Line, title: str = "Đại hội thường niên") -> list[str] | None:
    return without_furniture([line if isinstance(line, Line) else Line(line, 0) for line in lines], title)


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Share | Tweet | In trang",
        "Chia sẻ qua Facebook",
        "In bài viết",
        "Bản in · Gửi email",
        "Quay lại",
        "Lượt xem: 123",
        "Số lượt xem: 1.204",
        "(Đã xem: 77 lần)",
        "318 lượt xem",
        "Đã xem: 3 | Hôm nay: 6 lượt truy cập",
        "View count: 1549",
        "Cỡ chữ A- A A+",
        "Tags: hợp tác xã, thi đua",
        "Từ khóa: đại hội",
    ],
)
def test_words_of_the_page_go_wherever_they_stand(line: str) -> None:
    assert cleaned(FIRST, line, SECOND) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "Trang chủ » Tin tức » Thi đua",
        "Đại hội thường niên",
        "Ngày đăng: 06/8/2018",
        "Ngày đăng 23/03/2016 | 03:48 PM | View count: 15",
        "Thứ hai, 06/8/2018 | 08:30",
        "08:30, thứ hai ngày 06/8/2018",
        "Chủ nhật, ngày 05 tháng 8 năm 2018",
        "06/8/2018 08:30",
        "(Cập nhật lúc 14h30, 06/8/2018)",
    ],
)
def test_stamps_and_crumbs_go_above_the_text(line: str) -> None:
    assert cleaned(line, FIRST, SECOND) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "Share với nhau từng bao thóc là nếp của làng này.",
        "Lượt xem hội diễn năm nay đông gấp đôi năm ngoái.",
        "Ngày 06 tháng 8 năm 2018",
        "Phú Yên, ngày 06 tháng 8 năm 2018",
        "Thứ hai, ngày 06/8/2018, Liên minh tỉnh họp giao ban.",
        "Số: 45/KH-LMHTX",
        "KẾ HOẠCH",
        "Nơi nhận:",
        "Điện thoại của tổ trực: 0257 000 000",
        "Trang chủ của hợp tác xã có bán hàng.",
    ],
)
def test_lines_of_the_article_stay(line: str) -> None:
    assert cleaned(FIRST, line, SECOND) == [FIRST, line, SECOND]
    assert cleaned(line, FIRST, SECOND) == [line, FIRST, SECOND]


@pytest.mark.parametrize(
    "heading",
    [
        "Tin liên quan",
        "Các tin khác:",
        "TIN CŨ HƠN",
        "Bài viết liên quan",
        "Tin cùng chuyên mục",
        "Xem thêm:",
        "Văn bản khác",
    ],
)
def test_boxes_of_links_go_and_the_text_goes_on(heading: str) -> None:
    assert cleaned(FIRST, heading, LINK, LINK, SECOND) == [FIRST, SECOND]
    assert cleaned(FIRST, SECOND, heading, LINK, Line("(06/8/2018)", 0), LINK) == [FIRST, SECOND]


def test_comments_and_imprint_end_the_text() -> None:
    assert cleaned(FIRST, SECOND, "2 bình luận", "Mong giá lúa giữ được như năm nay để bà con yên tâm.") == [
        FIRST,
        SECOND,
    ]
    imprint = (
        "Địa chỉ: thị xã bên sông",
        "Điện thoại: 0257 000 000",
        "© Liên minh Hợp tác xã",
        "Thiết kế bởi Công ty Mẫu",
    )
    assert cleaned(FIRST, SECOND, *imprint) == [FIRST, SECOND]


def test_the_head_above_a_repeated_title_stays() -> None:
    head = ["LIÊN MINH HTX TỈNH PHÚ YÊN", "Số: 45/KH-LMHTX", "KẾ HOẠCH", "Đại hội thường niên"]
    assert cleaned(*head, FIRST, SECOND) == [*head, FIRST, SECOND]
    assert cleaned("Liên minh HTX tỉnh", "Đại hội thường niên", FIRST, SECOND) == [FIRST, SECOND]


def test_lists_of_links_and_lines_without_a_sentence_are_no_article() -> None:
    assert cleaned(*[LINK, Line("Một câu tóm tắt ngắn của bài viết ấy, chừng này chữ thôi.", 0)] * 5) is None
    assert cleaned(*["Một mục ngắn"] * 40) is None
    assert cleaned() is None


@pytest.mark.parametrize(
    "text", ["share " * 20_000, "0" * 100_000, "thu hai, " * 20_000, "tin " * 30_000 + "khac", "1/1/2000 " * 10_000]
)
def test_long_repetition_is_kept_and_costs_little(text: str) -> None:
    found = cleaned(FIRST, text, SECOND)
    assert found is not None and found[-1] == SECOND
