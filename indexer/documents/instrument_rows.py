"""Rows of an instrument's page: as citers write it, where they differ, its ties with other documents, its citers."""

from typing import Annotated, TypedDict

from corpus.decisions import Verdict
from corpus.model import Conflict, RelationKind
from corpus.values import KnownOn
from indexer.documents.target_rows import TargetRow


class VariantRow(TypedDict):
    """A value as citers write it."""

    value: str
    count: int


class VariantsRow(TypedDict):
    """As citers write them, with counts, the most frequent first."""

    titles: list[VariantRow]
    dates: list[VariantRow]
    issuers: list[VariantRow]


class QuoteRow(TypedDict):
    """A sentence of a notice."""

    notice: Annotated[str, "Where the sentence stands."]
    title: Annotated[str, "The notice's title."]
    quote: str
    start: int
    end: int


class ConflictRow(TypedDict):
    """What citers say that differs from what is known, with their sentences."""

    field: Conflict
    value: str
    quotes: list[QuoteRow]


class TieRow(TypedDict):
    """A relation between two documents with the sentence that proves it."""

    relation: RelationKind
    notice: Annotated[str, "Where the sentence stands."]
    quote: str
    start: int
    end: int


class CitesRow(TieRow):
    """A document that this one acts upon."""

    target: TargetRow


class ActingRow(TieRow):
    """A document that acts upon this one."""

    source: TargetRow


class CiterRow(TypedDict):
    """A mention in a notice."""

    notice: Annotated[str, "Where the sentence stands."]
    title: Annotated[str, "The notice's title."]
    published_on: KnownOn
    place: str | None
    relation: RelationKind
    quote: str
    start: int
    end: int
    instrument: Annotated[str | None, "Id of the instrument that the citing notice is."]
    pinpoint: Annotated[str | None, "The place in this document that is cited, as written."]


class ArticleRow(TypedDict):
    """An article that notices cite."""

    article: Annotated[str, "Like 5 or 12a."]
    notices: Annotated[int, "Notices that cite it."]
    exists: Annotated[
        bool | None, "False where the document has fewer articles; null where nobody knows how many it has."
    ]


class _ListedRow(TargetRow):
    notice_id: Annotated[str | None, "The notice that holds its text; null when nobody collected it."]
    label: str
    detail: Annotated[str, "What tells it from its namesakes."]
    cited_by_total: Annotated[int, "Notices that cite it; cited_by holds the latest 200 mentions."]


class CardVariantsRow(TypedDict):
    """The titles most often given."""

    titles: list[VariantRow]


class CardRow(_ListedRow):
    """What a list of instruments shows, and what chooses among namesakes."""

    variants: CardVariantsRow


class DecidedRow(TypedDict):
    """What a person decided about this document and another."""

    verdict: Annotated[Verdict, "same: the other's citers cite this one."]
    other: Annotated[str, "Id of the other document."]
    who: str
    at: Annotated[str, "ISO date."]
    because: Annotated[str, "In the person's words."]
    decision: Annotated[int, "Its number in the log."]


class InstrumentRow(_ListedRow):
    """An instrument, assembled from its citers when nobody collected it."""

    names: Annotated[list[str], "Names by which it is known."]
    variants: Annotated[VariantsRow, "As citers write them, with counts."]
    conflicts: Annotated[list[ConflictRow], "What citers say that differs from what is known."]
    cites: Annotated[list[CitesRow], "What it acts upon."]
    acted_on_by: Annotated[list[ActingRow], "Documents that act upon it."]
    cited_by: Annotated[list[CiterRow], "Mentions in notices, the latest first; at most 200."]
    article_count: Annotated[
        int | None, "Its highest article, from its whole text or well-known sources; null when not known."
    ]
    articles: Annotated[list[ArticleRow], "Articles that notices cite, in their order; the 300 most cited."]
    namesakes: Annotated[list[TargetRow], "Other documents of the same number."]
    decided: Annotated[list[DecidedRow], "What people decided about it and other documents."]
