import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.database import DATABASE
from corpus.errors import ArchiveLocked, ArchiveMissing, ArchiveTooNew, ArchiveUnusable, InputError, NotFound
from corpus.model import Head, Notice
from corpus.store import Store, make_notice, writer_lock


def notice(id_: str = "a", text: str = "Một thông báo.", **values: object) -> Notice:
    return make_notice(id=id_, site="s", title="T", text=text, **values)  # type: ignore[arg-type]  # a test's shorthand


def test_saves_and_reads_back(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a", create=True) as store:
        saved = notice(
            url="http://x/1", place="Nghệ An", head=Head(kind="ke-hoach", number="1/KH-LMHTX", issued_on="2018-01-02")
        )
        assert store.save(saved) == "added"
        assert store.notice("a") == saved
        assert store.save(saved) == "unchanged"
        assert store.save(notice(text="Khác.")) == "updated"
        assert store.count() == 1


def test_the_same_text_is_stored_once(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        assert store.save(notice("a", url="http://x/1")) == "added"
        assert store.save(notice("b", url="http://x/2")) == "duplicate"
        assert store.save(notice("c", url="http://x/3"), keep_twin=True) == "added"
        assert store.count() == 2


def test_changes_are_told_in_order(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store, store.batches(size=2) as save:
        for name in "abcde":
            save(notice(name, text=f"Văn bản {name}"))
    with Store.open(tmp_path) as store:
        seen = [(revision, row.id) for revision, row in store.changed_since(2)]
        assert [id_ for _, id_ in seen] == ["c", "d", "e"]
        store.remove("a")
        assert store.removed_since(5) == ["a"]
        with pytest.raises(NotFound):
            store.notice("a")


def test_missing_and_unusable_folders(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="there is none"):
        Store.open(tmp_path / "none")
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveUnusable):
        Store.open(tmp_path / "file" / "archive", create=True)
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / DATABASE).write_bytes(b"this is no database, only text" * 100)
    with pytest.raises(ArchiveUnusable):
        Store.open(tmp_path / "bad")


def test_a_newer_archive_is_left_alone(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / DATABASE) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(ArchiveTooNew, match="newer version"):
        Store.open(tmp_path)


def test_an_error_takes_back_the_whole_transaction(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with pytest.raises(RuntimeError), store.transaction() as db:
            store.save_within(db, notice())
            raise RuntimeError
        assert store.count() == 0


def test_one_writer_at_a_time_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    code = (
        "import sys,time;from pathlib import Path;from corpus.store import writer_lock\n"
        "with writer_lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(ArchiveLocked), writer_lock(tmp_path):
        pass
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with writer_lock(tmp_path):
        pass


@pytest.mark.parametrize("id_", ["", "a b", "a/b", "x" * 300, "a?b", "a#b"])
def test_ids_that_no_url_could_carry(id_: str) -> None:
    with pytest.raises(InputError):
        notice(id_)
