"""Rows have types: no function of the indexer or of the web application takes or gives a mapping of anything."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OPEN = {
    ("indexer/engine/whoosh/postings.py", "dict[str, Any]"): "column readers of Whoosh, which has no types",
    ("webapp/settings.py", "dict[str, Any]"): "settings as files and the environment give them, before they are judged",
    ("webapp/settings.py", "Mapping[str, Any]"): "settings as flags give them, before they are judged",
    (
        "webapp/words.py",
        "Mapping[str, Any]",
    ): "rows of every type, of which words are made by the reasons and names that they have",
}
"""What stays, and why."""


def anything(path: Path) -> set[str]:
    """Annotations of a module that are a mapping of text to anything."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            written = ast.unparse(node)
            if node.value.id in ("Mapping", "MutableMapping", "dict") and written.endswith(", Any]"):
                found.add(written)
    return found


def modules() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for room in ("indexer", "webapp") for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("module", modules())
def test_no_row_is_a_mapping_of_anything(module: str) -> None:
    left = {written for written in anything(ROOT / module) if (module, written) not in OPEN}
    assert not left, f"{module}: {left}; declare a TypedDict (indexer/documents, or beside its maker)"


def test_each_exception_is_still_there() -> None:
    assert all(written in anything(ROOT / module) for module, written in OPEN)


def test_a_mapping_of_anything_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "row.py"
    module.write_text("def f(a: Mapping[str, Any]) -> list[dict[str, Any]]: ...\ndef g(a: dict[str, int]): ...\n")
    assert anything(module) == {"Mapping[str, Any]", "dict[str, Any]"}
