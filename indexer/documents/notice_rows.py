"""Rows of a notice: its citations, the relations that it asserts, itself."""

from typing import Annotated, TypedDict

from corpus.model import Conflict, ReasonRow, RelationKind, Status
from corpus.values import KnownOn, SaidOn
from indexer.documents.target_rows import CandidateRow, TargetRow


class PinpointRow(TypedDict):
    """A place inside a document that a mention cites; a level that is not named is null. Values in one spelling: 12a, đ, II."""

    appendix: str | None
    part: Annotated[str | None, "Phần; spelled ordinals as digits."]
    chapter: Annotated[str | None, "Chương, as numbered: II or 2."]
    section: Annotated[str | None, "Mục."]
    article: Annotated[str | None, "Điều."]
    clause: Annotated[str | None, "Khoản."]
    point: Annotated[str | None, "Điểm."]
    subpoint: Annotated[str | None, "Tiết."]
    to: Annotated[
        str | None,
        "The last of a range of more than 20, at the lowest level that is named; shorter ranges are given member by member.",
    ]
    start: Annotated[int, "First code point of its words."]
    end: Annotated[int, "After the last code point."]


class MentionRow(TypedDict):
    """One mention of an instrument, without those that it may mean."""

    start: Annotated[int, "First code point in the text."]
    end: Annotated[int, "After the last code point."]
    text: Annotated[str, "As written."]
    kind: Annotated[str, "Slug of the kind."]
    number: Annotated[str | None, "In its proper form; null when the text gives none."]
    issued_on: SaidOn
    issuer: Annotated[str | None, "As the text gives it."]
    title: Annotated[str | None, "As the text gives it."]
    relation: Annotated[RelationKind, "The citing text's tie to the target."]
    status: Status
    target: TargetRow | None
    reasons: Annotated[list[ReasonRow], "Why."]
    pinpoint: Annotated[str | None, "Article and clause as written, like khoản 2 Điều 5."]
    pinpoints: Annotated[list[PinpointRow], "The same as values, each place once."]


class CitationRow(MentionRow):
    """One mention of an instrument: CITATION of the contract, its reasons as values."""

    candidates: Annotated[list[CandidateRow], "Best first, when ambiguous."]


class StoredPart(TypedDict):
    """What the pages add to a citation."""

    conflicts: Annotated[list[Conflict], "What the text says that differs from what is known."]
    inside: Annotated[list[int], "Positions in the list of the citations whose title holds this one."]
    written: Annotated[str | None, "The number as the text writes it."]
    key: Annotated[str | None, "Comparison key of kind and number."]
    beyond: Annotated[str | None, "An article cited that the target cannot have, as far as the registry knows."]


class StoredCitationRow(CitationRow, StoredPart):
    """A citation in a notice of the archive: the contract's, with what the pages add."""


class RelationRow(TypedDict):
    """A tie that a notice asserts, with the code points that prove it."""

    source: Annotated[TargetRow | None, "Null for the notice itself."]
    relation: RelationKind
    target: TargetRow
    start: int
    end: int


class HeadRow(TypedDict):
    """What a notice says of itself as a document."""

    kind: str
    number: str
    issued_on: KnownOn


class NoticePart(TypedDict):
    """A notice with its text, without its citations."""

    id: str
    url: str | None
    site: Annotated[str, "Host or import label."]
    place: str | None
    title: str
    text: Annotated[str, "Normalised once: offsets into it never move."]
    published_on: KnownOn
    issuer: str | None
    fetched_at: Annotated[str, "UTC time."]
    head: HeadRow | None
    instrument: Annotated[str | None, "Id of the instrument that the notice is."]
    kind: Annotated[str, "Slug; thong-bao for a notice without a number of its own."]
    number: Annotated[str | None, "Its own number."]
    issued_on: Annotated[KnownOn, "Of its own number."]
    relations: list[RelationRow]
    campaign: Annotated[str | None, "Id of the campaign that it launches."]


class NoticeRow(NoticePart):
    """A notice with its text and all that was found in it."""

    citations: list[StoredCitationRow]
