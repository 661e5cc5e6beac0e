"""Rows of campaigns beside each other: precedents, a comparison, what ties the notices of one campaign together."""

from collections.abc import Sequence
from typing import Annotated, Literal, TypedDict

from corpus.model import ReasonRow
from corpus.values import KnownOn
from indexer.documents.campaign_rows import CampaignRow

Field = Literal["occasion", "organiser", "place", "slogan", "targets", "addressees", "rewards"]
Cell = str | None


class PrecedentRow(TypedDict):
    """A campaign worth looking at."""

    campaign: CampaignRow
    score: float
    reasons: Annotated[list[ReasonRow], "What sets it apart first."]


class SpanOfDays(TypedDict):
    """A campaign's period. days: None unless both ends are whole."""

    starts_on: KnownOn
    ends_on: KnownOn
    days: int | None


class FieldRow(TypedDict):
    """One field of the campaigns that are compared, one value a column."""

    field: Field
    values: list[str | Sequence[str] | None]
    same: bool


class ComparedBasisRow(TypedDict):
    """A basis of one campaign or several. place: of an unresolved one that of the campaigns that name it."""

    base: str
    id: str | None
    title: str | None
    issuer: str | None
    issued_on: KnownOn
    place: str | None
    has: Annotated[list[bool], "One a column."]


class LacksRow(TypedDict):
    """What another campaign has and this one does not."""

    bases: list[str]
    tasks: list[str]


class CompareRow(TypedDict):
    """Campaigns in columns. tasks: rows of one text, or None, a column."""

    campaigns: list[CampaignRow]
    periods: list[SpanOfDays]
    fields: list[FieldRow]
    bases: list[ComparedBasisRow]
    tasks: list[list[Cell]]
    lacks: list[LacksRow]


class RootRow(TypedDict):
    """The launching document above a campaign."""

    id: str
    label: str
    collected: bool


class ReportRow(TypedDict):
    """A notice that looks back on a campaign."""

    notice: str
    title: str
    published_on: KnownOn
    place: str | None
    quote: str
    closing: Annotated[bool, "Whether it is the closing review."]


class TiesRow(TypedDict):
    """The notices of one campaign tied together."""

    root: Annotated[RootRow | None, "The launching document that it carries out."]
    carries_out: Annotated[list[CampaignRow], "Launches that it carries out."]
    carried_out_by: Annotated[list[CampaignRow], "Launches that carry it out."]
    siblings: Annotated[list[CampaignRow], "Other launches that rest on the same document."]
    reports: Annotated[list[ReportRow], "Notices that look back on it, by day."]
