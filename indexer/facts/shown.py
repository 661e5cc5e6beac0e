"""What the page of a document asks of the facts: who cites it, what they say of it, what it is tied to."""

from dataclasses import dataclass
from typing import Final, Literal

from corpus.model import Conflict, Instrument, RelationKind
from indexer.facts.records import instrument_of
from indexer.facts.store import Facts

_MAX_SAID: Final = 5000
_MAX_CONFLICTS: Final = 100
_MAX_NAMESAKES: Final = 200
_ENDING: Final = "kind IN ('replaces', 'repeals', 'amends')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one mention says of its document."""

    title: str | None
    issued_on: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A mention of a document with its proof. start, end: code points into the notice's text. instrument: the document that the notice is. pinpoint: as written."""

    notice: str
    title: str
    published_on: str | None
    place: str | None
    relation: RelationKind
    start: int
    end: int
    quote: str
    instrument: str | None
    pinpoint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A mention that says something else of a document than what is known: field is ``issued_on`` or ``issuer``."""

    field: Conflict
    value: str | None
    notice: str
    title: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A relation with another document (other: its id), and the sentence that proves it."""

    other: str
    kind: RelationKind
    notice: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A relation that a notice states. source: None for the notice itself."""

    source: str | None
    kind: RelationKind
    target: str
    start: int
    end: int


def count_citing(facts: Facts, id_: str) -> int:
    """How many notices cite a document."""
    query = "SELECT count(DISTINCT notice) FROM mentions WHERE target = ?"
    return int(facts._db.execute(query, (id_,)).fetchone()[0])


def articles_known(facts: Facts, notice_id: str) -> int | None:
    """How many articles the document has whose whole text a notice is; None where its text does not show it."""
    row = facts._db.execute("SELECT articles FROM notices WHERE id = ?", (notice_id,)).fetchone()
    return row[0] if row else None


def count_by_article(facts: Facts, id_: str, limit: int) -> list[tuple[str, int]]:
    """Articles of a document that are cited, each with how many notices cite it; the most cited of them."""
    rows = facts._db.execute(
        "SELECT a.article, count(DISTINCT a.notice) FROM mentions m JOIN articles a ON a.notice = m.notice AND a.seq = m.seq"
        " WHERE m.target = ? GROUP BY a.article ORDER BY 2 DESC, 1 LIMIT ?",
        (id_, limit),
    )
    return rows.fetchall()


def said_of(facts: Facts, id_: str) -> list[Said]:
    """What mentions say of a document, of the latest few thousand."""
    rows = facts._db.execute(
        "SELECT json_extract(citation, '$.title'), json_extract(citation, '$.issued_on'), json_extract(citation, '$.issuer')"
        " FROM mentions WHERE target = ? ORDER BY published_on DESC, notice, seq LIMIT ?",
        (id_, _MAX_SAID),
    )
    return [Said(title=title, issued_on=issued_on, issuer=issuer) for title, issued_on, issuer in rows]


def names_of(facts: Facts, id_: str) -> list[str]:
    """The identifying names by which a document is looked up."""
    rows = facts._db.execute("SELECT name FROM instruments WHERE id = ? AND name IS NOT NULL ORDER BY bucket", (id_,))
    return [row[0] for row in rows]


def citing(facts: Facts, id_: str, limit: int) -> list[Citing]:
    """Mentions of a document, of the latest notices first."""
    rows = facts._db.execute(
        "SELECT m.notice, n.title, n.published_on, n.place, m.relation, m.start, m.stop, m.quote, n.instrument,"
        " json_extract(m.citation, '$.pinpoint')"
        " FROM mentions m JOIN notices n ON n.id = m.notice WHERE m.target = ? ORDER BY m.published_on DESC, m.notice, m.seq LIMIT ?",
        (id_, limit),
    )
    return [
        Citing(
            notice=notice,
            title=title,
            published_on=published_on,
            place=place,
            relation=relation,
            start=start,
            end=stop,
            quote=quote,
            instrument=own,
            pinpoint=pinpoint,
        )
        for notice, title, published_on, place, relation, start, stop, quote, own, pinpoint in rows
    ]


def differing(facts: Facts, id_: str) -> list[Differing]:
    """Mentions that say something else of a document than what is known, of the latest notices first."""
    rows = facts._db.execute(
        "SELECT c.field, c.value, m.notice, n.title, m.start, m.stop, m.quote FROM conflicts c"
        " JOIN mentions m ON m.notice = c.notice AND m.seq = c.seq JOIN notices n ON n.id = c.notice"
        " WHERE c.target = ? ORDER BY m.published_on DESC, m.notice, m.seq, c.field LIMIT ?",
        (id_, _MAX_CONFLICTS),
    )
    return [
        Differing(field=field, value=value, notice=notice, title=title, start=start, end=stop, quote=quote)
        for field, value, notice, title, start, stop, quote in rows
    ]


def ties_of(facts: Facts, id_: str, side: Literal["source", "target"], limit: int) -> list[Tie]:
    """Relations in which a document is the source, or the target, in the order of their notices. What ends or changes a document is never lost among the many."""
    column, wanted = ("holder", "target") if side == "source" else ("target", "holder")
    found: list[Tie] = []
    for chosen in (_ENDING, f"NOT ({_ENDING})"):
        rows = facts._db.execute(
            f"SELECT {wanted}, kind, notice, start, stop, quote FROM relations"  # noqa: S608 - constants
            f" WHERE {column} = ? AND holder IS NOT NULL AND {chosen} LIMIT ?",
            (id_, limit - len(found)),
        )
        found += [
            Tie(other=other, kind=kind, notice=notice, start=start, end=stop, quote=quote)
            for other, kind, notice, start, stop, quote in rows
        ]
    return sorted(found, key=lambda tie: (tie.notice, tie.start))


def stated_in(facts: Facts, notice_id: str) -> list[Stated]:
    """The relations that a notice states, in the order of its text."""
    rows = facts._db.execute(
        "SELECT source, kind, target, start, stop FROM relations WHERE notice = ? ORDER BY start, source", (notice_id,)
    )
    return [
        Stated(source=source, kind=kind, target=target, start=start, end=stop)
        for source, kind, target, start, stop in rows
    ]


def others_in(facts: Facts, bucket: str, id_: str) -> list[Instrument]:
    """The other documents of a bucket."""
    rows = facts._db.execute(
        "SELECT row FROM instruments WHERE bucket = ? AND id <> ? LIMIT ?", (bucket, id_, _MAX_NAMESAKES)
    )
    return [instrument_of(row[0]) for row in rows]
