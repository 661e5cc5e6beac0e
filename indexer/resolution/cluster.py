"""From statements to documents: which pieces of evidence in a bucket speak of one instrument.

A number is told apart by province and by year. A precise statement gives its date to vague ones; statements that contradict each other stay
apart, unless one is plainly a slip (same day and month, another year, a single citer against the registry or many).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from corpus.identity import InstrumentId
from corpus.issuers import compatible
from corpus.model import Instrument
from corpus.numbers import parse_number
from corpus.terms import party_term_on
from corpus.text import fold
from indexer.resolution.evidence import Evidence


@dataclass(slots=True, kw_only=True)
class Cluster:
    """An instrument and the evidence for it. names: folded titles and names. dates: statements of its date, with their weight."""

    instrument: Instrument
    names: frozenset[str]
    dates: dict[str, int]
    issuers: tuple[str, ...]
    sources: frozenset[str]
    number_key: str | None
    effective_on: str | None = None
    expires_on: str | None = None
    weight: int = 0
    words: frozenset[str] = field(default=frozenset())


def cluster(rows: Iterable[Evidence]) -> list[Cluster]:
    """The instruments of one bucket, in a stable order. The same evidence gives the same instruments, in any order."""
    by_identity: dict[tuple[str | None, str | None], list[Evidence]] = defaultdict(list)
    for row in rows:
        by_identity[_identity(row)].append(row)
    _adopt_names(by_identity)
    _adopt_short_years(by_identity)
    _adopt_places(by_identity)
    found: list[Cluster] = []
    for key in sorted(by_identity, key=lambda k: (k[0] or "", k[1] or "")):
        found.extend(_split_by_year(by_identity[key]))
    return sorted(found, key=lambda c: c.instrument.id)


def _identity(row: Evidence) -> tuple[str | None, str | None]:
    """Number (or name) and province."""
    return (row.number_key or f"@{row.bucket.partition('@')[2]}", row.place)


def _adopt_names(groups: dict[tuple[str | None, str | None], list[Evidence]]) -> None:
    """In a name's bucket, statements without a number go to the numbered document whose date they give."""
    numbered = [key for key in groups if key[0] and not key[0].startswith("@")]
    for key in [key for key in groups if key[0] and key[0].startswith("@")]:
        if not numbered:
            continue
        rest = []
        for row in groups[key]:
            owners = [other for other in numbered if any(_same_date(row, one) for one in groups[other])]
            if row.issued_on is None or len(owners) == 1:
                if row.issued_on is not None:
                    groups[owners[0]].append(row)
                continue
            rest.append(row)
        if rest:
            groups[key] = rest
        else:
            del groups[key]


def _adopt_short_years(groups: dict[tuple[str | None, str | None], list[Evidence]]) -> None:
    """``NĐ 152/2025`` speaks of ``152/2025/NĐ-CP`` where that is known."""
    keys = [key for key in groups if key[0]]
    for key in keys:
        number = key[0] or ""
        owners = [other for other in keys if other != key and (other[0] or "").startswith(number + " ")]
        if len(number.split()) == 2 and owners and key in groups:
            rows = groups.pop(key)
            if len({other[0] for other in owners}) == 1:
                groups[owners[0]].extend(rows)


def _adopt_places(groups: dict[tuple[str | None, str | None], list[Evidence]]) -> None:
    """Statements on a local number that name no province go to the one province's document of that very day."""
    for key in [key for key in groups if key[1] is None]:
        owners = [other for other in groups if other[0] == key[0] and other[1] is not None]
        rest = []
        for row in groups[key] if owners else ():
            fits = [
                o
                for o in owners
                if row.issued_on and len(row.issued_on) == 10 and any(_same_date(row, r) for r in groups[o])
            ]
            if len(fits) == 1:
                groups[fits[0]].append(row)
            elif row.issued_on:
                rest.append(row)
        if owners and rest:
            groups[key] = rest
        elif owners:
            del groups[key]


def _same_date(a: Evidence, b: Evidence) -> bool:
    if not a.issued_on or not b.issued_on:
        return False
    return a.issued_on.startswith(b.issued_on) or b.issued_on.startswith(a.issued_on)


def _split_by_year(rows: Sequence[Evidence]) -> list[Cluster]:
    number = rows[0].number
    if number and parse_number(number).year:
        return [_cluster(rows)]
    dated: dict[str, list[Evidence]] = defaultdict(list)
    undated: list[Evidence] = []
    for row in rows:
        (dated[row.issued_on[:4]] if row.issued_on else undated).append(row)
    if not dated:
        return [_cluster(rows)]
    groups = _without_slips(list(dated.values()))
    if len(groups) == 1:
        groups[0].extend(undated)
    return [_cluster(group) for group in groups]


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
    if any(row.source != "cited" for row in small) or _weight(small) * 3 > _weight(large):
        return False
    ours, theirs = _main_date(small), _main_date(large)
    if not ours or not theirs or len(ours) < 10 or len(theirs) < 10:
        return False
    if ours[5:] == theirs[5:]:
        return not _titles_differ(small, large)
    trusted = any(row.source != "cited" for row in large)
    return (
        trusted
        and _same_party_term(small[0], ours, theirs)
        and not _titles_differ(small, large)
        and not _issuers_differ(small, large)
    )


def _same_party_term(row: Evidence, ours: str, theirs: str) -> bool:
    """Whether two dates lie in one term of the Party, in which a number is given once (Hướng dẫn 36-HD/VPTW)."""
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
    ours = _words(row.title for row in small)
    theirs = _words(row.title for row in large)
    return bool(ours and theirs and len(ours & theirs) < 2)


_EMPTY = frozenset(
    [
        "ve",
        "viec",
        "cua",
        "va",
        "cac",
        "cho",
        "trong",
        "theo",
        "o",
        "tai",
        "nham",
        "mot",
        "so",
        "voi",
        "den",
        "tu",
        "duoc",
        "tiep",
        "tuc",
        "day",
        "manh",
        "tang",
        "cuong",
        "nang",
        "cao",
        "thuc",
        "hien",
        "cong",
        "tac",
        "ban",
        "hanh",
        "quy",
        "dinh",
        "chi",
        "tiet",
        "dieu",
        "phe",
        "duyet",
        "ke",
        "hoach",
        "chi",
        "thi",
        "nghi",
        "quyet",
        "huong",
        "dan",
        "thi",
        "hanh",
        "sua",
        "doi",
        "bo",
        "sung",
        "nam",
        "tinh",
    ]
)


def title_words(text: str | None) -> frozenset[str]:
    """Pairs of neighbouring syllables of substance in a title: what two titles may share."""
    words = [word for word in fold(text or "").split() if word not in _EMPTY and not word.isdigit()]
    return frozenset(f"{a} {b}" for a, b in pairwise(words))


def _words(titles: Iterable[str | None]) -> frozenset[str]:
    return frozenset(word for title in titles for word in title_words(title))


def _main_date(rows: Iterable[Evidence]) -> str | None:
    """The date with most weight; a full one before a vague one; the earlier of equals."""
    weights: Counter[str] = Counter()
    for row in rows:
        if row.issued_on:
            weights[row.issued_on] += row.weight
    if not weights:
        return None
    return min(weights, key=lambda iso: (-(len(iso) == 10), -weights[iso], -len(iso), iso))


def _main(values: Iterable[tuple[str | None, int]]) -> str | None:
    """The value with most weight, the longer of equals."""
    weights: Counter[str] = Counter()
    for value, weight in values:
        if value:
            weights[value] += weight
    return min(weights, key=lambda v: (-weights[v], -len(v), v)) if weights else None


def _cluster(rows: Sequence[Evidence]) -> Cluster:
    first = rows[0]
    best = max(rows, key=lambda row: (row.weight, row.number or ""))
    number = best.number or first.number
    issued_on = _main_date(rows)
    name = _main((row.name, row.weight) for row in rows)
    if number:
        identity = InstrumentId.of_number(first.kind, number, place=first.place, issued_on=issued_on)
    else:
        body = first.bucket.partition("@")[2].replace("?", "").strip()
        identity = InstrumentId.of_name(first.kind, body, place=first.place, issued_on=issued_on)
    titles = [row.title for row in rows if row.title]
    heads = [row for row in rows if row.notice_id]
    dates: Counter[str] = Counter()
    for row in rows:
        if row.issued_on:
            dates[row.issued_on] += row.weight
    instrument = Instrument(
        id=str(identity),
        kind=first.kind,
        number=number,
        issued_on=issued_on,
        issuer=_issuer(rows),
        place=first.place,
        title=_main((row.title, row.weight) for row in rows) or name,
        notice_id=min((row.notice_id for row in heads if row.notice_id), default=None),
    )
    trusted = next((row for row in rows if row.effective_on), None)
    return Cluster(
        instrument=instrument,
        names=frozenset(fold(title) for title in (*titles, *(row.name for row in rows if row.name))),
        dates=dict(dates),
        issuers=tuple(dict.fromkeys(row.issuer for row in sorted(rows, key=lambda r: -r.weight) if row.issuer)),
        sources=frozenset(row.source for row in rows),
        number_key=next((row.number_key for row in rows if row.number == number), first.number_key),
        effective_on=trusted.effective_on if trusted else None,
        expires_on=next((row.expires_on for row in rows if row.expires_on), None),
        weight=_weight(rows),
        words=_words(titles),
    )


def _issuer(rows: Sequence[Evidence]) -> str | None:
    """The issuer as most say it; of names of one body, the fullest."""
    best = _main((row.issuer, row.weight) for row in rows)
    if best is None:
        return None
    longer = [row.issuer for row in rows if row.issuer and fold(best) in fold(row.issuer) and len(row.issuer) < 120]
    trusted = [row.issuer for row in rows if row.issuer and row.source == "known"]
    return trusted[0] if trusted else max(longer, key=lambda text: (len(text), text), default=best)
