"""Whoosh's segments as arrays: posting blocks, lengths and columns are read once and kept, within bounds.

Walking postings one by one in Python costs about a microsecond each; a block read into an array is scored at once.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from indexer.engine import FACETS

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
_DENSE: Final = 8
_FIRST_LETTER: Final = b"a"
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


@dataclass(frozen=True, slots=True)
class Gains:
    """What a term adds to the score of each document that has it, before the term's own weight; `ids` is None where values stand for all documents."""

    ids: Ints | None
    values: Floats
    frequency: int

    @property
    def bytes(self) -> int:
        """Memory that the arrays take."""
        return int(self.values.nbytes + (self.ids.nbytes if self.ids is not None else 0))

    def add_to(self, scores: Floats, weight: float) -> None:
        """Add the weighted gains to scores, in place."""
        if self.ids is None:
            scores += self.values * np.float32(weight)
        else:
            scores[self.ids] += self.values * np.float32(weight)

    def mark(self, scores: Floats, weight: float) -> None:
        """Add a constant to the scores of the documents that have the term, in place."""
        if self.ids is None:
            scores += (self.values > 0) * np.float32(weight)
        else:
            scores[self.ids] += np.float32(weight)


Kept = Postings | Gains


class PostingCache:
    """Least recently used postings and gains, bounded in bytes; shared by threads."""

    def __init__(self, limit_bytes: int = 128 * 1024 * 1024) -> None:
        self._limit = limit_bytes
        self._used = 0
        self._kept: OrderedDict[tuple[str, ...], Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, ...]) -> Kept | None:
        """What is kept under a key."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: tuple[str, ...], postings: Kept) -> None:
        """Keep postings; the longest unused go when the bound is passed."""
        size = postings.bytes + 300
        with self._lock:
            if key in self._kept or size > self._limit:
                return
            self._kept[key] = postings
            self._used += size
            while self._used > self._limit:
                _, dropped = self._kept.popitem(last=False)
                self._used -= dropped.bytes + 300


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
    """One Whoosh segment: its reader, with lengths and columns as arrays. Document numbers are the segment's own."""

    def __init__(self, reader: Any, cache: PostingCache, like: "Segment | None" = None) -> None:
        """like: the same segment before more of its documents were deleted, whose columns are shared."""
        self.reader = reader
        self.size = int(reader.doc_count_all())
        self.name = str(reader.segment().segment_id())
        self.live = np.ones(self.size, dtype=bool)
        for number in reader.segment().deleted_docs() or ():
            self.live[number] = False
        self._cache = cache
        self._lock = threading.RLock()
        self._lengths: dict[str, Floats] = {}
        self._open: dict[str, Any] = {}
        self.columns: Columns = like.columns if like else Columns.read(reader, self.size)
        self._words: dict[str, dict[str, int]] = like._words if like else {}

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
        if not isinstance(kept, Postings):
            kept = self._read(field, term)
            if keep:
                self._cache.put(key, kept)
        return kept

    def gains(self, field: str, term: str, average: float, k1: float, b: float) -> Gains:
        """BM25's gain of a term for each document, ``tf (k1 + 1) / (tf + k1 (1 - b + b length / average))``."""
        key = (self.name, field, term, f"{average:.4f}")
        kept = self._cache.get(key)
        if not isinstance(kept, Gains):
            kept = self._gains(self._read(field, term), field, average, k1, b)
            self._cache.put(key, kept)
        return kept

    def _gains(self, postings: Postings, field: str, average: float, k1: float, b: float) -> Gains:
        ids, weights = postings.ids, postings.weights
        norms = k1 * (1 - b + b * self.lengths(field)[ids] / average)
        values = (weights * (k1 + 1) / (weights + norms)).astype(np.float32)
        if len(ids) * _DENSE <= self.size:
            return Gains(ids, values, len(ids))
        whole = np.zeros(self.size, dtype=np.float32)
        whole[ids] = values
        return Gains(None, whole, len(ids))

    def _read(self, field: str, term: str) -> Postings:
        with self._lock:
            return _read_postings(self.reader, field, term)


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
