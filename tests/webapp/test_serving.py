"""``danchieu serve`` as a process: workers that are killed, connections that are slow or too many, bodies that are too long."""

import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PATIENCE = 30.0
"""Seconds until something that must happen is taken never to happen."""


class Served:
    """A running server: its process, its port, what it wrote on stderr."""

    def __init__(self, process: "subprocess.Popen[str]", port: int, log: Path) -> None:
        self.process = process
        self.port = port
        self.log = log

    def workers(self) -> set[int]:
        """Ids of the worker processes that are no zombies."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        return {pid for pid in map(int, children.split()) if state_of(pid) not in ("Z", None)}

    def ask(self, request: str = "GET /healthz HTTP/1.0\r\n\r\n") -> str:
        """What is answered to a request, until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(request.encode("ascii"))
            answer = b""
            while part := connection.recv(65536):
                answer += part
        return answer.decode("utf-8")


def state_of(pid: int) -> str | None:
    """The state letter of a process; None when there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return None


def comes_true(condition: Callable[[], bool]) -> bool:
    """Whether something happens while it is waited for."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return condition()


@contextmanager
def serving(folder: Path, made: Path, *arguments: str, descriptors: int | None = None) -> Iterator[Served]:
    """``danchieu serve`` on a free loopback port; killed at the end if it does not stop by itself."""
    code = "from webapp.cli import main; main()"
    command = [sys.executable, "-c", code, "--archive", str(folder), "serve", "--port", "0", *arguments]
    environment = os.environ | {"PYTHONUTF8": "1", "TMPDIR": str(made)}

    def limit() -> None:
        if descriptors is not None:
            resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

    log = made / "stderr"
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            encoding="utf-8",
            env=environment,
            preexec_fn=limit,
        ) as process,
    ):
        try:
            assert process.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
            assert found
            served = Served(process, int(found[1]), log)
            assert served.ask().endswith("}\n")
            yield served
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def test_a_killed_worker_is_replaced(folder: Path, tmp_path: Path) -> None:
    with serving(folder, tmp_path, "--workers", "2") as served:
        assert comes_true(lambda: len(served.workers()) == 2)
        before = served.workers()
        killed = min(before)
        os.kill(killed, signal.SIGKILL)
        assert comes_true(lambda: len(served.workers() - {killed}) == 2)
        assert state_of(killed) is None
        assert '"ok"' in served.ask()
        assert f"worker {killed} ended (signal 9)" in served.log.read_text(encoding="utf-8")
    assert served.process.returncode == 0
    assert all(state_of(pid) is None for pid in before)


def test_workers_end_with_a_killed_parent(folder: Path, tmp_path: Path) -> None:
    with serving(folder, tmp_path, "--workers", "2") as served:
        workers = served.workers()
        served.process.kill()
        served.process.wait(PATIENCE)
        assert comes_true(lambda: all(state_of(pid) in ("Z", None) for pid in workers))
        assert comes_true(lambda: is_free(served.port))


def is_free(port: int) -> bool:
    """Whether a server can listen on a loopback port."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def test_ctrl_c_ends_every_process(folder: Path, tmp_path: Path) -> None:
    with serving(folder, tmp_path) as served:
        workers = served.workers()
        for pid in (*workers, served.process.pid):
            os.kill(pid, signal.SIGINT)
        assert served.process.wait(PATIENCE) == 0
        assert all(state_of(pid) is None for pid in workers)
    assert served.log.read_bytes() == b""


@pytest.mark.parametrize(
    "beginning",
    ["", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", "POST /kiem-tra HTTP/1.0\r\nContent-Length: 900\r\n\r\ntext="],
)
def test_slow_connections_do_not_shut_others_out(folder: Path, tmp_path: Path, beginning: str) -> None:
    with serving(folder, tmp_path) as served, ExitStack() as slow:
        for _ in range(150):
            connection = slow.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE))
            connection.sendall(beginning.encode("ascii"))
        assert '"ok"' in served.ask()
    assert served.log.read_bytes() == b""


def test_more_connections_than_descriptors(folder: Path, tmp_path: Path) -> None:
    with serving(folder, tmp_path, descriptors=100) as served, ExitStack() as slow:
        (worker,) = served.workers()
        for _ in range(300):
            slow.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE))
        assert '"ok"' in served.ask()
        before = cpu_ticks(worker)
        began = time.monotonic()
        time.sleep(1)
        share = (cpu_ticks(worker) - before) / os.sysconf("SC_CLK_TCK") / (time.monotonic() - began)
        assert share < 0.5, "it spins"
        assert served.workers() == {worker}
    assert len(served.log.read_bytes()) < 10_000


def test_a_process_out_of_descriptors_rests(folder: Path, tmp_path: Path) -> None:
    """Even where its own limit on connections was set too high for it."""
    with serving(folder, tmp_path) as served, ExitStack() as slow:
        (worker,) = served.workers()
        opened = len(list(Path(f"/proc/{worker}/fd").iterdir()))
        whole = resource.prlimit(worker, resource.RLIMIT_NOFILE)
        resource.prlimit(worker, resource.RLIMIT_NOFILE, (opened + 1, whole[1]))
        for _ in range(30):
            slow.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE))
        before = cpu_ticks(worker)
        began = time.monotonic()
        time.sleep(2)
        share = (cpu_ticks(worker) - before) / os.sysconf("SC_CLK_TCK") / (time.monotonic() - began)
        assert share < 0.5, "it spins"
        resource.prlimit(worker, resource.RLIMIT_NOFILE, whole)
        assert '"ok"' in served.ask()
    assert served.log.read_text(encoding="utf-8").count("\n") < 10


def cpu_ticks(pid: int) -> int:
    """What a process has used of the processor."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


@pytest.mark.parametrize("path", ["/kiem-tra", "/api/v1/check"])
def test_a_long_body_is_refused_before_it_is_read(folder: Path, tmp_path: Path, path: str) -> None:
    with serving(folder, tmp_path) as served:
        answer = served.ask(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n" + "x" * 5000)
        assert answer.startswith("HTTP/1.1 413 ")
        assert [entry.name for entry in tmp_path.iterdir()] == ["stderr"]
        (worker,) = served.workers()
        deleted = [
            str(entry.readlink())
            for entry in Path(f"/proc/{worker}/fd").iterdir()
            if "(deleted)" in str(entry.readlink())
        ]
        assert deleted == []


def test_a_long_body_in_pieces_is_cut_off(folder: Path, tmp_path: Path) -> None:
    with (
        serving(folder, tmp_path) as served,
        socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as sent,
    ):
        sent.sendall(b"POST /kiem-tra HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            for _ in range(16_000):
                sent.sendall(piece)
        assert '"ok"' in served.ask()
