"""Documents handed out to processes in chunks, each process's faults told in one line."""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, ClassVar

import pytest

from corpus.errors import EngineError
from indexer.engine.protocol import IndexDocument
from indexer.engine.whoosh import workers
from indexer.engine.whoosh.workers import Workers


class Process:
    """A pool of one process that does its work at once, or fails."""

    made: ClassVar[list["Process"]] = []
    fault: ClassVar[BaseException | None] = None

    def __init__(self) -> None:
        self.chunks: list[list[Any]] = []
        self.ended: list[bool] = []
        Process.made.append(self)

    def submit(self, work: Callable[..., Any], *values: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        if Process.fault:
            future.set_exception(Process.fault)
        elif work is workers.finish_in_worker:
            future.set_result([f"segment of {sum(map(len, self.chunks))}"])
        else:
            self.chunks.append(values[0])
            future.set_result(len(values[0]))
        return future

    def shutdown(self, *, cancel_futures: bool) -> None:
        self.ended.append(cancel_futures)


@pytest.fixture(autouse=True)
def processes(monkeypatch: pytest.MonkeyPatch) -> list[Process]:
    """The processes that are made."""
    monkeypatch.setattr(Process, "made", [])
    monkeypatch.setattr(Process, "fault", None)
    monkeypatch.setattr(workers, "process_pool", lambda count, start, folder: Process())
    return Process.made


def known(at: int) -> Any:
    return IndexDocument(id=str(at), type="notice", title="t"), None


@pytest.mark.parametrize("count", [0, 1, 3])
def test_there_are_as_many_as_asked_for(count: int, processes: list[Process]) -> None:
    with Workers(Path("x"), count) as found:
        assert bool(found) is (count > 0) and len(processes) == count
    assert [one.ended for one in processes] == [[True]] * count


@pytest.mark.parametrize(
    ("documents", "chunks"), [(0, []), (1, [1]), (23, [23]), (24, [24]), (25, [24, 1]), (48, [24, 24])]
)
def test_documents_go_in_chunks_and_none_is_lost(documents: int, chunks: list[int], processes: list[Process]) -> None:
    with Workers(Path("x"), 1) as found:
        for at in range(documents):
            found.add(known(at))
        assert found.finish() == [f"segment of {documents}"]
    (process,) = processes
    assert [len(chunk) for chunk in process.chunks] == chunks
    assert [document.id for chunk in process.chunks for document, _ in chunk] == [str(at) for at in range(documents)]


def test_every_process_gives_its_segments(processes: list[Process]) -> None:
    with Workers(Path("x"), 2) as found:
        found.add(known(0))
        assert sorted(found.finish()) == ["segment of 0", "segment of 1"]
    assert len(processes) == 2


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (BrokenProcessPool("x"), "a process that wrote the index was stopped; run 'danchieu index' again"),
        (OSError(28, "No space left on device"), r"could not be written \(No space left on device\); the one before"),
    ],
)
def test_a_fault_of_a_process_is_one_line(fault: Exception, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Process, "fault", fault)
    with Workers(Path("x"), 1) as found, pytest.raises(EngineError, match=told) as raised:
        found.add(known(0))
        found.finish()
    assert raised.value.__cause__ is fault


def test_a_fault_of_the_program_goes_on_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Process, "fault", ValueError("x"))
    with Workers(Path("x"), 1) as found, pytest.raises(ValueError, match="x"):
        found.add(known(0))
        found.finish()
