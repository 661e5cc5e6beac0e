"""Points in time, as precise as they are written."""

import pytest

from corpus.text import fold_aligned
from indexer.campaigns.moments import Moment, find_moments

Found = tuple[str, int | None, int, int, int | None, str]


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("ngày 01 tháng 8 năm 2018", [("day", 2018, 8, 8, 1, "ngày 01 tháng 8 năm 2018")]),
        ("15/7", [("day", None, 7, 7, 15, "15/7")]),
        ("29-10-2018", [("day", 2018, 10, 10, 29, "29-10-2018")]),
        ("29.10.2018", [("day", 2018, 10, 10, 29, "29.10.2018")]),
        ("ngày 29-10", [("day", None, 10, 10, 29, "ngày 29-10")]),
        ("29-10", []),
        ("tháng 4/2013", [("month", 2013, 4, 4, None, "tháng 4/2013")]),
        ("4/2013", [("month", 2013, 4, 4, None, "4/2013")]),
        ("đầu tháng Tám", [("month", None, 8, 8, None, "đầu tháng Tám")]),
        ("cuối tháng chạp năm 2020", [("month", 2020, 12, 12, None, "cuối tháng chạp năm 2020")]),
        ("tháng giêng", [("month", None, 1, 1, None, "tháng giêng")]),
        ("quý III/2023", [("quarter", 2023, 7, 9, None, "quý III/2023")]),
        ("quý 4", [("quarter", None, 10, 12, None, "quý 4")]),
        ("quý IV năm 2020", [("quarter", 2020, 10, 12, None, "quý IV năm 2020")]),
        ("quý 5", []),
        ("6 tháng cuối năm 2020", [("months", 2020, 7, 12, None, "6 tháng cuối năm 2020")]),
        ("ba tháng đầu năm", [("months", None, 1, 3, None, "ba tháng đầu năm")]),
        ("0 tháng đầu năm", []),
        ("hết năm 2020", [("year", 2020, 1, 12, None, "hết năm 2020")]),
        ("cuối năm", [("year", None, 1, 12, None, "cuối năm")]),
        ("năm nay", [("year", None, 1, 12, None, "năm nay")]),
        ("nay", [("signing", None, 1, 12, None, "nay")]),
        ("ngày ký ban hành kế hoạch này", [("signing", None, 1, 12, None, "ngày ký ban hành kế hoạch này")]),
        ("khi phát động", [("signing", None, 1, 12, None, "khi phát động")]),
        ("mùng 1/8", [("day", None, 8, 8, 1, "mùng 1/8")]),
        ("ngày 32/8/2018", []),
        ("ngày 12/13/2018", []),
        ("ngày 0/8/2018", []),
        ("tháng 13/2018", []),
        ("tháng 0", []),
        ("30/2/2020", [("day", 2020, 2, 2, 30, "30/2/2020")]),
        ("12/5/2018/x", [("day", 2018, 5, 5, 12, "12/5/2018")]),
        ("số 12/2018", [("month", 2018, 12, 12, None, "12/2018")]),
        ("11 tháng cuối năm", [("year", None, 1, 12, None, "cuối năm")]),
        ("tháng mười hai năm 2019", [("month", 2019, 12, 12, None, "tháng mười hai năm 2019")]),
        ("ngày 5 tháng 5, năm 2020", [("day", 2020, 5, 5, 5, "ngày 5 tháng 5, năm 2020")]),
    ],
)
def test_moments(text: str, moments: list[Found]) -> None:
    assert [
        (one.grain, one.year, one.first_month, one.last_month, one.day, text[one.start : one.end])
        for one in find_moments(fold_aligned(text))
    ] == moments


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("ngày 01 tháng 8 năm 2018", ("2018-08-01", "2018-08-01")),
        ("15/7", (None, None)),
        ("29-10-2018", ("2018-10-29", "2018-10-29")),
        ("29.10.2018", ("2018-10-29", "2018-10-29")),
        ("ngày 29-10", (None, None)),
        ("tháng 4/2013", ("2013-04", "2013-04")),
        ("4/2013", ("2013-04", "2013-04")),
        ("đầu tháng Tám", (None, None)),
        ("cuối tháng chạp năm 2020", ("2020-12", "2020-12")),
        ("tháng giêng", (None, None)),
        ("quý III/2023", ("2023-07", "2023-09")),
        ("quý 4", (None, None)),
        ("quý IV năm 2020", ("2020-10", "2020-12")),
        ("6 tháng cuối năm 2020", ("2020-07", "2020-12")),
        ("ba tháng đầu năm", (None, None)),
        ("hết năm 2020", ("2020", "2020")),
        ("cuối năm", (None, None)),
        ("năm nay", (None, None)),
        ("nay", (None, None)),
        ("ngày ký ban hành kế hoạch này", (None, None)),
        ("khi phát động", (None, None)),
        ("mùng 1/8", (None, None)),
        ("30/2/2020", (None, None)),
        ("12/5/2018/x", ("2018-05-12", "2018-05-12")),
        ("số 12/2018", ("2018-12", "2018-12")),
        ("11 tháng cuối năm", (None, None)),
        ("tháng mười hai năm 2019", ("2019-12", "2019-12")),
        ("ngày 5 tháng 5, năm 2020", ("2020-05-05", "2020-05-05")),
    ],
)
def test_first_and_last_day(text: str, ends: tuple[str | None, str | None]) -> None:
    moment = find_moments(fold_aligned(text))[0]
    assert (moment.first, moment.last) == ends


def test_a_year_is_given_where_none_is_written() -> None:
    moment = Moment(start=0, end=4, grain="day", first_month=2, last_month=2, day=29)
    assert moment.in_year(2020).first == "2020-02-29"
    assert moment.in_year(2021).first is None
    assert moment.in_year(2020).in_year(2021).first == "2020-02-29"


def test_several_stand_in_order() -> None:
    found = find_moments(fold_aligned("từ 15/7/2018 đến tháng 9/2018, kết thúc năm 2019"))
    assert [(one.grain, one.year) for one in found] == [("day", 2018), ("month", 2018), ("year", 2019)]
