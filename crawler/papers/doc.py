"""DOC: Word's binary format of 97 and later, and of 6 and 95, as [MS-DOC] describes it: the pieces of the main text in their order. olefile opens the container."""

import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import olefile

from corpus.errors import InputError
from corpus.legacy import in_unicode
from crawler.papers.paper import Line, Paper, Piece, assemble
from crawler.papers.tables import Cell, lines_of_table, lines_of_text

_WORD_97: Final = 0xA5EC
_WORD_6: Final = 0xA5DC
_MOST_CHARS: Final = 4_000_000
_MOST_BYTES: Final = 64 * 1024 * 1024
_FIELD = re.compile("\x13[^\x13\x14\x15]{0,4000}\x14|\x13[^\x13\x14\x15]{0,4000}\x15|[\x14\x15]")
_SIGNS: Final = {0x1E: "-", 0x1F: None, 0x01: None, 0x02: None, 0x08: None, 0x05: None, 0xA0: " ", 0x0C: "\r"}
_CELL: Final = "\x07"
_PART = re.compile("([^\r\x07]*)([\r\x07]|\\Z)")


def read_doc(path: Path) -> Paper:
    """A DOC's main text. Raises InputError on one that is damaged, locked, or no Word document."""
    try:
        with olefile.OleFileIO(path) as container:
            if not container.exists("WordDocument"):
                raise InputError("a document of Microsoft Office, but none of Word")
            text = _text(container)
    except (OSError, struct.error, IndexError, AttributeError) as error:
        raise InputError("a damaged DOC") from error
    return assemble("doc", _untabbed(_lines(text)))


def _untabbed(lines: Iterable[Line]) -> list[Line]:
    """Lines in which tabs set columns, read column by column."""
    return list(lines_of_text(" ".join(piece.text for piece in line) for line in lines))


def _text(container: olefile.OleFileIO) -> str:
    main = _stream(container, "WordDocument")
    ident, flags = struct.unpack_from("<H", main, 0)[0], struct.unpack_from("<H", main, 0x0A)[0]
    if flags & 0x0100:
        raise InputError("a DOC that is locked by a password")
    if ident == _WORD_97:
        table = _stream(container, "1Table" if flags & 0x0200 else "0Table")
        length = struct.unpack_from("<I", main, 0x4C)[0]
        start, size = struct.unpack_from("<II", main, 0x01A2)
        pieces = "".join(_pieces(main, table[start : start + size], wide=True))
    elif ident == _WORD_6:
        first, last = struct.unpack_from("<II", main, 0x18)
        length = struct.unpack_from("<I", main, 0x34)[0]
        start, size = struct.unpack_from("<II", main, 0x0160)
        if flags & 0x0004 and size:
            pieces = "".join(_pieces(main, main[start : start + size], wide=False))
        else:
            pieces = main[first:last].decode("cp1252", "replace")
    else:
        raise InputError("a DOC of a version before Word 6")
    return in_unicode(pieces[: min(length, _MOST_CHARS)])


def _stream(container: olefile.OleFileIO, name: str) -> bytes:
    if not container.exists(name):
        raise InputError("a damaged DOC")
    data: bytes = container.openstream(name).read(_MOST_BYTES)
    return data


def _pieces(main: bytes, clx: bytes, *, wide: bool) -> Iterator[str]:
    """The text of each piece, in order ([MS-DOC] 2.8.25, 2.9.38): eight bits a letter in code page 1252, or sixteen."""
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise InputError("a damaged DOC")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", plc, 0)
    taken = 0
    for index in range(count):
        length = bounds[index + 1] - bounds[index]
        where = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)[0]
        if length <= 0 or taken > _MOST_CHARS:
            continue
        taken += length
        if wide and not where & 0x40000000:
            yield main[where : where + 2 * length].decode("utf-16-le", "replace")
        else:
            begin = (where & 0x3FFFFFFF) // 2 if wide else where
            yield main[begin : begin + length].decode("cp1252", "replace")


def _lines(text: str) -> Iterator[Line]:
    """Paragraphs, and tables by their marks: each cell ends with one, each row with one more.

    What stands in the first cell of a row above its last paragraph cannot be told from paragraphs before the table, and is read as such: for a
    letterhead that is the same.
    """
    text = _FIELD.sub("", _FIELD.sub("", text)).translate(_SIGNS)
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    cell: Cell = []
    for match in _PART.finditer(text):
        said, mark = match[1], match[2]
        if mark == _CELL and not said and row and not cell:
            rows.append(row)
            row = []
            continue
        cell.extend(line for line in said.split("\x0b") if line.strip())
        if mark == _CELL:
            row.append(cell)
            cell = []
        elif not row:
            yield from lines_of_table(rows)
            yield from ([Piece(line)] for line in cell)
            rows, cell = [], []
    yield from lines_of_table([*rows, row] if row else rows)
    yield from ([Piece(line)] for line in cell)
