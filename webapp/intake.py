"""Files into the archive: read, saved, counted; what could not be read is kept as a fault until it can."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.faults import FileFault, FileStamp
from corpus.model import Notice
from corpus.store import Store, now

if TYPE_CHECKING:
    from crawler.importing import ImportFault

Progress = Callable[[str, int, int], None]
Items = Iterable["Notice | ImportFault"]
_LINE = re.compile(r" line [0-9]{1,12}$")
MOST_KEPT: Final = 20
"""Faults that the report of a run names; all of them stand among the faults of files."""
_HIDDEN: Final = (".", "~$")


@dataclass(slots=True, kw_only=True)
class Intake:
    """What came of an import. faults: (where, why) of what was skipped."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicate: int = 0
    withdrawn: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)

    def as_row(self, most: int | None = None) -> dict[str, object]:
        """As JSON. most: faults that are named, at most."""
        named = [{"where": where, "reason": reason} for where, reason in self.faults[:most]]
        return {**asdict(self), "faults": named, "skipped": len(self.faults)}

    def line(self) -> str:
        """In one line for people."""
        return (
            f"{self.added} thêm mới, {self.updated} cập nhật, {self.unchanged} không đổi, {self.duplicate} trùng, {len(self.faults)} bỏ qua"
            + (f", {self.withdrawn} đã rút từ trước" if self.withdrawn else "")
        )


def read(paths: Sequence[Path], progress: Progress) -> Items:
    """What files and folders hold. Raises InputError at once when one is not there."""
    from crawler.importing import read_files

    return read_files(paths, progress=progress)


def take_in(store: Store, paths: Sequence[Path], items: Items, told: Callable[[str, str], None]) -> Intake:
    """Save what was read of files and folders. told: (where, why) of each thing skipped, when it is met. Raises ArchiveUnusable."""
    found = Intake()
    with store.batches() as save:
        for item in items:
            if isinstance(item, Notice):
                saved = save(item)
                setattr(found, saved, getattr(found, saved) + 1)
            else:
                found.faults.append((item.where, item.reason))
                told(item.where, item.reason)
    moment = now()
    with store.transaction():
        store.faults.replace(
            [_full(path) for path in paths],
            (_fault(where, reason, moment) for where, reason in found.faults),
        )
    return found


def changed_files(store: Store, folder: Path) -> list[FileStamp]:
    """Files of a drop folder that were not read yet as they are now, in order. Systems' own files are passed over."""
    known = store.faults.stamps()
    return [stamp for stamp in _stamps(folder) if known.get(stamp.path) != stamp]


def _stamps(folder: Path) -> Iterator[FileStamp]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(_HIDDEN) for part in inside):
            status = path.stat()
            yield FileStamp(path=_full(path), bytes=status.st_size, mtime_ns=status.st_mtime_ns)


def _full(path: "str | Path") -> str:
    """A path from the root, without ``..``; links are left as they are."""
    return normpath(Path(path).absolute())


def _fault(where: str, reason: str, at: str) -> FileFault:
    line = _LINE.search(where)
    path = _full(where[: line.start()] if line else where)
    return FileFault(place=path + (line[0] if line else ""), path=path, reason=reason, since=at)
