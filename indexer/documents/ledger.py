"""How a citation was judged, to be read: every document that was weighed, what spoke for it, what against it, and the verdict."""

from collections.abc import Mapping
from typing import Annotated, TypedDict

from corpus.model import Candidate, Head, Instrument, Notice, Outcome
from indexer.documents.notice_rows import NoticeRow, StoredCitationRow
from indexer.documents.rows import citation_row, target_row, weighed_part
from indexer.documents.target_rows import Standing, WeighedRow
from indexer.resolution.resolve import MARGIN


class LedgerPart(TypedDict):
    """Where a citation stands, and the documents that were weighed for it, without the citation."""

    notice: Annotated[str, "Id of the notice."]
    n: Annotated[int, "Which of the notice's citations it is, from 1."]
    margin: Annotated[float, "Points by which a document must lead all others to be meant."]


class LedgerRow(LedgerPart):
    """How a citation was judged. weighed: every document of that number or name, best first, at most 8."""

    citation: StoredCitationRow
    weighed: list[WeighedRow]


def notice_of(row: NoticeRow) -> Notice:
    """The notice of a payload, as mentions are judged in it."""
    head = row["head"]
    return Notice(
        id=row["id"],
        url=row["url"],
        site=row["site"],
        place=row["place"],
        title=row["title"],
        text=row["text"],
        published_on=row["published_on"],
        fetched_at=row["fetched_at"],
        issuer=row["issuer"],
        head=Head(**head) if head else None,
        digest="",
    )


def ledger_row(
    notice: str, n: int, outcome: Outcome, instruments: Mapping[str, Instrument], *, repeated: bool
) -> LedgerRow:
    """The ledger of a citation. instruments: those that it names, by id. repeated: as its row has it."""
    return {
        "notice": notice,
        "n": n,
        "margin": MARGIN,
        "weighed": weighed_rows(outcome, instruments),
        "citation": citation_row(outcome, instruments, repeated=repeated),
    }


def weighed_rows(outcome: Outcome, instruments: Mapping[str, Instrument]) -> list[WeighedRow]:
    """Every document that was weighed for a citation, best first."""
    best = max((one.score for one in outcome.weighed if not one.is_out), default=0.0)
    return [
        {
            **target_row(instruments[one.instrument_id]),
            **weighed_part(one),
            "standing": _standing(one, outcome, best),
            "score": one.score,
        }
        for one in outcome.weighed
        if one.instrument_id in instruments
    ]


def _standing(candidate: Candidate, outcome: Outcome, best: float) -> Standing:
    if candidate.is_out:
        return "out"
    if candidate.instrument_id == outcome.target:
        return "meant"
    return "possible" if outcome.status == "ambiguous" and candidate.score > best - MARGIN else "behind"
