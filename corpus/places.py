"""Provinces and centrally run cities, before and after the mergers of 1 July 2025, with their successors."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

from corpus.tables import members, read_table
from corpus.text import fold, fold_aligned, slugify

_PREFIX = re.compile(r"^(?:tinh|thanh pho|tp)\s+")
_COLUMNS = ("name", "kind", "aliases", "valid_from", "valid_to", "successor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A province or city. kind: ``tỉnh`` or ``thành phố``. valid_to: first day on which it no longer is; successor: name of what took it in."""

    slug: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    successor: str | None

    @property
    def full_name(self) -> str:
        """``tỉnh Nghệ An``, ``thành phố Hà Nội``."""
        return f"{self.kind} {self.name.removeprefix('TP. ')}"


@cache
def places() -> Mapping[str, Place]:
    """All places by slug. Raises DataError when the data file is at fault."""
    found = {}
    for row in read_table("places", _COLUMNS):
        place = Place(
            slug=slugify(row["name"]),
            name=row["name"],
            kind=row["kind"],
            aliases=members(row["aliases"]),
            valid_from=row["valid_from"] or None,
            valid_to=row["valid_to"] or None,
            successor=row["successor"] or None,
        )
        found[place.slug] = place
    return MappingProxyType(found)


@cache
def _by_name() -> Mapping[str, Place]:
    table: dict[str, Place] = {}
    for place in places().values():
        for name in (place.name, *place.aliases):
            table.setdefault(_PREFIX.sub("", fold(name)), place)
    return MappingProxyType(table)


@lru_cache(maxsize=4096)
def find_place(text: str) -> Place | None:
    """The place whose name, alias or slug a text is; ``tỉnh`` or ``thành phố`` in front does not count."""
    return _by_name().get(_PREFIX.sub("", fold(text)))


@cache
def _towns() -> Mapping[str, str]:
    return MappingProxyType({fold(row["name"]): row["province"] for row in read_table("towns", ("name", "province"))})


def province_of_town(text: str) -> Place | None:
    """The province whose seat a town is (or was before the mergers): its offices date their papers from there (``Mỹ Tho, ngày ...``).

    Only seats that do not bear their province's name are known by it.
    """
    return find_place(_towns().get(_PREFIX.sub("", fold(text)), ""))


@cache
def _by_letters() -> Mapping[str, Place]:
    return MappingProxyType({name.replace(" ", ""): place for name, place in _by_name().items() if len(name) > 2})


@lru_cache(maxsize=4096)
def place_in_host(host: str) -> Place | None:
    """The one province whose name a host writes: ``lienminhhtx.bacninh.gov.vn``, ``lmhtxdaknong.vn``; None when there is none, or several.

    A label that is the name counts before one that begins or ends with it; of names that hold each other the longest counts.
    """
    written = host.lower().partition(":")[0].split(".")
    labels = [label.replace("-", "") for label in written]
    parts = [part for label in written for part in label.split("-")]
    whole = {place.slug: place for label in (*labels, *parts) if (place := _by_letters().get(label))}
    if whole:
        return next(iter(whole.values())) if len(whole) == 1 else None
    names = [name for name in _by_letters() if len(name) > 4 and any(_at_an_end(name, label) for label in labels)]
    longest = {
        _by_letters()[name].slug: _by_letters()[name]
        for name in names
        if not any(name != other and name in other for other in names)
    }
    return next(iter(longest.values())) if len(longest) == 1 else None


def place_begins(label: str) -> bool:
    """Whether a host's label begins with a province's name (``hagiang24h``)."""
    return any(label.startswith(name) for name in _by_letters() if len(name) > 4)


def _at_an_end(name: str, label: str) -> bool:
    return label.startswith(name) or label.endswith(name)


def successor_of(place: Place, on: date) -> Place:
    """What a place is part of on a day: itself while it is valid, else its successor."""
    seen = {place.slug}
    while place.valid_to and place.successor and date.fromisoformat(place.valid_to) <= on:
        following = find_place(place.successor)
        if following is None or following.slug in seen:
            break
        seen.add(following.slug)
        place = following
    return place


def same_place(a: Place, b: Place) -> bool:
    """Whether two places are one, or one has taken the other in."""
    latest = date.max
    return a.slug == b.slug or successor_of(a, latest).slug == b.slug or successor_of(b, latest).slug == a.slug


def territory(name: str) -> str:
    """A key that places share which are one, or of which one has taken the other in: that of the province of today."""
    place = find_place(name)
    return successor_of(place, date.max).slug if place else slugify(name)


@cache
def _mention_pattern() -> re.Pattern[str]:
    names = {name for name in _by_name() if len(name) > 4}
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(
        r"(?<![a-z0-9])(?:" + "|".join(name.replace(" ", r"[\s\-]{1,3}") for name in ordered) + r")(?![a-z0-9])"
    )


def places_in(text: str) -> list[tuple[int, int, Place]]:
    """Places that an NFC text mentions: (start, end, place), the longest name at each point."""
    folded = fold_aligned(text)
    found = []
    for match in _mention_pattern().finditer(folded):
        place = _by_name().get(fold(match[0]))
        if place is not None and not _is_person(folded, match):
            found.append((match.start(), match.end(), place))
    return found


def _is_person(folded: str, match: re.Match[str]) -> bool:
    """Whether ``Hồ Chí Minh`` is the president and not the city, which is written with ``thành phố`` or ``TP``."""
    if match[0].replace("\n", " ") != "ho chi minh":
        return False
    return not re.search(r"(?:thanh pho|tp\.?)\s{0,2}$", folded[max(0, match.start() - 12) : match.start()])
