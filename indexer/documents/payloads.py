"""From what the engine gives back to typed rows: the one place where a payload is taken at its word.

An engine keeps JSON and knows no type. What `rows` and `instrument` wrote there comes back as it was; that it fits these types, field by field, is tested
on whole archives (tests/indexer/documents/test_payloads.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from indexer.documents.campaign_rows import BriefRow, CampaignRow
from indexer.documents.instrument_rows import CardRow, InstrumentRow
from indexer.documents.notice_rows import NoticeRow
from indexer.engine.protocol import SearchEngine

Payload = Mapping[str, object]


def notice_row(payload: Payload) -> NoticeRow:
    """A notice's payload."""
    return cast(NoticeRow, payload)


def instrument_row(payload: Payload) -> InstrumentRow:
    """An instrument's payload."""
    return cast(InstrumentRow, payload)


def card_row(payload: Payload) -> CardRow:
    """An instrument's card (see `Query.cards`)."""
    return cast(CardRow, payload)


def campaign_row(payload: Payload) -> CampaignRow:
    """A campaign's payload."""
    return cast(CampaignRow, payload)


def campaign_briefs(engine: SearchEngine) -> Sequence[BriefRow]:
    """The cards of all campaigns: the same sequence until another commit is read. Payloads from an index that keeps none."""
    return cast(Sequence[BriefRow], engine.cards("campaign"))


def fetch_campaigns(engine: SearchEngine, ids: Sequence[str]) -> list[CampaignRow]:
    """Campaigns in the order of their ids, without those that are not there."""
    found = engine.fetch_many("campaign", ids)
    return [campaign_row(found[id_]) for id_ in ids if id_ in found]


def fetch_notice(engine: SearchEngine, id_: str) -> NoticeRow | None:
    """A notice by id; None when it is not there."""
    found = engine.fetch("notice", id_)
    return notice_row(found) if found is not None else None


def fetch_instrument(engine: SearchEngine, id_: str) -> InstrumentRow | None:
    """An instrument by id; None when it is not there."""
    found = engine.fetch("instrument", id_)
    return instrument_row(found) if found is not None else None


def fetch_campaign(engine: SearchEngine, id_: str) -> CampaignRow | None:
    """A campaign by id; None when it is not there."""
    found = engine.fetch("campaign", id_)
    return campaign_row(found) if found is not None else None


def scan_notices(engine: SearchEngine) -> Iterator[NoticeRow]:
    """Every notice, in flat memory."""
    return map(notice_row, engine.scan("notice"))


def scan_instruments(engine: SearchEngine) -> Iterator[InstrumentRow]:
    """Every instrument, in flat memory."""
    return map(instrument_row, engine.scan("instrument"))
