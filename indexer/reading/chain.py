"""Who carried out a document, level by level: centre, Government, ministries, province, alliance, unit; how long after; where nothing was found."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from corpus.dates import last_day
from corpus.issuers import body_of_symbol
from corpus.kinds import kind_with
from corpus.levels import LEVELS as LEVELS_OF_BODIES
from corpus.levels import Level

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

Fetch = Callable[[str], Mapping[str, Any] | None]


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


def implementation_chain(root: str, fetch: Fetch, places: Iterable[str]) -> dict[str, Any]:
    """Who carried an instrument out; breadth first, at most 4 steps and 200 links.

    {"document", "levels": [{"level", "links"}], "missing_levels", "absent", "truncated"}. A link: {"type", "id", "kind", "number", "title", "issued_on",
    "place", "level", "carries_out", "relation", "notice", "quote", "start", "step", "lag_days", "step_days"}: lag_days from the root's date, step_days from the
    date of what it carries out, None unless both dates are whole. missing_levels: those below the root's own level, and absent: those of `places`, where
    nothing was found in this archive, which does not say that nothing was done.
    """
    document = fetch(root)
    if document is None:
        return {"document": None, "levels": [], "missing_levels": [], "absent": [], "truncated": False}
    found, truncated = _walk(document, fetch)
    links = sorted(found, key=lambda link: str(link["issued_on"] or "9999"))
    levels = [
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


def _walk(document: Mapping[str, Any], fetch: Fetch) -> tuple[list[dict[str, Any]], bool]:
    """Links below a document, nearest first, each once; whether there were more than are kept."""
    found: dict[str, dict[str, Any]] = {}
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


def _links(payload: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What carries out one document: instruments that act on it, and notices without a number of their own."""
    here = payload["id"]
    rows = [
        {
            "type": "instrument",
            **{name: row["source"][name] for name in ("id", "kind", "number", "title", "issued_on", "place")},
            **{name: row[name] for name in ("relation", "notice", "quote", "start")},
        }
        for row in payload["acted_on_by"]
    ] + [
        {
            "type": "notice",
            "id": row["notice"],
            "kind": kind_with("notice"),
            "number": None,
            "issued_on": row["published_on"],
            **{name: row[name] for name in ("title", "place", "relation", "notice", "quote", "start")},
        }
        for row in payload["cited_by"]
        if not row.get("instrument")
    ]
    return [
        {**row, "carries_out": here, "level": level_of(row["number"], row["place"])}
        for row in rows
        if row["relation"] in _CARRIES_OUT
    ]


def _lag(issued_on: str | None, later_on: str | None) -> int | None:
    if not issued_on or not later_on or len(issued_on) != 10 or len(later_on) != 10:
        return None
    return (last_day(later_on) - last_day(issued_on)).days
