"""Workers: one that ends is replaced and told of, none is left behind."""

import os
import signal
from types import SimpleNamespace
from typing import Any

import pytest

from webapp import supervisor


class System:
    """Processes that end as a test says, without a process being made."""

    def __init__(self, ends: list[tuple[int, int]], stubborn: bool = False) -> None:
        self.ends = ends
        self.now = 100.0
        self.born = 0
        self.asked: list[tuple[int, int]] = []
        self.slept: list[float] = []
        self.stubborn = stubborn

    def fork(self) -> int:
        self.born += 1
        return self.born

    def wait(self) -> tuple[int, int]:
        if not self.ends:
            raise KeyboardInterrupt
        self.now += 1.0 if self.ends[0][0] < 3 else 5.0
        return self.ends.pop(0)

    def kill(self, pid: int, number: int) -> None:
        self.asked.append((pid, number))

    def waitpid(self, pid: int, _: int) -> tuple[int, int]:
        gone = not self.stubborn or (pid, signal.SIGKILL) in self.asked
        return (pid if gone else 0), 0

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def supervise(system: System, count: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: dict[str, Any] = {name: getattr(system, name) for name in ("fork", "wait", "kill", "waitpid")}
    told: list[str] = []
    pipe = os.pipe()
    fake = SimpleNamespace(
        **names,
        pipe=lambda: pipe,
        WNOHANG=os.WNOHANG,
        waitstatus_to_exitcode=os.waitstatus_to_exitcode,
    )
    monkeypatch.setattr(supervisor, "os", fake)
    monkeypatch.setattr(supervisor, "time", SimpleNamespace(monotonic=lambda: system.now, sleep=system.sleep))
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        supervisor.supervise(lambda: None, count, told.append)
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
        for end in pipe:
            os.close(end)
    return told


def test_all_are_asked_to_end_once(monkeypatch: pytest.MonkeyPatch) -> None:
    system = System([])
    assert supervise(system, 3, monkeypatch) == []
    assert system.asked == [(pid, signal.SIGTERM) for pid in (1, 2, 3)]


@pytest.mark.parametrize(("status", "cause"), [(0, "status 0"), (256, "status 1"), (9, "signal 9"), (15, "signal 15")])
def test_one_that_ends_is_replaced_and_told_of(status: int, cause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    system = System([(1, status)])
    assert supervise(system, 2, monkeypatch) == [f"worker 1 ended ({cause}); another takes its place"]
    assert [pid for pid, _ in system.asked] == [2, 3]


def test_one_that_cannot_start_is_not_replaced_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = System([(1, 256)])
    supervise(quick, 1, monkeypatch)
    assert 2.0 in quick.slept
    slow = System([(3, 256)])
    supervise(slow, 3, monkeypatch)
    assert 2.0 not in slow.slept


def test_a_process_that_is_no_worker_is_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    system = System([(77, 0)])
    assert supervise(system, 1, monkeypatch) == []
    assert system.born == 1


def test_one_that_does_not_end_is_ended_when_patience_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    system = System([], stubborn=True)
    supervise(system, 2, monkeypatch)
    assert system.asked[:2] == [(1, signal.SIGTERM), (2, signal.SIGTERM)]
    assert system.asked[2:] == [(1, signal.SIGKILL), (2, signal.SIGKILL)]
    assert 8.0 < sum(system.slept) < 8.1


def test_a_worker_leaves_by_its_own_end() -> None:
    with pytest.raises(SystemExit):
        supervisor.exit_worker()
