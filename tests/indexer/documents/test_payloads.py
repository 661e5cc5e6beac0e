"""What an engine gives back under one name, typed once: the rest is tested where each row is declared."""

from indexer.archive import Archive
from indexer.documents.campaign_rows import CampaignCard
from indexer.documents.instrument_rows import InstrumentRow
from indexer.documents.notice_rows import NoticeRow
from indexer.documents.payloads import (
    campaign_briefs,
    fetch_campaign,
    fetch_campaigns,
    fetch_instrument,
    fetch_notice,
    scan_instruments,
    scan_notices,
)
from tests.typed import fits


def test_what_is_fetched_is_what_was_scanned(demo_archive: Archive) -> None:
    engine = demo_archive._engine
    notices, documents = list(scan_notices(engine)), list(scan_instruments(engine))
    assert [fetch_notice(engine, row["id"]) for row in notices] == notices
    assert [fetch_instrument(engine, row["id"]) for row in documents] == documents
    fits(notices[:3], list[NoticeRow])
    fits(documents[:3], list[InstrumentRow])


def test_what_is_not_there_is_none(demo_archive: Archive) -> None:
    engine = demo_archive._engine
    assert fetch_notice(engine, "none") is fetch_instrument(engine, "none") is fetch_campaign(engine, "none") is None
    assert fetch_campaigns(engine, []) == []


def test_briefs_are_those_of_the_campaigns(demo_archive: Archive) -> None:
    engine = demo_archive._engine
    briefs = list(campaign_briefs(engine))
    fits(briefs, list[CampaignCard])
    whole = fetch_campaigns(engine, [row["id"] for row in briefs])
    assert [row["id"] for row in whole] == [row["id"] for row in briefs]
    assert all(fetch_campaign(engine, row["id"]) == row for row in whole)
