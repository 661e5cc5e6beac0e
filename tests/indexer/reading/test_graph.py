"""The neighbourhood of a document: how far it reaches, how many it holds, and each tie with its words."""

from collections.abc import Mapping
from typing import Any, Final, Literal

import pytest

from corpus.errors import InputError, NotFound
from indexer.reading.graph import Documents, as_dot, as_graphml, neighbourhood

NOTHING_KNOWN: Final = {"notice_id": None, "cites": (), "acted_on_by": (), "cited_by": ()}


def target(id_: str) -> dict[str, Any]:
    return {
        "id": id_,
        "label": f"Chỉ thị {id_}",
        "kind": "chi-thi",
        "number": id_,
        "issued_on": "2018",
        "place": None,
        "title": None,
        "name": None,
    }


def tie(end: str, id_: str, **more: Any) -> dict[str, Any]:
    return {end: target(id_), "relation": "mentions", "notice": "n", "quote": f"dẫn {id_}", "start": 3, **more}


def chain_of(count: int) -> dict[str, dict[str, Any]]:
    """Documents d0 … each of which cites the next."""
    return {
        f"d{at}": {**target(f"d{at}"), "cites": [tie("target", f"d{at + 1}")] if at + 1 < count else []}
        for at in range(count)
    }


def star_of(count: int) -> dict[str, dict[str, Any]]:
    """A document d0 that cites all others."""
    found = {f"d{at}": target(f"d{at}") for at in range(count)}
    found["d0"] = {**target("d0"), "cites": [tie("target", f"d{at}") for at in range(1, count)]}
    return found


def around(
    payloads: Mapping[str, Any], id_: str = "d0", type_: Literal["notice", "instrument"] = "instrument", **how: int
) -> dict[str, Any]:
    documents = Documents(
        notice=payloads.get, instrument=lambda at: {**NOTHING_KNOWN, **payloads[at]} if at in payloads else None
    )
    return neighbourhood(documents, type_, id_, **how)


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_as_many_steps_as_asked_for(depth: int) -> None:
    graph = around(chain_of(9), depth=depth)
    assert [(node["id"], node["depth"]) for node in graph["nodes"]] == [(f"d{at}", at) for at in range(depth + 1)]
    assert [(edge["source"], edge["target"]) for edge in graph["edges"]] == [
        (f"d{at}", f"d{at + 1}") for at in range(depth)
    ]
    assert graph["root"] == "d0"
    assert graph["truncated"] is False


@pytest.mark.parametrize("depth", [0, -1, 5])
def test_other_depths_are_refused(depth: int) -> None:
    with pytest.raises(InputError, match="use 1 to 4"):
        around(chain_of(2), depth=depth)


def test_a_document_that_is_not_there() -> None:
    with pytest.raises(NotFound, match="'x'"):
        around({}, "x")


@pytest.mark.parametrize(
    ("count", "limit", "nodes", "truncated"),
    [(5, 5, 5, False), (6, 5, 5, True), (4, 5, 4, False), (3, 1, 1, True), (60, 60, 60, False), (61, 60, 60, True)],
)
def test_never_a_node_too_many(count: int, limit: int, nodes: int, truncated: bool) -> None:
    graph = around(star_of(count), limit=limit)
    assert (len(graph["nodes"]), len(graph["edges"])) == (nodes, nodes - 1)
    assert graph["truncated"] is truncated


def test_sixty_nodes_where_nobody_says_how_many() -> None:
    assert len(around(star_of(70))["nodes"]) == 60


def test_a_tie_between_two_kept_nodes_is_kept_though_there_is_no_room_for_more() -> None:
    found = star_of(3)
    found["d1"]["cites"] = [tie("target", "d9"), tie("target", "d2"), tie("target", "d0")]
    graph = around(found, depth=2, limit=3)
    assert {(edge["source"], edge["target"]) for edge in graph["edges"]} == {
        ("d0", "d1"),
        ("d0", "d2"),
        ("d1", "d2"),
        ("d1", "d0"),
    }
    assert graph["truncated"] is True


def test_ties_of_an_instrument() -> None:
    citers = [
        {"notice": "n1", "title": "Tin", "published_on": "2019-01-01", "place": "Sơn La", "instrument": None},
        {"notice": "n2", "title": "Chỉ thị d2", "published_on": "2019-01-01", "place": None, "instrument": "d2"},
    ]
    found = {
        "d0": {
            **target("d0"),
            "notice_id": "own",
            "cites": [tie("target", "d1", relation="implements")],
            "acted_on_by": [tie("source", "d2", relation="replaces")],
            "cited_by": [{"relation": "mentions", "quote": "q", "start": 1, **row} for row in citers],
        }
    }
    graph = around(found)
    assert [(edge["source"], edge["relation"], edge["target"], edge["notice"]) for edge in graph["edges"]] == [
        ("d0", "implements", "d1", "n"),
        ("d2", "replaces", "d0", "n"),
        ("n1", "mentions", "d0", "n1"),
    ]
    root, one, other, citer = graph["nodes"]
    assert root["collected"] is True
    assert (one["collected"], other["type"], one["depth"]) == (False, "instrument", 1)
    assert citer == {
        "id": "n1",
        "type": "notice",
        "label": "Tin",
        "subject": None,
        "kind": "thong-bao",
        "number": None,
        "issued_on": "2019-01-01",
        "place": "Sơn La",
        "collected": True,
        "depth": 1,
    }


def test_ties_of_a_notice_are_quoted_from_its_text() -> None:
    text = "Thực hiện Chỉ thị d1. Theo Chỉ thị d2 và Chỉ thị d1."
    spans = [(10, 20, None, "d1"), (27, 37, "d1", "d2"), (41, 51, None, "d1")]
    relations = [
        {
            "source": target(source) if source else None,
            "target": target(id_),
            "relation": "implements",
            "start": s,
            "end": e,
        }
        for s, e, source, id_ in spans
    ]
    notice = {"id": "n", "title": "Tin", "text": text, "published_on": "2020", "relations": relations}
    notice |= {"kind": "thong-bao", "number": None, "issued_on": None, "place": None}
    graph = around({"n": notice}, "n", "notice")
    edges = [(edge["source"], edge["target"], edge["start"]) for edge in graph["edges"]]
    assert edges == [("n", "d1", 10), ("d1", "d2", 27)]
    assert all(edge["notice"] == "n" and "end" not in edge for edge in graph["edges"])
    assert [edge["target"] in edge["quote"] for edge in graph["edges"]] == [True, True]
    assert (graph["nodes"][0]["label"], graph["nodes"][0]["issued_on"]) == ("Tin", "2020")


GRAPH = {
    "nodes": [{"id": 'a"b', "label": "Kế hoạch\n“x” \\ <1>", "kind": None, "issued_on": "2018"}],
    "edges": [{"source": 'a"b', "target": "c", "relation": "mentions", "quote": "căn cứ & <theo>"}],
}


def test_for_graphviz() -> None:
    assert as_dot(GRAPH).splitlines() == [
        "digraph danchieu {",
        "  rankdir=LR;",
        '  "a\\"b" [label="Kế hoạch “x” \\\\ <1>"];',
        '  "a\\"b" -> "c" [label="mentions"];',
        "}",
    ]


def test_as_graphml() -> None:
    found = as_graphml(GRAPH)
    assert found.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    )
    assert '<key for="edge" attr.name="quote" attr.type="string" id="quote"' in found
    assert '<node id="a&quot;b"><data key="label">Kế hoạch\n“x” \\ &lt;1&gt;</data><data key="kind"' in found
    assert '<data key="quote">căn cứ &amp; &lt;theo&gt;</data>' in found
