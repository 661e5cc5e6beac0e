"""Two to four campaigns side by side: periods, bases that one has and another lacks, tasks aligned by likeness."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from corpus.errors import InputError
from indexer.campaigns.likeness import ALIKE, likeness
from indexer.campaigns.period import days_in

_LEAST, _MOST = 2, 4
_FIELDS: Final = ("occasion", "organiser", "place", "slogan", "targets", "addressees", "rewards")

Cell = str | None


def compare(campaigns: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Campaigns in columns, in the order given. Raises InputError unless two to four.

    {"campaigns", "periods": [{"starts_on", "ends_on", "days"}], "fields": [{"field", "values": one a column, "same"}],
    "bases": [{"base", "has": one a column}], "tasks": rows of one text (or None) a column,
    "lacks": a column [{"bases", "tasks"}] what another has and this one does not}.
    """
    if not _LEAST <= len(campaigns) <= _MOST:
        raise InputError(f"{len(campaigns)} campaigns to compare: give two to four ids")
    columns = [_base_names(row) for row in campaigns]
    bases = [
        {"base": base, "has": [base in column for column in columns]}
        for base in dict.fromkeys(base for column in columns for base in column)
    ]
    tasks = align_tasks([list(row["tasks"]) for row in campaigns])
    return {
        "campaigns": list(campaigns),
        "periods": [
            {
                "starts_on": row.get("starts_on"),
                "ends_on": row.get("ends_on"),
                "days": days_in(row.get("starts_on"), row.get("ends_on")),
            }
            for row in campaigns
        ],
        "fields": [_field(name, campaigns) for name in _FIELDS],
        "bases": bases,
        "tasks": tasks,
        "lacks": [
            {
                "bases": [row["base"] for row in bases if not row["has"][at]],
                "tasks": [next(cell for cell in cells if cell) for cells in tasks if cells[at] is None],
            }
            for at in range(len(campaigns))
        ],
    }


def align_tasks(columns: Sequence[Sequence[str]]) -> list[list[Cell]]:
    """Rows of like tasks: each task of a later column joins the row it is most like, or begins its own."""
    rows: list[list[Cell]] = [[task, *[None] * (len(columns) - 1)] for task in columns[0]]
    for at, column in enumerate(columns[1:], start=1):
        placed = _best_pairs(rows, column)
        for task_at, task in enumerate(column):
            if task_at in placed:
                rows[placed[task_at]][at] = task
            else:
                rows.append([task if c == at else None for c in range(len(columns))])
    return rows


def _best_pairs(rows: Sequence[Sequence[Cell]], column: Sequence[str]) -> dict[int, int]:
    """Which task goes to which row: the most alike pair first, each row and each task once."""
    pairs = sorted(
        (-_likeness_to(row, task), row_at, task_at)
        for task_at, task in enumerate(column)
        for row_at, row in enumerate(rows)
    )
    placed: dict[int, int] = {}
    for value, row_at, task_at in pairs:
        if -value >= ALIKE and task_at not in placed and row_at not in placed.values():
            placed[task_at] = row_at
    return placed


def _likeness_to(row: Sequence[Cell], task: str) -> float:
    return max((likeness(cell, task) for cell in row if cell), default=0.0)


def _base_names(row: Mapping[str, Any]) -> list[str]:
    return [*row["bases"], *(row.get("unnumbered_bases") or ())]


def _field(name: str, campaigns: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    values = [row.get(name) for row in campaigns]
    return {"field": name, "values": values, "same": all(value == values[0] for value in values)}
