"""Rows of a document's validity: what happened to it, with proof and day, and what it is on a chosen day."""

from typing import Annotated, Literal, TypedDict

from corpus.model import ReasonRow
from corpus.values import KnownOn
from indexer.documents.target_rows import TargetRow

EventCode = Literal["in-force", "amended", "partly-repealed", "replaced", "repealed", "expired"]
ValidityCode = Literal[EventCode, "not-yet", "unknown"]
DaySource = Literal["effect", "issue", "notice"]


class ProofRow(TypedDict):
    """The sentence that proves a validity, or the registry's word."""

    source: Annotated[
        Literal["text", "notice", "registry"], "The document's own text, a notice's sentence, the registry."
    ]
    notice: Annotated[str | None, "Where the sentence stands; null for the registry."]
    quote: str | None
    start: int | None
    end: int | None


class EventRow(TypedDict):
    """Something that happened to a document's validity."""

    code: Annotated[EventCode, "What it was from then on."]
    on: KnownOn
    on_from: Annotated[
        DaySource,
        "What the day is: of effect, else of the acting document's issue, else of the notice that tells of it.",
    ]
    by: Annotated[TargetRow | None, "The document that did it, where it is known."]
    proof: ProofRow


class ValidityRow(TypedDict):
    """What a document is on a day, as far as is proved; ``unknown`` where nothing is."""

    code: ValidityCode
    since: KnownOn
    since_from: Annotated[
        DaySource | None,
        "What that day is: of effect, else of the acting document's issue, else of the notice that tells of it.",
    ]
    by: Annotated[TargetRow | None, "The document that ended or changed it, where it is known."]
    proof: ProofRow | None
    reasons: Annotated[list[ReasonRow], "The same as values to make words of."]
