"""`danchieu decide` on the demo's archive."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from webapp.cli import main

DIRECTIVE, NAMESAKE = "chi-thi.34-ct-tw.2014", "chi-thi.34-ct-tw.2024"


@pytest.fixture
def archive(demo_folder: Path, tmp_path: Path) -> Path:
    made = tmp_path / "archive"
    shutil.copytree(demo_folder, made)
    return made


def run(archive: Path, *arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["--archive", str(archive), *arguments], env={"DANCHIEU_WHO": "", **environment})


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def open_mention(archive: Path) -> str:
    rows = lines(run(archive, "export", "citations"))
    row = next(row for row in rows if row["status"] == "ambiguous" and row["number"] == "34-CT/TW")
    return f"{row['notice']}#{row['start']}"


def citation(archive: Path, mention: str) -> dict[str, Any]:
    id_, _, start = mention.partition("#")
    rows = lines(run(archive, "export", "citations"))
    return next(row for row in rows if (row["notice"], str(row["start"])) == (id_, start))


SAID = ("--who", "Lan", "--why", "đã hỏi")


def test_a_mention_is_settled_shown_and_undone(archive: Path, open_mention: str) -> None:
    result = run(archive, "decide", open_mention, DIRECTIVE, "--same", *SAID)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"1. {open_mention} “Chỉ thị số 34-CT/TW” là {DIRECTIVE}: Lan, 20")
    assert citation(archive, open_mention)["status"] == "ambiguous"  # until it is indexed
    assert run(archive, "index").exit_code == 0
    row = citation(archive, open_mention)
    assert (row["status"], row["target"]["id"]) == ("resolved", DIRECTIVE)
    assert row["why"].startswith("Do người quyết định: Lan, ngày ") and row["why"].endswith("(“đã hỏi”).")
    assert run(archive, "decide", "--undo", "1", *SAID).exit_code == 0
    run(archive, "index")
    assert citation(archive, open_mention)["status"] == "ambiguous"


def test_the_log_as_lines_and_as_json(archive: Path, open_mention: str) -> None:
    run(archive, "decide", open_mention, "--unsure", "--why", "không ai biết", DANCHIEU_WHO="Lan")
    kept = lines(run(archive, "decide", NAMESAKE, DIRECTIVE, "--not-same", *SAID, "--json"))[0]
    assert (kept["decision"], kept["verdict"], kept["document"], kept["other"]) == (2, "not-same", DIRECTIVE, NAMESAKE)
    run(archive, "decide", "--undo", "2", *SAID)
    told = run(archive, "decide", "--list").stdout.splitlines()
    assert told[0].startswith(f"1. {open_mention} “Chỉ thị số 34-CT/TW” chưa chắc là văn bản nào: Lan, ")
    assert f"2. {NAMESAKE} không phải là {DIRECTIVE}: Lan" in told[1] and told[1].endswith("[đã bỏ bởi quyết định 3]")
    assert told[2].startswith("3. bỏ quyết định 2: Lan")
    rows = lines(run(archive, "decide", "--list", "--json"))
    assert rows == lines(run(archive, "export", "decisions"))
    assert [row["undone_by"] for row in rows] == [None, 3, None]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["a#1", DIRECTIVE, "--same", *SAID], 1, "notice 'a': not in this archive"),
        (["a#x", DIRECTIVE, "--same", *SAID], 1, "the code point is wanted at which the mention begins"),
        (["a#1", DIRECTIVE, "--same"], 2, "--who (or DANCHIEU_WHO) and --why are wanted"),
        (["a#1", "--same", *SAID], 2, "name the document, too"),
        (["a#1", DIRECTIVE, *SAID], 2, "one of --same, --not-same, --unsure"),
        ([DIRECTIVE, "--unsure", *SAID], 2, "name the document, too"),
        ([DIRECTIVE, DIRECTIVE, "--same", *SAID], 1, "name another beside it"),
        (["x", DIRECTIVE, "--same", *SAID], 1, "'x' names no document"),
        ([*SAID], 2, "name what is decided about"),
        (["--undo", "1", *SAID], 1, "decision 1: there is none"),
        (["--undo", "0", *SAID], 2, "0 is not in the range"),
        ([DIRECTIVE, "--undo", "1", *SAID], 2, "--undo stands alone"),
    ],
)
def test_what_cannot_be_decided_is_said_in_one_line(
    archive: Path, arguments: list[str], status: int, told: str
) -> None:
    result = run(archive, "decide", *arguments)
    assert result.exit_code == status
    assert told in result.stderr and "Traceback" not in result.output
    assert run(archive, "decide", "--list").stdout == ""
