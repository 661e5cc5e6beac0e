"""From what a person says (a mention or two documents, a verdict) to a decision in the store: for the command line and the editor's pages alike."""

from typing import TYPE_CHECKING, Literal, TypedDict

from corpus.decisions import Decision, Mention, Verdict, undone_by
from corpus.errors import InputError, NotFound
from corpus.model import Instrument, Reason

if TYPE_CHECKING:
    from corpus.store import Store
    from indexer.archive import Archive
    from indexer.documents.notice_rows import StoredCitationRow


def mention_at(archive: "Archive", notice_id: str, start: int) -> "StoredCitationRow":
    """The citation that begins at a code point of a notice. Raises NotFound."""
    rows = archive.notice(notice_id)["citations"]
    found = next((row for row in rows if row["start"] == start), None)
    if found is None:
        near = ", ".join(str(row["start"]) for row in rows[:8])
        told = f"its mentions begin at {near}{', …' if len(rows) > 8 else ''}" if rows else "it has none"
        raise NotFound(
            f"notice {notice_id!r}: no mention begins at {start}; {told}", Reason.of("no-mention", start=start)
        )
    return found


def document_of(archive: "Archive", id_: str) -> Instrument:
    """A document, as a decision keeps it. Raises NotFound."""
    row = archive.instrument(archive.canonical_id(id_))
    return Instrument(
        id=row["id"],
        kind=row["kind"],
        number=row["number"],
        issued_on=row["issued_on"],
        issuer=row["issuer"],
        place=row["place"],
        title=row["title"],
        notice_id=row["notice_id"],
    )


def decide_mention(
    archive: "Archive", store: "Store", notice_id: str, start: int, verdict: Verdict, document_id: str | None, *, who: str, why: str
) -> Decision:  # fmt: skip
    """Keep what a mention means, or does not. Raises NotFound, InputError; a full disk raises ArchiveUnusable."""
    row = mention_at(archive, notice_id, start)
    text = store.notice(notice_id).text
    if text[row["start"] : row["end"]] != archive.notice(notice_id)["text"][row["start"] : row["end"]]:
        raise InputError(
            f"notice {notice_id!r}: its text has changed since it was indexed; run 'danchieu index' first",
            Reason("text-changed"),
        )
    document = document_of(archive, document_id) if document_id else None
    mention = Mention.at(notice_id, text, row["start"], row["end"])
    return store.decide_mention(mention, verdict, document, who=who, why=why)


class DecisionRow(TypedDict):
    """A decision of the log. start: first code point of the mention, as it was then; undoes, undone_by: numbers of decisions."""

    decision: int
    verdict: Verdict | Literal["undo"]
    notice: str | None
    start: int | None
    text: str | None
    document: str | None
    other: str | None
    who: str
    at: str
    why: str
    undoes: int | None
    undone_by: int | None


def decision_row(decision: Decision, undone: int | None = None) -> DecisionRow:
    """A decision of the log, as JSON. undone: the number of the one that undid it."""
    mention = decision.mention
    return {
        "decision": decision.seq,
        "verdict": decision.verdict,
        "notice": mention.notice_id if mention else None,
        "start": mention.start if mention else None,
        "text": mention.written if mention else None,
        "document": decision.document,
        "other": decision.other,
        "who": decision.who,
        "at": decision.at,
        "why": decision.why,
        "undoes": decision.undoes,
        "undone_by": undone,
    }


def log_rows(store: "Store") -> list[DecisionRow]:
    """The whole log, oldest first."""
    log = store.decisions()
    undone = undone_by(log)
    return [decision_row(one, undone.get(one.seq)) for one in log]
