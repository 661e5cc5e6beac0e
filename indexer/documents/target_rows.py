"""Rows that say which document is meant: TARGET of the contract, a candidate."""

from typing import Annotated, Literal, TypedDict

from corpus.model import PieceRow, ReasonRow
from corpus.values import KnownOn


class Description(TypedDict):
    """What a document is called by: enough to write its citation."""

    kind: Annotated[str, "Slug of the kind."]
    number: Annotated[str | None, "In its proper form; null when known by name alone."]
    issued_on: KnownOn
    issuer: str | None
    place: Annotated[str | None, "Province of a provincial document; null when central."]
    title: str | None


class TargetRow(Description):
    """An instrument."""

    id: Annotated[str, "Readable id, as in /van-ban/<id>."]


Standing = Literal["meant", "possible", "behind", "out"]

WeighedPart = TypedDict(
    "WeighedPart",
    {
        "for": Annotated[list[PieceRow], "What speaks for it, each piece with its points."],
        "against": Annotated[list[PieceRow], "What speaks against it, each piece with its points."],
    },
)
"""What speaks for a document and what against it."""


class CandidatePart(TargetRow):
    """An instrument that a citation may mean, without the evidence."""

    reasons: Annotated[list[ReasonRow], "The weightiest reasons."]


class CandidateRow(CandidatePart, WeighedPart):
    """An instrument that a citation may mean."""


class StandingPart(TargetRow):
    """An instrument that was weighed for a citation, without the evidence."""

    standing: Annotated[Standing, "Meant; possible beside others; behind those; or out, where something rules it out."]
    score: Annotated[float, "Points, for less against."]


class WeighedRow(StandingPart, WeighedPart):
    """An instrument that was weighed for a citation."""
