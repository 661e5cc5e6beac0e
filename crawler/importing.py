"""Files that staff already have, as notices: .html, .txt, .jsonl. A bad line or file is named and skipped; the rest goes in.

Of a folder every file is read or named, except what systems hide in it: names that begin with a dot, Thumbs.db and the like.
"""

import codecs
import hashlib
import io
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from corpus.errors import DanChieuError, InputError
from corpus.legacy import in_unicode
from corpus.model import Notice
from corpus.text import MAX_TEXT_CHARS, normalise, normalise_line, slugify
from crawler.days import day_of
from crawler.encoding import decode, is_readable
from crawler.media import kind_by_beginning, kind_by_name, kind_if_not_text
from crawler.notices import notice_of, notice_of_page
from crawler.page import article_of
from crawler.papers.child import PaperReader
from crawler.papers.ocr import REMEDY
from crawler.papers.paper import Paper
from crawler.papers.reading import format_of
from crawler.provenance import provenance_of
from crawler.subject import title_of_text

Progress = Callable[[str, int, int], None]
SUFFIXES: Final = (".html", ".htm", ".txt", ".jsonl")
READ_FORMATS: Final = "PDF, DOCX, DOC, RTF, ODT, HTML, pictures (TIFF, JPEG, PNG), .txt and .jsonl"
_MARKUP = re.compile(rb"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
MAX_FILE_BYTES: Final = 64 * 1024 * 1024
MAX_LINE_BYTES: Final = 16 * 1024 * 1024
_HEAD_BYTES: Final = 64
_SYSTEMS_OWN: Final = frozenset(("thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db", "$recycle.bin"))
_MOST_CHARS: Final = {"url": 4000, "title": 4000, "published_on": 60, "place": 300, "issuer": 1000}
_NO_ADDRESS = re.compile("[\\x00-\\x20\\x7f\ud800-\udfff\ufffe\uffff]")
_FIELDS: Final = ("id", "url", "title", "text", "published_on", "place", "issuer")
SITE: Final = "nhap"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFault:
    """What was skipped, and why: ``file`` or ``file line 7``."""

    where: str
    reason: str


def read_files(paths: Sequence[Path], *, progress: Progress | None = None) -> Iterator[Notice | ImportFault]:
    """Notices of files and of folders (all through), with a fault for each thing skipped. Raises InputError at once when a path is not there.

    progress: called with (step, bytes done, bytes in all).
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder")
    return _read_all(paths, progress)


def _read_all(paths: Sequence[Path], progress: Progress | None) -> Iterator[Notice | ImportFault]:
    found = list(dict.fromkeys(item for path in paths for item in _files_of(path)))
    total, done = sum(_size(item) for item in found if isinstance(item, Path)), 0
    with PaperReader() as papers:
        for file in found:
            if isinstance(file, ImportFault):
                yield file
                continue
            within = 0
            for item, within in _read_file(file, papers):
                yield item
                if progress:
                    progress("Nhập", done + within, total)
            done += _size(file)


def _files_of(path: Path) -> list[Path | ImportFault]:
    """A file itself; of a folder all that is in it, in order, and what of it cannot be listed."""
    if not path.is_dir():
        return [path]
    faults: list[Path | ImportFault] = []

    def note(error: OSError) -> None:
        faults.append(ImportFault(where=str(error.filename), reason=error.strerror or str(error)))

    found: list[Path | ImportFault] = []
    for folder, folders, names in os.walk(path, onerror=note):
        links = [name for name in folders if (Path(folder) / name).is_symlink() and not _is_hidden(name)]
        folders[:] = [name for name in folders if not _is_hidden(name)]
        faults.extend(ImportFault(where=str(Path(folder) / name), reason="a link to a folder") for name in links)
        for file in (Path(folder) / name for name in names if not _is_hidden(name)):
            odd = file.exists() and not file.is_file()  # a pipe would be waited for
            found.append(ImportFault(where=str(file), reason="not a regular file") if odd else file)
    return sorted(found, key=_place_of) + faults


def _place_of(item: Path | ImportFault) -> str:
    return item.where if isinstance(item, ImportFault) else str(item)


def _is_hidden(name: str) -> bool:
    """Whether a name is one that systems, not people, put into folders."""
    return name.startswith((".", "~$")) or name.lower() in _SYSTEMS_OWN


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # it is named as a fault when it is read


def _read_file(path: Path, papers: PaperReader) -> Iterator[tuple[Notice | ImportFault, int]]:
    """What a file holds, each with how many of its bytes are read. What it is its content says, not its name."""
    suffix = path.suffix.lower()
    try:
        if suffix == ".jsonl":
            yield from _read_jsonl(path)
            return
        size = path.stat().st_size
        if size == 0:
            raise InputError("an empty file")
        if form := format_of(path):
            yield _from_paper(path, papers.read(path, form)), size
            return
        if size > MAX_FILE_BYTES:
            raise InputError(f"{size:,} bytes: at most {MAX_FILE_BYTES:,} are read")
        data = path.read_bytes()
        if kind := kind_if_not_text(data):
            raise InputError(f"{kind}; {READ_FORMATS} are read")
        yield (_from_page(path, data) if _is_page(data, suffix) else _from_text(path, data, suffix)), len(data)
    except OSError as error:
        yield ImportFault(where=str(path), reason=error.strerror or str(error)), 0
    except DanChieuError as error:
        yield ImportFault(where=str(path), reason=str(error)), 0
    except Exception as error:
        # Whatever a file holds is that file's fault: the others are read.
        yield ImportFault(where=str(path), reason=f"cannot be read ({type(error).__name__})"), 0


def _read_jsonl(path: Path) -> Iterator[tuple[Notice | ImportFault, int]]:
    with path.open("rb") as file:
        start = file.peek(_HEAD_BYTES)  # a pipe cannot be wound back
        if kind := kind_by_beginning(start):
            raise InputError(f"{kind} under the name of a text")
        lines = _in_utf8(file) if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else file
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
            elif (line := line.removeprefix(codecs.BOM_UTF8)).strip():
                yield _read_line(where, line), done


def _in_utf8(file: BinaryIO) -> BinaryIO:
    """A file of lines in UTF-16, as some systems write them."""
    data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise InputError(f"in UTF-16 at most {MAX_FILE_BYTES:,} bytes are read; save it as UTF-8")
    return io.BytesIO(data.decode("utf-16", "replace").encode("utf-8", "replace"))


def _read_line(where: str, line: bytes) -> Notice | ImportFault:
    try:
        return notice_of_row(_row_of(line))
    except DanChieuError as error:
        return ImportFault(where=where, reason=str(error))
    except Exception as error:
        # Whatever a line holds is that line's fault: those after it are read.
        return ImportFault(where=where, reason=f"cannot be read ({type(error).__name__})")


def _row_of(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"))
    except RecursionError:
        reason = "nested too deeply to be a notice"
    except UnicodeDecodeError as error:
        reason = f"not UTF-8 (byte {error.start + 1} of the line)"
    except json.JSONDecodeError as error:
        reason = f"not JSON ({error.msg}, character {error.pos + 1})"
    except ValueError:
        reason = "a number of too many digits"  # all that `json` raises beside
    raise InputError(reason)


def notice_of_row(row: Any) -> Notice:
    """A notice from a JSON object; every field but ``text`` is optional. Raises InputError."""
    if not isinstance(row, dict):
        raise InputError("not a JSON object")
    for name in _FIELDS:
        if row.get(name) is not None and not isinstance(row[name], str):
            raise InputError(f"{name}: a text is wanted, got {type(row[name]).__name__}")
    for name, most in _MOST_CHARS.items():
        if len(row.get(name) or "") > most:
            raise InputError(f"{name}: longer than {most:,} characters")
    url = (row.get("url") or "").strip() or None
    if url and _NO_ADDRESS.search(url):
        raise InputError(f"url {url[:80]!r}: no address has such characters")
    text = normalise(in_unicode(row.get("text") or "")[:MAX_TEXT_CHARS])
    if not text:
        raise InputError("text: missing or empty")
    said_on = (row.get("published_on") or "").strip()
    published_on = day_of(said_on)
    if said_on and not published_on:
        raise InputError(f"published_on {said_on!r}: write it like 2018-08-01")
    title = normalise_line(in_unicode(row.get("title") or "")) or title_of_text(text)
    site = _site_of(url)
    issuer, place = provenance_of(
        text,
        title=title,
        host=site if site != SITE else "",
        issuer=row.get("issuer") or None,
        place=row.get("place") or None,
    )
    return notice_of(
        id=row.get("id") or _id_of(title, text),
        url=url,
        site=site,
        title=title,
        text=text,
        place=place,
        published_on=published_on,
        issuer=issuer,
    )


def _site_of(url: str | None) -> str:
    return url.split("/")[2].lower() if url and url.count("/") >= 2 and url.split("/")[2] else SITE


def _id_of(title: str, text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]
    return f"{slugify(title)[:60].strip('-') or 'van-ban'}-{digest}"


def _is_page(data: bytes, suffix: str) -> bool:
    """Whether a file is HTML, whatever it is called: portals serve it as ``.doc``."""
    return suffix in (".html", ".htm") or bool(_MARKUP.search(data[:4096]))


def _from_paper(path: Path, paper: Paper) -> Notice:
    if not paper.text:
        scan = "needs-ocr" in paper.findings
        raise InputError(f"a scan, and nothing here reads scans: {REMEDY}" if scan else "no text in it")
    return notice_of_row({"text": paper.text, "id": _id_of(path.stem, paper.text)})


def _from_text(path: Path, data: bytes, suffix: str) -> Notice:
    if suffix not in SUFFIXES:
        raise InputError(f"{kind_by_name(suffix)}; {READ_FORMATS} are read")
    decoded = decode(data, None)
    if not is_readable(decoded):
        raise InputError("not text, or in an encoding that is not known")
    text = normalise(in_unicode(decoded[:MAX_TEXT_CHARS]))
    if not text:
        raise InputError("no text in it")
    return notice_of_row({"text": text, "id": _id_of(path.stem, text)})


def _from_page(path: Path, data: bytes) -> Notice:
    page = article_of(decode(data, None), f"file:///{path.name}")
    if path.suffix.lower() in (".html", ".htm"):
        named = page.title
    else:  # a paper saved as a page: its title is its own, not what the program that saved it wrote down
        named = path.stem
        page = replace(page, title=title_of_text(page.text))
    return notice_of_page(page, id=_id_of(named, page.text), site=SITE)
