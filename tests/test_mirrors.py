"""Every module has its tests where a newcomer looks for them: ``room/part/module.py`` has ``tests/room/part/test_module.py``."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("corpus", "crawler")


def without_mirror(room: str) -> list[str]:
    """Modules of a room that no test file of their name mirrors."""
    modules = [path.relative_to(ROOT) for path in sorted((ROOT / room).rglob("*.py"))]
    return [
        str(path)
        for path in modules
        if path.stem not in ("__init__", "__main__")
        and not (ROOT / "tests" / path.with_name(f"test_{path.name}")).exists()
    ]


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_has_its_mirror(room: str) -> None:
    assert without_mirror(room) == []


def test_a_mirror_holds_tests() -> None:
    for room in ROOMS:
        for path in (ROOT / "tests" / room).rglob("test_*.py"):
            assert "\ndef test_" in path.read_text(encoding="utf-8"), path


def test_a_module_without_tests_would_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus" / "inner").mkdir(parents=True)
    (tmp_path / "corpus" / "__init__.py").touch()
    (tmp_path / "corpus" / "inner" / "lone.py").touch()
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    assert without_mirror("corpus") == ["corpus/inner/lone.py"]
