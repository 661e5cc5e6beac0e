"""Answers as they were recorded: read back from WARC, as if the network had just given them."""

import hashlib
from base64 import b32encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from corpus.captures import Capture
from corpus.errors import NotFound
from corpus.model import Reason
from crawler.fetcher import Response

FOLDER: Final = "captures"
_GONE: Final = Reason("capture-gone")


class CaptureGone(NotFound):
    """An answer cannot be read back; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One record of a WARC file: an answer, when it was recorded, and where it stands (bytes, as packed)."""

    response: Response
    recorded_at: str
    payload_digest: str
    offset: int
    length: int


def recorded(archive: Path, capture: Capture) -> Response:
    """The answer of a capture. Raises CaptureGone."""
    path = archive / FOLDER / Path(capture.warc).name
    try:
        with path.open("rb") as file:
            file.seek(capture.warc_offset)
            for record in ArchiveIterator(file):
                return _checked(_response(record, capture.url), capture)
    except (OSError, ArchiveLoadFailed, ValueError, EOFError) as error:
        raise CaptureGone(
            f"{capture.url}: its capture cannot be read ({FOLDER}/{path.name}: {_reason(error)})", _GONE
        ) from error
    raise CaptureGone(f"{capture.url}: its capture is not there ({FOLDER}/{path.name} ends before it)", _GONE)


def _checked(response: Response, capture: Capture) -> Response:
    if hashlib.sha256(response.body).hexdigest() != capture.digest:
        raise CaptureGone(f"{capture.url}: its capture is not as it was recorded ({capture.warc}: other digest)", _GONE)
    return response


@contextmanager
def records_of(path: Path) -> Iterator[Iterator[Recorded]]:
    """The answers of a WARC file, in order, up to where it was broken off."""
    with path.open("rb") as file:
        yield _records(ArchiveIterator(file))


def _records(records: Any) -> Iterator[Recorded]:
    while True:
        try:
            record = next(records)
            if record.rec_type != "response":
                continue
            response = _response(record, record.rec_headers.get_header("WARC-Target-URI"))
            offset, length = records.get_record_offset(), records.get_record_length()
        except (StopIteration, ArchiveLoadFailed, ValueError, EOFError):
            return
        said = record.rec_headers.get_header("WARC-Payload-Digest") or ""
        if said.startswith("sha1:") and said != _sha1(response.body):
            return
        yield Recorded(
            response=response,
            recorded_at=record.rec_headers.get_header("WARC-Date"),
            payload_digest=said,
            offset=offset,
            length=length,
        )


def _response(record: Any, asked: str) -> Response:
    headers = {name.lower(): value for name, value in record.http_headers.headers} if record.http_headers else {}
    return Response(
        asked=asked,
        url=record.rec_headers.get_header("WARC-Target-URI") or asked,
        status=int(record.http_headers.get_statuscode() or 200) if record.http_headers else 200,
        headers=headers,
        body=record.content_stream().read(),
    )


def _sha1(body: bytes) -> str:
    """A digest as WARC files have it."""
    return f"sha1:{b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()}"


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
