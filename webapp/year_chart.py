"""Counts by year as columns: coordinates for an SVG that the template draws, beside a table that says the same."""

from collections.abc import Mapping
from typing import Any, Final

_STEP: Final = 40
_BAR: Final = 22
_PLOT: Final = 96
_TOP: Final = 22
_BOTTOM: Final = 24
_MOST_YEARS: Final = 40


def year_chart(counts: Mapping[int, int]) -> dict[str, Any] | None:
    """{"width", "height", "base", "columns": [{x, middle, y, width, height, year, count}]} in user units; None without a count.

    Every year between the first and the last stands there, those without a count too; of a longer time the latest 40 years.
    """
    if not counts:
        return None
    last = max(counts)
    first = max(min(counts), last - _MOST_YEARS + 1)
    tallest = max(counts.values())
    base = _TOP + _PLOT
    columns = []
    for at, year in enumerate(range(first, last + 1)):
        count = counts.get(year, 0)
        height = round(_PLOT * count / tallest, 1)
        left = at * _STEP + (_STEP - _BAR) / 2
        columns.append(
            {
                "x": left,
                "middle": left + _BAR / 2,
                "y": round(base - height, 1),
                "width": _BAR,
                "height": height,
                "year": year,
                "count": count,
            }
        )
    return {"width": len(columns) * _STEP, "height": base + _BOTTOM, "base": base, "columns": columns}
