"""Posting blocks of Whoosh's files, written from arrays and read into arrays.

A block of Whoosh's W3 format is a pickle of (differences of document numbers, weights, values), compressed. Whoosh itself fills and decodes it number
by number; here both sides are arrays of the narrowest type that holds them. Whoosh reads such blocks as its own: it asks only for sequences.
Fields are of the format `Existence`, in which a posting has no value beside its weight, and the weight is how often the term occurs.
"""

import zlib
from array import array
from io import BytesIO
from itertools import pairwise
from pickle import dumps, load, loads
from struct import Struct
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3PostingsWriter
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
_CODES: Final = (("B", 0xFF), ("H", 0xFFFF), ("I", 0xFFFFFFFF))


class BlockWriter(W3PostingsWriter):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's writer of one field's postings, which takes whole blocks at once."""

    _ids: Any

    def __init__(self, file: Any) -> None:
        super().__init__(file, blocklimit=BLOCK)

    def add_block(self, numbers: NDArray[np.uint32], counts: NDArray[np.uint32], lengths: NDArray[np.int64]) -> None:
        """Take a block of at most `BLOCK` postings. numbers: ascending; lengths: of the field in these documents, 0 where it has none."""
        if self._ids:
            self._write_block()
        self._ids = array("I", numbers.tobytes())
        self._weights = array("f", counts.astype(np.float32).tobytes())
        self._maxweight = float(counts.max())
        known = lengths[lengths > 0]
        self._minlength = int(known.min()) if len(known) else None
        self._maxlength = int(known.max()) if len(known) else 0

    def _write_block(self, last: bool = False) -> None:
        """Write what was taken: length, statistics by which a reader may skip the block, data."""
        if not self._blockcount:
            self._postfile.write(WHOOSH3_HEADER_MAGIC)
        self._terminfo.add_block(self)
        differences, counts = self._few() if len(self._ids) < FEW else self._many()
        data = dumps((differences, counts, None), _ARRAY_PROTOCOL)
        level = _LEVEL if len(data) >= _WORTH_COMPRESSING else 0
        data = zlib.compress(data, level) if level else data
        shortest, longest = length_to_byte(self._minlength), length_to_byte(self._maxlength)
        info = dumps((len(self._ids), self._ids[-1], self._maxweight, level, shortest, longest), _INFO_PROTOCOL)
        size = len(info) + len(data)
        self._postfile.write_int(-size if last else size)
        self._postfile.write(info)
        self._postfile.write(data)
        self._blockcount += 1
        self._new_block()

    def _few(self) -> "tuple[array[int], array[int] | None]":
        """Differences of numbers, and counts unless all are one; without NumPy, whose calls cost more than a few numbers."""
        counts = [int(weight) for weight in self._weights]
        differences = [self._ids[0], *(b - a for a, b in pairwise(self._ids))]
        return (
            array(_code(max(differences)), differences),
            None if max(counts) == 1 else array(_code(max(counts)), counts),
        )

    def _many(self) -> "tuple[array[int], array[int] | None]":
        """The same of a long block."""
        numbers = np.asarray(self._ids, dtype=np.int64)
        differences = numbers.copy()
        differences[1:] -= numbers[:-1]
        counts = np.asarray(self._weights).astype(np.int64)
        return _narrow(differences), None if counts.max() == 1 else _narrow(counts)


def _narrow(numbers: NDArray[np.int64]) -> "array[int]":
    """Numbers as an array of the narrowest type that holds them."""
    code = _code(int(numbers.max()))
    return array(code, numbers.astype(code).tobytes())


def _code(largest: int) -> str:
    return next(code for code, most in _CODES if largest <= most)


def read_blocks(terms: Any, field: str, term: bytes) -> tuple[Ints, Counts] | None:
    """Numbers of all documents of a term in a segment, ascending, and how often each has it, the deleted ones too; None when there is none.

    terms: the segment's `W3TermsReader`. What a reader gives beside it hides deleted documents by decoding a block number by number.
    """
    try:
        info = terms.term_info(field, term)
    except TermNotFound:
        return None
    return blocks_of(terms, info)


def blocks_of(terms: Any, info: Any) -> tuple[Ints, Counts]:
    """The same of a term whose `W3TermInfo` is at hand: all its blocks are read in one go."""
    offset, length = info.extent()
    data = terms._postfile.get(offset, length[0] if isinstance(length, tuple) else length)  # Whoosh leaves it unpacked
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
