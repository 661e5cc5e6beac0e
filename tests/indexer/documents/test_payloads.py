"""What an engine gives back fits the types that it is taken for, field by field, over the whole of an archive."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

import pytest

from indexer.archive import Archive
from indexer.asking.results import NamedRow, SearchResults, SuggestionRow
from indexer.campaigns.outlines.rows import OutlineRow
from indexer.campaigns.precedents.rows import CompareRow, PrecedentRow, TiesRow
from indexer.documents.campaign_rows import AnniversaryRow, CampaignExportRow, ListedCampaignRow
from indexer.documents.instrument_rows import CardRow, InstrumentRow
from indexer.documents.notice_rows import NoticeRow
from indexer.drafts.check import CheckRow, check_text
from indexer.engine.protocol import Query
from indexer.engine.whoosh.engine import open_whoosh
from indexer.facts.summary import SummaryRow
from indexer.reading.chain import ChainRow
from indexer.reading.citers import OneCiterRow, citers_of
from indexer.reading.exports import CitationExportRow, DocumentRow, EdgeExportRow, RelationExportRow, WantedRow
from indexer.reading.graph import GraphRow


def fits(value: Any, kind: Any, at: str = "") -> None:
    """Check a value against a type; a field too many or too few is a fault too."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Annotated, NotRequired):
        fits(value, inner[0], at)
    elif origin in (Union, UnionType):
        fitting = [one for one in inner if (value is None) == (one is NoneType)]
        for one in fitting[:1] if value is not None and len(fitting) == 1 else ():
            fits(value, one, at)
        assert fitting, f"{at}: {value!r} is no {kind}"
    elif origin is Literal:
        assert value in inner, f"{at}: {value!r}"
    elif origin is tuple:
        assert len(value) == len(inner), f"{at}: {value!r}"
        for part, one in zip(value, inner, strict=True):
            fits(part, one, f"{at}[]")
    elif origin in (list, Sequence):
        assert isinstance(value, list | tuple), f"{at}: {value!r}"
        for part in value:
            fits(part, inner[0], f"{at}[]")
    elif origin in (dict, Mapping):
        for name, part in value.items():
            fits(part, inner[1], f"{at}.{name}")
    elif hasattr(kind, "__required_keys__"):
        hints = get_type_hints(kind, include_extras=True)
        assert kind.__required_keys__ <= set(value) <= set(hints), f"{at}: {set(value) ^ set(hints)}"
        for name, part in value.items():
            fits(part, hints[name], f"{at}.{name}")
    elif isinstance(kind, type):
        assert isinstance(value, (int, float) if kind is float else kind), f"{at}: {value!r} is no {kind}"


@pytest.fixture(scope="module")
def archive(demo_folder: Path) -> Iterator[Archive]:
    """The demo's archive."""
    opened = Archive.open(demo_folder, open_whoosh)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("type_", "row"), [("notice", NoticeRow), ("instrument", InstrumentRow), ("campaign", ListedCampaignRow)]
)
def test_every_payload_is_of_its_type(archive: Archive, type_: Any, row: Any) -> None:
    payloads = list(archive._engine.scan(type_))
    assert payloads
    for payload in payloads:
        fits({**payload, "precedents": []} if row is ListedCampaignRow else payload, row, str(payload["id"]))


def test_every_card_is_of_its_type(archive: Archive) -> None:
    hits = archive._engine.search(Query(type="instrument", cards=True, limit=400)).hits
    assert hits
    for hit in hits:
        fits(hit.payload, CardRow, hit.id)


@pytest.mark.parametrize(
    ("what", "row"),
    [
        ("documents", DocumentRow),
        ("citations", CitationExportRow),
        ("relations", RelationExportRow),
        ("graph", EdgeExportRow),
        ("wanted", WantedRow),
        ("campaigns", CampaignExportRow),
    ],
)
def test_exports_are_of_their_types(archive: Archive, what: str, row: Any) -> None:
    rows = list(archive.export(what))
    assert rows
    for one in rows:
        fits(one, row, what)


def test_what_readers_get_is_of_its_type(archive: Archive) -> None:
    cited = archive.most_cited(20)
    fits(cited, list[NamedRow])
    fits(archive.search("chi thi 12"), SearchResults)
    fits(archive.suggest("34"), list[SuggestionRow])
    fits(archive.summary(), SummaryRow)
    for row in cited:
        fits(archive.graph(row["id"], depth=2), GraphRow, row["id"])
        fits(archive.chain(row["id"]), ChainRow, row["id"])
        fits(citers_of(archive.instrument(row["id"])), list[OneCiterRow], row["id"])


def test_what_stands_beside_campaigns_is_of_its_type(archive: Archive) -> None:
    ids = [row["id"] for row in archive.campaigns()]
    for id_ in ids:
        fits(archive.precedents(id_), list[PrecedentRow], id_)
        fits(archive.ties(id_), TiesRow, id_)
        fits(archive.outline([id_], on=date(2026, 11, 30)), OutlineRow, id_)
    fits(archive.compare(ids[:4]), CompareRow)
    fits(archive.calendar(date(2026, 11, 30)), list[AnniversaryRow])


def test_a_judged_draft_is_of_its_type(archive: Archive) -> None:
    text = "Thực hiện Chỉ thị số 34/CT-TW ngày 07/4/2014 của Bộ Chính trị; Luật Hợp tác xã năm 2012."
    fits(check_text(text, archive=archive, on="2018-08-01"), CheckRow)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("a", int), (None, str), ("c", Literal["a", "b"]), ({"source": "a"}, EdgeExportRow), ([1], list[str])],
)
def test_what_does_not_fit_is_seen(value: Any, kind: Any) -> None:
    with pytest.raises(AssertionError):
        fits(value, kind)
