"""From statements to documents: each group of statements in a bucket becomes one instrument, with what mentions are judged by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.identity import InstrumentId
from corpus.model import Instrument
from indexer.resolution.dating import main_date, main_issuer, main_value
from indexer.resolution.decided import NOTHING_DECIDED, Decided
from indexer.resolution.evidence import Evidence
from indexer.resolution.grouping import group_statements
from indexer.resolution.titles import words_of

_MANY: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """An instrument and what is known of it. number_key: comparison key of its number. unit: district or commune, folded.

    issuer: as most say it, for comparison. words: of its titles, see `titles`. years: in which somebody dates it. usual: the registry knows it, or
    many cite it. effective_on, expires_on: first day in force, first day no longer. held: the document that people hold it to be, by which it goes.
    """

    instrument: Instrument
    number_key: str | None
    unit: str | None
    issuer: str | None
    words: frozenset[str]
    years: frozenset[str]
    usual: bool = False
    effective_on: str | None
    expires_on: str | None
    held: Instrument | None = None

    @property
    def document(self) -> Instrument:
        """The document that is meant where this one is found."""
        return self.held or self.instrument

    @property
    def basis(self) -> str:
        """All that a mention is judged by, as one line: outcomes change only where this does."""
        return repr(
            (
                *(self.document, self.instrument, self.issuer, sorted(self.words), self.effective_on, self.expires_on),
                self.usual,
            )
        )


def cluster(rows: Iterable[Evidence], decided: Decided = NOTHING_DECIDED) -> list[Cluster]:
    """The instruments of one bucket, in a stable order. The same evidence gives the same instruments, in any order.

    decided: which identities people hold to be documents of their own.
    """
    groups = [group for part in _kept_apart(rows, decided) for group in group_statements(part)]
    return sorted((_cluster(group) for group in groups), key=lambda c: c.instrument.id)


def _kept_apart(rows: Iterable[Evidence], decided: Decided) -> list[list[Evidence]]:
    """Statements that speak of a document which people hold to be one of its own, and all others."""
    if not decided.apart:
        return [list(rows)]
    parts: dict[str | None, list[Evidence]] = {None: []}
    for row in rows:
        own = str(_identity(row, row.issued_on))
        parts.setdefault(own if own in decided.apart else None, []).append(row)
    return [parts[key] for key in sorted(parts, key=lambda key: key or "")]


def _cluster(rows: Sequence[Evidence]) -> Cluster:
    best = max(rows, key=lambda row: (row.weight, row.number or ""))
    issued_on = main_date(rows)
    issuer = main_value((row.issuer, row.weight) for row in rows)
    name = main_value((row.name, row.weight) for row in rows)
    instrument = Instrument(
        id=str(_identity(best, issued_on)),
        kind=best.kind,
        number=best.number,
        issued_on=issued_on,
        issuer=main_issuer(rows),
        place=best.place,
        title=main_value((row.title, row.weight) for row in rows) or name,
        notice_id=min((row.notice_id for row in rows if row.notice_id), default=None),
    )
    return Cluster(
        instrument=instrument,
        number_key=best.number_key,
        unit=best.unit,
        issuer=issuer,
        words=words_of(_titles(rows)),
        years=frozenset(row.issued_on[:4] for row in rows if row.issued_on),
        usual=any(row.source == "known" for row in rows) or sum(row.count for row in rows) >= _MANY,
        effective_on=next((row.effective_on for row in rows if row.effective_on), None),
        expires_on=next((row.expires_on for row in rows if row.expires_on), None),
    )


def _identity(row: Evidence, issued_on: str | None) -> InstrumentId:
    if row.number:
        return InstrumentId.of_number(row.kind, row.number, place=row.place, unit=row.unit, issued_on=issued_on)
    body = row.bucket.partition("@")[2].replace("?", "").strip()
    return InstrumentId.of_name(row.kind, body, place=row.place, issued_on=issued_on)


def _titles(rows: Sequence[Evidence]) -> list[str]:
    """Titles that say what the document is about: the registry's, its own, and those of citers who date it; else all.

    A vague mention must not prove itself by its own words.
    """
    trusted = [row.title for row in rows if row.title and (row.source != "cited" or row.issued_on)]
    return trusted or [row.title for row in rows if row.title]
