"""Kinds of official documents: a row of data each, never a subclass.

Whatever a module must know of a kind is a column of ``data/kinds.tsv``; no other file lists kinds. Columns, ``|`` between members:

    slug        name in records and URLs (``chi-thi``)            name     with its marks, as shown
    english     as English renderings of Vietnamese law call it
    letters     symbols inside a number, the usual one first      words    other words that name it in running text
    generic     words for it that may stand for any document (``Văn bản``)
    everyday    words and letters that mean it only beside a number: ``lệnh``, ``đã``
    short       abbreviations used as the word (``NĐ 30/2020``)
    rank        how high it stands by itself (`corpus.levels`)    organ    symbol of the one body that issues it
    cited       ``number``; ``name``: an organisation's or treaty's by its name; ``law``: by its name, as a legal basis with its date
    serial      what must go before a bare serial for it to be a citation: ``always`` nothing but the word, ``capital``, ``so`` (and a capital), ``never``
    year_since  year from which on its number must hold the year  meant    kinds that people mean, too, when they say this one
    role        what a notice of this kind is to a campaign, whatever it says
    traits      of `Trait`
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, Literal, get_args

from corpus.errors import DataError
from corpus.tables import members, read_table
from corpus.text import fold

Cited = Literal["number", "name", "law"]
Serial = Literal["always", "capital", "so", "never"]
KindRole = Literal["report", "guidance", "upkeep"]
Trait = Literal["single", "legislative", "verb", "never-by-year", "often-by-year", "passing", "unlettered", "notice"]
"""single: there is one, which its word alone names. legislative: one such document may change another of any legislative kind. verb: its word is a verb,
too. never-by-year: four digits behind its word are a serial (``Đề án 1956``). often-by-year: a serial and a year behind its word are mostly no number
(``Kế hoạch 5/2020``). passing: orders one thing at one time. unlettered: its number names body and unit, not the kind. notice: what a notice is when
nothing says its kind."""

_COLUMNS: Final = (
    "slug name english letters words generic everyday short rank organ cited serial year_since meant role traits"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentKind:
    """One kind of document: a row of the table (see above). order: its place in lists, which is that of its row."""

    slug: str
    name: str
    letters: tuple[str, ...]
    words: tuple[str, ...]
    generic: tuple[str, ...]
    everyday: frozenset[str]
    short: tuple[str, ...]
    english: str
    rank: int | None
    organ: str | None
    cited: Cited
    serial: Serial
    year_since: int | None
    meant: tuple[str, ...]
    role: KindRole | None
    traits: frozenset[str]
    order: int

    @property
    def is_law(self) -> bool:
        """Whether it is a law in the wide sense: cited by name, and as a legal basis with its date."""
        return self.cited == "law"

    @property
    def is_named(self) -> bool:
        """Whether its documents go by a name (``Luật Hợp tác xã``, ``Điều lệ Đảng``)."""
        return self.cited != "number"

    @property
    def is_one_series(self) -> bool:
        """Whether serial and year are an identity: one body alone numbers them, with the year (decrees; a law's year is its legislature's)."""
        return self.organ is not None and not self.is_law


@cache
def kinds() -> Mapping[str, InstrumentKind]:
    """All kinds by slug, in the order of ``data/kinds.tsv``. Raises DataError on a bad cell, naming line and column."""
    found: dict[str, InstrumentKind] = {}
    for number, row in enumerate(read_table("kinds", _COLUMNS), start=2):
        kind = _kind(row, number)
        if not kind.slug or kind.slug in found:
            raise _fault(number, "slug", kind.slug, "a new slug is wanted")
        found[kind.slug] = kind
    for kind in found.values():
        unknown = [slug for slug in kind.meant if slug not in found]
        if unknown:
            raise _fault(kind.order, "meant", unknown[0], "slugs of this table are wanted")
    return MappingProxyType(found)


def _kind(row: Mapping[str, str], line: int) -> InstrumentKind:
    for column, allowed in (
        ("cited", get_args(Cited)),
        ("serial", get_args(Serial)),
        ("role", ("", *get_args(KindRole))),
    ):
        if row[column] not in allowed:
            raise _fault(line, column, row[column], f"one of {', '.join(filter(None, allowed))} is wanted")
    for column in ("rank", "year_since"):
        if row[column] and not (row[column].isascii() and row[column].isdigit()):
            raise _fault(line, column, row[column], "a number is wanted")
    traits = frozenset(members(row["traits"]))
    for trait in sorted(traits - set(get_args(Trait))):
        raise _fault(line, "traits", trait, f"of {', '.join(get_args(Trait))} are wanted")
    if not row["name"]:
        raise _fault(line, "name", "", "a name is wanted")
    return InstrumentKind(
        slug=row["slug"],
        name=row["name"],
        english=row["english"] or row["name"],
        letters=members(row["letters"]),
        words=members(row["words"]),
        generic=members(row["generic"]),
        everyday=frozenset(map(fold, members(row["everyday"]))),
        short=members(row["short"]),
        rank=int(row["rank"]) if row["rank"] else None,
        organ=row["organ"] or None,
        cited=row["cited"],  # type: ignore[arg-type]  # checked above
        serial=row["serial"],  # type: ignore[arg-type]
        year_since=int(row["year_since"]) if row["year_since"] else None,
        meant=members(row["meant"]),
        role=row["role"] or None,  # type: ignore[arg-type]
        traits=traits,
        order=line,
    )


def _fault(line: int, column: str, value: str, wanted: str) -> DataError:
    return DataError(f"kinds.tsv line {line}, column {column}: {wanted}, got {value!r}")


@cache
def kind_words() -> Mapping[str, str]:
    """Folded word or phrase that names a kind in text (``nghi quyet``) to the kind's slug."""
    table: dict[str, str] = {}
    for kind in kinds().values():
        for word in (kind.name, *kind.words, *kind.generic):
            table.setdefault(fold(word), kind.slug)
    return MappingProxyType(table)


@cache
def generic_words() -> frozenset[str]:
    """Folded words that name a kind and may stand for any document (``van ban``)."""
    return frozenset(fold(word) for kind in kinds().values() for word in kind.generic)


@cache
def kind_letters() -> Mapping[str, tuple[str, ...]]:
    """Folded letters inside a number (``qd``) to the slugs they may stand for, the likeliest first."""
    table: dict[str, tuple[str, ...]] = {}
    for kind in kinds().values():
        for letters in kind.letters:
            key = fold(letters)
            table[key] = (*table.get(key, ()), kind.slug)
    return MappingProxyType(table)


@cache
def kind_shorts() -> Mapping[str, str]:
    """Abbreviation used as the word (``NĐ``, ``QĐ``; with marks, and folded upper case) to the kind's slug."""
    table: dict[str, str] = {}
    for kind in kinds().values():
        for short in kind.short:
            table.setdefault(short, kind.slug)
            table.setdefault(fold(short).upper(), kind.slug)
    return MappingProxyType(table)


@cache
def everyday_words() -> frozenset[str]:
    """Folded words and letters that name a kind only where a number says so: generic ones, ``lenh``, and the letters that are words (``da``)."""
    return generic_words().union(*(kind.everyday for kind in kinds().values()))


def kind_name(slug: str, language: str = "vi") -> str:
    """The kind's name with marks, or in English (``en``); the slug itself when the kind is not known."""
    kind = kinds().get(slug)
    if kind is None:
        return slug
    return kind.english if language == "en" else kind.name


@cache
def kinds_with(trait: Trait) -> frozenset[str]:
    """Slugs of the kinds that have a trait."""
    return frozenset(kind.slug for kind in kinds().values() if trait in kind.traits)


def has_trait(slug: str, trait: Trait) -> bool:
    """Whether a kind has a trait; one that is not known has none."""
    return slug in kinds_with(trait)


@cache
def kind_with(trait: Trait) -> str:
    """Slug of the one kind that has a trait. Raises DataError when it is not one."""
    found = sorted(kinds_with(trait))
    if len(found) != 1:
        raise DataError(f"kinds.tsv, column traits: one kind with {trait!r} is wanted, got {len(found)}")
    return found[0]


def is_law(slug: str) -> bool:
    """Whether a kind is a law in the wide sense: Hiến pháp, bộ luật, luật, pháp lệnh."""
    kind = kinds().get(slug)
    return kind is not None and kind.is_law


def is_named(slug: str) -> bool:
    """Whether documents of a kind go by a name."""
    kind = kinds().get(slug)
    return kind is not None and kind.is_named


def sole_organ(slug: str) -> str | None:
    """Symbol of the one body that issues documents of a kind; None where several do."""
    kind = kinds().get(slug)
    return kind.organ if kind else None


def kind_role(slug: str) -> KindRole | None:
    """What a notice of a kind is to a campaign, whatever it says; None where its text tells."""
    kind = kinds().get(slug)
    return kind.role if kind else None


def has_year_inside(slug: str, issued_on: str) -> bool:
    """Whether the number of a document of that day must hold its year (since Luật Ban hành văn bản quy phạm pháp luật of 1996, for some kinds)."""
    kind = kinds().get(slug)
    return kind is not None and kind.year_since is not None and not issued_on[:4] < str(kind.year_since)


def is_one_series(slug: str) -> bool:
    """Whether serial and year are an identity for documents of a kind."""
    kind = kinds().get(slug)
    return kind is not None and kind.is_one_series


@cache
def joint_kind(slug: str, letters: str) -> str:
    """The narrower kind that a number's letters tell of (``Thông tư số 09/2007/TTLT-…`` is a Thông tư liên tịch); the kind itself where none does."""
    begins = f"{fold(kind_name(slug))} "
    return next(
        (other for other in kind_letters().get(fold(letters), ()) if fold(kind_name(other)).startswith(begins)), slug
    )


def without_kind(name: str) -> str:
    """A folded name without the word of a kind that goes by name in front (``luat hop tac xa`` to ``hop tac xa``)."""
    for word in _naming_words():
        if name.startswith(f"{word} "):
            return name[len(word) + 1 :]
    return name


@cache
def _naming_words() -> tuple[str, ...]:
    words = [fold(word) for kind in kinds().values() if kind.is_named for word in (kind.name, *kind.words)]
    return tuple(sorted(words, key=len, reverse=True))
