"""Processes that analyse documents and write segments beside the one writer, each a segment of its own."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from corpus.errors import EngineError
from indexer.engine.processes import process_pool
from indexer.engine.whoosh.writing import Known, add_in_worker, finish_in_worker, start_worker

_CHUNK: Final = 24
_WAITING: Final = 3


class Workers:
    """Documents handed out in chunks, to each process in turn; false when there is no process.

    At most three chunks wait for a process, so that memory stays flat. Raises EngineError when a process fails: nothing is committed then.
    """

    def __init__(self, folder: Path, count: int) -> None:
        self._processes = [process_pool(1, start_worker, folder) for _ in range(count)]
        self._pending: list[deque[Future[int]]] = [deque() for _ in range(count)]
        self._chunk: list[Known] = []

    def __bool__(self) -> bool:
        return bool(self._processes)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *exc: object) -> None:
        for process in self._processes:
            process.shutdown(cancel_futures=True)

    def add(self, document: Known) -> None:
        """Hand over a document; waits while every process is busy."""
        self._chunk.append(document)
        if len(self._chunk) >= _CHUNK:
            self._hand_out()

    def finish(self) -> list[Any]:
        """The segments that the processes wrote."""
        if self._chunk:
            self._hand_out()
        with _failures():
            for pending in self._pending:
                while pending:
                    pending.popleft().result()
            closing = [process.submit(finish_in_worker) for process in self._processes]
            return [segment for future in closing for segment in future.result()]

    def _hand_out(self) -> None:
        with _failures():
            at = min(range(len(self._pending)), key=self._waiting_of)
            while len(self._pending[at]) >= _WAITING:
                self._pending[at].popleft().result()
            self._pending[at].append(self._processes[at].submit(add_in_worker, self._chunk))
        self._chunk = []

    def _waiting_of(self, at: int) -> int:
        pending = self._pending[at]
        while pending and pending[0].done():
            pending.popleft().result()
        return len(pending)


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool as error:
        raise EngineError("a process that wrote the index was stopped; run 'danchieu index' again") from error
    except OSError as error:
        raise EngineError(
            f"the index could not be written ({error.strerror}); the one before is still in use"
        ) from error
