"""One campaign, several notices: the national launch, the provincial launches that carry it out, the reports and the closing review.

A launch carries another out when it rests on that one's document for the same occasion. Launches that rest on one launching document which nobody
collected are siblings all the same: the document is the root, and its page is built from them. A notice reports on a campaign when it cites the
launch's document and its title, or the citation itself, looks back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Protocol

from indexer.campaigns.precedents.find import Whole, as_they_are, same_occasion
from indexer.campaigns.precedents.rows import ReportRow, TiesRow
from indexer.campaigns.recognise import looks_back
from indexer.documents.campaign_rows import BriefRow, CampaignRow
from indexer.documents.instrument_rows import CiterRow, InstrumentRow
from indexer.documents.notice_rows import NoticeRow

Fetch = Callable[[str], InstrumentRow | None]
_MOST: Final = 200
_ALLIANCE: Final = "-lmhtx"


class Launches(Protocol):
    """What is asked of all campaigns: rows with their ids and bases (see `indexer.campaigns.catalogue`)."""

    @property
    def by_notice(self) -> Mapping[str, BriefRow]:
        """Campaigns by the notice that launches each."""

    def resting_on(self, base: str) -> Sequence[BriefRow]:
        """Campaigns that have a document among their bases."""


def campaign_ties(
    campaign: CampaignRow, others: Launches, notice: NoticeRow, instrument: Fetch, whole: Whole = as_they_are
) -> TiesRow:
    """What a campaign carries out, who carries it out, what reports on it.

    notice: the launch itself. instrument: a document by id. whole: payloads of the launches that are shown, which `others` may know by their cards.
    """
    by_notice = others.by_notice
    bases = [found for base in _base_ids(campaign) if (found := instrument(base)) is not None]
    carries = [
        launch
        for base in bases
        if (launch := by_notice.get(base.get("notice_id") or "")) is not None and _is_of(campaign, launch)
    ]
    own = notice.get("instrument")
    citers = _citers(instrument(own) if own else None)
    carried = [
        launch
        for citer in citers
        if (launch := by_notice.get(citer["notice"])) is not None
        and own in _base_ids(launch)
        and _is_of(campaign, launch)
    ]
    root = _root(campaign, carries, bases)
    siblings = [row for row in others.resting_on(root["id"]) if _is_of(campaign, row)] if root else []
    return {
        "root": {"id": root["id"], "label": root.get("label"), "collected": bool(root.get("notice_id"))}
        if root
        else None,
        "carries_out": whole(_once(carries)),
        "carried_out_by": whole(sorted(_once(carried), key=_day)),
        "siblings": whole(sorted(_once(siblings), key=_day)[:_MOST]),
        "reports": _reports(citers, by_notice),
    }


def _is_of(campaign: BriefRow, other: BriefRow) -> bool:
    return other["id"] != campaign["id"] and same_occasion(campaign, other)


def _base_ids(row: BriefRow) -> list[str]:
    return [id_ for id_ in row.get("base_ids") or () if id_]


def _root(campaign: CampaignRow, carries: Sequence[BriefRow], bases: Sequence[InstrumentRow]) -> InstrumentRow | None:
    """The document above a provincial launch: that of the launch it carries out, else the national alliance's plan among its bases."""
    above = {row["notice"] for row in carries}
    for base in bases:
        if base.get("notice_id") in above:
            return base
    if campaign.get("level") == "national":
        return None
    return next((base for base in bases if not base.get("place") and _ALLIANCE in base["id"]), None)


def _citers(payload: InstrumentRow | None) -> Sequence[CiterRow]:
    return payload["cited_by"] if payload else ()


def _reports(citers: Iterable[CiterRow], by_notice: Mapping[str, BriefRow]) -> list[ReportRow]:
    found: dict[str, ReportRow] = {}
    for citer in citers:
        role = looks_back(citer["title"])
        if citer["notice"] not in by_notice and (role or citer["relation"] == "reviews"):
            row: ReportRow = {
                "notice": citer["notice"],
                "title": citer["title"],
                "published_on": citer["published_on"],
                "place": citer["place"],
                "quote": citer["quote"],
                "closing": role == "closing",
            }
            found.setdefault(citer["notice"], row)
    return sorted(found.values(), key=_day)


def _day(row: BriefRow | ReportRow) -> str:
    return row["published_on"] or ""


def _once(rows: Sequence[BriefRow]) -> list[BriefRow]:
    return list({row["id"]: row for row in rows}.values())
