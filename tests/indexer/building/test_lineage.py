"""An index knows the store that it came from: whatever store stands beside it, a run leaves it as a rebuild would."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.database import DATABASE
from corpus.store import Store, make_notice
from tests.archives import index_archive, open_archive


def write(folder: Path, **texts: str) -> None:
    """One session of writing."""
    with Store.open(folder, create=True) as store:
        for id_, text in texts.items():
            store.save(make_notice(id=id_, site="s", title=id_, text=text, place="Sơn La"))


def shown(folder: Path) -> list[Any]:
    archive = open_archive(folder)
    try:
        rows = {what: sorted(map(repr, archive.export(what))) for what in ("documents", "citations", "wanted")}
        return [rows, archive.summary()]
    finally:
        archive.close()


def restore(folder: Path) -> None:
    """The backup in the place of the store, as people copy it."""
    for path in folder.glob(f"{DATABASE}*"):
        path.unlink()
    shutil.copy(folder.parent / "backup" / DATABASE, folder / DATABASE)


def restored_and_written(folder: Path) -> None:
    restore(folder)
    write(folder, f="Thực hiện Chỉ thị số 9-CT/TU ngày 01/02/2023", b="Nói lại khác.")


def emptied(folder: Path) -> None:
    for path in folder.glob(f"{DATABASE}*"):
        path.unlink()
    Store.open(folder, create=True).close()


def foreign(folder: Path) -> None:
    emptied(folder)
    write(folder, **{name: f"Một văn bản khác, {name}." for name in "vwxyz"})


def rows_deleted(folder: Path) -> None:
    with Store.open(folder) as store:
        store.connection.execute("DELETE FROM notices WHERE id IN ('a', 'd')")


CASES: dict[str, tuple[Callable[[Path], None], str]] = {
    "older": (restore, "older"),
    "older, written to again": (restored_and_written, "written to since"),
    "emptied": (emptied, "another"),
    "another archive's": (foreign, "another"),
    "rows deleted by hand": (rows_deleted, "lost notices"),
}


@pytest.mark.parametrize("name", CASES)
def test_another_store_beside_the_index_is_noticed_and_mended(tmp_path: Path, name: str) -> None:
    change, said = CASES[name]
    folder = tmp_path / "archive"
    write(folder, a="Theo Chỉ thị số 7-CT/TU ngày 05/4/2022.", b="Theo Chỉ thị 7-CT/TU.", c="Luật Hợp tác xã năm 2012")
    (tmp_path / "backup").mkdir()
    shutil.copy(folder / DATABASE, tmp_path / "backup" / DATABASE)
    write(folder, d="Chỉ thị số 8-CT/TU ngày 06/4/2022.", e="Theo Kết luận số 56-KL/TW")
    index_archive(folder)
    change(folder)
    report = index_archive(folder)
    assert report.rebuilt
    assert said in str(report.reason)
    healed = shown(folder)
    assert index_archive(folder).reason is None, "once is enough"
    index_archive(folder, rebuild=True)
    assert shown(folder) == healed
    write(folder, g="Theo Chỉ thị số 8-CT/TU ngày 06/4/2022.")
    report = index_archive(folder)
    assert (report.taken_in, report.rebuilt) == (1, False), "later notices come in"


def test_a_store_restored_under_a_run_that_was_killed(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    write(folder, a="Theo Chỉ thị số 7-CT/TU ngày 05/4/2022.", b="Một.")
    (tmp_path / "backup").mkdir()
    shutil.copy(folder / DATABASE, tmp_path / "backup" / DATABASE)
    index_archive(folder)
    write(folder, b="Hai.")

    def stop(step: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index_archive(folder, progress=stop)
    restore(folder)
    assert "older" in str(index_archive(folder).reason)
