"""Writing segments: which are merged, and what is left of them."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from whoosh import index as whoosh_index

from indexer.engine.whoosh.blocks import posting_file, read_blocks
from indexer.engine.whoosh.schema import schema
from indexer.engine.whoosh.writing import BulkSegmentWriter, small_ones


@dataclass(frozen=True)
class _Sized:
    """A segment as the choice of what is merged sees it."""

    documents: int
    deleted: int = 0

    def doc_count_all(self) -> int:
        return self.documents

    def deleted_count(self) -> int:
        return self.deleted


@pytest.mark.parametrize(
    ("sizes", "written", "merged"),
    [
        ([], 5, []),
        ([100], 0, []),
        ([100], 99, []),
        ([100], 100, [100]),
        ([1, 500, 502], 0, []),
        ([1, 500, 500], 0, [1, 500, 500]),
        ([1, 2, 3, 20_000, 20_000], 0, [1, 2, 3]),
        ([7000, 7000], 0, []),
        ([6000, 6000, 6000], 0, [6000, 6000]),
        ([100, 900, 30_000], 1, []),
    ],
)
def test_small_segments_are_merged(sizes: list[int], written: int, merged: list[int]) -> None:
    assert [one.documents for one in small_ones([_Sized(size) for size in sizes], written)] == merged


def test_size_is_of_what_is_left() -> None:
    worn, empty, large = _Sized(20_000, 19_990), _Sized(300, 300), _Sized(20_000)
    assert small_ones([large, worn, empty], 10) == [empty, worn]
    assert small_ones([large, worn, empty], 0) == [empty]


def test_many_additions_leave_few_segments() -> None:
    segments: list[_Sized] = []
    rewritten = 0
    for _ in range(1000):
        merged = small_ones(segments, 10)
        rewritten += sum(one.documents for one in merged)
        segments = [one for one in segments if one not in merged] + [_Sized(10 + sum(one.documents for one in merged))]
    assert sum(one.documents for one in segments) == 10_000
    assert len(segments) < 15
    assert rewritten < 15 * 10_000


def test_merging_keeps_what_is_left(tmp_path: Path) -> None:
    """Documents deleted are gone, the others have their terms, counts, lengths and columns under new numbers."""
    index = whoosh_index.create_in(str(tmp_path), schema())
    gone = {"a0", "a50", "b50"}
    sizes = {"a": 100, "b": 100, "c": 200}
    for name, size in sizes.items():
        writer = BulkSegmentWriter(index)
        for number in range(size):
            terms = {"uid": {f"notice:{name}{number}": 1}, "plain": {"chu": 1 + number % 7, f"rieng{name}": 2}}
            writer.add_counted(terms, {"c_id": f"{name}{number}".encode(), "c_date": number})
        if name == "c":
            stand = [value.decode() for value in index.reader().column_reader("c_id")]
            for id_ in gone:
                writer.delete_document(stand.index(id_))
        writer.commit()
    with whoosh_index.open_dir(str(tmp_path)).reader() as reader:
        assert reader.is_atomic()
        assert reader.doc_count_all() == reader.doc_count() == 397
        ids = [value.decode() for value in reader.column_reader("c_id")]
        dates = list(reader.column_reader("c_date"))
        assert set(ids) == {f"{n}{i}" for n, size in sizes.items() for i in range(size)} - gone
        assert all(date == int(id_[1:]) for id_, date in zip(ids, dates, strict=True))
        for term, wanted in (
            (b"chu", {id_: 1 + int(id_[1:]) % 7 for id_ in ids}),
            (b"riengb", {id_: 2 for id_ in ids if id_[0] == "b"}),
            (b"riengc", {id_: 2 for id_ in ids if id_[0] == "c"}),
        ):
            found = read_blocks(reader, posting_file(reader), "plain", term)
            assert found is not None
            assert {ids[n]: c for n, c in zip(*(part.tolist() for part in found), strict=True)} == wanted
            assert reader.doc_frequency("plain", term) == len(wanted)
        assert [reader.doc_field_length(n, "plain") for n in range(5)] == [3 + int(ids[n][1:]) % 7 for n in range(5)]
        assert all(read_blocks(reader, posting_file(reader), "uid", f"notice:{id_}".encode()) is None for id_ in gone)
