"""`danchieu export`: every set, as lines of JSON and as a table."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.reading.exports import NAMES
from webapp.cli import main
from webapp.commands.export import DECISIONS


def export(archive: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--archive", str(archive), "export", *arguments])


@pytest.mark.parametrize("what", [*NAMES])
def test_both_formats_say_the_same(demo_folder: Path, what: str) -> None:
    rows = [json.loads(line) for line in export(demo_folder, what).stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(export(demo_folder, what, "--format", "csv").stdout.lstrip("\ufeff"))))
    assert len(table) == len(rows) > 0
    assert list(table[0]) == list(rows[0])


def test_citations_say_why_in_words(demo_folder: Path) -> None:
    row = json.loads(export(demo_folder, "citations").stdout.splitlines()[0])
    assert row["why"].endswith(".") and isinstance(row["reasons"], list)


def test_decisions_need_no_index(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"text": "Thực hiện Chỉ thị 12/CT-TTg."}', encoding="utf-8")
    assert CliRunner().invoke(main, ["--archive", str(tmp_path / "a"), "import", str(lines)]).exit_code == 0
    assert (export(tmp_path / "a", DECISIONS).exit_code, export(tmp_path / "a", DECISIONS).stdout) == (0, "")
    assert export(tmp_path / "a", "citations").exit_code == 1


def test_a_set_that_is_none_is_refused_with_those_that_are(demo_folder: Path) -> None:
    result = export(demo_folder, "everything")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in (*NAMES, DECISIONS))
