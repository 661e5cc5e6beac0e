"""Writing Whoosh segments in bulk: counted terms go straight into posting lists, and several processes may each write a segment.

Whoosh tokenises, sorts and checks every posting one by one in Python, about ten microseconds each. Here a document comes as counted terms, a posting
waits as one number in its term's array, and blocks are handed over whole (see `codec`); the files are the same, and Whoosh reads them as its own
(whoosh.writing.SegmentWriter and whoosh.multiproc are what this follows, by their public names alone).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, clean_files
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from indexer.engine.protocol import IndexDocument
from indexer.engine.whoosh.blocks import blocks_of, posting_file
from indexer.engine.whoosh.codec import GONE, BulkCodec, Waiting
from indexer.engine.whoosh.schema import counted_row

_POSTINGS_LIMIT: Final = 24_000_000
_MOST_MERGED: Final = 12_000


class BulkSegmentWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """A `SegmentWriter` whose documents come as counted terms (see `indexer.engine.whoosh.schema.counted_row`).

    Postings wait in memory, eight bytes each: `is_full` says when it is time to close the segment and begin another.
    """

    def __init__(self, index: Any) -> None:
        super().__init__(index, codec=BulkCodec())
        self.pool = Waiting()
        self.elsewhere: list[Any] = []
        """Segments that workers wrote, to be taken in with this one."""

    @property
    def is_full(self) -> bool:
        """Whether the segment holds as many postings as memory should."""
        return self.pool.size >= _POSTINGS_LIMIT

    def add_counted(self, terms: Mapping[str, Mapping[str, int]], columns: Mapping[str, object]) -> None:
        """Add a document: counts of terms by field, values by column."""
        number = self.docnum
        documents = self.perdocwriter
        documents.start_doc(number)
        for field, counts in terms.items():
            self.pool.add_counts(field, number, counts)
            documents.add_field(field, self.schema[field], None, sum(counts.values()))
        for name, value in columns.items():
            field_object = self.schema[name]
            documents.add_column_value(name, field_object.column_type, field_object.to_column_value(value))
        documents.finish_doc()
        self.docnum += 1

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: Any) -> None:
        """Postings of a segment that is merged into this one wait beside the others, term by term. docmap: new numbers by old, without the deleted."""
        moved = np.arange(startdoc, startdoc + reader.doc_count_all(), dtype=np.int64)
        if docmap is not None:
            moved[:] = GONE
            moved[list(docmap)] = list(docmap.values())
        with posting_file(reader) as file:
            for (field, term), info in reader:
                self.pool.add_moved(field, term, *blocks_of(file, info), moved)

    def finish_segment(self) -> Any:
        """Write what waits, and put the segment's files into one; gives the segment, which no reader sees before it is committed."""
        self.perdocwriter.close()
        lengths = self.per_document_reader()
        self.fieldwriter.add_postings(self.schema, lengths, self.iter_postings())
        self.fieldwriter.close()
        lengths.close()
        segment = self.get_segment()
        segment.create_compound_file(self.storage)
        return segment

    def commit(self) -> None:
        """Take small segments into this one, and make it and those that stay the index. `SegmentWriter.commit` would write by its own pool."""
        others = [*self.segments, *self.elsewhere]
        merged = small_ones(others, self.docnum)
        for segment in merged:
            reader = SegmentReader(self.storage, self.schema, segment)
            self.add_reader(reader)
            reader.close()
        kept = [one for one in others if one not in merged]
        if self.docnum:
            kept.append(self.finish_segment())
        else:
            self.perdocwriter.close()
            self.fieldwriter.close()
        TOC(self.schema, kept, self.generation).write(self.storage, self.indexname)
        clean_files(self.storage, self.indexname, self.generation, kept)
        self.temp_storage().destroy()
        self.writelock.release()
        self.is_closed = True


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


Known = tuple[IndexDocument, Counter[str] | None]
"""A document, with its compounds where they are known."""


class _HeldElsewhere:
    """The lock of an index, for those who work under another process's."""

    def acquire(self, blocking: bool = False) -> bool:
        """It is held already."""
        return True

    def release(self) -> None:
        """It goes on being held."""


class _UnderALock(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """An index's folder, for a worker of the process that holds its lock."""

    def lock(self, name: str) -> _HeldElsewhere:
        """The lock that the other process holds."""
        return _HeldElsewhere()


class SegmentWorker:
    """Writes segments of an index in a process of its own, while another process holds the index's lock."""

    def __init__(self, folder: Path) -> None:
        self._index = _UnderALock(str(folder)).open_index()
        self._writer: BulkSegmentWriter | None = None
        self._finished: list[Any] = []

    def add(self, documents: list[Known]) -> int:
        """Analyse and add documents; gives how many."""
        for document, words in documents:
            if self._writer is None:
                self._writer = BulkSegmentWriter(self._index)
            self._writer.add_counted(*counted_row(document, words))
            if self._writer.is_full:
                self._close_segment()
        return len(documents)

    def _close_segment(self) -> None:
        if self._writer is not None:
            self._finished.append(self._writer.finish_segment())
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
