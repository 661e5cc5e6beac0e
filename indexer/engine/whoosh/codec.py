"""Whoosh's own codec with one difference: postings wait as arrays, and are written block by block. A reader needs nothing of this.

The seams are those that Whoosh offers: a codec is asked for the writer of fields and of postings, and a segment writer keeps its postings in a pool.
"""

from array import array
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter

from indexer.engine.whoosh.blocks import BLOCK, FEW, BlockWriter, Counts, Ints

GONE: Final = -1
"""In place of the number of a document that was deleted."""
_SHIFT: Final = 16
_MAX_COUNT: Final = (1 << _SHIFT) - 1


class Waiting:
    """Postings of a segment that is being written, in place of Whoosh's pool: for each term of a field an array of document numbers with counts."""

    def __init__(self) -> None:
        self.terms: dict[str, dict[bytes, array[int]]] = {}
        self.size = 0

    def add_counts(self, field: str, number: int, counts: Mapping[str, int]) -> None:
        """A document's terms of one field. Documents come in the order of their numbers."""
        lists = self.terms.setdefault(field, {})
        for term, count in counts.items():
            key = term.encode()
            waiting = lists.get(key)
            if waiting is None:
                waiting = lists[key] = array("Q")
            waiting.append(number << _SHIFT | min(count, _MAX_COUNT))
        self.size += len(counts)

    def add_moved(self, field: str, term: bytes, numbers: Ints, counts: Counts, moved: NDArray[np.int64]) -> None:
        """A term's postings of another segment. moved: new number by old, `GONE` where the document is deleted."""
        packed = moved[numbers] << _SHIFT | np.minimum(counts, _MAX_COUNT)
        packed = packed[packed >= 0]
        if len(packed):
            self.terms.setdefault(field, {}).setdefault(term, array("Q")).frombytes(packed.tobytes())
            self.size += len(packed)

    def iter_postings(self) -> "Waiting":
        """What the field writer takes."""
        return self

    def cleanup(self) -> None:
        """Let go of all."""
        self.terms.clear()


class BulkCodec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """The codec of a segment writer; the segments that it makes name Whoosh's own."""

    blocks: BlockWriter

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> BlockWriter:
        """The writer of the field that begins."""
        self.blocks = BlockWriter(dbfile)
        return self.blocks

    def field_writer(self, storage: Any, segment: Any) -> "_BulkFieldWriter":
        """The writer of a segment's terms."""
        return _BulkFieldWriter(self, storage, segment)

    def new_segment(self, storage: Any, indexname: str) -> Any:
        """A segment as Whoosh itself would begin it: it is kept in the index's list, with its codec."""
        return W3Codec().new_segment(storage, indexname)


class _BulkFieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, codec: BulkCodec, storage: Any, segment: Any) -> None:
        super().__init__(codec, storage, segment)
        self.bulk = codec

    def add_postings(self, schema: Any, lengths: Any, items: Waiting) -> None:
        """Write all that waits, field by field, term by term. lengths: the segment's reader of documents."""
        count = lengths.doc_count_all()
        for field in sorted(items.terms):
            lists = items.terms.pop(field)
            of_field = np.fromiter(
                (lengths.doc_field_length(number, field) or 0 for number in range(count)), dtype=np.int64, count=count
            )
            self.start_field(field, schema[field])
            for term in sorted(lists):
                self.start_term(term)
                _hand_over(self.bulk.blocks, lists[term], of_field)
                self.finish_term()
            self.finish_field()


def _hand_over(blocks: BlockWriter, waiting: "array[int]", lengths: NDArray[np.int64]) -> None:
    """Give a term's waiting postings to the writer of blocks."""
    if len(waiting) < FEW:
        numbers = [packed >> _SHIFT for packed in waiting]
        blocks.add_few(numbers, [packed & _MAX_COUNT for packed in waiting], [int(lengths[n]) for n in numbers])
        return
    postings = np.frombuffer(waiting, dtype=np.uint64)
    documents = (postings >> np.uint64(_SHIFT)).astype(np.uint32)
    counts = (postings & np.uint64(_MAX_COUNT)).astype(np.uint32)
    for low in range(0, len(documents), BLOCK):
        part = documents[low : low + BLOCK]
        blocks.add_block(part, counts[low : low + BLOCK], lengths[part])
