"""How an index stands to the store beside it: of which state it is, how far behind, and whether the next run has more to do than that."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import EngineError
from corpus.store import Store
from indexer.building.generations import changed_rules, generation_folder
from indexer.building.rules import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """generation: None when nothing was ever indexed. behind: notices added or changed since; removed: taken out since. rules: parts in which
    the program reads otherwise by now. fault: why the next run makes the index anew."""

    generation: str | None = None
    revision: int = 0
    behind: int = 0
    removed: int = 0
    rules: tuple[Part, ...] = ()
    fault: str | None = None


def standing(archive: Path, store: Store) -> Standing:
    """How an archive's index stands; files are not checked, which takes long."""
    from indexer.facts.store import Facts

    try:
        folder = generation_folder(archive)
        if folder is None:
            return Standing(behind=store.count())
        with Facts.reading(folder) as facts:
            lineages = facts.lineages()
        rules = tuple(sorted(changed_rules(folder)))
    except (EngineError, sqlite3.Error, OSError) as error:
        return Standing(behind=store.count(), fault=str(error).split("; ")[0])
    if not lineages:
        return Standing(
            generation=folder.name, behind=store.count(), fault="the index does not say which archive it was made from"
        )
    at = lineages[0]
    if broken := store.broken_by(at):
        return Standing(generation=folder.name, behind=store.count(), rules=rules, fault=broken)
    return Standing(
        generation=folder.name,
        revision=at.revision,
        behind=store.count_since(at.revision),
        removed=len(store.removed_since(at.revision)),
        rules=rules,
    )
