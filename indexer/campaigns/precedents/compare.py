"""Two to four campaigns side by side: periods, bases that one has and another lacks, tasks aligned by likeness."""

from collections.abc import Sequence
from typing import Final

from corpus.errors import InputError
from indexer.campaigns.outlines.standing import Basis, Lookup, bases_of, order_of
from indexer.campaigns.period import days_in
from indexer.campaigns.precedents.likeness import ALIKE, likeness
from indexer.campaigns.precedents.rows import Cell, ComparedBasisRow, CompareRow, Field, FieldRow
from indexer.documents.campaign_rows import CampaignRow
from indexer.documents.sound_title import short_subject

LEAST: Final = 2
MOST: Final = 4
_FIELDS: Final[tuple[Field, ...]] = ("occasion", "organiser", "place", "slogan", "targets", "addressees", "rewards")


def compare(campaigns: Sequence[CampaignRow], instrument: Lookup = lambda _: None) -> CompareRow:
    """Campaigns in columns, in the order given, their bases by rank. instrument: a document by id. Raises InputError unless two to four."""
    if not LEAST <= len(campaigns) <= MOST:
        raise InputError(f"{len(campaigns)} campaigns to compare: give two to four ids")
    columns = [{basis.key: basis for basis in bases_of(row, instrument)} for row in campaigns]
    every = {key: basis for column in reversed(columns) for key, basis in column.items()}
    bases = [
        _base_row(basis, [basis.key in column for column in columns]) for basis in sorted(every.values(), key=order_of)
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


def _base_row(basis: Basis, has: list[bool]) -> ComparedBasisRow:
    target = basis.target
    return {
        "base": basis.label or basis.text,
        "id": basis.id if target else None,
        "title": short_subject(target) if target and basis.number else None,
        "issuer": target["issuer"] if target else None,
        "issued_on": target["issued_on"] if target else None,
        "place": target["place"] if target else None if basis.is_central else basis.said_in,
        "has": has,
    }


def _field(name: Field, campaigns: Sequence[CampaignRow]) -> FieldRow:
    values: list[str | Sequence[str] | None] = [row.get(name) for row in campaigns]
    return {"field": name, "values": values, "same": all(value == values[0] for value in values)}
