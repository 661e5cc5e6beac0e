"""The rows of the runs: which command wrote to the archive, when, and what came of it."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

KEPT: Final = 200
"""Runs that are remembered; older ones go."""
_COLUMNS: Final = "id, command, started_at, ended_at, error, report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run. ended_at: None while it is under way, or when it was killed. error: why it failed. report: what it says of itself."""

    id: int
    command: str
    started_at: str
    ended_at: str | None = None
    error: str | None = None
    report: Mapping[str, object] = field(default_factory=dict)


class RunRows:
    """The runs of one store. Changes belong to the transaction that the caller holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def begin(self, command: str, at: str) -> int:
        """A run begins; its number."""
        row = self._db.execute(
            "INSERT INTO runs (command, started_at) VALUES (?, ?) RETURNING id", (command, at)
        ).fetchone()
        self._db.execute("DELETE FROM runs WHERE id <= ?", (row[0] - KEPT,))
        return int(row[0])

    def end(self, run: int, at: str, report: Mapping[str, object], error: str | None = None) -> None:
        """A run has ended."""
        self._db.execute(
            "UPDATE runs SET ended_at = ?, error = ?, report = ? WHERE id = ?",
            (at, error, json.dumps(report, ensure_ascii=False), run),
        )

    def last(self, most: int) -> list[Run]:
        """The last runs, the latest first."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM runs ORDER BY id DESC LIMIT ?", (most,))  # noqa: S608 - constants
        return [
            Run(id=id_, command=command, started_at=began, ended_at=ended, error=error, report=json.loads(report))
            for id_, command, began, ended, error, report in rows
        ]
