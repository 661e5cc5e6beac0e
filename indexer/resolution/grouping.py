"""Which statements of a bucket speak of one document: by number or name, province, unit and year.

A statement that leaves something out goes to the one document that it fits; statements that contradict each other stay apart, unless one is
plainly a slip: same day and month, or one term of the Party, in which a number is given once (Hướng dẫn 36-HD/VPTW, mục II).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Final

from corpus.dates import agree, first_day, last_day
from corpus.issuers import compatible
from corpus.numbers import parse_number
from corpus.places import find_place, successor_of
from corpus.terms import party_term_on
from indexer.resolution.dating import main_date
from indexer.resolution.evidence import Evidence
from indexer.resolution.keys import is_unit_number
from indexer.resolution.titles import words_of

Key = tuple[str, str | None, str | None]
Groups = dict[Key, list[Evidence]]
_POSTED_WITHIN_DAYS: Final = 92
"""How long after its date a document may still be put on a page."""


def group_statements(rows: Iterable[Evidence]) -> list[list[Evidence]]:
    """Statements by document, in a stable order. The same statements give the same groups, in any order."""
    groups: Groups = defaultdict(list)
    for row in rows:
        groups[_key(row)].append(row)
    _adopt_names(groups)
    _adopt_short_years(groups)
    _adopt_dated(groups)
    return [
        part for key in sorted(groups, key=lambda k: (k[0], k[1] or "", k[2] or "")) for part in _by_year(groups[key])
    ]


def _key(row: Evidence) -> Key:
    """Number (or name), province, unit."""
    return (row.number_key or f"@{row.bucket.partition('@')[2]}", row.place, row.unit)


def _adopt_names(groups: Groups) -> None:
    """In a name's bucket, statements without a number go to the numbered document whose date they give; those without a date say nothing more."""
    numbered = [key for key in groups if not key[0].startswith("@")]
    for key in [key for key in groups if numbered and key[0].startswith("@")]:
        rest: list[Evidence] = []
        for row in groups.pop(key):
            owners = [other for other in numbered if any(agree(row.issued_on, one.issued_on) for one in groups[other])]
            if row.issued_on is None:
                continue
            (groups[owners[0]] if len(owners) == 1 else rest).append(row)
        if rest:
            groups[key] = rest


def _adopt_short_years(groups: Groups) -> None:
    """``NĐ 152/2025`` speaks of ``152/2025/NĐ-CP`` where that is known."""
    for key in [key for key in groups if len(key[0].split()) == 2 and not key[0].startswith("@")]:
        owners = [other for other in groups if other[0].startswith(key[0] + " ")]
        if owners:
            rows = groups.pop(key)
            if len({other[0] for other in owners}) == 1:
                groups[owners[0]].extend(rows)


def _adopt_dated(groups: Groups) -> None:
    """A statement that names neither province nor unit of its own goes to the one document of that number and very day which has one.

    A national notice cites every province's documents so, a merged province's notice those of the provinces that it took in. Where a
    province's document is known, statements that give neither province nor date prove nothing beside it; so with a district's.
    """
    by_day: dict[tuple[str | None, str], set[Key]] = defaultdict(set)
    placed = {key[:2] for key in groups if key[2] and is_unit_number(key[0])}
    placed |= {(key[0], None) for key in groups if key[1] and not key[0].startswith("@")}
    for key, rows in groups.items():
        for row in rows:
            if row.issued_on and len(row.issued_on) == 10 and (key[1] or key[2]):
                by_day[key[0], row.issued_on].add(key)
    for key in list(groups):
        kept = []
        for row in tuple(groups[key]):
            days = by_day.get((key[0], row.issued_on or ""), ())
            owners = [other for other in days if other != key and _may_own(row, other)]
            if len(owners) == 1:
                groups[owners[0]].append(row)
            elif row.issued_on or key[2] or key[:2] not in placed or row.source != "cited":
                kept.append(row)
        groups[key] = kept
    for key in [key for key, rows in groups.items() if not rows]:
        del groups[key]


def _may_own(row: Evidence, other: Key) -> bool:
    """Whether a document of a more exact place may be the one meant."""
    _, place, unit = other
    if row.source != "cited" or row.unit is not None:
        return False
    if row.place is None:
        return place is not None
    if row.place == place:
        return unit is not None
    return not row.place_said and place is not None and _took_in(row.place, place)


@cache
def _took_in(place: str, other: str) -> bool:
    """Whether one province is today what another was merged into."""
    first, second = find_place(place), find_place(other)
    return first is not None and second is not None and first != second and successor_of(second, date.max) == first


def _by_year(rows: Sequence[Evidence]) -> list[list[Evidence]]:
    """Years apart, slips of the pen joined; statements without a date belong to the only document there is."""
    number = rows[0].number
    if number and parse_number(number).year:
        return [list(rows)]
    dated: dict[str, list[Evidence]] = defaultdict(list)
    undated: list[Evidence] = []
    posted: list[Evidence] = []
    for row in rows:
        if row.issued_on is None or _is_impossible(row):
            undated.append(row)
        elif row.posted:
            posted.append(row)
        else:
            dated[row.issued_on[:4]].append(row)
    for row in posted:
        owner = next((year for year in sorted(dated) if any(_posted_after(row, one) for one in dated[year])), None)
        dated[owner or (row.issued_on or "")[:4]].append(row)
    if not dated:
        return [list(rows)]
    groups = _without_slips(list(dated.values()))
    if len(groups) == 1:
        groups[0].extend(undated)
    return groups


def _is_impossible(row: Evidence) -> bool:
    """Whether a citer gives a day after its own."""
    return bool(row.issued_on and row.cited_on and first_day(row.issued_on) > last_day(row.cited_on))


def _posted_after(page: Evidence, row: Evidence) -> bool:
    days = (last_day(page.issued_on or "") - last_day(row.issued_on or "")).days
    return 0 <= days <= _POSTED_WITHIN_DAYS


def _without_slips(groups: list[list[Evidence]]) -> list[list[Evidence]]:
    """Years that only a slip of the pen tells apart become one."""
    groups.sort(key=lambda group: (-_weight(group), min(row.issued_on or "" for row in group)))
    kept: list[list[Evidence]] = []
    for group in groups:
        owner = next((other for other in kept if _is_slip(group, other)), None)
        if owner is None:
            kept.append(group)
        else:
            owner.extend(group)
    return kept


def _weight(rows: Iterable[Evidence]) -> int:
    return sum(row.weight for row in rows)


def _is_slip(small: Sequence[Evidence], large: Sequence[Evidence]) -> bool:
    """Whether few citers give another year than many, the document itself or the registry, and nothing else speaks for two documents."""
    if any(row.source != "cited" for row in small):
        return False
    ours, theirs = main_date(small), main_date(large)
    if not ours or not theirs or len(ours) < 10 or len(theirs) < 10 or _titles_differ(small, large):
        return False
    if ours[5:] == theirs[5:]:
        return _weight(small) * 2 <= _weight(large)
    trusted = any(row.source != "cited" for row in large)
    return (
        trusted
        and _weight(small) * 3 <= _weight(large)
        and _same_party_term(small[0], ours, theirs)
        and not _issuers_differ(small, large)
    )


def _same_party_term(row: Evidence, ours: str, theirs: str) -> bool:
    if not row.number_key or not row.number_key.endswith(" tw"):
        return False
    a, b = party_term_on(date.fromisoformat(ours)), party_term_on(date.fromisoformat(theirs))
    return a is not None and a == b


def _issuers_differ(small: Sequence[Evidence], large: Sequence[Evidence]) -> bool:
    return any(
        compatible(a.issuer, b.issuer) is False
        for a in small
        for b in large
        if a.issuer and b.issuer and b.source != "cited"
    )


def _titles_differ(small: Sequence[Evidence], large: Sequence[Evidence]) -> bool:
    """Whether both sides give titles and they share no word of substance."""
    ours = words_of(row.title for row in small)
    theirs = words_of(row.title for row in large)
    return bool(ours and theirs and len(ours & theirs) < 2)
