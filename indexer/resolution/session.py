"""All mentions of one notice judged together: a full form settles the short ones above and below it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from corpus.model import Citation, Notice, Outcome
from corpus.places import places_in
from corpus.terms import parse_ordinal
from corpus.text import fold_aligned
from indexer.resolution.cluster import Cluster
from indexer.resolution.evidence import day_of
from indexer.resolution.judge import Setting
from indexer.resolution.keys import MentionKeys, home_of, keys_of
from indexer.resolution.resolve import number_fits, resolve_mention
from indexer.resolution.titles import context_words, title_words

_NEAR: Final = 160
_TERM = re.compile(r"[^.;\n]{0,60}?\bkhoa ([ivxl]{1,6}|\d{1,2})\b")
_ABOUT = re.compile(r"[ ,]{1,2}về ((?:[^,.;:()\n]|\.(?=\d)){4,120})")
_OTHER_MENTION = re.compile(r"\b(?:nghi quyet|ket luan|chi thi|quy dinh|dai hoi|va)\b")
_OWNER = re.compile(r"\s{0,2}(?:cua|\()\s{0,2}(?:(?:tinh|thanh pho|tp\.?)\s{1,2})?")
_LINE_END = re.compile(r"\n")
_CLAUSE_BREAK = re.compile(r"[.;:!?\n]")
ClustersOf = Callable[[str], Sequence[Cluster]]


@dataclass(slots=True)
class _Session:
    """One notice under way. settled: by bucket and id, the documents found so far, each with the paragraphs of its mentions."""

    notice: Notice
    clusters_of: ClustersOf
    home: str | None
    on: str | None
    settled: dict[str, dict[str, tuple[Cluster, set[int]]]] = field(default_factory=dict)
    line_ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Find where lines end, once for all mentions."""
        self.line_ends = [match.start() for match in _LINE_END.finditer(self.notice.text)]

    def resolve(self, citation: Citation, keys: MentionKeys, where: Literal["above", "below"]) -> Outcome:
        """Judge one mention and remember what it means."""
        clusters = self.clusters_of(keys.bucket)
        paragraph = bisect_left(self.line_ends, citation.span.start)
        setting = Setting(
            on=self.on,
            subject=_subject(self.notice.text, citation),
            context=_context(self.notice.text, citation),
            term=_term(self.notice.text, citation) if keys.number and not keys.local else None,
            named=named_provinces(self.notice.text, citation, self.home)
            if keys.local and not keys.place_said
            else frozenset(),
            forms=self._forms(keys, paragraph, where),
            where=where,
        )
        outcome = resolve_mention(citation, keys, clusters, setting)
        if outcome.status == "resolved":
            found = next(cluster for cluster in clusters if cluster.instrument.id == outcome.target)
            _, paragraphs = self.settled.setdefault(keys.bucket, {}).setdefault(found.instrument.id, (found, set()))
            paragraphs.add(paragraph)
        return outcome

    def _forms(self, keys: MentionKeys, paragraph: int, where: str) -> frozenset[str]:
        """Documents found in the notice that a mention may repeat: those of its own paragraph, if any."""
        found = self.settled.get(keys.bucket, {})
        fitting = {id_: paragraphs for id_, (one, paragraphs) in found.items() if number_fits(keys, one)}
        here = frozenset(id_ for id_, paragraphs in fitting.items() if paragraph in paragraphs and where == "above")
        return here or frozenset(fitting)


def resolve_notice(notice: Notice, citations: Sequence[Citation], clusters_of: ClustersOf) -> list[Outcome]:
    """One outcome for each citation, in order. `clusters_of` gives a bucket's instruments.

    Short forms that remain open are judged once more, by what was found below them. A full number is not: what stands below may be there to
    tell the two apart.
    """
    session = _Session(notice, clusters_of, home_of(notice), day_of(notice))
    keyed = [(citation, keys_of(citation, session.home, session.on)) for citation in citations]
    outcomes = [session.resolve(citation, keys, "above") for citation, keys in keyed]
    for at, (citation, keys) in enumerate(keyed):
        if outcomes[at].status != "resolved" and not keys.full and keys.bucket in session.settled:
            outcomes[at] = session.resolve(citation, keys, "below")
    return outcomes


def _subject(text: str, citation: Citation) -> frozenset[str]:
    """Pairs of syllables of the title that a mention gives, or of what follows it with ``về``."""
    if citation.title:
        return title_words(citation.title)
    match = _ABOUT.match(text, citation.span.end)
    return title_words(match[1]) if match else frozenset()


def _context(text: str, citation: Citation) -> frozenset[str]:
    """Pairs of syllables around a mention, within its paragraph."""
    start, end = citation.span.start, citation.span.end
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    low = max(text.rfind("\n", first, start) + 1, first)
    stop = text.find("\n", end, last)
    high = stop if stop >= 0 else last
    return context_words(text[low:start]) | context_words(text[end:high])


def _term(text: str, citation: Citation) -> int | None:
    """The Party's term that a mention of a numbered document gives: in its issuer's name (``Trung ương khóa X``) or right after it."""
    after = fold_aligned(text[citation.span.end : citation.span.end + _NEAR])
    for part in (fold_aligned(citation.issuer or ""), after):
        match = _TERM.match(part)
        if match and not _OTHER_MENTION.search(match[0]):
            return parse_ordinal(match[1])
    return None


def named_provinces(text: str, citation: Citation, home: str | None) -> frozenset[str]:
    """Provinces whose document a mention is said to be: named right after it (``của Nghệ An``), or in the clause where the notice has none."""
    start, end = citation.span.start, citation.span.end
    after = _CLAUSE_BREAK.split(text[end : end + _NEAR // 4], maxsplit=1)[0]
    owner = _OWNER.match(fold_aligned(after))
    if owner:
        at = owner.end()
        return frozenset(place.name for begin, _, place in places_in(after) if begin == at)
    if home is not None:
        return frozenset()
    before = _CLAUSE_BREAK.split(text[max(0, start - _NEAR) : start])[-1]
    return frozenset(place.name for part in (before, after) for _, _, place in places_in(part))
