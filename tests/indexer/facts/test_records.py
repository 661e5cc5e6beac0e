"""Records come back from their JSON as they were kept."""

import json

import pytest

from corpus.model import Candidate, Citation, Instrument, Outcome, Pinpoint, Reason, Span
from indexer.facts.records import (
    citation_json,
    citation_of,
    dump,
    evidence_json,
    evidence_of,
    instrument_json,
    instrument_of,
    outcome_json,
    outcome_of,
)
from indexer.resolution.evidence import Evidence

BARE = Citation(span=Span(start=3, end=9), text="Luật", kind="luat", form="names")
FULL = Citation(
    span=Span(start=0, end=21),
    text="Chỉ thị số 12/CT-TTg",
    kind="chi-thi",
    number="12/CT-TTg",
    written="12 /CT-TTg",
    issued_on="2018-05-22",
    issuer="Thủ tướng",
    title="về “thi đua”",
    relation="amends",
    form="numbered",
    pinpoint="khoản 2 Điều 5",
    pinpoints=(
        Pinpoint(span=Span(start=1, end=2), article="5", clause="2"),
        Pinpoint(span=Span(start=1, end=2), article="7", to="40"),
    ),
    term="XI",
    name="n",
    inside=(0, 2),
    acts_on=1,
    acts_as="repeals",
)
STATEMENT = Evidence(
    bucket="chi-thi 12",
    kind="chi-thi",
    number="12/CT-TTg",
    number_key="12 ct ttg",
    name=None,
    place=None,
    issued_on="2018-05-22",
    issuer="Thủ tướng",
    title="Tên",
    source="cited",
    place_said=True,
    unit="u",
    posted=True,
    count=7,
    cited_on="2019-01-02",
)


@pytest.mark.parametrize("citation", [BARE, FULL])
def test_a_citation_comes_back(citation: Citation) -> None:
    assert citation_of(citation_json(citation)) == citation


def test_a_citation_of_fewer_fields_takes_their_defaults() -> None:
    row = {"span": {"start": 3, "end": 9}, "text": "Luật", "kind": "luat", "form": "names", "inside": None, "gone": 1}
    assert citation_of(json.dumps(row)) == BARE


def test_an_outcome_comes_back() -> None:
    reasons = (Reason("number", (("number", "12"), ("year", 2018), ("place", None))), Reason("only", ()))
    outcome = Outcome(
        citation=FULL,
        status="ambiguous",
        target=None,
        candidates=(
            Candidate(instrument_id="a", score=0.75, reasons=reasons),
            Candidate(instrument_id="b", score=0.0, reasons=()),
        ),
        reasons=reasons[1:],
        conflicts=("issued_on", "issuer"),
    )
    assert outcome_of(citation_json(FULL), "ambiguous", None, outcome_json(outcome)) == outcome


def test_an_outcome_of_which_nothing_is_kept_is_bare() -> None:
    assert outcome_of(citation_json(BARE), "resolved", "t", "{}") == Outcome(
        citation=BARE, status="resolved", target="t"
    )


def test_equal_statements_are_equal_texts_whoever_made_them_and_when() -> None:
    text = evidence_json(STATEMENT)
    assert not {"count", "cited_on"} & json.loads(text).keys()
    assert evidence_of(text, 7, "2019-01-02") == STATEMENT
    other = evidence_of(text, 1, None)
    assert (other.count, other.cited_on, evidence_json(other)) == (1, None, text)


@pytest.mark.parametrize(
    "instrument",
    [
        Instrument(id="luat.n", kind="luat", number=None),
        Instrument(
            id="x",
            kind="chi-thi",
            number="12/CT-TTg",
            issued_on="2018",
            issuer="Thủ tướng",
            place="Sơn La",
            title="Tên",
            notice_id="n",
        ),
    ],
)
def test_an_instrument_comes_back(instrument: Instrument) -> None:
    assert instrument_of(instrument_json(instrument)) == instrument


def test_what_is_kept_is_short_and_readable() -> None:
    assert dump({"tên": ["Đ", None, 1]}) == '{"tên":["Đ",null,1]}'
