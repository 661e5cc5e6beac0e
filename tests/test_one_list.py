"""What a kind of document is stands in `corpus/data/kinds.tsv` alone: no module types slugs, but the form that yields them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.kinds import kinds

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for room in ("corpus", "crawler", "indexer", "webapp")
    for path in (ROOT / room).rglob("*.py")
)
OF_FORMS = {
    "indexer/citations/forms/charters.py": {"dieu-le"},
    "indexer/citations/forms/congresses.py": {"nghi-quyet"},
    "indexer/citations/forms/constitutions.py": {"hien-phap"},
    "indexer/citations/forms/laws.py": {"bo-luat", "luat", "phap-lenh"},
    "indexer/citations/forms/plenums.py": {"ket-luan", "nghi-quyet"},
}
"""Forms that are of one kind, or of laws: what they find is of it."""


def _slugs(source: str) -> Iterator[str]:
    """Slugs among the constants of a module, alone or several in one string (``"luat bo-luat".split()``); docstrings are prose."""
    tree = ast.parse(source)
    prose = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            words = node.value.split()
            known = [word for word in words if word in kinds()]
            if len(known) == len(words):
                yield from known


@pytest.mark.parametrize("module", MODULES)
def test_no_module_lists_kinds(module: str) -> None:
    found = set(_slugs((ROOT / module).read_text(encoding="utf-8")))
    assert found == OF_FORMS.get(module, set())


def test_a_list_is_seen() -> None:
    assert set(_slugs('KINDS = ("luat", "nghi-dinh")')) == {"luat", "nghi-dinh"}
    assert set(_slugs('KINDS = "ke-hoach cong-van".split()')) == {"ke-hoach", "cong-van"}
    assert set(_slugs('"""luat"""\nWORD = "van ban"')) == set()
