"""What a change of a bucket's instruments bears on: the notices whose mentions are judged again, the pages that are written again."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

from corpus.model import Instrument
from corpus.numbers import number_key
from corpus.places import territory
from indexer.facts.records import instrument_json, instrument_of
from indexer.facts.store import Facts
from indexer.resolution.cluster import Cluster
from indexer.resolution.keys import name_in

_OPEN_IN_BUCKET: Final = (
    "SELECT DISTINCT notice, number, territory, status FROM mentions WHERE bucket = ? AND firm IS NULL"
)
_OF_DAY_IN_BUCKET: Final = "SELECT DISTINCT notice FROM mentions WHERE bucket = ? AND firm = ?"
_CITING: Final = "SELECT DISTINCT notice FROM mentions WHERE target = ?"
_TIED: Final = (
    "SELECT DISTINCT target FROM relations WHERE holder = ?1"
    " UNION SELECT DISTINCT holder FROM relations WHERE target = ?1 AND holder IS NOT NULL"
)
Kept = tuple[str, str, str]
"""An instrument of a bucket as it is kept: its id, the instrument as JSON, and the digest of all that mentions are judged by."""


def save_clusters(facts: Facts, bucket: str, clusters: Sequence[Cluster]) -> set[str]:
    """Keep a bucket's instruments, and mark the pages that show one that changed. Returns the notices whose mentions must be judged again.

    None when nothing changed; else those that gave no full date, and those of the day, or of the document, that changed.
    """
    before: set[Kept] = set(facts._db.execute("SELECT id, row, basis FROM instruments WHERE bucket = ?", (bucket,)))
    bases: dict[str, str] = {}
    for one in clusters:  # one that people hold to be another goes by its id
        bases[one.document.id] = bases.get(one.document.id, "") + one.basis
    by_id: dict[str, Kept] = {
        one.document.id: (
            one.document.id,
            instrument_json(one.document),
            sha256(bases[one.document.id].encode()).hexdigest(),
        )
        for one in clusters
    }
    after = set(by_id.values())
    if before == after:
        return set()
    facts._db.execute("DELETE FROM instruments WHERE bucket = ?", (bucket,))
    facts._db.executemany(
        "INSERT INTO instruments VALUES (?, ?, ?, ?, ?)",
        ((id_, bucket, name_in(bucket), row, basis) for id_, row, basis in after),
    )
    again = _open_to(facts, bucket, [instrument_of(row) for _, row, _ in before ^ after])
    stood, stand = ({(id_, row) for id_, row, _ in side} for side in (before, after))
    changed = [instrument_of(row) for _, row in stood ^ stand]
    for instrument in changed:
        again.update(row[0] for row in facts._db.execute(_OF_DAY_IN_BUCKET, (bucket, instrument.issued_on)))
    for id_ in {id_ for id_, _ in stood - stand}:
        again.update(row[0] for row in facts._db.execute(_CITING, (id_,)))
        facts.mark("notice", facts.citers(id_))
        facts.mark("instrument", (row[0] for row in facts._db.execute(_TIED, (id_,))))
    facts.mark("instrument", _with_namesakes(changed, [instrument_of(row) for _, row in stood & stand]))
    return again


def _open_to(facts: Facts, bucket: str, changed: Sequence[Instrument]) -> set[str]:
    """Notices of a bucket whose open mentions some changed instruments may bear on: of their number, and of their province or the centre.

    What was not resolved is said to contradict all documents of its number, wherever they are.
    """
    numbers = {number_key(one.number) for one in changed if one.number}
    everywhere = any(one.place is None for one in changed)
    territories = {territory(one.place) for one in changed if one.place}
    return {
        notice
        for notice, number, place, status in facts._db.execute(_OPEN_IN_BUCKET, (bucket,))
        if (number is None or number in numbers)
        and (everywhere or place is None or place in territories or status == "unresolved")
    }


def _with_namesakes(changed: Iterable[Instrument], others: Iterable[Instrument]) -> set[str]:
    """Changed instruments, and those others of their numbers, whose pages list them."""
    ids = {one.id for one in changed}
    numbers = {number_key(one.number) for one in changed if one.number}
    return ids | {one.id for one in others if one.number and number_key(one.number) in numbers}
