"""A neighbourhood as a picture: columns by distance, arrows between. Coordinates only; the template owns the markup."""

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from corpus.model import RelationKind
from indexer.documents.sound_title import short_title
from indexer.reading.graph import EdgeRow, GraphRow, NodeRow

_FILLED: Final = 1116
"""The width of the page's column: a picture is at least as wide."""
_FEW: Final = (220, 150)
_MANY: Final = (176, 60)
"""Width of a box and least gap between columns: of a few columns, and of five or more."""
_ROW: Final = 54
_HEIGHT: Final = 40
_MARGIN: Final = 12
_LETTER: Final = 8
_SMALL_LETTER: Final = 6.5
_SPREAD: Final = 30
_FAMILIES: Final[Mapping[RelationKind, str]] = {
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


class Box(NodeRow):
    """A node with its place in user units. short, about: what its box has room for of its name and its subject."""

    x: float
    y: float
    width: int
    height: int
    short: str
    about: str | None
    is_root: bool


class Arrow(TypedDict):
    """An edge as a path. family: what it is to the eye; source, target: names; anchor: on which side of its place the label stands."""

    path: str
    family: str
    relation: str
    source: str
    target: str
    label_x: float
    label_y: float
    anchor: str


class Picture(TypedDict):
    """A drawing in user units. labelled: whether its arrows bear names. families: those that occur."""

    width: float
    height: float
    nodes: list[Box]
    edges: list[Arrow]
    labelled: bool
    families: list[str]


def draw(graph: GraphRow) -> Picture:
    """A neighbourhood as boxes and arrows.

    What cites the root stands on its left, what it cites on its right, level by level; columns spread to the page's width.
    family groups relations for the eye: changes, carries, reviews, mentions.
    """
    columns = _columns(graph)
    first, count = min(columns), max(columns) - min(columns) + 1
    box, least_gap = _FEW if count < 5 else _MANY
    step = box + (max(least_gap, (_FILLED - count * box) // (count - 1)) if count > 1 else 0)
    height = max(len(nodes) for nodes in columns.values()) * _ROW + 2 * _MARGIN
    placed: dict[str, Box] = {}
    for column, nodes in columns.items():
        top = (height - len(nodes) * _ROW) / 2 + (_ROW - _HEIGHT) / 2
        for row, node in enumerate(nodes):
            x = _MARGIN + (column - first) * step
            placed[node["id"]] = _node(node, x, round(top + row * _ROW, 1), box, node["id"] == graph["root"])
    ties = [edge for edge in graph["edges"] if _both(edge, placed)]
    ends = _ends(ties, placed)
    edges = [_edge(placed[tie["source"]], placed[tie["target"]], tie, end) for tie, end in zip(ties, ends, strict=True)]
    return {
        "width": (count - 1) * step + box + 2 * _MARGIN,
        "height": height,
        "nodes": list(placed.values()),
        "edges": edges,
        "labelled": len(edges) <= _LABELLED,
        "families": [
            name for name in dict.fromkeys(_FAMILIES.values()) if any(edge["family"] == name for edge in edges)
        ],
    }


def _columns(graph: GraphRow) -> dict[int, list[NodeRow]]:
    """Nodes by column: 0 the root, below it what leads to the root, above it the rest."""
    left = _left_of(graph)
    columns: dict[int, list[NodeRow]] = {}
    for node in graph["nodes"]:
        columns.setdefault(-node["depth"] if node["id"] in left else node["depth"], []).append(node)
    return columns


def _left_of(graph: GraphRow) -> set[str]:
    """Nodes that lead to the root, without those that the root itself cites."""
    right = {edge["target"] for edge in graph["edges"] if edge["source"] == graph["root"]}
    found = {graph["root"]}
    for _ in range(4):
        found |= {edge["source"] for edge in graph["edges"] if edge["target"] in found and edge["source"] not in right}
    return found - {graph["root"]}


def _both(edge: EdgeRow, placed: Mapping[str, Box]) -> bool:
    return edge["source"] in placed and edge["target"] in placed and edge["source"] != edge["target"]


def _node(node: NodeRow, x: float, y: float, width: int, is_root: bool) -> Box:
    most = int((width - 16) / _LETTER)
    label = node["label"]
    if len(label) > most and node["number"]:
        label = node["number"]  # without the kind, which its own letters tell
    short = label if len(label) <= most else label[: most - 1].rstrip() + "…"
    about = short_title(node["subject"], int((width - 16) / _SMALL_LETTER))
    return {
        **node,
        "x": x,
        "y": y,
        "width": width,
        "height": _HEIGHT,
        "short": short,
        "about": about,
        "is_root": is_root,
    }


def _ends(ties: Sequence[EdgeRow], placed: Mapping[str, Box]) -> list[float]:
    """Where each arrow meets its target: those that arrive at one side are spread over it, in the order of their sources."""
    arriving: dict[tuple[str, bool], list[int]] = {}
    for at, tie in enumerate(ties):
        from_left = placed[tie["source"]]["x"] < placed[tie["target"]]["x"]
        arriving.setdefault((tie["target"], from_left), []).append(at)
    ends = [0.0] * len(ties)
    for (target, _), group in arriving.items():
        group.sort(key=lambda at: placed[ties[at]["source"]]["y"])
        room = min(_SPREAD, 8 * (len(group) - 1))
        for order, at in enumerate(group):
            offset = room * order / (len(group) - 1) - room / 2 if len(group) > 1 else 0.0
            ends[at] = round(placed[target]["y"] + _HEIGHT / 2 + offset, 1)
    return ends


def _edge(source: Box, target: Box, edge: EdgeRow, end: float) -> Arrow:
    """A curve from side to side; between nodes of one column it bows out on the right. The label stands at the end away from the root."""
    y1, y2 = source["y"] + _HEIGHT / 2, end
    if source["x"] == target["x"]:
        x1 = x2 = source["x"] + source["width"]
        bend1 = bend2 = x1 + 60
    else:
        forward = source["x"] < target["x"]
        x1, x2 = source["x"] + (source["width"] if forward else 0), target["x"] + (0 if forward else target["width"])
        bend1 = bend2 = (x1 + x2) / 2
    near_target = source["is_root"]
    label_x, label_y, bend = (x2, y2, bend2) if near_target else (x1, y1, bend1)
    rightwards = bend > label_x
    return {
        "path": f"M{x1} {y1} C{bend1} {y1} {bend2} {y2} {x2} {y2}",
        "family": _FAMILIES[edge["relation"]],
        "relation": edge["relation"],
        "source": source["label"],
        "target": target["label"],
        "label_x": label_x + (14 if rightwards else -14),
        "label_y": round(label_y - 6, 1),
        "anchor": "start" if rightwards else "end",
    }
