"""Rows that say which document is meant: TARGET of the contract, a candidate, a reason."""

from typing import Annotated, TypedDict

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


class ReasonRow(TypedDict):
    """Why something was decided: a code and its values, put into words where a reader is."""

    code: str
    values: dict[str, str | int | None]


class CandidateRow(TargetRow):
    """An instrument that a citation may mean."""

    why: Annotated[str, "The reasons for and against, in Vietnamese."]
