"""A neighbourhood as a picture: columns by distance, arrows between. Coordinates only; the template owns the markup."""

from collections.abc import Mapping
from typing import Any, Final

_FILLED: Final = 1120
_LEAST_GAP: Final = 150
_ROW: Final = 54
_WIDTH: Final = 220
_HEIGHT: Final = 40
_MARGIN: Final = 12
_LABEL: Final = 28
_FAMILIES: Final = {
    "replaces": "changes",
    "repeals": "changes",
    "amends": "changes",
    "implements": "carries",
    "based_on": "carries",
    "guides": "carries",
    "issued_with": "carries",
    "reviews": "reviews",
    "mentions": "mentions",
}
_LABELLED: Final = 24
"""More arrows than these are told apart by colour and pattern alone."""


def draw(graph: Mapping[str, Any]) -> dict[str, Any]:
    """{"width", "height", "nodes": [{x, y, width, height, short, …}], "edges": [{path, family, relation, label_x, label_y, …}], "labelled"} in user units.

    What cites the root stands on its left, what it cites on its right, level by level; columns spread to the page's width.
    family groups relations for the eye: changes, carries, reviews, mentions.
    """
    columns = _columns(graph)
    first, count = min(columns), max(columns) - min(columns) + 1
    step = _WIDTH + (max(_LEAST_GAP, (_FILLED - count * _WIDTH) // (count - 1)) if count > 1 else 0)
    height = max(len(nodes) for nodes in columns.values()) * _ROW + 2 * _MARGIN
    placed: dict[str, dict[str, Any]] = {}
    for column, nodes in columns.items():
        top = (height - len(nodes) * _ROW) / 2 + (_ROW - _HEIGHT) / 2
        for row, node in enumerate(nodes):
            x = _MARGIN + (column - first) * step
            placed[node["id"]] = _node(node, x, round(top + row * _ROW, 1), node["id"] == graph["root"])
    edges = [
        _edge(placed[edge["source"]], placed[edge["target"]], edge) for edge in graph["edges"] if _both(edge, placed)
    ]
    return {
        "width": (count - 1) * step + _WIDTH + 2 * _MARGIN,
        "height": height,
        "nodes": list(placed.values()),
        "edges": edges,
        "labelled": len(edges) <= _LABELLED,
        "families": [
            name for name in dict.fromkeys(_FAMILIES.values()) if any(edge["family"] == name for edge in edges)
        ],
    }


def _columns(graph: Mapping[str, Any]) -> dict[int, list[Mapping[str, Any]]]:
    """Nodes by column: 0 the root, below it what leads to the root, above it the rest."""
    left = _left_of(graph)
    columns: dict[int, list[Mapping[str, Any]]] = {}
    for node in graph["nodes"]:
        columns.setdefault(-node["depth"] if node["id"] in left else node["depth"], []).append(node)
    return columns


def _left_of(graph: Mapping[str, Any]) -> set[str]:
    """Nodes that lead to the root, without those that the root itself cites."""
    right = {edge["target"] for edge in graph["edges"] if edge["source"] == graph["root"]}
    found = {graph["root"]}
    for _ in range(4):
        found |= {edge["source"] for edge in graph["edges"] if edge["target"] in found and edge["source"] not in right}
    return found - {graph["root"]}


def _both(edge: Mapping[str, Any], placed: Mapping[str, Any]) -> bool:
    return edge["source"] in placed and edge["target"] in placed and edge["source"] != edge["target"]


def _node(node: Mapping[str, Any], x: float, y: float, is_root: bool) -> dict[str, Any]:
    label = str(node["label"])
    short = label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + "…"
    return {**node, "x": x, "y": y, "width": _WIDTH, "height": _HEIGHT, "short": short, "is_root": is_root}


def _edge(source: Mapping[str, Any], target: Mapping[str, Any], edge: Mapping[str, Any]) -> dict[str, Any]:
    """A curve from side to side; between nodes of one column it bows out on the right. The label stands at the end away from the root."""
    y1, y2 = source["y"] + _HEIGHT / 2, target["y"] + _HEIGHT / 2
    if source["x"] == target["x"]:
        x1 = x2 = source["x"] + _WIDTH
        bend1 = bend2 = x1 + 60
    else:
        forward = source["x"] < target["x"]
        x1, x2 = source["x"] + (_WIDTH if forward else 0), target["x"] + (0 if forward else _WIDTH)
        bend1 = bend2 = (x1 + x2) / 2
    near_target = bool(source["is_root"])
    label_x, label_y, bend = (x2, y2, bend2) if near_target else (x1, y1, bend1)
    rightwards = bend > label_x
    return {
        "path": f"M{x1} {y1} C{bend1} {y1} {bend2} {y2} {x2} {y2}",
        "family": _FAMILIES.get(str(edge["relation"]), "mentions"),
        "relation": edge["relation"],
        "source": source["label"],
        "target": target["label"],
        "label_x": label_x + (14 if rightwards else -14),
        "label_y": round(label_y - 6, 1),
        "anchor": "start" if rightwards else "end",
    }
