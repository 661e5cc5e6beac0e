"""One round for a timer: each step is tried, what failed is told, and another writer is let be."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corpus.store import Store, writer_lock
from tests.crawler.conftest import Server, server
from tests.crawler.crawling import ARTICLE
from webapp.cli import main

__all__ = ["server"]


@pytest.fixture
def folder(server: Server, tmp_path: Path) -> Path:
    """An archive with one source, and a drop folder beside it."""
    server.page("/", ARTICLE)
    (tmp_path / "nhan").mkdir()
    (tmp_path / "nhan" / "a.txt").write_text("Thực hiện Chỉ thị số 12/CT-TTg ngày 22/5/2018.", encoding="utf-8")
    enabled = run(tmp_path / "kho", "sources", "add", server.url, "--delay", "0", "--contact", "a@b.vn")
    assert enabled.exit_code == 0
    return tmp_path / "kho"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--archive", str(folder), *arguments])


def collect(folder: Path, *more: str) -> Result:
    return run(folder, "collect", "--allow-private", "--drop-folder", str(folder.parent / "nhan"), *more)


def row(told: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def test_sources_files_and_index_in_one_run(folder: Path) -> None:
    told = collect(folder, "--json")
    assert told.exit_code == 0 and told.stderr == ""
    done = row(told)
    assert (done["crawl"]["added"], done["import"]["added"], done["index"]["taken_in"]) == (1, 1, 2)
    assert done["problems"] == [] and done["idle"] == []
    with Store.open(folder) as store:
        assert [one.command for one in store.runs.last(5)] == ["collect"]


def test_a_second_run_has_nothing_to_do(folder: Path) -> None:
    assert "Thu thập: " in collect(folder).stdout
    told = collect(folder)
    assert told.exit_code == 0
    assert "Chưa nguồn nào đến hạn" in told.stdout and "không có gì mới" in told.stdout


def test_what_fails_is_told_and_the_rest_is_done(folder: Path, server: Server) -> None:
    server.answers.clear()
    (folder.parent / "nhan" / "b.jsonl").write_text("{\n", encoding="utf-8")
    told = collect(folder, "--json")
    assert told.exit_code == 1
    done = row(told)
    assert (done["import"]["added"], done["index"]["taken_in"]) == (1, 1)
    assert len(done["problems"]) == 2
    assert "404" in done["problems"][0] and "b.jsonl line 1" in done["problems"][1]
    assert all(f"danchieu: {problem}" in told.stderr for problem in done["problems"])


def test_a_drop_folder_that_is_not_there_is_named(folder: Path) -> None:
    told = run(folder, "collect", "--allow-private", "--drop-folder", str(folder / "none"))
    assert told.exit_code == 1 and "no such folder" in told.stderr
    assert "Chỉ mục: 1 thông báo mới" in told.stdout


def test_while_another_writes_nothing_is_done(folder: Path, server: Server) -> None:
    asked = len(server.asked)
    with writer_lock(folder):
        told = collect(folder)
    assert told.exit_code == 1 and len(told.stderr.splitlines()) == 1 and "another process is writing" in told.stderr
    assert len(server.asked) == asked


def test_without_sources_and_drop_folder_it_is_no_fault(tmp_path: Path) -> None:
    told = run(tmp_path / "kho", "collect")
    assert told.exit_code == 0 and "Không có nguồn nào được bật" in told.stdout
