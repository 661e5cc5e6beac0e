"""A neighbourhood as a picture: columns by distance, lines between. Coordinates only; the template owns the markup."""

from collections.abc import Mapping
from typing import Any, Final

_COLUMN: Final = 270
_ROW: Final = 54
_WIDTH: Final = 220
_HEIGHT: Final = 38
_MARGIN: Final = 16
_LABEL: Final = 30


def draw(graph: Mapping[str, Any]) -> dict[str, Any]:
    """{"width", "height", "nodes": [{x, y, width, height, label, id, type, …}], "edges": [{x1, y1, x2, y2, relation}]} in user units.

    What cites the root stands on its left, what it cites on its right, level by level.
    """
    left = _left_of(graph)
    columns: dict[int, list[Mapping[str, Any]]] = {}
    for node in graph["nodes"]:
        column = -node["depth"] if node["id"] in left else node["depth"]
        columns.setdefault(column, []).append(node)
    tallest = max(len(nodes) for nodes in columns.values())
    height = tallest * _ROW + 2 * _MARGIN
    first = min(columns)
    placed: dict[str, dict[str, Any]] = {}
    for column, nodes in columns.items():
        top = (height - len(nodes) * _ROW) / 2
        for row, node in enumerate(nodes):
            label = str(node["label"])
            placed[node["id"]] = {
                **node,
                "x": _MARGIN + (column - first) * _COLUMN,
                "y": round(top + row * _ROW + (_ROW - _HEIGHT) / 2, 1),
                "width": _WIDTH,
                "height": _HEIGHT,
                "short": label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + "…",
                "is_root": node["id"] == graph["root"],
            }
    edges = [
        _edge(placed[edge["source"]], placed[edge["target"]], edge) for edge in graph["edges"] if _both(edge, placed)
    ]
    width = (max(columns) - first) * _COLUMN + _WIDTH + 2 * _MARGIN
    return {"width": width, "height": height, "nodes": list(placed.values()), "edges": edges}


def _left_of(graph: Mapping[str, Any]) -> set[str]:
    """Nodes that lead to the root."""
    found = {graph["root"]}
    for _ in range(4):
        found |= {
            edge["source"]
            for edge in graph["edges"]
            if edge["target"] in found and edge["source"] not in _right_of(graph)
        }
    return found - {graph["root"]}


def _right_of(graph: Mapping[str, Any]) -> set[str]:
    return {edge["target"] for edge in graph["edges"] if edge["source"] == graph["root"]}


def _both(edge: Mapping[str, Any], placed: Mapping[str, Any]) -> bool:
    return edge["source"] in placed and edge["target"] in placed and edge["source"] != edge["target"]


def _edge(source: Mapping[str, Any], target: Mapping[str, Any], edge: Mapping[str, Any]) -> dict[str, Any]:
    forward = source["x"] <= target["x"]
    return {
        "x1": source["x"] + (source["width"] if forward else 0),
        "y1": round(source["y"] + source["height"] / 2, 1),
        "x2": target["x"] + (0 if forward else target["width"]),
        "y2": round(target["y"] + target["height"] / 2, 1),
        "relation": edge["relation"],
    }
