"""Files into the archive: counted, and what cannot be read is remembered."""

import os
from pathlib import Path

from corpus.store import Store
from webapp.intake import MOST_KEPT, changed_files, read, take_in


def quiet(step: str, done: int, total: int) -> None:
    del step, done, total


def test_what_came_of_each_and_what_is_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "nhan"
    folder.mkdir()
    (folder / "a.txt").write_text("Thực hiện Chỉ thị số 12/CT-TTg.", encoding="utf-8")
    (folder / "b.bin").write_bytes(b"\x00\x01")
    told: list[str] = []
    with Store.open(tmp_path / "kho", create=True) as store:
        found = take_in(store, [folder], read([folder], quiet), lambda where, reason: told.append(where))
        assert (found.added, len(found.faults), told) == (1, 1, [f"{folder}/b.bin"])
        assert [fault.path for fault in store.faults.all()] == [f"{folder}/b.bin"]
        assert found.line() == "1 thêm mới, 0 cập nhật, 0 không đổi, 0 trùng, 1 bỏ qua"
        (folder / "b.bin").unlink()
        again = take_in(store, [folder], read([folder], quiet), lambda where, reason: None)
        assert (again.unchanged, store.faults.count()) == (1, 0)


def test_a_path_is_one_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text("{\n", encoding="utf-8")
    odd = tmp_path / "x" / ".." / "b.jsonl"
    (tmp_path / "x").mkdir()
    with Store.open(tmp_path / "kho", create=True) as store:
        take_in(store, [odd], read([odd], quiet), lambda where, reason: None)
        assert [fault.place for fault in store.faults.all()] == [f"{tmp_path}/b.jsonl line 1"]


def test_a_report_names_the_first_faults_only(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text("{\n" * 50, encoding="utf-8")
    with Store.open(tmp_path / "kho", create=True) as store:
        row = take_in(store, [lines], read([lines], quiet), lambda where, reason: None).as_row(MOST_KEPT)
    assert row["skipped"] == 50 and isinstance(row["faults"], list) and len(row["faults"]) == MOST_KEPT


def test_of_a_drop_folder_what_is_new_or_changed(tmp_path: Path) -> None:
    folder = tmp_path / "nhan"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.txt", "sub/b.txt", ".hidden", "~$c.docx"):
        (folder / name).write_text("x")
    with Store.open(tmp_path / "kho", create=True) as store:
        first = changed_files(store, folder)
        assert [Path(one.path).name for one in first] == ["a.txt", "b.txt"]
        with store.transaction():
            store.faults.stamp(first)
        assert changed_files(store, folder) == []
        os.utime(folder / "a.txt", ns=(1, 1))
        assert [Path(one.path).name for one in changed_files(store, folder)] == ["a.txt"]
