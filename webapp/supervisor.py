"""Worker processes: one that ends is replaced, and none outlives the process that started them."""

import os
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Final, NoReturn

_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)
_SHORT_LIFE: Final = 2.0
"""Seconds; a worker that ended sooner is replaced after that time, so that one that cannot start does not keep a core busy."""
_PATIENCE: Final = 8.0
"""Seconds that workers have to end by themselves once asked to."""


def supervise(work: Callable[[], object], count: int, tell: Callable[[str], None]) -> None:
    """Run `work` in `count` processes until SIGTERM or Ctrl-C; returns when all have ended.

    tell: takes a line about each worker that ended unasked. `work` ends by SystemExit, which SIGTERM raises in its process.
    """
    lifeline = os.pipe()
    workers: dict[int, float] = {}
    for number in _SIGNALS:
        signal.signal(number, _stop)
    try:
        for _ in range(count):
            _start(work, workers, lifeline)
        while True:
            pid, status = os.wait()
            began = workers.pop(pid, None)
            if began is None:
                continue
            tell(f"worker {pid} ended ({_cause(status)}); another takes its place")
            if time.monotonic() - began < _SHORT_LIFE:
                time.sleep(_SHORT_LIFE)
            _start(work, workers, lifeline)
    except KeyboardInterrupt:
        pass
    finally:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        _end(workers)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    raise KeyboardInterrupt


def _start(work: Callable[[], object], workers: dict[int, float], lifeline: tuple[int, int]) -> None:
    """One more worker. Signals wait until it is known here, and has its own answers to them there."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        pid = os.fork()
        if pid == 0:
            _be_worker(work, lifeline)
        workers[pid] = time.monotonic()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _be_worker(work: Callable[[], object], lifeline: tuple[int, int]) -> NoReturn:
    """Work, and end; never returns. Ctrl-C reaches every process of a terminal: here the parent's word counts."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda number, frame: exit_worker())
        read_end, write_end = lifeline
        os.close(write_end)
        threading.Thread(target=_end_with_parent, args=(read_end,), daemon=True).start()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
        work()
        code = 0
    except SystemExit:
        code = 0
    finally:
        os._exit(code)


def exit_worker() -> NoReturn:
    """Leave the work under way."""
    raise SystemExit


def _end_with_parent(read_end: int) -> None:
    """Nobody writes into the pipe: reading ends when the parent, which alone holds its other end, is gone."""
    os.read(read_end, 1)
    os._exit(1)


def _end(workers: dict[int, float]) -> None:
    """Ask workers to end, wait for them, and end those that do not."""
    for pid in workers:
        os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + _PATIENCE
    while workers:
        if time.monotonic() > deadline:
            for pid in workers:
                os.kill(pid, signal.SIGKILL)
        for pid in [pid for pid in workers if os.waitpid(pid, os.WNOHANG)[0]]:
            del workers[pid]
        time.sleep(0.02)


def _cause(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"signal {-code}" if code < 0 else f"status {code}"
