"""One campaign, several notices: the national launch, the provincial launches that carry it out, the reports and the closing review.

A launch carries another out when it rests on that one's document for the same occasion. Launches that rest on one launching document which nobody
collected are siblings all the same: the document is the root, and its page is built from them. A notice reports on a campaign when it cites the
launch's document and its title, or the citation itself, looks back.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Protocol

from indexer.campaigns.precedents.find import same_occasion
from indexer.campaigns.recognise import looks_back

Row = Mapping[str, Any]
Fetch = Callable[[str], Row | None]
_MOST: Final = 200
_ALLIANCE: Final = "-lmhtx"
_REPORT: Final = ("notice", "title", "published_on", "place", "quote")


class Launches(Protocol):
    """What is asked of all campaigns: rows with their ids and bases (see `indexer.campaigns.catalogue`)."""

    @property
    def by_notice(self) -> Mapping[str, Row]:
        """Campaigns by the notice that launches each."""

    def resting_on(self, base: str) -> Sequence[Row]:
        """Campaigns that have a document among their bases."""


def campaign_ties(campaign: Row, others: Launches, notice: Row, instrument: Fetch) -> dict[str, Any]:
    """{"root", "carries_out": [campaign], "carried_out_by": [campaign], "siblings": [campaign], "reports": [REPORT]}.

    root: {"id", "label", "collected"} of the launching document that this campaign carries out, None where there is none. REPORT: {"notice", "title",
    "published_on", "place", "quote", "closing"}, by day. notice: the launch's own payload. instrument: payload of a document by id.
    """
    by_notice = others.by_notice
    bases = [found for base in _base_ids(campaign) if (found := instrument(base)) is not None]
    carries = [
        launch
        for base in bases
        if (launch := by_notice.get(str(base.get("notice_id")))) is not None and _is_of(campaign, launch)
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
    siblings = [row for row in others.resting_on(str(root["id"])) if _is_of(campaign, row)] if root else []
    return {
        "root": {"id": root["id"], "label": root.get("label"), "collected": bool(root.get("notice_id"))}
        if root
        else None,
        "carries_out": _once(carries),
        "carried_out_by": sorted(_once(carried), key=_day),
        "siblings": sorted(_once(siblings), key=_day)[:_MOST],
        "reports": _reports(citers, by_notice),
    }


def _is_of(campaign: Row, other: Row) -> bool:
    return other["id"] != campaign["id"] and same_occasion(campaign, other)


def _base_ids(row: Row) -> list[str]:
    return [str(id_) for id_ in row.get("base_ids") or () if id_]


def _root(campaign: Row, carries: Sequence[Row], bases: Sequence[Row]) -> Row | None:
    """The document above a provincial launch: that of the launch it carries out, else the national alliance's plan among its bases."""
    above = {row["notice"] for row in carries}
    for base in bases:
        if base.get("notice_id") in above:
            return base
    if campaign.get("level") == "national":
        return None
    return next((base for base in bases if not base.get("place") and _ALLIANCE in str(base["id"])), None)


def _citers(payload: Row | None) -> Sequence[Row]:
    return payload["cited_by"] if payload else ()


def _reports(citers: Sequence[Row], by_notice: Mapping[Any, Row]) -> list[dict[str, Any]]:
    found: dict[Any, dict[str, Any]] = {}
    for citer in citers:
        role = looks_back(str(citer["title"]))
        if citer["notice"] not in by_notice and (role or citer["relation"] == "reviews"):
            row = {**{name: citer[name] for name in _REPORT}, "closing": role == "closing"}
            found.setdefault(citer["notice"], row)
    return sorted(found.values(), key=_day)


def _day(row: Row) -> str:
    return str(row.get("published_on") or "")


def _once(rows: Sequence[Row]) -> list[Row]:
    return list({row["id"]: row for row in rows}.values())
