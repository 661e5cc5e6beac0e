"""Who carried out a document, level by level: centre, Government, ministries, province, alliance, unit; how long after; where nothing was found."""

import re
from collections import deque
from collections.abc import Callable, Iterable
from typing import Annotated, Final, Literal, TypedDict

from corpus.dates import last_day
from corpus.errors import NotFound
from corpus.issuers import body_of_symbol
from corpus.kinds import kind_with
from corpus.levels import LEVELS as LEVELS_OF_BODIES
from corpus.levels import Level
from corpus.model import RelationKind
from corpus.values import KnownOn
from indexer.documents.instrument_rows import InstrumentRow

LEVELS: Final = (
    "party-central",
    "state-central",
    "ministry",
    "national-alliance",
    "party-local",
    "local",
    "alliance",
    "other",
)
MAX_DEPTH: Final = 4
MAX_LINKS: Final = 200
_CARRIES_OUT: Final = frozenset({"implements", "based_on", "guides"})
_SIGNS = re.compile(r"[/\-\s]+")

Fetch = Callable[[str], InstrumentRow | None]


class _CarrierRow(TypedDict):
    type: Literal["notice", "instrument"]
    id: str
    kind: str
    number: str | None
    title: str | None
    issued_on: KnownOn
    place: str | None
    relation: RelationKind
    notice: str
    quote: str
    start: int
    carries_out: Annotated[str, "Id of what it carries out."]
    level: Annotated[int, "From 0, the Party centre, to 7, other bodies."]


class LinkRow(_CarrierRow):
    """What carries out a document."""

    step: Annotated[int, "How many documents away from the root."]
    lag_days: Annotated[int | None, "Days after the root's date; null unless both dates are whole."]
    step_days: Annotated[int | None, "Days after the document that it carries out; null unless both dates are whole."]


class LevelRow(TypedDict):
    """The links of one level."""

    level: Annotated[str, "In Vietnamese."]
    links: list[LinkRow]


class ChainRow(TypedDict):
    """Who carried a document out, level by level."""

    document: InstrumentRow
    levels: list[LevelRow]
    missing_levels: Annotated[list[str], "Levels below the document's own of which nothing was found in this archive."]
    absent: Annotated[list[str], "Places that the archive knows, of which nothing was found."]
    truncated: bool


def level_of(number: str | None, place: str | None) -> int:
    """Index into LEVELS, by the organ that a number names and by whether the document is a province's."""
    for sign in reversed(_SIGNS.split(number) if number else []):
        body = body_of_symbol(sign) if sign else None
        step = _step(LEVELS_OF_BODIES[body.level], place) if body else None
        if step is not None:
            return step
    step = None if number else _step(LEVELS_OF_BODIES["alliance"], place)
    return len(LEVELS) - 1 if step is None else step


def _step(level: Level, place: str | None) -> int | None:
    return level.provincial_step if place else level.step


def implementation_chain(root: str, fetch: Fetch, places: Iterable[str]) -> ChainRow:
    """Who carried an instrument out; breadth first, at most 4 steps and 200 links. Raises NotFound.

    missing_levels: codes of those below the root's own level, and absent: those of `places`, where nothing was found in this archive, which does not say
    that nothing was done.
    """
    document = fetch(root)
    if document is None:
        raise NotFound(f"instrument {root!r}: not in this archive")
    found, truncated = _walk(document, fetch)
    links = sorted(found, key=lambda link: link["issued_on"] or "9999")
    levels: list[LevelRow] = [
        {"level": name, "links": [link for link in links if link["level"] == number]}
        for number, name in enumerate(LEVELS)
    ]
    below = level_of(document["number"], document["place"]) + 1
    reached = {link["place"] for link in links}
    return {
        "document": document,
        "levels": [level for level in levels if level["links"]],
        "missing_levels": [level["level"] for level in levels[below:] if not level["links"]],
        "absent": sorted(place for place in places if place not in reached),
        "truncated": truncated,
    }


def _walk(document: InstrumentRow, fetch: Fetch) -> tuple[list[LinkRow], bool]:
    """Links below a document, nearest first, each once; whether there were more than are kept."""
    found: dict[str, LinkRow] = {}
    waiting = deque([(document, 1)])
    while waiting:
        payload, step = waiting.popleft()
        for link in _links(payload):
            if link["id"] in found or link["id"] == document["id"]:
                continue
            if len(found) >= MAX_LINKS:
                return list(found.values()), True
            found[link["id"]] = {
                **link,
                "step": step,
                "lag_days": _lag(document["issued_on"], link["issued_on"]),
                "step_days": _lag(payload["issued_on"], link["issued_on"]),
            }
            following = fetch(link["id"]) if link["type"] == "instrument" and step < MAX_DEPTH else None
            if following is not None:
                waiting.append((following, step + 1))
    return list(found.values()), False


def _links(payload: InstrumentRow) -> list[_CarrierRow]:
    """What carries out one document: instruments that act on it, and notices without a number of their own."""
    rows: list[_CarrierRow] = [
        {
            "type": "instrument",
            "id": row["source"]["id"],
            "kind": row["source"]["kind"],
            "number": row["source"]["number"],
            "title": row["source"]["title"],
            "issued_on": row["source"]["issued_on"],
            "place": row["source"]["place"],
            "relation": row["relation"],
            "notice": row["notice"],
            "quote": row["quote"],
            "start": row["start"],
            "carries_out": payload["id"],
            "level": level_of(row["source"]["number"], row["source"]["place"]),
        }
        for row in payload["acted_on_by"]
        if row["relation"] in _CARRIES_OUT
    ]
    return rows + [
        {
            "type": "notice",
            "id": row["notice"],
            "kind": kind_with("notice"),
            "number": None,
            "title": row["title"],
            "issued_on": row["published_on"],
            "place": row["place"],
            "relation": row["relation"],
            "notice": row["notice"],
            "quote": row["quote"],
            "start": row["start"],
            "carries_out": payload["id"],
            "level": level_of(None, row["place"]),
        }
        for row in payload["cited_by"]
        if not row["instrument"] and row["relation"] in _CARRIES_OUT
    ]


def _lag(issued_on: str | None, later_on: str | None) -> int | None:
    if not issued_on or not later_on or len(issued_on) != 10 or len(later_on) != 10:
        return None
    return (last_day(later_on) - last_day(issued_on)).days
