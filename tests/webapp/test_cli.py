"""The command line's contract: JSON on stdout, messages on stderr, exit status 0, 1 or 2."""

import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.errors import DanChieuError
from corpus.store import Store, writer_lock
from webapp.app import create_app
from webapp.cli import COMMANDS, main
from webapp.settings import Settings


def run(folder: Path, *arguments: str) -> Result:
    """A command on an archive."""
    return CliRunner().invoke(main, ["--archive", str(folder), *arguments])


def cite(data: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """``danchieu cite`` as another program calls it."""
    code = "from webapp.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "cite", *arguments], input=data, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 5


def test_cite_jsonl_one_line_out_for_each_in_and_bad_lines_named() -> None:
    rows = [
        {"id": "a", "text": "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị."},
        {"id": 7, "text": "không có gì", "place": "Sơn La", "on": "2018-08-01"},
        {"id": None, "text": "Chỉ thị số 15-CT/TU", "place": None},
    ]
    lines = [json.dumps(row, ensure_ascii=False).encode() for row in rows]
    data = b"\n".join(
        [lines[0], b"{broken", lines[1], b"", b'{"id": "x"}', b'{"id":"x","text":"a","on":"mai"}', lines[2]]
    )
    done = cite(data, "--jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in found] == ["a", 7, None]
    assert found[0]["citations"][0]["number"] == "34-CT/TW"
    assert found[1]["citations"] == []
    assert done.returncode == 1
    said = done.stderr.decode()
    assert "line 2" in said and "line 5" in said and "line 6" in said and "Traceback" not in said


def test_cite_offsets_are_those_of_the_text_as_given() -> None:
    text = "Thực hiện \r\nChỉ thị số 12/CT-TTg ngày 22/5/2018"
    done = cite(json.dumps({"id": 1, "text": text}).encode() + b"\n", "--jsonl")
    row = json.loads(done.stdout)["citations"][0]
    assert done.returncode == 0
    assert text[row["start"] : row["end"]] == row["text"] == "Chỉ thị số 12/CT-TTg"


def test_cite_of_hostile_bytes() -> None:
    assert json.loads(cite(b"\xff\xfe\x00 34-CT/TW").stdout)["citations"] is not None
    done = cite(b'{"id": "\\ud800", "text": "\\ud800 \\u0000 x"}\n', "--jsonl")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"id": "\ud800", "citations": []}


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["search", "x"], 1, "there is none"),
        (["show", "x"], 1, "there is none"),
        (["index"], 1, "there is none"),
        (["serve"], 1, "there is none"),
        (["nothing"], 2, "No such command"),
        (["search"], 2, "Missing argument"),
        (["graph", "x", "--format", "png"], 2, "png"),
        (["cite", "--on", "mai"], 2, "mai"),
        (["import"], 2, "Missing argument"),
        (["import", "khong-co.txt"], 1, "no such file"),
        (["crawl"], 1, "there is none"),
        (["crawl", "ftp://x"], 1, "no address to crawl"),
        (["crawl", "--delay", "-1", "http://x.example"], 2, "--delay"),
        (["serve", "--port", "99999"], 2, "--port"),
        (["index", "thua"], 2, "unexpected extra argument"),
    ],
)
def test_errors_are_one_line(tmp_path: Path, arguments: list[str], status: int, said: str) -> None:
    result = run(tmp_path / "none", *arguments)
    assert result.exit_code == status
    assert said in result.stderr
    assert status == 2 or len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""


def test_search_json_has_the_shape_that_programs_rely_on(folder: Path) -> None:
    found = json.loads(run(folder, "search", "chi thi 12", "--json").stdout)
    assert {"query", "total", "instruments", "hits", "facets", "suggestion"} <= set(found)
    assert found["instruments"][0]["number"] == "12/CT-TTg"
    names = {"id", "title", "url", "kind", "number", "issued_on", "published_on", "place", "issuer", "score", "excerpt"}
    assert found["hits"] and all(names <= set(hit) and isinstance(hit["excerpt"], str) for hit in found["hits"])


def test_show_and_graph_in_every_format(folder: Path) -> None:
    id_ = "chi-thi.34-ct-tw.2014"
    assert json.loads(run(folder, "show", id_, "--json").stdout)["number"] == "34-CT/TW"
    assert "34-CT/TW" in run(folder, "show", id_).stdout
    assert json.loads(run(folder, "graph", id_).stdout)["root"] == id_
    assert run(folder, "graph", id_, "--format", "dot").stdout.startswith("digraph")
    assert "<graphml" in run(folder, "graph", id_, "--format", "graphml").stdout
    missing = run(folder, "show", "khong-co")
    assert missing.exit_code == 1 and "khong-co" in missing.stderr


@pytest.mark.parametrize("what", ["documents", "citations", "relations", "graph", "campaigns", "wanted"])
def test_exports_are_jsonl_and_csv_of_the_same_rows(folder: Path, what: str) -> None:
    rows = [json.loads(line) for line in run(folder, "export", what).stdout.splitlines()]
    table = list(csv.DictReader(run(folder, "export", what, "--format", "csv").stdout.splitlines(keepends=True)))
    assert rows and len(rows) == len(table)
    assert list(rows[0]) == list(table[0])


def test_exported_citations_point_into_the_stored_text(folder: Path) -> None:
    texts = {row["id"]: row["text"] for row in map(json.loads, run(folder, "export", "documents").stdout.splitlines())}
    rows = [json.loads(line) for line in run(folder, "export", "citations").stdout.splitlines()]
    assert len(rows) > 100
    assert all(texts[row["notice"]][row["start"] : row["end"]] == row["text"] for row in rows)


def test_campaigns_and_precedents(folder: Path) -> None:
    rows = [json.loads(line) for line in run(folder, "campaigns", "--json").stdout.splitlines()]
    names = {
        "id",
        "notice",
        "name",
        "starts_on",
        "ends_on",
        "occasion",
        "organiser",
        "place",
        "bases",
        "tasks",
        "precedents",
    }
    assert rows and all(names <= set(row) for row in rows)
    latest = next(row for row in rows if row["precedents"])
    alike = [
        json.loads(line) for line in run(folder, "campaigns", "--like", latest["id"], "--json").stdout.splitlines()
    ]
    assert alike and all(row["reasons"] for row in alike)


def test_check_judges_a_draft(folder: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Thực hiện Chỉ thị số 34/CT-TW ngày 07/4/2014 của Bộ Chính trị.", encoding="utf-8")
    found = json.loads(run(folder, "check", str(draft), "--json").stdout)
    assert [row["judgement"] for row in found["citations"]] == ["form"]
    assert "34-CT/TW" in found["citations"][0]["proper"]
    missing = run(folder, "check", str(tmp_path / "none.txt"))
    assert missing.exit_code == 1 and "none.txt" in missing.stderr


def test_import_names_what_it_skips(tmp_path: Path) -> None:
    lines = tmp_path / "some.jsonl"
    lines.write_text('{"id": "a", "text": "Một thông báo đủ dài để giữ."}\n{bad\n{"id": "b"}\n', encoding="utf-8")
    result = run(tmp_path / "archive", "import", str(lines))
    assert result.exit_code == 1
    assert "some.jsonl:2" in result.stderr.replace(" line ", ":") and "1 thêm mới" in result.stdout
    assert run(tmp_path / "archive", "index").exit_code == 0
    assert json.loads(run(tmp_path / "archive", "show", "a", "--json").stdout)["id"] == "a"


@pytest.mark.parametrize("arguments", [["crawl", "http://127.0.0.1:9/"], ["import", __file__]])
def test_a_second_writer_is_told_to_wait(tmp_path: Path, arguments: list[str]) -> None:
    Store.open(tmp_path, create=True).close()
    with writer_lock(tmp_path):
        result = run(tmp_path, *arguments)
    assert result.exit_code == 1
    assert "another process" in result.stderr and len(result.stderr.strip().splitlines()) == 1


def test_archives_that_cannot_be_used_are_one_line(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"text": "Một thông báo."}\n', encoding="utf-8")
    (tmp_path / "file").write_text("x")
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "danchieu.sqlite").write_bytes(b"no database" * 1000)
    for folder in (tmp_path / "file" / "archive", Path("/proc/danchieu"), damaged):
        result = run(folder, "import", str(lines))
        assert result.exit_code == 1, folder
        assert "cannot be used" in result.stderr and len(result.stderr.strip().splitlines()) == 1


LINES = 2000


def _import_in_background(folder: Path, lines: Path) -> list[str]:
    code = "from webapp.cli import main; main()"
    return [sys.executable, "-c", code, "--archive", str(folder), "import", str(lines)]


def _many_lines(path: Path, count: int) -> None:
    rows = ({"id": f"n{n}", "title": f"Thông báo {n}", "text": f"Nội dung {n}. " * 40} for n in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.mark.slow
def test_a_killed_import_is_run_again_and_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    """The first run reads from a pipe that never comes to its end, so that it is killed in the middle for sure."""
    lines, pipe, folder = tmp_path / "a.jsonl", tmp_path / "pipe.jsonl", tmp_path / "archive"
    _many_lines(lines, LINES)
    os.mkfifo(pipe)
    running = subprocess.Popen(
        _import_in_background(folder, pipe), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with pipe.open("wb") as feed:
        feed.writelines(lines.read_bytes().splitlines(keepends=True)[: LINES // 2])
        feed.flush()
        deadline, count = time.monotonic() + 60, 0
        while count < LINES // 4 and time.monotonic() < deadline:
            time.sleep(0.05)
            with contextlib.suppress(DanChieuError), Store.open(folder) as store:
                count = store.count()
        running.kill()
        running.wait()
    with Store.open(folder) as store:
        assert LINES // 4 <= store.count() <= LINES // 2
    done = subprocess.run(_import_in_background(folder, lines), capture_output=True, text=True, timeout=60, check=True)
    with Store.open(folder) as store:
        assert store.count() == LINES
        assert len({row.id for _, row in store.changed_since(0)}) == LINES
    assert "0 cập nhật" in done.stdout


@pytest.mark.slow
def test_a_disk_that_fills_up_during_an_import_is_told_in_one_line(tmp_path: Path) -> None:
    lines, folder = tmp_path / "a.jsonl", tmp_path / "archive"
    _many_lines(lines, LINES)
    command = _import_in_background(folder, lines)
    limited = ["bash", "-c", 'ulimit -f 500; exec "$@"', "limited", *command]  # kB: what one file may hold
    done = subprocess.run(limited, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1 and "could not be written" in done.stderr
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    with Store.open(folder) as store:
        assert store.count() == LINES


@pytest.mark.parametrize("what", ["documents", "citations", "campaigns"])
@pytest.mark.parametrize("lines", [0, 1])
def test_a_reader_that_goes_away_is_no_error(folder: Path, what: str, lines: int) -> None:
    code = "from webapp.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "--archive", str(folder), "export", what],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_an_import_of_a_path_that_is_not_there_makes_no_archive(tmp_path: Path) -> None:
    done = run(tmp_path / "archive", "import", str(tmp_path / "none.txt"))
    assert (done.exit_code, "no such file" in done.stderr) == (1, True)
    assert not (tmp_path / "archive").exists()


def test_an_import_of_a_folder_with_other_files_names_them_and_fails(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").write_text("Thực hiện Chỉ thị số 22-CT/TW.", encoding="utf-8")
    (tmp_path / "files" / "b.pdf").write_bytes(b"%PDF-1.7")
    done = run(tmp_path / "archive", "import", str(tmp_path / "files"))
    assert done.exit_code == 1
    assert "b.pdf: a damaged PDF" in done.stderr and "1 thêm mới" in done.stdout and "1 bỏ qua" in done.stdout


DAMAGED_COMMANDS = (
    ("search", "thi đua"),
    ("show", "n1"),
    ("graph", "n1"),
    ("export", "documents"),
    ("campaigns",),
    ("check",),
    ("serve", "--port", "0"),
)


@pytest.mark.parametrize("name", ["current", "facts.sqlite", "summary.json", "manifest.json", "engine"])
def test_a_damaged_index_is_one_line_for_each_command_and_index_heals_it(
    folder: Path, tmp_path: Path, name: str
) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(folder, archive)
    for path in [*(archive / "index").rglob(name), *(archive / "index").glob(f"g*/{name}/*")]:
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1][::-1])
    (tmp_path / "draft.txt").write_text("theo Chỉ thị số 12/CT-TTg ngày 21/4/2018", encoding="utf-8")
    for command in DAMAGED_COMMANDS:
        arguments = [*command, str(tmp_path / "draft.txt")] if command == ("check",) else command
        done = run(archive, *arguments)
        assert done.exit_code == 1, command
        assert len(done.stderr.strip().splitlines()) == 1 and "run 'danchieu index'" in done.stderr, command
    client = create_app(Settings(archive=archive)).test_client()
    for address in ("/", "/tim?q=thi", "/healthz", "/api/v1/search?q=thi"):
        assert client.get(address).status_code == 503, address
    done = run(archive, "index")
    assert done.exit_code == 0
    assert "the index was made anew" in done.stderr
    assert client.get("/healthz").status_code == 200
    assert run(archive, "check", str(tmp_path / "draft.txt")).exit_code == 0


def test_a_notice_that_is_removed_stays_away(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    rows = [{"id": name, "text": f"Thông báo {name} thực hiện Chỉ thị số 12/CT-TTg."} for name in ("một", "hai")]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    archive = tmp_path / "archive"
    assert run(archive, "import", str(lines)).exit_code == 0
    assert run(archive, "index").exit_code == 0
    gone = run(archive, "remove", "một", "--reason", " đăng  nhầm ", "--json")
    assert gone.exit_code == 0
    assert {"id": "một", "reason": "đăng nhầm"}.items() <= json.loads(gone.stdout).items()
    again = run(archive, "import", str(lines))
    assert again.exit_code == 0 and "1 đã rút từ trước" in again.stdout and "0 thêm mới" in again.stdout
    assert "1 đã bỏ" in run(archive, "index").stdout
    assert run(archive, "show", "một").exit_code == 1
    assert [row["id"] for row in map(json.loads, run(archive, "export", "documents").stdout.splitlines())] == ["hai"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["khong-co", "--reason", "x"], 1, "khong-co"),
        (["một", "--reason", "  "], 1, "say why"),
        (["một"], 2, "--reason"),
    ],
)
def test_a_removal_that_cannot_be_is_told(tmp_path: Path, arguments: list[str], status: int, said: str) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text(json.dumps({"id": "một", "text": "Một thông báo."}), encoding="utf-8")
    run(tmp_path / "archive", "import", str(lines))
    done = run(tmp_path / "archive", "remove", *arguments)
    assert (done.exit_code, said in done.stderr) == (status, True)
