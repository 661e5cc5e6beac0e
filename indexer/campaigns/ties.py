"""One campaign, several notices: the national launch, the provincial launches that carry it out, the reports and the closing review.

A launch carries another out when it rests on that one's document for the same occasion; a notice reports on a campaign when it cites the launch's document and
its title, or the citation itself, looks back.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from corpus.text import fold

_LOOKS_BACK = re.compile(r"\b(?:bao cao|so ket|tong ket|ket qua|nhin lai|bieu duong|khep lai|be mac)\b")
_CLOSES = re.compile(r"\b(?:tong ket|be mac|khep lai)\b")
Fetch = Callable[[str], Mapping[str, Any] | None]


def campaign_ties(
    campaign: Mapping[str, Any], others: Sequence[Mapping[str, Any]], notice: Mapping[str, Any], instrument: Fetch
) -> dict[str, Any]:
    """{"carries_out": [campaign], "carried_out_by": [campaign], "reports": [{"notice", "title", "published_on", "place", "closing", "quote"}]}.

    notice: the launch's own payload. instrument: payload of a document by id.
    """
    by_notice = {row["notice"]: row for row in others}
    own = notice.get("instrument")
    carries = [row for row in others if row["id"] != campaign["id"] and _rests_on(campaign, row, instrument)]
    carried = []
    reports = []
    for citer in _citers(own, instrument):
        launch = by_notice.get(citer["notice"])
        if launch is not None and launch["id"] != campaign["id"] and own in (launch.get("base_ids") or ()):
            carried.append(launch)
        elif launch is None and (citer["relation"] == "reviews" or _LOOKS_BACK.search(fold(str(citer["title"])))):
            reports.append(
                {
                    **{name: citer[name] for name in ("notice", "title", "published_on", "place", "quote")},
                    "closing": bool(_CLOSES.search(fold(str(citer["title"])))),
                }
            )
    return {"carries_out": carries, "carried_out_by": _once(carried, "id"), "reports": _once(reports, "notice")}


def _citers(own: str | None, instrument: Fetch) -> Sequence[Mapping[str, Any]]:
    payload = instrument(own) if own else None
    return payload["cited_by"] if payload else ()


def _rests_on(campaign: Mapping[str, Any], other: Mapping[str, Any], instrument: Fetch) -> bool:
    """Whether a campaign names the other's document among its bases, for the same occasion."""
    if campaign.get("occasion_slug") != other.get("occasion_slug"):
        return False
    return any(
        (found := instrument(base)) is not None and found.get("notice_id") == other["notice"]
        for base in campaign.get("base_ids") or ()
    )


def _once(rows: Sequence[Mapping[str, Any]], key: str) -> list[Mapping[str, Any]]:
    return list({row[key]: row for row in rows}.values())
