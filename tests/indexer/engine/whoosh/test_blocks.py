"""Posting blocks: what is written is read back, by us and by Whoosh."""

from pathlib import Path

import pytest
from whoosh import index as whoosh_index
from whoosh.codec.whoosh3 import W3LeafMatcher

from indexer.engine.whoosh.blocks import BLOCK, FEW, posting_file, read_blocks
from indexer.engine.whoosh.schema import schema
from indexer.engine.whoosh.writing import BulkSegmentWriter


@pytest.mark.parametrize(
    ("size", "every", "most"),
    [(1, 1, 1), (FEW - 1, 2, 3), (FEW, 1, 1), (300, 3, 300), (BLOCK + 5, 1, 7)],
    ids=["one", "few", "all ones", "counts of two bytes", "two blocks"],
)
def test_postings_come_back(tmp_path: Path, size: int, every: int, most: int) -> None:
    index = whoosh_index.create_in(str(tmp_path), schema())
    writer = BulkSegmentWriter(index)
    wanted = {}
    for number in range(size):
        count = 1 + number % most
        terms = {"plain": {"khac": 1, **({"chu": count} if number % every == 0 else {})}}
        writer.add_counted(terms, {"c_id": str(number).encode()})
        if number % every == 0:
            wanted[number] = count
    writer.commit()
    with whoosh_index.open_dir(str(tmp_path)).reader() as reader:
        found = read_blocks(reader, posting_file(reader), "plain", b"chu")
        assert found is not None
        numbers, counts = found
        assert dict(zip(numbers.tolist(), counts.tolist(), strict=True)) == wanted
        matcher = reader.postings("plain", "chu")
        assert isinstance(matcher, W3LeafMatcher)
        walked = {}
        while matcher.is_active():
            walked[matcher.id()] = int(matcher.weight())
            matcher.next()
        assert walked == wanted
        assert reader.doc_frequency("plain", "chu") == len(wanted)
        assert reader.frequency("plain", "chu") == sum(wanted.values())
        assert read_blocks(reader, posting_file(reader), "plain", b"none") is None
