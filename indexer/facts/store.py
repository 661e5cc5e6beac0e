"""Derived facts of one generation of the index, in a SQLite file beside the search engine's own: what the notices say, and what became of it.

Every statement on this file stands in this folder: what a page shows is asked in `shown`, what a change bears on in `buckets`.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Final, Self

from corpus.articles import count_articles
from corpus.errors import EngineError, IndexDamaged
from corpus.lineage import Lineage
from corpus.model import Citation, Instrument, Notice, Outcome, Relation
from corpus.places import territory
from indexer.citations.around.provisions import articles_of
from indexer.engine.integrity import REMEDY, damaged
from indexer.facts.decided import load_decided
from indexer.facts.file import leave_one_file, open_to_read, open_to_write
from indexer.facts.quotes import quote_of
from indexer.facts.records import (
    citation_json,
    citation_of,
    dump,
    evidence_json,
    evidence_of,
    instrument_of,
    outcome_json,
    outcome_of,
)
from indexer.resolution.cluster import Cluster, cluster
from indexer.resolution.decided import Decided, is_document
from indexer.resolution.evidence import Evidence, day_of, known_evidence, placed_keys
from indexer.resolution.joining import bucket_of_id, joined
from indexer.resolution.keys import MentionKeys, home_of, number_bucket
from indexer.resolution.session import named_provinces
from indexer.resolution.wording import read_wording

FORMAT: Final = "11"
_MAX_BUCKET_ROWS: Final = 200_000


class Facts:
    """Derived facts; one writer, guarded by the index's lock."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._known = known_evidence()
        self._decided: Decided | None = None

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open, or make, the facts of a generation's folder, for writing. Raises IndexDamaged when the file cannot be used."""
        return cls(open_to_write(folder, FORMAT))

    @classmethod
    @contextmanager
    def reading(cls, folder: Path) -> Iterator[Self]:
        """The facts of a generation's folder, to be read: nothing is written or created. Raises EngineError when they cannot be read."""
        try:
            facts = cls(open_to_read(folder))
            try:
                if facts.value("format") != FORMAT:
                    raise EngineError(f"index {folder}: made by another version; 'danchieu index' makes it anew")
                yield facts
            finally:
                facts.close()
        except sqlite3.Error as error:
            raise damaged(folder, f"facts: {error}") from error

    @classmethod
    @contextmanager
    def known(cls, folder: Path) -> Iterator[Self]:
        """`reading`, of facts that were just checked, for a run that makes others: SQLite's errors are told as they come."""
        facts = cls(open_to_read(folder))
        try:
            yield facts
        finally:
            facts.close()

    def rest(self) -> None:
        """Leave one file that can be read where nothing can be written."""
        leave_one_file(self._db)

    def check(self) -> None:
        """Raise IndexDamaged unless the file is whole, as far as SQLite can tell."""
        try:
            found = self._db.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.Error as error:
            found = error
        if found != "ok":
            raise IndexDamaged(f"index: facts are damaged ({found}); {REMEDY}")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside, or none."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # a full disk ends it by itself
                self._db.execute("ROLLBACK")
            raise

    # Bookkeeping

    def value(self, name: str, default: str = "") -> str:
        """A value of the bookkeeping."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else default

    def keep(self, name: str, value: str) -> None:
        """Keep a value of the bookkeeping."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def lineages(self) -> list[Lineage]:
        """States of the store that were taken in: the one that was kept last, and the one that a run meant to reach. Raises EngineError."""
        try:
            rows = [json.loads(text) for name in ("lineage", "reaching") if (text := self.value(name))]
            return [Lineage(**row) for row in rows]
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise IndexDamaged(f"index: facts are damaged ({error}); {REMEDY}") from error

    def keep_lineage(self, name: str, lineage: Lineage) -> None:
        """Keep a state of the store, as ``lineage`` or as ``reaching``."""
        self.keep(name, json.dumps(asdict(lineage)))

    def mark(self, type_: str, ids: Iterable[str]) -> None:
        """Documents that the search engine must write again."""
        self._db.executemany("INSERT OR IGNORE INTO dirty VALUES (?, ?)", ((type_, id_) for id_ in ids))

    def dirty(self, type_: str) -> list[str]:
        """Marked documents of a type, in order."""
        return [row[0] for row in self._db.execute("SELECT id FROM dirty WHERE type = ? ORDER BY id", (type_,))]

    def mark_all(self) -> None:
        """Every document that the search engine has must be written again."""
        self._db.execute("INSERT OR IGNORE INTO dirty SELECT 'notice', id FROM notices")
        self._db.execute("INSERT OR IGNORE INTO dirty SELECT 'campaign', id FROM notices WHERE campaign IS NOT NULL")
        self._db.execute("INSERT OR IGNORE INTO dirty SELECT 'instrument', id FROM instruments")

    def unmark_all(self) -> None:
        """Every marked document was written."""
        self._db.execute("DELETE FROM dirty")

    # Notices and what they say

    def replace_notice(self, notice: Notice, citations: Sequence[Citation], evidence: Sequence[Evidence]) -> set[str]:
        """Take in what a notice says now. Returns the buckets whose evidence changed by it."""
        touched = self.forget_notice(notice.id)
        head, home, on = notice.head, home_of(notice), day_of(notice)
        self._db.execute(
            "INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?)",
            (
                notice.id,
                notice.title,
                notice.published_on,
                notice.place,
                notice.site,
                notice.issuer,
                head.kind if head else None,
                head.number if head else None,
                head.issued_on if head else None,
                count_articles(notice.text) if head else None,
            ),
        )
        self._db.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, NULL, 'unresolved', ?, ?, ?, ?, '{}', ?, NULL, ?, ?, ?)",
            (
                (
                    notice.id,
                    seq,
                    keys.bucket,
                    citation.relation,
                    citation.span.start,
                    citation.span.end,
                    citation_json(citation),
                    quote_of(notice.text, citation.span.start, citation.span.end),
                    keys.number if keys.full else None,
                    _territory(notice, citation, keys, home),
                    notice.published_on,
                )
                for seq, citation in enumerate(citations)
                for keys in (placed_keys(citation, read_wording(notice.text, citation, on), home, on),)
            ),
        )
        self._db.executemany(
            "INSERT INTO articles VALUES (?, ?, ?)",
            (
                (notice.id, seq, article)
                for seq, citation in enumerate(citations)
                for article in articles_of(citation.pinpoints)
            ),
        )
        self._db.executemany(
            "INSERT INTO evidence VALUES (?, ?, ?, ?)",
            ((notice.id, row.bucket, evidence_json(row), row.cited_on) for row in evidence),
        )
        return touched | {row.bucket for row in evidence}

    def forget_notice(self, notice_id: str) -> set[str]:
        """Drop what a notice said. Returns the buckets whose evidence changed by it."""
        touched = {
            row[0] for row in self._db.execute("SELECT DISTINCT bucket FROM evidence WHERE notice = ?", (notice_id,))
        }
        targets = {
            row[0] for row in self._db.execute("SELECT DISTINCT target FROM relations WHERE notice = ?", (notice_id,))
        }
        self.mark("instrument", targets)
        if self.campaign(notice_id):
            self.mark("campaign", [notice_id])
        for table, column in (
            ("mentions", "notice"),
            ("candidates", "notice"),
            ("conflicts", "notice"),
            ("articles", "notice"),
            ("evidence", "notice"),
            ("relations", "notice"),
            ("notices", "id"),
        ):
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (notice_id,))  # noqa: S608 - constants
        return touched

    def citations(self, notice_id: str) -> list[Citation]:
        """The citations of a notice, in order."""
        rows = self._db.execute("SELECT citation FROM mentions WHERE notice = ? ORDER BY seq", (notice_id,))
        return [citation_of(row[0]) for row in rows]

    def own_instrument(self, notice_id: str) -> str | None:
        """The instrument that a notice is."""
        row = self._db.execute("SELECT instrument FROM notices WHERE id = ?", (notice_id,)).fetchone()
        return row[0] if row else None

    def collected_in(self, bucket: str) -> set[str]:
        """Notices that are themselves documents of a bucket."""
        rows = self._db.execute(
            "SELECT DISTINCT n.id, n.head_kind, n.head_number FROM evidence e JOIN notices n ON n.id = e.notice"
            " WHERE e.bucket = ? AND n.head_kind = ?",
            (bucket, bucket.partition(" ")[0]),
        )
        return {id_ for id_, kind, number in rows if number_bucket(kind, number) == bucket}

    def has_notice(self, notice_id: str) -> bool:
        """Whether a notice was taken in."""
        return self._db.execute("SELECT 1 FROM notices WHERE id = ?", (notice_id,)).fetchone() is not None

    def count_notices(self) -> int:
        """How many notices were taken in."""
        return int(self._db.execute("SELECT count(*) FROM notices").fetchone()[0])

    def notice_ids(self) -> list[str]:
        """The notices that were taken in, in order."""
        return [row[0] for row in self._db.execute("SELECT id FROM notices ORDER BY id")]

    def campaign(self, notice_id: str) -> Mapping[str, object] | None:
        """The campaign of a notice, as its payload."""
        row = self._db.execute("SELECT campaign FROM notices WHERE id = ?", (notice_id,)).fetchone()
        kept: Mapping[str, object] | None = json.loads(row[0]) if row and row[0] else None
        return kept

    # Instruments

    @property
    def decided(self) -> Decided:
        """What people decided, as it was replayed last."""
        if self._decided is None:
            self._decided = load_decided(self)
        return self._decided

    def forget_decided(self) -> None:
        """What people decided was replayed again."""
        self._decided = None

    def clusters(self, bucket: str) -> list[Cluster]:
        """The instruments of a bucket, from the registry, from all that was said, and as people hold them together or apart."""
        found = self._as_said(bucket)
        return joined(found, self.decided, self._as_said_of) if self.decided.aliases else found

    def _as_said_of(self, id_: str) -> Cluster | None:
        """The cluster of an id, before people joined it to another's."""
        bucket = bucket_of_id(id_)
        fits = [one for one in self._as_said(bucket) if is_document(id_, one.instrument.id)] if bucket else []
        return fits[0] if len(fits) == 1 else None

    def _as_said(self, bucket: str) -> list[Cluster]:
        rows = self._db.execute(
            "SELECT row, count(*), min(cited_on) FROM evidence WHERE bucket = ? GROUP BY row LIMIT ?",
            (bucket, _MAX_BUCKET_ROWS),
        )
        return cluster([*self._known.get(bucket, ()), *(evidence_of(*row) for row in rows)], self.decided)

    def known_buckets(self) -> list[str]:
        """The buckets of which the registry knows something."""
        return list(self._known)

    def instrument(self, id_: str) -> Instrument | None:
        """An instrument; the numbered bucket's word counts over a name's."""
        row = self._db.execute(
            "SELECT row FROM instruments WHERE id = ? ORDER BY name IS NOT NULL, bucket LIMIT 1", (id_,)
        ).fetchone()
        return instrument_of(row[0]) if row else None

    def citers(self, id_: str) -> list[str]:
        """Notices that cite an instrument, or name it as one of several that may be meant."""
        rows = self._db.execute(
            "SELECT DISTINCT notice FROM mentions WHERE target = ?1 UNION SELECT notice FROM candidates WHERE instrument = ?1",
            (id_,),
        )
        return [row[0] for row in rows]

    # Outcomes and relations

    def save_outcomes(
        self, notice: Notice, own: str | None, outcomes: Sequence[Outcome], relations: Sequence[Relation]
    ) -> set[str]:
        """Keep what became of a notice's citations; own: the instrument that it is. Returns instruments whose citers changed."""
        before = {row[0] for row in self._db.execute("SELECT target FROM relations WHERE notice = ?", (notice.id,))}
        self._db.execute("UPDATE notices SET instrument = ? WHERE id = ?", (own, notice.id))
        self._db.executemany(
            "UPDATE mentions SET status = ?, target = ?, outcome = ?, firm = ? WHERE notice = ? AND seq = ?",
            ((o.status, o.target, outcome_json(o), _firm_by(o), notice.id, seq) for seq, o in enumerate(outcomes)),
        )
        self._save_doubts(notice.id, outcomes)
        self._db.execute("DELETE FROM relations WHERE notice = ?", (notice.id,))
        self._db.executemany(
            "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    notice.id,
                    r.source,
                    r.kind,
                    r.target,
                    r.evidence.start,
                    r.evidence.end,
                    quote_of(notice.text, r.evidence.start, r.evidence.end),
                    r.source or own,
                )
                for r in relations
            ),
        )
        return before | {r.target for r in relations} | {r.source for r in relations if r.source}

    def _save_doubts(self, notice_id: str, outcomes: Sequence[Outcome]) -> None:
        """Keep which documents the open mentions of a notice may mean, and what the others say that differs from what is known."""
        for table in ("candidates", "conflicts"):
            self._db.execute(f"DELETE FROM {table} WHERE notice = ?", (notice_id,))  # noqa: S608 - constants
        self._db.executemany(
            "INSERT OR IGNORE INTO candidates VALUES (?, ?, ?)",
            (
                (notice_id, seq, candidate.instrument_id)
                for seq, o in enumerate(outcomes)
                if o.target is None
                for candidate in o.candidates
            ),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO conflicts VALUES (?, ?, ?, ?, ?)",
            (
                (notice_id, seq, field, getattr(o.citation, field), o.target)
                for seq, o in enumerate(outcomes)
                if o.target is not None
                for field in o.conflicts
            ),
        )

    def save_campaign(self, notice_id: str, payload: Mapping[str, object] | None) -> bool:
        """Keep the campaign of which a notice tells, and mark what shows it. Returns whether it is another than the one before."""
        row = dump(payload) if payload else None
        kept = self._db.execute("SELECT campaign FROM notices WHERE id = ?", (notice_id,)).fetchone()
        if kept is None or kept[0] == row:
            return False
        self._db.execute("UPDATE notices SET campaign = ? WHERE id = ?", (row, notice_id))
        self.mark("notice", [notice_id])
        self.mark("campaign", [notice_id])
        return True

    def outcomes(self, notice_id: str) -> list[Outcome]:
        """What became of a notice's citations, in order."""
        rows = self._db.execute(
            "SELECT citation, status, target, outcome FROM mentions WHERE notice = ? ORDER BY seq", (notice_id,)
        )
        return [outcome_of(*row) for row in rows]


def _territory(notice: Notice, citation: Citation, keys: MentionKeys, home: str | None) -> str | None:
    """The only province whose documents a mention can mean; None when others, or none, are said."""
    if keys.place is None or (keys.local and not keys.place_said and named_provinces(notice.text, citation, home)):
        return None
    return territory(keys.place)


def _firm_by(outcome: Outcome) -> str | None:
    """The full date by which a mention's document was found."""
    said = outcome.citation.issued_on
    return said if outcome.status == "resolved" and not outcome.conflicts and len(said or "") == 10 else None
