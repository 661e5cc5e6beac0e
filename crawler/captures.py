"""Raw answers as WARC (ISO 28500), the format that archives exchange, so that a better reader can read old captures again.

One compressed file for each run; each record is flushed by itself, so that a killed run leaves all but its last record readable.
"""

import contextlib
import io
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.errors import ArchiveUnusable
from crawler.fetcher import Response

_GZIP: Final = b"\x1f\x8b\x08"
_PART: Final = 1 << 16
_LARGEST: Final = 1 << 26


class Captures:
    """Writes one run's answers below an archive's ``captures/``. Raises ArchiveUnusable when it cannot be made."""

    def __init__(self, archive: Path) -> None:
        folder = archive / "captures"
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        self._path = folder / f"danchieu-{stamp}.warc.gz"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
        except OSError as error:
            raise ArchiveUnusable(
                f"{folder}: cannot be written ({error.strerror}); check the folder's rights"
            ) from error
        self._writer = WARCWriter(self._file, gzip=True)

    def write(self, response: Response) -> tuple[str, int]:
        """Keep an answer. Returns (file name, offset of its record). Raises OSError on a full disk."""
        offset = self._file.tell()
        headers = [
            (name, value)
            for name, value in response.headers.items()
            if name not in ("content-encoding", "transfer-encoding", "content-length")
        ]
        headers.append(("content-length", str(len(response.body))))
        http = StatusAndHeaders(f"{response.status} OK", headers, protocol="HTTP/1.1")
        record = self._writer.create_warc_record(
            response.url,
            "response",
            payload=io.BytesIO(response.body),
            length=len(response.body),  # known beforehand, so that warcio buffers nothing in files that it leaves open
            http_headers=http,
        )
        self._writer.write_record(record)
        self._file.flush()
        return self._path.name, offset

    def close(self) -> None:
        """Close the file; an empty one is taken away."""
        with contextlib.suppress(OSError):  # a full disk was told when it was met
            self._file.close()
        if self._path.stat().st_size == 0:
            self._path.unlink()


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
