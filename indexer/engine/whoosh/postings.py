"""Whoosh's segments as arrays: posting blocks, lengths and columns are read once and kept, within bounds.

Walking postings one by one in Python costs about a microsecond each; a block read into an array is scored at once.
"""

import threading
import weakref
import zlib
from collections import OrderedDict
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from indexer.engine.protocol import FACETS
from indexer.engine.whoosh.blocks import Counts, Ints, posting_file, read_blocks
from indexer.engine.whoosh.schema import unpack_cards

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
_MAX_BYTE: Final = 255
_ENTRY_BYTES: Final = 400
_FIRST_LETTER: Final = b"a"


@dataclass(frozen=True, slots=True)
class Postings:
    """Documents that have a term, and how often, in as few bytes as that takes.

    ids: ascending; None where most documents have the term, and `counts` has one entry for each document instead. frequency: how many have it.
    """

    ids: Ints | None
    counts: Counts
    frequency: int

    @classmethod
    def of(cls, ids: Ints, counts: Counts, size: int) -> "Postings":
        """Postings in a segment of so many documents."""
        narrow = counts.astype(np.uint8) if not len(counts) or counts.max() <= _MAX_BYTE else counts.astype(np.uint32)
        if len(ids) * (ids.itemsize + narrow.itemsize) < size * narrow.itemsize:
            return cls(ids, narrow, len(ids))
        whole = np.zeros(size, dtype=narrow.dtype)
        whole[ids] = narrow
        return cls(None, whole, len(ids))

    @property
    def documents(self) -> Ints:
        """Numbers of the documents, ascending."""
        return np.flatnonzero(self.counts).astype(np.int32) if self.ids is None else self.ids

    @property
    def bytes(self) -> int:
        """Memory that the arrays take."""
        return int(self.counts.nbytes + (self.ids.nbytes if self.ids is not None else 0))

    def mark(self, mask: Mask) -> None:
        """Set a mask for the documents that have the term."""
        if not self.frequency:
            return
        if self.ids is None:
            mask |= self.counts > 0
        else:
            mask[self.ids] = True

    def add_gains(self, scores: Floats, norms: Floats, weight: float, k1: float) -> None:
        """Add a term's weight times ``count (k1 + 1) / (count + norm)`` to the scores of the documents that have it, in place."""
        counts = self.counts.astype(np.float32)
        counts /= counts + (norms if self.ids is None else norms[self.ids])
        counts *= np.float32(weight * (k1 + 1))
        if self.ids is None:
            scores += counts
        else:
            scores[self.ids] += counts


_NONE: Final = Postings(np.empty(0, dtype=np.int32), np.empty(0, dtype=np.uint8), 0)


class PostingCache:
    """Least recently used postings, bounded in bytes; shared by threads."""

    def __init__(self, limit_bytes: int = 192 * 1024 * 1024) -> None:
        self._limit = limit_bytes
        self._used = 0
        self._kept: OrderedDict[tuple[str, ...], Postings] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, ...]) -> Postings | None:
        """What is kept under a key."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: tuple[str, ...], postings: Postings) -> None:
        """Keep postings; the longest unused go when the bound is passed."""
        size = postings.bytes + _ENTRY_BYTES
        with self._lock:
            if key in self._kept or size > self._limit:
                return
            self._kept[key] = postings
            self._used += size
            while self._used > self._limit:
                _, dropped = self._kept.popitem(last=False)
                self._used -= dropped.bytes + _ENTRY_BYTES


Codes = tuple[Ints, list[str]]
"""A column of short texts: for each document a code into the list of values, of which the first is the empty text."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A segment's columns as arrays, which stay true when documents are deleted."""

    dates: Ints
    cited_counts: Ints
    types: Codes
    facets: dict[str, Codes]

    @classmethod
    def read(cls, reader: Any, size: int) -> "Columns":
        """All columns of a segment of so many documents."""
        return cls(
            _numbers(reader, "c_date", size),
            _numbers(reader, "c_cited", size),
            _codes(reader, "c_type", size),
            {name: _codes(reader, f"c_{name}", size) for name in FACETS},
        )


def _numbers(reader: Any, column: str, size: int) -> Ints:
    if not reader.has_column(column):
        return np.zeros(size, dtype=np.int32)
    return np.fromiter(reader.column_reader(column), dtype=np.int32, count=size)


def _codes(reader: Any, column: str, size: int) -> Codes:
    names: dict[bytes, int] = {b"": 0}
    codes = np.zeros(size, dtype=np.int32)
    if reader.has_column(column):
        for number, value in enumerate(reader.column_reader(column)):
            codes[number] = names.setdefault(bytes(value), len(names))
    return codes, [name.decode() for name in names]


class Segment:
    """One Whoosh segment: its reader, with lengths and columns as arrays. Document numbers are the segment's own.

    Its files are closed when the last snapshot that has it is let go.
    """

    def __init__(self, reader: Any, cache: PostingCache, like: "Segment | None" = None) -> None:
        """like: the same segment before more of its documents were deleted, whose columns are shared."""
        self.reader = reader
        self._blocks = posting_file(reader)
        weakref.finalize(self, reader.close)
        self.size = int(reader.doc_count_all())
        self.name = str(reader.segment().segment_id())
        self.live = np.ones(self.size, dtype=bool)
        for number in reader.segment().deleted_docs() or ():
            self.live[number] = False
        self._cache = cache
        self._lock = threading.RLock()
        self._lengths: dict[str, Floats] = {}
        self._open: dict[str, Any] = {}
        self._columns: Columns | None = like._columns if like else None
        self._words: dict[str, dict[str, int]] = like._words if like else {}
        self._cards: dict[str, tuple[list[int], list[dict[str, object]]]] = like._cards if like else {}

    @property
    def columns(self) -> Columns:
        """The columns, read when they are first asked for: who writes needs none of them."""
        with self._lock:
            if self._columns is None:
                self._columns = Columns.read(self.reader, self.size)
            return self._columns

    def of_type(self, type_: str) -> Mask:
        """Which documents are of a type and not deleted."""
        codes, names = self.columns.types
        mask: Mask = (codes == (names.index(type_) if type_ in names else -1)) & self.live
        return mask

    def text_column(self, column: str, number: int) -> bytes:
        """One value of a column of bytes."""
        with self._lock:
            values = self._open.get(column)
            if values is None:
                values = self._open[column] = self.reader.column_reader(column)
            return bytes(values[number])

    def cards(self, type_: str) -> list[dict[str, object]]:
        """Cards of the live documents of a type, in the order of their numbers; read once, all at a time."""
        with self._lock:
            if type_ not in self._cards:
                codes, names = self.columns.types
                code = names.index(type_) if type_ in names else -1
                numbers = [int(number) for number in np.flatnonzero(codes == code)]
                self._cards[type_] = numbers, unpack_cards([self._card(number) for number in numbers])
            numbers, cards = self._cards[type_]
            live = self.live
            return [card for number, card in zip(numbers, cards, strict=True) if live[number]]

    def _card(self, number: int) -> bytes:
        """A document's card; its payload where that is small, and has none."""
        card = self.text_column("c_card", number)
        return card or zlib.decompress(self.text_column("c_payload", number))

    def having(self, field: str, term: str) -> Mask:
        """Which documents have a term."""
        mask = np.zeros(self.size, dtype=bool)
        self.postings(field, term).mark(mask)
        return mask

    def frequency(self, field: str, term: str) -> int:
        """How many documents have a term."""
        with self._lock:
            return int(self.reader.doc_frequency(field, term))

    def words(self, field: str) -> dict[str, int]:
        """Documents by term of a field, terms that begin with a digit left out; read once."""
        with self._lock:
            found = self._words.get(field)
            if found is None:
                found = self._words[field] = {
                    term.decode(): int(info.doc_frequency())
                    for (_, term), info in takewhile(
                        lambda row: row[0][0] == field, self.reader.iter_from(field, _FIRST_LETTER)
                    )
                }
            return found

    def lengths(self, field: str) -> Floats:
        """Field lengths of all documents, as Whoosh keeps them (rounded to its byte scale)."""
        with self._lock:
            found = self._lengths.get(field)
            if found is None:
                length = self.reader.doc_field_length
                found = np.fromiter(
                    (length(i, field, 0) or 0 for i in range(self.size)), dtype=np.float32, count=self.size
                )
                self._lengths[field] = found
            return found

    def postings(self, field: str, term: str, *, keep: bool = True) -> Postings:
        """Postings of a term, empty when it does not occur. keep: whether they are likely to be asked for again."""
        key = (self.name, field, term)
        kept = self._cache.get(key)
        if kept is None:
            with self._lock:
                found = read_blocks(self.reader, self._blocks, field, term.encode())
            kept = Postings.of(*found, self.size) if found else _NONE
            if keep:
                self._cache.put(key, kept)
        return kept
