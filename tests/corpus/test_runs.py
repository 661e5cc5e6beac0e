"""Runs are remembered with what came of them; the oldest go."""

from pathlib import Path

import pytest

import corpus.runs
from corpus.runs import Run
from corpus.store import Store

AT = "2026-01-01T00:00:00+00:00"


def test_a_run_is_open_until_it_ends(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with store.transaction():
            first, second = store.runs.begin("crawl", AT), store.runs.begin("index", AT)
            store.runs.end(first, "2026-01-01T01:00:00+00:00", {"thêm": 3}, "no connection")
        assert store.runs.last(9) == [
            Run(id=second, command="index", started_at=AT),
            Run(
                id=first, command="crawl", started_at=AT, ended_at="2026-01-01T01:00:00+00:00", error="no connection", report={"thêm": 3}
            ),
        ]  # fmt: skip
        assert [run.id for run in store.runs.last(1)] == [second]


def test_only_the_last_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus.runs, "KEPT", 3)
    with Store.open(tmp_path, create=True) as store:
        for _ in range(7):
            with store.transaction():
                store.runs.begin("crawl", AT)
        assert [run.id for run in store.runs.last(9)] == [7, 6, 5]
