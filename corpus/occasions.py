"""Founding days, recurring days, congresses and programmes for which campaigns are launched, with their round years."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from corpus.tables import members, read_table
from corpus.text import fold

ROUND_YEARS: Final = 5
"""Anniversaries are kept when their years end in 0 (``năm tròn``) or 5 (``năm lẻ 5``), as Nghị định 145/2013/NĐ-CP has it."""
_COLUMNS = ("slug", "name", "kind", "founded_on", "month", "day", "aliases", "english")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An occasion of the registry.

    kind: ``founding`` (a day that has years to count), ``programme`` (a movement or programme, counted from its beginning), ``recurring``,
    ``congress`` or ``local`` (each province has its own day). month, day: of its anniversary. aliases: folded phrases by which texts name it. english: its name for English readers.
    """

    slug: str
    name: str
    kind: str
    founded_on: str | None
    month: int | None
    day: int | None
    aliases: tuple[str, ...]
    english: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """A round anniversary: the occasion, how many years, on which day."""

    occasion: Occasion
    years: int
    on: date


@cache
def occasions() -> Mapping[str, Occasion]:
    """All occasions by slug."""
    found = {}
    for row in read_table("occasions", _COLUMNS):
        found[row["slug"]] = Occasion(
            slug=row["slug"],
            name=row["name"],
            kind=row["kind"],
            founded_on=row["founded_on"] or None,
            month=int(row["month"]) if row["month"] else None,
            day=int(row["day"]) if row["day"] else None,
            aliases=tuple(fold(alias) for alias in (row["name"], *members(row["aliases"]))),
            english=row["english"],
        )
    return MappingProxyType(found)


@cache
def _by_alias() -> Mapping[str, Occasion]:
    table: dict[str, Occasion] = {}
    for occasion in occasions().values():
        for alias in occasion.aliases:
            table.setdefault(alias, occasion)
    return MappingProxyType(table)


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(_by_alias(), key=len, reverse=True)
    return re.compile(r"(?<![a-z0-9])(?:" + "|".join(ordered) + r")(?![a-z0-9])")


def occasion_in(text: str) -> Occasion | None:
    """The occasion that a text names first; of two names at one place the longer (``thành lập Đảng bộ`` is not ``thành lập Đảng``)."""
    match = _pattern().search(fold(text))
    return _by_alias()[match[0]] if match else None


def round_anniversaries(start: date, months: int) -> Iterator[Anniversary]:
    """Anniversaries in the coming months whose years are a multiple of five, in order of days: from `start` to the same day so many months on."""
    end_month = start.year * 12 + start.month - 1 + months
    end = date(end_month // 12, end_month % 12 + 1, min(start.day, 28))
    found = [
        anniversary
        for occasion in occasions().values()
        for year in range(start.year, end.year + 1)
        if (anniversary := _round(occasion, year)) is not None and start <= anniversary.on < end
    ]
    yield from sorted(found, key=lambda row: (row.on, row.occasion.slug))


def _round(occasion: Occasion, year: int) -> Anniversary | None:
    """The round anniversary of an occasion in a year; None in other years, and for occasions that have no day."""
    if occasion.founded_on is None or occasion.month is None or occasion.day is None:
        return None
    years = year - int(occasion.founded_on[:4])
    if years <= 0 or years % ROUND_YEARS:
        return None
    return Anniversary(occasion=occasion, years=years, on=date(year, occasion.month, occasion.day))
