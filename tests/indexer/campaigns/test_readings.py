"""Every place that can be read as a period, with its words, its weight and where it is led in."""

import pytest

from corpus.text import fold_aligned
from indexer.campaigns.readings import find_readings

Read = tuple[str | None, str | None, str, float, int]
SIGNED = "2018-06-15"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "từ ngày 01/8/2018 đến ngày 29/10/2018",
            [("2018-08-01", "2018-10-29", "từ ngày 01/8/2018 đến ngày 29/10/2018", 3.0, 0)],
        ),
        ("từ 15/7 đến 29/10", [("2018-07-15", "2018-10-29", "từ 15/7 đến 29/10", 3.0, 0)]),
        ("từ 01/11 đến 28/02", [("2018-11-01", "2019-02-28", "từ 01/11 đến 28/02", 3.0, 0)]),
        ("01/3/2023 - 30/10/2023", [("2023-03-01", "2023-10-30", "01/3/2023 - 30/10/2023", 0.0, 0)]),
        (
            "kể từ ngày ký đến hết ngày 31/12/2018",
            [("2018-06-15", "2018-12-31", "kể từ ngày ký đến hết ngày 31/12/2018", 3.0, 0)],
        ),
        ("ngày ký đến 31/12/2018", [(None, "2018-12-31", "đến 31/12/2018", 1.5, 8)]),
        ("trong quý III/2023", [("2023-07", "2023-09", "trong quý III/2023", 1.5, 0)]),
        ("quý III/2023", [("2023-07", "2023-09", "quý III/2023", 0.0, 0)]),
        ("6 tháng cuối năm 2020", [("2020-07", "2020-12", "6 tháng cuối năm 2020", 2.0, 0)]),
        ("tháng 4 và tháng 5/2023", [("2023-04", "2023-05", "tháng 4 và tháng 5/2023", 0.0, 0)]),
        ("trong tháng 5/2019", [("2019-05", "2019-05", "trong tháng 5/2019", 1.5, 0)]),
        ("đến hết năm 2020", [(None, "2020", "đến hết năm 2020", 1.5, 0)]),
        ("kết thúc vào 11/4/2019", [(None, "2019-04-11", "kết thúc vào 11/4/2019", 1.5, 0)]),
        ("60 ngày kể từ ngày 01/8/2018", [("2018-08-01", "2018-09-29", "60 ngày kể từ ngày 01/8/2018", 3.0, 0)]),
        ("từ ngày 01 đến ngày 31/5/2023", [("2023-05-01", "2023-05-31", "từ ngày 01 đến ngày 31/5/2023", 3.0, 0)]),
        ("từ ngày 09 đến ngày 08/5/2023", [(None, "2023-05-08", "đến ngày 08/5/2023", 1.5, 11)]),
        ("bắt đầu từ ngày 01/8/2018", [("2018-08-01", None, "bắt đầu từ ngày 01/8/2018", 0.5, 0)]),
        (
            "- Bắt đầu: ngày 01/8/2018;\n- Kết thúc: ngày 29/10/2018.",
            [("2018-08-01", "2018-10-29", "Bắt đầu: ngày 01/8/2018;\n- Kết thúc: ngày 29/10/2018", 3.0, 2)],
        ),
        (
            "- Thời gian: ngày 01/8/2018;\n- Kết thúc: ngày 29/10/2018.",
            [(None, "2018-10-29", "Kết thúc: ngày 29/10/2018", 1.5, 31)],
        ),
        ("từ ngày 29/10/2018 đến ngày 01/8/2018", []),
        ("ngày 05/6/2018", []),
        ("cả năm 2019", [("2019", "2019", "cả năm 2019", 1.5, 0)]),
        ("năm 2019", [("2019", "2019", "năm 2019", 0.0, 0)]),
        ("từ nay", []),
        ("từ nay đến quý III", [("2018-06-15", "2018-09", "từ nay đến quý III", 3.0, 0)]),
        ("quý I, quý II và quý III năm 2020", [("2020-01", "2020-09", "quý I, quý II và quý III năm 2020", 0.0, 0)]),
        ("từ ngày 31 đến ngày 31/5/2023", [("2023-05-31", "2023-05-31", "từ ngày 31 đến ngày 31/5/2023", 3.0, 0)]),
        ("từ ngày 00 đến ngày 31/5/2023", [(None, "2023-05-31", "đến ngày 31/5/2023", 1.5, 11)]),
        ("vào tháng 3", [("2019-03", "2019-03", "vào tháng 3", 1.5, 0)]),
        ("tháng 3", [("2019-03", "2019-03", "tháng 3", 0.0, 0)]),
        ("30 ngày, từ ngày 20/5", [("2019-05-20", "2019-06-18", "30 ngày, từ ngày 20/5", 3.0, 0)]),
        (
            "từ 20/5 (ngày hội) đến 29/10/2023",
            [("2023-05-20", "2023-10-29", "từ 20/5 (ngày hội) đến 29/10/2023", 3.0, 0)],
        ),
        (
            "6 tháng đầu năm đến 30/9/2019",
            [("2019-01", "2019-06", "6 tháng đầu năm", 2.0, 0), (None, "2019-09-30", "đến 30/9/2019", 1.5, 16)],
        ),
        ("từ tháng 12 đến tháng 2/2020", [("2019-12", "2020-02", "từ tháng 12 đến tháng 2/2020", 3.0, 0)]),
    ],
)
def test_readings(text: str, readings: list[Read]) -> None:
    assert [
        (
            one.period.starts_on,
            one.period.ends_on,
            text[one.period.span.start : one.period.span.end],
            one.weight,
            one.lead,
        )
        for one in find_readings(fold_aligned(text), SIGNED)
    ] == readings


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("từ 15/7 đến 29/10", None),
        ("từ ngày ký đến 29/10/2018", (None, "2018-10-29")),
        ("từ 15/7 đến 29/10/2018", ("2018-07-15", "2018-10-29")),
    ],
)
def test_a_paper_of_no_day_gives_no_year(text: str, period: tuple[str | None, str] | None) -> None:
    found = list(find_readings(fold_aligned(text), None))
    assert [(one.period.starts_on, one.period.ends_on) for one in found] == ([period] if period else [])


@pytest.mark.parametrize(("gap", "starts_on"), [(119, "2023-07"), (120, "2018-07")])
def test_a_year_close_behind_is_a_months_own(gap: int, starts_on: str) -> None:
    text = "trong tháng 7" + " x" * (gap // 2) + " " * (gap % 2) + "ngày 05/6/2023"
    assert next(find_readings(fold_aligned(text), SIGNED)).period.starts_on == starts_on


@pytest.mark.parametrize(("lead", "starts_on"), [("x" * 40, "2018-08-01"), ("x" * 61, None)])
def test_what_leads_in_stands_close(lead: str, starts_on: str | None) -> None:
    found = list(find_readings(fold_aligned(f"từ Ngày {lead} 01/8/2018"), SIGNED))
    assert [one.period.starts_on for one in found] == ([starts_on] if starts_on else [])
