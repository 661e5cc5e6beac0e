"""What had ended a document by a day: the registry's word, and that of the archive's notices."""

from datetime import date
from typing import Any

import pytest

from corpus.model import Reason
from indexer.documents.in_force import ended_in_archive, ended_in_registry


def doc(kind: str, number: str | None, issued_on: str | None = None, title: str | None = None) -> Any:
    return {"kind": kind, "number": number, "issued_on": issued_on, "issuer": None, "place": None, "title": title}


LAW_2003, LAW_2012, LAW_2023 = (
    doc("luat", "18/2003/QH11"),
    doc("luat", "23/2012/QH13", "2012-11-20"),
    doc("luat", "17/2023/QH15"),
)


@pytest.mark.parametrize(
    ("target", "on", "reason"),
    [
        (LAW_2012, "2012-12-01", None),
        (LAW_2012, "2024-06-30", None),
        (LAW_2012, "2024-07-01", Reason.of("replaced-from", kind="luat", number="17/2023/QH15", from_on="2024-07-01")),
        (LAW_2003, "2013-06-30", None),
        (LAW_2003, "2013-07-01", Reason.of("replaced-from", kind="luat", number="23/2012/QH13", from_on="2013-07-01")),
        (LAW_2023, "2030-01-01", None),
        (doc("nghi-dinh", "23/2012/QH13"), "2025-01-01", None),
        (doc("luat", None, title="Luật Hợp tác xã"), "2025-01-01", None),
        (doc("quyet-dinh", "9999/QĐ-UBND"), "2025-01-01", None),
    ],
)
def test_the_registry(target: Any, on: str, reason: Reason | None) -> None:
    ending = ended_in_registry(target, date.fromisoformat(on))
    assert (ending and ending.reason) == reason


def test_a_successor_is_described() -> None:
    ending = ended_in_registry(LAW_2012, date(2025, 1, 1))
    assert ending is not None and ending.successor is not None and ending.tie is None
    assert (ending.successor["number"], ending.successor["issued_on"]) == ("17/2023/QH15", "2023-06-20")


DECISION = doc("quyet-dinh", "12/QĐ-LMHTX", "2017-06-05")
LATER = {**doc("quyet-dinh", "33/QĐ-LMHTX", "2022-03-02"), "id": "quyet-dinh.33-qd-lmhtx"}


def tie(relation: str, quote: str, **source: Any) -> Any:
    return {"relation": relation, "source": {**LATER, **source}, "quote": quote, "notice": "a", "start": 0, "end": 9}


WHOLE = "Quyết định này thay thế Quyết định số 12/QĐ-LMHTX ngày 05/6/2017."


@pytest.mark.parametrize(
    ("relation", "quote", "source", "code"),
    [
        ("replaces", WHOLE, {}, "replaced-by"),
        ("repeals", "Bãi bỏ Quyết định số 12/QĐ-LMHTX.", {}, "repealed-by"),
        ("amends", "Sửa đổi Quyết định số 12/QĐ-LMHTX.", {}, None),
        ("replaces", WHOLE, {"issued_on": "2023-01-02"}, None),
        ("replaces", WHOLE, {"issued_on": "2023-01-01"}, "replaced-by"),
        ("replaces", WHOLE, {"issued_on": None}, "replaced-by"),
        ("repeals", "Bãi bỏ Điều 4 của Quyết định số 12/QĐ-LMHTX.", {}, None),
        ("repeals", "Bãi bỏ khoản 2 Điều 4 Quyết định số 12/QĐ-LMHTX.", {}, None),
        ("replaces", "Thay thế cụm từ “xã” tại Quyết định số 12/QĐ-LMHTX.", {}, None),
        ("replaces", "Thay thế Phụ lục II ban hành kèm theo Quyết định số 12/QĐ-LMHTX.", {}, None),
    ],
)
def test_the_archive(relation: str, quote: str, source: dict[str, Any], code: str | None) -> None:
    ending = ended_in_archive(DECISION, [tie(relation, quote, **source)], date(2023, 1, 1))
    assert (ending and ending.reason.code) == code


def test_what_replaced_it_is_its_successor_and_what_repealed_it_is_none() -> None:
    replaced = ended_in_archive(DECISION, [tie("replaces", WHOLE)], date(2023, 1, 1))
    repealed = ended_in_archive(DECISION, [tie("repeals", WHOLE)], date(2023, 1, 1))
    assert replaced is not None and repealed is not None
    assert (replaced.successor, replaced.successor_id) == (LATER, "quyet-dinh.33-qd-lmhtx")
    assert (repealed.successor, repealed.successor_id) == (None, None)
    assert replaced.tie == tie("replaces", WHOLE)


def test_the_first_that_ended_it_counts() -> None:
    ties = [tie("amends", WHOLE), tie("repeals", WHOLE), tie("replaces", WHOLE)]
    ending = ended_in_archive(DECISION, ties, date(2023, 1, 1))
    assert ending is not None and ending.reason.code == "repealed-by"
    assert ended_in_archive(DECISION, [], date(2023, 1, 1)) is None
