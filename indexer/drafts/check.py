"""A draft's citations, each judged: found, ambiguous, unknown, in conflict with what others say, wrongly written, replaced."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypedDict

from corpus.dates import last_day
from corpus.identity import InstrumentId
from corpus.model import Reason, ReasonRow
from corpus.store import now
from corpus.text import normalise
from indexer.citations import find_citations
from indexer.documents.articles import first_beyond, registry_article_count
from indexer.documents.in_force import Ending, ended_in_archive, ended_in_registry
from indexer.documents.notice_rows import StoredCitationRow
from indexer.documents.proper_form import written_form
from indexer.documents.rows import citation_row
from indexer.documents.target_rows import TargetRow
from indexer.resolution.text import registry_ids, resolve_text

if TYPE_CHECKING:
    from indexer.archive import Archive

_RELIES: Final = frozenset(("based_on", "implements"))
Judgement = Literal["found", "ambiguous", "unknown", "conflict", "form", "replaced"]


class JudgementPart(TypedDict):
    """What is said of a citation."""

    judgement: Judgement
    grounds: Annotated[list[ReasonRow], "What the judgement rests on."]
    caution: Annotated[ReasonRow | None, "How the document had ended, where that is not the judgement."]
    proper: Annotated[str, "The citation in its proper form."]


class JudgedRow(StoredCitationRow, JudgementPart):
    """A citation of a draft, judged."""


class CheckPart(TypedDict):
    """A draft judged, without its citations."""

    text: Annotated[str, "The draft, normalised; offsets count in it."]
    counts: Annotated[dict[str, int], "Judgement to how many."]
    left_out: Annotated[int, "Citations after the first ones asked for, which are not judged."]


class CheckRow(CheckPart):
    """A draft judged."""

    citations: list[JudgedRow]


def check_text(
    text: str,
    *,
    archive: "Archive | None" = None,
    place: str | None = None,
    on: str | None = None,
    most: int | None = None,
) -> CheckRow:
    """The citations of a draft of a day (today when not given), judged.

    judgement: found, ambiguous, unknown, conflict, form, replaced. grounds: reasons for it, as rows. caution: how the document had ended where that is
    not the judgement itself, else None. Without an archive, the registry alone is asked. most: citations that are judged,
    the first ones; left_out: how many are not.
    """
    text = normalise(text)
    found = find_citations(text)
    chosen = found[:most]
    look_up = archive.resolve_draft if archive else resolve_text
    outcomes, instruments = look_up(text, place=place, on=on, citations=chosen)
    rows = [citation_row(outcome, instruments) for outcome in outcomes]
    judged = [_judged(row, archive, last_day(on or now()[:10])) for row in rows]
    counts = dict(Counter(str(row["judgement"]) for row in judged))
    return {"text": text, "citations": judged, "counts": counts, "left_out": len(found) - len(chosen)}


def _judged(row: StoredCitationRow, archive: "Archive | None", on: date) -> JudgedRow:
    ending = _ending(row["target"], archive, on) if row["target"] else None
    judgement, ground = _judgement(row, archive, ending)
    grounds = [ground.as_row()] if ground else row["reasons"]
    caution = _says(ending, archive).as_row() if ending and judgement != "replaced" else None
    return {**row, "judgement": judgement, "grounds": grounds, "caution": caution, "proper": _proper(row, ending)}


def _judgement(
    row: StoredCitationRow, archive: "Archive | None", ending: Ending | None
) -> tuple[Judgement, Reason | None]:
    """The judgement and its ground; None where the citation's own reasons are that."""
    target = row["target"]
    if row["status"] == "ambiguous":
        return "ambiguous", None
    if target is None:
        return "unknown", None
    if not _is_known(target, archive):
        return "unknown", Reason("unknown-to-all")
    if "issued_on" in row["conflicts"]:
        return "conflict", Reason.of("draft-date-differs", said_on=row["issued_on"], known_on=target["issued_on"])
    if "issuer" in row["conflicts"]:
        return "conflict", Reason.of("draft-issuer-differs", said=row["issuer"], known=target["issuer"])
    beyond = _beyond(row, target, archive)
    if beyond:
        return "conflict", beyond
    if ending and row["relation"] in _RELIES:
        return "replaced", _says(ending, archive)
    if row["number"] and row["written"] and not _same_form(row["written"], row["number"]):
        return "form", Reason.of("write-number-as", number=row["number"])
    return "found", None


def _beyond(row: StoredCitationRow, target: TargetRow, archive: "Archive | None") -> Reason | None:
    """The first article cited that the document cannot have, where anybody knows how many it has."""
    if not row["pinpoints"]:
        return None
    count = registry_article_count(target)
    if count is None and archive is not None:
        count = archive.instrument(target["id"])["article_count"]
    article = first_beyond(row["pinpoints"], count)
    return Reason.of("no-such-article", article=article, articles=count) if article else None


def _is_known(target: TargetRow, archive: "Archive | None") -> bool:
    """Whether anybody but the draft knows the document."""
    if archive is not None:
        return archive.has_instrument(target["id"])
    asked = InstrumentId.parse(target["id"])
    return bool({str(asked), str(replace(asked, year=None))} & registry_ids())


def _ending(target: TargetRow, archive: "Archive | None", on: date) -> Ending | None:
    """What had ended a document by a day, as the registry or else the archive knows."""
    ending = ended_in_registry(target, on)
    if ending or archive is None or not archive.has_instrument(target["id"]):
        return ending
    known = archive.instrument(target["id"])
    return ended_in_archive(known, known["acted_on_by"], on)


def _says(ending: Ending, archive: "Archive | None") -> Reason:
    """How a document had ended, with the title of the notice that says so."""
    if ending.tie is None or archive is None:
        return ending.reason
    said_by = archive.notice(ending.tie["notice"])["title"]
    return Reason(ending.reason.code, (*ending.reason.values, ("said_by", said_by)))


def _same_form(written: str, number: str) -> bool:
    """Whether a number is written properly; blanks around its signs do not count."""
    tight = "".join(written.split()).replace("–", "-").replace("Ð", "Đ")
    return tight.casefold() == number.casefold()


def _proper(row: StoredCitationRow, ending: Ending | None) -> str:
    """The citation in its proper form, to copy: of what took its place where a draft relies on what has ended, for nobody should copy that.

    As it stands where nobody knows the document and it has no number.
    """
    if row["target"]:
        successor = ending.successor if ending and row["relation"] in _RELIES else None
        return written_form(successor or row["target"])
    if not row["number"]:
        return row["text"]
    return written_form(
        {
            "kind": row["kind"],
            "number": row["number"],
            "issued_on": row["issued_on"],
            "issuer": row["issuer"],
            "place": None,
            "title": None,
        }
    )
