"""What leaves the archive as JSON where that is not a row as it stands: with words beside its reasons, a notice in part."""

from collections.abc import Sequence
from typing import Annotated, NotRequired, TypedDict

from corpus.values import IsoDate
from indexer.campaigns.precedents.rows import TiesRow
from indexer.documents.campaign_rows import CampaignRow
from indexer.documents.instrument_rows import InstrumentRow
from indexer.documents.notice_rows import MentionRow, NoticePart, StoredPart
from indexer.documents.target_rows import CandidateRow
from indexer.documents.validity_rows import ValidityRow
from indexer.drafts.check import CheckPart, JudgementPart


class CandidateAnswer(CandidateRow):
    """An instrument that a citation may mean."""

    why: Annotated[str, "The reasons for and against, in the language of the request."]


class CitationAnswer(MentionRow):
    """One mention of an instrument: CITATION of the contract."""

    candidates: Annotated[list[CandidateAnswer], "Best first, when ambiguous."]
    why: Annotated[str, "A short sentence, in the language of the request."]


class StoredCitationAnswer(CitationAnswer, StoredPart):
    """A citation in a notice of the archive: the contract's, with what the pages add."""


class JudgedAnswer(StoredCitationAnswer, JudgementPart):
    """A citation of a draft."""

    message: Annotated[str, "In the language of the request."]


class CheckAnswer(CheckPart):
    """A draft judged."""

    citations: list[JudgedAnswer]


class WordedNotice(NoticePart):
    """A notice with its text and all that was found in it."""

    citations: list[StoredCitationAnswer]


class NoticeAnswer(WordedNotice):
    """A notice; of its citations and relations those asked for."""

    citations_total: Annotated[int, "How many there are; an answer holds 1000 at most, see offset."]
    relations_total: Annotated[int, "How many there are; an answer holds 1000 at most, see offset."]


class InstrumentAnswer(InstrumentRow):
    """An instrument, assembled from its citers when nobody collected it, with what it is on a day."""

    validity: Annotated[ValidityRow, "What it is on that day, as far as is proved."]
    validity_on: Annotated[IsoDate, "The day asked for, else today."]


class PrecedentAnswer(TypedDict):
    """A campaign worth looking at."""

    campaign: CampaignRow
    score: float
    reasons: Annotated[list[str], "In the language of the request, what sets it apart first."]


class CampaignAnswer(CampaignRow):
    """A campaign with what stands around it."""

    precedents: Annotated[list[PrecedentAnswer], "Earlier campaigns like it, best first."]
    base_validity: Annotated[
        list[ValidityRow | None],
        "What each of base_ids was when the campaign began; null where it is not settled which document is meant.",
    ]
    ties: Annotated[TiesRow, "Notices of the same campaign."]


class CiteAnswer(TypedDict):
    """The citations of a text."""

    citations: Sequence[CitationAnswer]


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
