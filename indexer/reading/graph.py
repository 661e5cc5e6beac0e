"""The neighbourhood of a document: what it cites, what cites it, step by step, each tie with its quotation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypedDict
from xml.etree.ElementTree import Element, SubElement, tostring

from corpus.errors import InputError, NotFound
from corpus.kinds import kind_with
from corpus.model import Reason, RelationKind
from corpus.values import KnownOn
from corpus.xml import xml_text
from indexer.documents.instrument_rows import CiterRow, InstrumentRow, TieRow
from indexer.documents.notice_rows import NoticeRow
from indexer.documents.rows import label_of_row
from indexer.documents.sound_title import short_subject
from indexer.documents.target_rows import TargetRow
from indexer.facts.quotes import quote_of

MAX_DEPTH: Final = 4
NodeType = Literal["notice", "instrument"]


class NodeRow(TypedDict):
    """A document of the neighbourhood."""

    id: str
    type: NodeType
    label: str
    subject: Annotated[str | None, "What a document with a number is about, in short."]
    kind: str | None
    number: str | None
    issued_on: KnownOn
    place: str | None
    collected: Annotated[bool, "Whether its text is in the archive, as far as the neighbourhood tells."]
    depth: Annotated[int, "Steps from the root."]


class EdgeRow(TypedDict):
    """A tie with the notice that asserts it and its sentence there."""

    source: str
    target: str
    relation: RelationKind
    notice: Annotated[str, "Who asserts it."]
    quote: str
    start: Annotated[int, "Where the citation begins in that notice's text, in code points."]


class GraphRow(TypedDict):
    """A root and what is around it."""

    root: str
    nodes: list[NodeRow]
    edges: list[EdgeRow]
    truncated: Annotated[bool, "Whether more nodes were left out."]


@dataclass(frozen=True, slots=True)
class Documents:
    """Where documents come from, by id."""

    notice: Callable[[str], NoticeRow | None]
    instrument: Callable[[str], InstrumentRow | None]


@dataclass(frozen=True, slots=True)
class _Tie:
    """An edge, and the document at its other end. ends_at: where the citation ends, of an edge that is not quoted yet."""

    edge: EdgeRow
    other: NodeRow
    ends_at: int | None = None

    def quoted(self, text: str) -> EdgeRow:
        """The edge with its quotation, taken from the notice's text where it has none yet."""
        if self.ends_at is None:
            return self.edge
        return {**self.edge, "quote": quote_of(text, self.edge["start"], self.ends_at)}


def neighbourhood(documents: Documents, type_: NodeType, id_: str, *, depth: int = 1, limit: int = 60) -> GraphRow:
    """What is around a notice or instrument, breadth first, at most `limit` nodes.

    A notice that is itself a document is one node with it. Raises InputError when depth is not 1 to 4, NotFound.
    """
    if not 1 <= depth <= MAX_DEPTH:
        raise InputError(
            f"depth {depth}: use 1 to {MAX_DEPTH}",
            Reason.of("out-of-range", name="depth", value=depth, low=1, high=MAX_DEPTH),
        )
    root = _node(documents, type_, id_)
    nodes = {root["id"]: root}
    edges: dict[tuple[str, str, str], EdgeRow] = {}
    waiting = [(type_, id_, 0)]
    truncated = False
    while waiting:
        kind, at, level = waiting.pop(0)
        if level >= depth:
            continue
        text, ties = _ties(documents, kind, at)
        for tie in ties:
            other = tie.other
            if other["id"] not in nodes:
                if len(nodes) >= limit:
                    truncated = True
                    continue
                nodes[other["id"]] = {**other, "depth": level + 1}
                waiting.append((other["type"], other["id"], level + 1))
            key = (tie.edge["source"], tie.edge["target"], tie.edge["relation"])
            if key not in edges:
                edges[key] = tie.quoted(text)
    return {"root": root["id"], "nodes": list(nodes.values()), "edges": list(edges.values()), "truncated": truncated}


def _node(documents: Documents, type_: NodeType, id_: str) -> NodeRow:
    """The root's node."""
    notice = documents.notice(id_) if type_ == "notice" else None
    if notice is not None:
        return {
            "id": notice["id"],
            "type": "notice",
            "label": notice["title"],
            "subject": None,
            "kind": notice["kind"],
            "number": notice["number"],
            "issued_on": notice["issued_on"] or notice["published_on"],
            "place": notice["place"],
            "collected": True,
            "depth": 0,
        }
    instrument = documents.instrument(id_) if type_ == "instrument" else None
    if instrument is None:
        raise NotFound(f"{id_!r}: not in this archive", Reason.of("no-instrument", id=id_))
    collected = bool(instrument["notice_id"])
    return {**_target_node(instrument), "label": instrument["label"], "collected": collected}


def _ties(documents: Documents, type_: NodeType, id_: str) -> tuple[str, Iterator[_Tie]]:
    """Ties of one document, and the text in which those of a notice stand."""
    if type_ == "notice":
        notice = documents.notice(id_)
        return (notice["text"], _ties_of_notice(notice)) if notice else ("", iter(()))
    instrument = documents.instrument(id_)
    return "", _ties_of_instrument(instrument) if instrument else iter(())


def _ties_of_notice(notice: NoticeRow) -> Iterator[_Tie]:
    """Ties that a notice asserts; of the many that a long one has, few are kept: only these are quoted, see `_Tie.quoted`."""
    here = notice["id"]
    for row in notice["relations"]:
        source, target = row["source"], row["target"]
        edge: EdgeRow = {
            "source": source["id"] if source else here,
            "target": target["id"],
            "relation": row["relation"],
            "notice": here,
            "quote": "",
            "start": row["start"],
        }
        yield _Tie(edge, _target_node(target), ends_at=row["end"])


def _ties_of_instrument(instrument: InstrumentRow) -> Iterator[_Tie]:
    here = instrument["id"]
    known: set[str | None] = set()
    for cites in instrument["cites"]:
        known.add(cites["target"]["id"])
        yield _Tie(_edge(here, cites["target"]["id"], cites), _target_node(cites["target"]))
    for acting in instrument["acted_on_by"]:
        known.add(acting["source"]["id"])
        yield _Tie(_edge(acting["source"]["id"], here, acting), _target_node(acting["source"]))
    for citer in instrument["cited_by"]:
        if citer["instrument"] not in known:
            yield _Tie(_edge(citer["notice"], here, citer), _citer_node(citer))


def _citer_node(row: CiterRow) -> NodeRow:
    return {
        "id": row["notice"],
        "type": "notice",
        "label": row["title"],
        "subject": None,
        "kind": kind_with("notice"),
        "number": None,
        "issued_on": row["published_on"],
        "place": row["place"],
        "collected": True,
        "depth": 0,
    }


def _target_node(target: TargetRow) -> NodeRow:
    return {
        "id": target["id"],
        "type": "instrument",
        "label": label_of_row(target),
        "subject": short_subject(target),
        "kind": target["kind"],
        "number": target["number"],
        "issued_on": target["issued_on"],
        "place": target["place"],
        "collected": False,
        "depth": 0,
    }


def _edge(source: str, target: str, row: TieRow | CiterRow) -> EdgeRow:
    """A tie with the notice that asserts it, its sentence there, and where the citation begins in that notice's text."""
    return {
        "source": source,
        "target": target,
        "relation": row["relation"],
        "notice": row["notice"],
        "quote": row["quote"],
        "start": row["start"],
    }


def as_dot(graph: GraphRow) -> str:
    """A neighbourhood in Graphviz's language."""
    lines = ["digraph danchieu {", "  rankdir=LR;"]
    lines += [f"  {_quoted(node['id'])} [label={_quoted(node['label'])}];" for node in graph["nodes"]]
    lines += [
        f"  {_quoted(edge['source'])} -> {_quoted(edge['target'])} [label={_quoted(edge['relation'])}];"
        for edge in graph["edges"]
    ]
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def as_graphml(graph: GraphRow) -> str:
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
        element = SubElement(body, "node", id=node["id"])
        for name, value in (("label", node["label"]), ("kind", node["kind"]), ("issued_on", node["issued_on"])):
            SubElement(element, "data", key=name).text = value or ""
    for edge in graph["edges"]:
        element = SubElement(body, "edge", source=edge["source"], target=edge["target"])
        for name, value in (("relation", edge["relation"]), ("quote", edge["quote"])):
            SubElement(element, "data", key=name).text = value
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml_text(tostring(root, encoding="unicode")) + "\n"
