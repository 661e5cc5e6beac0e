"""The occasion of a launch in the text's own words, and its number."""

import pytest

from indexer.campaigns.occasion import find_occasion
from indexer.campaigns.parts import read_parts
from tests.indexer.campaigns.launch import launch

Found = tuple[str, str | None, str | None, int | None, int | None]


def occasion(text: str, title: str = "Tin") -> Found | None:
    notice = launch(text, title=title, head=None)
    found = find_occasion(read_parts(notice))
    if found is None:
        return None
    said = found.span and notice.text[found.span.start : found.span.end]
    return found.words, said, found.known and found.known.slug, found.years, found.term


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Liên minh phát động thi đua kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam gồm các việc:",
            (
                "kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam",
                "kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam",
                "thanh-lap-lmhtx-viet-nam",
                25,
                None,
            ),
        ),
        (
            "Liên minh phát động thi đua lập thành tích chào mừng kỷ niệm 70 năm Quốc khánh (02/9/1945 - 02/9/2015) với nội dung:",
            ("kỷ niệm 70 năm Quốc khánh", "kỷ niệm 70 năm Quốc khánh", "quoc-khanh", 70, None),
        ),
        (
            "Liên minh phát động thi đua chào mừng Đại hội Đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng như sau:",
            (
                "chào mừng Đại hội Đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
                "chào mừng Đại hội Đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
                "dai-hoi-dang",
                None,
                13,
            ),
        ),
        (
            "Liên minh phát động thi đua hưởng ứng Ngày Hợp tác xã Việt Nam 11/4 và tổ chức hội chợ.",
            (
                "hưởng ứng Ngày Hợp tác xã Việt Nam 11/4",
                "hưởng ứng Ngày Hợp tác xã Việt Nam 11/4",
                "ngay-htx-viet-nam",
                None,
                None,
            ),
        ),
        (
            "Liên minh phát động thi đua mừng Đảng mừng Xuân của tỉnh Sơn La.",
            ("mừng Đảng mừng Xuân", "mừng Đảng mừng Xuân", "thanh-lap-dang", None, None),
        ),
        (
            "Liên minh phát động thi đua nhân dịp 20 năm tái lập tỉnh trên địa bàn.",
            ("nhân dịp 20 năm tái lập tỉnh", "nhân dịp 20 năm tái lập tỉnh", "thanh-lap-tinh", 20, None),
        ),
        ("Liên minh phát động thi đua trồng rừng.", None),
        (
            "Liên minh phát động thi đua chào mừng Đại hội và Hội nghị biểu dương.",
            ("chào mừng Đại hội", "chào mừng Đại hội", None, None, None),
        ),
    ],
)
def test_occasions(text: str, found: Found | None) -> None:
    assert occasion(text) == found


BARE = "Liên minh phát động thi đua với các nội dung:"


@pytest.mark.parametrize(
    ("title", "text", "words", "said", "years"),
    [
        ("Thi đua kỷ niệm 25 năm Quốc khánh", BARE, "kỷ niệm 25 năm Quốc khánh", None, 25),
        (
            "Thi đua kỷ niệm Quốc khánh",
            "Liên minh phát động thi đua kỷ niệm 70 năm Quốc khánh gồm:",
            "kỷ niệm 70 năm Quốc khánh",
            "kỷ niệm 70 năm Quốc khánh",
            70,
        ),
        (
            "Thi đua kỷ niệm 70 năm Quốc khánh",
            "Liên minh phát động thi đua chào mừng Quốc khánh gồm:",
            "kỷ niệm 70 năm Quốc khánh",
            "chào mừng Quốc khánh",
            70,
        ),
    ],
)
def test_the_better_wording_counts_and_the_text_proves_it(
    title: str, text: str, words: str, said: str | None, years: int
) -> None:
    found = occasion(text, title)
    assert found is not None and (found[0], found[1], found[3]) == (words, said, years)
