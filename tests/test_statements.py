"""Statements have one home a database: no other module holds one, or touches a connection."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOMES = ("corpus", "indexer/facts")
ROOMS = ("corpus", "crawler", "indexer", "webapp")
_STATEMENT = re.compile(
    r"\s*(?:SELECT\b.*\bFROM\b|SELECT [0-9?*]|INSERT (?:OR \w+ )?INTO\b|UPDATE \w+ SET\b|DELETE FROM\b|REPLACE INTO\b|PRAGMA \w"
    r"|CREATE (?:UNIQUE )?(?:TABLE|INDEX|VIEW|TRIGGER)\b|DROP (?:TABLE|INDEX)\b|ALTER TABLE\b|BEGIN IMMEDIATE|ATTACH\b)",
    re.DOTALL,
)
_CALLS = frozenset(("execute", "executemany", "executescript", "cursor"))
_CONNECTIONS = frozenset(("connection", "_db", "db"))
_ERRORS = frozenset(("Error", "DatabaseError", "OperationalError", "IntegrityError"))


def faults_in(source: str) -> Iterator[str]:
    """Statements in a module's strings, calls that run them, connections that are touched."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _STATEMENT.match(node.value):
            yield f"line {node.lineno}: {node.value[:40]!r}"
        elif isinstance(node, ast.Attribute):
            of_sqlite = isinstance(node.value, ast.Name) and node.value.id == "sqlite3"
            if node.attr in _CALLS | _CONNECTIONS or (of_sqlite and node.attr not in _ERRORS):
                yield f"line {node.lineno}: .{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "sqlite3":
            yield f"line {node.lineno}: from sqlite3 import"


def is_home(path: Path) -> bool:
    name = path.relative_to(ROOT).as_posix()
    return any(name.startswith(f"{home}/") for home in HOMES)


def test_no_other_module_holds_a_statement_or_touches_a_connection() -> None:
    paths = [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if not is_home(path)]
    assert len(paths) > 100
    found = {str(path): faults for path in paths if (faults := list(faults_in(path.read_text(encoding="utf-8"))))}
    assert found == {}


@pytest.mark.parametrize("home", HOMES)
def test_each_home_has_some(home: str) -> None:
    assert any(list(faults_in(path.read_text(encoding="utf-8"))) for path in (ROOT / home).glob("*.py"))


@pytest.mark.parametrize(
    ("source", "faulty"),
    [
        ("rows = store.connection", True),
        ("facts._db.execute(query)", True),
        ("QUERY = 'SELECT id FROM notices'", True),
        ("QUERY = f'DELETE FROM {table}'", True),
        ("db = sqlite3.connect(path)", True),
        ("from sqlite3 import connect", True),
        ("try: pass\nexcept sqlite3.DatabaseError: pass", False),
        ("'Select one from the list'", False),
        ("'Update the page'", False),
        ("pool.submit(work)", False),
    ],
)
def test_what_is_a_fault(source: str, faulty: bool) -> None:
    assert bool(list(faults_in(source))) == faulty
