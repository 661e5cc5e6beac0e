"""The date that a bare serial takes from a dated mention of the same kind and serial in the same notice, above it or below.

    Nghị định 116 ngày 24/12/2010 của Chính phủ … Nhiều trường chi theo Nghị định 116        the second is of that day, too
A mention that contradicts the dated one (another issuer, another subject, another paragraph's date) takes nothing from it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from corpus.dates import agree
from corpus.issuers import compatible, issuers_for_symbol
from corpus.model import Citation
from corpus.numbers import parse_number
from indexer.resolution.keys import MentionKeys, is_full
from indexer.resolution.titles import title_words
from indexer.resolution.wording import Wording

Paragraph = Callable[[Citation], int]
_MOST_DATED: Final = 64
"""Dated mentions of one bucket that are looked at: a text of twenty thousand citations is not compared with itself."""


def dated_mentions(
    rows: Sequence[tuple[Citation, MentionKeys, Wording]], home: str | None = None
) -> Mapping[str, list[Citation]]:
    """Mentions with a full date, by bucket, in the order of the text; one that is said to be another than the one named before, or another province's, lends nothing."""
    found: dict[str, list[Citation]] = {}
    for citation, keys, wording in rows:
        if (
            citation.number
            and len(citation.issued_on or "") == 10
            and not wording.another
            and not _is_elsewhere(keys, home)
        ):
            of_bucket = found.setdefault(keys.bucket, [])
            if len(of_bucket) < _MOST_DATED:
                of_bucket.append(citation)
    return found


def _is_elsewhere(keys: MentionKeys, home: str | None) -> bool:
    """Whether a mention names another province than the notice's: a bare serial beside it is the notice's own."""
    return keys.place_said and home is not None and keys.place != home


def other_dates(rows: Sequence[tuple[Citation, MentionKeys, Wording]]) -> Mapping[str, frozenset[str]]:
    """By bucket, the dates of what is named to be told apart (``đừng nhầm với Quyết định số 214/QĐ-UBND năm 2020``), and of mentions with a year or month alone."""
    found: dict[str, set[str]] = {}
    for citation, keys, wording in rows:
        if (
            citation.number
            and citation.issued_on
            and not wording.denied
            and (wording.another or len(citation.issued_on) < 10)
        ):
            found.setdefault(keys.bucket, set()).add(citation.issued_on)
    return {bucket: frozenset(dates) for bucket, dates in found.items()}


def lent_date(
    citation: Citation, dated: Sequence[Citation], paragraph: Paragraph, others: frozenset[str] = frozenset()
) -> str | None:
    """The one date that dated mentions of its bucket give a bare serial: those of its own paragraph before others; None when they differ.

    others: what `other_dates` has of its bucket; where one contradicts the date and the paragraph does not tell, nothing is lent.
    """
    fitting = [other for other in dated if other is not citation and not _contradicts(citation, other)]
    here = [other for other in fitting if paragraph(other) == paragraph(citation)]
    dates = {other.issued_on for other in here or fitting}
    date = dates.pop() if len(dates) == 1 else None
    told = bool(here) or all(agree(other, date) for other in others)
    return date if told else None


def _contradicts(citation: Citation, other: Citation) -> bool:
    ours, theirs = title_words(citation.title), title_words(other.title)
    if len(ours) >= 2 and len(theirs) >= 2 and not ours & theirs:
        return True
    return citation.issuer is not None and not _may_be_of(citation.issuer, other)


def _may_be_of(issuer: str, other: Citation) -> bool:
    """Whether a body can have issued a document, by its issuer's name, else by its number's symbol."""
    if other.issuer:
        return compatible(issuer, other.issuer) is not False
    organ = parse_number(other.number).organ if other.number and is_full(other.number) else None
    known = issuers_for_symbol(organ) if organ else ()
    return not known or any(compatible(issuer, one.name) is not False for one in known)
