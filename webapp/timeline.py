"""Campaigns over the years as bars: coordinates for an SVG that the template draws, beside a table that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict

from corpus.dates import first_day, last_day
from indexer.documents.campaign_rows import BriefRow

_MOST: Final = 60
_SHORTEST: Final = 5.0
_LETTER: Final = 7
_CAPTION: Final = 46


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures of a drawing in user units. left: the column of names, 0 where names stand above their bars."""

    width: int
    left: int
    row: int
    bar_at: int
    text_at: int
    top: int = 28
    bar: int = 12


WIDE: Final = Layout(width=1080, left=190, row=24, bar_at=6, text_at=16)
NARROW: Final = Layout(width=350, left=0, row=38, bar_at=20, text_at=14)


class Year(TypedDict):
    """The beginning of a year. named: whether its name has room."""

    x: float
    year: int
    named: bool


class Bar(TypedDict):
    """A campaign's bar, what is said of it, and where. caption: what stands beside it, "" where that has no room."""

    id: str
    name: str
    starts_on: str | None
    ends_on: str | None
    place: str | None
    organiser: str | None
    caption: str
    caption_x: float
    anchor: str
    top: int
    height_of_row: int
    x: float
    y: int
    width: float
    height: int
    text_y: int


class Timeline(TypedDict):
    """A drawing in user units. left_out: how many more campaigns have a period."""

    width: int
    height: int
    top: int
    left_out: int
    years: list[Year]
    rows: list[Bar]


def timeline(campaigns: Sequence[BriefRow], layout: Layout = WIDE) -> Timeline | None:
    """The latest sixty campaigns that have a period; None when none has.

    One row a campaign, by place and then by day; the names of years are thinned out where they would touch.
    """
    whole = [row for row in campaigns if row.get("starts_on") and row.get("ends_on")]
    if not whole:
        return None
    rows = sorted(whole, key=lambda row: str(row["starts_on"]), reverse=True)[:_MOST]
    first = min(first_day(str(row["starts_on"])) for row in rows).year
    last = max(last_day(str(row["ends_on"])) for row in rows).year + 1
    start = date(first, 1, 1)
    scale = (layout.width - layout.left - 12) / max(1, (date(last, 1, 1) - start).days)

    def at(day: date) -> float:
        return round(layout.left + (day - start).days * scale, 1)

    ordered = sorted(rows, key=lambda row: (str(row.get("place") or ""), str(row["starts_on"])))
    apart = max(1, -(-40 // max(1, int(scale * 365))))
    return {
        "width": layout.width,
        "height": layout.top + len(ordered) * layout.row + 10,
        "top": layout.top,
        "left_out": len(whole) - len(rows),
        "years": [
            {"x": at(date(year, 1, 1)), "year": year, "named": (year - first) % apart == 0}
            for year in range(first, last)
        ],
        "rows": [
            _row(row, number, layout, at(first_day(str(row["starts_on"]))), at(last_day(str(row["ends_on"]))))
            for number, row in enumerate(ordered)
        ],
    }


def _row(row: BriefRow, number: int, layout: Layout, start: float, end: float) -> Bar:
    top = layout.top + number * layout.row
    caption = _caption(row) if layout.left else ""
    taken = len(caption) * _LETTER + 8
    fits_after = end + taken <= layout.width
    return {
        "id": row["id"],
        "name": row["name"],
        "starts_on": row["starts_on"],
        "ends_on": row["ends_on"],
        "place": row["place"],
        "organiser": row["organiser"],
        "caption": caption if fits_after or start - taken >= layout.left else "",
        "caption_x": round(max(end, start + _SHORTEST) + 6 if fits_after else start - 6, 1),
        "anchor": "start" if fits_after else "end",
        "top": top,
        "height_of_row": layout.row,
        "x": start,
        "y": top + layout.bar_at,
        "width": max(_SHORTEST, round(end - start, 1)),
        "height": layout.bar,
        "text_y": top + layout.text_at,
    }


def _caption(row: BriefRow) -> str:
    """What stands beside a bar: the occasion in its own words, else the name, cut to a line."""
    words = row["occasion"] or row["name"]
    return words if len(words) <= _CAPTION else words[: _CAPTION - 1].rstrip() + "…"
