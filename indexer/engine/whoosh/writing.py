"""Writing Whoosh segments in bulk: counted terms go straight into posting lists, and several processes may each write a segment.

Whoosh tokenises, sorts and checks every posting one by one in Python, about ten microseconds each. Here a document comes as counted terms, a posting
waits as one number in its term's array, and blocks are handed over whole; the files are the same, and Whoosh reads them as its own
(whoosh.writing.SegmentWriter and whoosh.multiproc are what this follows).
"""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from whoosh import index as whoosh_index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from indexer.engine.protocol import IndexDocument
from indexer.engine.whoosh.blocks import BLOCK, FEW, BlockWriter, blocks_of
from indexer.engine.whoosh.schema import counted_row

_SHIFT: Final = 16
_MAX_COUNT: Final = (1 << _SHIFT) - 1
_POSTINGS_LIMIT: Final = 24_000_000
_MOST_MERGED: Final = 12_000
_GONE: Final = -1


class BulkSegmentWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """A `SegmentWriter` whose documents come as counted terms (see `indexer.engine.whoosh.schema.counted_row`).

    Postings wait in memory, eight bytes each: `is_full` says when it is time to close the segment and begin another.
    """

    def __init__(self, index: Any, **options: Any) -> None:
        super().__init__(index, codec=W3Codec(), **options)
        self._terms: dict[str, dict[bytes, array[int]]] = {}
        self._waiting = 0
        self.elsewhere: list[Any] = []
        """Segments that workers wrote, to be taken in with this one."""

    @property
    def is_full(self) -> bool:
        """Whether the segment holds as many postings as memory should."""
        return self._waiting >= _POSTINGS_LIMIT

    def add_counted(self, terms: Mapping[str, Mapping[str, int]], columns: Mapping[str, object]) -> None:
        """Add a document: counts of terms by field, values by column."""
        number = self.docnum
        documents = self.perdocwriter
        documents.start_doc(number)
        for field, counts in terms.items():
            lists = self._terms.setdefault(field, {})
            length = 0
            for term, count in counts.items():
                length += count
                key = term.encode()
                waiting = lists.get(key)
                if waiting is None:
                    waiting = lists[key] = array("Q")
                waiting.append(number << _SHIFT | min(count, _MAX_COUNT))
            documents.add_field(field, self.schema[field], None, length)
            self._waiting += len(counts)
        for name, value in columns.items():
            field_object = self.schema[name]
            documents.add_column_value(name, field_object.column_type, field_object.to_column_value(value))
        documents.finish_doc()
        self._added = True
        self.docnum += 1

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: Any) -> None:
        """Postings of a segment that is merged into this one wait beside the others, term by term. docmap: new numbers by old, without the deleted."""
        moved = np.arange(startdoc, startdoc + reader.doc_count_all(), dtype=np.int64)
        if docmap is not None:
            moved[:] = _GONE
            moved[list(docmap)] = list(docmap.values())
        for (field, term), info in reader._terms.items():
            numbers, counts = blocks_of(reader._terms, info)
            packed = moved[numbers] << _SHIFT | np.minimum(counts, _MAX_COUNT)
            packed = packed[packed >= 0]
            if len(packed):
                self._terms.setdefault(field, {}).setdefault(term, array("Q")).frombytes(packed.tobytes())
                self._waiting += len(packed)

    def _merge_segments(self, *options: Any) -> list[Any]:
        """Take small segments into this one; gives those that stay as they are."""
        merged = small_ones([*self.segments, *self.elsewhere], self.docnum)
        for segment in merged:
            reader = SegmentReader(self.storage, self.schema, segment)
            self.add_reader(reader)
            reader.close()
        return [one for one in (*self.segments, *self.elsewhere) if one not in merged]

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        lengths = self.per_document_reader()
        count = lengths.doc_count_all()
        for field in sorted(self._terms):
            lists = self._terms.pop(field)
            of_field = np.fromiter(
                (lengths.doc_field_length(number, field) or 0 for number in range(count)), dtype=np.int64, count=count
            )
            self.fieldwriter.start_field(field, self.schema[field])
            blocks = self.fieldwriter._postwriter = BlockWriter(self.fieldwriter._postfile)
            for term in sorted(lists):
                self.fieldwriter.start_term(term)
                _add(blocks, lists[term], of_field)
                self.fieldwriter.finish_term()
            self.fieldwriter.finish_field()
        self.fieldwriter.close()
        lengths.close()


def small_ones(segments: Sequence[Any], written: int) -> list[Any]:
    """Segments to be merged into one that has so many documents already: as many of the smallest as together are at most 12,000 documents,
    the largest of them no larger than all before it.

    So a document is written again about as often as the archive doubles, the segments of many small additions stay few, and no addition
    waits for the large ones. A segment without a document left always goes. (The binary scheme of Bentley & Saxe 1980, cut off.)
    """
    found: list[Any] = []
    empty: list[Any] = []
    gathered = written
    in_order = sorted(segments, key=_live)
    for at, segment in enumerate(in_order):
        size = _live(segment)
        if not size:
            empty.append(segment)
        elif size <= gathered <= _MOST_MERGED - size:
            found = in_order[len(empty) : at + 1]
        gathered += size
    return empty + found


def _live(segment: Any) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())


def _add(blocks: BlockWriter, waiting: "array[int]", lengths: NDArray[np.int64]) -> None:
    """Hand a term's waiting postings to the writer of blocks."""
    if len(waiting) < FEW:
        for packed in waiting:
            number = packed >> _SHIFT
            blocks.add_posting(number, packed & _MAX_COUNT, b"", int(lengths[number]))
        return
    postings = np.frombuffer(waiting, dtype=np.uint64)
    numbers = (postings >> np.uint64(_SHIFT)).astype(np.uint32)
    counts = (postings & np.uint64(_MAX_COUNT)).astype(np.uint32)
    for low in range(0, len(numbers), BLOCK):
        part = numbers[low : low + BLOCK]
        blocks.add_block(part, counts[low : low + BLOCK], lengths[part])


Known = tuple[IndexDocument, Counter[str] | None]
"""A document, with its compounds where they are known."""


class SegmentWorker:
    """Writes segments of an index in a process of its own, while another process holds the index's lock."""

    def __init__(self, folder: Path) -> None:
        self._index = whoosh_index.open_dir(str(folder))
        self._writer: BulkSegmentWriter | None = None
        self._finished: list[Any] = []

    def add(self, documents: list[Known]) -> int:
        """Analyse and add documents; gives how many."""
        for document, words in documents:
            if self._writer is None:
                self._writer = BulkSegmentWriter(self._index, _lk=False)
            self._writer.add_counted(*counted_row(document, words))
            if self._writer.is_full:
                self._close_segment()
        return len(documents)

    def _close_segment(self) -> None:
        if self._writer is not None:
            self._finished.append(self._writer._finalize_segment())
            self._writer = None

    def finish(self) -> list[Any]:
        """The segments written, for the holder of the lock to take into the index."""
        self._close_segment()
        finished, self._finished = self._finished, []
        return finished


_worker: SegmentWorker | None = None


def start_worker(folder: Path) -> None:
    """Make this process a worker of one index."""
    global _worker
    _worker = SegmentWorker(folder)


def add_in_worker(documents: list[Known]) -> int:
    """`SegmentWorker.add` of this process."""
    return _this_worker().add(documents)


def finish_in_worker() -> list[Any]:
    """`SegmentWorker.finish` of this process."""
    return _this_worker().finish()


def _this_worker() -> SegmentWorker:
    if _worker is None:
        raise RuntimeError("this process was not started as a worker of an index")
    return _worker
