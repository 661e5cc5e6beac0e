"""`danchieu status` and `errors`: what stands, what fails, since when; and trying again."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from corpus.store import Store
from tests.crawler.conftest import Server, server
from tests.crawler.crawling import ARTICLE
from tests.typed import fits
from webapp.cli import main
from webapp.desk import ErrorRow, StatusRow

__all__ = ["server"]


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--archive", str(folder), *arguments])


def status(folder: Path) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(run(folder, "status", "--json").stdout)
    fits(row, StatusRow)
    return row


def errors(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in run(folder, "errors", "--json", *arguments).stdout.splitlines()]
    for row in rows:
        fits(row, ErrorRow)
    return rows


def files(tmp_path: Path, text: str = '{"id": "a", "text": "Thực hiện Chỉ thị 12/CT-TTg."}\n') -> str:
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    return str(tmp_path / "a.jsonl")


def test_an_archive_at_a_glance(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    run(folder, "import", files(tmp_path))
    row = status(folder)
    assert (row["notices"], row["index"]["generation"], row["index"]["behind"]) == (1, None, 1)
    run(folder, "index")
    row = status(folder)
    assert (row["index"]["behind"], row["index"]["fault"], row["index"]["rules"]) == (0, None, [])
    assert [(one["command"], one["state"]) for one in row["runs"]] == [("index", "done"), ("import", "done")]
    assert row["runs"][1]["report"]["added"] == 1
    assert row["disk"]["database"] > 0 < row["disk"]["index"]
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "Một bài."}\n', encoding="utf-8")
    run(folder, "import", str(tmp_path / "b.jsonl"))
    run(folder, "remove", "a", "--reason", "x")
    row = status(folder)
    assert (row["index"]["behind"], row["index"]["removed"], row["withdrawn"]) == (1, 1, 1)
    said = run(folder, "status").stdout
    assert "chậm 1 thông báo mới hoặc đổi, 1 đã bỏ" in said and "import: added 1" in said


def test_without_an_archive_it_is_one_line(tmp_path: Path) -> None:
    told = run(tmp_path / "none", "status")
    assert told.exit_code == 1 and len(told.stderr.splitlines()) == 1
    assert not (tmp_path / "none").exists()


def test_a_run_that_fails_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    run(folder, "import", files(tmp_path))
    assert run(folder, "crawl").exit_code == 1
    (last, *_) = status(folder)["runs"]
    assert (last["command"], last["state"]) == ("crawl", "failed") and "no site to crawl" in last["error"]
    assert "no site to crawl" in run(folder, "status").stdout


def test_what_fails_is_named_with_why_and_since_when_and_tried_again(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    server.page("/", f"{ARTICLE}<a href='/gone.html'>x</a>")
    flags = ("--allow-private", "--delay", "0")
    assert run(folder, "crawl", server.url, *flags).exit_code == 0
    run(folder, "import", files(tmp_path, "{\n"))
    page, file = errors(folder)
    assert (page["type"], page["where"], page["state"], page["reason"]) == (
        "page",
        f"{server.url}/gone.html",
        "failed",
        "answered 404",
    )
    assert (file["type"], file["where"]) == ("file", f"{tmp_path}/a.jsonl line 1") and "not JSON" in file["reason"]
    assert page["since"].startswith("20") and status(folder)["errors"] == {"pages": 1, "files": 1}
    server.page("/gone.html", ARTICLE.replace("Tin số {n}", "Tin khác"))
    files(tmp_path)
    asked = len(server.asked)
    (waiting,) = errors(folder, "--retry")
    assert (waiting["state"], waiting["since"]) == ("waiting", page["since"])
    assert len(server.asked) == asked, "the next crawl asks"
    assert run(folder, "crawl", *flags).exit_code == 0
    assert errors(folder) == [] and run(folder, "errors").stdout == "Không có lỗi nào.\n"
    with Store.open(folder) as store:
        assert store.count() == 3


def test_a_file_that_is_gone_is_no_fault_any_more(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    run(folder, "import", files(tmp_path, "{\n"))
    Path(files(tmp_path)).unlink()
    told = run(folder, "errors", "--retry")
    assert "không còn tệp này" in told.stderr and errors(folder) == []


def test_pages_that_were_read_and_hold_no_notice_are_told_apart(server: Server, tmp_path: Path) -> None:
    server.page("/", "<html><body><a href='/mot.html'>Một</a></body></html>")
    server.page("/mot.html", ARTICLE)
    run(tmp_path / "kho", "crawl", server.url, "--allow-private", "--delay", "0")
    (row,) = errors(tmp_path / "kho", "--without-notice")
    assert row["where"] == f"{server.url}/" and "too short" in row["reason"] and row["state"] == "done"
    assert errors(tmp_path / "kho") == []
    assert run(tmp_path / "kho", "errors", "--retry", "--without-notice").exit_code == 2
