"""`crawl`, `import`, `remove`, `index`: what came of it in one line, faults named, JSON for programs."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from webapp import composition
from webapp.cli import main


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--archive", str(folder), *arguments])


def said(result: Result) -> str:
    """All that was told of a fault."""
    return f"{result.stderr}{result.exception}"


def row(id_: str, text: str) -> str:
    return json.dumps({"id": id_, "title": f"Tin {id_}", "text": text})


def test_an_import_counts_what_came_of_each(tmp_path: Path) -> None:
    archive, lines = tmp_path / "archive", tmp_path / "a.jsonl"
    lines.write_text("\n".join((row("a", "Một bài."), row("b", "Bài hai."))), encoding="utf-8")
    first = run(archive, "import", str(lines))
    assert (first.exit_code, first.stdout) == (0, "2 thêm mới, 0 cập nhật, 0 không đổi, 0 trùng, 0 bỏ qua\n")
    lines.write_text("\n".join((row("a", "Một bài."), row("b", "Bài khác."), "{")), encoding="utf-8")
    second = run(archive, "import", str(lines))
    assert second.stdout == "0 thêm mới, 1 cập nhật, 1 không đổi, 0 trùng, 1 bỏ qua\n"
    assert second.exit_code == 1 and "a.jsonl" in second.stderr and "; skipped" in second.stderr
    assert "1 lines or files were skipped" in said(second)


def test_what_is_withdrawn_does_not_come_back(tmp_path: Path) -> None:
    archive, lines = tmp_path / "archive", tmp_path / "a.jsonl"
    lines.write_text(row("a", "Một bài."), encoding="utf-8")
    run(archive, "import", str(lines))
    gone = json.loads(run(archive, "remove", "a", "--reason", "nhầm", "--json").stdout)
    assert (gone["id"], gone["title"], gone["reason"]) == ("a", "Tin a", "nhầm")
    assert run(archive, "import", str(lines)).stdout.endswith("0 bỏ qua, 1 đã rút từ trước\n")
    assert run(archive, "remove", "unknown", "--reason", "x").exit_code == 1
    assert run(archive, "remove", "a").exit_code == 2


def test_a_path_that_is_not_there_makes_no_archive(tmp_path: Path) -> None:
    assert run(tmp_path / "archive", "import", str(tmp_path / "gone.txt")).exit_code == 1
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize(
    ("more", "status", "told"),
    [
        ({}, 0, ""),
        ({"barren": ["a.example: nothing"]}, 0, "danchieu: nothing was found: a.example: nothing"),
        ({"barren": ["a", "b"], "all_barren": True}, 1, "nothing was found: a; b"),
        ({"failed": 1, "fetched": 0, "first_fault": "the fault"}, 1, "the first fault: the fault"),
        ({"refused": 1, "fetched": 0, "reasons": ["why"]}, 1, "the first fault: why"),
        ({"failed": 1, "fetched": 1}, 0, ""),
        ({"failed": 1, "fetched": 0, "not_modified": 1}, 0, ""),
    ],
)
@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_a_crawl_fails_when_nothing_came_of_it(
    more: dict[str, Any], status: int, told: str, flags: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = {"barren": [], "all_barren": False, "failed": 0, "refused": 0, "fetched": 3, "not_modified": 0}
    rest = {"first_fault": None, "reasons": [], "as_row": lambda: {"fetched": 3}, "line": lambda: "the line"}
    report = SimpleNamespace(**{**figures, **rest, **more})
    monkeypatch.setattr(composition, "collect", lambda settings, urls, progress: report)
    result = run(tmp_path, "crawl", "a.example", *flags)
    assert result.exit_code == status and told in said(result)
    assert result.stdout == ('{"fetched": 3}\n' if flags else "the line\n")


@pytest.mark.parametrize(
    ("reason", "changed", "homeless", "told"),
    [
        (None, (), (), ""),
        ("it was damaged", (), (), "danchieu: it was damaged; the index was made anew\n"),
        (
            None,
            ("x", "y"),
            (),
            "danchieu: other rules than those of the index (x, y); what they concern was read again\n",
        ),
        (None, (), (3, 8), "danchieu: decisions without effect, for their mention is not there any more: 3, 8\n"),
    ],
)
def test_an_index_run_says_what_it_did(
    reason: str | None,
    changed: tuple[str, ...],
    homeless: tuple[int, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bool] = []

    def index(settings: Any, *, rebuild: bool, progress: Any) -> Any:
        asked.append(rebuild)
        return SimpleNamespace(
            reason=reason, changed=changed, homeless=homeless, taken_in=1, removed=2, resolved=3, written=4
        )

    monkeypatch.setattr(composition, "index", index)
    for flags in ([], ["--rebuild"]):
        result = run(tmp_path, "index", *flags)
        assert (result.exit_code, result.stderr) == (0, told)
        assert result.stdout == "1 thông báo mới, 2 đã bỏ, 3 xác định lại, 4 mục ghi vào chỉ mục\n"
    assert asked == [False, True]
