"""Counts by year as columns: coordinates for an SVG that the template draws, beside a table that says the same."""

from collections.abc import Mapping
from typing import Final, TypedDict

_WIDTH: Final = 320
_WIDEST: Final = 44
_PLOT: Final = 96
_TOP: Final = 22
_BOTTOM: Final = 24
_NAME: Final = 38
"""The room that a year's name takes."""
_NARROWEST_COUNTED: Final = 15
_MOST_YEARS: Final = 40


class Column(TypedDict):
    """A year's column. named, counted: whether its name and its count have room."""

    x: float
    middle: float
    y: float
    width: float
    height: float
    year: int
    count: int
    named: bool
    counted: bool


class Chart(TypedDict):
    """A drawing in user units. base: where columns stand."""

    width: int
    height: int
    base: int
    columns: list[Column]


def year_chart(counts: Mapping[int, int]) -> Chart | None:
    """Counts by year; None without a count.

    Every year between the first and the last stands there, those without a count too; of a longer time the latest 40 years. Where columns
    are narrow, names of years are thinned out (named) and counts are left to the table (counted).
    """
    if not counts:
        return None
    last = max(counts)
    first = max(min(counts), last - _MOST_YEARS + 1)
    years = range(first, last + 1)
    step = min(_WIDEST, _WIDTH / len(years))
    apart = -(-_NAME // int(step)) if step < _NAME else 1
    tallest = max(counts[year] for year in years if year in counts)
    base = _TOP + _PLOT
    columns: list[Column] = []
    for at, year in enumerate(years):
        count = counts.get(year, 0)
        height = round(_PLOT * count / tallest, 1)
        columns.append(
            {
                "x": round((at + 0.22) * step, 1),
                "middle": round((at + 0.5) * step, 1),
                "y": round(base - height, 1),
                "width": round(step * 0.56, 1),
                "height": height,
                "year": year,
                "count": count,
                "named": (last - year) % apart == 0 and (at + 0.5) * step >= _NAME / 2 - 4,
                "counted": step >= _NARROWEST_COUNTED,
            }
        )
    return {"width": _WIDTH, "height": base + _BOTTOM, "base": base, "columns": columns}
