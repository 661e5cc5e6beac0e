"""Captures read back, as any program that reads WARC would: what was kept is whole, whatever happened to the run."""

import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

_GZIP: Final = b"\x1f\x8b\x08"
_PART: Final = 1 << 16
_LARGEST: Final = 1 << 26


def read_captures(archive: Path) -> Iterator[tuple[str, str | None, bytes]]:
    """(url, charset claimed, body) of every answer kept; a record that is damaged or torn is passed over, those behind it are read."""
    for path in sorted((archive / "captures").glob("*.warc.gz")):
        with path.open("rb") as file:
            for data in _members(file):
                try:
                    for record in ArchiveIterator(io.BytesIO(data)):
                        if record.rec_type == "response":
                            claim = (record.http_headers.get_header("content-type") or "").partition("charset=")[2]
                            body = record.content_stream().read()
                            yield record.rec_headers.get_header("WARC-Target-URI"), claim or None, body
                except (ArchiveLoadFailed, EOFError):
                    continue


def _members(file: BinaryIO) -> Iterator[bytes]:
    """The records of a file, unpacked: each is packed by itself, with a checksum that tells whether it is whole."""
    after = 0
    while (start := _next_start(file, after)) is not None:
        after = start + 1
        file.seek(start)
        unpack, data = zlib.decompressobj(wbits=31), bytearray()
        try:
            while not unpack.eof and len(data) <= _LARGEST and (part := file.read(_PART)):
                data += unpack.decompress(part, _LARGEST + 1 - len(data))
        except zlib.error:
            continue
        if unpack.eof:
            after = file.tell() - len(unpack.unused_data)
            yield bytes(data)


def _next_start(file: BinaryIO, after: int) -> int | None:
    """Where the next record may begin; None at the file's end."""
    file.seek(after)
    while part := file.read(_PART):
        found = part.find(_GZIP)
        if found >= 0:
            return file.tell() - len(part) + found
        if len(part) == _PART:
            file.seek(1 - len(_GZIP), io.SEEK_CUR)
    return None
