"""What a command imports: what it uses and no more. Modules are counted, not seconds."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from webapp.cli import COMMANDS, main

LINE = "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị."
HEAVY = frozenset(("underthesea", "numpy", "flask", "werkzeug", "jinja2", "bs4", "lxml", "httpx2", "httpcore2", "docx"))
HEAVY_TOO = frozenset(("whoosh", "waitress", "warcio", "protego", "requests", "crawler", "indexer", "sqlite3"))
CODE = """
import sys
from webapp.cli import main
try:
    main(sys.argv[1:], prog_name="danchieu")
except SystemExit as ended:
    assert not ended.code, ended.code
import json
print("\\n" + json.dumps(sorted(sys.modules)))
"""


def imported(*arguments: str) -> set[str]:
    """Modules in memory after a command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments], input=LINE.encode(), capture_output=True, timeout=120, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def roots(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_help_imports_no_command() -> None:
    modules = imported("--help")
    assert not roots(modules) & (HEAVY | HEAVY_TOO)
    assert {name for name in modules if name.startswith("webapp.commands.")} == {"webapp.commands.terminal"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_commands_help_imports_no_library_of_its_work(command: str) -> None:
    assert not roots(imported(command, "--help")) & HEAVY


def test_citing_needs_no_archive_and_no_page() -> None:
    assert not roots(imported("cite")) & ((HEAVY | HEAVY_TOO) - {"indexer", "sqlite3"})


@pytest.mark.parametrize(("query", "numpy_alone"), [("chi thi 12", True), ("kinh tế tập thể", False)])
def test_a_search_imports_the_engine_and_what_words_need(demo_folder: Path, query: str, numpy_alone: bool) -> None:
    modules = imported("--archive", str(demo_folder), "search", query)
    assert not roots(modules) & ((HEAVY | HEAVY_TOO) - {"numpy", "whoosh", "indexer", "sqlite3"})
    assert not any(name.startswith(("indexer.campaigns", "indexer.drafts", "indexer.reading")) for name in modules)
    assert ("underthesea_core" not in modules) == numpy_alone, "without marks nothing is segmented"


def test_the_table_of_commands_is_true() -> None:
    ctx = click.Context(main)
    assert main.list_commands(ctx) == list(COMMANDS)
    for name, (_, line) in COMMANDS.items():
        command = main.get_command(ctx, name)
        assert command is not None and command.name == name and command.help
        assert line.endswith(".") and len(line) < 80
