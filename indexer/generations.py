"""Generations of the index: which one is in use, whether it can be added to, how a new one takes its place.

    index/
      current            name of the generation in use
      g0001/facts.sqlite derived facts
      g0001/engine/      the search engine's files
      g0001/summary.json the archive's figures

A rebuild makes a new generation and switches the pointer at the end, so that readers never see a half-built one.
"""

import os
import shutil
from pathlib import Path
from typing import Final

from corpus.errors import EngineError
from indexer.embedded.engine import open_whoosh
from indexer.facts import FORMAT, Facts

SUMMARY: Final = "summary.json"


def generation_folder(archive: Path) -> Path | None:
    """The folder of the generation in use; None when the archive was never indexed."""
    pointer = archive / "index" / "current"
    if not pointer.exists():
        return None
    folder = archive / "index" / pointer.read_text(encoding="ascii").strip()
    return folder if folder.is_dir() else None


def is_usable(folder: Path) -> bool:
    """Whether a generation can be added to: its files open and its format is this program's."""
    try:
        facts = Facts.open(folder)
        ready = facts.value("format") == FORMAT and (folder / SUMMARY).exists()
        facts.close()
        open_whoosh(folder / "engine").close()
    except EngineError:
        return False
    return ready


def new_generation(root: Path) -> Path:
    """An empty generation beside those of an index's folder."""
    numbers = [int(path.name[1:]) for path in root.glob("g[0-9]*") if path.name[1:].isdigit()]
    folder = root / f"g{max(numbers, default=0) + 1:04d}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    open_whoosh(folder / "engine", create=True).close()
    return folder


def switch_to(folder: Path) -> None:
    """Put a finished generation in use and drop all others."""
    root = folder.parent
    temporary = root / "current.new"
    temporary.write_text(folder.name + "\n", encoding="ascii")
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    temporary.replace(root / "current")
    for old in root.glob("g[0-9]*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)
