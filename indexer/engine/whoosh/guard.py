"""Errors of damaged files, told from errors of the program."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Protocol, TypeVar

from corpus.errors import DanChieuError
from indexer.engine.integrity import proven_damage


class _Kept(Protocol):
    @property
    def generation(self) -> Path: ...


_T = TypeVar("_T")


@contextmanager
def damage_told(generation: Path) -> Iterator[None]:
    """An error in reading files that are not as they were committed is IndexDamaged; any other goes on as it is.

    Damaged pickles, columns and numbers raise whatever they like, so the files are compared with their checksums before anything is said.
    """
    try:
        yield
    except DanChieuError:
        raise
    except Exception as error:
        found = proven_damage(generation, error)
        if found is None:
            raise
        raise found from error


def guarded(method: Callable[..., _T]) -> Callable[..., _T]:
    """A method of an engine inside `damage_told`."""

    @wraps(method)
    def told(engine: _Kept, *values: Any, **named: Any) -> _T:
        with damage_told(engine.generation):
            return method(engine, *values, **named)

    return told
