"""What the project asks of others: bounded above, and pinned by hash where it is installed from."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("corpus", "crawler", "indexer", "webapp")
REQUIRED: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~\[; ]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("requirement", REQUIRED, ids=_name)
def test_a_dependency_has_an_upper_bound(requirement: str) -> None:
    assert re.search(r"<[0-9]|==[0-9]", requirement), "say up to which version its behaviour is known"


def test_what_is_imported_is_required() -> None:
    """A library that comes only because another one needs it may go without a word."""
    imported: set[str] = set()
    for room in ROOMS:
        for module in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    imported.update(alias.name.partition(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    imported.add(node.module.partition(".")[0])
    others = imported - set(sys.stdlib_module_names) - set(ROOMS)
    providers = packages_distributions()
    asked = {_name(requirement) for requirement in REQUIRED}
    missing = {
        name for name in others if asked.isdisjoint(one.lower().replace("_", "-") for one in providers.get(name, ()))
    }
    assert missing == set()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_names_exact_versions_with_hashes_and_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pinned = re.findall(r"^[A-Za-z0-9][^ \n]*", text, re.MULTILINE)
    assert pinned
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pinned)
    for pin in pinned:
        assert re.search(rf"^{re.escape(pin)} \\\n    --hash=sha256:", text, re.MULTILINE), pin
    assert "://" not in text
    assert "--index" not in text


def test_the_lock_holds_every_requirement() -> None:
    text = (ROOT / "requirements/run.lock").read_text(encoding="utf-8")
    assert [one for one in REQUIRED if not re.search(rf"^{re.escape(_name(one))}==", text, re.MULTILINE)] == []


def test_two_packages_that_share_the_name_whoosh_are_never_locked_together() -> None:
    for lock in LOCKS:
        found = re.findall(r"^(whoosh[\w-]*)==", lock.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(found) == (lock.name != "mutants.lock"), lock.name
