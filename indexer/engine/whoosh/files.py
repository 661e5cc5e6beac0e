"""Whoosh's segment files mapped into memory, read in place.

Whoosh's own mapping copies each part of a segment that it opens into a buffer: at 100,000 notices that is several hundred megabytes a process.
Without mapping, each look-up of a term is a dozen system calls. Here a part of a segment is a view of the mapping: only what is read is touched.
"""

import mmap
import os
import weakref
from pathlib import Path
from typing import Any, Final

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

_SEGMENT: Final = ".seg"
_LONG: Final = 48


class MappedStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """An index's folder whose segments are read through views of their mapping. A mapping ends when the last view of it is let go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), supports_mmap=False)

    def open_file(self, name: str, **options: Any) -> Any:
        """A file for reading; see the class."""
        if not name.endswith(_SEGMENT):
            return super().open_file(name, **options)
        return FileView(_Mapped(Path(self.folder) / name), name=name)


class _Mapped:
    """A whole file, mapped, and open for what is too long to be read through the mapping."""

    def __init__(self, path: Path) -> None:
        self.number = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self.number)
        self.view = memoryview(mmap.mmap(self.number, 0, access=mmap.ACCESS_READ))


class FileView(StructFile):  # type: ignore[misc]  # Whoosh has no types
    """A part of a mapped file. What is long is read beside the mapping, so that its pages do not stay in the process's memory."""

    def __init__(self, mapped: _Mapped, offset: int = 0, length: int | None = None, name: str | None = None) -> None:
        self._mapped = mapped
        self._offset = offset
        self._view = mapped.view[offset : None if length is None else offset + length]
        self.label = name
        super().__init__(_Cursor(self._view), name=name)

    def subset(self, offset: int, length: int, name: str | None = None) -> "FileView":
        """A part of this part."""
        return FileView(self._mapped, self._offset + offset, length, name or self.label)

    def get(self, position: int, length: int) -> bytes:
        """Bytes at a position; the cursor stays where it is."""
        length = min(length, len(self._view) - position)
        if length < _LONG:
            return bytes(self._view[position : position + length])
        return os.pread(self._mapped.number, length, self._offset + position)


class _Cursor:
    """A view as a file that is read from front to back."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        end = len(self._view) if size < 0 else self._at + size
        data = bytes(self._view[self._at : end])
        self._at += len(data)
        return data

    def readline(self) -> bytes:
        """The rest of a line; pickles of old protocols are read by lines."""
        end = next((at + 1 for at in range(self._at, len(self._view)) if self._view[at] == 0x0A), len(self._view))
        return self.read(end - self._at)

    def seek(self, offset: int, whence: int = 0) -> int:
        start = (0, self._at, len(self._view))[whence]
        self._at = start + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """The view goes with the file that holds it."""
