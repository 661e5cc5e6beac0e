"""Settings from file, environment and flags, the later ones stronger; what is wrong is one line."""

from dataclasses import FrozenInstanceError, asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus.errors import InputError
from webapp.cli import main
from webapp.settings import FIELDS, Settings, read_settings


def read(folder: Path, environ: dict[str, str] | None = None, **flags: Any) -> Settings:
    return read_settings(environ=environ or {}, folder=folder, flags=flags)


def write(folder: Path, text: str) -> Path:
    path = folder / "danchieu.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    assert (
        read(tmp_path) == Settings() == read(tmp_path, {"PATH": "x", "DANCHIEU_PORT": "", "DANCHIEU_REFERENCE": "/r"})
    )
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


def test_flags_over_environment_over_file(tmp_path: Path) -> None:
    write(tmp_path, "port = 1\nhost = 'a.example'\nworkers = 2\n")
    found = read(tmp_path, {"DANCHIEU_PORT": "2", "DANCHIEU_HOST": "b.example"}, port=3, host=None)
    assert (found.port, found.host, found.workers) == (3, "b.example", 2)


def test_a_commands_own_default_is_the_weakest(tmp_path: Path) -> None:
    assert read_settings(environ={}, folder=tmp_path, archive=Path("demo-archive")).archive == Path("demo-archive")
    write(tmp_path, "archive = 'kho'")
    found = read_settings(environ={}, folder=tmp_path, archive=Path("demo-archive"))
    assert found.archive == tmp_path / "kho", "beside the file"
    write(tmp_path, "drop_folder = 'nhan'\n")
    assert read_settings(environ={}, folder=tmp_path).drop_folder == tmp_path / "nhan"


EVERY = {
    "archive": "/srv/kho",
    "engine": "whoosh",
    "host": "::1",
    "port": 0,
    "workers": 64,
    "public_url": "https://danchieu.example",
    "editor": True,
    "editor_token": "mật mã của người biên tập",
    "drop_folder": "/srv/nhan",
    "user_agent": "Kho/1.0 (+https://thu-vien.example)",
    "delay": 0,
    "max_pages": 1,
    "max_depth": 50,
    "allow_private": True,
}


def test_every_setting_from_the_file_and_from_the_environment(tmp_path: Path) -> None:
    assert set(EVERY) == set(FIELDS)
    shown = {name: str(value).lower() if value is True else repr(value) for name, value in EVERY.items()}
    path = write(tmp_path, "".join(f"{name} = {value}\n" for name, value in shown.items()))
    from_file = read(tmp_path / "other", {"DANCHIEU_SETTINGS": str(path)})
    assert asdict(from_file) == {**EVERY, "archive": Path("/srv/kho"), "drop_folder": Path("/srv/nhan"), "delay": 0.0}
    assert (
        read(tmp_path / "other", {f"DANCHIEU_{name.upper()}": str(value) for name, value in EVERY.items()}) == from_file
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("prot = 1", "danchieu.toml: no setting is named 'prot'; did you mean 'port'?"),
        ("zzz = 1", "use archive, engine, host"),
        ("[serve]\nport = 1", "no setting is named 'serve'"),
        ("port = '8000'", "danchieu.toml: port is '8000': a whole number from 0 to 65535"),
        ("port = 70000", "port is 70000"),
        ("port = true", "port is True"),
        ("port = 1.0", "port is 1.0"),
        ("delay = nan", "delay is nan: a number from 0 to 120"),
        ("delay = 'x'", "delay is 'x'"),
        ("workers = 0", "workers is 0: a whole number from 1 to 64"),
        ("allow_private = 1", "allow_private is 1: true or false"),
        ("archive = ''", "archive is '': the path of a folder"),
        ("archive = 3", "archive is 3"),
        ("engine = 'lucene'", "engine is 'lucene': use one of whoosh"),
        ("host = ['a']", "host is ['a']: one line of text"),
        ('user_agent = "a\\nb"', "user_agent is 'a\\nb': one line of text"),
        ("user_agent = 'thư viện'", "user_agent is 'thư viện': ASCII"),
        ("public_url = 'danchieu'", "public_url: 'danchieu': write it like https://danchieu.example"),
        ("port = ", "danchieu.toml: not TOML in UTF-8"),
        ("port = 1\nport = 2", "danchieu.toml: not TOML in UTF-8"),
        ("x" * 70_000, "danchieu.toml: more than 65,536 bytes"),
    ],
)
def test_faults_of_the_file_name_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    write(tmp_path, text)
    with pytest.raises(InputError) as caught:
        read(tmp_path)
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: no such file; DANCHIEU_SETTINGS names it"):
        read(tmp_path, {"DANCHIEU_SETTINGS": "none.toml"})
    (tmp_path / "danchieu.toml").mkdir()
    with pytest.raises(InputError, match=r"danchieu\.toml: cannot be read"):
        read(tmp_path)
    (tmp_path / "danchieu.toml").rmdir()
    (tmp_path / "danchieu.toml").write_bytes(b"host = '\xff'")
    with pytest.raises(InputError, match=r"danchieu\.toml: not TOML in UTF-8"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("DANCHIEU_PORT", "nhiều", "DANCHIEU_PORT is 'nhiều': a whole number"),
        ("DANCHIEU_PORT", "1_0", "DANCHIEU_PORT is '1_0'"),
        ("DANCHIEU_PORT", "-1", "DANCHIEU_PORT is '-1'"),
        ("DANCHIEU_DELAY", "inf", "DANCHIEU_DELAY is inf"),
        ("DANCHIEU_ALLOW_PRIVATE", "có", "DANCHIEU_ALLOW_PRIVATE is 'có': true or false"),
        ("DANCHIEU_PROT", "1", "DANCHIEU_PROT: no setting is named so; did you mean DANCHIEU_PORT?"),
        ("DANCHIEU_PUBLIC_URL", "x/y", "DANCHIEU_PUBLIC_URL: 'x/y'"),
    ],
)
def test_faults_of_the_environment_name_the_variable(tmp_path: Path, variable: str, value: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, {variable: value})
    assert said in str(caught.value)


@pytest.mark.parametrize(("value", "wanted"), [("1", True), ("YES", True), ("false", False), ("0", False)])
def test_flags_in_words(tmp_path: Path, value: str, wanted: bool) -> None:
    assert read(tmp_path, {"DANCHIEU_ALLOW_PRIVATE": value}).allow_private is wanted


def test_a_command_reads_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "archive = 'kho-a'\n")
    (tmp_path / "a.txt").write_text("Thực hiện Chỉ thị số 12/CT-TTg.", encoding="utf-8")
    runner = CliRunner()
    for environ, flags, name in (
        ({}, [], "kho-a"),
        ({"DANCHIEU_ARCHIVE": "kho-b"}, [], "kho-b"),
        ({"DANCHIEU_ARCHIVE": "kho-b"}, ["--archive", "kho-c"], "kho-c"),
    ):
        assert runner.invoke(main, [*flags, "import", "a.txt"], env=environ).exit_code == 0
        assert (tmp_path / name / "danchieu.sqlite").exists()
    write(tmp_path, "archiv = 'kho'\n")
    done = runner.invoke(main, ["import", "a.txt"])
    assert done.exit_code == 1
    assert done.stderr.startswith("danchieu: danchieu.toml: no setting is named 'archiv'; did you mean 'archive'?")
