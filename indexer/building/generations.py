"""Generations of the index: which one is in use, whether it can be added to, how a new one takes its place.

      index/
        current              name of the generation in use
        g0001/facts.sqlite   derived facts
        g0001/engine/        the search engine's files
        g0001/summary.json   the archive's figures
        g0001/manifest.json  sizes and checksums of these (see `integrity`)

A rebuild makes a new generation and switches the pointer at the end, so that readers never see a half-built one. A reader holds its generation by
a shared lock on the folder (the kernel's, which dies with the process and creates nothing); what a reader holds is removed by a later run.
"""

import fcntl
import os
import re
import shutil
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import EngineError
from corpus.store import Store
from indexer.building.rules import Part, changed_parts
from indexer.engine.integrity import MANIFEST, READERS_BYTES, check_files, damaged, was_cut_short
from indexer.engine.protocol import EngineOpener, SearchEngine

SUMMARY: Final = "summary.json"
_NAME = re.compile(r"g([0-9]{1,9})\n?")
_TRIES: Final = 20


def generation_folder(archive: Path) -> Path | None:
    """The folder of the generation in use; None when the archive was never indexed. Raises IndexDamaged when the pointer is."""
    root = archive / "index"
    pointer = root / "current"
    try:
        name = pointer.read_bytes()[:64].decode("ascii", "replace")
    except FileNotFoundError:
        if any((folder / MANIFEST).exists() for folder in _generations(root)):
            raise damaged(root, "current: not there") from None
        return None
    except OSError as error:
        raise damaged(root, f"current: {error.strerror}") from error
    if not _NAME.fullmatch(name) or not (folder := root / name.strip()).is_dir():
        raise damaged(root, f"current names {name.strip()[:20]!r}, which is no generation")
    return folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A generation that is read. Its folder stays as long as its engine lives."""

    folder: Path
    engine: SearchEngine
    inode: int

    def is_at(self, folder: Path) -> bool:
        """Whether it is the generation of a folder, and not one that had the same name before."""
        try:
            return folder == self.folder and folder.stat().st_ino == self.inode
        except FileNotFoundError:
            return False


def open_generation(archive: Path, open_engine: EngineOpener) -> Opened | None:
    """The generation in use, for reading; None when the archive was never indexed. Raises EngineError."""
    for _ in range(_TRIES):
        folder = generation_folder(archive)
        if folder is None:
            return None
        handle = _held(folder)
        if handle is None:
            continue  # the pointer has moved on
        try:
            check_files(folder, READERS_BYTES)
            engine = open_engine(folder / "engine")
            opened = Opened(folder=folder, engine=engine, inode=os.fstat(handle).st_ino)
        except BaseException:
            os.close(handle)
            raise
        weakref.finalize(engine, os.close, handle)
        return opened
    raise EngineError(f"index {archive / 'index'}: changes too often to be opened; try again in a moment")


def why_unusable(folder: Path, store: Store, open_engine: EngineOpener) -> str | None:
    """Why a generation cannot be added to, in a few words; None when it can: files as committed, of this format, out of this store."""
    from indexer.facts.store import Facts  # here: readers of the index do without

    try:
        check_files(folder)
        with Facts.reading(folder) as facts:
            if was_cut_short(folder):
                facts.check()
            lineages = facts.lineages()
        open_engine(folder / "engine").close()
    except EngineError as error:
        return str(error).split("; ")[0]
    if not lineages:
        return "the index does not say which archive it was made from"
    return next((reason for one in lineages if (reason := store.broken_by(one))), None)


def changed_rules(folder: Path) -> frozenset[Part]:
    """The parts in which the rules have changed since a generation was made."""
    from indexer.facts.store import Facts

    with Facts.reading(folder) as facts:
        return changed_parts(facts.value("rules"))


def new_generation(root: Path, open_engine: EngineOpener) -> Path:
    """An empty generation beside those of an index's folder."""
    numbers = [int(path.name[1:]) for path in _generations(root)]
    folder = root / f"g{max(numbers, default=0) + 1:04d}"
    folder.mkdir()
    open_engine(folder / "engine", create=True).close()
    return folder


def switch_to(folder: Path) -> None:
    """Put a finished generation in use."""
    root = folder.parent
    temporary = root / "current.new"
    temporary.write_text(folder.name + "\n", encoding="ascii")
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    pointer = root / "current"
    if pointer.is_dir():
        shutil.rmtree(pointer)
    temporary.replace(pointer)


def drop_unless_used(folder: Path) -> None:
    """Remove a generation that came to nothing; not when the pointer has been switched to it."""
    pointer = folder.parent / "current"
    if not pointer.is_file() or pointer.read_bytes().strip() != folder.name.encode():
        shutil.rmtree(folder, ignore_errors=True)


def sweep(root: Path, kept: Path | None) -> None:
    """Remove all generations but one that no reader holds: those before it, and what a killed run left."""
    for folder in _generations(root):
        if folder == kept:
            continue
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)  # what stays is tried again at the next run
        except BlockingIOError:
            continue
        finally:
            os.close(handle)


def _generations(root: Path) -> list[Path]:
    return [path for path in root.glob("g[0-9]*") if _NAME.fullmatch(path.name) and path.is_dir()]


def _held(folder: Path) -> int | None:
    """A shared lock on a generation's folder; None when it is being removed, or was."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise damaged(folder, error.strerror) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        if os.fstat(handle).st_ino == folder.stat().st_ino:
            return handle
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        return handle  # a file system without locks: read all the same
    os.close(handle)
    return None
