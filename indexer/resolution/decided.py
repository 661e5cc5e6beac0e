"""What people decided, as mentions are judged by it: a mention that was decided about is what they said, and like mentions have it as evidence.

A decision is found again in the text by where the mention stood, else by its words and those in front of it; one whose mention is gone says nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Self

from corpus.dates import first_day
from corpus.decisions import Decision, Verdict
from corpus.identity import InstrumentId
from corpus.model import Citation, Instrument, Outcome, Reason

_LIKE_WITHIN_DAYS: Final = 366
"""Provincial numbers begin anew each year: a mention a year away may be of the next document of that number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision on a mention, in its place: the index of its citation in the notice, and how that is filed (see `keys.MentionKeys`).

    home: province of its notice; on: its notice's day. document: None where nobody can say. at: day of the decision.
    """

    seq: int
    verdict: Verdict
    notice_id: str
    index: int
    bucket: str
    number: str | None
    home: str | None
    on: str | None
    document: str | None
    who: str
    at: str
    why: str

    def reason(self, code: str) -> Reason:
        """It as a reason."""
        return Reason.of(code, who=self.who, on=self.at, because=self.why, decision=self.seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A decision on two identities. instrument: the document as it was known, which one that is the same goes by. at: day of the decision."""

    seq: int
    verdict: Verdict
    document: str
    other: str
    instrument: Instrument
    who: str
    at: str
    why: str


@dataclass(slots=True)
class Decided:
    """All that counts. of_mention: by notice and index; by_bucket: rulings that like mentions are judged by; identities: all that was
    decided about two of them; aliases: ids that go by another; apart: ids that stay documents of their own.

    present: the id by which a document goes now that a decision knew less exactly; None when there is none any more.
    """

    of_mention: dict[tuple[str, int], list[Ruling]] = field(default_factory=lambda: defaultdict(list))
    by_bucket: dict[str, list[Ruling]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[str, Identity] = field(default_factory=dict)
    identities: tuple[Identity, ...] = ()
    apart: frozenset[str] = frozenset()
    present: Callable[[str], str | None] = lambda id_: id_

    @classmethod
    def of(
        cls,
        rulings: Iterable[Ruling] = (),
        identities: Iterable[Identity] = (),
        present: Callable[[str], str | None] = lambda id_: id_,
    ) -> Self:
        """From what was decided about mentions and identities, oldest first."""
        known = tuple(identities)
        found = cls(
            identities=known,
            aliases={one.other: one for one in known if one.verdict == "same"},
            apart=frozenset(id_ for one in known if one.verdict == "not-same" for id_ in (one.document, one.other)),
            present=present,
        )
        for ruling in rulings:
            found.of_mention[ruling.notice_id, ruling.index].append(ruling)
            if ruling.verdict != "unsure":
                found.by_bucket[ruling.bucket].append(ruling)
        return found

    def on(self, notice_id: str, index: int) -> Sequence[Ruling]:
        """What was decided about one mention."""
        return self.of_mention.get((notice_id, index), ())

    def alike(self, notice_id: str, index: int, bucket: str, number: str | None, home: str | None, on: str | None) -> list[Ruling]:  # fmt: skip
        """What was decided about other mentions of the same words, in a notice of the same province and about the same time."""
        return [
            ruling
            for ruling in self.by_bucket.get(bucket, ())
            if (ruling.notice_id, ruling.index) != (notice_id, index)
            and (ruling.number, ruling.home) == (number, home)
            and _near(ruling.on, on)
        ]

    def canonical(self, id_: str) -> str:
        """The id by which a document goes."""
        seen = {id_}
        while id_ in self.aliases and self.aliases[id_].instrument.id not in seen:
            id_ = self.aliases[id_].instrument.id
            seen.add(id_)
        return id_

    def held_as(self, id_: str) -> list[str]:
        """The ids that go by one."""
        return [other for other in self.aliases if self.canonical(other) == id_]

    def known_as(self, id_: str) -> Instrument | None:
        """The document that people said one is, as it was known then; None for one of which they said nothing."""
        canonical = self.canonical(id_)
        if canonical == id_:
            return None
        return next(alias.instrument for alias in self.aliases.values() if alias.instrument.id == canonical)


NOTHING_DECIDED: Final = Decided()


def barred(rulings: Sequence[Ruling], id_: str) -> bool:
    """Whether people said of a mention that it is not a document."""
    return any(one.verdict == "not-same" and one.document and is_document(one.document, id_) for one in rulings)


def settle(outcome: Outcome, rulings: Sequence[Ruling], decided: Decided) -> Outcome:
    """What became of a mention, as people decided: the document that they named, or none where they said that nobody can tell."""
    for ruling in reversed(rulings):
        if ruling.verdict == "same" and ruling.document:
            target = decided.present(decided.canonical(ruling.document))
            if target:
                said = (ruling.reason("decided-same"),)
                return Outcome(citation=outcome.citation, status="resolved", target=target, reasons=said)
        if ruling.verdict == "unsure":
            status = outcome.status if outcome.status != "resolved" else "ambiguous"
            reasons = (ruling.reason("decided-unsure"), *outcome.reasons)
            return replace(outcome, status=status, target=None, reasons=reasons, conflicts=())
    told = tuple(one.reason("decided-not-same") for one in rulings if one.verdict == "not-same")
    return replace(outcome, reasons=(*outcome.reasons, *told)) if told else outcome


def _near(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return a == b
    return abs((first_day(a) - first_day(b)).days) <= _LIKE_WITHIN_DAYS


def is_document(said: str, id_: str) -> bool:
    """Whether an id is the one that was said, or the same known more, or less, exactly: a year was learnt since."""
    if said == id_:
        return True
    first, second = InstrumentId.parse(said), InstrumentId.parse(id_)
    return first.widens(second) or second.widens(first)


def find_mention(decision: Decision, text: str, citations: Sequence[Citation]) -> int | None:
    """The index of the citation that a decision is about: the mention of those words behind those words, at its old place if there are several."""
    mention = decision.mention
    if mention is None:
        return None
    same = [
        index
        for index, one in enumerate(citations)
        if text[one.span.start : one.span.end] == mention.written and text[: one.span.start].endswith(mention.before)
    ]
    at_place = [index for index in same if citations[index].span.start == mention.start]
    found = at_place or same
    return found[0] if len(found) == 1 else None
