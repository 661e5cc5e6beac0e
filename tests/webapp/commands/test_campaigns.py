"""`danchieu campaigns`: lists, precedents, precedents of a draft, an outline as a file; and what is refused in one clear line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from webapp.cli import main
from webapp.draft_file import TITLE

DRAFT = """KẾ HOẠCH
Phát động thi đua kỷ niệm 35 năm ngày thành lập Liên minh Hợp tác xã Việt Nam
Liên minh Hợp tác xã tỉnh Sơn La phát động đợt thi đua:
1. Việc một.
2. Việc hai.
"""


Ask = Callable[..., Result]


@pytest.fixture
def ask(demo_folder: Path) -> Ask:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["--archive", str(demo_folder), *arguments])

    return run


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_precedents_of_a_draft(ask: Ask, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    found = rows(ask("campaigns", "--draft", str(draft), "--json"))
    assert found[0]["place"] == "Sơn La" and found[0]["reasons"]
    assert "Vì: " in ask("campaigns", "--draft", str(draft)).stdout


def test_outline_as_a_file(ask: Ask, tmp_path: Path) -> None:
    ids = [str(row["id"]) for row in rows(ask("campaigns", "--json"))[:2]]
    chosen = [part for id_ in ids for part in ("--from", id_)]
    for name in ("draft.md", "draft.docx"):
        assert ask("campaigns", *chosen, "--outline", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / "draft.md").read_text(encoding="utf-8").startswith(f"# {TITLE}\n")
    document = Document(str(tmp_path / "draft.docx"))
    assert document.core_properties.title == TITLE
    assert document.paragraphs[0].text == "KẾ HOẠCH"


def test_an_outline_is_of_the_place_that_is_asked_for(ask: Ask, tmp_path: Path) -> None:
    id_ = str(rows(ask("campaigns", "--json"))[0]["id"])
    path = tmp_path / "draft.docx"
    assert ask("campaigns", "--from", id_, "--place", "Cao Bằng", "--outline", str(path)).exit_code == 0
    assert "TỈNH CAO BẰNG" in Document(str(path)).tables[0].rows[0].cells[0].text
    refused = ask("campaigns", "--from", id_, "--place", "Xứ Lạ", "--outline", str(path))
    assert refused.exit_code == 1 and "Xứ Lạ" in refused.stderr


def test_export_as_csv_and_jsonl_say_the_same(ask: Ask) -> None:
    lines = rows(ask("export", "campaigns"))
    table = list(csv.DictReader(io.StringIO(ask("export", "campaigns", "--format", "csv").stdout)))
    assert [row["id"] for row in table] == [row["id"] for row in lines]
    assert [json.loads(row["tasks"]) for row in table] == [row["tasks"] for row in lines]
    assert table[0]["starts_on"] == (lines[0]["starts_on"] or "")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--like", "a", "--draft", __file__), 2, "give one of them"),
        (("--from", "a"), 2, "go together"),
        (("--later",), 2, "goes with --like"),
        (("--like", "không"), 1, "not in this archive"),
        (("--outline", "x.pdf", "--from", "a"), 1, ".md or .docx"),
    ],
)
def test_what_is_refused(ask: Ask, arguments: tuple[str, ...], code: int, said: str) -> None:
    result = ask("campaigns", *arguments)
    assert result.exit_code == code
    assert said in " ".join(result.stderr.split())


def test_a_draft_that_is_no_text_is_named(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "draft.bin").write_bytes(b"\xff\xfe\x00")
    result = ask("campaigns", "--draft", str(tmp_path / "draft.bin"))
    assert result.exit_code == 1 and "draft.bin" in result.stderr and "UTF-8" in result.stderr
