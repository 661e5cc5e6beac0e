"""What the search engine gives back for a page: plain JSON of notices and instruments, assembled from the facts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from corpus.dates import show_date
from corpus.kinds import kind_name, kind_with
from corpus.model import Head, Instrument, Notice, Outcome
from corpus.numbers import number_key
from indexer.citations.around.provisions import articles_of
from indexer.documents.articles import first_beyond, pinpoint_row, registry_article_count
from indexer.documents.campaign_rows import CampaignCard, CampaignRow
from indexer.documents.notice_rows import CitationRow, NoticeRow, RelationRow, StoredCitationRow
from indexer.documents.target_rows import Description, TargetRow
from indexer.engine.lookup_keys import own_key
from indexer.engine.protocol import IndexDocument, pinned
from indexer.resolution.keys import number_bucket

if TYPE_CHECKING:
    from indexer.facts.store import Facts


def target_row(instrument: Instrument) -> TargetRow:
    """TARGET of the contract."""
    return {
        "id": instrument.id,
        "kind": instrument.kind,
        "number": instrument.number,
        "issued_on": instrument.issued_on,
        "issuer": instrument.issuer,
        "place": instrument.place,
        "title": instrument.title,
    }


def label_of(instrument: Instrument) -> str:
    """``Chỉ thị 34-CT/TW`` or the name of what has no number."""
    return _label(instrument.kind, instrument.number, instrument.title)


def label_of_row(row: Description) -> str:
    """`label_of`, for a TARGET row."""
    return _label(row["kind"], row["number"], row["title"])


def _label(kind: str, number: str | None, title: str | None) -> str:
    return f"{kind_name(kind)} {number}" if number else title or kind_name(kind)


def detail_of(instrument: Instrument) -> str:
    """What tells an instrument from its namesakes: issuer, date, place."""
    parts = [instrument.issuer, show_date(instrument.issued_on) if instrument.issued_on else None, instrument.place]
    return " · ".join(part for part in parts if part)


def citation_row(outcome: Outcome, targets: Mapping[str, Instrument]) -> StoredCitationRow:
    """CITATION of the contract with its reasons as values, and what the pages add: conflicts, the key of the number as cited, an article that cannot be."""
    citation = outcome.citation
    target = targets.get(outcome.target or "")
    pinpoints = [pinpoint_row(one) for one in citation.pinpoints]
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "text": citation.text,
        "kind": citation.kind,
        "number": citation.number,
        "issued_on": citation.issued_on,
        "issuer": citation.issuer,
        "title": citation.title,
        "relation": citation.relation,
        "status": outcome.status if target or outcome.status != "resolved" else "unresolved",
        "target": target_row(target) if target else None,
        "candidates": [
            {**target_row(targets[c.instrument_id]), "reasons": [reason.as_row() for reason in c.reasons]}
            for c in outcome.candidates
            if c.instrument_id in targets
        ],
        "reasons": [reason.as_row() for reason in outcome.reasons],
        "pinpoint": citation.pinpoint,
        "pinpoints": pinpoints,
        "conflicts": list(outcome.conflicts),
        "inside": list(citation.inside),
        "written": citation.written,
        "key": cited_key(citation.kind, citation.number),
        "beyond": first_beyond(pinpoints, registry_article_count(target_row(target))) if target and pinpoints else None,
    }


def contract_row(row: StoredCitationRow) -> CitationRow:
    """CITATION of the contract, without what the pages add."""
    return {
        "start": row["start"],
        "end": row["end"],
        "text": row["text"],
        "kind": row["kind"],
        "number": row["number"],
        "issued_on": row["issued_on"],
        "issuer": row["issuer"],
        "title": row["title"],
        "relation": row["relation"],
        "status": row["status"],
        "target": row["target"],
        "candidates": row["candidates"],
        "reasons": row["reasons"],
        "pinpoint": row["pinpoint"],
        "pinpoints": row["pinpoints"],
    }


def cited_key(kind: str, number: str | None) -> str | None:
    """Under which a number as cited is looked up: ``chi-thi 12 ct ttg``."""
    return f"{kind} {number_key(number)}" if number else None


def _targets(facts: "Facts", outcomes: Sequence[Outcome]) -> dict[str, Instrument]:
    ids = {o.target for o in outcomes if o.target} | {c.instrument_id for o in outcomes for c in o.candidates}
    found = {id_: facts.instrument(id_) for id_ in ids}
    return {id_: instrument for id_, instrument in found.items() if instrument}


def notice_document(facts: "Facts", notice: Notice, campaign: CampaignRow | None) -> IndexDocument:
    """A notice as the engine keeps it."""
    outcomes = facts.outcomes(notice.id)
    targets = _targets(facts, outcomes)
    own = facts.own_instrument(notice.id)
    citations = [citation_row(outcome, targets) for outcome in outcomes]
    payload: NoticeRow = {
        "id": notice.id,
        "url": notice.url,
        "site": notice.site,
        "place": notice.place,
        "title": notice.title,
        "text": notice.text,
        "published_on": notice.published_on,
        "issuer": notice.issuer,
        "fetched_at": notice.fetched_at,
        "head": {"kind": notice.head.kind, "number": notice.head.number, "issued_on": notice.head.issued_on}
        if notice.head
        else None,
        "instrument": own,
        "kind": notice.head.kind if notice.head else kind_with("notice"),
        "number": notice.head.number if notice.head else None,
        "issued_on": notice.head.issued_on if notice.head else None,
        "citations": citations,
        "relations": _relation_rows(facts, notice.id),
        "campaign": campaign["id"] if campaign else None,
    }
    head = notice.head
    return IndexDocument(
        id=notice.id,
        type="notice",
        title=notice.title,
        text=notice.text,
        number=head.number if head else None,
        kind=head.kind if head else kind_with("notice"),
        date=notice.published_on or (head.issued_on if head else None),
        place=notice.place,
        issuer=notice.issuer,
        site=notice.site,
        campaign=(campaign["occasion_slug"] or "khac") if campaign else None,
        cites=tuple(dict.fromkeys([*([own] if own else []), *(o.target for o in outcomes if o.target)])),
        cited=tuple(dict.fromkeys(_cited_keys(citations, head))),
        pinned=tuple(dict.fromkeys(_pinned_keys(outcomes, citations))),
        keys=(own_key(own),) if own else (),
        payload=payload,
    )


def _cited_keys(citations: Sequence[StoredCitationRow], head: Head | None) -> Iterator[str]:
    """Number keys as cited; and of what is cited, of what that proved to be, and of the notice itself, kind and serial."""
    for row in citations:
        yield from _keys_of(row)
    if head:
        yield number_bucket(head.kind, head.number)


def _keys_of(row: StoredCitationRow) -> Iterator[str]:
    if row["key"]:
        yield row["key"]
    for said in filter(None, (row, row["target"])):
        if said["number"]:
            yield number_bucket(said["kind"], said["number"])


def _pinned_keys(outcomes: Sequence[Outcome], citations: Sequence[StoredCitationRow]) -> Iterator[str]:
    """Articles that are cited: of the document, of its keys as cited, and of any."""
    for outcome, row in zip(outcomes, citations, strict=True):
        articles = articles_of(outcome.citation.pinpoints)
        if articles:
            keys = (*([row["target"]["id"]] if row["target"] else []), *_keys_of(row), "")
            yield from (pinned(key, article) for key in keys for article in articles)


def _relation_rows(facts: "Facts", notice_id: str) -> list[RelationRow]:
    from indexer.facts.shown import stated_in

    found: list[RelationRow] = []
    for tie in stated_in(facts, notice_id):
        target_instrument = facts.instrument(tie.target)
        source_instrument = facts.instrument(tie.source) if tie.source else None
        if target_instrument is None:
            continue
        found.append(
            {
                "source": target_row(source_instrument) if source_instrument else None,
                "relation": tie.kind,
                "target": target_row(target_instrument),
                "start": tie.start,
                "end": tie.end,
            }
        )
    return found


def campaign_document(campaign: CampaignRow, card: CampaignCard) -> IndexDocument:
    """A campaign as the engine keeps it. card: see `indexer.campaigns.catalogue`."""
    return IndexDocument(
        id=campaign["id"],
        type="campaign",
        title=campaign["name"],
        text="\n".join([campaign["occasion"] or "", *campaign["tasks"]]),
        date=campaign["starts_on"] or campaign["published_on"],
        place=campaign["place"],
        issuer=campaign["organiser"],
        campaign=campaign["occasion_slug"],
        payload=campaign,
        card=card,
    )
