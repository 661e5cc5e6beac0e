"""Columns of years, coordinate by coordinate, where the bounds of the drawing lie."""

from typing import Any

import pytest

from webapp.year_chart import year_chart


def columns_of(counts: dict[int, int]) -> list[dict[str, Any]]:
    chart = year_chart(counts)
    assert chart is not None
    columns: list[dict[str, Any]] = chart["columns"]
    return columns


def test_one_year_is_one_column_of_full_height() -> None:
    assert year_chart({2018: 3}) == {
        "width": 320,
        "height": 142,
        "base": 118,
        "columns": [
            {
                "x": 9.7,
                "middle": 22.0,
                "y": 22.0,
                "width": 24.6,
                "height": 96.0,
                "year": 2018,
                "count": 3,
                "named": True,
                "counted": True,
            }
        ],
    }


def test_heights_are_to_scale_and_a_year_without_a_count_stands_empty() -> None:
    columns = columns_of({2014: 1, 2016: 4})
    assert [(one["year"], one["count"], one["height"], one["y"]) for one in columns] == [
        (2014, 1, 24.0, 94.0),
        (2015, 0, 0.0, 118.0),
        (2016, 4, 96.0, 22.0),
    ]


@pytest.mark.parametrize(("before", "first"), [(38, 1986), (39, 1985), (40, 1985), (300, 1985)])
def test_of_a_longer_time_the_latest_forty_years_stand(before: int, first: int) -> None:
    columns = columns_of({2024: 1, 2024 - before: 9})
    assert (columns[0]["year"], columns[-1]["year"]) == (first, 2024)
    shown = before < 40
    assert columns[-1]["height"] == (10.7 if shown else 96.0), "what is left out does not make the rest small"


@pytest.mark.parametrize(("years", "counted"), [(1, True), (21, True), (22, False), (40, False)])
def test_counts_stand_above_columns_that_are_wide_enough(years: int, counted: bool) -> None:
    columns = columns_of({2024: 1, 2025 - years: 1})
    assert len(columns) == years
    assert {one["counted"] for one in columns} == {counted}


@pytest.mark.parametrize(
    ("years", "named"),
    [
        (8, [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]),
        (9, [2016, 2018, 2020, 2022, 2024]),
        (16, [2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]),
        (17, [2009, 2012, 2015, 2018, 2021, 2024]),
        (40, [1989, 1994, 1999, 2004, 2009, 2014, 2019, 2024]),
    ],
)
def test_names_are_thinned_out_from_the_last_year_back(years: int, named: list[int]) -> None:
    assert [one["year"] for one in columns_of({2024: 1, 2025 - years: 1}) if one["named"]] == named
