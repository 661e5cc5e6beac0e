"""Earlier campaigns worth looking at, each with its reasons in words.

The same sort of occasion is the condition; then the own organiser, the same jubilee, place, level, bases and tasks, and of equals the latest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpus.text import fold
from indexer.campaigns.period import days_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An earlier campaign (its payload), how well it fits, and why, in Vietnamese."""

    campaign: Mapping[str, Any]
    score: float
    reasons: tuple[str, ...]


def find_precedents(
    campaign: Mapping[str, Any], others: Sequence[Mapping[str, Any]], *, later: bool = False, limit: int = 10
) -> list[Precedent]:
    """Campaigns like this one, best first; never a later one unless asked."""
    found = []
    for other in others:
        if other["id"] == campaign["id"] or (not later and not _earlier(other, campaign)):
            continue
        if not campaign.get("occasion_slug") or other.get("occasion_slug") != campaign["occasion_slug"]:
            continue
        found.append(_precedent(campaign, other))
    found.sort(key=lambda p: (-p.score, str(p.campaign["id"])))
    found.sort(key=lambda p: str(p.campaign.get("published_on") or ""), reverse=True)
    found.sort(key=lambda p: -p.score)
    return found[:limit]


def _earlier(other: Mapping[str, Any], campaign: Mapping[str, Any]) -> bool:
    ours, theirs = campaign.get("published_on"), other.get("published_on")
    return bool(theirs) and (not ours or str(theirs) < str(ours))


def _precedent(campaign: Mapping[str, Any], other: Mapping[str, Any]) -> Precedent:
    score, reasons = 1.0, ["cùng loại dịp kỷ niệm"]
    if other.get("organiser") and fold(str(other["organiser"])) == fold(str(campaign.get("organiser") or "")):
        score += 8
        reasons.append("cùng đơn vị phát động")
    if other.get("occasion_years") and other["occasion_years"] == campaign.get("occasion_years"):
        score += 4
        reasons.append(f"cùng mốc {other['occasion_years']} năm")
    shared = set(other.get("base_ids") or other.get("bases") or ()) & set(
        campaign.get("base_ids") or campaign.get("bases") or ()
    )
    if shared:
        reasons.append(f"chung {len(shared)} căn cứ")
    if other.get("level") == campaign.get("level"):
        reasons.append("cùng cấp tổ chức")
    reasons += _setting_reasons(campaign, other)
    alike = _alike(campaign.get("tasks") or (), other.get("tasks") or ())
    if alike:
        reasons.append(f"{alike} nhiệm vụ gần giống")
    return Precedent(campaign=other, score=score, reasons=tuple(reasons))


def _setting_reasons(campaign: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """What place, season and length have in common, in words; they explain, and do not change the order."""
    reasons = []
    if other.get("place") and other["place"] == campaign.get("place"):
        reasons.append(f"cùng ở {other['place']}")
    ours, theirs = campaign.get("starts_on"), other.get("starts_on")
    if ours and theirs and len(str(ours)) >= 7 and len(str(theirs)) >= 7:
        apart = abs(int(str(ours)[5:7]) - int(str(theirs)[5:7]))
        if min(apart, 12 - apart) <= 1:
            reasons.append("phát động cùng mùa trong năm")
    length, other_length = (days_in(row.get("starts_on"), row.get("ends_on")) for row in (campaign, other))
    if length and other_length and min(length, other_length) * 4 >= max(length, other_length) * 3:
        reasons.append("kéo dài gần bằng nhau")
    return reasons


def task_words(task: str) -> frozenset[str]:
    """Pairs of neighbouring syllables of a task, the measure of its likeness to another."""
    words = fold(task).split()
    return frozenset(f"{a} {b}" for a, b in pairwise(words))


def likeness(a: str, b: str) -> float:
    """How much two tasks share, 0 to 1 (Dice over pairs of syllables)."""
    first, second = task_words(a), task_words(b)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> int:
    return sum(1 for task in ours if any(likeness(task, other) >= 0.25 for other in theirs))
