from datetime import date

import pytest

from corpus.dates import agree, find_dates, first_day, is_iso, last_day, show_date
from corpus.text import fold_aligned


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ngày 07/4/2014", ["2014-04-07"]),
        ("ngày 12 tháng 7 năm 2018", ["2018-07-12"]),
        ("ngày 18-3-2002", ["2002-03-18"]),
        ("22.7.2021", ["2021-07-22"]),
        ("ngày 27 tháng 9/2018", ["2018-09-27"]),
        ("ngày 16/11 /2013", ["2013-11-16"]),
        ("tháng 4/2018", ["2018-04"]),
        ("năm 2013", ["2013"]),
        ("ngày 06/8/18 và ngày 3-2-95", ["2018-08-06", "1995-02-03"]),
        ("ngày 9 tháng 5 năm 45, ngày 9 tháng 5 năm 44", ["1945-05-09", "2044-05-09"]),
        ("tỷ lệ 5/8/10, ngày 5-7/8/19, ngày 5/8/1, ngày 06/8/18.5, ngày 31/2/18", []),
        ("31/02/2018", []),
        ("45/13/2018", []),
        ("8/8 huyện, 141/145 xã", []),
    ],
)
def test_find_dates(text: str, wanted: list[str]) -> None:
    assert [found.iso for found in find_dates(fold_aligned(text))] == wanted


@pytest.mark.parametrize(
    ("a", "b", "wanted"), [("2014", "2014-04-07", True), ("2014-04", "2014-05-01", False), (None, "2014", None)]
)
def test_agree(a: str | None, b: str | None, wanted: bool | None) -> None:
    assert agree(a, b) is wanted


def test_bounds() -> None:
    assert (first_day("2014"), last_day("2016-02")) == (date(2014, 1, 1), date(2016, 2, 29))
    assert last_day("2018") == date(2018, 12, 31)
    assert not is_iso("2018-13")
    assert not is_iso("18-1-1")


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2014-04-07", "07/4/2014"), ("2018-02-03", "03/02/2018"), ("2018-04", "tháng 4/2018"), ("2013", "năm 2013")],
)
def test_show_date(iso: str, shown: str) -> None:
    assert show_date(iso) == shown
