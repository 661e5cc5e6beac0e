"""Drawings stay within their frames, in order, and say the same as their tables."""

import itertools
from typing import Any

import pytest

from corpus.model import RelationKind
from indexer.reading.graph import EdgeRow, NodeRow
from webapp.graph_picture import draw
from webapp.timeline import NARROW, WIDE, Layout, timeline
from webapp.year_chart import year_chart


@pytest.mark.parametrize(
    "counts",
    [
        {2018: 1},
        {2014: 1, 2018: 4, 2024: 2},
        {1990: 3, 2025: 1},
        {1890: 9, 2025: 2},
        {year: year % 7 for year in range(1975, 2026)},
    ],
)
def test_a_chart_of_years_fits_and_leaves_no_gap(counts: dict[int, int]) -> None:
    chart = year_chart(counts)
    assert chart is not None
    columns = chart["columns"]
    years = [column["year"] for column in columns]
    assert years == list(range(years[0], max(counts) + 1)) and len(years) <= 40
    assert [column["count"] for column in columns] == [counts.get(year, 0) for year in years]
    for column in columns:
        assert column["x"] >= 0 and column["x"] + column["width"] <= chart["width"]
        assert 0 <= column["y"] <= chart["base"] and column["y"] + column["height"] == pytest.approx(
            chart["base"], abs=0.2
        )
    named = [column["middle"] for column in columns if column["named"]]
    assert named and all(b - a >= 30 for a, b in itertools.pairwise(named)), "names of years do not touch"


def test_no_citers_no_chart() -> None:
    assert year_chart({}) is None


def campaign(id_: str, starts_on: str | None, ends_on: str | None, place: str | None = "Sơn La") -> dict[str, Any]:
    """A campaign."""
    return {
        "id": id_,
        "name": f"Phong trào {id_}",
        "place": place,
        "organiser": None,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "occasion": None,
    }


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_a_timeline_is_to_scale_and_within_its_frame(layout: Layout) -> None:
    rows = [
        campaign("a", "2013-03-01", "2013-10-29"),
        campaign("b", "2018-07-15", "2019-04-11", None),
        campaign("c", "2020", "2020"),
        campaign("d", "2023-05", "2023-05-02"),
        campaign("none", None, "2020-01-01"),
    ]
    drawn = timeline(rows, layout)
    assert drawn is not None
    assert [row["id"] for row in drawn["rows"]] == ["b", "a", "c", "d"], "national ones first, then by place and day"
    for row in drawn["rows"]:
        assert layout.left <= row["x"] and row["x"] + row["width"] <= drawn["width"]
        assert row["width"] >= 5
    starts = {mark["year"]: mark["x"] for mark in drawn["years"]}
    assert list(starts) == list(range(2013, 2024))
    whole_year = next(row for row in drawn["rows"] if row["id"] == "c")
    assert whole_year["x"] == starts[2020] and whole_year["width"] == pytest.approx(
        starts[2021] - starts[2020], abs=0.5
    )
    named = [mark["x"] for mark in drawn["years"] if mark["named"]]
    assert all(b - a >= 35 for a, b in itertools.pairwise(named)), "names of years do not touch"


def test_no_period_no_timeline() -> None:
    assert timeline([campaign("a", None, None)]) is None


def node(id_: str, depth: int) -> NodeRow:
    """A node of a neighbourhood."""
    return {
        "id": id_,
        "type": "instrument",
        "subject": None,
        "label": f"Kế hoạch số {id_} của Liên minh Hợp tác xã",
        "kind": "ke-hoach",
        "number": None,
        "issued_on": None,
        "place": None,
        "collected": False,
        "depth": depth,
    }


def edge(source: str, target: str, relation: RelationKind = "implements") -> EdgeRow:
    """An edge of a neighbourhood."""
    return {"source": source, "target": target, "relation": relation, "notice": "n", "quote": "…", "start": 0}


def test_citers_stand_on_the_left_and_what_is_cited_on_the_right() -> None:
    nodes = [node("root", 0), node("citer", 1), node("cited", 1), node("far", 2)]
    edges = [
        edge("citer", "root"),
        edge("root", "cited", "based_on"),
        edge("far", "citer", "mentions"),
        edge("gone", "root"),
    ]
    picture = draw({"root": "root", "nodes": nodes, "edges": edges})
    x = {row["id"]: row["x"] for row in picture["nodes"]}
    assert x["far"] < x["citer"] < x["root"] < x["cited"]
    assert len(picture["edges"]) == 3, "an arrow to what is not drawn is left out"
    assert picture["families"] == ["carries", "mentions"]
    for row in picture["nodes"]:
        assert row["x"] >= 0 and row["x"] + row["width"] <= picture["width"]
        assert row["y"] >= 0 and row["y"] + row["height"] <= picture["height"]
        assert row["short"].endswith("…") and len(row["short"]) < len(row["label"])


def test_arrows_that_meet_are_spread_and_labels_stand_inside() -> None:
    nodes = [node("root", 0), *(node(f"c{n}", 1) for n in range(5))]
    picture = draw({"root": "root", "nodes": nodes, "edges": [edge(f"c{n}", "root") for n in range(5)]})
    ends = [row["path"].rsplit(" ", 1)[1] for row in picture["edges"]]
    assert len(set(ends)) == 5
    assert picture["labelled"] and all(0 < row["label_x"] < picture["width"] for row in picture["edges"])
    assert picture["width"] >= 1116, "a small picture fills the page's column"


def test_where_a_box_is_narrow_the_number_stands_for_the_whole_name() -> None:
    numbered = {**node("a", 2), "label": "Kế hoạch 737/KH-LMHTXVN", "number": "737/KH-LMHTXVN"}
    far = [node(f"n{depth}", depth) for depth in (1, 3, 4)]
    picture = draw({"root": "root", "nodes": [node("root", 0), numbered, *far], "edges": []})
    assert [row["short"] for row in picture["nodes"] if row["id"] == "a"] == ["737/KH-LMHTXVN"]


def test_a_document_alone() -> None:
    picture = draw({"root": "root", "nodes": [node("root", 0)], "edges": [edge("root", "root")]})
    assert len(picture["nodes"]) == 1 and picture["edges"] == []
