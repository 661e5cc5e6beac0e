"""Two to four campaigns side by side: periods, bases that one has and another lacks, tasks aligned by likeness."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from corpus.errors import InputError
from indexer.campaigns.outlines.standing import Basis, Lookup, bases_of, order_of
from indexer.campaigns.period import days_in
from indexer.campaigns.precedents.likeness import ALIKE, likeness
from indexer.documents.sound_title import short_title

LEAST: Final = 2
MOST: Final = 4
_FIELDS: Final = ("occasion", "organiser", "place", "slogan", "targets", "addressees", "rewards")

Cell = str | None


def compare(campaigns: Sequence[Mapping[str, Any]], instrument: Lookup = lambda _: None) -> dict[str, Any]:
    """Campaigns in columns, in the order given. instrument: payload of a document by id. Raises InputError unless two to four.

    {"campaigns", "periods": [{"starts_on", "ends_on", "days"}], "fields": [{"field", "values": one a column, "same"}],
    "bases": [{"base", "id", "title", "issuer", "issued_on", "place", "has": one a column}], by rank; "tasks": rows of one text (or None) a column,
    "lacks": a column [{"bases", "tasks"}] what another has and this one does not}. place: of an unresolved basis that of the campaigns that name it.
    """
    if not LEAST <= len(campaigns) <= MOST:
        raise InputError(f"{len(campaigns)} campaigns to compare: give two to four ids")
    columns = [{basis.key: basis for basis in bases_of(row, instrument)} for row in campaigns]
    every = {key: basis for column in reversed(columns) for key, basis in column.items()}
    bases = [
        {**_base_row(basis), "has": [basis.key in column for column in columns]}
        for basis in sorted(every.values(), key=order_of)
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


def _base_row(basis: Basis) -> dict[str, Any]:
    target = basis.target or {}
    return {
        "base": str(target.get("label") or basis.text),
        "id": basis.id if basis.target else None,
        "title": short_title(target.get("title")) if basis.number else None,
        "issuer": target.get("issuer"),
        "issued_on": target.get("issued_on"),
        "place": target.get("place") if basis.target else None if basis.is_central else basis.said_in,
    }


def _field(name: str, campaigns: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    values = [row.get(name) for row in campaigns]
    return {"field": name, "values": values, "same": all(value == values[0] for value in values)}
