"""Everything that can go wrong, as one tree.

    DanChieuError
    ├── InputError            what the caller gave cannot be used
    │   ├── NumberError       not a document number
    │   ├── IdentityError     not the identity of an instrument
    │   └── NoArticle         a page that holds no article
    ├── DataError             a data file of the registry is at fault
    ├── ArchiveError          the archive's folder
    │   ├── ArchiveMissing    there is no archive there
    │   ├── ArchiveTooNew     written by a newer version
    │   ├── ArchiveLocked     another process is writing
    │   └── ArchiveUnusable   not writable, not a database, disk full
    ├── NotFound              no notice or instrument of that name
    │   └── Withdrawn         a notice that was here and was withdrawn for good
    ├── FetchError            a page could not be had (raised in `crawler`)
    └── EngineError           the search engine (raised in `indexer`)
        ├── IndexMissing      the archive was never indexed
        └── IndexDamaged      files of the index are not as they were written

Each message is one line that names the thing, the value and the remedy. HTTP statuses and exit codes
are known to `webapp` alone.
"""

from corpus.model import Reason


class DanChieuError(Exception):
    """Base of every error that is shown to a person as one line.

    The message is that line, in English; detail: the same as a value, where readers of a page may meet it and want it in their language.
    """

    def __init__(self, message: str = "", detail: Reason | None = None) -> None:
        super().__init__(message)
        self.detail = detail


class InputError(DanChieuError):
    """What the caller gave cannot be used."""


class NumberError(InputError):
    """The text is not a document number."""


class IdentityError(InputError):
    """The text is not the identity of an instrument."""


class NoArticle(InputError):
    """A page holds no article; the message says what it holds instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no article found: {reason}")
        self.reason = reason


class DataError(DanChieuError):
    """A data file of the registry has a fault; the message names file, line and value."""


class ArchiveError(DanChieuError):
    """Base of what can be wrong with an archive's folder."""


class ArchiveMissing(ArchiveError):
    """There is no archive in that folder."""


class ArchiveTooNew(ArchiveError):
    """The archive was written by a newer version of the program."""


class ArchiveLocked(ArchiveError):
    """Another process is writing to the archive."""


class ArchiveUnusable(ArchiveError):
    """The folder cannot be written, is no archive, or the disk is full."""


class NotFound(DanChieuError):
    """The archive has no notice or instrument of that name."""


class Withdrawn(NotFound):
    """The notice was in the archive and was withdrawn for good."""


class FetchError(DanChieuError):
    """A page could not be fetched."""


class EngineError(DanChieuError):
    """The search engine could not answer."""


class IndexMissing(EngineError):
    """The archive was never indexed."""


class IndexDamaged(EngineError):
    """Files of the index are not as they were written; a run of the indexer makes them anew."""
