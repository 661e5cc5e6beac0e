"""Well-known instruments of which the number, date and issuer are confirmed, with what they are called by name."""

from dataclasses import dataclass
from functools import cache

from corpus.dates import is_iso
from corpus.errors import DataError
from corpus.kinds import kinds
from corpus.tables import members, read_table

_COLUMNS = (
    "kind",
    "number",
    "issued_on",
    "effective_on",
    "expires_on",
    "issuer",
    "place",
    "title",
    "names",
    "replaces",
    "source",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInstrument:
    """One confirmed document. effective_on, expires_on: first day in force, first day no longer (laws). replaces: number of what it replaces.

    source: where the number, the date and the issuer can be looked up.
    """

    kind: str
    number: str | None
    issued_on: str | None
    effective_on: str | None
    expires_on: str | None
    issuer: str | None
    place: str | None
    title: str | None
    names: tuple[str, ...]
    replaces: str | None
    source: str


@cache
def load_instruments() -> tuple[KnownInstrument, ...]:
    """All of ``data/instruments.tsv``. Raises DataError on an unknown kind or a date that is none."""
    found = []
    for row in read_table("instruments", _COLUMNS):
        if row["kind"] not in kinds():
            raise DataError(
                f"instruments.tsv: kind {row['kind']!r} is not in kinds.tsv ({row['number'] or row['title']})"
            )
        for column in ("issued_on", "effective_on", "expires_on"):
            if row[column] and not is_iso(row[column]):
                raise DataError(f"instruments.tsv: {column} {row[column]!r} of {row['number']} is no ISO date")
        found.append(
            KnownInstrument(
                kind=row["kind"],
                number=row["number"] or None,
                issued_on=row["issued_on"] or None,
                effective_on=row["effective_on"] or None,
                expires_on=row["expires_on"] or None,
                issuer=row["issuer"] or None,
                place=row["place"] or None,
                title=row["title"] or None,
                names=members(row["names"]),
                replaces=row["replaces"] or None,
                source=row["source"],
            )
        )
    return tuple(found)
