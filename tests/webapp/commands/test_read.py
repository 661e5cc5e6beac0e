"""`search`, `show`, `graph`, `export` on an indexed archive: lines for people, JSON for programs."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from corpus.model import Reason
from webapp.cli import main
from webapp.results import flat

KNOWN = "chi-thi.34-ct-tw.2014"


def run(folder: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--archive", str(folder), *arguments])
    assert result.exit_code == 0, result.output
    return result


def test_results_are_plain_words() -> None:
    hit = {"id": "a", "excerpt": (("Một ", False), ("hai", True)), "why": ("number", "text")}
    result: dict[str, Any] = {"hits": [hit], "notes": [Reason.of("quotation-open")], "total": 1}
    found = flat(result)
    assert found["hits"] == [{"id": "a", "excerpt": "Một hai", "why": ["số hiệu", "nội dung"]}]
    assert found["notes"] == ["Dấu ngoặc kép chưa đóng: phần sau dấu được hiểu là một cụm từ."]
    assert found["total"] == 1 and result["hits"] == [hit], "what it was made of stays"
    assert flat(result, "en")["notes"] != found["notes"]


def test_a_search_shows_its_hits(demo_folder: Path) -> None:
    found = json.loads(run(demo_folder, "search", "chi thi 12", "--json").stdout)
    shown = run(demo_folder, "search", "chi thi 12").stdout
    assert found["hits"] and f"{found['total']} thông báo" in shown
    assert all(f"  {hit['id']} · " in shown for hit in found["hits"])
    assert all(row["id"] in shown for row in found["instruments"][:8])


def test_a_search_takes_its_flags(demo_folder: Path) -> None:
    whole = json.loads(run(demo_folder, "search", "thi dua", "--json").stdout)
    one = json.loads(run(demo_folder, "search", "thi dua", "--json", "--limit", "1", "--page", "2").stdout)
    assert [hit["id"] for hit in one["hits"]] == [whole["hits"][1]["id"]] and one["total"] == whole["total"]
    newest = json.loads(run(demo_folder, "search", "thi dua", "--json", "--sort", "newest").stdout)
    days = [hit["published_on"] or "" for hit in newest["hits"]]
    assert days == sorted(days, reverse=True)
    year = next(day[:4] for day in days if day)
    of_year = json.loads(run(demo_folder, "search", "thi dua", "--json", "--year", year).stdout)
    assert of_year["hits"] and {hit["published_on"][:4] for hit in of_year["hits"]} == {year}


def test_notes_are_said_first(demo_folder: Path) -> None:
    assert run(demo_folder, "search", '"thi dua').stdout.startswith("! Dấu ngoặc kép chưa đóng")


@pytest.mark.parametrize("limit", ["0", "101", "x"])
def test_a_limit_has_bounds(demo_folder: Path, limit: str) -> None:
    result = CliRunner().invoke(main, ["--archive", str(demo_folder), "search", "x", "--limit", limit])
    assert result.exit_code == 2 and "--limit" in result.stderr


def test_a_document_is_shown(demo_folder: Path) -> None:
    row = json.loads(run(demo_folder, "show", KNOWN, "--json").stdout)
    shown = run(demo_folder, "show", KNOWN).stdout
    assert row["id"] == KNOWN and f"{row['cited_by_total']} thông báo dẫn:" in shown
    assert all(one["notice"] in shown for one in row["cited_by"][:40])


def test_a_notice_is_shown_with_what_it_cites(demo_folder: Path) -> None:
    id_ = json.loads(run(demo_folder, "search", "737", "--json").stdout)["hits"][0]["id"]
    row = json.loads(run(demo_folder, "show", id_, "--json").stdout)
    shown = run(demo_folder, "show", id_).stdout
    assert row["title"] in shown and row["text"] in shown and row["citations"]
    for one in row["citations"]:
        assert f"{one['text']}  →  {one['target']['id'] if one['target'] else one['status']}" in shown


def test_a_graph_has_three_forms(demo_folder: Path) -> None:
    graph = json.loads(run(demo_folder, "graph", KNOWN).stdout)
    assert graph["root"] == KNOWN and len(graph["nodes"]) > 1
    assert run(demo_folder, "graph", KNOWN, "--format", "dot").stdout.startswith("digraph")
    assert ElementTree.fromstring(run(demo_folder, "graph", KNOWN, "--format", "graphml").stdout_bytes).tag.endswith(
        "graphml"
    )
    assert len(json.loads(run(demo_folder, "graph", KNOWN, "--limit", "2").stdout)["nodes"]) == 2


@pytest.mark.parametrize("what", ["documents", "citations", "wanted"])
def test_exports_say_the_same_in_both_forms(demo_folder: Path, what: str) -> None:
    rows = [json.loads(line) for line in run(demo_folder, "export", what).stdout.splitlines()]
    table = list(csv.reader(io.StringIO(run(demo_folder, "export", what, "--format", "csv").stdout)))
    assert rows and len(table) == len(rows) + 1
    assert table[0] == list(rows[0])


def test_a_law_is_shown_by_article(tmp_path: Path) -> None:
    text = "theo khoản 2 Điều 17 và Điều 250 Luật Hợp tác xã năm 2012"
    lines = tmp_path / "rows.jsonl"
    lines.write_text(json.dumps({"id": "a", "title": "Tin", "text": text}), encoding="utf-8")
    folder = tmp_path / "archive"
    run(folder, "import", str(lines))
    run(folder, "index")
    shown = run(folder, "show", "luat.23-2012-qh13").stdout
    assert "Dẫn theo điều (văn bản có 64 điều):" in shown
    assert "  Điều 17        1 thông báo\n  Điều 250       1 thông báo  không có điều này\n" in shown
    (row,) = map(json.loads, run(folder, "export", "citations").stdout.splitlines())
    assert [(one["article"], one["clause"]) for one in row["pinpoints"]] == [("17", "2"), ("250", None)]
    assert [text[one["start"] : one["end"]] for one in row["pinpoints"]] == ["khoản 2 Điều 17", "Điều 250"]
