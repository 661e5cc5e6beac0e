"""Rows that say which document is meant: TARGET of the contract, a candidate."""

from typing import Annotated, TypedDict

from corpus.model import ReasonRow
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


class CandidateRow(TargetRow):
    """An instrument that a citation may mean."""

    reasons: Annotated[list[ReasonRow], "The reasons for and against."]
