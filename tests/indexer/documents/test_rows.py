"""From records to rows: what a page shows of a citation, a notice and a campaign."""

from dataclasses import replace
from typing import Any

import pytest

from corpus.model import Candidate, Citation, Head, Instrument, Outcome, Reason, Span
from corpus.store import make_notice
from indexer.documents.notice_rows import CitationRow, StoredCitationRow
from indexer.documents.rows import (
    campaign_document,
    citation_row,
    cited_key,
    contract_row,
    detail_of,
    label_of,
    label_of_row,
    notice_document,
    target_row,
)
from indexer.documents.target_rows import TargetRow
from tests.typed import fits

DIRECTIVE = Instrument(
    id="chi-thi.34-ct-tw.2014", kind="chi-thi", number="34-CT/TW", issued_on="2014-04-07", issuer="Bộ Chính trị", title="về thi đua"
)  # fmt: skip
LAW = Instrument(id="luat.hop-tac-xa", kind="luat", number=None, title="Luật Hợp tác xã")
CITATION = Citation(
    span=Span(start=10, end=29), text="Chỉ thị số 34-CT/TW", kind="chi-thi", number="34-CT/TW", written="34/CT-TW", form="numbered",
    relation="implements", pinpoint="điểm 2",
)  # fmt: skip
FOUND = Outcome(
    citation=CITATION,
    status="resolved",
    target=DIRECTIVE.id,
    reasons=(Reason("only-one-known"),),
    conflicts=("issued_on",),
)


@pytest.mark.parametrize(
    ("instrument", "label", "detail"),
    [
        (DIRECTIVE, "Chỉ thị 34-CT/TW", "Bộ Chính trị · 07/4/2014"),
        (LAW, "Luật Hợp tác xã", ""),
        (replace(LAW, title=None, place="Sơn La"), "Luật", "Sơn La"),
        (replace(DIRECTIVE, issuer=None, issued_on="2014"), "Chỉ thị 34-CT/TW", "năm 2014"),
    ],
)
def test_what_a_document_is_called_and_told_by(instrument: Instrument, label: str, detail: str) -> None:
    assert (label_of(instrument), label_of_row(target_row(instrument)), detail_of(instrument)) == (label, label, detail)
    fits(target_row(instrument), TargetRow)


def test_a_citation_as_kept_and_as_the_contract_has_it() -> None:
    row = citation_row(FOUND, {DIRECTIVE.id: DIRECTIVE})
    fits(row, StoredCitationRow)
    assert (row["start"], row["end"], row["status"], row["target"]) == (10, 29, "resolved", target_row(DIRECTIVE))
    assert (row["written"], row["key"], row["conflicts"], row["pinpoint"]) == (
        "34/CT-TW",
        "chi-thi 34 ct tw",
        ["issued_on"],
        "điểm 2",
    )
    contract = contract_row(row)
    fits(contract, CitationRow)
    assert set(row) - set(contract) == {"conflicts", "inside", "written", "key"}
    assert all(contract[name] == row[name] for name in contract)  # type: ignore[literal-required]


def test_a_document_that_is_not_there_leaves_a_mention_open() -> None:
    row = citation_row(FOUND, {})
    assert (row["status"], row["target"]) == ("unresolved", None)


def test_candidates_are_those_that_are_there() -> None:
    candidates = tuple(
        Candidate(instrument_id=id_, score=1.0, reasons=(Reason("x"),)) for id_ in (DIRECTIVE.id, "gone")
    )
    outcome = Outcome(citation=CITATION, status="ambiguous", candidates=candidates)
    row = citation_row(outcome, {DIRECTIVE.id: DIRECTIVE})
    assert (row["status"], [one["id"] for one in row["candidates"]]) == ("ambiguous", [DIRECTIVE.id])
    assert row["candidates"][0]["reasons"] == [{"code": "x", "values": {}}]


@pytest.mark.parametrize(
    ("kind", "number", "key"),
    [("chi-thi", "12/CT-TTg", "chi-thi 12 ct ttg"), ("chi-thi", "05", "chi-thi 5"), ("luat", None, None)],
)
def test_the_key_of_a_number(kind: str, number: str | None, key: str | None) -> None:
    assert cited_key(kind, number) == key


class Known:
    """Facts of one notice."""

    def __init__(self, outcomes: list[Outcome], own: str | None) -> None:
        self._outcomes, self._own = outcomes, own

    def outcomes(self, notice_id: str) -> list[Outcome]:
        return self._outcomes

    def own_instrument(self, notice_id: str) -> str | None:
        return self._own

    def instrument(self, id_: str) -> Instrument | None:
        return DIRECTIVE if id_ == DIRECTIVE.id else None


@pytest.fixture
def no_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.facts.shown.stated_in", lambda facts, notice_id: [])


def test_a_notice_for_the_engine(no_relations: None) -> None:
    head = Head(kind="ke-hoach", number="31/KH-LMHTX", issued_on="2018-08-01")
    notice = make_notice(
        id="a", site="s", title="Tin", text="Thực hiện Chỉ thị số 34-CT/TW.", place="Sơn La", head=head
    )
    facts: Any = Known([FOUND], "ke-hoach.31-kh-lmhtx.son-la.2018")
    document = notice_document(facts, notice, None)
    assert (document.kind, document.number, document.date, document.campaign) == (
        "ke-hoach",
        "31/KH-LMHTX",
        "2018-08-01",
        None,
    )
    assert document.cites == ("ke-hoach.31-kh-lmhtx.son-la.2018", DIRECTIVE.id)
    assert document.cited == ("chi-thi 34 ct tw", "chi-thi 34", "ke-hoach 31")
    assert document.keys == ("is:ke-hoach.31-kh-lmhtx.son-la.2018",)


def test_a_notice_without_a_number_is_a_notice(no_relations: None) -> None:
    notice = make_notice(id="a", site="s", title="Tin", text="Không dẫn gì.")
    facts: Any = Known([], None)
    campaign: Any = {"id": "pt-a", "occasion_slug": None}
    document = notice_document(facts, notice, campaign)
    assert (document.kind, document.number, document.keys, document.cites) == ("thong-bao", None, (), ())
    assert (document.campaign, document.payload["campaign"]) == ("khac", "pt-a")


@pytest.mark.parametrize(("starts_on", "dated"), [("2018-08-01", "2018-08-01"), (None, "2018-07-20")])
def test_a_campaign_for_the_engine(starts_on: str | None, dated: str) -> None:
    row: Any = {
        "id": "pt-a", "name": "Thi đua", "occasion": "25 năm", "tasks": ["Một.", "Hai."], "starts_on": starts_on,
        "published_on": "2018-07-20", "place": "Sơn La", "organiser": "Liên minh", "occasion_slug": "x",
    }  # fmt: skip
    document = campaign_document(row, row)
    assert (document.text, document.date, document.campaign, document.type) == (
        "25 năm\nMột.\nHai.",
        dated,
        "x",
        "campaign",
    )
