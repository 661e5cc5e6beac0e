"""Derived facts of one generation of the index, in a SQLite file beside the search engine's own."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Self

from corpus.errors import EngineError
from corpus.model import Candidate, Citation, Instrument, Notice, Outcome, Relation, Span
from indexer.quotes import quote_of
from indexer.resolution.cluster import Cluster, cluster
from indexer.resolution.evidence import Evidence, known_evidence
from indexer.resolution.keys import keys_of

FORMAT: Final = "2"
_MAX_BUCKET_ROWS: Final = 200_000


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def citation_row(citation: Citation) -> dict[str, Any]:
    """A citation as JSON."""
    return asdict(citation)


def citation_of(row: dict[str, Any]) -> Citation:
    """The citation of `citation_row`."""
    names = {field.name for field in fields(Citation)}
    values = {name: value for name, value in row.items() if name in names}
    values["span"] = Span(**row["span"])
    values["inside"] = tuple(row.get("inside") or ())
    return Citation(**values)


def _outcome_row(outcome: Outcome) -> str:
    return _dump(
        {"candidates": [asdict(c) for c in outcome.candidates], "why": outcome.why, "conflicts": outcome.conflicts}
    )


class Facts:
    """Derived facts; one writer, guarded by the index's lock."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.db = connection
        self._known = known_evidence()

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open, or make, the facts of a generation's folder. Raises EngineError when the file cannot be used."""
        folder.mkdir(parents=True, exist_ok=True)
        try:
            db = sqlite3.connect(folder / "facts.sqlite", timeout=30, isolation_level=None)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
                script = files("indexer").joinpath("facts.sql").read_text(encoding="utf-8")
                db.executescript(f"BEGIN;\n{script}\nINSERT INTO meta VALUES ('format', '{FORMAT}');\nCOMMIT;")
        except sqlite3.Error as error:
            raise EngineError(
                f"index {folder}: facts cannot be used ({error}); 'danchieu index --rebuild' makes it anew"
            ) from error
        return cls(db)

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside, or none."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    # Bookkeeping

    def value(self, name: str, default: str = "") -> str:
        """A value of the bookkeeping."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else default

    def keep(self, name: str, value: str) -> None:
        """Keep a value of the bookkeeping."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def mark(self, type_: str, ids: Iterable[str]) -> None:
        """Documents that the search engine must write again."""
        self.db.executemany("INSERT OR IGNORE INTO dirty VALUES (?, ?)", ((type_, id_) for id_ in ids))

    def dirty(self, type_: str) -> list[str]:
        """Marked documents of a type, in order."""
        return [row[0] for row in self.db.execute("SELECT id FROM dirty WHERE type = ? ORDER BY id", (type_,))]

    def summary(self) -> dict[str, Any]:
        """The archive's figures: notices, citations by status, documents cited or collected, campaigns, sites, places, first and last day."""
        statuses = {"resolved": 0, "ambiguous": 0, "unresolved": 0}
        statuses.update(self.db.execute("SELECT status, count(*) FROM mentions GROUP BY status"))
        row = self.db.execute(
            "SELECT count(*), count(campaign), count(DISTINCT site), count(DISTINCT place), min(published_on), max(published_on),"
            " count(DISTINCT instrument) FROM notices"
        ).fetchone()
        documents = self.db.execute(
            "SELECT count(*) FROM (SELECT target FROM mentions WHERE target IS NOT NULL UNION SELECT instrument FROM notices WHERE instrument IS NOT NULL)"
        ).fetchone()[0]
        return {
            "notices": row[0],
            "instruments": documents,
            "collected": row[6],
            "citations": sum(statuses.values()),
            **statuses,
            "campaigns": row[1],
            "sites": row[2],
            "places": row[3],
            "first_on": row[4],
            "last_on": row[5],
        }

    # Notices and what they say

    def replace_notice(self, notice: Notice, citations: Sequence[Citation], evidence: Sequence[Evidence]) -> set[str]:
        """Take in what a notice says now. Returns the buckets whose evidence changed by it."""
        touched = self.forget_notice(notice.id)
        head = notice.head
        self.db.execute(
            "INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
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
            ),
        )
        self.db.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, NULL, 'unresolved', ?, ?, ?, ?, '{}', ?)",
            (
                (
                    notice.id,
                    seq,
                    keys_of(citation, notice.place).bucket,
                    citation.relation,
                    citation.span.start,
                    citation.span.end,
                    _dump(citation_row(citation)),
                    quote_of(notice.text, citation.span.start, citation.span.end),
                )
                for seq, citation in enumerate(citations)
            ),
        )
        self.db.executemany(
            "INSERT INTO evidence VALUES (?, ?, ?)", ((notice.id, row.bucket, _dump(asdict(row))) for row in evidence)
        )
        return touched | {row.bucket for row in evidence}

    def forget_notice(self, notice_id: str) -> set[str]:
        """Drop what a notice said. Returns the buckets whose evidence changed by it."""
        touched = {
            row[0] for row in self.db.execute("SELECT DISTINCT bucket FROM evidence WHERE notice = ?", (notice_id,))
        }
        targets = {
            row[0] for row in self.db.execute("SELECT DISTINCT target FROM relations WHERE notice = ?", (notice_id,))
        }
        self.mark("instrument", targets)
        if self.campaign(notice_id):
            self.mark("campaign", [notice_id])
        for table, column in (
            ("mentions", "notice"),
            ("evidence", "notice"),
            ("relations", "notice"),
            ("notices", "id"),
        ):
            self.db.execute(f"DELETE FROM {table} WHERE {column} = ?", (notice_id,))  # noqa: S608 - constants
        return touched

    def citations(self, notice_id: str) -> list[Citation]:
        """The citations of a notice, in order."""
        rows = self.db.execute("SELECT citation FROM mentions WHERE notice = ? ORDER BY seq", (notice_id,))
        return [citation_of(json.loads(row[0])) for row in rows]

    def notices_in_bucket(self, bucket: str) -> list[str]:
        """Notices that cite something of a bucket."""
        return [row[0] for row in self.db.execute("SELECT DISTINCT notice FROM mentions WHERE bucket = ?", (bucket,))]

    def has_notice(self, notice_id: str) -> bool:
        """Whether a notice was taken in."""
        return self.db.execute("SELECT 1 FROM notices WHERE id = ?", (notice_id,)).fetchone() is not None

    def campaign(self, notice_id: str) -> dict[str, Any] | None:
        """The campaign of a notice, as its payload."""
        row = self.db.execute("SELECT campaign FROM notices WHERE id = ?", (notice_id,)).fetchone()
        return json.loads(row[0]) if row and row[0] else None

    # Instruments

    def clusters(self, bucket: str) -> list[Cluster]:
        """The instruments of a bucket, from the registry and from all that was said."""
        rows = self.db.execute(
            "SELECT row, count(*) FROM evidence WHERE bucket = ? GROUP BY row LIMIT ?", (bucket, _MAX_BUCKET_ROWS)
        )
        said = [Evidence(**{**json.loads(row), "count": count}) for row, count in rows]
        return cluster([*self._known.get(bucket, ()), *said])

    def known_buckets(self) -> list[str]:
        """Buckets of which the registry knows something."""
        return list(self._known)

    def save_clusters(self, bucket: str, clusters: Sequence[Cluster]) -> bool:
        """Keep a bucket's instruments. Returns whether they differ from those kept before."""
        before = dict(self.db.execute("SELECT id, row FROM instruments WHERE bucket = ?", (bucket,)))
        after = {c.instrument.id: _dump({**asdict(c.instrument), "weight": 0}) for c in clusters}
        if before == after:
            return False
        self.db.execute("DELETE FROM instruments WHERE bucket = ?", (bucket,))
        self.db.executemany(
            "INSERT INTO instruments VALUES (?, ?, ?)", ((id_, bucket, row) for id_, row in after.items())
        )
        self.mark("instrument", {id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)})
        return True

    def instrument(self, id_: str) -> Instrument | None:
        """An instrument; the numbered bucket's word counts over a name's."""
        row = self.db.execute(
            "SELECT row FROM instruments WHERE id = ? ORDER BY bucket LIKE '%@%' LIMIT 1", (id_,)
        ).fetchone()
        if row is None:
            return None
        values = json.loads(row[0])
        values.pop("weight")
        return Instrument(**values)

    def bucket_of(self, id_: str) -> str | None:
        """The bucket that an instrument belongs to."""
        row = self.db.execute(
            "SELECT bucket FROM instruments WHERE id = ? ORDER BY bucket LIKE '%@%' LIMIT 1", (id_,)
        ).fetchone()
        return str(row[0]) if row else None

    # Outcomes and relations

    def save_outcomes(self, notice: Notice, outcomes: Sequence[Outcome], relations: Sequence[Relation]) -> set[str]:
        """Keep what became of a notice's citations. Returns instruments whose citers changed."""
        before = {row[0] for row in self.db.execute("SELECT target FROM relations WHERE notice = ?", (notice.id,))}
        self.db.executemany(
            "UPDATE mentions SET status = ?, target = ?, outcome = ? WHERE notice = ? AND seq = ?",
            ((o.status, o.target, _outcome_row(o), notice.id, seq) for seq, o in enumerate(outcomes)),
        )
        self.db.execute("DELETE FROM relations WHERE notice = ?", (notice.id,))
        self.db.executemany(
            "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    notice.id,
                    r.source,
                    r.kind,
                    r.target,
                    r.evidence.start,
                    r.evidence.end,
                    quote_of(notice.text, r.evidence.start, r.evidence.end),
                )
                for r in relations
            ),
        )
        return before | {r.target for r in relations} | {r.source for r in relations if r.source}

    def outcomes(self, notice_id: str) -> list[Outcome]:
        """What became of a notice's citations, in order."""
        rows = self.db.execute(
            "SELECT citation, status, target, outcome FROM mentions WHERE notice = ? ORDER BY seq", (notice_id,)
        )
        return [_outcome(*row) for row in rows]


def _outcome(citation: str, status: Any, target: str | None, outcome: str) -> Outcome:
    details = json.loads(outcome)
    return Outcome(
        citation=citation_of(json.loads(citation)),
        status=status,
        target=target,
        candidates=tuple(Candidate(**row) for row in details.get("candidates", ())),
        why=details.get("why", ""),
        conflicts=tuple(details.get("conflicts", ())),
    )
