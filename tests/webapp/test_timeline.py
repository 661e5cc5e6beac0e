"""Bars of campaigns: to the day, with captions where there is room for them."""

from typing import Any

import pytest

from webapp.timeline import NARROW, WIDE, Layout, timeline


def campaign(starts_on: str | None, ends_on: str | None, **more: Any) -> dict[str, Any]:
    row = {"id": "a", "name": "Phong trào", "starts_on": starts_on, "ends_on": ends_on, "place": None}
    return {**row, "organiser": None, "occasion": None, **more}


def drawn(rows: list[dict[str, Any]], layout: Layout = WIDE) -> dict[str, Any]:
    found = timeline(rows, layout)
    assert found is not None
    return found


@pytest.mark.parametrize("lacking", [("2018", None), (None, "2018"), ("", "2018"), (None, None)])
def test_a_campaign_without_a_whole_period_is_not_drawn(lacking: tuple[str | None, str | None]) -> None:
    assert timeline([campaign(*lacking)]) is None
    assert len(drawn([campaign(*lacking), campaign("2018", "2018")])["rows"]) == 1


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline([]) is None


def test_a_whole_year_fills_the_drawing() -> None:
    found = drawn([campaign("2018", "2018", organiser="Liên minh")])
    assert (found["width"], found["height"], found["top"], found["left_out"]) == (1080, 62, 28, 0)
    assert found["years"] == [{"x": 190.0, "year": 2018, "named": True}]
    row = found["rows"][0]
    assert (row["x"], row["width"], row["y"], row["height"], row["top"]) == (190.0, 875.6, 34, 12, 28)
    assert (row["text_y"], row["height_of_row"]) == (44, 24)
    assert (row["id"], row["name"], row["organiser"], row["place"]) == ("a", "Phong trào", "Liên minh", None)
    assert row["caption"] == "", "there is room neither behind the bar nor before it"


def test_a_narrow_drawing_has_its_names_above_the_bars() -> None:
    found = drawn([campaign("2018", "2018"), campaign("2018", "2018")], NARROW)
    assert (found["width"], found["height"]) == (350, 114)
    assert [(row["x"], row["y"], row["text_y"], row["caption"]) for row in found["rows"]] == [
        (0.0, 48, 42, ""),
        (0.0, 86, 80, ""),
    ]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "anchor", "before"),
    [("2018-01-01", "2018-01-02", "start", False), ("2018-12-30", "2018-12-31", "end", True)],
)
def test_a_caption_stands_where_there_is_room(starts_on: str, ends_on: str, anchor: str, before: bool) -> None:
    row = drawn([campaign(starts_on, ends_on, occasion="25 năm")])["rows"][0]
    assert (row["caption"], row["anchor"], row["width"]) == ("25 năm", anchor, 5.0)
    assert row["caption_x"] == pytest.approx(row["x"] - 6 if before else row["x"] + 5 + 6, abs=0.05)


@pytest.mark.parametrize(
    ("occasion", "name", "caption"),
    [
        (None, "Tên", "Tên"),
        ("", "Tên", "Tên"),
        ("Dịp", "Tên", "Dịp"),
        ("x" * 46, "Tên", "x" * 46),
        ("x" * 47, "Tên", "x" * 45 + "…"),
        ("x" * 44 + " yyy", "Tên", "x" * 44 + "…"),
    ],
)
def test_a_caption_is_the_occasion_or_the_name_cut_to_a_line(occasion: str | None, name: str, caption: str) -> None:
    assert drawn([campaign("2018-01", "2018-01", occasion=occasion, name=name)])["rows"][0]["caption"] == caption


@pytest.mark.parametrize(("count", "left_out"), [(59, 0), (60, 0), (61, 1), (75, 15)])
def test_the_latest_sixty_are_drawn_and_the_others_counted(count: int, left_out: int) -> None:
    rows = [campaign(f"{1950 + at}", f"{1950 + at}", id=at) for at in range(count)]
    found = drawn([*rows, campaign(None, None)])
    assert found["left_out"] == left_out
    assert [row["id"] for row in found["rows"]] == list(range(left_out, count))


def test_rows_stand_by_place_and_then_by_day() -> None:
    rows = [
        campaign("2019", "2019", id="late", place="B"),
        campaign("2018", "2018", id="early", place="B"),
        campaign("2020", "2020", id="first", place="A"),
        campaign("2021", "2021", id="national"),
    ]
    assert [row["id"] for row in drawn(rows)["rows"]] == ["national", "first", "early", "late"]


@pytest.mark.parametrize(
    ("last", "layout", "named"),
    [
        (2019, NARROW, [2018, 2019]),
        (2025, NARROW, [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]),
        (2026, NARROW, [2018, 2020, 2022, 2024, 2026]),
    ],
)
def test_names_of_years_are_thinned_out_where_they_would_touch(last: int, layout: Layout, named: list[int]) -> None:
    years = drawn([campaign("2018", str(last))], layout)["years"]
    assert [one["year"] for one in years] == list(range(2018, last + 1))
    assert [one["year"] for one in years if one["named"]] == named
