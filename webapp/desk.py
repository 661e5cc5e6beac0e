"""The archive at a glance, for its owner: what it holds, how its index stands, what fails, what ran."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypedDict

from corpus.database import DATABASE, SCHEMA_VERSION
from corpus.store import Store, now
from indexer.building.standing import standing

RUNS: Final = 10
_PARTS: Final = ("captures", "index", "files", "cache")


class SourcesRow(TypedDict):
    """Sources, counted."""

    all: int
    enabled: int
    due: int
    failing: int


class IndexRow(TypedDict):
    """How the index stands; see `indexer.building.standing`. rules: parts whose rules have changed since."""

    generation: str | None
    behind: int
    removed: int
    rules: list[str]
    fault: str | None


class RunRow(TypedDict):
    """One run of a command that writes. state: ``done``, ``failed``, ``open`` (under way, or killed)."""

    id: int
    command: str
    started_at: str
    ended_at: str | None
    state: str
    error: str | None
    report: dict[str, object]


class StatusRow(TypedDict):
    """An archive at a glance. disk: bytes by part. errors: how many pages and files fail."""

    archive: str
    schema: int
    notices: int
    withdrawn: int
    captures: int
    decisions: int
    pages: dict[str, int]
    sources: SourcesRow
    disk: dict[str, int]
    disk_free: int
    index: IndexRow
    errors: dict[str, int]
    runs: list[RunRow]


class ErrorRow(TypedDict):
    """One thing that fails. type: ``page`` or ``file``; state: ``waiting`` is tried again, ``done`` was read and holds no notice. since: ISO, UTC; empty
    for what was read."""

    type: str
    where: str
    state: str
    reason: str
    since: str


def status_of(store: Store) -> StatusRow:
    """The archive at a glance."""
    folder, moment = store.folder, now()
    sources = store.source_rows.all()
    index = standing(folder, store)
    return StatusRow(
        archive=str(folder),
        schema=SCHEMA_VERSION,
        notices=store.count(),
        withdrawn=len(store.withdrawals()),
        captures=store.captures.count(),
        decisions=len(store.decisions()),
        pages=dict(sorted(store.frontier.states().items())),
        sources=SourcesRow(
            all=len(sources),
            enabled=sum(source.enabled for source in sources),
            due=sum(source.is_due(moment) for source in sources),
            failing=sum(source.enabled and source.last_error is not None for source in sources),
        ),
        disk=disk_of(folder),
        disk_free=shutil.disk_usage(folder).free,
        index=IndexRow(
            generation=index.generation,
            behind=index.behind,
            removed=index.removed,
            rules=list(index.rules),
            fault=index.fault,
        ),
        errors={"pages": store.frontier.count_faults(), "files": store.faults.count()},
        runs=runs_of(store, RUNS),
    )


def runs_of(store: Store, most: int) -> list[RunRow]:
    """The last runs, the latest first."""
    return [
        RunRow(
            id=run.id,
            command=run.command,
            started_at=run.started_at,
            ended_at=run.ended_at,
            state="open" if run.ended_at is None else "failed" if run.error else "done",
            error=run.error,
            report=dict(run.report),
        )
        for run in store.runs.last(most)
    ]


def errors_of(store: Store) -> Iterator[ErrorRow]:
    """Each page and file that fails, pages first."""
    for page in store.frontier.faults():
        yield ErrorRow(type="page", where=page.url, state=page.state, reason=page.reason, since=page.since)
    for file in store.faults.all():
        yield ErrorRow(type="file", where=file.place, state="failed", reason=file.reason, since=file.since)


def pages_without_notice(store: Store) -> Iterator[ErrorRow]:
    """Each page that was read and holds no notice, or was not read to its end: why."""
    for url, note in store.frontier.noted():
        yield ErrorRow(type="page", where=url, state="done", reason=note, since="")


def disk_of(folder: Path) -> dict[str, int]:
    """Bytes on the disk by part: database (with its WAL), captures, index, and what else there is."""
    sizes = dict.fromkeys(("database", "captures", "index"), 0)
    for top, _, names in os.walk(folder):
        inside = Path(top).relative_to(folder).parts
        for name in names:
            part = inside[0] if inside and inside[0] in _PARTS else "database" if name.startswith(DATABASE) else "other"
            try:
                size = (Path(top) / name).stat().st_size
            except FileNotFoundError:
                continue  # of an index that was just swept away
            sizes[part] = sizes.get(part, 0) + size
    return sizes
