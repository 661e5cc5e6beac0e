"""Rows of campaigns: as a notice launches one, in the contract's shape, and beside the anniversaries to come."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, TypedDict

from corpus.dates import first_day
from corpus.model import Level
from corpus.store import now
from corpus.values import KnownOn


class _NamedRow(TypedDict):
    id: str
    notice: Annotated[str, "Id of the notice that launches it."]
    name: str
    starts_on: KnownOn
    ends_on: KnownOn
    occasion: Annotated[str | None, "In the notice's own words."]
    organiser: str | None
    place: str | None


class BriefRow(_NamedRow):
    """What a campaign's record and its card have in common: enough to sort, to find by day, to list."""

    occasion_slug: str | None
    base_ids: Annotated[
        Sequence[str | None], "Ids of the bases, in their order; null where it is not settled which document is meant."
    ]
    published_on: KnownOn
    label: str
    detail: str


class CampaignCard(BriefRow):
    """A campaign's card: see `indexer.campaigns.catalogue`."""

    keys: Annotated[list[str], "Its lists of precedents, the closest first."]
    said: Annotated[str, "Name and occasion, folded."]
    words: Annotated[
        str, "All that a filter by words looks through, folded, each word once, a blank before and after each."
    ]


class _LaunchRow(_NamedRow):
    bases: Annotated[Sequence[str], "Numbers of the documents it rests on."]
    tasks: Sequence[str]


class CampaignRow(BriefRow, _LaunchRow):
    """A campaign's record, each field with the spans that prove it."""

    occasion_years: Annotated[int | None, "Of an anniversary."]
    occasion_term: Annotated[int | None, "Of a congress."]
    level: Level
    unnumbered_bases: Annotated[Sequence[str], "Names of bases without a number."]
    targets: Sequence[str]
    addressees: Sequence[str]
    rewards: Sequence[str]
    slogan: str | None
    phases: Annotated[Sequence[Sequence[str | None]], "First and last day of named parts."]
    evidence: Annotated[Mapping[str, Sequence[tuple[int, int]]], "Field to [start, end) in the notice's text."]


class ListedCampaignRow(CampaignRow):
    """A campaign with those worth looking at before it."""

    precedents: Annotated[list[str], "Ids of notices, best first."]


class CampaignExportRow(_LaunchRow):
    """A campaign in the contract's shape."""

    precedents: Annotated[list[str], "Ids of notices, best first."]


def campaign_export(row: ListedCampaignRow) -> CampaignExportRow:
    """A campaign in the contract's shape."""
    return {
        "id": row["id"],
        "notice": row["notice"],
        "name": row["name"],
        "starts_on": row["starts_on"],
        "ends_on": row["ends_on"],
        "occasion": row["occasion"],
        "organiser": row["organiser"],
        "place": row["place"],
        "bases": list(row["bases"]),
        "tasks": list(row["tasks"]),
        "precedents": row["precedents"],
    }


def campaign_day(row: BriefRow) -> date:
    """The day as of which a campaign's bases are looked at: its first, else that of its notice, else today."""
    return first_day(row["starts_on"] or row["published_on"] or now()[:10])


class AnniversaryRow(TypedDict):
    """A round anniversary to come, with the campaigns of its earlier rounds."""

    occasion: str
    slug: str
    years: int
    on: str
    earlier: list[CampaignCard]
