"""Posting blocks of Whoosh's files, written from arrays and read into arrays.

A block of Whoosh's W3 format is a pickle of (differences of document numbers, weights, values), compressed. Whoosh itself fills and decodes it number
by number; here both sides are arrays of the narrowest type that holds them. Whoosh reads such blocks as its own: it asks only for sequences.
Fields are of the format `Existence`, in which a posting has no value beside its weight, and the weight is how often the term occurs.
"""

import zlib
from array import array
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pickle import dumps, load, loads
from struct import Struct
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import PostingsWriter
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3TermInfo
from whoosh.reading import TermNotFound
from whoosh.util.numeric import length_to_byte

Ints = NDArray[np.int32]
Counts = NDArray[Any]
BLOCK: Final = 8192
FEW: Final = 48
_LEVEL: Final = 3
_WORTH_COMPRESSING: Final = 80
_INFO_PROTOCOL: Final = 2
_ARRAY_PROTOCOL: Final = 4
_BLOCK_SIZE: Final = Struct("!i")
_Block = tuple[Any, Any, int, int | None, int]
_CODES: Final = (("B", 0xFF), ("H", 0xFFFF), ("I", 0xFFFFFFFF))


class BlockWriter(PostingsWriter):  # type: ignore[misc]  # Whoosh has no types
    """The writer of postings that Whoosh's codec is asked for; it takes whole blocks at once.

    The newest block is held back: the last one of a term is marked as such.
    """

    def __init__(self, file: Any) -> None:
        self._file = file
        self._held: _Block | None = None
        self._count = 0

    def start_postings(self, format_: Any, terminfo: Any) -> None:
        """Begin a term. terminfo: what Whoosh would have filled; `finish_postings` gives a whole one of the same class."""
        self._start = self._file.tell()
        self._count = self._documents = 0
        self._weight = self._most = 0.0
        self._shortest: int | None = None
        self._longest = self._first = self._last = 0

    def written(self) -> bool:
        """Whether the term has a block in the file."""
        return self._count > 0

    def add_posting(self, id_: int, weight: float, vbytes: bytes, length: int | None = None) -> None:
        """One posting: a block of its own. Whoosh's way, which nothing here goes."""
        self.add_few([id_], [int(weight)], [length or 0])

    def add_few(self, numbers: list[int], counts: list[int], lengths: list[int]) -> None:
        """Take a short block, without NumPy, whose calls cost more than a few numbers. See `add_block`."""
        known = [length for length in lengths if length > 0]
        self._take(numbers, counts, float(sum(counts)), max(counts), known and (min(known), max(known)))

    def add_block(self, numbers: NDArray[np.uint32], counts: NDArray[np.uint32], lengths: NDArray[np.int64]) -> None:
        """Take a block of at most `BLOCK` postings. numbers: ascending; lengths: of the field in these documents, 0 where it has none."""
        known = lengths[lengths > 0]
        bounds = (int(known.min()), int(known.max())) if len(known) else ()
        self._take(numbers, counts, float(counts.sum(dtype=np.uint64)), int(counts.max()), bounds)

    def _take(self, numbers: Any, counts: Any, weight: float, most: int, bounds: Sequence[int]) -> None:
        """Hold a block, and count it into the term. bounds: shortest and longest known length, or nothing."""
        self._flush(last=False)
        if not self._documents:
            self._first = int(numbers[0])
        self._last = int(numbers[-1])
        self._documents += len(numbers)
        self._weight += weight
        self._most = max(self._most, float(most))
        shortest, longest = bounds or (None, 0)
        if shortest is not None:
            self._shortest = shortest if self._shortest is None else min(self._shortest, shortest)
        self._longest = max(self._longest, longest)
        self._held = (numbers, counts, most, shortest, longest)

    def _flush(self, *, last: bool) -> None:
        """Write the block that is held: length, statistics by which a reader may skip it, data."""
        if self._held is None:
            return
        numbers, counts, most, shortest, longest = self._held
        self._held = None
        if not self._count:
            self._file.write(WHOOSH3_HEADER_MAGIC)
        differences, weights = _few(numbers, counts) if isinstance(numbers, list) else _many(numbers, counts)
        data = dumps((differences, weights, None), _ARRAY_PROTOCOL)
        level = _LEVEL if len(data) >= _WORTH_COMPRESSING else 0
        data = zlib.compress(data, level) if level else data
        scaled = (length_to_byte(shortest), length_to_byte(longest))
        info = dumps((len(numbers), int(numbers[-1]), float(most), level, *scaled), _INFO_PROTOCOL)
        size = len(info) + len(data)
        self._file.write_int(-size if last else size)
        self._file.write(info)
        self._file.write(data)
        self._count += 1

    def finish_postings(self) -> W3TermInfo:
        """End the term; gives what its row in the index says."""
        self._flush(last=True)
        found = W3TermInfo(
            weight=self._weight,
            df=self._documents,
            minlength=self._shortest,
            maxlength=self._longest,
            maxweight=self._most,
            minid=self._first,
            maxid=self._last,
        )
        found.set_extent(self._start, self._file.tell() - self._start)
        return found


def _few(numbers: list[int], counts: list[int]) -> "tuple[array[int], array[int] | None]":
    """Differences of numbers, and counts unless all are one."""
    differences = [numbers[0], *(b - a for a, b in pairwise(numbers))]
    return (
        array(_code(max(differences)), differences),
        None if max(counts) == 1 else array(_code(max(counts)), counts),
    )


def _many(numbers: NDArray[np.uint32], counts: NDArray[np.uint32]) -> "tuple[array[int], array[int] | None]":
    """The same of a long block."""
    differences = numbers.astype(np.int64)
    differences[1:] -= numbers[:-1]
    return _narrow(differences), None if counts.max() == 1 else _narrow(counts.astype(np.int64))


def _narrow(numbers: NDArray[np.int64]) -> "array[int]":
    """Numbers as an array of the narrowest type that holds them."""
    code = _code(int(numbers.max()))
    return array(code, numbers.astype(code).tobytes())


def _code(largest: int) -> str:
    return next(code for code, most in _CODES if largest <= most)


def posting_file(reader: Any) -> Any:
    """The file of a segment's posting blocks, open for reading. reader: the segment's own, through which Whoosh decodes them number by number."""
    return reader.segment().open_file(reader.storage(), W3Codec.POSTS_EXT)


def read_blocks(reader: Any, file: Any, field: str, term: bytes) -> tuple[Ints, Counts] | None:
    """Numbers of all documents of a term in a segment, ascending, and how often each has it, the deleted ones too; None when there is none.

    file: `posting_file` of the segment.
    """
    try:
        info = reader.term_info(field, term)
    except TermNotFound:
        return None
    return blocks_of(file, info)


def blocks_of(file: Any, info: Any) -> tuple[Ints, Counts]:
    """The same of a term whose `W3TermInfo` is at hand: all its blocks are read in one go."""
    offset, length = info.extent()
    data = file.get(offset, length[0] if isinstance(length, tuple) else length)  # Whoosh leaves it unpacked
    stream = BytesIO(data)
    stream.seek(len(WHOOSH3_HEADER_MAGIC))
    numbers: list[Ints] = []
    counts: list[Counts] = []
    last = False
    while not last:
        size = _BLOCK_SIZE.unpack(stream.read(_BLOCK_SIZE.size))[0]
        last, end = size < 0, stream.tell() + abs(size)
        of_block, _, _, level, _, _ = load(stream)  # noqa: S301 - Whoosh's own format
        block = data[stream.tell() : end]
        differences, weights, _ = loads(zlib.decompress(block) if level else block)  # noqa: S301 - the same
        numbers.append(np.cumsum(np.asarray(differences), dtype=np.int32))
        if weights is None or isinstance(weights, float):
            counts.append(np.full(of_block, weights or 1, dtype=np.uint32))
        else:
            counts.append(np.asarray(weights).astype(np.uint32))
        stream.seek(end)
    return (numbers[0], counts[0]) if len(numbers) == 1 else (np.concatenate(numbers), np.concatenate(counts))
