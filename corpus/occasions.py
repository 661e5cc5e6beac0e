"""Founding days, recurring days, congresses and programmes for which campaigns are launched, with their round years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from corpus.tables import members, read_table
from corpus.text import fold

_COLUMNS = ("slug", "name", "kind", "founded_on", "month", "day", "aliases")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """kind: founding, recurring, congress or programme. aliases: folded phrases by which texts name it."""

    slug: str
    name: str
    kind: str
    founded_on: str | None
    month: int | None
    day: int | None
    aliases: tuple[str, ...]


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
        )
    return MappingProxyType(found)


def occasion_in(text: str) -> Occasion | None:
    """The occasion that a text names first."""
    key = fold(text)
    best: tuple[int, Occasion] | None = None
    for occasion in occasions().values():
        at = min((position for alias in occasion.aliases if (position := key.find(alias)) >= 0), default=-1)
        if at >= 0 and (best is None or at < best[0]):
            best = (at, occasion)
    return best[1] if best else None


def round_anniversaries(start: date, months: int) -> Iterator[Anniversary]:
    """Anniversaries of founding days in the coming months whose years are a multiple of five, in order of days."""
    end_month = start.year * 12 + start.month - 1 + months
    found = []
    for occasion in occasions().values():
        if occasion.founded_on is None or occasion.month is None or occasion.day is None:
            continue
        founded = int(occasion.founded_on[:4])
        for year in range(start.year, end_month // 12 + 1):
            on = date(year, occasion.month, occasion.day)
            years = year - founded
            if years > 0 and years % 5 == 0 and start <= on and on.year * 12 + on.month - 1 < end_month:
                found.append(Anniversary(occasion=occasion, years=years, on=on))
    yield from sorted(found, key=lambda a: (a.on, a.occasion.slug))
