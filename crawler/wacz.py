"""A web archive that others can replay: WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1) of an archive's captures, without what was withdrawn.

archive/*.warc.gz           the answers as they were recorded, record by record
indexes/index.cdx.gz, .idx  where each stands, by its address turned round (ZipNum)
pages/pages.jsonl           the pages that hold notices, with their titles
datapackage.json            all of these with digests; datapackage-digest.json has its own
"""

import gzip
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import IO, Final
from urllib.parse import urlsplit

from corpus.errors import ArchiveUnusable, InputError
from corpus.store import Store, now
from crawler.fetcher import Response
from crawler.recorded import FOLDER, Recorded, records_of
from crawler.settings import DEFAULT_USER_AGENT

VERSION: Final = "1.1.1"
Progress = Callable[[str, int, int], None]
_BLOCK: Final = 3000
"""Lines of a block of the index, as others have it."""
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WaczReport:
    """What went into it. left_out: records of what was withdrawn."""

    file: str
    files: int
    records: int
    pages: int
    left_out: int

    def as_row(self) -> dict[str, object]:
        """As JSON."""
        return asdict(self)


@dataclass(slots=True)
class _Gathered:
    """What is known of the records that were written. lines: (key, line) of the index; pages: url to (time, title)."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    resources: list[dict[str, object]] = field(default_factory=list)
    left_out: int = 0


def write_wacz(store: Store, file: Path, *, progress: Progress | None = None) -> WaczReport:
    """Write an archive's captures as WACZ. Raises InputError when the file is there already, ArchiveUnusable."""
    if file.exists():
        raise InputError(f"{file}: is there already; name another file, or take it away first")
    part = file.with_name(f"{file.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as out:
            report = _write(store, out, file, progress or (lambda step, done, total: None))
        part.replace(file)
    except OSError as error:
        raise ArchiveUnusable(
            f"{file}: could not be written ({error.strerror or error}); make room, or name another place"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return report


def _write(store: Store, out: zipfile.ZipFile, file: Path, told: Progress) -> WaczReport:
    gathered = _Gathered()
    with store.reading():
        titles = {(warc, offset): title for warc, offset, title in store.captures.pages()}
        gone, gone_urls = store.captures.withdrawn(), store.withdrawn_urls()
    warcs = sorted((store.folder / FOLDER).glob("*.warc.gz"))
    for at, path in enumerate(warcs, 1):
        _copy(out, path, gathered, titles, gone, gone_urls)
        told("wacz", at, len(warcs))
    _write_index(out, gathered)
    _write_pages(out, gathered)
    _write_package(out, gathered)
    return WaczReport(
        file=str(file), files=sum(str(one["path"]).startswith("archive/") for one in gathered.resources),
        records=len(gathered.lines), pages=len(gathered.pages), left_out=gathered.left_out,
    )  # fmt: skip


def _copy(
    out: zipfile.ZipFile,
    path: Path,
    gathered: _Gathered,
    titles: dict[tuple[str, int], str],
    gone: set[tuple[str, int]],
    gone_urls: set[str],
) -> None:
    """The records of one WARC file, byte for byte, but for those that were withdrawn."""
    kept: list[tuple[Recorded, int]] = []
    end = 0
    with records_of(path) as records:
        for record in records:
            if (path.name, record.offset) in gone or record.response.url in gone_urls:
                gathered.left_out += 1
                continue
            bare = Recorded(
                response=_without_body(record), recorded_at=record.recorded_at, payload_digest=record.payload_digest,
                offset=record.offset, length=record.length,
            )  # fmt: skip
            kept.append((bare, end))
            end += record.length
    if not kept:
        return
    with path.open("rb") as source:
        _add(out, f"archive/{path.name}", _ranges(source, [record for record, _ in kept]), gathered)
    for record, offset in kept:
        key, stamp = surt(record.response.url), _stamp(record.recorded_at)
        row = {
            "url": record.response.url, "mime": record.response.media_type or "unk", "status": str(record.response.status),
            "digest": record.payload_digest, "length": str(record.length), "offset": str(offset), "filename": path.name,
        }  # fmt: skip
        gathered.lines.append((f"{key} {stamp}", json.dumps(row, ensure_ascii=False)))
        if (title := titles.get((path.name, record.offset))) is not None:
            gathered.pages[record.response.url] = max(
                (record.recorded_at, title), gathered.pages.get(record.response.url, ("", ""))
            )


def _without_body(record: Recorded) -> Response:
    return replace(record.response, body=b"")


def _ranges(source: IO[bytes], records: Sequence[Recorded]) -> Iterator[bytes]:
    for record in records:
        source.seek(record.offset)
        left = record.length
        while left and (part := source.read(min(left, _CHUNK))):
            left -= len(part)
            yield part


def surt(url: str) -> str:
    """An address turned round, so that those of one site stand together (SURT, as CDX files have it).

    >>> surt("https://www.lienminh.vn:8080/Tin/?id=1")
    'vn,lienminh:8080)/tin?id=1'
    """
    parts = urlsplit(url.lower())
    host = ",".join(reversed((parts.hostname or "").removeprefix("www.").split(".")))
    port = f":{parts.port}" if parts.port else ""
    path = parts.path.rstrip("/") or "/"
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{host}{port}){path}" + (f"?{query}" if query else "")


def _stamp(iso: str) -> str:
    """A time as CDX files have it: 20180801093000."""
    return "".join(char for char in iso if char.isdigit())[:14].ljust(14, "0")


def _write_index(out: zipfile.ZipFile, gathered: _Gathered) -> None:
    lines = sorted(gathered.lines)
    blocks, idx, offset = [], ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}'], 0
    for start in range(0, len(lines), _BLOCK):
        chosen = lines[start : start + _BLOCK]
        block = gzip.compress("".join(f"{key} {row}\n" for key, row in chosen).encode(), mtime=0)
        told = {
            "offset": offset,
            "length": len(block),
            "digest": f"sha256:{hashlib.sha256(block).hexdigest()}",
            "filename": "index.cdx.gz",
        }
        idx.append(f"{chosen[0][0]} {json.dumps(told)}")
        blocks.append(block)
        offset += len(block)
    _add(out, "indexes/index.cdx.gz", iter(blocks or [gzip.compress(b"", mtime=0)]), gathered)
    _add(out, "indexes/index.idx", iter([("\n".join(idx) + "\n").encode()]), gathered)


def _write_pages(out: zipfile.ZipFile, gathered: _Gathered) -> None:
    def lines() -> Iterator[bytes]:
        yield b'{"format": "json-pages-1.0", "id": "pages", "title": "Pages that hold notices"}\n'
        for url, (at, title) in sorted(gathered.pages.items()):
            row = {"id": hashlib.sha256(url.encode()).hexdigest()[:16], "url": url, "ts": at, "title": title}
            yield (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace")

    _add(out, "pages/pages.jsonl", lines(), gathered)


def _write_package(out: zipfile.ZipFile, gathered: _Gathered) -> None:
    package = {
        "profile": "data-package", "wacz_version": VERSION, "title": "Dẫn Chiếu", "created": now(),
        "software": DEFAULT_USER_AGENT.partition(" ")[0], "resources": gathered.resources,
    }  # fmt: skip
    data = json.dumps(package, ensure_ascii=False, indent=1).encode()
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
    out.writestr("datapackage.json", data)
    out.writestr("datapackage-digest.json", json.dumps(digest))


def _add(out: zipfile.ZipFile, name: str, parts: Iterator[bytes], gathered: _Gathered) -> None:
    """A member, stored as it is, and its digest among the resources, whose names have small letters (specs.frictionlessdata.io/data-resource)."""
    digest, size = hashlib.sha256(), 0
    with out.open(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), "w", force_zip64=True) as member:
        for part in parts:
            digest.update(part)
            size += member.write(part)
    gathered.resources.append(
        {"name": name.rpartition("/")[2].lower(), "path": name, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}
    )
