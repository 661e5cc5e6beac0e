"""Every citation of a text: the forms find mentions, then what stands around them is read.

`find_citations` is the public face. It never fails on a text: what is no citation is left out. Offsets are code points of the
text as given, in whatever composition it comes.
"""

import re
from dataclasses import replace

from corpus.model import Citation, Pinpoint, Span
from corpus.numbers import parse_number
from corpus.text import fold
from indexer.citations.around.attributes import read_attributes
from indexer.citations.around.relations import read_relations
from indexer.citations.base.form import run_forms
from indexer.citations.base.mention import Mention
from indexer.citations.base.view import TextView, view_of
from indexer.citations.forms import FORMS

_COMMITTEE = re.compile(r"[/-]\s?T\.?Ư\b", re.IGNORECASE)
_PROVINCIAL = re.compile(r"tinh uy|thanh uy|dang bo tinh|dang bo thanh")


def find_citations(text: str) -> list[Citation]:
    """All citations of a text, in order, without overlaps; see `corpus.model.Citation`."""
    view = view_of(text)
    mentions = _in_order(run_forms(view, FORMS))
    read_attributes(view, mentions)
    _settle_committees(mentions)
    read_relations(view, mentions)
    return [_citation(text, view, mention) for mention in mentions]


def _settle_committees(mentions: list[Mention]) -> None:
    """``TƯ`` is the centre's committee (TW) unless a province's is named as the issuer (TU)."""
    for mention in mentions:
        issuer = fold(mention.issuer or "")
        if mention.written and _COMMITTEE.search(mention.written) and _PROVINCIAL.search(issuer):
            mention.number = str(parse_number(mention.written, provincial=True))


def _in_order(mentions: list[Mention]) -> list[Mention]:
    """Text order; of two that overlap, the first stays, unless a longer one with a number meets one without."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        last = kept[-1] if kept else None
        if last is None or mention.start >= last.end:
            kept.append(mention)
        elif mention.end - mention.start > last.end - last.start and mention.number and not last.number:
            kept[-1] = mention
    return kept


def _citation(given: str, view: TextView, mention: Mention) -> Citation:
    start, end = view.span(mention.start, mention.end)
    return Citation(
        span=Span(start=start, end=end),
        text=given[start:end],
        kind=mention.kind,
        number=mention.number,
        written=mention.written,
        issued_on=mention.issued_on,
        issuer=mention.issuer,
        title=mention.title,
        relation=mention.relation,
        form=mention.form,
        pinpoint=mention.pinpoint,
        pinpoints=tuple(_given(view, one) for one in mention.pinpoints),
        term=mention.term,
        name=mention.name,
        inside=mention.inside,
        acts_on=mention.acts_on,
        acts_as=mention.acts_as,
    )


def _given(view: TextView, pinpoint: Pinpoint) -> Pinpoint:
    """A pinpoint with offsets of the text as given."""
    if view.starts is None:
        return pinpoint
    start, end = view.span(pinpoint.span.start, pinpoint.span.end)
    return replace(pinpoint, span=Span(start=start, end=end))
