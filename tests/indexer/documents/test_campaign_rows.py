"""Campaigns are of their types, as kept, as listed, as exported."""

from datetime import date

from indexer.archive import Archive
from indexer.documents.campaign_rows import (
    AnniversaryRow,
    CampaignCard,
    CampaignExportRow,
    CampaignRow,
    ListedCampaignRow,
    campaign_export,
)
from tests.typed import fits


def test_every_campaign_is_of_its_type(demo_archive: Archive) -> None:
    payloads = list(demo_archive._engine.scan("campaign"))
    assert payloads
    fits(payloads, list[CampaignRow])
    fits(demo_archive.campaigns(), list[ListedCampaignRow])
    fits(demo_archive.campaign_cards(), list[CampaignCard])
    fits(demo_archive.calendar(date(2026, 11, 30)), list[AnniversaryRow])


def test_an_export_has_the_contracts_fields_and_no_other(demo_archive: Archive) -> None:
    row = demo_archive.campaigns()[0]
    exported = campaign_export(row)
    fits(exported, CampaignExportRow)
    assert list(exported) == [
        *(
            "id",
            "notice",
            "name",
            "starts_on",
            "ends_on",
            "occasion",
            "organiser",
            "place",
            "bases",
            "tasks",
            "precedents",
        )
    ]
    assert all(exported[name] == (list(row[name]) if name in ("bases", "tasks") else row[name]) for name in exported)  # type: ignore[literal-required]
