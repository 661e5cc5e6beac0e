"""Lines that are a page's and not its article's."""

import pytest

from crawler.furniture import is_list, without_furniture
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


THIRD = "Cuối buổi mọi người ký tên vào sổ, hẹn nhau sáng thứ hai ra đồng xem lại bờ vùng vừa đắp."
COMMENT = "Mong giá lúa giữ được như năm nay để bà con yên tâm."


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            (FIRST, "Bình luận", SECOND, THIRD),
            (FIRST, "Bình luận", SECOND, THIRD),
        ),  # above the middle it may be a heading
        ((FIRST, SECOND, "Bình luận", COMMENT), (FIRST, SECOND)),
        ((FIRST, SECOND, "3 ý kiến bạn đọc (3)", COMMENT), (FIRST, SECOND)),
        ((FIRST, SECOND, "Leave a reply", COMMENT), (FIRST, SECOND)),
        ((FIRST, SECOND, THIRD, "Bình luận"), (FIRST, SECOND, THIRD)),
        ((FIRST, SECOND, "Bình luận của đài về việc này thì hơi khác, nhưng cũng đáng nghe.", THIRD), None),
    ],
)
def test_comments_end_a_text_in_its_second_half_alone(lines: tuple[str, ...], wanted: tuple[str, ...] | None) -> None:
    assert cleaned(*lines) == list(wanted or lines)


NAMED = Line("Quyết định số 461/QĐ-TTg ngày 27/4/2018", 39)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        # a box that names the documents that the text rests on stays, but not one of other documents
        ((FIRST, "Văn bản liên quan", NAMED, NAMED, SECOND), (FIRST, "Văn bản liên quan", NAMED.text, NAMED.text, SECOND)),
        ((FIRST, "Văn bản khác", NAMED, NAMED, SECOND), (FIRST, SECOND)),
        ((FIRST, "Văn bản liên quan", NAMED, LINK, SECOND), (FIRST, SECOND)),
        ((FIRST, "Văn bản liên quan", NAMED, NAMED, LINK, SECOND), (FIRST, "Văn bản liên quan", NAMED.text, NAMED.text, LINK.text, SECOND)),
        # teasers between links belong to the box, a text behind it does not
        ((FIRST, "Tin liên quan", LINK, "Mùa này được cá.", LINK, SECOND), (FIRST, SECOND)),
        ((FIRST, "Tin liên quan", LINK, "(06/8/2018)", SECOND), (FIRST, SECOND)),
        ((FIRST, "Tin liên quan", SECOND, THIRD), (FIRST, SECOND, THIRD)),
        ((FIRST, "Tin liên quan", LINK, SECOND, THIRD, COMMENT, "Hết.", LINK), (FIRST, SECOND, THIRD, COMMENT, "Hết.")),
        ((FIRST, "Tin liên quan", LINK, "Một.", "Hai.", "Ba.", LINK, SECOND), (FIRST, SECOND)),
        ((FIRST, "Tin liên quan", LINK, "Tin khác", LINK, SECOND), (FIRST, SECOND)),
        # links at the end go, unless they name documents
        ((FIRST, SECOND, LINK, LINK), (FIRST, SECOND)),
        ((FIRST, SECOND, NAMED), (FIRST, SECOND, NAMED.text)),
        ((LINK, FIRST, SECOND), (FIRST, SECOND)),
    ],
)  # fmt: skip
def test_boxes_and_links(lines: tuple[str | Line, ...], wanted: tuple[str, ...]) -> None:
    assert cleaned(*lines) == list(wanted)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ((FIRST, SECOND, "© Liên minh"), (FIRST, SECOND)),
        ((FIRST, SECOND, "© Liên minh", THIRD + " " + FIRST), (FIRST, SECOND, "© Liên minh", THIRD + " " + FIRST)),
        ((FIRST, SECOND, "© Liên minh", "ngắn"), (FIRST, SECOND)),
        ((FIRST, "Điện thoại: 0257 000", "© Liên minh"), (FIRST,)),
        ((FIRST, "Họ bảo thế.", "© Liên minh"), (FIRST, "Họ bảo thế.")),
        (("© Liên minh", FIRST, SECOND), ("© Liên minh", FIRST, SECOND)),
    ],
)
def test_an_imprint_ends_a_text(lines: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    assert cleaned(*lines) == list(wanted)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ((FIRST, FIRST, SECOND), (FIRST, SECOND)),
        ((FIRST, SECOND, FIRST), (FIRST, SECOND)),
        ((FIRST, FIRST, FIRST, SECOND), (FIRST, FIRST, FIRST, SECOND)),  # three times is a refrain
        ((FIRST, SECOND, THIRD, LINK.text, LINK.text), (FIRST, SECOND, THIRD, LINK.text, LINK.text)),
        (("Ngắn thôi.", "Ngắn thôi.", FIRST, SECOND), ("Ngắn thôi.", "Ngắn thôi.", FIRST, SECOND)),
    ],
)
def test_a_lead_that_the_text_says_again_is_read_once(lines: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    assert cleaned(*lines) == list(wanted)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ((FIRST, "06/8/2018 08:30", SECOND), (FIRST, SECOND)),
        ((FIRST, SECOND, "06/8/2018 08:30", THIRD), (FIRST, SECOND, "06/8/2018 08:30", THIRD)),
        ((FIRST, SECOND, "06/8/2018", "Thứ hai, 06/8/2018"), (FIRST, SECOND)),
        (("06/8/2018",) * 6 + (FIRST, SECOND), (FIRST, SECOND)),
        (("06/8/2018",) * 8 + (FIRST, SECOND), ("06/8/2018", FIRST, SECOND)),  # six lines above, and one right below
        ((FIRST, "Thứ hai, 30/11/2026 08:30:15", SECOND, THIRD), (FIRST, SECOND, THIRD)),
        ((FIRST, SECOND, "02/4/2019 - 15:28 | Lượt xem: 61", THIRD), (FIRST, SECOND, THIRD)),
        (("Mục lục", "Đại hội thường niên", FIRST, SECOND), (FIRST, SECOND)),
        (("x" * 201, "Đại hội thường niên", FIRST, SECOND), ("x" * 201, "Đại hội thường niên", FIRST, SECOND)),
    ],
)
def test_stamps_and_titles_at_the_edges(lines: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    assert cleaned(*lines) == list(wanted)


@pytest.mark.parametrize(
    ("lines", "is_article"),
    [
        (("x" * 59,), False),
        (("x" * 60,), True),
        (("y" * 44 + ".",) * 4, True),  # short sentences together
        (("y" * 43 + ".",) * 4, False),
        (("y" * 44 + ",",) * 4, False),
    ],
)
def test_a_text_has_a_sentence(lines: tuple[str, ...], is_article: bool) -> None:
    assert (without_furniture([Line(line, 0) for line in lines], "T") is not None) is is_article


@pytest.mark.parametrize(
    ("links", "others", "wanted"),
    [
        (3, 0, False),
        (4, 0, True),
        (4, 16, True),
        (4, 17, False),
    ],
)
def test_how_many_links_make_a_list(links: int, others: int, wanted: bool) -> None:
    lines = [Line("x" * 20, 20)] * links + [Line("ngắn", 0)] * others
    assert is_list(lines) is wanted


def test_much_text_between_links_is_no_list() -> None:
    assert is_list([Line("x" * 20, 20), Line("y" * 449, 0)] * 4)
    assert not is_list([Line("x" * 20, 20), Line("y" * 450, 0)] * 4)
    assert not is_list([Line("x" * 19, 19)] * 9)
