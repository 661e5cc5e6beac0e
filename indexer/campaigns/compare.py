"""Two to four campaigns side by side: tasks aligned by likeness, bases that one has and another lacks."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from corpus.errors import InputError
from indexer.campaigns.precedents import likeness

_LIKE: Final = 0.3


def compare(campaigns: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """{"campaigns", "tasks": rows of one cell (or None) for each campaign, "bases": rows of (base, has it?)}. Raises InputError unless two to four."""
    if not 2 <= len(campaigns) <= 4:
        raise InputError(f"{len(campaigns)} campaigns to compare: give two to four ids")
    bases = list(dict.fromkeys(base for campaign in campaigns for base in campaign["bases"]))
    return {
        "campaigns": list(campaigns),
        "tasks": align_tasks([list(campaign["tasks"]) for campaign in campaigns]),
        "bases": [{"base": base, "has": [base in campaign["bases"] for campaign in campaigns]} for base in bases],
    }


def align_tasks(columns: list[list[str]]) -> list[list[str | None]]:
    """Rows of like tasks: each task of a later column joins the row it is most like, or begins its own."""
    rows: list[list[str | None]] = [[task, *[None] * (len(columns) - 1)] for task in columns[0]]
    for at, column in enumerate(columns[1:], start=1):
        pairs = sorted(
            ((_best(row, task), -r, -t) for t, task in enumerate(column) for r, row in enumerate(rows)), reverse=True
        )
        used: set[int] = set()
        placed: set[int] = set()
        for value, row_key, task_key in pairs:
            r, t = -row_key, -task_key
            if value >= _LIKE and r not in used and t not in placed:
                rows[r][at] = column[t]
                used.add(r)
                placed.add(t)
        for t, task in enumerate(column):
            if t not in placed:
                rows.append([task if c == at else None for c in range(len(columns))])
    return rows


def _best(row: Sequence[str | None], task: str) -> float:
    return max((likeness(cell, task) for cell in row if cell), default=0.0)
