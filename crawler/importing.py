"""Files that staff already have, as notices: .html, .txt, .jsonl. A bad line or file is named and skipped; the rest goes in."""

import codecs
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.dates import is_iso
from corpus.errors import DanChieuError, InputError
from corpus.legacy import from_tcvn3, is_tcvn3
from corpus.model import Notice
from corpus.text import MAX_TEXT_CHARS, normalise, normalise_line, slugify
from crawler.encoding import decode
from crawler.notices import notice_of, notice_of_page
from crawler.page import read_page
from crawler.provenance import provenance_of
from crawler.subject import title_of_text

Progress = Callable[[str, int, int], None]
SUFFIXES: Final = (".html", ".htm", ".txt", ".jsonl")
MAX_FILE_BYTES: Final = 64 * 1024 * 1024
MAX_LINE_BYTES: Final = 16 * 1024 * 1024
_FIELDS: Final = ("id", "url", "title", "text", "published_on", "place", "issuer")
SITE: Final = "nhap"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFault:
    """What was skipped, and why: ``file`` or ``file line 7``."""

    where: str
    reason: str


def read_files(paths: Sequence[Path], *, progress: Progress | None = None) -> Iterator[Notice | ImportFault]:
    """Notices of files and of folders (all through), with a fault for each thing skipped. Raises InputError when a path is not there.

    progress: called with (step, bytes done, bytes in all).
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder")
    files = [file for path in paths for file in _files_of(path)]
    total, done = sum(map(_size, files)), 0
    for file in files:
        within = 0
        for item, within in _read_file(file):
            yield item
            if progress:
                progress("Nhập", done + within, total)
        done += _size(file)


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # it is named as a fault when it is read


def _read_file(path: Path) -> Iterator[tuple[Notice | ImportFault, int]]:
    """What a file holds, each with how many of its bytes are read."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        yield ImportFault(where=str(path), reason=f"not one of {', '.join(SUFFIXES)}"), 0
        return
    try:
        if suffix == ".jsonl":
            yield from _read_jsonl(path)
            return
        if (size := path.stat().st_size) > MAX_FILE_BYTES:
            raise InputError(f"{size:,} bytes: at most {MAX_FILE_BYTES:,} are read")
        data = path.read_bytes()
        yield (_from_page(path, data) if suffix in (".html", ".htm") else _from_text(path, data)), len(data)
    except OSError as error:
        yield ImportFault(where=str(path), reason=error.strerror or str(error)), 0
    except DanChieuError as error:
        yield ImportFault(where=str(path), reason=str(error)), 0


def _read_jsonl(path: Path) -> Iterator[tuple[Notice | ImportFault, int]]:
    with path.open("rb") as lines:
        number = done = 0
        while line := lines.readline(MAX_LINE_BYTES + 1):
            number += 1
            done += len(line)
            where = f"{path} line {number}"
            if len(line) > MAX_LINE_BYTES:
                while line and not line.endswith(b"\n"):
                    line = lines.readline(MAX_LINE_BYTES)
                    done += len(line)
                yield ImportFault(where=where, reason=f"longer than {MAX_LINE_BYTES:,} bytes"), done
            elif line.strip():
                yield _read_line(where, line.removeprefix(codecs.BOM_UTF8)), done


def _read_line(where: str, line: bytes) -> Notice | ImportFault:
    try:
        return notice_of_row(json.loads(line.decode("utf-8")))
    except RecursionError:
        return ImportFault(where=where, reason="nested too deeply to be a notice")
    except UnicodeDecodeError as error:
        return ImportFault(where=where, reason=f"not UTF-8 (byte {error.start + 1} of the line)")
    except json.JSONDecodeError as error:
        return ImportFault(where=where, reason=f"not JSON ({error.msg}, character {error.pos + 1})")
    except DanChieuError as error:
        return ImportFault(where=where, reason=str(error))


def notice_of_row(row: Any) -> Notice:
    """A notice from a JSON object; every field but ``text`` is optional. Raises InputError."""
    if not isinstance(row, dict):
        raise InputError("not a JSON object")
    for name in _FIELDS:
        if row.get(name) is not None and not isinstance(row[name], str):
            raise InputError(f"{name}: a text is wanted, got {type(row[name]).__name__}")
    text = normalise(_in_unicode(row.get("text") or "")[:MAX_TEXT_CHARS])
    if not text:
        raise InputError("text: missing or empty")
    published_on = row.get("published_on") or None
    if published_on and not is_iso(published_on):
        raise InputError(f"published_on {published_on!r}: write it like 2018-08-01")
    title = normalise_line(_in_unicode(row.get("title") or "")) or title_of_text(text)
    site = _site_of(row.get("url"))
    issuer, place = provenance_of(
        text,
        title=title,
        host=site if site != SITE else "",
        issuer=row.get("issuer") or None,
        place=row.get("place") or None,
    )
    return notice_of(
        id=row.get("id") or _id_of(title, text),
        url=row.get("url") or None,
        site=site,
        title=title,
        text=text,
        place=place,
        published_on=published_on,
        issuer=issuer,
    )


def _in_unicode(text: str) -> str:
    return from_tcvn3(text) if is_tcvn3(text) else text


def _site_of(url: str | None) -> str:
    return url.split("/")[2].lower() if url and url.count("/") >= 2 and url.split("/")[2] else SITE


def _id_of(title: str, text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]
    return f"{slugify(title)[:60].strip('-') or 'van-ban'}-{digest}"


def _from_text(path: Path, data: bytes) -> Notice:
    text = normalise(decode(data, None)[:MAX_TEXT_CHARS])
    if not text:
        raise InputError("no text in it")
    return notice_of_row({"text": text, "id": _id_of(path.stem, text)})


def _from_page(path: Path, data: bytes) -> Notice:
    page = read_page(decode(data, None), f"file:///{path.name}")
    if page is None:
        raise InputError("no article found in it")
    return notice_of_page(page, id=_id_of(page.title, page.text), site=SITE)
