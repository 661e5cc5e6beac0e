"""What leaves the archive as JSON where that is not a row as it stands: results in the contract's shape, a notice in part, a campaign's page."""

from typing import Annotated, NotRequired, TypedDict

from corpus.values import IsoDate
from indexer.asking.results import Counts, FoundRow, SearchResults
from indexer.campaigns.precedents.rows import PrecedentRow, TiesRow
from indexer.documents.campaign_rows import CampaignRow
from indexer.documents.notice_rows import CitationRow, NoticeRow


class FlatHit(FoundRow):
    """A notice among the results."""

    excerpt: Annotated[str, "The best passage."]


class FlatResults(Counts):
    """Results in the contract's shape."""

    hits: list[FlatHit]
    notes: Annotated[list[str], "What was not understood, in Vietnamese."]


class NoticeAnswer(NoticeRow):
    """A notice; of its citations and relations those asked for."""

    citations_total: Annotated[int, "How many there are; an answer holds 1000 at most, see offset."]
    relations_total: Annotated[int, "How many there are; an answer holds 1000 at most, see offset."]


class CampaignAnswer(CampaignRow):
    """A campaign with what stands around it."""

    precedents: Annotated[list[PrecedentRow], "Earlier campaigns like it, best first."]
    ties: Annotated[TiesRow, "Notices of the same campaign."]


class CiteAnswer(TypedDict):
    """The citations of a text."""

    citations: list[CitationRow]


class TextQuestion(TypedDict):
    """A text in hand."""

    text: Annotated[str, "At most 200,000 characters."]
    place: NotRequired[Annotated[str | None, "Province of the text."]]
    on: NotRequired[Annotated[IsoDate | None, "Date of the text."]]


class ErrorDetail(TypedDict):
    """What went wrong."""

    status: Annotated[int, "The HTTP status."]
    message: Annotated[str, "One line: the thing, the value, the remedy."]


class ErrorAnswer(TypedDict):
    """An answer that is none."""

    error: ErrorDetail


def flat(result: SearchResults) -> FlatResults:
    """Search results with their excerpts and notes as plain text: the contract's shape."""
    hits: list[FlatHit] = [{**hit, "excerpt": "".join(part for part, _ in hit["excerpt"])} for hit in result["hits"]]
    return {**result, "hits": hits, "notes": [str(note) for note in result["notes"]]}
