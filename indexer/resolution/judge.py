"""A mention against one document that it may mean: what speaks for it, what against it, in points and as reasons.

In order of weight: a full date (12), its own or that of a dated mention beside it, a year or month (8), a full form in the same notice (7), a law's force on the citing day (5), title words (to 5),
the Party's term (4), the province (3), the issuing body (2.5). A document is out when it is younger than the citing day, another province's,
another district's, or of a date that no slip explains.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from corpus.dates import agree, first_day, last_day
from corpus.issuers import body_of_symbol, compatible
from corpus.kinds import has_trait, sole_organ
from corpus.model import Citation, Conflict, Piece, Reason
from corpus.numbers import parse_number
from corpus.places import find_place, same_place, successor_of
from corpus.terms import party_term_on
from corpus.text import fold
from indexer.resolution.cluster import Cluster
from indexer.resolution.counter import counter_reason
from indexer.resolution.decided import Ruling, is_document
from indexer.resolution.keys import MentionKeys, is_central
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
_MERGED: Final = 1.5
_ISSUER: Final = 2.5
_OWN: Final = 3.0
_HERE: Final = 1.5
_USUAL: Final = 1.0
_OWN_WITHIN_DAYS: Final = 730
_HERE_WITHIN_DAYS: Final = 400
_USUAL_WITHIN_DAYS: Final = 15 * 365
_AMONG_FORMS: Final = 3.0
_OTHER_UNIT: Final = 2.0
_ALIKE: Final = 4.0
_NEW_WITHIN_DAYS: Final = 730
_OLD_WITHIN_DAYS: Final = 365
_PROVINCIAL: Final = re.compile(r"\b(?:tinh|thanh uy)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and when a mention stands.

    on: the notice's day. subject: word pairs of the title that the mention gives. context: word pairs near the mention. named: provinces that
    it is said to be of. term: ordinal of the Party's term that it gives (``khóa XI``). forms: ids of documents that the same notice cites in
    full and the mention may repeat; where: ``above`` or ``below`` it. home: the notice's province; issuer: who speaks in it. lent: the date of a
    dated mention of the same serial in the notice. since, until: dates of the documents that it comes after (which it changes) and before (in whose
    title it stands). last: id of the document of that number found last before. unlike: id of the one from which the text tells it apart. wording: what
    else the words around say. alike: what people decided about mentions like this one.
    """

    on: str | None
    subject: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    term: int | None = None
    forms: frozenset[str] = frozenset()
    where: Literal["above", "below"] = "above"
    home: str | None = None
    issuer: str | None = None
    lent: str | None = None
    since: str | None = None
    until: str | None = None
    last: str | None = None
    unlike: str | None = None
    wording: Wording = NO_WORDING
    alike: tuple[Ruling, ...] = ()


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
        self.pro.append(Piece(reason=reason, weight=round(points, 2)))


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
        judged.con += [Piece(reason=reason, weight=None if judged.out else round(lost, 2)) for reason in reasons]


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
    if wording.near_on and not wording.day and agree(wording.near_on, known):
        judged.credit(_VAGUE_DATE, Reason.of("date-agrees", on=wording.near_on))
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
    document = judged.cluster.document.id
    if document == setting.unlike or (wording.another and document == setting.last):
        judged.out = True


def _time(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """A document is not cited before it is issued, unless its very date is given: then the notice's own day is at fault.

    Nor does one stand in the title of an older one, or change a younger one.
    """
    issued = judged.cluster.instrument.issued_on
    if issued and setting.on and issued != citation.issued_on and first_day(issued) > last_day(setting.on):
        judged.out = True
    if issued is None or citation.issued_on:
        return  # what it says of its own day goes before what its neighbours say
    if setting.until and first_day(issued) > last_day(setting.until):
        judged.out = True
    if setting.since and last_day(issued) < first_day(setting.since):
        judged.out = True


def _alike(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """What people decided about like mentions speaks for a document, or against it, unless this mention says something else."""
    rulings = [one for one in setting.alike if one.document and is_document(one.document, judged.cluster.document.id)]
    if not rulings or judged.out or citation.issued_on:
        return
    ruling = rulings[-1]
    if ruling.verdict == "same":
        judged.credit(_ALIKE, ruling.reason("decided-alike"))
    else:
        judged.score -= _ALIKE
        judged.reasons.append(ruling.reason("decided-not-alike"))


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
    elif keys.place and _merged(keys.place, theirs, setting.on):
        judged.credit(_MERGED, Reason.of("places-merged", place=theirs, other=keys.place), proves=False)
    else:
        judged.out = judged.out or keys.place is not None or keys.number is None


def _merged(a: str, b: str, on: str | None) -> bool:
    """Whether two provinces are one on a day: before they merged, one does not cite the other's documents as its own."""
    first, second = find_place(a), find_place(b)
    if first is None or second is None or not same_place(first, second):
        return False
    return on is None or successor_of(first, last_day(on)) == successor_of(second, last_day(on))


def _unit(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    theirs = judged.cluster.unit
    if keys.unit is not None and keys.unit != theirs:
        judged.out = True
    elif theirs is not None and keys.unit is None and citation.issuer and _PROVINCIAL.search(fold(citation.issuer)):
        judged.out = True  # ``UBND tỉnh`` is no district's
    elif keys.unit is None and theirs is not None and judged.cluster.document.id not in setting.forms:
        judged.score -= _OTHER_UNIT


def _issuer(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    known = judged.cluster.issuer
    verdict = compatible(citation.issuer, known)
    if verdict is not True and _is_centre(citation, judged.cluster):
        verdict = True  # an alliance's ``Trung ương`` is the national one
    if verdict:
        # Of kinds that one body alone issues (Luật Ban hành văn bản quy phạm pháp luật, Điều 4) its name tells nothing between two of them.
        tells = sole_organ(citation.kind) is None
        judged.credit(_ISSUER, Reason.of("issuer-agrees", issuer=known), proves=tells and not setting.wording.elsewhere)
    elif verdict is False:
        judged.conflicts.append("issuer")
        # Where the symbol names the body (TTg, CP), a wrong name beside it is a slip; TW stands for several bodies.
        judged.score -= _ISSUER if (keys.number or "").endswith(" tw") or not keys.full else 0.0
        judged.reasons.append(Reason.of("issuer-differs", issuer=known))


def _is_centre(citation: Citation, cluster: Cluster) -> bool:
    organ = parse_number(cluster.instrument.number or "0").organ
    body = body_of_symbol(organ) if organ and cluster.issuer is None else None
    national = cluster.instrument.place is None and is_central(cluster.issuer or (body.name if body else None))
    return national and has_trait(citation.kind, "passing") and fold(citation.issuer or "") in ("trung uong", "tw")


def _term(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """``khóa XI``: the Party's term in which the document must have been issued."""
    issued = judged.cluster.instrument.issued_on
    ends = [party_term_on(day(issued)) for day in (first_day, last_day)] if issued else []
    terms = [term for term in ends if term is not None]
    if setting.term is None or not terms:
        return
    theirs = next((term for term in terms if term.ordinal == setting.term), None)
    if theirs is not None:
        judged.credit(_TERM, Reason.of("party-term", term=theirs.roman))
    else:
        judged.contradicted = True
        judged.score -= _TERM


def _forms(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """The full form in the same notice settles a short one, unless the short one says something else, or several fit."""
    if citation.issued_on or judged.contradicted or judged.cluster.document.id not in setting.forms:
        return
    if _of_another_subject(setting, judged.cluster) or (not keys.full and "issuer" in judged.conflicts):
        return
    if len(setting.forms) == 1:
        judged.credit(_FULL_FORM, Reason.of(f"cited-in-full-{setting.where}"))
    else:
        judged.credit(_AMONG_FORMS, Reason.of("among-cited", n=len(setting.forms)), proves=False)


def _of_another_subject(setting: Setting, cluster: Cluster) -> bool:
    return len(setting.subject) >= 2 and bool(cluster.words) and not setting.subject & cluster.words


def _habit(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    """Which document a bare serial means as a rule: one of the speaker's own, the province's latest, one that everybody cites."""
    cluster, issued = judged.cluster, judged.cluster.instrument.issued_on
    if keys.number is None or keys.full or citation.issued_on or not issued or not setting.on:
        return
    if "issuer" in judged.conflicts or _of_another_subject(setting, cluster) or judged.contradicted:
        return
    age = (last_day(setting.on) - first_day(issued)).days
    place = cluster.instrument.place
    if cluster.instrument.notice_id and age <= _OWN_WITHIN_DAYS and compatible(setting.issuer, cluster.issuer):
        judged.credit(_OWN, Reason("own-document"))
    elif place and place == setting.home and age <= _HERE_WITHIN_DAYS:
        judged.credit(_HERE, Reason("recent-here"))
    elif place is None and cluster.usual and age <= _USUAL_WITHIN_DAYS:
        judged.credit(_USUAL, Reason("much-cited"))


def _title(judged: Judged, citation: Citation, keys: MentionKeys, setting: Setting) -> None:
    known = judged.cluster.words
    shared, near = len(setting.subject & known), len(setting.context & known)
    if shared >= 2 or (shared and len(setting.subject) <= 3):
        judged.credit(min(_TITLE_MOST, 2.0 + shared), Reason("title-agrees"))
    elif near >= 2:
        judged.credit(min(_CONTEXT_MOST, near), Reason("subject-agrees"), proves=near >= 3)
    elif keys.number and _is_contradicted(judged, citation, setting):
        judged.score -= _TERM
        judged.reasons.append(Reason("subject-differs"))
    elif citation.form == "plenum" and _of_another_subject(setting, judged.cluster):
        judged.score -= _TITLE_MOST  # a plenum passes several resolutions: one of another subject is not this one


def _is_contradicted(judged: Judged, citation: Citation, setting: Setting) -> bool:
    """Whether the mention says what it is about, and no word of it is in the known titles, near or far; a date that agrees says more."""
    dated = any(reason.code in ("date-agrees", "same-text-gives-date") for reason in judged.reasons)
    said, known = setting.subject | setting.context, judged.cluster.words
    told = not dated and len(setting.subject) >= 3 and len(known) >= 3
    return told and not known & said and not _syllables(known) & _syllables(setting.subject)


def _syllables(pairs: frozenset[str]) -> set[str]:
    return {syllable for pair in pairs for syllable in pair.split()}


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
    _habit,
    _title,
    _passing,
    _force,
    _alike,
)
