"""The decision on one mention. Ambiguity is an outcome: a wrong link is worse than an honest list.

The document with most points is meant when no other comes within `MARGIN`; a bare serial needs proof beyond its digits.
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.dates import show_date
from corpus.kinds import is_one_series, kind_name
from corpus.model import Candidate, Citation, Outcome
from indexer.resolution.cluster import Cluster
from indexer.resolution.judge import Judged, Setting, judge
from indexer.resolution.keys import MentionKeys

MARGIN: Final = 2.0
_MAX_CANDIDATES: Final = 8
_FULL_YEAR: Final = re.compile(r"/(?:19|20)\d\d(?!\d)")


def resolve_mention(citation: Citation, keys: MentionKeys, clusters: Sequence[Cluster], setting: Setting) -> Outcome:
    """Judge one mention. `clusters`: the instruments of its bucket."""
    fitting = [cluster for cluster in clusters if number_fits(keys, cluster)]
    slip = not fitting and keys.is_slip
    if slip:
        fitting = [cluster for cluster in clusters if cluster.number_key and keys.hides(cluster.number_key)]
    if not fitting:
        return _unresolved(citation, _nothing_known(keys))
    judged = [judge(citation, keys, cluster, setting) for cluster in fitting]
    standing = sorted((one for one in judged if not one.out), key=_rank)
    if not standing or standing[0].score < 0:
        return _unresolved(citation, _contradiction(citation, fitting), standing)
    best = standing[0]
    near = [one for one in standing if one.score > best.score - MARGIN]
    if len(near) > 1:
        return _ambiguous(citation, _several(citation, near), standing)
    if setting.wording.elsewhere and not best.proved:
        return _ambiguous(citation, "Là văn bản của một nơi khác, câu dẫn không nói nơi nào.", standing)
    if slip and not _is_plain_slip(citation, keys, best):
        return _unresolved(citation, _slip(citation, best), standing)
    if _is_bare(citation, keys) and not best.proved:
        why = "Chỉ ghi số thứ tự, không có ngày, cơ quan hay nội dung để biết chắc là văn bản nào."
        return _ambiguous(citation, why, standing) if len(standing) > 1 else _unresolved(citation, why, standing)
    return Outcome(
        citation=citation,
        status="resolved",
        target=best.cluster.instrument.id,
        why=(_slip(citation, best) + " " if slip else "")
        + (_reasons(best) or "Chỉ biết một văn bản mang số hiệu hoặc tên này."),
        conflicts=tuple(best.conflicts),
    )


def _is_bare(citation: Citation, keys: MentionKeys) -> bool:
    """Whether a number is too short to be an identity; serial and year are enough for a decree, whose only issuer is the Government."""
    return keys.number is not None and not keys.full and not _is_decree(citation)


def _is_plain_slip(citation: Citation, keys: MentionKeys, best: Judged) -> bool:
    """Whether the document that a slip hides is beyond doubt: date, issuer or the like prove it, and the year is at least a year."""
    if not keys.odd_year:
        return best.proved or _is_decree(citation)
    return best.proved and _FULL_YEAR.search(citation.number or "") is not None


def _is_decree(citation: Citation) -> bool:
    return is_one_series(citation.kind) and "/" in (citation.number or "")


def number_fits(keys: MentionKeys, cluster: Cluster) -> bool:
    """Whether a document's number is the mention's, or begins with its bare serial (and year)."""
    if keys.number is None:
        return True
    theirs = cluster.number_key
    if theirs is None:
        return False
    return theirs == keys.number or (not keys.full and theirs.startswith(keys.number + " "))


def _rank(judged: Judged) -> tuple[float, int, str]:
    """Most points first, of equals the latest."""
    issued = judged.cluster.instrument.issued_on or "0"
    return (-judged.score, -int(issued.replace("-", "").ljust(8, "0")), judged.cluster.instrument.id)


def _slip(citation: Citation, judged: Judged) -> str:
    """What the number most likely should be."""
    return f"Số hiệu ghi {citation.number} có lẽ viết nhầm, văn bản đã biết là {judged.cluster.instrument.number}."


def _reasons(judged: Judged) -> str:
    """The first reasons as one sentence; empty when there is none."""
    text = "; ".join(list(dict.fromkeys(judged.reasons))[:3])
    return text[:1].upper() + text[1:] + "." if text else ""


def _describe(cluster: Cluster, citation: Citation) -> str:
    """What tells a document from its rivals: number (where the mention has none), province, date."""
    instrument = cluster.instrument
    day = show_date(instrument.issued_on) if instrument.issued_on else "chưa rõ ngày"
    number = None if citation.number else instrument.number
    return ", ".join(part for part in (number, instrument.place, day) if part)


def _candidates(citation: Citation, standing: Sequence[Judged]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            instrument_id=one.cluster.instrument.id,
            score=round(one.score, 2),
            why=_reasons(one) or f"Cùng số hiệu hoặc tên ({_describe(one.cluster, citation)}).",
        )
        for one in standing[:_MAX_CANDIDATES]
    )


def _ambiguous(citation: Citation, why: str, standing: Sequence[Judged]) -> Outcome:
    return Outcome(citation=citation, status="ambiguous", candidates=_candidates(citation, standing), why=why)


def _unresolved(citation: Citation, why: str, standing: Sequence[Judged] = ()) -> Outcome:
    return Outcome(citation=citation, status="unresolved", candidates=_candidates(citation, standing), why=why)


def _several(citation: Citation, near: Sequence[Judged]) -> str:
    listed = "; ".join(_describe(one.cluster, citation) for one in near[:4])
    more = "…" if len(near) > 4 else ""
    what = f"{kind_name(citation.kind)} {citation.number}" if citation.number else citation.text
    return f"Có {len(near)} văn bản cùng là {what} ({listed}{more}), câu dẫn không đủ để biết là văn bản nào."


def _contradiction(citation: Citation, fitting: Sequence[Cluster]) -> str:
    listed = "; ".join(_describe(cluster, citation) for cluster in fitting[:3])
    what = "số hiệu" if citation.number else "tên"
    return (
        f"Văn bản đã biết cùng {what} ({listed}) không khớp với ngày, nơi, cơ quan hoặc nội dung mà câu dẫn cho biết."
    )


def _nothing_known(keys: MentionKeys) -> str:
    if keys.number is not None and not keys.full:
        return "Chỉ ghi số thứ tự, và chưa biết văn bản nào mang số này."
    return "Chưa biết văn bản nào có tên hoặc số hiệu này."
