"""No private name of another library is used: its next release may rename it, and what leaned on it would silently be gone.

Whoosh's, which the engine cannot do without, are kept to one folder and listed in docs/decisions.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("corpus", "crawler", "indexer", "webapp", "benchmarks")
ALLOWED = Path("indexer/engine/whoosh")
PRIVATE = re.compile(r"_[A-Za-z][A-Za-z0-9_]*")
DOCUMENTED = frozenset(("_exit", "_replace"))
"""Of the standard library, public whatever their first letter: `os._exit`, and a named tuple's `_replace`."""


def private_names(source: str, neighbours: frozenset[str] = frozenset()) -> Iterator[str]:
    """Private names that a module asks of objects, and that neither it nor a module beside it (`neighbours`) defines."""
    tree = ast.parse(source)
    own = {*_defined(tree), *DOCUMENTED, *neighbours}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and PRIVATE.fullmatch(node.attr) and node.attr not in own:
            yield node.attr
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [*node.module.split("."), *(one.name for one in node.names)]
            yield from (name for name in names if PRIVATE.fullmatch(name))
        elif isinstance(node, ast.Import):
            names = [part for one in node.names for part in one.name.split(".")]
            yield from (name for name in names if PRIVATE.fullmatch(name))
        elif isinstance(node, ast.Call | ast.Compare | ast.Subscript):
            yield from (name for name in _named_in_text(node) if name not in own)


def _defined(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_self(node.value):
            yield node.attr


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _named_in_text(node: ast.Call | ast.Compare | ast.Subscript) -> Iterator[str]:
    """Names in ``getattr(x, "_y")`` and the like, ``"_y" in vars(x)``, ``vars(x)["_y"]``."""
    if isinstance(node, ast.Call):
        if not isinstance(node.func, ast.Name) or node.func.id not in ("getattr", "setattr", "hasattr", "delattr"):
            return
        parts: list[ast.expr] = node.args[1:2]
    elif isinstance(node, ast.Compare):
        parts = [node.left] if any(_asks_for_fields(one) for one in node.comparators) else []
    else:
        parts = [node.slice] if _asks_for_fields(node.value) else []
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and PRIVATE.fullmatch(part.value):
            yield part.value


def _asks_for_fields(node: ast.expr) -> bool:
    return (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "vars") or (
        isinstance(node, ast.Attribute) and node.attr == "__dict__"
    )


@cache
def defined_in(folder: Path) -> frozenset[str]:
    """Names that the modules of a folder define: what a room keeps to itself."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in folder.glob("*.py"))
    return frozenset(name for tree in trees for name in _defined(tree))


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("transport._pool = pool", ["_pool"]),
        ("def f(tag):\n    return '_decomposed' in vars(tag)", ["_decomposed"]),
        ("getattr(reader, '_perdoc')", ["_perdoc"]),
        ("vars(x)['_y'], x.__dict__['_z']", ["_y", "_z"]),
        ("from httpx._client import Client", ["_client"]),
        ("from joblib import _store_backends", ["_store_backends"]),
        ("import numpy._core", ["_core"]),
        (
            "class A:\n    def __init__(self):\n        self._x = 1\n    def y(self, other):\n        return other._x",
            [],
        ),
        ("_CACHE = {}\nmodule._CACHE", []),
        ("x.__class__", []),
    ],
)
def test_private_names_are_noticed(source: str, names: list[str]) -> None:
    assert list(private_names(source)) == names


def test_no_private_name_of_another_library_is_used() -> None:
    found = {}
    for path in (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))):
        place = path.relative_to(ROOT)
        if ALLOWED not in place.parents and (
            names := sorted(set(private_names(path.read_text(encoding="utf-8"), defined_in(path.parent))))
        ):
            found[str(place)] = names
    assert found == {}
