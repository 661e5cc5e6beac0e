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
        store.withdraw("a", "trùng")
        assert store.removed_since(5) == ["a"]
        with pytest.raises(NotFound):
            store.notice("a")


def test_missing_and_unusable_folders(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="there is none"):
        Store.open(tmp_path / "none")
    assert not (tmp_path / "none").exists(), "looking for an archive makes none"
    (tmp_path / "file").write_text("x")
    for unusable in (
        tmp_path / "file" / "archive",
        tmp_path / "file",
        Path("/proc/danchieu"),
        Path("/dev/null/archive"),
    ):
        with pytest.raises(ArchiveUnusable, match="cannot be used"):
            Store.open(unusable, create=True)


@pytest.mark.parametrize(
    "content", [b"this is no database, only text" * 100, b"", b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_files_that_are_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    if not content:
        Store.open(tmp_path).close()  # an empty file is a database that nobody wrote to yet
        return
    with pytest.raises(ArchiveUnusable, match="cannot be used"):
        Store.open(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as db:
        db.execute("CREATE TABLE notices (anything)")
    db.close()
    with pytest.raises(ArchiveUnusable, match="another program"):
        Store.open(tmp_path)


def test_a_folder_in_the_place_of_the_database(tmp_path: Path) -> None:
    (tmp_path / DATABASE).mkdir()
    with pytest.raises(ArchiveUnusable, match="cannot be used"):
        Store.open(tmp_path)


def test_a_folder_that_takes_no_lock(tmp_path: Path) -> None:
    (tmp_path / "writer.lock").mkdir()
    with pytest.raises(ArchiveUnusable, match="cannot be written"), writer_lock(tmp_path):
        pass


def test_a_full_disk_takes_back_what_was_not_complete(tmp_path: Path) -> None:
    """SQLite's own bound on pages answers as a full disk does."""
    with Store.open(tmp_path, create=True) as store:
        store.save(notice("a"))
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(ArchiveUnusable, match="full"), store.batches(size=5) as save:
            for n in range(10):
                save(notice(f"b{n}", text="Một thông báo dài. " * 1000))
        assert [row.id for _, row in store.changed_since(0)] == ["a"]
        store.connection.execute("PRAGMA max_page_count = 1000000")
        assert store.save(notice("c")) == "added"


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
