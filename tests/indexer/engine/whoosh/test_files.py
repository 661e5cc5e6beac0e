"""Segment files read through their mapping: short reads, long reads beside it, parts of parts."""

from pathlib import Path

import pytest

from indexer.engine.whoosh.files import MappedStorage

CONTENT = bytes(range(256)) * 8


@pytest.fixture
def storage(tmp_path: Path) -> MappedStorage:
    (tmp_path / "MAIN_x.seg").write_bytes(CONTENT)
    (tmp_path / "_MAIN_1.toc").write_bytes(b"toc")
    return MappedStorage(tmp_path)


@pytest.mark.parametrize(
    ("start", "length", "position", "wanted"),
    [
        (0, len(CONTENT), 0, 1),
        (0, len(CONTENT), 200, 47),
        (0, len(CONTENT), 200, 48),
        (0, len(CONTENT), 0, len(CONTENT)),
        (100, 300, 10, 20),
        (100, 300, 10, 200),
        (100, 300, 290, 200),
        (100, 300, 298, 5),
    ],
)
def test_short_and_long_reads_give_the_same(
    storage: MappedStorage, start: int, length: int, position: int, wanted: int
) -> None:
    part = storage.open_file("MAIN_x.seg").subset(start, length)
    assert part.get(position, wanted) == CONTENT[start : start + length][position : position + wanted]


def test_a_part_of_a_part(storage: MappedStorage) -> None:
    inner = storage.open_file("MAIN_x.seg").subset(100, 1000).subset(50, 400)
    assert inner.get(0, 400) == CONTENT[150:550]
    inner.seek(7)
    assert inner.read(3) == CONTENT[157:160]
    assert inner.tell() == 10
    assert inner.get(0, 60) == CONTENT[150:210]
    assert inner.tell() == 10, "a read at a position leaves the cursor alone"


def test_a_segment_stays_readable_when_its_name_is_gone(storage: MappedStorage, tmp_path: Path) -> None:
    """A later commit removes the files of merged segments while searches still read them."""
    file = storage.open_file("MAIN_x.seg")
    (tmp_path / "MAIN_x.seg").unlink()
    assert file.get(0, 10) + file.get(10, 500) == CONTENT[:510]


def _open_files() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_files_are_let_go_with_the_last_view(storage: MappedStorage) -> None:
    before = _open_files()
    file = storage.open_file("MAIN_x.seg")
    part = file.subset(10, 10)
    del file
    assert part.get(0, 5) == CONTENT[10:15]
    assert _open_files() > before
    del part
    assert _open_files() == before


def test_other_files_are_opened_plainly(storage: MappedStorage) -> None:
    with storage.open_file("_MAIN_1.toc") as file:
        assert file.read() == b"toc"
