"""All mentions of one notice judged together: a full form settles the short ones above and below it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from corpus.dates import first_day
from corpus.model import Citation, Notice, Outcome
from corpus.places import places_in
from corpus.terms import parse_ordinal, party_term_on
from corpus.text import fold_aligned
from indexer.resolution.cluster import Cluster
from indexer.resolution.decided import NOTHING_DECIDED, Decided, barred, settle
from indexer.resolution.evidence import day_of, placed_keys
from indexer.resolution.judge import Setting
from indexer.resolution.keys import MentionKeys, home_of
from indexer.resolution.lending import dated_mentions, lent_date, other_dates
from indexer.resolution.resolve import number_fits, resolve_mention
from indexer.resolution.titles import context_words, title_words
from indexer.resolution.wording import Wording, read_wording

_NEAR: Final = 160
_TERM = re.compile(r"[^.;\n]{0,60}?\bkhoa ([ivxl]{1,6}|\d{1,2})\b")
_ABOUT = re.compile(r"[ ,]{1,2}về ((?:[^,.;:()\n]|\.(?=\d)){4,120})")
_OTHER_MENTION = re.compile(r"\b(?:nghi quyet|ket luan|chi thi|quy dinh|dai hoi|va)\b")
_OWNER = re.compile(r"\s{0,2}(?:cua|\()\s{0,2}(?:(?:tinh|thanh pho|tp\.?)\s{1,2})?")
_LINE_END = re.compile(r"\n")
_CLAUSE_BREAK = re.compile(r"[.;:!?\n]")
ClustersOf = Callable[[str], Sequence[Cluster]]
Row = tuple[Citation, MentionKeys, Wording]
"""A mention, how it is filed, and what the words around it say."""


@dataclass(slots=True)
class _Session:
    """One notice under way. settled: by bucket and id, the documents found so far, each with the paragraphs of its mentions. last: by bucket, the one found last."""

    notice: Notice
    clusters_of: ClustersOf
    home: str | None
    on: str | None
    citations: Sequence[Citation]
    decided: Decided
    dated: Mapping[str, Sequence[Citation]] = field(default_factory=dict)
    others: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dates: dict[int, str | None] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    settled: dict[str, dict[str, tuple[Cluster, set[int]]]] = field(default_factory=dict)
    line_ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Find where lines end, once for all mentions."""
        self.line_ends = [match.start() for match in _LINE_END.finditer(self.notice.text)]

    def resolve(self, at: int, row: Row, where: Literal["above", "below"], unlike: str | None = None) -> Outcome:
        """Judge the mention of an index and remember what it means. unlike: id of the document from which the text tells it apart."""
        citation, keys, wording = row
        rulings = self.decided.on(self.notice.id, at)
        clusters = [one for one in self.clusters_of(keys.bucket) if not barred(rulings, one.document.id)]
        paragraph = self._paragraph(citation)
        setting = Setting(
            on=self.on,
            subject=_subject(self.notice.text, citation),
            context=_context(self.notice.text, citation) if len(clusters) > 1 or not keys.full else frozenset(),
            term=self._term(citation, wording) if keys.number and not keys.local else None,
            named=named_provinces(self.notice.text, citation, self.home)
            if keys.local and not keys.place_said
            else frozenset(),
            forms=self._forms(keys, paragraph, where),
            where=where,
            home=self.home,
            issuer=self.notice.issuer,
            lent=self._lent(citation, keys),
            since=self._date_of(citation.acts_on),
            until=self._until(citation),
            last=self.last.get(keys.bucket) if wording.another else None,
            unlike=unlike,
            wording=wording,
            alike=tuple(self.decided.alike(self.notice.id, at, keys.bucket, keys.number, self.home, self.on)),
        )
        outcome = settle(resolve_mention(citation, keys, clusters, setting), rulings, self.decided)
        found = next((cluster for cluster in clusters if cluster.document.id == outcome.target), None)
        if found and not wording.denied:
            _, paragraphs = self.settled.setdefault(keys.bucket, {}).setdefault(found.document.id, (found, set()))
            paragraphs.add(paragraph)
            self.last[keys.bucket] = found.document.id
            self.dates[citation.span.start] = citation.issued_on or found.document.issued_on
        return outcome

    def _date_of(self, index: int | None) -> str | None:
        """The date of another mention's document, as far as it is found by now."""
        if index is None or index >= len(self.citations):
            return None
        other = self.citations[index]
        return other.issued_on or self.dates.get(other.span.start)

    def _until(self, citation: Citation) -> str | None:
        """The earliest date of the documents in whose title a mention stands."""
        return min((day for day in map(self._date_of, citation.inside) if day), default=None)

    def _paragraph(self, citation: Citation) -> int:
        return bisect_left(self.line_ends, citation.span.start)

    def _lent(self, citation: Citation, keys: MentionKeys) -> str | None:
        """A bare serial's date, from a dated mention in the notice."""
        dated = self.dated.get(keys.bucket)
        if not dated or keys.full or citation.issued_on or "/" in (citation.number or "/"):
            return None
        return lent_date(citation, dated, self._paragraph, self.others.get(keys.bucket, frozenset()))

    def _term(self, citation: Citation, wording: Wording) -> int | None:
        """The Party's term that a mention gives, ``khóa trước`` counted from the notice's day."""
        present = party_term_on(first_day(self.on)) if wording.last_term and self.on else None
        return present.ordinal - 1 if present else _term(self.notice.text, citation)

    def _forms(self, keys: MentionKeys, paragraph: int, where: str) -> frozenset[str]:
        """Documents found in the notice that a mention may repeat: those of its own paragraph, if any."""
        found = self.settled.get(keys.bucket, {})
        fitting = {id_: paragraphs for id_, (one, paragraphs) in found.items() if number_fits(keys, one)}
        here = frozenset(id_ for id_, paragraphs in fitting.items() if paragraph in paragraphs and where == "above")
        return here or frozenset(fitting)


def resolve_notice(
    notice: Notice, citations: Sequence[Citation], clusters_of: ClustersOf, decided: Decided = NOTHING_DECIDED
) -> list[Outcome]:
    """One outcome for each citation, in order. `clusters_of` gives a bucket's instruments; decided: what people said.

    Short forms that remain open are judged once more, by what was found below them. A full number is not: what stands below may be there to
    tell the two apart.
    """
    home, on = home_of(notice), day_of(notice)
    rows: list[Row] = []
    for citation in citations:
        wording = read_wording(notice.text, citation, on)
        rows.append((citation, placed_keys(citation, wording, home, on), wording))
    session = _Session(notice, clusters_of, home, on, citations, decided, dated_mentions(rows, home), other_dates(rows))
    outcomes = [session.resolve(at, row, "above") for at, row in enumerate(rows)]
    for at, row in enumerate(rows):
        keys = row[1]
        if outcomes[at].status == "resolved":
            continue
        unlike = _told_apart(notice.text, rows, outcomes, at)
        if unlike or (not keys.full and keys.bucket in session.settled):
            outcomes[at] = session.resolve(at, row, "below", unlike)
    return outcomes


def _told_apart(text: str, rows: Sequence[Row], outcomes: Sequence[Outcome], at: int) -> str | None:
    """``A, khác hẳn B``: the document of the mention of that bucket that follows in the line and is said to be another."""
    citation, keys, _ = rows[at]
    for other, outcome in zip(rows[at + 1 : at + 4], outcomes[at + 1 : at + 4], strict=True):
        if other[1].bucket == keys.bucket:
            near = "\n" not in text[citation.span.end : other[0].span.start]
            return outcome.target if near and other[2].another else None
    return None


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
