"""When an index is added to, when it is made anew, and what the report says of it."""

from pathlib import Path

import pytest

from corpus.errors import ArchiveLocked, ArchiveMissing
from corpus.store import Store, make_notice, writer_lock
from indexer.building.generations import generation_folder
from tests.archives import index_archive, open_archive


def save(folder: Path, *ids: str) -> None:
    with Store.open(folder, create=True) as store:
        for id_ in ids:
            store.save(make_notice(id=id_, site="s", title=f"Tin {id_}", text=f"Theo Chỉ thị 12/CT-TTg, bài {id_}."))


def generation(folder: Path) -> str:
    found = generation_folder(folder)
    assert found is not None
    return found.name


def test_the_first_run_reads_all_and_the_next_only_what_is_new(tmp_path: Path) -> None:
    save(tmp_path, "a", "b")
    first = index_archive(tmp_path)
    assert (first.taken_in, first.removed, first.rebuilt, first.reason) == (2, 0, True, None)
    here = generation(tmp_path)
    save(tmp_path, "c")
    second = index_archive(tmp_path)
    assert (second.taken_in, second.removed, second.rebuilt, generation(tmp_path)) == (1, 0, False, here)
    assert index_archive(tmp_path).written == 0


def test_what_was_withdrawn_is_forgotten(tmp_path: Path) -> None:
    save(tmp_path, "a", "b")
    index_archive(tmp_path)
    with Store.open(tmp_path) as store:
        store.withdraw("a", "đăng nhầm")
    assert index_archive(tmp_path).removed == 1
    archive = open_archive(tmp_path)
    assert archive.notice_count() == 1
    archive.close()


def test_a_rebuild_is_another_generation_without_a_reason(tmp_path: Path) -> None:
    save(tmp_path, "a")
    index_archive(tmp_path)
    before = generation(tmp_path)
    report = index_archive(tmp_path, rebuild=True)
    assert (report.rebuilt, report.reason, report.taken_in) == (True, None, 1)
    assert generation(tmp_path) != before
    assert not (tmp_path / "index" / before).exists()


@pytest.mark.parametrize("damage", ["engine", "facts.sqlite", "manifest.json", "summary.json"])
def test_a_damaged_index_is_made_anew_and_says_why(tmp_path: Path, damage: str) -> None:
    save(tmp_path, "a")
    index_archive(tmp_path)
    broken = tmp_path / "index" / generation(tmp_path) / damage
    files = [broken] if broken.is_file() else [path for path in broken.rglob("*") if path.is_file()]
    for path in files:
        path.write_bytes(b"\0" * 64)
    report = index_archive(tmp_path)
    assert report.rebuilt and report.reason
    archive = open_archive(tmp_path)
    assert archive.notice_count() == 1
    archive.close()


def test_notices_that_left_without_a_word_are_noticed(tmp_path: Path) -> None:
    save(tmp_path, "a", "b")
    index_archive(tmp_path)
    with Store.open(tmp_path) as store:
        store.connection.execute("DELETE FROM notices WHERE id = 'a'")
    report = index_archive(tmp_path)
    assert (report.rebuilt, report.taken_in) == (True, 1)
    assert report.reason is not None and "has lost notices" in report.reason


def test_progress_is_told_step_by_step(tmp_path: Path) -> None:
    save(tmp_path, "a", "b", "c")
    told: list[tuple[str, int, int]] = []
    index_archive(tmp_path, progress=lambda step, done, total: told.append((step, done, total)))
    assert [step for step, done, total in told if done == total] == ["read", "resolve", "write"]
    assert ("read", 3, 3) in told and ("resolve", 3, 3) in told


def test_two_writers_are_one_too_many(tmp_path: Path) -> None:
    save(tmp_path, "a")
    index_archive(tmp_path)
    with writer_lock(tmp_path / "index"), pytest.raises(ArchiveLocked, match="another process"):
        index_archive(tmp_path)


def test_where_there_is_no_archive_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        index_archive(tmp_path / "none")
    assert not (tmp_path / "none").exists()
