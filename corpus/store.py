"""Where notices are kept: one SQLite file in an archive's folder.

    archive/
      danchieu.sqlite     the truth: notices, frontier, captures' metadata (WAL mode)
      captures/           raw responses, WARC files
      index/              derived; may be deleted at any time

One process writes at a time, guarded by an `flock` on ``writer.lock`` that dies with the process.
"""

import fcntl
import hashlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Self

from corpus import decisions
from corpus.captures import CaptureRows
from corpus.database import open_database
from corpus.decisions import Decision, Mention, Verdict
from corpus.errors import ArchiveLocked, ArchiveUnusable, InputError, NotFound
from corpus.faults import FaultRows
from corpus.frontier import FrontierRows
from corpus.lineage import Lineage, broken_by, lineage_of, new_stamp, stamp
from corpus.model import Head, Instrument, Notice, Reason
from corpus.notice_urls import NoticeUrls
from corpus.runs import RunRows
from corpus.sources import SourceRows
from corpus.text import normalise, normalise_line
from corpus.withdrawals import Withdrawal, is_withdrawn, withdraw, withdrawal, withdrawals, withdrawn_urls

_COLUMNS = "id, url, site, place, title, text, published_on, fetched_at, issuer, head_kind, head_number, head_issued_on, digest"
_ID = re.compile(r"[^\s/?#\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]{1,200}")

Saved = Literal["added", "updated", "unchanged", "duplicate", "withdrawn"]


def digest_of(title: str, text: str) -> str:
    """SHA-256 (hex) of a notice's title and text: the same text met twice is stored once."""
    return hashlib.sha256(f"{title}\n{text}".encode("utf-8", "replace")).hexdigest()


def now() -> str:
    """The present moment, ISO, UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def make_notice(
    *,
    id: str,
    site: str,
    title: str,
    text: str,
    url: str | None = None,
    place: str | None = None,
    published_on: str | None = None,
    issuer: str | None = None,
    head: Head | None = None,
    fetched_at: str | None = None,
) -> Notice:
    """A notice with its fields normalised and its digest taken. Raises InputError on an id that no URL could carry."""
    if not _ID.fullmatch(id):
        raise InputError(f"notice id {id[:60]!r}: use 1 to 200 characters without spaces, '/', '?', '#' or '\\'")
    title, text = normalise_line(title), normalise(text)
    return Notice(
        id=id,
        url=url,
        site=site,
        place=normalise_line(place) if place else None,
        title=title,
        text=text,
        published_on=published_on,
        fetched_at=fetched_at or now(),
        issuer=normalise_line(issuer) if issuer else None,
        head=head,
        digest=digest_of(title, text),
    )


def _notice(row: Sequence[str | None]) -> Notice:
    id_, url, site, place, title, text, published_on, fetched_at, issuer, kind, number, issued_on, digest = row
    head = Head(kind=kind, number=number, issued_on=issued_on) if kind and number else None
    assert id_ is not None and site is not None and title is not None
    assert text is not None and fetched_at is not None and digest is not None
    return Notice(
        id=id_,
        url=url,
        site=site,
        place=place,
        title=title,
        text=text,
        published_on=published_on,
        fetched_at=fetched_at,
        issuer=issuer,
        head=head,
        digest=digest,
    )


@contextmanager
def writer_lock(folder: Path, name: str = "writer.lock") -> Iterator[None]:
    """Hold the one writer's place in a folder. Raises ArchiveLocked when another process has it.

    The lock is the kernel's (`flock`): a killed process does not leave it behind.
    """
    try:
        handle = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise ArchiveUnusable(
            f"archive {folder}: cannot be written ({error.strerror}); check the folder's rights"
        ) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"archive {folder}: another process is writing to it; wait for it to end, then run this again"
            raise ArchiveLocked(message) from error
        yield
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """A write transaction of a store: what is changed through it, and by the store's ``_within`` methods, is changed together or not at all."""

    frontier: FrontierRows
    captures: CaptureRows
    addresses: NoticeUrls


class Store:
    """Notices of one archive. Open it with `Store.open`; use it as a context manager."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self.connection = connection
        self.frontier = FrontierRows(connection)
        self.captures = CaptureRows(connection)
        self.addresses = NoticeUrls(connection)
        self.source_rows = SourceRows(connection)
        self.runs = RunRows(connection)
        self.faults = FaultRows(connection)
        self._transaction = Transaction(frontier=self.frontier, captures=self.captures, addresses=self.addresses)
        self._session = new_stamp()

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Self:
        """Open an archive's store, making it first if `create`.

        Raises ArchiveMissing (no archive there), ArchiveUnusable (not writable, not a database), ArchiveTooNew.
        """
        return cls(folder, open_database(folder, create=create))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; safe to call twice."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """One write transaction: all of it or, on any error, nothing. A full or broken disk raises ArchiveUnusable."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self._transaction
            self.connection.execute("COMMIT")
        except BaseException as error:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.DatabaseError | OSError) and not isinstance(error, sqlite3.IntegrityError):
                raise ArchiveUnusable(
                    f"archive {self.folder}: could not be written ({error}); what was written before is safe"
                ) from error
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """What is read inside is the store of one moment, whatever others write meanwhile."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def save(self, notice: Notice, *, keep_twin: bool = False) -> Saved:
        """Keep a notice. The same id, or the same URL, is brought up to date; the same text elsewhere is noted, not stored twice.

        What was withdrawn is not kept.
        """
        with self.transaction() as db:
            return self.save_within(db, notice, keep_twin=keep_twin)

    @contextmanager
    def batches(self, size: int = 200, *, keep_twins: bool = True) -> Iterator[Callable[[Notice], Saved]]:
        """A `save` that commits every `size` notices, and at the end: for long imports. An error keeps what was committed."""
        pending = 0
        stack = ExitStack()

        def save(notice: Notice) -> Saved:
            nonlocal pending, stack
            if pending == 0:
                stack.enter_context(self.transaction())
            saved = self.save_within(self._transaction, notice, keep_twin=keep_twins)
            pending += 1
            if pending >= size:
                stack.close()
                stack, pending = ExitStack(), 0
            return saved

        try:
            yield save
        except sqlite3.Error as error:
            stack.__exit__(type(error), error, error.__traceback__)  # raises ArchiveUnusable: the batch is taken back
            raise
        finally:
            stack.close()

    def save_within(self, within: Transaction, notice: Notice, *, keep_twin: bool = False) -> Saved:
        """`save` inside a transaction that the caller holds. keep_twin: the same text under another id is stored too."""
        db = self.connection
        row = db.execute("SELECT id, digest FROM notices WHERE id = ?", (notice.id,)).fetchone()
        if row is None and notice.url and not keep_twin:
            row = db.execute("SELECT id, digest FROM notices WHERE url = ?", (notice.url,)).fetchone()
        if row is None and is_withdrawn(db, notice):
            return "withdrawn"
        if row is None:
            twin = db.execute(
                "SELECT id FROM notices WHERE digest = ? AND site = ?", (notice.digest, notice.site)
            ).fetchone()
            if twin and notice.url and not keep_twin:
                within.addresses.add_twin(notice.url, twin[0])
                return "duplicate"
        elif self._same(row[0], notice):
            return "unchanged"
        head = notice.head
        values = (
            row[0] if row else notice.id,
            notice.url,
            notice.site,
            notice.place,
            notice.title,
            notice.text,
            notice.published_on,
            notice.fetched_at,
            notice.issuer,
            head.kind if head else None,
            head.number if head else None,
            head.issued_on if head else None,
            notice.digest,
            self._next_revision(),
        )
        marks = ", ".join("?" * len(values))
        # Not REPLACE, which would take the row away first, and with it the notice's other addresses.
        changed = ", ".join(f"{name} = excluded.{name}" for name in f"{_COLUMNS}, revision".split(", "))
        db.execute(
            f"INSERT INTO notices ({_COLUMNS}, revision) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changed}",  # noqa: S608 - constants
            values,
        )
        db.execute("DELETE FROM removals WHERE id = ?", (values[0],))
        return "updated" if row else "added"

    def readdress_within(self, within: Transaction, notice_id: str, *, id: str, url: str) -> None:
        """Give a notice another id and address, inside a transaction that the caller holds: those that it had are another's."""
        db, revision = self.connection, self._next_revision()
        rest = _COLUMNS.removeprefix("id, url, ")
        db.execute(
            f"INSERT OR REPLACE INTO notices ({_COLUMNS}, revision) SELECT ?, ?, {rest}, ? FROM notices WHERE id = ?",  # noqa: S608 - constants
            (id, url, revision, notice_id),
        )
        db.execute("UPDATE notice_urls SET notice_id = ? WHERE notice_id = ?", (id, notice_id))
        db.execute("DELETE FROM notices WHERE id = ?", (notice_id,))
        db.execute("DELETE FROM removals WHERE id = ?", (id,))
        db.execute("INSERT OR REPLACE INTO removals VALUES (?, ?)", (notice_id, revision))
        within.captures.rename(notice_id, id)

    def _same(self, stored_id: str, notice: Notice) -> bool:
        stored = self.notice(stored_id)
        kept = ("digest", "url", "site", "place", "published_on", "issuer", "head")
        return all(getattr(stored, name) == getattr(notice, name) for name in kept)

    def withdraw(self, notice_id: str, reason: str) -> Withdrawal:
        """Take a notice out for good; the index forgets it at its next run. Raises NotFound, InputError without a reason."""
        reason = normalise_line(reason)
        if not reason:
            raise InputError(f"notice {notice_id!r}: say why it is withdrawn; the reason is kept")
        with self.transaction():
            db = self.connection
            row = db.execute(f"SELECT {_COLUMNS} FROM notices WHERE id = ?", (notice_id,)).fetchone()  # noqa: S608
            if row is None:
                before = withdrawal(db, notice_id)
                told = f"withdrawn before ({before.at[:10]}: {before.reason})" if before else "not in this archive"
                raise NotFound(f"notice {notice_id!r}: {told}")
            kept = withdraw(db, _notice(row), reason, now())
            db.execute("DELETE FROM notices WHERE id = ?", (notice_id,))
            db.execute("INSERT OR REPLACE INTO removals VALUES (?, ?)", (notice_id, self._next_revision()))
        return kept

    def is_withdrawn(self, notice: Notice) -> bool:
        """Whether a notice that is not kept is one that was withdrawn: by its id, its address, or its text at the same site."""
        return is_withdrawn(self.connection, notice)

    def withdrawals(self) -> list[Withdrawal]:
        """What was withdrawn, oldest first."""
        return withdrawals(self.connection)

    def decide_mention(
        self, mention: Mention, verdict: Verdict, document: Instrument | None, *, who: str, why: str
    ) -> Decision:
        """Keep what a person decided about a mention; the index replays it at its next run. Raises InputError, NotFound without the notice.

        document: the one that it is, or is not; None with ``unsure``.
        """
        if document is None and verdict != "unsure":
            raise InputError(f"the verdict {verdict!r} is about a document; name one", Reason("no-document-named"))
        self.notice(mention.notice_id)
        return self._decide(verdict, who, why, mention=mention, document=document)

    def decide_identity(
        self, document: Instrument, other: Instrument, verdict: Verdict, *, who: str, why: str
    ) -> Decision:
        """Keep whether two identities are one document, which then goes by the first. Raises InputError."""
        if document.id == other.id:
            raise InputError(
                f"{document.id}: two documents are compared; name another beside it", Reason("one-document-twice")
            )
        return self._decide(verdict, who, why, document=document, other=other.id)

    def undo_decision(self, seq: int, *, who: str, why: str) -> Decision:
        """Let a decision count no longer. Raises NotFound, InputError on one that is undone already, or undoes another."""
        row = decisions.decision(self.connection, seq)
        if row.verdict == "undo":
            raise InputError(
                f"decision {seq}: it undoes decision {row.undoes}; decide again instead of undoing that",
                Reason.of("undoing-undone", n=seq),
            )
        if by := decisions.undone_by(self.decisions()).get(seq):
            raise InputError(f"decision {seq}: decision {by} has undone it", Reason.of("undone-before", n=seq, by=by))
        return self._decide("undo", who, why, undoes=seq)

    def _decide(
        self,
        verdict: Verdict | Literal["undo"],
        who: str,
        why: str,
        *,
        mention: Mention | None = None,
        document: Instrument | None = None,
        other: str | None = None,
        undoes: int | None = None,
    ) -> Decision:
        with self.transaction():
            return decisions.add(
                self.connection,
                verdict=verdict,
                mention=mention,
                document=document.id if document else None,
                other=other,
                described=document,
                who=who,
                why=why,
                undoes=undoes,
                at=now(),
                revision=self._next_revision(),
            )

    def decisions(self) -> list[Decision]:
        """What people decided, oldest first."""
        return decisions.all_decisions(self.connection)

    def _next_revision(self) -> int:
        """The number of a change; the first of a session leaves the session's stamp."""
        bumped = self.connection.execute(
            "UPDATE counters SET value = value + 1 WHERE name = 'revision' RETURNING value"
        )
        revision = int(bumped.fetchone()[0])
        stamp(self.connection, revision, self._session)
        return revision

    def notice(self, notice_id: str) -> Notice:
        """The notice of that id. Raises NotFound."""
        row = self.connection.execute(f"SELECT {_COLUMNS} FROM notices WHERE id = ?", (notice_id,)).fetchone()  # noqa: S608
        if row is None:
            raise NotFound(f"notice {notice_id!r}: not in this archive")
        return _notice(row)

    def has(self, notice_id: str) -> bool:
        """Whether a notice of that id is kept."""
        return self.connection.execute("SELECT 1 FROM notices WHERE id = ?", (notice_id,)).fetchone() is not None

    def withdrawn_urls(self) -> set[str]:
        """Addresses that were a withdrawn notice's alone."""
        return withdrawn_urls(self.connection)

    def revision(self) -> int:
        """The number of the last change; 0 for a new archive."""
        return int(self.connection.execute("SELECT value FROM counters WHERE name = 'revision'").fetchone()[0])

    def lineage(self) -> Lineage:
        """Which store this is and where it stands, for what is derived from it to keep."""
        return lineage_of(self.connection)

    def broken_by(self, known: Lineage) -> str | None:
        """Why this store did not come out of a state that was read earlier; None when it did."""
        return broken_by(self.connection, known)

    def changed_since(self, revision: int) -> Iterator[tuple[int, Notice]]:
        """(revision, notice) of what was added or changed after a revision, oldest change first, in flat memory."""
        query = f"SELECT revision, {_COLUMNS} FROM notices WHERE revision > ? ORDER BY revision LIMIT 200"  # noqa: S608
        while rows := self.connection.execute(query, (revision,)).fetchall():
            for row in rows:
                yield row[0], _notice(row[1:])
            revision = rows[-1][0]

    def removed_since(self, revision: int) -> list[str]:
        """Ids of notices removed after a revision."""
        rows = self.connection.execute("SELECT id FROM removals WHERE revision > ?", (revision,))
        return [row[0] for row in rows]

    def count(self) -> int:
        """How many notices there are."""
        return int(self.connection.execute("SELECT count(*) FROM notices").fetchone()[0])

    def count_since(self, revision: int) -> int:
        """How many notices were added or changed after a revision."""
        return int(
            self.connection.execute("SELECT count(*) FROM notices WHERE revision > ?", (revision,)).fetchone()[0]
        )

    def add_source(self, start_url: str) -> None:
        """Remember a site for later crawls without an address."""
        with self.transaction():
            self.connection.execute(
                "INSERT OR IGNORE INTO sources (start_url, added_at) VALUES (?, ?)", (start_url, now())
            )

    def forget_sources(self) -> None:
        """Visit none of the archive's sites in later crawls without an address."""
        with self.transaction():
            self.connection.execute("DELETE FROM sources")

    def sources(self) -> list[str]:
        """Start URLs of the archive's configured sources, in the order in which they were added."""
        return [row[0] for row in self.connection.execute("SELECT start_url FROM sources ORDER BY added_at, rowid")]
