"""Raw answers as WARC (ISO 28500), the format that archives exchange, so that a better reader can read old captures again.

One compressed file for each run; each record is flushed by itself, so that a killed run leaves all but its last record readable.
"""

import contextlib
import io
from datetime import UTC, datetime
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.errors import ArchiveUnusable
from crawler.fetcher import Response


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
