"""Occasions as data: which one a text names, and which round years fall when."""

from datetime import date

import pytest

from corpus.occasions import occasion_in, occasions, round_anniversaries


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("kỷ niệm 25 năm Ngày thành lập Liên minh HTX Việt Nam (29/10/1993 – 29/10/2018)", "thanh-lap-lmhtx-viet-nam"),
        ("mừng Liên minh Hợp tác xã Việt Nam tròn 30 tuổi", "thanh-lap-lmhtx-viet-nam"),
        ("kỷ niệm 30 năm ngày thành lập Liên minh Hợp tác xã tỉnh Lào Cai", "thanh-lap-lmhtx-tinh"),
        ("chào mừng Ngày HTX Việt Nam 11/4", "ngay-htx-viet-nam"),
        ("chào mừng Đại hội Đảng bộ tỉnh lần thứ XVII", "dai-hoi-dang"),
        ("chào mừng Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "dai-hoi-dang"),
        ("chào mừng Đại hội đại biểu toàn quốc Liên minh Hợp tác xã Việt Nam lần thứ VII", "dai-hoi-lmhtx"),
        ("chào mừng Đại hội thi đua yêu nước toàn quốc lần thứ X", "thi-dua-yeu-nuoc"),
        ("kỷ niệm 90 năm Ngày thành lập Đảng Cộng sản Việt Nam", "thanh-lap-dang"),
        ("kỷ niệm 90 năm Ngày thành lập Đảng bộ tỉnh", "thanh-lap-dang-bo"),
        ("kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh", "sinh-nhat-bac"),
        ("kỷ niệm 70 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc", "keu-goi-thi-dua-ai-quoc"),
        ("chào mừng 45 năm Ngày giải phóng miền Nam, thống nhất đất nước", "giai-phong-mien-nam"),
        ("kỷ niệm 75 năm Cách mạng tháng Tám và Quốc khánh 2/9", "cach-mang-thang-tam"),
        ("chung sức xây dựng nông thôn mới", "nong-thon-moi"),
        ("Chương trình mỗi xã một sản phẩm (OCOP)", "ocop"),
        ("thành lập mới các hợp tác xã", None),
        ("kỷ niệm 60 năm ngành thủ công nghiệp", None),
    ],
)
def test_which_occasion_a_text_names(text: str, slug: str | None) -> None:
    found = occasion_in(text)
    assert (found.slug if found else None) == slug


@pytest.mark.parametrize(
    ("start", "months", "wanted"),
    [
        (date(2028, 1, 1), 12, ("thanh-lap-lmhtx-viet-nam", 35, date(2028, 10, 29))),
        (date(2026, 1, 1), 12, ("ngay-htx-viet-nam", 80, date(2026, 4, 11))),
        (date(2030, 1, 1), 24, ("thanh-lap-dang", 100, date(2030, 2, 3))),
        (date(2028, 5, 7), 1, ("ocop", 10, date(2028, 5, 7))),
        (date(2027, 12, 31), 24, ("keu-goi-thi-dua-ai-quoc", 80, date(2028, 6, 11))),
    ],
)
def test_round_years(start: date, months: int, wanted: tuple[str, int, date]) -> None:
    rows = [(row.occasion.slug, row.years, row.on) for row in round_anniversaries(start, months)]
    assert wanted in rows
    assert rows == sorted(rows, key=lambda row: (row[2], row[0]))


def test_the_window_is_closed_at_its_beginning_and_open_at_its_end() -> None:
    def days(start: date) -> list[date]:
        return [row.on for row in round_anniversaries(start, 12) if row.occasion.slug == "thanh-lap-lmhtx-viet-nam"]

    assert days(date(2028, 10, 29)) == [date(2028, 10, 29)]
    assert days(date(2028, 10, 30)) == days(date(2027, 10, 29)) == []


def test_every_row_is_whole() -> None:
    for occasion in occasions().values():
        assert (occasion.month is None) == (occasion.day is None) == (occasion.founded_on is None)
        if occasion.founded_on:
            assert date.fromisoformat(occasion.founded_on).month == occasion.month
        assert occasion_in(occasion.name) is occasion
