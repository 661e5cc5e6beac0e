"""`danchieu backup`, `restore`, `reparse`, `export wacz`: an archive's whole way through them, on the demonstration's."""

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import crawler.reparsing
from crawler.fetcher import Response
from crawler.reading import Reading, read_answer
from webapp.cli import main


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--archive", str(folder), *arguments])


@pytest.fixture
def kept(demo_folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(demo_folder, tmp_path / "kho")
    return tmp_path / "kho"


def found(folder: Path) -> Any:
    return json.loads(run(folder, "search", "chi thi 12", "--json").stdout)


def test_an_archive_comes_back_from_its_backup_and_answers_the_same(kept: Path, tmp_path: Path) -> None:
    made = json.loads(run(kept, "backup", str(tmp_path / "a.tar.gz"), "--json").stdout)
    restored = run(tmp_path / "moi", "restore", str(tmp_path / "a.tar.gz"))
    assert restored.exit_code == 0 and "danchieu index" in restored.stdout
    assert run(tmp_path / "moi", "search", "chi thi 12").exit_code == 1, "the index is made again"
    assert run(tmp_path / "moi", "index").exit_code == 0
    assert found(tmp_path / "moi") == found(kept)
    again = json.loads(run(tmp_path / "moi", "backup", str(tmp_path / "b.tar.gz"), "--json").stdout)
    assert (again["notices"], again["captures"]) == (made["notices"], made["captures"])


def test_a_backup_that_is_not_whole_is_one_line(kept: Path, tmp_path: Path) -> None:
    run(kept, "backup", str(tmp_path / "a.tar"))
    (tmp_path / "a.tar").write_bytes((tmp_path / "a.tar").read_bytes()[:-20_000])
    told = run(tmp_path / "moi", "restore", str(tmp_path / "a.tar"))
    assert told.exit_code == 1 and len(told.stderr.splitlines()) == 1 and "take another one" in told.stderr
    assert not (tmp_path / "moi").exists()


def test_the_same_readers_change_nothing(kept: Path) -> None:
    row = json.loads(run(kept, "reparse", "--json").stdout)
    assert row["read"] > 10 and (row["added"], row["changed"], row["gone"], row["faults"]) == (0, 0, [], [])
    assert json.loads(run(kept, "status", "--json").stdout)["index"]["behind"] == 0


def test_what_cannot_be_read_again_is_named(kept: Path) -> None:
    for warc in (kept / "captures").iterdir():
        warc.unlink()
    told = run(kept, "reparse")
    assert told.exit_code == 0 and "bản lưu không đọc được" in told.stderr and "No such file" in told.stderr


def test_a_decision_stays_and_says_when_its_mention_is_gone(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cited = json.loads(run(kept, "export", "citations").stdout.splitlines()[0])
    about = f"{cited['notice']}#{cited['start']}"
    decided = run(kept, "decide", about, "--unsure", "--who", "Lan", "--why", "thử")
    assert decided.exit_code == 0, decided.output
    assert run(kept, "index").stderr == "", "its mention is there"

    def without_mention(response: Response, most: int) -> Reading:
        """A reader to whom the page has nothing that is cited."""
        reading = read_answer(response, most)
        if reading.notice is None or reading.notice.id != cited["notice"]:
            return reading
        return replace(reading, notice=replace(reading.notice, text="Không dẫn gì.", digest="other"))

    monkeypatch.setattr(crawler.reparsing, "read_answer", without_mention)
    told = run(kept, "reparse")
    assert "1 thay đổi" in told.stdout and "các quyết định 1 nói về thông báo đã đổi" in told.stderr
    assert "decisions without effect, for their mention is not there any more: 1" in run(kept, "index").stderr
    monkeypatch.undo()
    run(kept, "reparse")
    assert run(kept, "index").stderr == "", "it has its effect again"


def test_captures_are_written_for_others(kept: Path, tmp_path: Path) -> None:
    told = run(kept, "export", "wacz", str(tmp_path / "a.wacz"))
    assert told.exit_code == 0 and "trang có thông báo" in told.stdout
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        assert "datapackage.json" in archive.namelist()
    assert run(kept, "export", "wacz").exit_code == 2
    assert run(kept, "export", "documents", str(tmp_path / "x")).exit_code == 2
