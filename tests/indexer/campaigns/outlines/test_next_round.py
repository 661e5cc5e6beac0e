"""When an occasion comes round next, in which words, and a past period moved on to it."""

from datetime import date
from typing import Any

import pytest

from indexer.campaigns.outlines.next_round import Round, next_occasion, next_period, next_round, year_of

ROW: dict[str, Any] = {
    "occasion": "kỷ niệm 70 năm Quốc khánh",
    "occasion_slug": "quoc-khanh",
    "occasion_years": 70,
    "occasion_term": None,
    "starts_on": "2015-06-01",
    "ends_on": "2015-09-02",
    "published_on": "2015-05-20",
}


@pytest.mark.parametrize(
    ("change", "on", "coming", "text", "years_later", "period"),
    [
        (
            {},
            "2016-01-01",
            (2020, 75, None, "2020-09-02"),
            "kỷ niệm 75 năm Quốc khánh",
            5,
            ("2020-06-01", "2020-09-02", 5),
        ),
        ({}, "2020-09-02", (2020, 75, None, "2020-09-02"), "kỷ niệm 75 năm Quốc khánh", 5, (None, "2020-09-02", 5)),
        (
            {},
            "2020-09-03",
            (2025, 80, None, "2025-09-02"),
            "kỷ niệm 80 năm Quốc khánh",
            10,
            ("2025-06-01", "2025-09-02", 10),
        ),
        (
            {
                "occasion_years": 25,
                "occasion_slug": "thanh-lap-lmhtx-viet-nam",
                "occasion": "kỷ niệm 25 năm thành lập",
                "starts_on": "2018-08-01",
                "ends_on": "2018-10-29",
            },
            "2019-01-01",
            (2023, 30, None, "2023-10-29"),
            "kỷ niệm 30 năm thành lập",
            5,
            ("2023-08-01", "2023-10-29", 5),
        ),
        (
            {
                "occasion_years": None,
                "occasion_term": 13,
                "occasion_slug": "dai-hoi-dang",
                "occasion": "chào mừng Đại hội Đảng lần thứ XIII",
                "starts_on": "2020-05-01",
                "ends_on": "2021-01-31",
            },
            "2022-01-01",
            (2026, None, 14, None),
            "chào mừng Đại hội Đảng lần thứ XIV",
            5,
            ("2025-05-01", "2026-01-31", 5),
        ),
        (
            {
                "occasion_years": None,
                "occasion_term": 13,
                "occasion_slug": "dai-hoi-dang",
                "starts_on": "2020-05-01",
                "ends_on": "2021-01-31",
            },
            "2026-02-01",
            (2031, None, 15, None),
            None,
            None,
            ("2030-05-01", "2031-01-31", 10),
        ),
        (
            {
                "occasion_years": None,
                "occasion_slug": "ngay-htx-viet-nam",
                "occasion": "Ngày Hợp tác xã Việt Nam",
                "starts_on": "2018-03-01",
                "ends_on": "2018-04-11",
            },
            "2019-02-28",
            (2019, None, None, None),
            None,
            None,
            ("2019-03-01", "2019-04-11", 1),
        ),
        (
            {
                "occasion_years": None,
                "occasion_slug": "ngay-htx-viet-nam",
                "occasion": "Ngày Hợp tác xã Việt Nam",
                "starts_on": "2018-03-01",
                "ends_on": "2018-04-11",
            },
            "2019-03-02",
            (2020, None, None, None),
            None,
            None,
            ("2020-03-01", "2020-04-11", 2),
        ),
        (
            {
                "occasion_years": 20,
                "occasion_slug": None,
                "occasion": "kỷ niệm 20 năm thành lập HTX (05/6/1998 - 05/6/2018)",
                "starts_on": "2018-03-01",
                "ends_on": "2018-06-05",
            },
            "2020-01-01",
            (2023, 25, None, "2023-06-05"),
            "kỷ niệm 25 năm thành lập HTX (05/6/1998 - 05/6/2023)",
            5,
            ("2023-03-01", "2023-06-05", 5),
        ),
        (
            {
                "occasion_years": 20,
                "occasion_slug": None,
                "occasion": "kỷ niệm 20 năm thành lập HTX",
                "starts_on": "2018-03-01",
                "ends_on": "2018-06-05",
            },
            "2020-01-01",
            (2023, 25, None, None),
            "kỷ niệm 25 năm thành lập HTX",
            5,
            ("2023-03-01", "2023-06-05", 5),
        ),
        (
            {
                "occasion_years": 20,
                "occasion_slug": None,
                "occasion": "kỷ niệm lần thứ 20 ngày hội năm 2018",
                "starts_on": None,
                "ends_on": None,
            },
            "2019-01-01",
            (2020, 25, None, None),
            "kỷ niệm lần thứ 25 ngày hội năm 2018",
            5,
            None,
        ),
        (
            {
                "occasion_years": None,
                "occasion_term": 5,
                "occasion_slug": None,
                "occasion": "chào mừng Đại hội lần thứ V năm 2018",
                "starts_on": "2018-01-01",
                "ends_on": None,
            },
            "2019-01-01",
            (2023, None, 6, None),
            "chào mừng Đại hội lần thứ VI năm …",
            5,
            None,
        ),
        (
            {"occasion": None, "occasion_years": None},
            "2019-01-01",
            (2019, None, None, None),
            None,
            None,
            ("2019-06-01", "2019-09-02", 4),
        ),
        (
            {
                "starts_on": "2016-02-29",
                "ends_on": "2016-03-29",
                "occasion_years": None,
                "occasion_slug": None,
                "occasion": "Tháng thanh niên",
            },
            "2017-01-01",
            (2017, None, None, None),
            None,
            None,
            ("2017-02-28", "2017-03-29", 1),
        ),
    ],
)
def test_the_next_round(
    change: dict[str, Any],
    on: str,
    coming: tuple[int, int | None, int | None, str | None],
    text: str | None,
    years_later: int | None,
    period: tuple[str | None, str, int] | None,
) -> None:
    row: Any = {**ROW, **change}
    day = date.fromisoformat(on)
    found = next_round(row, day)
    assert (found.year, found.years, found.term, found.on and found.on.isoformat()) == coming
    occasion = next_occasion(row, found)
    assert (occasion and occasion["text"], occasion and occasion["years_later"]) == (text, years_later)
    if occasion:
        assert (occasion["from"], occasion["years"], occasion["term"], occasion["on"]) == ([1], *coming[1:])
    moved = next_period([row], found, day)
    assert (moved and (moved["starts_on"], moved["ends_on"], moved["years_later"])) == period


def test_the_latest_with_both_ends_gives_the_period() -> None:
    rows: Any = [{**ROW, "ends_on": None}, ROW]
    found = next_period(rows, Round(year=2020), date(2020, 1, 1))
    assert found == {"starts_on": "2020-06-01", "ends_on": "2020-09-02", "from": [2], "years_later": 5}
    assert next_period(rows[:1], Round(year=2020), date(2020, 1, 1)) is None


@pytest.mark.parametrize(("on", "starts_on"), [("2020-06-01", "2020-06-01"), ("2020-06-02", None)])
def test_a_beginning_in_the_past_is_left_open(on: str, starts_on: str | None) -> None:
    row: Any = ROW
    found = next_period([row], Round(year=2020), date.fromisoformat(on))
    assert found is not None and found["starts_on"] == starts_on


@pytest.mark.parametrize(
    ("change", "year"),
    [
        ({}, 2015),
        ({"occasion_years": 60}, 2005),
        ({"occasion_years": None}, 2015),
        ({"occasion_slug": None, "ends_on": "2016-01-05"}, 2016),
        ({"occasion_slug": None, "ends_on": None, "starts_on": "2014"}, 2014),
        ({"occasion_slug": None, "ends_on": None, "starts_on": None}, 2015),
    ],
)
def test_the_year_of_an_occasion(change: dict[str, Any], year: int) -> None:
    row: Any = {**ROW, **change}
    assert year_of(row) == year
