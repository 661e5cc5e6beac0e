"""Archives of the tests, indexed and opened as the product does it."""

from pathlib import Path

from indexer.archive import Archive
from indexer.building import build


def index_archive(folder: Path) -> build.IndexReport:
    """Bring the index of an archive's folder up to date."""
    return build.index_archive(folder)


def open_archive(folder: Path) -> Archive:
    """The indexed archive of a folder; the caller closes it."""
    return Archive.open(folder)
