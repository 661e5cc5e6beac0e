"""Files that could not be read, until they can; files of the drop folder as they were read."""

from pathlib import Path

from corpus.faults import FileFault, FileStamp
from corpus.store import Store

JAN, FEB = "2026-01-01T00:00:00+00:00", "2026-02-01T00:00:00+00:00"


def fault(place: str, since: str = JAN, reason: str = "why") -> FileFault:
    return FileFault(place=place, path=place.partition(" line ")[0], reason=reason, since=since)


def test_an_import_replaces_what_was_known_of_what_it_read_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store, store.transaction():
        faults = store.faults
        faults.replace(
            ["/a", "/b.jsonl"],
            [fault("/a/x.pdf"), fault("/a/y.pdf"), fault("/b.jsonl line 3"), fault("/b.jsonl line 7")],
        )
        faults.replace(["/ab"], [fault("/ab/z")])
        assert faults.count() == 5
        faults.replace(["/a"], [fault("/a/y.pdf", FEB, "other"), fault("/a/new", FEB)])
        assert faults.all() == [
            fault("/a/y.pdf", JAN, "other"),
            fault("/ab/z"),
            fault("/b.jsonl line 3"),
            fault("/b.jsonl line 7"),
            fault("/a/new", FEB),
        ], "since when it fails stays"
        faults.replace(["/b.jsonl"], [])
        assert {one.path for one in faults.all()} == {"/a/y.pdf", "/ab/z", "/a/new"}


def test_stamps_are_of_the_last_reading(tmp_path: Path) -> None:
    one, other = FileStamp(path="/a", bytes=1, mtime_ns=2), FileStamp(path="/a", bytes=3, mtime_ns=4)
    with Store.open(tmp_path, create=True) as store, store.transaction():
        store.faults.stamp([one])
        assert store.faults.stamps() == {"/a": one}
        store.faults.stamp([other])
        assert store.faults.stamps() == {"/a": other}
