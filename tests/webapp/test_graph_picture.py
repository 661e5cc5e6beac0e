"""A neighbourhood's boxes and arrows, coordinate by coordinate."""

from typing import Any

import pytest

from webapp.graph_picture import draw


def node(id_: str, depth: int, label: str = "", number: str | None = None) -> dict[str, Any]:
    return {"id": id_, "depth": depth, "label": label or id_, "number": number, "subject": None}


def edge(source: str, target: str, relation: str = "mentions") -> dict[str, Any]:
    return {"source": source, "target": target, "relation": relation}


def picture(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, Any]:
    return draw({"root": "root", "nodes": [node("root", 0), *nodes], "edges": edges})


def test_a_document_alone_stands_at_the_margin() -> None:
    drawn = picture([], [])
    assert (drawn["width"], drawn["height"], drawn["labelled"], drawn["families"]) == (244, 78, True, [])
    (box,) = drawn["nodes"]
    assert (box["x"], box["y"], box["width"], box["height"], box["short"], box["is_root"]) == (
        12,
        19.0,
        220,
        40,
        "root",
        True,
    )


def test_two_columns_are_as_wide_as_the_page_and_joined_from_side_to_side() -> None:
    drawn = picture([node("a", 1)], [edge("root", "a", "based_on")])
    assert drawn["width"] == 1140
    assert [(one["id"], one["x"], one["is_root"]) for one in drawn["nodes"]] == [
        ("root", 12, True),
        ("a", 908, False),
    ]
    (arrow,) = drawn["edges"]
    assert arrow == {
        "path": "M232 39.0 C570.0 39.0 570.0 39.0 908 39.0",
        "family": "carries",
        "relation": "based_on",
        "source": "root",
        "target": "a",
        "label_x": 894,
        "label_y": 33,
        "anchor": "end",
    }


def test_an_arrow_to_the_root_has_its_label_at_the_other_end() -> None:
    drawn = picture([node("a", 1)], [edge("a", "root", "amends")])
    assert [one["x"] for one in drawn["nodes"]] == [908, 12]
    (arrow,) = drawn["edges"]
    assert (arrow["label_x"], arrow["anchor"], arrow["family"]) == (246, "start", "changes")


def test_an_arrow_back_leads_from_left_side_to_right_side() -> None:
    drawn = picture([node("a", 1), node("b", 2)], [edge("root", "a"), edge("root", "b"), edge("b", "a")])
    x = {one["id"]: one["x"] for one in drawn["nodes"]}
    back = drawn["edges"][2]["path"]
    assert back.startswith(f"M{x['b']} ") and f" {x['a'] + 220} " in back


def test_an_arrow_within_a_column_bows_out_on_the_right() -> None:
    drawn = picture([node("a", 1), node("b", 1)], [edge("root", "a"), edge("root", "b"), edge("a", "b")])
    arrow = drawn["edges"][2]
    assert arrow["path"] == "M1128 39.0 C1188 39.0 1188 93.0 1128 93.0"
    assert (arrow["label_x"], arrow["anchor"]) == (1142, "start")


def test_boxes_of_a_column_are_centred() -> None:
    drawn = picture([node("a", 1), node("b", 1), node("c", 1)], [edge("root", one) for one in "abc"])
    assert drawn["height"] == 186
    assert [one["y"] for one in drawn["nodes"]] == [73.0, 19.0, 73.0, 127.0]


@pytest.mark.parametrize(("deepest", "box", "width"), [(3, 220, 1354), (4, 176, 1144), (5, 176, 1380)])
def test_boxes_are_narrower_from_five_columns_on(deepest: int, box: int, width: int) -> None:
    drawn = picture([node(f"n{depth}", depth) for depth in range(1, deepest + 1)], [])
    assert {one["width"] for one in drawn["nodes"]} == {box}
    assert drawn["width"] == width == drawn["nodes"][-1]["x"] + box + 12


@pytest.mark.parametrize(
    ("label", "number", "short"),
    [
        ("x" * 25, "n", "x" * 25),
        ("x" * 26, "n", "n"),
        ("x" * 26, None, "x" * 24 + "…"),
        ("x" * 23 + "  yyy", None, "x" * 23 + "…"),
        ("x" * 26, "9" * 26, "9" * 24 + "…"),
    ],
)
def test_a_label_is_cut_to_its_box(label: str, number: str | None, short: str) -> None:
    assert picture([node("a", 1, label, number)], [])["nodes"][1]["short"] == short


@pytest.mark.parametrize(
    ("count", "ends"),
    [
        (1, [0.0]),
        (2, [-4.0, 4.0]),
        (3, [-8.0, 0.0, 8.0]),
        (4, [-12.0, -4.0, 4.0, 12.0]),
        (5, [-15.0, -7.5, 0.0, 7.5, 15.0]),
    ],
)
def test_arrows_that_meet_are_spread_in_the_order_of_their_sources(count: int, ends: list[float]) -> None:
    names = [f"n{at}" for at in range(count)]
    drawn = picture([node(name, 1) for name in names], [edge(name, "root") for name in reversed(names)])
    middle = next(one["y"] for one in drawn["nodes"] if one["is_root"]) + 20
    met = [float(one["path"].rsplit(" ", 1)[1]) - middle for one in reversed(drawn["edges"])]
    assert met == pytest.approx(ends, abs=0.11)


def test_what_the_root_cites_stays_on_the_right_though_it_cites_back() -> None:
    drawn = picture([node("a", 1)], [edge("root", "a"), edge("a", "root")])
    assert [one["x"] for one in drawn["nodes"]] == [12, 908]


@pytest.mark.parametrize(("count", "labelled"), [(24, True), (25, False)])
def test_many_arrows_have_no_labels(count: int, labelled: bool) -> None:
    names = [f"n{at}" for at in range(count)]
    drawn = picture([node(name, 1) for name in names], [edge(name, "root") for name in names])
    assert drawn["labelled"] is labelled


@pytest.mark.parametrize(
    ("relation", "family"),
    [
        ("replaces", "changes"),
        ("repeals", "changes"),
        ("amends", "changes"),
        ("implements", "carries"),
        ("based_on", "carries"),
        ("guides", "carries"),
        ("issued_with", "carries"),
        ("reviews", "reviews"),
        ("mentions", "mentions"),
    ],
)
def test_relations_are_grouped_for_the_eye(relation: str, family: str) -> None:
    drawn = picture([node("a", 1)], [edge("a", "root", relation)])
    assert (drawn["edges"][0]["family"], drawn["families"]) == (family, [family])


def test_arrows_to_oneself_or_to_what_is_not_drawn_are_left_out() -> None:
    drawn = picture(
        [node("a", 1)], [edge("a", "a"), edge("a", "gone"), edge("gone", "a"), edge("a", "root", "reviews")]
    )
    assert [(one["source"], one["target"]) for one in drawn["edges"]] == [("a", "root")]
    assert drawn["families"] == ["reviews"]


def test_a_box_says_what_its_document_is_about_as_far_as_there_is_room() -> None:
    about = {**node("a", 1, "Chỉ thị 5", "5"), "subject": "tiếp tục đổi mới công tác thi đua, khen thưởng"}
    assert [box["about"] for box in picture([about], [])["nodes"]] == [None, "tiếp tục đổi mới công tác thi…"]
