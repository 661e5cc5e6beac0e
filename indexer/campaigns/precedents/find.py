"""Earlier campaigns worth looking at, each with its reasons in words.

The same sort of occasion is the condition. Then, in this order: the own organiser before others, the same jubilee (25 with 25, the same
congress) before others, the latest first; among those of one day, what else they share (level, place, season, length, bases, tasks) decides.

`PrecedentIndex` keeps campaigns sorted by what the order asks for, so that one question costs the length of its answer and not of the archive.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.occasions import occasions
from corpus.text import fold
from indexer.campaigns.organiser import body_key
from indexer.campaigns.outlines.standing import bases_of
from indexer.campaigns.period import days_in
from indexer.campaigns.precedents.likeness import alike
from indexer.documents.campaign_rows import CampaignRow

_LEVELS: Final = {"national": "cùng cấp trung ương", "province": "cùng cấp tỉnh, thành phố", "unit": "cùng cấp cơ sở"}
_MOST_OF_ONE_DAY: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An earlier campaign (its payload), how well it fits, and why, in Vietnamese, what sets it apart from the others first."""

    campaign: CampaignRow
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reason:
    kind: str
    words: str
    weight: float


class PrecedentIndex:
    """Campaigns by occasion, then by organiser and jubilee, each list by day."""

    def __init__(self, campaigns: Iterable[CampaignRow]) -> None:
        self._lists: dict[tuple[str, ...], list[CampaignRow]] = defaultdict(list)
        for row in sorted(campaigns, key=_day):
            for key in _keys(row):
                self._lists[key].append(row)

    def find(self, campaign: CampaignRow, *, later: bool = False, limit: int = 10) -> list[Precedent]:
        """Campaigns like this one, best first; never a later one (nor one of the same day) unless asked."""
        chosen: dict[str, CampaignRow] = {}
        for key in _keys(campaign):
            rows = self._lists.get(key, [])
            for group in _days_back(rows, None if later else _day(campaign)):
                fresh = [row for row in group if row["id"] != campaign["id"] and row["id"] not in chosen]
                fresh.sort(key=lambda row: (-sum(reason.weight for reason in _reasons(campaign, row)), str(row["id"])))
                chosen.update((str(row["id"]), row) for row in fresh)
                if len(chosen) >= limit:
                    return _precedents(campaign, list(chosen.values())[:limit])
        return _precedents(campaign, list(chosen.values()))


def find_precedents(
    campaign: CampaignRow, others: Sequence[CampaignRow], *, later: bool = False, limit: int = 10
) -> list[Precedent]:
    """`PrecedentIndex.find` for a single question."""
    return PrecedentIndex(others).find(campaign, later=later, limit=limit)


def same_occasion(a: CampaignRow, b: CampaignRow) -> bool:
    """Whether two campaigns are for the same sort of occasion, whatever its number; two without an occasion are."""
    return _sort_of_occasion(a) == _sort_of_occasion(b)


def _day(row: CampaignRow) -> str:
    return str(row.get("published_on") or "")


def _keys(row: CampaignRow) -> tuple[tuple[str, ...], ...]:
    """The lists of a campaign, the closest first; none without an occasion, for then nothing tells what sort it is."""
    sort = _sort_of_occasion(row)
    if not sort:
        return ()
    own, jubilee = body_key(str(row.get("organiser") or "")), _jubilee(row)
    keys: list[tuple[str, ...]] = []
    if own and jubilee:
        keys.append((sort, "organiser", own, jubilee))
    if own:
        keys.append((sort, "organiser", own))
    if jubilee:
        keys.append((sort, "jubilee", jubilee))
    return (*keys, (sort,))


def _sort_of_occasion(row: CampaignRow) -> str:
    """The occasion's slug, or its words without figures where the registry does not know it."""
    return str(row.get("occasion_slug") or "") or "".join(
        char for char in fold(str(row.get("occasion") or "")) if not char.isdigit()
    )


def _jubilee(row: CampaignRow) -> str:
    if row.get("occasion_years"):
        return f"{row['occasion_years']} năm"
    return f"lần thứ {row['occasion_term']}" if row.get("occasion_term") else ""


def _days_back(rows: Sequence[CampaignRow], before: str | None) -> Iterator[list[CampaignRow]]:
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
    common = Counter(reason.kind for found in reasons for reason in found)
    return [
        Precedent(
            campaign=row,
            score=round(sum(reason.weight for reason in found), 2),
            reasons=tuple(reason.words for reason in sorted(found, key=lambda reason: common[reason.kind])),
        )
        for row, found in zip(rows, reasons, strict=True)
    ]


def _reasons(campaign: CampaignRow, other: CampaignRow) -> list[_Reason]:
    """What two campaigns have in common, the weightiest first."""
    return [
        *_of_organiser(campaign, other),
        *_of_jubilee(campaign, other),
        *_of_contents(campaign, other),
        *_of_time(campaign, other),
        _of_occasion(other),
    ]


def _of_organiser(campaign: CampaignRow, other: CampaignRow) -> Iterator[_Reason]:
    ours, theirs = (body_key(str(row.get("organiser") or "")) for row in (campaign, other))
    if ours and ours == theirs:
        yield _Reason(kind="organiser", words="cùng đơn vị phát động", weight=8)
    elif other.get("place") and other["place"] == campaign.get("place"):
        yield _Reason(kind="place", words=f"cùng ở {other['place']}", weight=1)
    if other.get("level") == campaign.get("level") and other.get("level") in _LEVELS:
        yield _Reason(kind="level", words=_LEVELS[str(other["level"])], weight=1)


def _of_jubilee(campaign: CampaignRow, other: CampaignRow) -> Iterator[_Reason]:
    jubilee = _jubilee(other)
    if jubilee and jubilee == _jubilee(campaign):
        yield _Reason(kind="jubilee", words=f"cùng mốc {jubilee}", weight=4)


def _of_contents(campaign: CampaignRow, other: CampaignRow) -> Iterator[_Reason]:
    ours, theirs = _bases(campaign), _bases(other)
    shared = [name for key, name in theirs.items() if key in ours]
    if shared:
        some = ", ".join(shared[:3]) + ("…" if len(shared) > 3 else "")
        yield _Reason(kind="bases", words=f"chung {len(shared)} căn cứ: {some}", weight=len(shared) / len(ours))
    tasks = alike(campaign.get("tasks") or (), other.get("tasks") or ())
    if tasks:
        yield _Reason(kind="tasks", words=f"{tasks} nhiệm vụ gần giống", weight=tasks / len(campaign["tasks"]))


def _bases(row: CampaignRow) -> dict[str, str]:
    """Numbered bases by identity: equal numbers of two provinces are no common ground."""
    return {basis.key: basis.text for basis in bases_of(row, _unseen) if basis.number}


def _unseen(_: str) -> None:
    """Identity alone is asked for, no payload."""


def _of_time(campaign: CampaignRow, other: CampaignRow) -> Iterator[_Reason]:
    ours, theirs = str(campaign.get("starts_on") or ""), str(other.get("starts_on") or "")
    if len(ours) >= 7 and len(theirs) >= 7:
        apart = abs(int(ours[5:7]) - int(theirs[5:7]))
        if min(apart, 12 - apart) <= 1:
            yield _Reason(kind="season", words=f"cùng mùa, bắt đầu tháng {int(theirs[5:7])}", weight=0.5)
    length, other_length = (days_in(row.get("starts_on"), row.get("ends_on")) for row in (campaign, other))
    if length and other_length and min(length, other_length) * 4 >= max(length, other_length) * 3:
        yield _Reason(kind="length", words=f"dài gần bằng: {other_length} ngày", weight=0.5)


def _of_occasion(other: CampaignRow) -> _Reason:
    known = occasions().get(str(other.get("occasion_slug") or ""))
    name = known.name if known else str(other.get("occasion") or "")
    jubilee = _jubilee(other)
    return _Reason(kind="occasion", words=f"cùng dịp {name}" + (f", mốc {jubilee}" if jubilee else ""), weight=1)
