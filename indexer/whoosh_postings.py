"""Whoosh's segments as arrays: posting blocks, lengths and columns are read once and kept, within bounds.

Walking postings one by one in Python costs about a microsecond each; a block read into an array is scored at once.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from indexer.engine import FACETS

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
_EMPTY_IDS: Final[Ints] = np.empty(0, dtype=np.int32)
_EMPTY_WEIGHTS: Final[Floats] = np.empty(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Postings:
    """Documents that have a term (ascending), and how often."""

    ids: Ints
    weights: Floats

    @property
    def bytes(self) -> int:
        """Memory that the arrays take."""
        return int(self.ids.nbytes + self.weights.nbytes)


class PostingCache:
    """Least recently used postings, bounded in bytes; shared by threads."""

    def __init__(self, limit_bytes: int = 96 * 1024 * 1024) -> None:
        self._limit = limit_bytes
        self._used = 0
        self._kept: OrderedDict[tuple[str, str, str], Postings] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str, str]) -> Postings | None:
        """The postings kept under a key."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: tuple[str, str, str], postings: Postings) -> None:
        """Keep postings; the longest unused go when the bound is passed."""
        size = postings.bytes + 200
        with self._lock:
            if key in self._kept or size > self._limit:
                return
            self._kept[key] = postings
            self._used += size
            while self._used > self._limit:
                _, dropped = self._kept.popitem(last=False)
                self._used -= dropped.bytes + 200


class Segment:
    """One Whoosh segment: its reader, with lengths and columns as arrays. Document numbers are the segment's own."""

    def __init__(self, reader: Any, cache: PostingCache) -> None:
        self.reader = reader
        self.size = int(reader.doc_count_all())
        self.name = str(reader.segment().segment_id())
        self._cache = cache
        self._lengths: dict[str, Floats] = {}
        self._lock = threading.RLock()
        self.live = np.ones(self.size, dtype=bool)
        deleted = reader.segment().deleted_docs()
        for number in deleted or ():
            self.live[number] = False
        self.dates = self._numbers("c_date")
        self.cited_counts = self._numbers("c_cited")
        self.types, self.type_names = self._codes("c_type")
        self.facets = {name: self._codes(f"c_{name}") for name in FACETS}

    def _numbers(self, column: str) -> Ints:
        with self._lock:
            if not self.reader.has_column(column):
                return np.zeros(self.size, dtype=np.int32)
            values = self.reader.column_reader(column)
            return np.fromiter((values[i] for i in range(self.size)), dtype=np.int32, count=self.size)

    def _codes(self, column: str) -> tuple[Ints, list[str]]:
        """A column of short texts as codes into a list of its values; value 0 is the empty text."""
        names: dict[bytes, int] = {b"": 0}
        codes = np.zeros(self.size, dtype=np.int32)
        if self.reader.has_column(column):
            values = self.reader.column_reader(column)
            for number in range(self.size):
                codes[number] = names.setdefault(bytes(values[number]), len(names))
        return codes, [name.decode() for name in names]

    def text_column(self, column: str, number: int) -> bytes:
        """One value of a column of bytes."""
        with self._lock:
            return bytes(self.reader.column_reader(column)[number])

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

    def postings(self, field: str, term: str) -> Postings:
        """Postings of a term, empty when it does not occur."""
        key = (self.name, field, term)
        kept = self._cache.get(key)
        if kept is None:
            with self._lock:
                kept = _read_postings(self.reader, field, term)
            self._cache.put(key, kept)
        return kept


def _read_postings(reader: Any, field: str, term: str) -> Postings:
    if (field, term) not in reader:
        return Postings(_EMPTY_IDS, _EMPTY_WEIGHTS)
    matcher = reader.postings(field, term)
    inner = _leaf(matcher)
    if not hasattr(inner, "_read_ids"):
        return _walked(matcher)
    ids: list[Any] = []
    weights: list[Any] = []
    while inner.is_active():
        inner._read_ids()
        inner._read_weights()
        ids.append(np.asarray(inner._ids, dtype=np.int32))
        weights.append(np.asarray(inner._weights, dtype=np.float32))
        inner._next_block()
    if not ids:  # every document of the term was deleted or replaced: the matcher ended where it began
        return Postings(_EMPTY_IDS, _EMPTY_WEIGHTS)
    return Postings(np.concatenate(ids), np.concatenate(weights))


def _leaf(matcher: Any) -> Any:
    """The matcher that holds the blocks, below the one that hides deleted documents."""
    return getattr(matcher, "child", matcher)


def _walked(matcher: Any) -> Postings:
    """Short postings that Whoosh keeps inline."""
    ids, weights = [], []
    inner = _leaf(matcher)
    while inner.is_active():
        ids.append(inner.id())
        weights.append(inner.weight())
        inner.next()
    return Postings(np.asarray(ids, dtype=np.int32), np.asarray(weights, dtype=np.float32))
