"""From the store to the index: find, resolve, relate, recognise campaigns, write the engine's documents.

An increment takes in what changed, resolves again only what the new evidence can change, and commits once. A killed run loses nothing: facts
are transactions, and what the engine has still to write is on a list that the next run works off. An index that is damaged, or that came out of
another store than the one beside it, is made anew without being asked.

An index keeps the rules by which it was made (`rules`). Where they have changed, what they concern is read again: campaigns in place, everything
else in a new generation, for which what stands before the change in the line from text to page is taken from the old one.
"""

import sqlite3
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from corpus.errors import ArchiveUnusable, IndexDamaged
from corpus.store import Store, writer_lock
from indexer.building.generations import (
    SUMMARY,
    changed_rules,
    drop_unless_used,
    generation_folder,
    new_generation,
    sweep,
    switch_to,
    why_unusable,
)
from indexer.building.increment import IndexOutgrown, IndexReport, Progress, Run
from indexer.building.rules import Part
from indexer.engine.integrity import begin_writing, check_files, vouch
from indexer.engine.protocol import EngineOpener
from indexer.facts.file import copy_facts, is_disks
from indexer.facts.store import Facts

__all__ = ["SUMMARY", "IndexReport", "Progress", "generation_folder", "index_archive"]

_FROM_TEXT: Final[frozenset[Part]] = frozenset(("registry", "citations"))
_FROM_CITATIONS: Final[frozenset[Part]] = frozenset(("resolution",))
_IN_PLACE: Final[frozenset[Part]] = frozenset(("campaigns",))


def index_archive(
    archive: Path, open_engine: EngineOpener, *, rebuild: bool = False, progress: Progress | None = None
) -> IndexReport:
    """Bring an archive's index up to date with its store. Raises ArchiveMissing, ArchiveLocked, ArchiveUnusable (disk full), EngineError."""
    told = progress or (lambda step, done, total: None)
    with Store.open(archive) as store:
        root = archive / "index"
        try:
            root.mkdir(exist_ok=True)
            with writer_lock(root), store.reading():
                return _brought_up(store, root, open_engine, told, rebuild)
        except (OSError, sqlite3.Error) as error:
            if isinstance(error, sqlite3.Error) and not is_disks(error):
                raise
            reason = getattr(error, "strerror", None) or error
            raise ArchiveUnusable(
                f"index {root}: could not be written ({reason}); make room on the disk, or check its rights; what was there is still in use"
            ) from error


def _brought_up(store: Store, root: Path, open_engine: EngineOpener, told: Progress, rebuild: bool) -> IndexReport:
    """An increment where there is an index that can be added to, else a rebuild."""
    folder, reason = _in_use(store, root.parent, open_engine)
    sweep(root, folder)
    if folder is None or rebuild or reason:
        return _rebuilt(store, root, open_engine, told, None if rebuild else reason)
    try:
        changed = changed_rules(folder)
        if changed - _IN_PLACE:
            return _rebuilt(store, root, open_engine, told, None, changed=changed, before=folder)
        return _increment(store, folder, open_engine, told, changed)
    except (IndexDamaged, IndexOutgrown) as error:
        return _rebuilt(store, root, open_engine, told, str(error).split("; ")[0])
    except (sqlite3.DatabaseError, EOFError, ValueError, LookupError, TypeError) as error:
        # Checksums of very large files are taken of their ends: what they let pass may come up here.
        if isinstance(error, sqlite3.DatabaseError) and is_disks(error):
            raise
        if not _facts_or_files_are_damaged(folder):
            raise
        return _rebuilt(store, root, open_engine, told, f"the index was damaged ({error})")


def _in_use(store: Store, archive: Path, open_engine: EngineOpener) -> tuple[Path | None, str | None]:
    """The generation in use, and why it cannot be added to."""
    try:
        folder = generation_folder(archive)
    except IndexDamaged as error:
        return None, str(error).split("; ")[0]
    return folder, why_unusable(folder, store, open_engine) if folder else None


def _increment(
    store: Store, folder: Path, open_engine: EngineOpener, told: Progress, changed: frozenset[Part]
) -> IndexReport:
    begin_writing(folder)
    with Run(store, folder, open_engine, told) as run:
        report = run.increment(changed=changed)
    vouch(folder)
    return report


def _rebuilt(
    store: Store,
    root: Path,
    open_engine: EngineOpener,
    told: Progress,
    reason: str | None,
    *,
    changed: frozenset[Part] = frozenset(),
    before: Path | None = None,
) -> IndexReport:
    """A new generation from the store, and, where only some rules have changed, from the one before. One that fails leaves nothing."""
    folder = new_generation(root, open_engine)
    try:
        with ExitStack() as stack:
            known = None
            if before is not None and not changed & _FROM_TEXT:
                if changed & _FROM_CITATIONS:
                    known = stack.enter_context(Facts.known(before))
                else:
                    copy_facts(before, folder)
            run = stack.enter_context(Run(store, folder, open_engine, told, known))
            report = run.increment(rebuilt=True, reason=reason, changed=changed)
        vouch(folder)
        switch_to(folder)
    except BaseException:
        drop_unless_used(folder)
        raise
    sweep(root, folder)
    return report


def _facts_or_files_are_damaged(folder: Path) -> bool:
    try:
        check_files(folder)
        with Facts.reading(folder) as facts:
            facts.check()
    except IndexDamaged:
        return True
    return False
