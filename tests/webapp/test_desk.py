"""Figures of an archive's folder and of its faults."""

from pathlib import Path

from corpus.faults import FileFault
from corpus.frontier import Met
from corpus.store import Store
from webapp.desk import disk_of, errors_of, runs_of


def test_the_disk_by_part(tmp_path: Path) -> None:
    for name, size in (
        ("captures/a", 10),
        ("captures/b/c", 5),
        ("index/g1/x", 7),
        ("danchieu.sqlite", 3),
        ("danchieu.sqlite-wal", 4),
        ("odd", 1),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size)
    assert disk_of(tmp_path) == {"database": 7, "captures": 15, "index": 7, "other": 1}


def test_pages_and_files_that_fail(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with store.transaction() as db:
            db.frontier.add(
                [Met(url=f"http://x/{n}", host="http://x", is_listing=False) for n in range(3)],
                source="http://x/",
                depth=0,
            )
            db.frontier.settle("http://x/0", "failed", "answered 404")
            db.frontier.put_off("http://x/1", "waiting", until=0.0, note="answered 503")
            store.faults.replace(
                [], [FileFault(place="/f line 2", path="/f", reason="why", since="2026-01-01T00:00:00+00:00")]
            )
        told = [(row["type"], row["where"], row["state"], row["reason"]) for row in errors_of(store)]
        assert told == [
            ("page", "http://x/0", "failed", "answered 404"),
            ("page", "http://x/1", "waiting", "answered 503"),
            ("file", "/f line 2", "failed", "why"),
        ]
        with store.transaction() as db:
            db.frontier.settle("http://x/0", "done", None)
            assert db.frontier.retry_faults() == ["http://x/"]
        assert [row["where"] for row in errors_of(store)] == ["http://x/1", "/f line 2"]


def test_a_run_that_never_ended_is_open(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with store.transaction():
            store.runs.begin("crawl", "2026-01-01T00:00:00+00:00")
        assert [row["state"] for row in runs_of(store, 5)] == ["open"]
