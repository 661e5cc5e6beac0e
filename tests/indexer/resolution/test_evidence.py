"""What the registry, a notice's own head and its citations prove, and how much each counts."""

from typing import Any

import pytest

from corpus.model import Citation, Head, Notice, Span
from corpus.store import make_notice
from indexer.citations import find_citations
from indexer.resolution.evidence import (
    Source,
    citation_evidence,
    day_of,
    evidence_of,
    head_evidence,
    known_evidence,
    placed_keys,
    said_evidence,
)
from indexer.resolution.keys import keys_of
from indexer.resolution.wording import Wording
from tests.indexer.resolution.statements import statement

ON = "2024-10-01"


@pytest.mark.parametrize(
    ("source", "count", "posted", "weight", "date_weight"),
    [
        ("known", 1, False, 1000, 1000),
        ("head", 1, False, 400, 400),
        ("cited", 1, False, 1, 1),
        ("cited", 7, False, 7, 7),
        ("head", 2, False, 800, 800),
        ("head", 2, True, 800, 2),
    ],
)
def test_weights(source: Source, count: int, posted: bool, weight: int, date_weight: int) -> None:
    row = statement(source=source, count=count, posted=posted)
    assert (row.weight, row.date_weight) == (weight, date_weight)


@pytest.mark.parametrize(
    ("bucket", "number"),
    [
        ("chi-thi 34", "34-CT/TW"),
        ("luat @hop tac xa", "23/2012/QH13"),
        ("luat 23", "23/2012/QH13"),
        ("nghi-quyet @trung uong 5 khoa 9", "13-NQ/TW"),
        ("nghi-quyet 13", "13-NQ/TW"),
        ("nghi-quyet @dai hoi dang 13", None),
    ],
)
def test_the_registry_files_a_document_under_number_and_names(bucket: str, number: str | None) -> None:
    rows = known_evidence()[bucket]
    assert number in {row.number for row in rows}
    for row in rows:
        assert (row.bucket, row.source, row.notice_id) == (bucket, "known", None)
        assert (row.name is None) is (row.number is not None)
        assert (row.number_key is None) is (row.number is None)


def test_the_registry_knows_when_a_law_is_in_force() -> None:
    (row,) = [row for row in known_evidence()["luat @hop tac xa"] if row.number == "23/2012/QH13"]
    assert (row.effective_on, row.expires_on, row.place) == ("2013-07-01", "2024-07-01", None)


def noted(number: str = "15-CT/TU", text: str = "x", **said: Any) -> Notice:
    """A notice of Sơn La's with a head of its own, but for what is said."""
    head = Head(kind="chi-thi", number=number, issued_on=said.pop("dated", None))
    fields: dict[str, Any] = {"title": "về giống lúa", "place": "Sơn La", "published_on": ON, "head": head, **said}
    return make_notice(id="n", site="s", text=text, **fields)


@pytest.mark.parametrize(
    ("notice", "wanted"),
    [
        (noted(), {"place": "Sơn La", "issued_on": ON, "posted": True, "place_said": True, "unit": None}),
        (noted(dated="2024-09-01"), {"place": "Sơn La", "issued_on": "2024-09-01", "posted": False}),
        (noted(published_on=None), {"issued_on": None, "posted": True}),
        (noted(issuer="Tỉnh ủy Nghệ An"), {"place": "Nghệ An", "issuer": "Tỉnh ủy Nghệ An"}),
        (noted("34-CT/TW"), {"place": None, "place_said": False, "number_key": "34 ct tw", "bucket": "chi-thi 34"}),
        (noted("34-CT/TW", issuer="Huyện ủy Sông Mã"), {"unit": None}),
        (noted(), {"bucket": "chi-thi 15", "number": "15-CT/TU", "number_key": "15 ct tu", "name": None}),
        (noted(), {"title": "về giống lúa", "source": "head", "notice_id": "n", "kind": "chi-thi", "cited_on": None}),
    ],
)
def test_a_head(notice: Notice, wanted: dict[str, Any]) -> None:
    row = head_evidence(notice)
    assert row
    assert {name: getattr(row, name) for name in wanted} == wanted


def test_a_head_of_a_district() -> None:
    row = head_evidence(noted("9-CT/HU", issuer="Huyện ủy Sông Mã"))
    assert row
    assert row.unit
    assert "song ma" in row.unit


def test_a_notice_without_a_head_proves_nothing_of_itself() -> None:
    assert head_evidence(noted(head=None)) is None
    assert evidence_of(noted(head=None), []) == []


@pytest.mark.parametrize(
    ("notice", "day"),
    [
        (noted(dated="2024-09-01"), "2024-09-01"),
        (noted(), ON),
        (noted(head=None), ON),
        (noted(published_on=None), None),
        (noted(published_on=None, dated="2024-09"), "2024-09"),
    ],
)
def test_the_day_on_which_a_notice_speaks(notice: Notice, day: str | None) -> None:
    assert day_of(notice) == day


def cited(text: str = "Chỉ thị", **said: Any) -> Citation:
    """A mention of a province's directive, but for what is said."""
    fields: dict[str, Any] = {"kind": "chi-thi", "number": "15-CT/TU", "form": "numbered", **said}
    return Citation(span=Span(start=0, end=len(text)), text=text, **fields)


PLENUM: dict[str, Any] = {"kind": "nghi-quyet", "number": None, "form": "plenum"}


@pytest.mark.parametrize(
    ("said", "proves"),
    [
        ({}, True),
        ({"number": "15"}, False),
        ({"number": "15/2021"}, False),
        ({"number": "15/2021", "issuer": "Thủ tướng Chính phủ"}, True),
        ({"number": "15/1999", "kind": "nghi-dinh"}, True),
        ({"number": "0/1999", "kind": "nghi-dinh"}, False),
        ({"number": "1599/1999", "kind": "nghi-dinh"}, False),
        ({"number": "116", "kind": "nghi-dinh", "issued_on": "2010-12-24"}, True),
        ({"number": "116", "kind": "nghi-dinh", "issued_on": "2010"}, False),
        ({"number": "91/2017/NĐ", "kind": "nghi-dinh", "issued_on": "2022-11-14"}, False),
        ({"number": "116", "kind": "nghi-dinh", "issued_on": "1994-12-24"}, False),
        ({"number": "15-CT"}, False),
        ({"number": "15-KH/TU"}, False),
        ({"number": "15-CT/XYZK"}, False),
        ({"number": "15-CT/XYZK", "issued_on": "2021-03-02"}, False),
        ({"number": "15-CT/CBXT", "issued_on": "2021-03-02", "issuer": "Chi bộ Xóm Trại"}, True),
        ({"number": "15-CT/BXT", "issued_on": "2021-03-02", "issuer": "Chi bộ Xóm Trại"}, False),
        ({"number": "15-CT/CX", "issued_on": "2021-03-02", "issuer": "Chi bộ Xóm Trại"}, False),
        ({"number": "00-CT/CBXT", "issued_on": "2021-03-02", "issuer": "Chi bộ Xóm Trại"}, False),
        ({"number": "15-CT/XYZK", "issued_on": "2021-03-02", "issuer": "Chi bộ Xóm Trại"}, False),
        ({"number": "15-CT/XYZK", "issued_on": "2021-03-02", "issuer": "Bộ Chính trị"}, False),
        ({"number": "15/KL", "kind": "ke-hoach", "issued_on": "2021-03-02"}, False),
        ({"number": "15-CT/XTU", "issued_on": "2021-03-02", "issuer": "Chi bộ Xóm Trại"}, False),
        ({"number": "34-TC/TW"}, False),
        ({"number": "15/2031/NĐ-CP", "kind": "nghi-dinh"}, False),
        ({**PLENUM, "name": "Nghị quyết Trung ương 5 khóa IX"}, True),
        ({**PLENUM, "name": "Nghị quyết Trung ương 5"}, True),
        ({**PLENUM, "name": "Nghị quyết Trung ương khóa IX"}, False),
        ({"kind": "nghi-quyet", "number": None, "form": "congress", "name": "Nghị quyết Đại hội Đảng"}, True),
    ],
)
def test_what_a_citation_proves(said: dict[str, Any], proves: bool) -> None:
    citation = cited(**said)
    row = citation_evidence(citation, keys_of(citation, "Sơn La", ON), ON)
    assert (row is not None) is proves


def test_a_plenum_of_no_term_and_no_day_proves_nothing() -> None:
    citation = cited(**PLENUM, name="Nghị quyết Trung ương 5")
    assert citation_evidence(citation, keys_of(citation, None)) is None


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({}, {"place": "Sơn La", "place_said": False, "name": None, "source": "cited", "cited_on": ON}),
        ({"issuer": "Tỉnh ủy Nghệ An"}, {"place": "Nghệ An", "place_said": True, "issuer": "Tỉnh ủy Nghệ An"}),
        ({"number": "15/2021", "kind": "nghi-dinh"}, {"place": None}),
        ({"number": "116", "kind": "nghi-dinh", "issued_on": "2010-12-24"}, {"number": "116/2010/NĐ-CP"}),
        ({"issued_on": "2021-03-02", "title": "giống lúa"}, {"issued_on": "2021-03-02", "title": "giống lúa"}),
        ({"name": "Tên", "number": "15-CT/TU"}, {"name": None, "number_key": "15 ct tu", "bucket": "chi-thi 15"}),
        ({**PLENUM, "name": "Nghị quyết Trung ương 5 khóa IX"}, {"name": "Nghị quyết Trung ương 5 khóa IX"}),
    ],
)
def test_fields_of_a_citation(said: dict[str, Any], wanted: dict[str, Any]) -> None:
    citation = cited(**said)
    row = citation_evidence(citation, keys_of(citation, "Sơn La", ON), ON)
    assert row
    assert {name: getattr(row, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("said", "wording", "place", "place_said"),
    [
        ({}, Wording(), "Sơn La", False),
        ({}, Wording(elsewhere=True), None, False),
        ({}, Wording(owner="Bến Tre"), "Bến Tre", True),
        ({}, Wording(ours=True), "Sơn La", True),
        ({}, Wording(ours=True, owner="Bến Tre"), "Bến Tre", True),
        ({"issuer": "Tỉnh ủy Nghệ An"}, Wording(owner="Bến Tre"), "Nghệ An", True),
        ({"number": "15"}, Wording(owner="Bến Tre"), "Bến Tre", True),
        ({"number": "15"}, Wording(ours=True), "Sơn La", True),
        ({"number": "34-CT/TW"}, Wording(owner="Bến Tre"), None, False),
        ({"number": "34-CT/TW"}, Wording(ours=True), None, False),
        ({**PLENUM, "name": "Nghị quyết Trung ương 5"}, Wording(owner="Bến Tre"), None, False),
    ],
)
def test_whose_document_it_is(said: dict[str, Any], wording: Wording, place: str | None, place_said: bool) -> None:
    keys = placed_keys(cited(**said), wording, "son la", ON)
    assert (keys.place, keys.place_said) == (place, place_said)
    assert keys.local or not place_said


def test_ours_without_a_home_is_nobodys() -> None:
    keys = placed_keys(cited(), Wording(ours=True), None, ON)
    assert (keys.place, keys.place_said) == (None, False)


@pytest.mark.parametrize(("issued_on", "proves"), [(None, False), ("2021", True)])
def test_a_document_of_some_province_is_proved_by_its_date(issued_on: str | None, proves: bool) -> None:
    row = said_evidence("Chỉ thị của một tỉnh bạn", cited(issued_on=issued_on), "Sơn La", ON)
    assert (row is not None) is proves
    assert row is None or row.place is None


def test_a_law_with_number_and_name_is_filed_under_both() -> None:
    notice = noted(text="theo Luật Hợp tác xã số 23/2012/QH13 và Chỉ thị số 34-CT/TW, Chỉ thị 34")
    rows = evidence_of(notice, find_citations(notice.text))
    assert [row.bucket for row in rows] == ["chi-thi 15", "luat 23", "luat @hop tac xa", "chi-thi 34"]
    assert [row.source for row in rows] == ["head", "cited", "cited", "cited"]
    assert [row.cited_on for row in rows] == [None, ON, ON, ON]
