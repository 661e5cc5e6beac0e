"""Campaigns over the years and places: coordinates for an SVG that the template draws, beside a table that says the same.

Each place has a band; campaigns of one place that overlap stand in lanes below each other, so that no bar hides another.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from corpus.dates import first_day, last_day

_WIDTH: Final = 960
_LEFT: Final = 190
_RIGHT: Final = 10
_ROW: Final = 22
_TOP: Final = 28
_MOST: Final = 60
_THINNEST: Final = 4.0
_NATION: Final = "Trung ương"

Row = Mapping[str, Any]


def timeline(campaigns: Sequence[Row]) -> dict[str, Any] | None:
    """Bars of the latest sixty campaigns that have a period, None when none has; the nation first, then places by name.

    {"width", "height", "row", "top", "left_out": how many more have a period, "years": [{x, year}], "groups": [{label, y, height}] a band a place,
    "bars": [{x, y, width, label: the place, caption, id, name, starts_on, ends_on}]} in the order of bands and days: the rows of the table too.
    """
    whole = [row for row in campaigns if row.get("starts_on") and row.get("ends_on")]
    if not whole:
        return None
    rows = sorted(whole, key=_start, reverse=True)[:_MOST]
    first = min(_start(row) for row in rows).year
    last = max(_end(row) for row in rows).year + 1
    scale = (_WIDTH - _LEFT - _RIGHT) / (date(last, 1, 1) - date(first, 1, 1)).days

    def at(day: date) -> float:
        return round(_LEFT + (day - date(first, 1, 1)).days * scale, 1)

    bars: list[dict[str, Any]] = []
    groups = []
    y = _TOP
    for place, members in groupby(sorted(rows, key=lambda row: (_place(row), _start(row))), key=_place):
        lanes: list[date] = []
        for row in members:
            lane = _lane(lanes, row)
            bars.append(_bar(row, at(_start(row)), at(_end(row)), y + lane * _ROW))
        groups.append({"label": place or _NATION, "y": y, "height": len(lanes) * _ROW})
        y += len(lanes) * _ROW
    return {
        "width": _WIDTH,
        "height": y + 10,
        "row": _ROW,
        "top": _TOP,
        "left_out": len(whole) - len(rows),
        "years": [{"x": at(date(year, 1, 1)), "year": year} for year in range(first, last)],
        "groups": groups,
        "bars": bars,
    }


def _lane(lanes: list[date], row: Row) -> int:
    """The first lane that is free when a campaign begins; takes it until the campaign ends."""
    lane = next((number for number, until in enumerate(lanes) if until < _start(row)), len(lanes))
    lanes[lane : lane + 1] = [_end(row)]
    return lane


def _bar(row: Row, start: float, end: float, y: int) -> dict[str, Any]:
    years = row.get("occasion_years")
    return {
        "x": start,
        "y": y,
        "width": max(_THINNEST, round(end - start, 1)),
        "label": _place(row) or _NATION,
        "caption": f"{years} năm" if years else "",
        **{name: row[name] for name in ("id", "name", "starts_on", "ends_on")},
    }


def _place(row: Row) -> str:
    return str(row.get("place") or "")


def _start(row: Row) -> date:
    return first_day(str(row["starts_on"]))


def _end(row: Row) -> date:
    return last_day(str(row["ends_on"]))
