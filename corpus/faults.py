"""The rows of files that an import could not read, and of those of the drop folder that it has read."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from os.path import sep


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFault:
    """A file, or a line of one, that could not be read. place: the file's full path, and the line. since: ISO, UTC."""

    place: str
    path: str
    reason: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStamp:
    """A file as it was when it was read: full path, size, and when it was changed last (ns)."""

    path: str
    bytes: int
    mtime_ns: int


class FaultRows:
    """The faults of files of one store. Changes belong to the transaction that the caller holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def all(self) -> list[FileFault]:
        """All of them, those that have failed for longest first."""
        rows = self._db.execute("SELECT place, path, reason, since FROM file_faults ORDER BY since, place")
        return [FileFault(place=place, path=path, reason=reason, since=since) for place, path, reason, since in rows]

    def count(self) -> int:
        """How many there are."""
        return int(self._db.execute("SELECT count(*) FROM file_faults").fetchone()[0])

    def replace(self, read: Iterable[str], found: Iterable[FileFault]) -> None:
        """What an import found takes the place of what was known of the files and folders (full paths) that it read.

        A fault that was known keeps the day since when it is.
        """
        before: dict[str, str] = {}
        for path in read:
            inside = path.rstrip(sep) + sep
            rows = self._db.execute(
                "DELETE FROM file_faults WHERE path = ?1 OR substr(path, 1, length(?2)) = ?2 RETURNING place, since",
                (path, inside),
            )
            before.update(rows.fetchall())
        self._db.executemany(
            "INSERT OR REPLACE INTO file_faults VALUES (?, ?, ?, ?)",
            ((one.place, one.path, one.reason, before.get(one.place, one.since)) for one in found),
        )

    def stamps(self) -> dict[str, FileStamp]:
        """Files of the drop folder as they were when they were read, by path."""
        rows = self._db.execute("SELECT path, bytes, mtime_ns FROM dropped_files")
        return {path: FileStamp(path=path, bytes=size, mtime_ns=mtime) for path, size, mtime in rows}

    def stamp(self, files: Iterable[FileStamp]) -> None:
        """Files of the drop folder were read."""
        self._db.executemany(
            "INSERT OR REPLACE INTO dropped_files VALUES (?, ?, ?)",
            ((one.path, one.bytes, one.mtime_ns) for one in files),
        )
