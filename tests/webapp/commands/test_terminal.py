"""How commands speak: JSON on one line, progress on a terminal only, flags that become settings."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from webapp.commands.terminal import progress_bars, say, setting_option, settings, tell, write_json


def command(work: Callable[[], None], *names: str) -> click.Command:
    """A command with the flags of some settings."""
    made: Callable[..., Any] = work
    for name in names:
        made = setting_option(name)(made)
    return click.command("x")(made)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"tên": "Đợt"}, '{"tên": "Đợt"}\n'),
        ([1, None, "a\nb"], '[1, null, "a\\nb"]\n'),
        ("\ud800 Đ", '"\\ud800 \\u0110"\n'),
    ],
)
def test_json_is_one_line_of_utf_8(value: Any, line: str) -> None:
    told = CliRunner().invoke(command(lambda: write_json(value)))
    assert told.stdout_bytes == line.encode()
    assert json.loads(told.stdout) == value


def test_output_and_messages_go_their_own_ways() -> None:
    def speak() -> None:
        say("ra")
        say()
        tell("bên")

    told = CliRunner().invoke(command(speak))
    assert (told.stdout, told.stderr) == ("ra\n\n", "bên\n")


def show_progress() -> None:
    """Two steps, the second of nothing."""
    with progress_bars() as show:
        for done in range(3):
            show("read", done, 2)
        show("other words", 0, 0)


def test_progress_is_for_a_terminal_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    show_progress()
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    show_progress()
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Đọc và tìm dẫn chiếu" in shown.err and "other words" in shown.err


def chosen(arguments: list[str], *names: str, **defaults: Any) -> Any:
    """The settings of a command that is called so."""
    found: list[Any] = []
    told = CliRunner().invoke(command(lambda: found.append(settings(**defaults)), *names), arguments, env={})
    return found[0] if found else told


@pytest.fixture(autouse=True)
def plain_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without settings of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("HOST", "PORT", "WORKERS", "ARCHIVE"):
        monkeypatch.delenv(f"DANCHIEU_{name}", raising=False)


def test_a_flag_is_stronger_than_environment_and_default(monkeypatch: pytest.MonkeyPatch) -> None:
    default = chosen([], "port").port
    assert chosen(["--port", "8123"], "port").port == 8123 != default
    monkeypatch.setenv("DANCHIEU_PORT", "8124")
    assert chosen([], "port").port == 8124
    assert chosen(["--port", "8123"], "port").port == 8123


def test_a_command_may_have_other_defaults() -> None:
    assert chosen([], "port", archive=Path("other")).archive == Path("other")


def test_a_setting_that_is_on_or_off_has_two_flags() -> None:
    assert [chosen([flag], "allow_private").allow_private for flag in ("--allow-private", "--no-allow-private")] == [
        True,
        False,
    ]
    assert chosen([], "allow_private").allow_private is False


@pytest.mark.parametrize(
    ("name", "value"), [("port", "99999"), ("port", "-1"), ("port", "x"), ("workers", "0"), ("public_url", "nowhere")]
)
def test_a_flag_out_of_bounds_is_named(name: str, value: str) -> None:
    told = chosen([f"--{name.replace('_', '-')}", value], name)
    assert told.exit_code == 2 and f"--{name.replace('_', '-')}" in told.stderr


def test_help_says_default_and_variable() -> None:
    told = CliRunner().invoke(command(lambda: None, "port", "public_url"), ["--help"]).output
    assert "DANCHIEU_PORT" in told and "DANCHIEU_PUBLIC_URL" in told
    assert told.count("Default:") == 1
