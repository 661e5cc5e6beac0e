"""Earlier campaigns worth looking at, each with its reasons.

The same sort of occasion is the condition. Then, in this order: the own organiser before others, the same jubilee (25 with 25, the same
congress) before others, the latest first; among those of one day, what else they share (level, place, season, length, bases, tasks) decides.

`PrecedentIndex` keeps campaigns sorted by what the order asks for, so that one question costs the length of its answer and not of the archive.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

from corpus.model import Reason
from corpus.text import fold
from indexer.campaigns.organiser import body_key
from indexer.campaigns.outlines.standing import bases_of
from indexer.campaigns.period import days_in
from indexer.campaigns.precedents.likeness import alike
from indexer.documents.campaign_rows import BriefRow, CampaignCard, CampaignRow

Whole = Callable[[Sequence[BriefRow]], list[CampaignRow]]
"""Payloads of a few campaigns, in the order given."""
_LEVELS: Final = frozenset(("national", "province", "unit"))
_MOST_OF_ONE_DAY: Final = 50
_BASES_NAMED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An earlier campaign (its payload), how well it fits, and why, what sets it apart from the others first."""

    campaign: CampaignRow
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A reason with its weight. kind: what it is about; of several precedents, what few of them share comes first."""

    kind: str
    reason: Reason
    weight: float


def as_they_are(rows: Sequence[BriefRow]) -> list[CampaignRow]:
    """`Whole` of rows that are payloads already."""
    return cast(list[CampaignRow], list(rows))


class PrecedentIndex:
    """Campaigns by occasion, then by organiser and jubilee, each list by day."""

    def __init__(self, campaigns: Iterable[BriefRow], whole: Whole = as_they_are) -> None:
        """campaigns: payloads, or cards (see `indexer.campaigns.catalogue`) with `whole` to read the payloads of a few."""
        self._whole = whole
        self._lists: dict[str, list[BriefRow]] = defaultdict(list)
        for row in sorted(campaigns, key=_day):
            for key in _keys_of(row):
                self._lists[key].append(row)

    def choose(self, campaign: CampaignRow, *, later: bool = False, limit: int = 10) -> list[BriefRow]:
        """Campaigns like this one as the index has them, best first; never a later one (nor one of the same day) unless asked."""
        chosen: dict[str, BriefRow] = {}
        for key in precedent_keys(campaign):
            rows = self._lists.get(key, [])
            for group in _days_back(rows, None if later else _day(campaign)):
                fresh = [row for row in group if row["id"] != campaign["id"] and row["id"] not in chosen]
                chosen.update((str(row["id"]), row) for row in self._by_likeness(campaign, fresh))
                if len(chosen) >= limit:
                    return list(chosen.values())[:limit]
        return list(chosen.values())

    def _by_likeness(self, campaign: CampaignRow, rows: list[BriefRow]) -> list[BriefRow]:
        """Rows of one day, what shares most first; one alone need not be weighed."""
        if len(rows) < 2:
            return rows
        shared = {str(row["id"]): sum(reason.weight for reason in _reasons(campaign, row)) for row in self._whole(rows)}
        return sorted(rows, key=lambda row: (-shared.get(str(row["id"]), 0.0), str(row["id"])))

    def find(self, campaign: CampaignRow, *, later: bool = False, limit: int = 10) -> list[Precedent]:
        """What `choose` gives, whole and with reasons."""
        return _precedents(campaign, self._whole(self.choose(campaign, later=later, limit=limit)))


def find_precedents(
    campaign: CampaignRow, others: Sequence[CampaignRow], *, later: bool = False, limit: int = 10
) -> list[Precedent]:
    """`PrecedentIndex.find` for a single question."""
    return PrecedentIndex(others).find(campaign, later=later, limit=limit)


def same_occasion(a: BriefRow, b: BriefRow) -> bool:
    """Whether two campaigns are for the same sort of occasion, whatever its number; two without an occasion are."""
    return sort_of_occasion(a) == sort_of_occasion(b)


def _day(row: BriefRow) -> str:
    return str(row.get("published_on") or "")


def _keys_of(row: BriefRow) -> list[str]:
    """A card has them, of a payload they are made."""
    return cast(CampaignCard, row)["keys"] if "keys" in row else precedent_keys(cast(CampaignRow, row))


def precedent_keys(row: CampaignRow) -> list[str]:
    """The lists of a campaign, the closest first; none without an occasion, for then nothing tells what sort it is."""
    sort = sort_of_occasion(row)
    if not sort:
        return []
    own, jubilee = body_key(str(row.get("organiser") or "")), _jubilee(row)
    keys: list[str] = []
    if own and jubilee:
        keys.append(f"{sort}|organiser|{own}|{jubilee}")
    if own:
        keys.append(f"{sort}|organiser|{own}")
    if jubilee:
        keys.append(f"{sort}|jubilee|{jubilee}")
    return [*keys, sort]


def sort_of_occasion(row: BriefRow) -> str:
    """The occasion's slug, or its words without figures where the registry does not know it."""
    return str(row.get("occasion_slug") or "") or "".join(
        char for char in fold(str(row.get("occasion") or "")) if not char.isdigit()
    )


def _jubilee(row: CampaignRow) -> str:
    """What equal jubilees share; "" for none."""
    years, term = _jubilee_of(row)
    return f"years {years}" if years else f"term {term}" if term else ""


def _jubilee_of(row: CampaignRow) -> tuple[int | None, int | None]:
    """Years of an anniversary, or else the ordinal of a congress."""
    if row.get("occasion_years"):
        return row["occasion_years"], None
    return None, row.get("occasion_term") or None


def _days_back(rows: Sequence[BriefRow], before: str | None) -> Iterator[list[BriefRow]]:
    """Rows day by day from the latest, those before a day only; a day of a great many counts by its first fifty."""
    end = len(rows) if not before else bisect_left(rows, before, key=_day)
    while end > 0:
        start = bisect_left(rows, _day(rows[end - 1]), key=_day)
        if not _day(rows[end - 1]):
            return
        yield list(rows[start:end][:_MOST_OF_ONE_DAY])
        end = start


def _precedents(campaign: CampaignRow, rows: Sequence[CampaignRow]) -> list[Precedent]:
    """Rows with their reasons, what fewest of them have first."""
    reasons = [_reasons(campaign, row) for row in rows]
    common = Counter(one.kind for found in reasons for one in found)
    return [
        Precedent(
            campaign=row,
            score=round(sum(one.weight for one in found), 2),
            reasons=tuple(one.reason for one in sorted(found, key=lambda one: common[one.kind])),
        )
        for row, found in zip(rows, reasons, strict=True)
    ]


def _reasons(campaign: CampaignRow, other: CampaignRow) -> list[_Weighed]:
    """What two campaigns have in common, the weightiest first."""
    return [
        *_of_organiser(campaign, other),
        *_of_jubilee(campaign, other),
        *_of_contents(campaign, other),
        *_of_time(campaign, other),
        _of_occasion(other),
    ]


def _of_organiser(campaign: CampaignRow, other: CampaignRow) -> Iterator[_Weighed]:
    ours, theirs = (body_key(str(row.get("organiser") or "")) for row in (campaign, other))
    if ours and ours == theirs:
        yield _Weighed(kind="organiser", reason=Reason("same-organiser"), weight=8)
    elif other.get("place") and other["place"] == campaign.get("place"):
        yield _Weighed(kind="place", reason=Reason.of("same-place", place=str(other["place"])), weight=1)
    if other.get("level") == campaign.get("level") and other.get("level") in _LEVELS:
        yield _Weighed(kind="level", reason=Reason(f"same-level-{other['level']}"), weight=1)


def _of_jubilee(campaign: CampaignRow, other: CampaignRow) -> Iterator[_Weighed]:
    if _jubilee(other) and _jubilee(other) == _jubilee(campaign):
        years, term = _jubilee_of(other)
        yield _Weighed(kind="jubilee", reason=Reason.of("same-jubilee", years=years, term=term), weight=4)


def _of_contents(campaign: CampaignRow, other: CampaignRow) -> Iterator[_Weighed]:
    ours, theirs = _bases(campaign), _bases(other)
    shared = [name for key, name in theirs.items() if key in ours]
    if shared:
        some = ", ".join(shared[:_BASES_NAMED])
        reason = Reason.of("same-bases", n=len(shared), some=some, more=max(0, len(shared) - _BASES_NAMED))
        yield _Weighed(kind="bases", reason=reason, weight=len(shared) / len(ours))
    tasks = alike(campaign.get("tasks") or (), other.get("tasks") or ())
    if tasks:
        yield _Weighed(kind="tasks", reason=Reason.of("like-tasks", n=tasks), weight=tasks / len(campaign["tasks"]))


def _bases(row: CampaignRow) -> dict[str, str]:
    """Numbered bases by identity: equal numbers of two provinces are no common ground."""
    return {basis.key: basis.text for basis in bases_of(row, _unseen) if basis.number}


def _unseen(_: str) -> None:
    """Identity alone is asked for, no payload."""


def _of_time(campaign: CampaignRow, other: CampaignRow) -> Iterator[_Weighed]:
    ours, theirs = str(campaign.get("starts_on") or ""), str(other.get("starts_on") or "")
    if len(ours) >= 7 and len(theirs) >= 7:
        apart = abs(int(ours[5:7]) - int(theirs[5:7]))
        if min(apart, 12 - apart) <= 1:
            yield _Weighed(kind="season", reason=Reason.of("same-season", month=int(theirs[5:7])), weight=0.5)
    length, other_length = (days_in(row.get("starts_on"), row.get("ends_on")) for row in (campaign, other))
    if length and other_length and min(length, other_length) * 4 >= max(length, other_length) * 3:
        yield _Weighed(kind="length", reason=Reason.of("like-length", n=other_length), weight=0.5)


def _of_occasion(other: CampaignRow) -> _Weighed:
    years, term = _jubilee_of(other)
    slug, said = other.get("occasion_slug"), other.get("occasion")
    code = "same-occasion-round" if years or term else "same-occasion"
    reason = Reason.of(code, occasion=slug, said=said, years=years, term=term)
    return _Weighed(kind="occasion", reason=reason, weight=1)
