"""A damaged index is one clear line for readers, and a run of the indexer heals it, however it is damaged."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import EngineError, IndexDamaged
from corpus.store import Store, make_notice
from indexer.building.build import generation_folder
from tests.archives import index_archive, open_archive

TEXT = "Thực hiện Chỉ thị số {n}-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy và Luật Hợp tác xã năm 2012 về thi đua."
DAMAGES = 60


def answers(folder: Path) -> list[Any]:
    """What readers see: every document, searches, the figures, a draft."""
    archive = open_archive(folder)
    try:
        rows = [sorted(map(repr, archive.export(what))) for what in ("documents", "citations", "relations", "wanted")]
        found = archive.search("thi đua")
        drafted, _ = archive.resolve_draft("theo Chỉ thị số 3-CT/TU", place="Sơn La", on=None)
        titles = sorted(hit["id"] for hit in found["hits"])
        return [rows, found["total"], found["facets"], titles, archive.summary(), [o.status for o in drafted]]
    finally:
        archive.close()


def fill(folder: Path, numbers: range) -> None:
    with Store.open(folder, create=True) as store, store.batches() as save:
        for n in numbers:
            text = TEXT.format(n=n % 7 + 1) + f" Ý {n}."
            save(make_notice(id=f"n{n}", site="s", title=f"Kế hoạch thi đua {n}", text=text, place="Sơn La"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Any]]:
    """An archive whose index has more than one segment, and its answers."""
    folder = tmp_path_factory.mktemp("sound") / "archive"
    fill(folder, range(24))
    index_archive(folder)
    fill(folder, range(24, 27))
    index_archive(folder)
    return folder, answers(folder)


@pytest.fixture
def copy(sound: tuple[Path, list[Any]], tmp_path: Path) -> Path:
    shutil.copytree(sound[0], tmp_path / "archive")
    return tmp_path / "archive"


def the(folder: Path, pattern: str) -> Path:
    """One file of the index."""
    return sorted((folder / "index").glob(pattern))[0]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path, at: int | None = None) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2 if at is None else at] ^= 0x5A
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


FILES = ("g*/engine/*.seg", "g*/engine/*.toc", "g*/facts.sqlite", "g*/summary.json", "g*/manifest.json", "current")
WAYS: tuple[Callable[[Path], None], ...] = (cut, flip, empty, Path.unlink, folder_instead)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("pattern", FILES)
def test_each_damage_is_told_and_healed(
    copy: Path, sound: tuple[Path, list[Any]], pattern: str, way: Callable[[Path], None]
) -> None:
    way(the(copy, pattern))
    with pytest.raises(EngineError, match="run 'danchieu index'") as told:
        answers(copy)
    assert "\n" not in str(told.value)
    assert index_archive(copy).reason
    assert answers(copy) == sound[1]


def test_random_damages_are_told_and_healed(sound: tuple[Path, list[Any]], tmp_path: Path) -> None:
    chance = random.Random(20)
    for turn in range(DAMAGES):
        folder = tmp_path / str(turn)
        shutil.copytree(sound[0], folder)
        files = sorted(path for path in (folder / "index").rglob("*") if path.is_file() and path.stat().st_size)
        path = chance.choice(files)
        data = bytearray(path.read_bytes())
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                del data[at:]
            case 2:
                data[at : at + 64] = bytes(64)
            case _:
                data[at:at] = chance.randbytes(9)
        path.write_bytes(data)
        try:
            assert answers(folder) == sound[1], "what is not told is right"
        except EngineError as error:
            assert "run 'danchieu index'" in str(error)
        index_archive(folder)
        assert answers(folder) == sound[1]
        shutil.rmtree(folder)


def test_a_rebuild_reads_nothing_of_what_was(copy: Path, sound: tuple[Path, list[Any]]) -> None:
    for path in (copy / "index").rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xff" * 100)
    assert index_archive(copy, rebuild=True).rebuilt
    assert answers(copy) == sound[1]
    assert len(list((copy / "index").glob("g*"))) == 1


def test_damage_under_an_open_archive_is_told(copy: Path) -> None:
    archive = open_archive(copy)
    for path in (copy / "index").glob("g*/engine/*.seg"):
        data = path.read_bytes()
        with path.open("r+b") as file:  # in place: the open archive has it mapped
            file.write(b"\xa5" * len(data))
    with pytest.raises(IndexDamaged, match="run 'danchieu index'"):
        list(archive.export("documents"))
    assert index_archive(copy).reason
    archive.refresh()
    assert len(list(archive.export("documents"))) == 27


def test_an_archive_that_was_never_indexed_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    fill(tmp_path, range(2))
    with pytest.raises(EngineError, match="not indexed yet"):
        open_archive(tmp_path)
    (tmp_path / "index" / "g0001" / "engine").mkdir(parents=True)  # as a first run that was killed leaves it
    with pytest.raises(EngineError, match="not indexed yet"):
        open_archive(tmp_path)
    assert index_archive(tmp_path).reason is None
    assert len(list((tmp_path / "index").glob("g*"))) == 1


def test_a_run_that_was_killed_is_gone_on_with(copy: Path, sound: tuple[Path, list[Any]]) -> None:
    fill(copy, range(27, 29))
    folder = generation_folder(copy)
    assert folder is not None
    with pytest.raises(KeyboardInterrupt):

        def stop(step: str, done: int, total: int) -> None:
            if step == "resolve":
                raise KeyboardInterrupt

        index_archive(copy, progress=stop)
    assert answers(copy)[0][0] == sound[1][0][0], "readers see the state before"
    report = index_archive(copy)
    assert (report.reason, report.rebuilt) == (None, False)
    fill(tmp := copy.parent / "once", range(29))
    index_archive(tmp)
    assert answers(copy) == answers(tmp)
