"""Campaigns over the years as bars: coordinates for an SVG that the template draws, beside a table that says the same."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from corpus.dates import first_day, last_day

_WIDTH: Final = 960
_LEFT: Final = 190
_ROW: Final = 22
_TOP: Final = 28
_MOST: Final = 60


def timeline(campaigns: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """{"width", "height", "years": [{x, year}], "bars": [{x, y, width, label, id, name}]}; None when no campaign has a period."""
    rows = [row for row in campaigns if row.get("starts_on") and row.get("ends_on")][:_MOST]
    if not rows:
        return None
    first = min(first_day(str(row["starts_on"])) for row in rows).year
    last = max(last_day(str(row["ends_on"])) for row in rows).year + 1
    scale = (_WIDTH - _LEFT - 10) / max(1, (date(last, 1, 1) - date(first, 1, 1)).days)

    def at(day: date) -> float:
        return round(_LEFT + (day - date(first, 1, 1)).days * scale, 1)

    ordered = sorted(rows, key=lambda row: (str(row.get("place") or ""), str(row["starts_on"])))
    bars = []
    for number, row in enumerate(ordered):
        start, end = at(first_day(str(row["starts_on"]))), at(last_day(str(row["ends_on"])))
        bars.append(
            {
                "x": start,
                "y": _TOP + number * _ROW,
                "width": max(4.0, round(end - start, 1)),
                "label": row.get("place") or "Trung ương",
                "id": row["id"],
                "name": row["name"],
                "starts_on": row["starts_on"],
                "ends_on": row["ends_on"],
            }
        )
    years = [{"x": at(date(year, 1, 1)), "year": year} for year in range(first, last)]
    return {
        "width": _WIDTH,
        "height": _TOP + len(bars) * _ROW + 10,
        "row": _ROW,
        "top": _TOP,
        "years": years,
        "bars": bars,
    }
