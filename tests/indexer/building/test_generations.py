"""Readers around a rebuild, and on disks that take no writing: no wrong answer, no error, nothing created."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from corpus.errors import EngineError
from corpus.store import Store, make_notice
from indexer.archive import Archive
from indexer.building.build import generation_folder
from indexer.facts.store import Facts
from tests.archives import index_archive, open_archive

DRAFT = "theo Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy Sơn La"


def fill(folder: Path) -> None:
    with Store.open(folder, create=True) as store, store.batches() as save:
        for n in range(12):
            text = f"Thực hiện Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy về thi đua. Ý {n}."
            save(make_notice(id=f"n{n}", site="s", title=f"Kế hoạch thi đua {n}", text=text, place="Sơn La"))
    index_archive(folder)


def ask(archive: Archive) -> None:
    """Questions of every kind, whose answers a rebuild does not change."""
    assert archive.summary()["notices"] == 12
    assert archive.search("thi đua")["total"] == 12
    assert archive.notice("n3")["title"] == "Kế hoạch thi đua 3"
    assert sum(1 for _ in archive.export("citations")) == 12
    (outcome,), _ = archive.resolve_draft(DRAFT, place="Sơn La", on=None)
    assert outcome.status == "resolved"
    assert archive.has_instrument(str(outcome.target))
    assert archive.recent(5) and archive.suggest("7-ct", 5)


@pytest.mark.slow
def test_readers_ask_on_while_the_index_is_made_anew(tmp_path: Path) -> None:
    """Threads that refresh, threads that stay with what they opened for a while, and another process that opens it again and again."""
    fill(tmp_path)
    stop = threading.Event()
    errors: list[BaseException] = []
    rounds = [0, 0, 0]
    shared = open_archive(tmp_path)

    def refreshing(at: int) -> None:
        while not stop.is_set():
            shared.refresh()
            ask(shared)
            rounds[at] += 1

    def staying(at: int) -> None:
        while not stop.is_set():
            archive = open_archive(tmp_path)
            for _ in range(3):
                ask(archive)
            archive.close()
            rounds[at] += 1

    def guarded(work: object, at: int) -> None:
        try:
            work(at)  # type: ignore[operator]  # one of the two above
        except BaseException as error:
            errors.append(error)
            stop.set()

    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from tests.indexer.building.test_generations import ask\nfrom tests.archives import open_archive\n"
        "print('asking', flush=True)\n"
        "while not Path(sys.argv[2], 'stop').exists():\n"
        "    archive = open_archive(Path(sys.argv[2])); ask(archive); archive.refresh(); ask(archive); archive.close()\n"
    )
    root = str(Path(__file__).parents[3])
    other = subprocess.Popen([sys.executable, "-c", code, root, str(tmp_path)], stdout=subprocess.PIPE, cwd=root)
    threads = [
        threading.Thread(target=guarded, args=(work, at)) for at, work in enumerate((refreshing, refreshing, staying))
    ]
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"asking\n"
        for thread in threads:
            thread.start()
        for turn in range(4):
            index_archive(tmp_path, rebuild=turn % 4 != 3)
            if stop.is_set():
                break
    finally:
        stop.set()
        (tmp_path / "stop").touch()
        for thread in threads:
            thread.join()
        ended = other.wait(timeout=60)
        other.communicate()
    assert not errors
    assert ended == 0
    assert all(rounds)
    shared.close()


def test_a_generation_stays_until_its_readers_are_gone(tmp_path: Path) -> None:
    fill(tmp_path)
    before = generation_folder(tmp_path)
    reader = open_archive(tmp_path)
    index_archive(tmp_path, rebuild=True)
    after = generation_folder(tmp_path)
    assert before is not None and after is not None and before.is_dir()
    ask(reader)
    reader.refresh()
    ask(reader)
    index_archive(tmp_path)
    assert [path.name for path in (tmp_path / "index").glob("g*")] == [after.name]
    ask(reader)
    reader.close()


def test_an_index_made_anew_under_the_same_name_is_seen(tmp_path: Path) -> None:
    fill(tmp_path)
    reader = open_archive(tmp_path)
    shutil.rmtree(tmp_path / "index")
    with pytest.raises(EngineError, match="run 'danchieu index'"):
        reader.refresh()
    index_archive(tmp_path)
    reader.refresh()
    index_archive(tmp_path)
    ask(reader)
    reader.close()


def listing(folder: Path) -> list[tuple[str, int, int]]:
    """Every file with its size and the time of its last change."""
    found = [(path, path.stat()) for path in sorted(folder.rglob("*"))]
    return [(str(path), stat.st_size if path.is_file() else 0, stat.st_mtime_ns) for path, stat in found]


@pytest.mark.parametrize("writable", [True, False])
def test_readers_create_and_change_nothing(tmp_path: Path, writable: bool) -> None:
    folder = tmp_path / "archive"
    fill(folder)
    everything = [folder, *folder.rglob("*")]
    if not writable:
        for path in everything:
            path.chmod(0o555 if path.is_dir() else 0o444)
    before = listing(folder)
    try:
        archive = open_archive(folder)
        ask(archive)
        archive.refresh()
        ask(archive)
        archive.close()
        assert listing(folder) == before
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_facts_that_were_left_with_their_log_are_read(tmp_path: Path) -> None:
    """A killed run leaves the log beside the file; a copy of the file alone has none."""
    fill(tmp_path)
    folder = generation_folder(tmp_path)
    assert folder is not None
    code = (
        "import os, sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\nfrom indexer.facts.store import Facts\n"
        "facts = Facts.open(Path(sys.argv[1])); facts.keep('something', 'kept'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder), str(Path(__file__).parents[3])], check=False)
    assert (folder / "facts.sqlite-wal").stat().st_size
    with Facts.reading(folder) as facts:
        assert facts.value("something") == "kept"
    for name in ("facts.sqlite-wal", "facts.sqlite-shm"):
        (folder / name).unlink()
    with Facts.reading(folder) as facts:
        assert facts.has_notice("n3")


def test_reading_does_not_bring_back_what_was_deleted(tmp_path: Path) -> None:
    fill(tmp_path)
    archive = open_archive(tmp_path)
    folder = generation_folder(tmp_path)
    assert folder is not None
    shutil.rmtree(folder)
    with pytest.raises(EngineError, match="run 'danchieu index'"):
        archive.resolve_draft(DRAFT, place=None, on=None)
    with pytest.raises(EngineError, match="run 'danchieu index'"):
        archive.summary()
    assert not folder.exists()
    archive.close()


def test_a_rebuild_that_fails_leaves_the_old_index_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path)
    before = sorted((tmp_path / "index").iterdir())

    def full(*values: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("indexer.building.build.vouch", full)
    with pytest.raises(Exception, match=r"could not be written \(No space left on device\); make room"):
        index_archive(tmp_path, rebuild=True)
    assert sorted((tmp_path / "index").iterdir()) == before
    archive = open_archive(tmp_path)
    ask(archive)
    archive.close()
