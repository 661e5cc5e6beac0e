"""Whatever a reader stumbles upon: damage is said where files have changed, and nothing else is hidden."""

from pathlib import Path

import pytest

from corpus.errors import EngineError, IndexDamaged, NotFound
from indexer.engine.integrity import vouch
from indexer.engine.whoosh.guard import damage_told, guarded


class Reader:
    """An engine of one generation, whose method raises what it is told to."""

    def __init__(self, generation: Path) -> None:
        self.generation = generation

    @guarded
    def read(self, error: Exception | None, *, value: int = 0) -> int:
        """A value."""
        if error:
            raise error
        return value


@pytest.fixture
def generation(tmp_path: Path) -> Path:
    """A generation that is as it was committed."""
    (tmp_path / "engine").mkdir()
    for name in ("facts.sqlite", "summary.json", "engine/a.seg", "engine/b.toc"):
        (tmp_path / name).write_bytes(name.encode())
    vouch(tmp_path)
    return tmp_path


FAULTS = (ValueError("x"), KeyError("x"), IndexError("x"), RuntimeError("x"))


@pytest.mark.parametrize("error", FAULTS, ids=repr)
def test_an_error_over_sound_files_goes_on_as_it_is(generation: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as told:
        Reader(generation).read(error)
    assert told.value is error


@pytest.mark.parametrize("error", FAULTS, ids=repr)
def test_an_error_over_changed_files_is_damage_that_names_the_file(generation: Path, error: Exception) -> None:
    (generation / "engine" / "a.seg").write_bytes(b"engine/a.sex")
    with pytest.raises(IndexDamaged, match=r"engine/a\.seg has changed") as told:
        Reader(generation).read(error)
    assert told.value.__cause__ is error


@pytest.mark.parametrize("error", [OSError("x"), EOFError("x")], ids=repr)
def test_a_file_that_cannot_be_read_is_damage_though_it_seems_sound(generation: Path, error: Exception) -> None:
    with pytest.raises(IndexDamaged):
        Reader(generation).read(error)


@pytest.mark.parametrize("error", [NotFound("x"), EngineError("x")], ids=repr)
def test_the_projects_own_errors_are_not_judged_again(generation: Path, error: Exception) -> None:
    (generation / "engine" / "a.seg").unlink()
    with pytest.raises(type(error)) as told:
        Reader(generation).read(error)
    assert told.value is error


def test_who_leaves_is_not_held(generation: Path) -> None:
    (generation / "engine" / "a.seg").unlink()
    with pytest.raises(KeyboardInterrupt), damage_told(generation):
        raise KeyboardInterrupt


def test_without_an_error_the_value_is_given_and_the_method_keeps_its_name(generation: Path) -> None:
    assert Reader(generation).read(None, value=7) == 7
    assert (Reader.read.__name__, Reader.read.__doc__) == ("read", "A value.")
