"""What a campaign rests on: the documents that its opening names with ``Căn cứ``, ``Thực hiện`` or the like.

Not those of its tasks, of its aims, or inside the title of another document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.errors import DanChieuError
from corpus.identity import InstrumentId
from corpus.model import Outcome, Span
from corpus.numbers import parse_number
from indexer.campaigns.parts import Parts, sentence_around
from indexer.campaigns.wording import one_of, plain

_OPENS: Final = one_of(
    "can cu", "thuc hien", "trien khai", "huong ung", "thi hanh", "quan triet", "theo", "tiep tuc thuc hien", "chap hanh", "tren co so", "xet",
    "de trien khai", "de thuc hien", "nham thuc hien", "cu the hoa",
)  # fmt: skip
_OPENS_WITH = re.compile(rf"[ \n\t\-+*•]*(?:{_OPENS})(?![a-z])")
_RELATIONS: Final = ("based_on", "implements")
_YEAR_PART = re.compile(r"^(\d+[a-z]?)-((?:19|20)\d\d)-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One document: its number (None when it has none), what the text calls it, its id when it is known, and the citation's place."""

    number: str | None
    name: str
    instrument_id: str | None
    span: Span


def find_bases(parts: Parts, outcomes: Sequence[Outcome], tasks: Sequence[Span]) -> list[Basis]:
    """The bases in the order of the text, each document once: up to the sentence that launches, or to the first task when none stands there."""
    start = parts.headline.end if parts.headline else 0
    limit = tasks[0].start if tasks else len(parts.folded)
    nearer = min(limit, parts.sentence.end) if parts.sentence else limit
    return _between(parts, outcomes, start, nearer) or _between(parts, outcomes, start, limit)


def _between(parts: Parts, outcomes: Sequence[Outcome], start: int, end: int) -> list[Basis]:
    found: dict[tuple[str | None, str], Basis] = {}
    for outcome in outcomes:
        citation = outcome.citation
        if not start <= citation.span.start < end or citation.inside or citation.relation not in _RELATIONS:
            continue
        if _is_opening(parts, citation.span.start):
            basis = _basis(outcome)
            by_name = basis.instrument_id or ("" if basis.number else basis.name)
            found.setdefault((basis.number, by_name), basis)
    return list(found.values())


def _is_opening(parts: Parts, at: int) -> bool:
    """Whether the sentence around an offset names bases: it begins so, or it is the one that launches."""
    sentence = sentence_around(parts.notice.text, parts.folded, at)
    if parts.sentence is not None and sentence.end == parts.sentence.end:
        return True
    return bool(_OPENS_WITH.match(parts.folded, sentence.start))


def _basis(outcome: Outcome) -> Basis:
    citation = outcome.citation
    name = plain(citation.name or citation.text)
    return Basis(number=_number(outcome), name=name, instrument_id=outcome.target, span=citation.span)


def _number(outcome: Outcome) -> str | None:
    """The number in full: as the citation has it, or as the document that a short form or a law's name turned out to mean."""
    number = outcome.citation.number
    if number and parse_number(number).is_full:
        return number
    return _number_of(outcome.target) or number if outcome.target else number


def _number_of(instrument_id: str) -> str | None:
    """The number that an identity carries (``34-CT/TW`` of ``chi-thi.34-ct-tw.2014``); None for documents known by name."""
    body = InstrumentId.parse(instrument_id).body
    if not body[0].isdigit():
        return None
    try:
        found = parse_number(_YEAR_PART.sub(r"\1/\2/", body))
    except DanChieuError:
        return None
    serial = found.serial.zfill(2) if found.serial.isdigit() else found.serial
    return str(found).replace(found.serial, serial, 1) if found.is_full else None
