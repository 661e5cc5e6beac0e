"""A mention against one document that it may mean: what speaks for it, what against it, in points and as reasons.

In order of weight: a full date (12), its own or that of a dated mention beside it, a year or month (8), a full form in the same notice (7), a law's force on the citing day (5), title words (to 5),
the Party's term (4), the province (3), the issuing body (2.5). A document is out when it is younger than the citing day, another province's,
another district's, or of a date that no slip explains.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from corpus.dates import agree, first_day, last_day
from corpus.issuers import compatible
from corpus.kinds import sole_organ
from corpus.model import Citation, Conflict, Piece, Reason
from corpus.places import find_place, same_place
from corpus.terms import party_term_on
from indexer.resolution.cluster import Cluster
from indexer.resolution.counter import counter_reason
from indexer.resolution.keys import MentionKeys
from indexer.resolution.wording import NO_WORDING, Wording

FULL_DATE: Final = 12.0
_VAGUE_DATE: Final = 8.0
_SLIP: Final = 4.0
_FULL_FORM: Final = 7.0
_IN_FORCE: Final = 5.0
_TITLE_MOST: Final = 5.0
_CONTEXT_MOST: Final = 3.0
_TERM: Final = 4.0
_PLACE: Final = 3.0
_ISSUER: Final = 2.5
_AMONG_FORMS: Final = 3.0
_OTHER_UNIT: Final = 2.0
_NEW_WITHIN_DAYS: Final = 730
_OLD_WITHIN_DAYS: Final = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and when a mention stands.

    on: the notice's day. subject: word pairs of the title that the mention gives. context: word pairs near the mention. named: provinces that
    it is said to be of. term: ordinal of the Party's term that it gives (``khóa XI``). forms: ids of documents that the same notice cites in
    full and the mention may repeat; where: ``above`` or ``below`` it. home: the notice's province. lent: the date of a dated mention of the
    same serial in the notice. last: id of the document of that number found last before. wording: what else the words around say.
    """

    on: str | None
    subject: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    term: int | None = None
    forms: frozenset[str] = frozenset()
    where: Literal["above", "below"] = "above"
    home: str | None = None
    lent: str | None = None
    last: str | None = None
    wording: Wording = NO_WORDING


@dataclass(slots=True)
class Judged:
    """A document with its points. proved: something beyond a bare serial speaks for it. out: it cannot be meant. pro, con: each piece of that."""

    cluster: Cluster
    score: float = 0.0
    reasons: list[Reason] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    proved: bool = False
    contradicted: bool = False
    out: bool = False
    pro: list[Piece] = field(default_factory=list)
    con: list[Piece] = field(default_factory=list)

    def credit(self, points: float, reason: Reason, *, proves: bool = True) -> None:
        """Count something in its favour."""
        self.score += points
        self.proved = self.proved or proves
        self.reasons.append(reason)
        self.pro.append(Piece(reason, round(points, 2)))


def judge(citation: Citation, keys: MentionKeys, cluster: Cluster, setting: Setting) -> Judged:
    """One document judged by all that the mention and its notice say."""
    judged = Judged(cluster)
    is_out = False
    for weigh in _WEIGHINGS:
        judged.out = False
        _note(judged, weigh, citation, keys, setting)
        is_out = is_out or judged.out
    judged.out = is_out
    return judged


def _note(judged: Judged, weigh: "Weighing", citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """Weigh, and keep what that took away as pieces against the document; what it gave is kept by `Judged.credit`."""
    score, given, said = judged.score, len(judged.pro), len(judged.reasons)
    weigh(judged, citation, keys, setting)
    credited = [piece.reason for piece in judged.pro[given:]]
    lost = judged.score - score - sum(piece.weight or 0.0 for piece in judged.pro[given:])
    against = [reason for reason in judged.reasons[said:] if reason not in credited]
    if judged.out or lost < 0 or against:
        reasons = against or [counter_reason(weigh.__name__, citation, judged.cluster, setting)]
        judged.con += [Piece(reason, None if judged.out else round(lost, 2)) for reason in reasons]


def _date(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    said, known = citation.issued_on, judged.cluster.instrument.issued_on
    if not said or not known:
        return
    if agree(said, known):
        exact = len(said) == len(known) == 10
        judged.credit(FULL_DATE if exact else _VAGUE_DATE, Reason.of("date-agrees", on=said))
    elif said[:4] == known[:4] or (len(said) == len(known) == 10 and said[5:] == known[5:]):
        judged.conflicts.append("issued_on")
        judged.credit(_SLIP, Reason.of("number-agrees-date-differs", said_on=said, known_on=known))
    else:
        judged.out = True


def _lent(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """The date of a dated mention of the same serial in the notice decides for a bare one."""
    known = judged.cluster.instrument.issued_on
    if not setting.lent or not known:
        return
    if agree(setting.lent, known):
        judged.credit(FULL_DATE, Reason.of("same-text-gives-date", on=setting.lent))
    elif setting.lent[:4] != known[:4]:
        judged.out = True


def _told(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """A day without its year, a year in other words, a term of office."""
    wording, known = setting.wording, judged.cluster.instrument.issued_on
    if not known:
        return
    if wording.day and len(known) == 10:
        _weigh(
            judged,
            known[5:] == wording.day,
            Reason.of("day-agrees", day=int(wording.day[3:]), month=int(wording.day[:2])),
        )
    if wording.told_on:
        _weigh(judged, bool(agree(wording.told_on, known)), Reason.of("date-agrees", on=wording.told_on))
    if wording.years and keys.local:
        begin, end = wording.years
        if begin <= int(known[:4]) <= end:
            judged.credit(_TERM, Reason.of("years-of-office", first=begin, last=end))
        else:
            judged.contradicted = True
            judged.score -= _TERM


def _weigh(judged: Judged, fits: bool, reason: Reason) -> None:
    if fits:
        judged.credit(_VAGUE_DATE, reason)
    else:
        judged.out = True


def _whose(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """``của tỉnh bạn``, ``của tỉnh ta``, ``… khác``."""
    wording, instrument = setting.wording, judged.cluster.instrument
    if wording.elsewhere and keys.number and instrument.place == (setting.home if keys.local or keys.full else None):
        judged.out = judged.out or keys.local or not keys.full
    if wording.ours and instrument.place is None and not keys.full:
        judged.out = True
    if wording.another and instrument.id == setting.last:
        judged.out = True


def _time(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """A document is not cited before it is issued, unless its very date is given: then the notice's own day is at fault."""
    issued = judged.cluster.instrument.issued_on
    if issued and setting.on and issued != citation.issued_on and first_day(issued) > last_day(setting.on):
        judged.out = True


def _place(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    theirs = judged.cluster.instrument.place
    if theirs is None:
        judged.out = judged.out or (keys.number is None and keys.place is not None)
        judged.score -= bool(keys.local and keys.place)
    elif setting.named and not keys.place_said:
        if theirs in setting.named:
            judged.credit(_PLACE, Reason.of("place-named", place=theirs), proves=keys.full)
        else:
            judged.out = True
    elif keys.place == theirs:
        if keys.local:
            judged.credit(_PLACE, Reason.of("place-agrees", place=theirs), proves=keys.full)
    elif keys.place and _merged(keys.place, theirs):
        judged.credit(1.0, Reason.of("places-merged", place=theirs, other=keys.place), proves=False)
    else:
        judged.out = judged.out or keys.place is not None or keys.number is None


def _merged(a: str, b: str) -> bool:
    first, second = find_place(a), find_place(b)
    return first is not None and second is not None and same_place(first, second)


def _unit(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    theirs = judged.cluster.unit
    if keys.unit is not None and keys.unit != theirs:
        judged.out = True
    elif keys.unit is None and theirs is not None and judged.cluster.instrument.id not in setting.forms:
        judged.score -= _OTHER_UNIT


def _issuer(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    known = judged.cluster.issuer
    verdict = compatible(citation.issuer, known)
    if verdict:
        # Of kinds that one body alone issues (Luật Ban hành văn bản quy phạm pháp luật, Điều 4) its name tells nothing between two of them.
        tells = sole_organ(citation.kind) is None
        judged.credit(_ISSUER, Reason.of("issuer-agrees", issuer=known), proves=tells and not setting.wording.elsewhere)
    elif verdict is False:
        judged.conflicts.append("issuer")
        # Where the symbol names the body (TTg, CP), a wrong name beside it is a slip; TW stands for several bodies.
        judged.score -= _ISSUER if (keys.number or "").endswith(" tw") or not keys.full else 0.0
        judged.reasons.append(Reason.of("issuer-differs", issuer=known))


def _term(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """``khóa XI``: the Party's term in which the document must have been issued."""
    issued = judged.cluster.instrument.issued_on
    theirs = party_term_on(first_day(issued)) if issued else None
    if setting.term is None or theirs is None:
        return
    if theirs.ordinal == setting.term:
        judged.credit(_TERM, Reason.of("party-term", term=theirs.roman))
    else:
        judged.contradicted = True
        judged.score -= _TERM


def _forms(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """The full form in the same notice settles a short one, unless the short one says something else, or several fit."""
    if citation.issued_on or judged.contradicted or judged.cluster.instrument.id not in setting.forms:
        return
    if _of_another_subject(setting, judged.cluster) or (not keys.full and "issuer" in judged.conflicts):
        return
    if len(setting.forms) == 1:
        judged.credit(_FULL_FORM, Reason.of(f"cited-in-full-{setting.where}"))
    else:
        judged.credit(_AMONG_FORMS, Reason.of("among-cited", n=len(setting.forms)), proves=False)


def _of_another_subject(setting: Setting, cluster: Cluster) -> bool:
    return len(setting.subject) >= 2 and bool(cluster.words) and not setting.subject & cluster.words


def _title(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    known = judged.cluster.words
    shared, near = len(setting.subject & known), len(setting.context & known)
    if shared >= 2 or (shared and len(setting.subject) <= 3):
        judged.credit(min(_TITLE_MOST, 2.0 + shared), Reason("title-agrees"))
    elif near >= 2:
        judged.credit(min(_CONTEXT_MOST, near), Reason("subject-agrees"), proves=near >= 3)
    elif citation.form == "plenum" and _of_another_subject(setting, judged.cluster):
        judged.score -= _TITLE_MOST  # a plenum passes several resolutions: one of another subject is not this one


def _passing(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """A law told by when it takes effect, by who passed it, or as the new or the old one."""
    wording, cluster = setting.wording, judged.cluster
    if wording.effective_on and cluster.effective_on:
        fits = bool(agree(wording.effective_on, cluster.effective_on))
        _weigh(judged, fits, Reason.of("in-force-from", from_on=cluster.effective_on))
    if wording.legislature and cluster.number_key:
        _weigh(judged, cluster.number_key.endswith(f" qh{wording.legislature}"), Reason("legislature-agrees"))
    if wording.age and setting.on:
        _weigh_age(judged, wording.age, last_day(setting.on))


def _weigh_age(judged: Judged, age: Literal["new", "old", "present"], on: date) -> None:
    """``mới``: in force not for long or not yet; ``cũ``: out of force, or soon; ``hiện hành``: in force."""
    begins, ends = judged.cluster.effective_on, judged.cluster.expires_on
    begun = (on - first_day(begins)).days if begins else None
    ended = (on - first_day(ends)).days if ends else None
    fits, code = {
        "new": (begun is not None and begun <= _NEW_WITHIN_DAYS, "new-law"),
        "old": (ended is not None and ended >= -_OLD_WITHIN_DAYS, "old-law"),
        "present": (begun is not None and begun >= 0 and (ended is None or ended < 0), "present-law"),
    }[age]
    if fits:
        years_ago = max(0, ended or 0) / 365 if age == "old" else 0
        judged.credit(_FULL_FORM + _IN_FORCE - min(years_ago, _FULL_FORM), Reason(code))
    else:
        judged.score -= _IN_FORCE


def _force(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """A law named without a year is the one in force on the citing day."""
    cluster, wording = judged.cluster, setting.wording
    if wording.effective_on or wording.legislature or wording.age:
        return
    if citation.number or citation.issued_on or not setting.on or not (cluster.effective_on or cluster.expires_on):
        return
    on = last_day(setting.on)
    begun = cluster.effective_on is None or first_day(cluster.effective_on) <= on
    if begun and (cluster.expires_on is None or on < first_day(cluster.expires_on)):
        judged.credit(_IN_FORCE, Reason.of("in-force-on", on=setting.on))
    else:
        judged.score -= 1


Weighing = Callable[[Judged, Citation, MentionKeys, Setting], None]
_WEIGHINGS: Final[tuple[Weighing, ...]] = (
    _time,
    _place,
    _unit,
    _whose,
    _date,
    _lent,
    _told,
    _issuer,
    _term,
    _forms,
    _title,
    _passing,
    _force,
)
