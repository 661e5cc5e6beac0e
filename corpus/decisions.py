"""What people decided: which document a mention is or is not, whether two identities are one document. A log that is only added to.

A decision is undone by another one. Of several about the same matter the last one that stands counts.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from corpus.errors import InputError, NotFound
from corpus.model import Instrument, Reason
from corpus.text import normalise_line

Verdict = Literal["same", "not-same", "unsure"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
BEFORE_CHARS: Final = 60
MOST_CHARS: Final = 2_000
_COLUMNS: Final = (
    "seq, verdict, notice_id, start, written, before, document, other, described, who, at, why, undoes, revision"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention that is decided about: notice, first code point, the mention as written, and at most `BEFORE_CHARS` in front of it."""

    notice_id: str
    start: int
    written: str
    before: str

    @classmethod
    def at(cls, notice_id: str, text: str, start: int, end: int) -> "Mention":
        """The mention at [start, end) of a notice's text."""
        return cls(
            notice_id=notice_id,
            start=start,
            written=text[start:end],
            before=text[max(0, start - BEFORE_CHARS) : start],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One row of the log. at: ISO, UTC.

    Either `mention` and `document` (the mention means it, does not, or nobody can say; document None: no particular one, with ``unsure``), or
    `document` and `other` (two identities; `document` is the one that stays). verdict ``undo``: `undoes` is the number of the decision that no
    longer counts. described: the document as it was known.
    """

    seq: int
    verdict: Literal[Verdict, "undo"]
    mention: Mention | None
    document: str | None
    other: str | None
    described: Instrument | None
    who: str
    at: str
    why: str
    undoes: int | None
    revision: int

    @property
    def matter(self) -> tuple[object, ...]:
        """What is decided: of two decisions on the same matter the later one counts."""
        if self.mention:
            where = (self.mention.notice_id, self.mention.start, self.mention.written)
            return (*where, self.document if self.verdict == "not-same" else None)
        return tuple(sorted((self.document or "", self.other or "")))


def add(
    db: sqlite3.Connection,
    *,
    verdict: Literal[Verdict, "undo"],
    mention: Mention | None,
    document: str | None,
    other: str | None,
    described: Instrument | None,
    who: str,
    why: str,
    undoes: int | None,
    at: str,
    revision: int,
) -> Decision:
    """Write a decision down. Raises InputError without a name or a reason."""
    who, why = _said("who decides", who, 120), _said("why", why, MOST_CHARS)
    row = db.execute(
        f"INSERT INTO decisions ({_COLUMNS}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING {_COLUMNS}",  # noqa: S608 - constants
        (
            verdict,
            mention.notice_id if mention else None,
            mention.start if mention else None,
            mention.written if mention else None,
            mention.before if mention else None,
            document,
            other,
            json.dumps(_row_of(described), ensure_ascii=False) if described else None,
            who,
            at,
            why,
            undoes,
            revision,
        ),
    ).fetchone()
    return _decision(row)


def _said(what: str, value: str, most: int) -> str:
    value = normalise_line(value)
    if not value:
        raise InputError(f"a decision is kept with {what}; none was given")
    if len(value) > most:
        raise InputError(f"a decision's {what!r}: {len(value)} characters, at most {most} are kept")
    return value


def all_decisions(db: sqlite3.Connection) -> list[Decision]:
    """The log, oldest first."""
    return [_decision(row) for row in db.execute(f"SELECT {_COLUMNS} FROM decisions ORDER BY seq")]  # noqa: S608 - constants


def decision(db: sqlite3.Connection, seq: int) -> Decision:
    """One decision. Raises NotFound."""
    row = db.execute(f"SELECT {_COLUMNS} FROM decisions WHERE seq = ?", (seq,)).fetchone()  # noqa: S608 - constants
    if row is None:
        raise NotFound(
            f"decision {seq}: there is none; 'danchieu decide --list' shows all", Reason.of("no-decision", decision=seq)
        )
    return _decision(row)


def standing(log: Iterable[Decision]) -> list[Decision]:
    """Those that count: not undone, and the last on their matter; oldest first.

    That a mention is a document ends that it is not, and the other way round.
    """
    rows = list(log)
    undone = {row.undoes for row in rows if row.verdict == "undo"}
    last: dict[tuple[object, ...], Decision] = {}
    for row in rows:
        if row.verdict == "undo" or row.seq in undone:
            continue
        if row.mention and row.verdict != "unsure":
            where = row.matter[:3]
            contrary = (*where, None) if row.verdict == "not-same" else (*where, row.document)
            if contrary in last and last[contrary].document == row.document:
                del last[contrary]
        last[row.matter] = row
    return sorted(last.values(), key=lambda row: row.seq)


def undone_by(log: Iterable[Decision]) -> dict[int, int]:
    """Number of a decision: that of the one which undoes it."""
    return {row.undoes: row.seq for row in log if row.undoes is not None}


def _row_of(instrument: Instrument) -> dict[str, str | None]:
    return {name: getattr(instrument, name) for name in Instrument.__slots__}


def _decision(row: Sequence[object]) -> Decision:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    at = {name: values.pop(name) for name in ("notice_id", "start", "written", "before")}
    described = values.pop("described")
    return Decision(
        mention=Mention(**at) if at["notice_id"] is not None else None,  # type: ignore[arg-type]  # typed by the schema
        described=Instrument(**json.loads(str(described))) if described else None,
        **values,  # type: ignore[arg-type]  # typed by the schema
    )
