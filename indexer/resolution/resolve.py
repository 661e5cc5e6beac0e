"""The decision on one mention. Ambiguity is an outcome: a wrong link is worse than an honest list.

The document with most points is meant when no other comes within `MARGIN`; a bare serial needs proof beyond its digits.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.kinds import is_one_series
from corpus.model import Candidate, Citation, Outcome, Piece, Reason
from corpus.numbers import number_key
from indexer.resolution.cluster import Cluster
from indexer.resolution.judge import Judged, Setting, judge
from indexer.resolution.keys import MentionKeys

MARGIN: Final = 2.0
_MAX_CANDIDATES: Final = 8
_MAX_REASONS: Final = 3
_LISTED_NEAR: Final = 4
_LISTED_UNFIT: Final = 3
_FULL_YEAR: Final = re.compile(r"/(?:19|20)\d\d(?!\d)")


def resolve_mention(citation: Citation, keys: MentionKeys, clusters: Sequence[Cluster], setting: Setting) -> Outcome:
    """Judge one mention. `clusters`: the instruments of its bucket."""
    fitting = [cluster for cluster in clusters if number_fits(keys, cluster)]
    slip = not fitting and keys.is_slip
    if slip:
        fitting = [cluster for cluster in clusters if cluster.number_key and keys.hides(cluster.number_key)]
    if not fitting:
        return _unresolved(citation, (_nothing_known(keys),))
    judged = sorted((judge(citation, keys, cluster, setting) for cluster in fitting), key=_rank)
    outcome = _decided(citation, keys, judged, setting, slip=slip)
    return replace(outcome, weighed=_candidates(citation, sorted(judged, key=_is_out)))


def _decided(
    citation: Citation, keys: MentionKeys, judged: Sequence[Judged], setting: Setting, *, slip: bool
) -> Outcome:
    """The outcome, from all documents of the number or name, those with most points first."""
    standing = _one_each([one for one in judged if not one.out])
    if not standing or standing[0].score < 0:
        return _unresolved(citation, _contradiction(citation, judged), standing)
    best = standing[0]
    near = [one for one in standing if one.score > best.score - MARGIN]
    if len(near) > 1:
        return _ambiguous(citation, _several(citation, near), standing)
    if setting.wording.elsewhere and not best.proved:
        return _ambiguous(citation, (Reason("of-another-place"),), standing)
    if _is_nowhere(citation, keys, best):
        return _unresolved(citation, (Reason("place-unknown"),), standing)
    if slip and not _is_plain_slip(citation, keys, best):
        return _unresolved(citation, (_slip(citation, best),), standing)
    if _is_bare(citation, keys) and not best.proved:
        bare = (Reason("bare-serial"),)
        return _ambiguous(citation, bare, standing) if len(standing) > 1 else _unresolved(citation, bare, standing)
    return Outcome(
        citation=citation,
        status="resolved",
        target=best.cluster.document.id,
        reasons=((_slip(citation, best),) if slip else ()) + (_reasons(best) or (Reason("only-one-known"),)),
        conflicts=tuple(best.conflicts),
    )


def _is_nowhere(citation: Citation, keys: MentionKeys, best: Judged) -> bool:
    """Whether a number of which every province has one is told neither by province nor by day nor by anything else."""
    return keys.local and keys.full and best.cluster.instrument.place is None and keys.place is None and not best.proved


def near_candidates(outcome: Outcome) -> tuple[Candidate, ...]:
    """The documents between which a mention could not be decided; none where it was, or where nothing is likely."""
    best = max((one.score for one in outcome.candidates), default=0.0)
    return tuple(one for one in outcome.candidates if outcome.status == "ambiguous" and one.score > best - MARGIN)


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
    return (-judged.score, -int(issued.replace("-", "").ljust(8, "0")), judged.cluster.document.id)


def _one_each(ranked: Sequence[Judged]) -> list[Judged]:
    """The best of each document: one that people hold to be another is there under both numbers."""
    return list({one.cluster.document.id: one for one in reversed(ranked)}.values())[::-1]


def _slip(citation: Citation, judged: Judged) -> Reason:
    """What the number most likely should be."""
    return Reason.of("slip", written=citation.number, number=judged.cluster.document.number)


def _reasons(judged: Judged) -> tuple[Reason, ...]:
    """The first reasons; empty when there is none."""
    return tuple(dict.fromkeys(judged.reasons))[:_MAX_REASONS]


def _described(code: str, cluster: Cluster, citation: Citation) -> Reason:
    """What tells a document from its rivals: number (where the mention has none), province, date."""
    instrument = cluster.instrument
    number = None if citation.number else instrument.number
    return Reason.of(code, number=number, place=instrument.place, issued_on=instrument.issued_on)


def _candidates(citation: Citation, standing: Sequence[Judged]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            instrument_id=one.cluster.document.id,
            score=round(one.score, 2),
            reasons=_reasons(one) or (_described("same-number-or-name", one.cluster, citation),),
            pro=(_shared(citation, one), *one.pro),
            con=tuple(one.con),
            is_out=one.out,
        )
        for one in standing[:_MAX_CANDIDATES]
    )


def _is_out(judged: Judged) -> bool:
    return judged.out


def _shared(citation: Citation, judged: Judged) -> Piece:
    """What a document and a mention have in common to begin with: the number, the digits, the name."""
    theirs = judged.cluster.instrument.number
    if citation.number is None:
        return Piece(reason=Reason("name-is-it"))
    is_whole = theirs is not None and number_key(theirs) == number_key(citation.number)
    return Piece(reason=Reason.of("number-is-it" if is_whole else "number-begins-so", number=theirs))


def _ambiguous(citation: Citation, reasons: tuple[Reason, ...], standing: Sequence[Judged]) -> Outcome:
    candidates = _candidates(citation, standing)
    return Outcome(citation=citation, status="ambiguous", candidates=candidates, reasons=reasons)


def _unresolved(citation: Citation, reasons: tuple[Reason, ...], standing: Sequence[Judged] = ()) -> Outcome:
    candidates = _candidates(citation, standing)
    return Outcome(citation=citation, status="unresolved", candidates=candidates, reasons=reasons)


def _several(citation: Citation, near: Sequence[Judged]) -> tuple[Reason, ...]:
    """How many documents it may be, and the first of them."""
    what = (
        Reason.of("several-of-number", n=len(near), kind=citation.kind, number=citation.number)
        if citation.number
        else Reason.of("several-of-name", n=len(near), name=citation.text)
    )
    return (what, *(_described("namesake", one.cluster, citation) for one in near[:_LISTED_NEAR]))


def _contradiction(citation: Citation, judged: Sequence[Judged]) -> tuple[Reason, ...]:
    """What is known by that number or name, none of which fits."""
    code = "number-contradicted" if citation.number else "name-contradicted"
    by_id = sorted(judged, key=lambda one: one.cluster.instrument.id)
    return (Reason(code), *(_described("namesake", one.cluster, citation) for one in by_id[:_LISTED_UNFIT]))


def _nothing_known(keys: MentionKeys) -> Reason:
    return Reason("serial-unknown" if keys.number is not None and not keys.full else "nothing-known")
