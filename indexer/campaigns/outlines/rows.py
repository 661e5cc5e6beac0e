"""Rows of an outline: each line with the precedents that it came from, counted from 1 into "sources"."""

from typing import Annotated, TypedDict

from corpus.model import ReasonRow
from corpus.values import KnownOn
from indexer.documents.campaign_rows import CampaignRow

From = TypedDict("From", {"from": list[int]})
"""Where a line came from; ``from`` is a word of Python's own, so that no class can hold it."""


class EntryRow(TypedDict):
    """A document as an outline names it. id: of what the archive knows, else None."""

    text: str
    id: str | None


class NotedRow(EntryRow, From):
    """A document that is no basis, and the reason."""

    reason: ReasonRow


class EndedRow(TypedDict):
    """What an ended document is called by."""

    kind: str
    number: str | None
    title: str | None


class BasisRow(EntryRow, From):
    """A basis. instead_of: the ended document in whose place it is offered; reason: what ended it."""

    instead_of: EndedRow | None
    reason: ReasonRow | None


class BasesRow(TypedDict):
    """Bases by rank, models to look at, and what is left out."""

    bases: list[BasisRow]
    models: list[NotedRow]
    left_out: list[NotedRow]


class OccasionRow(From):
    """The occasion's next round. years: of the anniversary, term: of the congress."""

    text: str
    years: int | None
    term: int | None
    on: KnownOn
    years_later: int


class ProposalRow(From):
    """A past period moved on to the next round; starts_on None where it would lie in the past."""

    starts_on: KnownOn
    ends_on: KnownOn
    years_later: int


class PeriodRow(From):
    """The period of a precedent."""

    starts_on: KnownOn
    ends_on: KnownOn
    days: int | None


class WordingRow(From):
    """One wording of a task, with blanks for dates and figures."""

    text: str


class TaskRow(WordingRow):
    """A task in the wording of the latest precedent, and its like in the others."""

    others: list[WordingRow]


class DrafterRow(TypedDict):
    """Who would sign, as far as the precedents tell. place: stands before the date."""

    issuer: str | None
    symbol: str
    place: str | None
    province: Annotated[str | None, "The province that the precedents have in common, or that was asked for."]


class OutlineRow(BasesRow):
    """The outline of a new launch."""

    sources: list[CampaignRow]
    drafter: DrafterRow
    occasion: OccasionRow | None
    periods: list[PeriodRow]
    proposal: ProposalRow | None
    tasks: list[TaskRow]
