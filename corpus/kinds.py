"""Kinds of official documents: a row of data each, never a subclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from corpus.errors import DataError
from corpus.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentKind:
    """One kind of document.

    slug: its name in records and URLs (``chi-thi``). name: with marks, as shown. letters: symbols that stand for it inside a
    number, the usual one first. words: other words that name it in running text. short: abbreviations used as the word
    (``NĐ 30/2020``). dated: its number restarts each year or term, so that a number alone is no identity. rank: place in lists.
    english: as English renderings of Vietnamese law call it.
    """

    slug: str
    name: str
    letters: tuple[str, ...]
    words: tuple[str, ...]
    short: tuple[str, ...]
    rank: int
    english: str


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def kinds() -> Mapping[str, InstrumentKind]:
    """All kinds by slug, in the order of ``data/kinds.tsv``. Raises DataError on a bad row."""
    source = files("corpus").joinpath("data/kinds.tsv")
    rows = source.read_text(encoding="utf-8").splitlines()
    found: dict[str, InstrumentKind] = {}
    for line_number, line in enumerate(rows[1:], start=2):
        cells = line.split("\t")
        if len(cells) != 6 or cells[0] in found:
            raise DataError(f"kinds.tsv line {line_number}: six columns and a new slug are wanted, got {line!r}")
        slug, name, letters, words, short, english = cells
        found[slug] = InstrumentKind(
            slug=slug,
            name=name,
            letters=_split(letters),
            words=_split(words),
            short=_split(short),
            rank=line_number,
            english=english,
        )
    return MappingProxyType(found)


@cache
def kind_words() -> Mapping[str, str]:
    """Folded word or phrase that names a kind in text (``nghi quyet``) to the kind's slug."""
    table: dict[str, str] = {}
    for kind in kinds().values():
        for word in (kind.name, *kind.words):
            table.setdefault(fold(word), kind.slug)
    return MappingProxyType(table)


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


def kind_name(slug: str, language: str = "vi") -> str:
    """The kind's name with marks, or in English (``en``); the slug itself when the kind is not known."""
    kind = kinds().get(slug)
    if kind is None:
        return slug
    return kind.english if language == "en" else kind.name
