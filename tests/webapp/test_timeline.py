"""Coordinates of the timeline."""

from typing import Any

from webapp.timeline import timeline


def campaign(
    id_: str, place: str | None, starts_on: str, ends_on: str | None, years: int | None = None
) -> dict[str, Any]:
    return {"id": id_, "name": id_, "place": place, "starts_on": starts_on, "ends_on": ends_on, "occasion_years": years}


def test_nothing_with_a_period_is_no_timeline() -> None:
    assert timeline([]) is None
    assert timeline([campaign("a", None, "2018", None)]) is None


def test_bands_lanes_and_order() -> None:
    chart = timeline(
        [
            campaign("b1", "Huế", "2018-08-01", "2018-10-29", 25),
            campaign("b2", "Huế", "2018-09-01", "2019-04-11"),
            campaign("b3", "Huế", "2019-01-01", "2019-02"),
            campaign("a1", None, "2018", "2018"),
        ]
    )
    assert chart is not None
    assert [(row["label"], row["y"], row["height"]) for row in chart["groups"]] == [
        ("Trung ương", 28, 22),
        ("Huế", 50, 44),
    ]
    assert [(bar["id"], bar["y"]) for bar in chart["bars"]] == [("a1", 28), ("b1", 50), ("b2", 72), ("b3", 50)]
    assert [row["year"] for row in chart["years"]] == [2018, 2019]
    assert chart["bars"][1]["caption"] == "25 năm"
    for bar in chart["bars"]:
        assert chart["years"][0]["x"] <= bar["x"] <= bar["x"] + bar["width"] <= chart["width"]
    first, second, third = chart["bars"][1:]
    assert first["x"] + first["width"] <= third["x"] and second["x"] < third["x"]


def test_the_latest_sixty_are_drawn_and_the_rest_counted() -> None:
    chart = timeline([campaign(str(year), "Huế", str(year), str(year)) for year in range(1950, 2020)])
    assert chart is not None
    assert (len(chart["bars"]), chart["left_out"], chart["years"][0]["year"]) == (60, 10, 1960)
