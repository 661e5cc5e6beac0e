"""Rows of a search: documents that it names, hits, facets, notes; and the lines offered while typing."""

from typing import Annotated, Literal, TypedDict

from corpus.model import Reason
from corpus.values import KnownOn
from indexer.documents.target_rows import TargetRow
from indexer.documents.validity_rows import ValidityRow
from indexer.engine.protocol import DocumentType


class NamedRow(TargetRow):
    """An instrument that the query names."""

    notice_id: Annotated[str | None, "The notice that holds its text; null when nobody collected it."]
    cited_count: Annotated[int, "Notices that cite it."]
    validity: Annotated[ValidityRow, "What it is today, as far as is proved."]


class FoundRow(TypedDict):
    """A notice in a list of results, without its passage."""

    id: str
    title: str
    url: str | None
    kind: Annotated[str, "Slug; thong-bao for a notice without a number of its own."]
    number: Annotated[str | None, "Its own number."]
    issued_on: Annotated[KnownOn, "Of its own number."]
    published_on: KnownOn
    place: str | None
    issuer: str | None
    site: Annotated[str, "Host or import label."]
    instrument: Annotated[str | None, "Id of the instrument that the notice is."]
    campaign: Annotated[str | None, "Id of the campaign that it launches."]
    score: float
    why: Annotated[list[str], "What matched: codes, or words in the language of the request."]


class HitRow(FoundRow):
    """A hit with its best passage in pieces."""

    excerpt: Annotated[list[tuple[str, bool]], "Pieces of text in turn, and whether each matched."]


class Counts(TypedDict):
    """What surrounds the hits of a search."""

    query: str
    total: Annotated[int, "All hits."]
    instruments: Annotated[list[NamedRow], "Those that the query names, best first."]
    facets: Annotated[dict[str, dict[str, int]], "Facet to value to count, over all hits."]
    suggestion: Annotated[str | None, "The query with its slips mended."]
    page: int
    pages: int
    limit: int
    sort: Literal["relevance", "newest", "oldest", "cited"]
    filters: Annotated[dict[str, list[str]], "Filters in force, from the query's fields too."]


class SearchResults(Counts):
    """The answer to a search."""

    hits: list[HitRow]
    notes: list[Reason]


class SuggestionRow(TypedDict):
    """A line offered while typing."""

    label: str
    detail: Annotated[str, "What tells it from its namesakes."]
    type: Annotated[DocumentType, "An instrument, or a campaign."]
    id: str
