"""Archives of the tests, opened and indexed as the program does it: through its composition root."""

from pathlib import Path
from typing import Any

from indexer.archive import Archive
from indexer.building.build import IndexReport
from webapp import composition
from webapp.settings import Settings


def open_archive(folder: Path) -> Archive:
    """An indexed archive, for reading."""
    return composition.open_archive(Settings(archive=folder))


def index_archive(folder: Path, **more: Any) -> IndexReport:
    """Bring an archive's index up to date."""
    return composition.index(Settings(archive=folder), **more)
