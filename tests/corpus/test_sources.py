"""What the owner says of a source, how it fared, and when it is due again."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.sources import Source, next_due, sources_of
from corpus.store import Store, make_notice

BEGAN = "2026-01-01T00:00:00+00:00"
SOURCE = Source(
    start_url="https://a.example/tin", added_at=BEGAN, name="A", place="Sơn La", contact="a@b.vn", delay=3.0, every_hours=24, enabled=True
)  # fmt: skip


@pytest.mark.parametrize(
    ("every", "failed", "due"),
    [
        (None, False, None),
        (24, False, "2026-01-01T22:48:00+00:00"),
        (168, False, "2026-01-07T15:36:00+00:00"),
        (24, True, "2026-01-01T00:57:00+00:00"),
        (1, True, "2026-01-01T00:57:00+00:00"),
    ],
)
def test_a_source_is_due_a_little_before_its_period_is_over_and_soon_after_a_fault(
    every: int | None, failed: bool, due: str | None
) -> None:
    assert next_due(replace(SOURCE, every_hours=every), BEGAN, failed=failed) == due


def test_a_source_that_is_not_enabled_is_never_due() -> None:
    assert SOURCE.is_due(BEGAN) and not replace(SOURCE, enabled=False).is_due(BEGAN)
    later = replace(SOURCE, due_at="2026-01-02T00:00:00+00:00")
    assert not later.is_due(BEGAN) and later.is_due("2026-01-02T00:00:00+00:00")


def test_what_is_kept_is_read_back_and_changed(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        rows = store.source_rows
        with store.transaction():
            rows.keep(SOURCE)
        assert rows.all() == [SOURCE] == sources_of(tmp_path)
        with store.transaction():
            rows.keep(replace(SOURCE, name="B", enabled=False, delay=None))
        assert rows.get(SOURCE.start_url) == replace(SOURCE, name="B", enabled=False, delay=None)
        with store.transaction():
            assert rows.remove(SOURCE.start_url) and not rows.remove(SOURCE.start_url)
        assert rows.all() == [] and rows.get(SOURCE.start_url) is None


def test_how_it_fared_stays_when_the_owner_says_something_else(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        rows = store.source_rows
        store.save(make_notice(id="n", site="a.example", title="T", text="X."))
        with store.transaction():
            rows.keep(SOURCE)
            rows.fared(SOURCE, began=BEGAN, site="a.example", report={"fetched": 2}, error=None)
        good = rows.get(SOURCE.start_url)
        assert good is not None and (good.notices, good.report, good.last_success_at) == (1, {"fetched": 2}, BEGAN)
        later = "2026-01-03T00:00:00+00:00"
        with store.transaction():
            rows.fared(SOURCE, began=later, site="a.example", report={}, error="no connection")
            rows.keep(replace(good, name="C"))
        bad = rows.get(SOURCE.start_url)
        assert bad is not None and (bad.name, bad.last_error) == ("C", "no connection")
        assert (bad.last_success_at, bad.last_run_at) == (BEGAN, later)
        with store.transaction():
            rows.make_due(SOURCE.start_url)
        due = rows.get(SOURCE.start_url)
        assert due is not None and due.due_at is None


def test_a_folder_without_an_archive_has_no_sources(tmp_path: Path) -> None:
    assert sources_of(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
