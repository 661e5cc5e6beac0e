"""Well-known instruments: rows of one data file, refused where they say what cannot be."""

from collections.abc import Iterator
from typing import Any

import pytest

from corpus import instruments
from corpus.errors import DataError
from corpus.instruments import load_instruments


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, str]]]:
    """The rows that the file has, in place of its own."""
    rows: list[dict[str, str]] = []
    monkeypatch.setattr(instruments, "read_table", lambda name, columns: [dict.fromkeys(columns, "") | r for r in rows])
    load_instruments.cache_clear()
    yield rows
    load_instruments.cache_clear()


def test_cells_become_fields_and_empty_ones_none(table: list[dict[str, str]]) -> None:
    table.append(
        {"kind": "luat", "number": "1/2020/QH14", "issued_on": "2020-01", "names": "Luật A|Luật B", "source": "x"}
    )
    (found,) = load_instruments()
    assert (found.kind, found.number, found.issued_on, found.names) == (
        "luat",
        "1/2020/QH14",
        "2020-01",
        ("Luật A", "Luật B"),
    )
    assert {found.effective_on, found.expires_on, found.issuer, found.place, found.title, found.replaces} == {None}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"kind": "la-thu", "number": "9/X"}, r"kind 'la-thu' is not in kinds\.tsv \(9/X\)"),
        ({"kind": "la-thu", "title": "Lời hẹn"}, r"\(Lời hẹn\)"),
        ({"kind": "luat", "number": "9/X", "issued_on": "12/3/2020"}, r"issued_on '12/3/2020' of 9/X is no ISO date"),
        ({"kind": "luat", "number": "9/X", "effective_on": "2020-13-01"}, "effective_on"),
        ({"kind": "luat", "number": "9/X", "expires_on": "soon"}, "expires_on"),
    ],
)
def test_rows_at_fault_are_named(table: list[dict[str, str]], row: dict[str, str], said: str) -> None:
    table.append(row)
    with pytest.raises(DataError, match=said):
        load_instruments()


def test_laws_of_the_file_come_into_force_after_they_were_passed_and_end_later() -> None:
    def days(row: Any) -> list[str]:
        return [day for day in (row.issued_on, row.effective_on, row.expires_on) if day]

    assert all(days(row) == sorted(days(row)) for row in load_instruments())
    assert any(row.expires_on for row in load_instruments())


def test_what_is_replaced_is_older_where_it_is_known() -> None:
    known = {row.number: row for row in load_instruments() if row.number and row.kind in ("luat", "bo-luat")}
    pairs = [(known[row.replaces], row) for row in known.values() if row.replaces in known and row.replaces]
    assert pairs
    assert all((old.issued_on or "") < (new.issued_on or "") for old, new in pairs)
