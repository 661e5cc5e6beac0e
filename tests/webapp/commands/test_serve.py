"""`serve` and `demo`: a port that cannot be had is named, an archive that is no demo is left alone."""

import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus.errors import ArchiveUnusable
from webapp.cli import main
from webapp.commands import serve
from webapp.settings import Settings


@pytest.fixture
def supervised(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would be supervised: how many workers."""
    kept: list[Any] = []
    monkeypatch.setattr("webapp.supervisor.supervise", lambda work, count, tell: kept.append(count))
    return kept


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "http://127.0.0.1:"), ("::1", "http://[::1]:")])
def test_the_address_is_said(
    host: str, shown: str, folder: Path, supervised: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    serve.run_server(Settings(archive=folder, host=host, port=0, workers=3))
    said = capsys.readouterr().out
    assert shown in said and not said.split(shown)[1].startswith("0/")
    assert supervised == [3]


def test_a_port_that_is_taken_is_named(folder: Path, supervised: list[Any]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        port = other.getsockname()[1]
        with pytest.raises(ArchiveUnusable, match=rf"port {port} on 127\.0\.0\.1: cannot be used .*--port"):
            serve.run_server(Settings(archive=folder, host="127.0.0.1", port=port))
    assert supervised == []


def test_a_demo_leaves_another_archive_alone(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("x", encoding="ascii")
    told = CliRunner().invoke(main, ["--archive", str(tmp_path), "demo", "--no-serve"])
    assert told.exit_code == 1 and "holds an archive that is no demo" in f"{told.stderr}{told.exception}"
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


@pytest.mark.parametrize("before", [None, [], ["demo", "old"]])
@pytest.mark.parametrize("flags", [["--no-serve"], []])
def test_a_demo_is_made_anew_and_served_on_loopback(
    before: list[str] | None, flags: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "archive"
    if before is not None:
        archive.mkdir()
        for name in before:
            (archive / name).write_text("x", encoding="ascii")
    figures = {"sites": 1, "notices": 2, "citations": 3, "instruments": 4, "campaigns": 5}
    served: list[Settings] = []
    monkeypatch.setattr("webapp.demo.prepare_demo", lambda chosen, show: figures)
    monkeypatch.setattr(serve, "run_server", served.append)
    told = CliRunner().invoke(main, ["--archive", str(archive), "demo", *flags])
    assert told.exit_code == 0
    assert told.stdout == "1 sites, 2 notices, 3 citations, 4 instruments, 5 campaigns\n"
    assert [path.name for path in archive.iterdir()] == ["demo"]
    assert [(one.host, one.workers, one.public_url) for one in served] == ([] if flags else [("127.0.0.1", 1, None)])
