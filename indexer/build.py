"""From the store to the index: find, resolve, relate, recognise campaigns, write the engine's documents.

An increment takes in what changed, resolves again only what the new evidence can change, and commits once. A killed run loses nothing: facts
are transactions, and what the engine has still to write is on a list that the next run works off.
"""

from pathlib import Path

from corpus.store import Store, writer_lock
from indexer.generations import SUMMARY, generation_folder, is_usable, new_generation, switch_to
from indexer.increment import IndexReport, Progress, Run

__all__ = ["SUMMARY", "IndexReport", "Progress", "generation_folder", "index_archive"]


def index_archive(archive: Path, *, rebuild: bool = False, progress: Progress | None = None) -> IndexReport:
    """Bring an archive's index up to date with its store. Raises ArchiveMissing, ArchiveLocked, EngineError."""
    told = progress or (lambda step, done, total: None)
    with Store.open(archive) as store:
        root = archive / "index"
        root.mkdir(exist_ok=True)
        with writer_lock(root):
            folder = generation_folder(archive)
            if not rebuild and folder is not None and is_usable(folder):
                return Run(store, folder, told).increment()
            folder = new_generation(root)
            report = Run(store, folder, told).increment(rebuilt=True)
            switch_to(folder)
            return report
