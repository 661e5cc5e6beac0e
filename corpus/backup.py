"""An archive in one file, and back: database, captures and whatever else is kept, each with its digest; what can be derived again is left out.

A backup is a tar, gzipped where its name ends in ``.gz`` or ``.tgz``. Its last member, ``manifest.json``, names every other with size and
SHA-256: a file that was cut short has none, and one that was changed does not fit it. It may be taken while the archive is served and while a
crawl writes: the database is copied by SQLite at one moment, and captures, which are only added to, are taken after it and so hold all it names.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Final, TypedDict

from corpus.database import DATABASE, SCHEMA_VERSION, open_database
from corpus.errors import ArchiveMissing, ArchiveTooNew, ArchiveUnusable, InputError

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
Progress = Callable[[str, int, int], None]
_DERIVED: Final = frozenset(("index", "cache"))
_NOT_KEPT: Final = frozenset((DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "writer.lock", MANIFEST))
_CHUNK: Final = 1 << 20
_MOST_MANIFEST: Final = 256 * 1024 * 1024


class Kept(TypedDict):
    """One file of a backup."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """What is in a backup. bytes: of the files, before packing."""

    file: str
    made_at: str
    files: int
    bytes: int
    notices: int
    captures: int

    def as_row(self) -> dict[str, object]:
        """As JSON."""
        return asdict(self)


def back_up(folder: Path, file: Path, *, at: str, progress: Progress | None = None) -> BackupReport:
    """Write an archive's backup. at: the moment, ISO, UTC. Raises ArchiveMissing, ArchiveUnusable, InputError when the file is there already."""
    if not (folder / DATABASE).exists():
        raise ArchiveMissing(f"archive {folder}: there is none, so there is nothing to back up")
    if file.exists():
        raise InputError(f"{file}: is there already; name another file, or take it away first")
    if folder.resolve() in file.resolve().parents:
        raise InputError(
            f"{file}: a backup inside the archive would be a part of itself; name a place outside {folder}"
        )
    part = file.with_name(f"{file.name}.part")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=".danchieu-") as beside:
            copied = Path(beside) / DATABASE
            notices, captures = _copy_database(folder / DATABASE, copied)
            total = copied.stat().st_size + sum(path.stat().st_size for path in _others(folder) if path.exists())
            with part.open("xb") as out, _tar_to(out, file.name) as tar:
                rows = list(_write_files(tar, folder, copied, total, progress or (lambda step, done, all_: None)))
                told = {
                    "format": FORMAT,
                    "made_at": at,
                    "schema": SCHEMA_VERSION,
                    "notices": notices,
                    "captures": captures,
                    "files": rows,
                }
                _add(tar, MANIFEST, BytesIO(data := json.dumps(told, ensure_ascii=False).encode()), len(data))
            with part.open("rb") as written:
                os.fsync(written.fileno())
        part.replace(file)
    except FileExistsError as error:
        raise InputError(f"{part}: another backup is being written, or was broken off; take it away first") from error
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or error
        raise ArchiveUnusable(
            f"backup {file}: could not be written ({reason}); make room, or name another place"
        ) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return BackupReport(
        file=str(file), made_at=at, files=len(rows), bytes=sum(row["bytes"] for row in rows), notices=notices, captures=captures
    )  # fmt: skip


def restore(file: Path, folder: Path, *, progress: Progress | None = None) -> BackupReport:
    """Make an archive of a backup, in a folder that is empty or not there yet. All of it, checked, or nothing.

    Raises InputError where the backup is not whole or not as it was made, ArchiveTooNew, ArchiveUnusable.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            f"{folder}: is not empty; a backup is restored into an empty folder, name another with --archive"
        )
    if not file.is_file():
        raise InputError(f"{file}: no such file")
    told = progress or (lambda step, done, all_: None)
    try:
        folder.absolute().parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.absolute().parent, prefix=".danchieu-restore-"))
        try:
            manifest = _unpack(file, beside, told)
            _check_database(file, beside, manifest)
            beside.chmod(0o755)
            beside.replace(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise ArchiveUnusable(
            f"archive {folder}: could not be restored ({error.strerror or error}); nothing was left there"
        ) from error
    files: list[Kept] = manifest["files"]
    return BackupReport(
        file=str(file),
        made_at=str(manifest["made_at"]),
        files=len(files),
        bytes=sum(row["bytes"] for row in files),
        notices=int(manifest["notices"]),
        captures=int(manifest["captures"]),
    )


class _Manifest(TypedDict):
    format: int
    made_at: str
    schema: int
    notices: int
    captures: int
    files: list[Kept]


def _copy_database(source: Path, copied: Path) -> tuple[int, int]:
    """A copy of a database as it is at one moment, whoever writes to it; how many notices and captures it holds."""
    uri = f"{source.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=30)) as db, closing(sqlite3.connect(copied)) as into:
        db.backup(into)
        into.execute("PRAGMA journal_mode = DELETE")
        notices = into.execute("SELECT count(*) FROM notices").fetchone()[0]
        captures = into.execute("SELECT count(*) FROM captures").fetchone()[0]
    return int(notices), int(captures)


def _others(folder: Path) -> list[Path]:
    """Files of an archive beside its database: captures, originals, whatever is kept; in order."""
    found = []
    for top, folders, names in os.walk(folder):
        here = Path(top)
        folders[:] = sorted(
            name for name in folders if not (here == folder and name in _DERIVED) and not name.startswith(".")
        )
        found += [here / name for name in sorted(names) if not (here == folder and name in _NOT_KEPT)]
    return [path for path in found if path.is_file() and not path.is_symlink()]


def _write_files(tar: tarfile.TarFile, folder: Path, copied: Path, total: int, told: Progress) -> Iterator[Kept]:
    done = 0
    for path in [copied, *_others(folder)]:
        name = DATABASE if path == copied else path.relative_to(folder).as_posix()
        try:
            with path.open("rb") as data:
                size = os.fstat(data.fileno()).st_size  # what is added from now on is not of this backup
                hashed = _Hashed(data)
                _add(tar, name, hashed, size)
        except FileNotFoundError:
            continue  # an empty file of captures goes when its run ends
        done += size
        told("backup", done, total)
        yield Kept(path=name, bytes=size, sha256=hashed.digest.hexdigest())


class _Hashed:
    """What is read through it is hashed."""

    def __init__(self, data: IO[bytes]) -> None:
        self._data = data
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Up to some bytes."""
        part = self._data.read(size)
        self.digest.update(part)
        return part


def _add(tar: tarfile.TarFile, name: str, data: "_Hashed | BytesIO", size: int) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o644
    tar.addfile(info, data)


@contextmanager
def _tar_to(out: IO[bytes], name: str) -> Iterator[tarfile.TarFile]:
    """A tar, gzipped where its name says so."""
    if name.endswith((".gz", ".tgz")):
        with tarfile.open(fileobj=out, mode="w|gz", format=tarfile.PAX_FORMAT) as tar:
            yield tar
    else:
        with tarfile.open(fileobj=out, mode="w|", format=tarfile.PAX_FORMAT) as tar:
            yield tar


def _unpack(file: Path, into: Path, told: Progress) -> _Manifest:
    """The files of a backup, each as its manifest says. Raises InputError."""
    found: dict[str, Kept] = {}
    manifest: _Manifest | None = None
    try:
        with file.open("rb") as data, tarfile.open(fileobj=data, mode="r|*") as tar:
            for member in tar:
                if manifest is not None:
                    raise _damaged(file, "something stands behind its manifest")
                source = tar.extractfile(member) if member.isreg() else None
                if source is None or not _is_inside(member.name) or member.name in found:
                    raise _damaged(file, f"{member.name[:80]!r} is no file of an archive")
                if member.name == MANIFEST:
                    manifest = _manifest(file, source.read(_MOST_MANIFEST))
                else:
                    found[member.name] = _write(source, into / member.name, member.name)
                told("restore", data.tell(), file.stat().st_size)
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise _damaged(file, str(error) or type(error).__name__) from error
    except OSError as error:
        if error.errno is None:  # of gzip: it is no such file, or its sum is wrong
            raise _damaged(file, str(error)) from error
        raise
    if manifest is None:
        raise _damaged(file, "it was cut short: it has no manifest")
    for row in manifest["files"]:
        if found.pop(row["path"], None) != row:
            raise _damaged(file, f"{row['path']}: missing, or not as it was when the backup was made")
    if found:
        raise _damaged(file, f"{next(iter(found))}: not named in its manifest")
    return manifest


def _damaged(file: Path, why: str) -> InputError:
    return InputError(f"backup {file}: cannot be restored ({why}); take another one")


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(name)
        and not path.is_absolute()
        and ".." not in path.parts
        and "\\" not in name
        and path.parts[0] not in _DERIVED
    )


def _manifest(file: Path, data: bytes) -> _Manifest:
    try:
        told: _Manifest = json.loads(data)
        whole = all({"path", "bytes", "sha256"} == set(row) for row in told["files"])
        known = int(told["format"]), int(told["schema"]), int(told["notices"]), int(told["captures"])
    except (ValueError, TypeError, LookupError) as error:
        raise _damaged(file, "its manifest cannot be read") from error
    if not whole or not any(row["path"] == DATABASE for row in told["files"]):
        raise _damaged(file, "its manifest names no database")
    if known[0] > FORMAT or known[1] > SCHEMA_VERSION:
        raise ArchiveTooNew(f"backup {file}: made by a newer version (format {known[1]}); update danchieu")
    return told


def _write(source: IO[bytes], path: Path, name: str) -> Kept:
    path.parent.mkdir(parents=True, exist_ok=True)
    hashed, size = _Hashed(source), 0
    with path.open("xb") as out:
        while part := hashed.read(_CHUNK):
            size += out.write(part)
        os.fsync(out.fileno())
    return Kept(path=name, bytes=size, sha256=hashed.digest.hexdigest())


def _check_database(file: Path, folder: Path, manifest: _Manifest) -> None:
    """See that what was unpacked is an archive that opens."""
    try:
        with closing(open_database(folder)) as db:
            said = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            notices = db.execute("SELECT count(*) FROM notices").fetchone()[0]
    except (sqlite3.Error, ArchiveUnusable) as error:
        raise _damaged(file, f"its database does not open: {error}") from error
    if said != "ok" or notices != manifest["notices"]:
        raise _damaged(file, f"its database is damaged: {said}")
