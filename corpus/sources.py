"""The rows of the sources: sites that a crawl without addresses visits, what their owner says of them, and how they fared."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from corpus.database import reading_database

_COLUMNS: Final = "start_url, added_at, name, place, contact, delay, every_hours, enabled, last_run_at, last_success_at, last_error, due_at, notices, report"
_EARLY: Final = 0.05
"""By which part of its period a source is due sooner: a daily timer that fires a minute early would else skip a day."""
_AFTER_FAULT: Final = timedelta(hours=1)
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One site. contact: how the site reaches the archive's owner. delay: seconds between requests, None: the setting. every_hours: None: each run.

    last_error: None when the last run went well. due_at: ISO, UTC; None: now. notices: kept of it. report: counts of the last run.
    """

    start_url: str
    added_at: str = ""
    name: str | None = None
    place: str | None = None
    contact: str | None = None
    delay: float | None = None
    every_hours: int | None = None
    enabled: bool = False
    last_run_at: str | None = None
    last_success_at: str | None = None
    last_error: str | None = None
    due_at: str | None = None
    notices: int = 0
    report: Counts = field(default_factory=dict)

    def is_due(self, moment: str) -> bool:
        """Whether it is visited at a moment (ISO, UTC)."""
        return self.enabled and (self.due_at is None or self.due_at <= moment)


def next_due(source: Source, began: str, *, failed: bool) -> str | None:
    """When a source is due again after a run that began at a moment (ISO, UTC): after its period, after a fault within the hour."""
    if source.every_hours is None:
        return None
    period = timedelta(hours=source.every_hours)
    wait = min(period, _AFTER_FAULT) if failed else period
    return (datetime.fromisoformat(began) + wait * (1 - _EARLY)).replace(microsecond=0).isoformat()


class SourceRows:
    """The sources of one store. Changes belong to the transaction that the caller holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def all(self) -> list[Source]:
        """All sources, in the order in which they were added."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM sources ORDER BY added_at, rowid")  # noqa: S608 - constants
        return [_source(row) for row in rows]

    def get(self, start_url: str) -> Source | None:
        """The source of a start URL."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM sources WHERE start_url = ?", (start_url,)).fetchone()  # noqa: S608
        return _source(row) if row else None

    def keep(self, source: Source) -> None:
        """What the owner says of a source takes the place of what was said before; how it fared stays."""
        self._db.execute(
            "INSERT INTO sources (start_url, added_at, name, place, contact, delay, every_hours, enabled, due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (start_url) DO UPDATE SET name = excluded.name, place = excluded.place, contact = excluded.contact,"
            " delay = excluded.delay, every_hours = excluded.every_hours, enabled = excluded.enabled, due_at = excluded.due_at",
            (
                source.start_url,
                source.added_at,
                source.name,
                source.place,
                source.contact,
                source.delay,
                source.every_hours,
                int(source.enabled),
                source.due_at,
            ),
        )

    def remove(self, start_url: str) -> bool:
        """Forget a source; what was collected from it stays. Whether there was one."""
        return self._db.execute("DELETE FROM sources WHERE start_url = ?", (start_url,)).rowcount > 0

    def make_due(self, start_url: str) -> None:
        """Let a source be visited in the next run."""
        self._db.execute("UPDATE sources SET due_at = NULL WHERE start_url = ?", (start_url,))

    def fared(self, source: Source, *, began: str, site: str, report: Counts, error: str | None) -> None:
        """How the run that began at a moment went for a source. site: under which its notices are kept; error: None when it went well."""
        self._db.execute(
            "UPDATE sources SET last_run_at = ?1, last_success_at = CASE WHEN ?2 IS NULL THEN ?1 ELSE last_success_at END, last_error = ?2,"
            " due_at = ?3, report = ?4, notices = (SELECT count(*) FROM notices WHERE site = ?5) WHERE start_url = ?6",
            (
                began,
                error,
                next_due(source, began, failed=error is not None),
                json.dumps(dict(report)),
                site,
                source.start_url,
            ),
        )


def sources_of(folder: Path) -> list[Source]:
    """All sources, for a reader who has an archive's folder and no store open; none where it cannot tell."""
    try:
        with reading_database(folder) as db:
            return SourceRows(db).all()
    except sqlite3.DatabaseError:
        return []


def _source(row: tuple[object, ...]) -> Source:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    told = {"enabled": bool(values["enabled"]), "report": json.loads(str(values["report"]))}
    return Source(**{**values, **told})
