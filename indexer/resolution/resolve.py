"""A mention against the documents it may mean. Ambiguity is an outcome: a wrong link is worse than an honest list.

Evidence counts in this order: full date, issuing body and term, a full form earlier in the same notice, title words, the province of the source,
nearness in time. Weights are set so that each outweighs all that come after it; two candidates closer than `MARGIN` stay two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.dates import agree, first_day, show_date
from corpus.issuers import compatible
from corpus.kinds import kind_name
from corpus.model import Candidate, Citation, Outcome
from corpus.places import find_place, same_place
from corpus.terms import parse_ordinal, party_term_on
from indexer.resolution.cluster import Cluster, title_words
from indexer.resolution.keys import MentionKeys

MARGIN: Final = 2.0
_SHORT_NEEDS: Final = 2.0
_MAX_CANDIDATES: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and when a mention stands: the notice's province and date, words near the mention, its own document's id."""

    place: str | None
    on: str | None
    context: frozenset[str]
    own_id: str | None = None


@dataclass(slots=True)
class _Judged:
    cluster: Cluster
    score: float
    reasons: list[str]
    conflicts: list[str]
    proved: bool = False
    excluded: bool = False


def resolve_mention(
    citation: Citation,
    keys: MentionKeys,
    clusters: Sequence[Cluster],
    setting: Setting,
    antecedents: Mapping[str, Outcome],
) -> Outcome:
    """Judge one mention. `clusters`: the instruments of its bucket; `antecedents`: resolved outcomes earlier in the same notice, by bucket."""
    fitting = [cluster for cluster in clusters if _number_fits(keys, cluster)]
    if not fitting:
        return _nothing(citation, keys)
    before = antecedents.get(keys.bucket)
    judged = [_judge(citation, keys, cluster, setting, before) for cluster in fitting]
    standing = sorted((j for j in judged if not j.excluded), key=lambda j: (-j.score, j.cluster.instrument.id))
    if not standing:
        return _contradicted(citation, judged)
    best = standing[0]
    rivals = [j for j in standing[1:] if j.score > best.score - MARGIN]
    if rivals:
        return _ambiguous(citation, standing, best)
    if not keys.full and keys.number is not None and not best.proved:
        return _bare_serial(citation, standing)
    if best.score < 0:
        return _contradicted(citation, standing)
    return Outcome(
        citation=citation,
        status="resolved",
        target=best.cluster.instrument.id,
        why=_sentence(best, alone=len(fitting) == 1),
        conflicts=tuple(best.conflicts),
    )


def _number_fits(keys: MentionKeys, cluster: Cluster) -> bool:
    if keys.number is None:
        return True
    theirs = cluster.number_key
    if theirs is None:
        return False
    if theirs == keys.number:
        return True
    return not keys.full and theirs.startswith(keys.number + " ")


def _judge(
    citation: Citation, keys: MentionKeys, cluster: Cluster, setting: Setting, before: Outcome | None
) -> _Judged:
    judged = _Judged(cluster, 0.0, [], [])
    _by_time(judged, setting)
    _by_place(judged, keys, setting)
    _by_date(judged, citation)
    _by_issuer(judged, citation)
    _by_term(judged, citation)
    _by_antecedent(judged, citation, before)
    _by_title(judged, citation, setting)
    _by_force(judged, citation, setting)
    return judged


def _by_time(judged: _Judged, setting: Setting) -> None:
    """A document is not cited before it is issued."""
    issued = judged.cluster.instrument.issued_on
    if issued and setting.on and first_day(issued) > _last(setting.on):
        judged.excluded = True


def _last(iso: str) -> date:
    from corpus.dates import last_day

    return last_day(iso)


def _by_place(judged: _Judged, keys: MentionKeys, setting: Setting) -> None:
    theirs = judged.cluster.instrument.place
    if not keys.local and theirs is None:
        return
    if keys.place and theirs:
        if keys.place == theirs:
            judged.score += 3
            judged.proved = judged.proved or keys.full
            judged.reasons.append(f"là văn bản của {theirs}")
        elif _merged(keys.place, theirs):
            judged.score += 1
            judged.reasons.append(f"{theirs} và {keys.place} đã sáp nhập")
        else:
            judged.excluded = True
    elif keys.local and keys.place and theirs is None:
        judged.score -= 1
    del setting


def _merged(a: str, b: str) -> bool:
    first, second = find_place(a), find_place(b)
    return first is not None and second is not None and same_place(first, second)


def _by_date(judged: _Judged, citation: Citation) -> None:
    said = citation.issued_on
    if not said:
        return
    instrument = judged.cluster.instrument
    if len(said) == 10 and said in judged.cluster.dates:
        judged.score += 12
        judged.proved = True
        if instrument.issued_on and said != instrument.issued_on:
            judged.conflicts.append("issued_on")
            judged.reasons.append(
                f"số khớp, nhưng ngày ghi ({show_date(said)}) khác ngày ban hành đã biết ({show_date(instrument.issued_on)})"
            )
        else:
            judged.reasons.append(f"khớp ngày {show_date(said)}")
        return
    match = agree(said, instrument.issued_on)
    if match:
        judged.score += 12 if len(said) == 10 else 8
        judged.proved = True
        judged.reasons.append(f"khớp {show_date(said)}")
    elif match is False:
        _date_conflict(judged, said, instrument.issued_on or "")


def _date_conflict(judged: _Judged, said: str, known: str) -> None:
    same_year = said[:4] == known[:4]
    slip = len(said) == 10 and len(known) == 10 and said[5:] == known[5:]
    if same_year or slip:
        judged.score += 4
        judged.conflicts.append("issued_on")
        judged.reasons.append(
            f"số khớp, nhưng ngày ghi ({show_date(said)}) khác ngày ban hành đã biết ({show_date(known)})"
        )
    else:
        judged.excluded = True


def _by_issuer(judged: _Judged, citation: Citation) -> None:
    if not citation.issuer or not judged.cluster.issuers:
        return
    verdict = compatible(citation.issuer, judged.cluster.issuers[0])
    if verdict:
        judged.score += 2.5
        judged.proved = True
        judged.reasons.append(f"khớp cơ quan ban hành ({judged.cluster.issuers[0]})")
    elif verdict is False:
        judged.score -= 2.5
        judged.conflicts.append("issuer")


def _by_term(judged: _Judged, citation: Citation) -> None:
    """``khóa XI``: the Party's term in which the document must have been issued."""
    term = _roman_term(citation)
    issued = judged.cluster.instrument.issued_on
    if term is None or not issued:
        return
    theirs = party_term_on(first_day(issued))
    if theirs is None:
        return
    if theirs.ordinal == term:
        judged.score += 4
        judged.proved = True
        judged.reasons.append(f"thuộc nhiệm kỳ khóa {theirs.roman}")
    else:
        judged.score -= 4


def _roman_term(citation: Citation) -> int | None:
    if citation.form not in ("numbered", "short", "year") or not citation.term:
        return None
    return parse_ordinal(citation.term)


def _by_antecedent(judged: _Judged, citation: Citation, before: Outcome | None) -> None:
    """A full form earlier in the same notice settles a later short one, unless the later one says something else."""
    if before is None or citation.issued_on or before.target != judged.cluster.instrument.id:
        return
    judged.score += 7
    judged.proved = True
    judged.reasons.append("đã được dẫn đầy đủ ở phần trên của cùng văn bản")


def _by_title(judged: _Judged, citation: Citation, setting: Setting) -> None:
    said = title_words(citation.title)
    shared = len(said & judged.cluster.words) if said else 0
    if shared >= 2 or (shared and len(said) <= 3):
        judged.score += min(5.0, 2.0 + shared)
        judged.proved = True
        judged.reasons.append("khớp trích yếu")
    elif len(setting.context & judged.cluster.words) >= 2:
        judged.score += min(3.0, len(setting.context & judged.cluster.words))
        judged.proved = judged.proved or len(setting.context & judged.cluster.words) >= 3
        judged.reasons.append("nội dung đoạn dẫn gần với trích yếu")


def _by_force(judged: _Judged, citation: Citation, setting: Setting) -> None:
    """A law named without a year is the one in force on the citing day."""
    if citation.number is not None or citation.issued_on or not setting.on:
        return
    cluster = judged.cluster
    if cluster.effective_on is None and cluster.expires_on is None:
        return
    on = _last(setting.on)
    begins = first_day(cluster.effective_on) if cluster.effective_on else None
    ends = first_day(cluster.expires_on) if cluster.expires_on else None
    if (begins is None or begins <= on) and (ends is None or on < ends):
        judged.score += 5
        judged.reasons.append(f"có hiệu lực vào ngày {show_date(setting.on)}")
    else:
        judged.score -= 1


def _sentence(judged: _Judged, *, alone: bool) -> str:
    """One short Vietnamese sentence that a reader understands."""
    reasons = list(dict.fromkeys(judged.reasons))[:3]
    if not reasons:
        return (
            "Chỉ có một văn bản mang số hiệu hoặc tên này."
            if alone
            else "Văn bản phù hợp nhất với số hiệu hoặc tên này."
        )
    text = "; ".join(reasons)
    return text[0].upper() + text[1:] + "."


def _describe(cluster: Cluster) -> str:
    instrument = cluster.instrument
    parts = [
        part
        for part in (instrument.place, show_date(instrument.issued_on) if instrument.issued_on else "chưa rõ ngày")
        if part
    ]
    return ", ".join(parts)


def _candidates(standing: Sequence[_Judged]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            instrument_id=j.cluster.instrument.id,
            score=round(j.score, 2),
            why=_sentence(j, alone=False) if j.reasons else f"Cùng số hiệu hoặc tên ({_describe(j.cluster)}).",
        )
        for j in standing[:_MAX_CANDIDATES]
    )


def _ambiguous(citation: Citation, standing: Sequence[_Judged], best: _Judged) -> Outcome:
    near = [j for j in standing if j.score > best.score - MARGIN]
    listed = "; ".join(_describe(j.cluster) for j in near[:4])
    what = citation.number or citation.name or citation.text
    return Outcome(
        citation=citation,
        status="ambiguous",
        candidates=_candidates(standing),
        why=f"Có {len(near)} văn bản cùng là {kind_name(citation.kind)} {what} ({listed}) và đoạn dẫn không đủ để chọn.",
    )


def _bare_serial(citation: Citation, standing: Sequence[_Judged]) -> Outcome:
    return Outcome(
        citation=citation,
        status="ambiguous" if len(standing) > 1 else "unresolved",
        candidates=_candidates(standing),
        why="Chỉ có số thứ tự, không có ngày, cơ quan hay nội dung để biết chắc là văn bản nào.",
    )


def _contradicted(citation: Citation, judged: Sequence[_Judged]) -> Outcome:
    del judged
    return Outcome(
        citation=citation,
        status="unresolved",
        why="Văn bản cùng số hiệu đã biết không khớp ngày, nơi hoặc thời điểm dẫn.",
    )


def _nothing(citation: Citation, keys: MentionKeys) -> Outcome:
    if keys.number is not None and not keys.full:
        why = "Chỉ có số thứ tự và chưa có văn bản nào trong kho mang số này."
    else:
        why = "Chưa biết văn bản nào có tên hoặc số hiệu này."
    return Outcome(citation=citation, status="unresolved", why=why)
