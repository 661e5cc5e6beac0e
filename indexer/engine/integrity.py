"""Whether the files of a generation are as they were committed: their sizes and checksums, in a file beside them.

      g0001/manifest.json  {"checksum": .., "kept": {"writing": false, "files": {"engine/x.seg": [size, crc]}}}

While a run writes, the manifest says so and vouches only for what no run changes in place: segments. A killed run leaves it in that state.

A reader compares all sizes, and checksums of the smallest files up to a bound: an archive of some thousand notices is checked whole, and one of
100,000 in some hundredths of a second. A run of the indexer, which can mend, compares everything (about a second for a gigabyte); of a file over
half a gigabyte, its first and last quarter.
"""

import json
import os
import stat
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypedDict

from corpus.errors import IndexDamaged

MANIFEST: Final = "manifest.json"
REMEDY: Final = "run 'danchieu index' to rebuild it"
READERS_BYTES: Final = 32 * 1024 * 1024
_CHUNK: Final = 1024 * 1024
_WHOLE_BYTES: Final = 512 * 1024 * 1024
_LASTING: Final = ".seg"
_MEANT: Final = (".seg", ".toc")
_BESIDE: Final = ("facts.sqlite", "summary.json")
_TRIES: Final = 5
Entry = tuple[int, int]
"""Size and checksum of a file."""


class _Manifest(TypedDict):
    """What is kept of a generation. writing: whether a run is at it."""

    writing: bool
    files: dict[str, Entry]


def damaged(folder: Path, what: object) -> IndexDamaged:
    """The error that says that a generation's files cannot be read."""
    return IndexDamaged(f"index {folder}: damaged ({what}); {REMEDY}")


def begin_writing(folder: Path) -> None:
    """Say that a run writes: from now on only segments are vouched for."""
    if not (folder / MANIFEST).exists():
        return  # a new generation, which nobody reads yet
    files = {name: entry for name, entry in _kept(folder)["files"].items() if name.endswith(_LASTING)}
    _keep(folder, {"writing": True, "files": files})


def vouch(folder: Path) -> None:
    """Keep sizes and checksums of a generation that is complete. Segments known already are not read again."""
    known: Mapping[str, Entry] = {}
    if (folder / MANIFEST).exists():
        known = _kept(folder)["files"]
    files = {}
    for name in _names(folder):
        path = folder / name
        size = path.stat().st_size
        before = known.get(name)
        lasting = before if name.endswith(_LASTING) and before and before[0] == size else None
        files[name] = lasting or (size, _checksum(path, size))
    _keep(folder, {"writing": False, "files": files})


def was_cut_short(folder: Path) -> bool:
    """Whether the last run over a generation was killed before its end. Raises IndexDamaged."""
    return bool(_kept(folder)["writing"])


def check_files(folder: Path, budget: int | None = None) -> None:
    """Raise IndexDamaged unless a generation's files are as they were committed. budget: bytes read for checksums; None: all."""
    for last in (False, *[False] * (_TRIES - 2), True):
        kept = _kept(folder)
        fault = _fault(folder, kept, budget)
        if fault is None:
            return
        # A run may have begun, or ended, in between: its manifest came first, and goes with other files.
        if last or _kept(folder) == kept:
            raise damaged(folder, fault)


def proven_damage(folder: Path, error: Exception) -> IndexDamaged | None:
    """The damage of which an error while reading a generation came; None when its files are sound, and the fault is another."""
    if not (folder / MANIFEST).exists():
        return damaged(folder, type(error).__name__) if isinstance(error, OSError) else None
    try:
        check_files(folder)
    except IndexDamaged as found:
        return found
    return damaged(folder, error) if isinstance(error, OSError | EOFError | zlib.error) else None


def _fault(folder: Path, kept: _Manifest, budget: int | None) -> str | None:
    left = budget
    for name, (size, checksum) in sorted(kept["files"].items(), key=lambda row: row[1]):
        path = folder / name
        if kept["writing"] and not path.exists():
            continue  # merged into another; one that is still wanted is missed by whoever opens the engine
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode) or found.st_size != size:
                return f"{name} has {found.st_size:,} bytes of {size:,}"
            if left is not None:
                left -= size
            if (left is None or left >= 0) and _checksum(path, size) != checksum:
                return f"{name} has changed"
        except OSError as error:
            return f"{name}: {error.strerror}"
    return None


def _names(folder: Path) -> list[str]:
    engine = [f"engine/{path.name}" for path in (folder / "engine").iterdir() if path.suffix in _MEANT]
    return [*_BESIDE, *engine]


def _checksum(path: Path, size: int) -> int:
    """CRC-32 of a file; of a very large one, of its two ends."""
    ends = [(0, size)] if size <= _WHOLE_BYTES else [(0, _WHOLE_BYTES // 2), (size - _WHOLE_BYTES // 2, size)]
    crc = 0
    with path.open("rb", buffering=0) as file:
        for start, end in ends:
            file.seek(start)
            while start < end and (data := file.read(min(_CHUNK, end - start))):
                crc = zlib.crc32(data, crc)
                start += len(data)
    return crc


def _kept(folder: Path) -> _Manifest:
    """The manifest. Raises IndexDamaged when it is not there or not itself."""
    try:
        loaded = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        kept = loaded["kept"]
        if loaded["checksum"] != _own_checksum(kept):
            raise ValueError("it has changed")
        files = {str(name): (int(size), int(crc)) for name, (size, crc) in kept["files"].items()}
        return {"writing": bool(kept["writing"]), "files": files}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise damaged(folder, f"{MANIFEST}: {reason}") from error


def _keep(folder: Path, kept: _Manifest) -> None:
    text = json.dumps({"checksum": _own_checksum(kept), "kept": kept})
    temporary = folder / f"{MANIFEST}.new"
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / MANIFEST)


def _own_checksum(kept: object) -> int:
    return zlib.crc32(json.dumps(kept, sort_keys=True).encode())
