"""The records that every room shares: frozen, named fields only, no dictionary behind them."""

import dataclasses
import inspect

import pytest

from corpus import model
from corpus.model import Campaign, Citation, Head, Notice, Outcome, Span

RECORDS = [
    value
    for _, value in inspect.getmembers(model, dataclasses.is_dataclass)
    if value.__module__ == model.__name__ and value is not model.Reason
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_are_values(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not hasattr(record, "__dict__") or "__slots__" in vars(record)
    assert all(field.kw_only for field in dataclasses.fields(record))


def test_a_reason_is_a_value_with_its_values_by_name() -> None:
    reason = model.Reason.of("date-agrees", on="2018-05-22", times=2)
    assert reason.as_row() == {"code": "date-agrees", "values": {"on": "2018-05-22", "times": 2}}
    assert model.Reason.from_row(reason.as_row()) == reason
    assert hash(reason) == hash(model.Reason("date-agrees", (("on", "2018-05-22"), ("times", 2))))


def test_a_record_cannot_be_changed_and_is_equal_by_what_it_says() -> None:
    head = Head(kind="ke-hoach", number="1/KH-LMHTX")
    with pytest.raises(dataclasses.FrozenInstanceError):
        head.number = "2/KH-LMHTX"  # type: ignore[misc]
    assert head == Head(kind="ke-hoach", number="1/KH-LMHTX", issued_on=None)
    assert head != dataclasses.replace(head, issued_on="2018")
    assert hash(head) == hash(Head(kind="ke-hoach", number="1/KH-LMHTX"))


def test_what_nothing_is_said_of() -> None:
    citation = Citation(span=Span(start=0, end=3), kind="luat", form="named", number=None, written=None, text="Luật")
    assert citation.relation == "mentions"
    assert (citation.issued_on, citation.issuer, citation.title, citation.inside) == (None, None, None, ())
    outcome = Outcome(citation=citation, status="unresolved")
    assert (outcome.target, outcome.candidates, outcome.conflicts) == (None, (), ())
    assert Campaign(id="a", notice_id="n", name="Thi đua").level == "province"
    notice = Notice(id="n", site="s", title="T", text="", fetched_at="2018-01-01T00:00:00+00:00", digest="")
    assert (notice.url, notice.place, notice.published_on, notice.issuer, notice.head) == (None,) * 5
