"""No cell of a table is a formula, whichever door it leaves by; numbers stay numbers."""

import csv
import io

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from indexer.reading.exports import NAMES
from webapp.cli import main
from webapp.tables import safe_cell, table_rows


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠\t\r"))
@pytest.mark.parametrize("before", ["", " ", "  ", "\u00a0", '"', "'", ' "', "\n", "“"])
def test_a_formula_is_kept_from_being_one(sign: str, before: str) -> None:
    assert safe_cell(f"{before}{sign}cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize(
    "value", ["-5", "+84 912 345 678", "-1.234,5", "12/CT-TTg", "Kế hoạch = việc", "a@b", "", "2018-05-22", "“Đợt 1”"]
)
def test_what_is_no_formula_stays_as_it_is(value: str) -> None:
    assert safe_cell(value) == value


@pytest.mark.parametrize(
    ("value", "cell"), [(None, ""), (-5, "-5"), (1.5, "1.5"), ([1, "=a"], '[1, "=a"]'), ({"á": None}, '{"á": null}')]
)
def test_values_of_other_types(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


def test_a_table_has_its_header_even_where_it_has_no_row() -> None:
    assert list(table_rows([], ("id", "title"))) == ["id,title\r\n"]
    assert list(table_rows([])) == []
    assert list(table_rows([{"=a": 1, "b": None}, {"b": "x"}])) == ["'=a,b\r\n", "1,\r\n", ",x\r\n"]


@pytest.mark.parametrize("what", NAMES)
def test_tables_of_the_command_line_are_guarded(formulas: str, what: str) -> None:
    result = CliRunner().invoke(main, ["--archive", formulas, "export", what, "--format", "csv"])
    assert result.exit_code == 0
    assert_no_formula(result.stdout)


def test_tables_of_the_pages_are_guarded(formula_client: FlaskClient) -> None:
    table = formula_client.get("/tim.csv?q=ziczac").text
    assert "ziczac" in table
    assert_no_formula(table)


def assert_no_formula(table: str) -> None:
    """Every cell of a table begins with what no spreadsheet computes."""
    rows = list(csv.reader(io.StringIO(table.lstrip("\ufeff"))))
    assert rows
    for row in rows:
        for cell in row:
            assert cell == safe_cell(cell) or cell.startswith("'"), cell
