"""A draft's outline from chosen precedents: bases in their proper form, periods, tasks aligned, each with where it came from."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from corpus.dates import first_day, last_day, show_date
from corpus.errors import InputError
from corpus.kinds import kind_name
from indexer.campaigns.compare import align_tasks

_MOST: Final = 4
Lookup = Callable[[str], Mapping[str, Any] | None]


def outline(campaigns: Sequence[Mapping[str, Any]], instrument: Lookup) -> dict[str, Any]:
    """{"sources", "periods", "bases", "tasks"} of one to four campaigns, the latest first; nothing is invented.

    bases: {"text", "id", "from": [1, …]}, those that more precedents share first. periods: {"text", "days", "from"}.
    tasks: {"text", "from", "others": [{"text", "from"}]}: the wording of the latest, and the likeness of it in the others.
    ``from`` counts from 1 into "sources". Raises InputError unless one to four campaigns are given.
    """
    if not 1 <= len(campaigns) <= _MOST:
        raise InputError(f"{len(campaigns)} precedents for a draft: give one to {_MOST} ids")
    latest = sorted(campaigns, key=lambda row: str(row.get("starts_on") or row.get("published_on") or ""), reverse=True)
    return {
        "sources": [dict(row) for row in latest],
        "periods": [_period(row, number) for number, row in enumerate(latest, start=1) if row.get("starts_on")],
        "bases": _bases(latest, instrument),
        "tasks": _tasks(latest),
    }


def _period(row: Mapping[str, Any], number: int) -> dict[str, Any]:
    start, end = str(row["starts_on"]), row.get("ends_on")
    days = (last_day(str(end)) - first_day(start)).days + 1 if end else None
    text = " – ".join(show_date(str(day)) for day in (start, end) if day)
    return {"text": text, "days": days, "from": [number]}


def _bases(campaigns: Sequence[Mapping[str, Any]], instrument: Lookup) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(campaigns, start=1):
        ids = list(row.get("base_ids") or ())
        known = ids if len(ids) == len(row["bases"]) else [None] * len(row["bases"])
        for base, id_ in zip(row["bases"], known, strict=True):
            target = instrument(str(id_)) if id_ else None
            text = _proper(target) if target else str(base)
            entry = found.setdefault(text, {"text": text, "id": id_ if target else None, "from": []})
            if number not in entry["from"]:
                entry["from"].append(number)
    return sorted(found.values(), key=lambda entry: -len(entry["from"]))


def _proper(target: Mapping[str, Any]) -> str:
    """``Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về …`` (the order of Nghị định 30/2020/NĐ-CP)."""
    if not target["number"]:
        return str(target["title"] or kind_name(str(target["kind"])))
    parts = [f"{kind_name(str(target['kind']))} số {target['number']}"]
    if target["issued_on"]:
        day = show_date(str(target["issued_on"]))
        parts.append(f"ngày {day}" if len(str(target["issued_on"])) == 10 else day)
    if target["issuer"]:
        parts.append(f"của {target['issuer']}")
    if target["title"]:
        title = _untitled(str(target["title"]), kind_name(str(target["kind"])))
        parts.append(title if title.casefold().startswith("về ") else f"về {title}")
    return " ".join(parts)


def _untitled(title: str, kind: str) -> str:
    """A title without the kind word that the citation has said already (``Kế hoạch phát động …``)."""
    rest = title[len(kind) :].lstrip()
    return rest if title.casefold().startswith(kind.casefold() + " ") and rest else title


def _tasks(campaigns: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for row in align_tasks([list(campaign["tasks"]) for campaign in campaigns]):
        cells = [(number, cell) for number, cell in enumerate(row, start=1) if cell]
        (first, text), *rest = cells
        found.append(
            {"text": text, "from": [first], "others": [{"text": cell, "from": [number]} for number, cell in rest]}
        )
    return sorted(found, key=lambda task: -len(task["others"]))
