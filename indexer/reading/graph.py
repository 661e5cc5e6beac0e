"""The neighbourhood of a document: what it cites, what cites it, step by step, each tie with its quotation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, tostring

from corpus.errors import InputError, NotFound
from corpus.kinds import kind_with
from corpus.model import Reason
from corpus.xml import xml_text
from indexer.documents.rows import label_of_row
from indexer.engine.protocol import DocumentType
from indexer.facts.quotes import quote_of

MAX_DEPTH: Final = 4
Fetch = Callable[[DocumentType, str], Mapping[str, Any] | None]


def neighbourhood(fetch: Fetch, type_: DocumentType, id_: str, *, depth: int = 1, limit: int = 60) -> dict[str, Any]:
    """{"root", "nodes", "edges", "truncated"} around a notice or instrument, breadth first, at most `limit` nodes.

    A notice that is itself a document is one node with it. Raises InputError when depth is not 1 to 4, NotFound.
    """
    if not 1 <= depth <= MAX_DEPTH:
        raise InputError(
            f"depth {depth}: use 1 to {MAX_DEPTH}",
            Reason.of("out-of-range", name="depth", value=depth, low=1, high=MAX_DEPTH),
        )
    payload = fetch(type_, id_)
    if payload is None:
        raise NotFound(f"{id_!r}: not in this archive", Reason.of("no-instrument", id=id_))
    root = _node(type_, payload, 0)
    nodes = {root["id"]: root}
    edges: dict[tuple[str, str, str], dict[str, Any]] = {}
    waiting = [(type_, id_, 0)]
    truncated = False
    while waiting:
        kind, at, level = waiting.pop(0)
        payload = fetch(kind, at)
        if payload is None or level >= depth:
            continue
        text = str(payload.get("text") or "")
        for edge, other_type, other_id, other in _edges(kind, payload):
            if other_id not in nodes:
                if len(nodes) >= limit:
                    truncated = True
                    continue
                nodes[other_id] = {**other, "depth": level + 1}
                waiting.append((other_type, other_id, level + 1))
            key = (edge["source"], edge["target"], edge["relation"])
            if key not in edges:
                edges[key] = _quoted_from(text, edge)
    return {"root": root["id"], "nodes": list(nodes.values()), "edges": list(edges.values()), "truncated": truncated}


def _node(type_: str, payload: Mapping[str, Any], depth: int) -> dict[str, Any]:
    return {
        "id": payload["id"],
        "type": type_,
        "label": payload.get("label") or payload.get("title"),
        "kind": payload.get("kind"),
        "number": payload.get("number"),
        "issued_on": payload.get("issued_on") or payload.get("published_on"),
        "place": payload.get("place"),
        "collected": type_ == "notice" or bool(payload.get("notice_id")),
        "depth": depth,
    }


Tie = tuple[dict[str, Any], DocumentType, str, dict[str, Any]]
"""(edge, type of the document at its other end, that one's id, that one's node)."""


def _edges(type_: str, payload: Mapping[str, Any]) -> Iterable[Tie]:
    """Ties of one document."""
    return _edges_of_notice(payload) if type_ == "notice" else _edges_of_instrument(payload)


def _edges_of_notice(payload: Mapping[str, Any]) -> Iterator[Tie]:
    """Ties that a notice asserts; of the many that a long one has, few are kept: only these are quoted, see `_quoted_from`."""
    here = str(payload["id"])
    for row in payload.get("relations") or ():
        source, target = row["source"], row["target"]
        edge = _edge(str(source["id"]) if source else here, target["id"], {**row, "notice": here, "quote": None})
        yield {**edge, "end": row["end"]}, "instrument", target["id"], _target_node(target)


def _quoted_from(text: str, edge: Mapping[str, Any]) -> dict[str, Any]:
    """An edge with its quotation, taken from the notice's text where it says in place of one where the citation ends."""
    if "end" not in edge:
        return dict(edge)
    quoted = {**edge, "quote": quote_of(text, edge["start"], edge["end"])}
    del quoted["end"]
    return quoted


def _edges_of_instrument(payload: Mapping[str, Any]) -> list[Tie]:
    here = str(payload["id"])
    found: list[Tie] = []
    for row in payload.get("cites") or ():
        other = row["target"]
        found.append((_edge(here, other["id"], row), "instrument", other["id"], _target_node(other)))
    for row in payload.get("acted_on_by") or ():
        other = row["source"]
        found.append((_edge(other["id"], here, row), "instrument", other["id"], _target_node(other)))
    known = {id_ for _, _, id_, _ in found}
    for row in payload.get("cited_by") or ():
        if row.get("instrument") not in known:
            found.append((_edge(row["notice"], here, row), "notice", row["notice"], _citer_node(row)))
    return found


def _citer_node(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["notice"],
        "type": "notice",
        "label": row["title"],
        "kind": kind_with("notice"),
        "number": None,
        "issued_on": row["published_on"],
        "place": row["place"],
        "collected": True,
    }


def _target_node(target: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": target["id"],
        "type": "instrument",
        "label": label_of_row(target),
        "kind": target["kind"],
        "number": target["number"],
        "issued_on": target["issued_on"],
        "place": target["place"],
        "collected": False,
    }


def _edge(source: str, target: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A tie with the notice that asserts it, its sentence there, and where the citation begins in that notice's text."""
    names = ("relation", "notice", "quote", "start")
    return {"source": source, "target": target, **{name: row[name] for name in names}}


def as_dot(graph: Mapping[str, Any]) -> str:
    """A neighbourhood in Graphviz's language."""
    lines = ["digraph danchieu {", "  rankdir=LR;"]
    lines += [f"  {_quoted(node['id'])} [label={_quoted(str(node['label']))}];" for node in graph["nodes"]]
    lines += [
        f"  {_quoted(edge['source'])} -> {_quoted(edge['target'])} [label={_quoted(edge['relation'])}];"
        for edge in graph["edges"]
    ]
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def as_graphml(graph: Mapping[str, Any]) -> str:
    """A neighbourhood as GraphML."""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, of in (
        ("label", "node"),
        ("kind", "node"),
        ("issued_on", "node"),
        ("relation", "edge"),
        ("quote", "edge"),
    ):
        SubElement(root, "key", id=name, attrib={"for": of, "attr.name": name, "attr.type": "string"})
    body = SubElement(root, "graph", id="danchieu", edgedefault="directed")
    for node in graph["nodes"]:
        element = SubElement(body, "node", id=str(node["id"]))
        for name in ("label", "kind", "issued_on"):
            SubElement(element, "data", key=name).text = str(node.get(name) or "")
    for edge in graph["edges"]:
        element = SubElement(body, "edge", source=edge["source"], target=edge["target"])
        for name in ("relation", "quote"):
            SubElement(element, "data", key=name).text = str(edge[name])
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml_text(tostring(root, encoding="unicode")) + "\n"
