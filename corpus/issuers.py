"""Issuing bodies: which names can be one body, with the ministries' mergers and renamings.

A body is compared by class (Politburo, Secretariat, Government, Prime Minister, a ministry, a province's committee ...) and by the province in
its name; ``Bộ trưởng Bộ X`` speaks for ``Bộ X``, ``Chủ tịch UBND`` for the committee, ``Ban Thường vụ Tỉnh ủy`` for the Party committee.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from corpus.errors import DataError
from corpus.levels import LEVELS
from corpus.places import find_place, places_in, same_place
from corpus.symbols import symbol_of
from corpus.tables import members, read_table
from corpus.text import fold, slugify

_COLUMNS = ("name", "aliases", "symbols", "level", "rank", "valid_from", "valid_to", "successor")
_SPEAKERS = re.compile(
    r"^(?:cac |dong chi |quyen )?(?:bo truong(?:,? chu nhiem)?|thu truong|chu tich|pho chu tich|giam doc|pho giam doc|chanh|truong ban|pho thu tuong chinh phu"
    r"|chu nhiem|tong cuc truong|cuc truong|thong doc|thuong truc|ban thuong vu|btv|ban chap hanh|bch|thuong vu|tm|lien bo|lien)\s+"
)
_TERM = re.compile(r"\s(?:khoa(?! hoc\b)|nhiem ky)\b.*$")
_UNIT = re.compile(
    r"\b(?P<level>huyen uy|quan uy|thi uy|thanh uy|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|thanh pho|tp)\s+(?!uy\b)"
    r"(?P<name>[a-z0-9 ]+?)(?:\s+(?:tinh|huyen|thanh pho|khoa|nhiem ky|cu)\b.*)?$"
)
_COMMITTEES = {"huyen uy": "huyen", "quan uy": "quan", "thi uy": "thi xa", "thanh uy": "thanh pho", "tp": "thanh pho"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """One issuing body. level: of `corpus.levels`. rank: how high its documents stand (`corpus.ranks`), None where their kind tells. successor: name of what took it in."""

    slug: str
    name: str
    aliases: tuple[str, ...]
    symbols: tuple[str, ...]
    level: str
    rank: int | None
    valid_from: str | None
    valid_to: str | None
    successor: str | None


@cache
def issuers() -> Mapping[str, Issuer]:
    """All bodies by slug. Raises DataError on a bad cell, naming line and column."""
    found = {}
    for number, row in enumerate(read_table("issuers", _COLUMNS), start=2):
        if row["level"] not in LEVELS:
            raise DataError(
                f"issuers.tsv line {number}, column level: one of {', '.join(LEVELS)} is wanted, got {row['level']!r}"
            )
        if row["rank"] and not (row["rank"].isascii() and row["rank"].isdigit()):
            raise DataError(f"issuers.tsv line {number}, column rank: a number is wanted, got {row['rank']!r}")
        issuer = Issuer(
            slug=slugify(row["name"]),
            name=row["name"],
            aliases=members(row["aliases"]),
            symbols=members(row["symbols"]),
            level=row["level"],
            rank=int(row["rank"]) if row["rank"] else None,
            valid_from=row["valid_from"] or None,
            valid_to=row["valid_to"] or None,
            successor=row["successor"] or None,
        )
        found[issuer.slug] = issuer
    return MappingProxyType(found)


@cache
def _by_name() -> Mapping[str, Issuer]:
    table: dict[str, Issuer] = {}
    for issuer in issuers().values():
        for name in (issuer.name, *issuer.aliases):
            table.setdefault(fold(name), issuer)
    return MappingProxyType(table)


def issuer_named(key: str) -> Issuer | None:
    """The body that has just this name or alias, folded."""
    return _by_name().get(key)


@lru_cache(maxsize=16384)
def find_issuer(text: str) -> Issuer | None:
    """The body that a name in running text stands for; its province, term and speaker do not count."""
    key = _TERM.sub("", fold(text))
    names = _by_name()
    for _ in range(3):
        if key in names:
            return names[key]
        bare = _without_place(key)
        if bare in names:
            return names[bare]
        shorter = _SPEAKERS.sub("", key, count=1)
        if shorter == key:
            break
        key = shorter
    return None


def _without_place(key: str) -> str:
    """A folded name without the province at its end (``tinh uy nghe an`` to ``tinh uy``)."""
    words = key.split()
    for cut in range(max(1, len(words) - 5), len(words)):
        if find_place(" ".join(words[cut:])):
            bare = words[:cut]
            if bare and bare[-1] in ("tinh", "tp"):
                bare = bare[:-1] if len(bare) > 1 and " ".join(bare[:-1]) in _by_name() else bare
            return " ".join(bare)
    return re.sub(r"\s(?:tinh|thanh pho|huyen|tp)$", "", key)


@lru_cache(maxsize=16384)
def unit_named(issuer: str | None) -> str | None:
    """The district, town or commune whose body an issuer is, folded; None for provinces, central bodies, and where none is named.

    A city that is a province itself is no unit; a province's capital of the same name is one.

    >>> unit_named("UBND huyện Tiên Phước"), unit_named("Thành ủy Hải Phòng"), unit_named("UBND thành phố Thái Nguyên")
    ('huyen tien phuoc', None, 'thanh pho thai nguyen')
    """
    match = _UNIT.search(fold(issuer or "").replace("hop tac xa", "htx"))
    if not match:
        return None
    level = _COMMITTEES.get(match["level"], match["level"])
    if level == "thanh pho":
        city = find_place(match["name"])
        if city is not None and city.kind == "thành phố":
            return None
    return f"{level} {match['name']}"


@cache
def _by_symbol() -> Mapping[str, tuple[Issuer, ...]]:
    table: dict[str, tuple[Issuer, ...]] = {}
    for issuer in issuers().values():
        for symbol in issuer.symbols:
            table[fold(symbol)] = (*table.get(fold(symbol), ()), issuer)
    return MappingProxyType(table)


def issuers_for_symbol(symbol: str) -> tuple[Issuer, ...]:
    """Bodies that a symbol inside a number may stand for (``TW`` has several)."""
    return _by_symbol().get(fold(symbol), ())


@lru_cache(maxsize=16384)
def body_of_symbol(symbol: str) -> Issuer | None:
    """The first body that a symbol may stand for, or the body with whose symbol it begins (``LMHTXQN``)."""
    found = issuers_for_symbol(symbol)
    family = None if found else symbol_of(fold(symbol).replace(" ", ""))
    return next(iter(found or (issuers_for_symbol(family.symbol) if family else ())), None)


@lru_cache(maxsize=65536)
def compatible(a: str | None, b: str | None) -> bool | None:
    """Whether two issuers' names can be one body: True, False, or None where nobody can say."""
    if not a or not b:
        return None
    left, right = fold(a), fold(b)
    if left == right:
        return True
    first, second = find_issuer(a), find_issuer(b)
    if first is not None and second is not None:
        if not _one_body(first, second):
            return False
        return _places_agree(a, b)
    if left in right or right in left:
        return _places_agree(a, b)
    return None


def _one_body(first: Issuer, second: Issuer) -> bool:
    if first.slug == second.slug:
        return True
    return fold(first.successor or "") == fold(second.name) or fold(second.successor or "") == fold(first.name)


def _places_agree(a: str, b: str) -> bool:
    first, second = places_in(a), places_in(b)
    if not first or not second:
        return True
    return same_place(first[-1][2], second[-1][2])
