"""A pool ends with the process that started it, even when that one is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indexer.engine.processes import process_pool

_SCRIPT = """
import os, time
from indexer.engine.processes import process_pool

if __name__ == "__main__":
    pool = process_pool(1)
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_pool_starts_and_answers() -> None:
    with process_pool(1, os.umask, 0o077) as pool:
        assert pool.submit(pow, 2, 5).result() == 32
        assert pool.submit(os.umask, 0o077).result() == 0o077, "what it was to begin with was called"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the state of a process from /proc")
def test_a_killed_process_takes_its_pool_along(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert _runs(child)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        until = time.monotonic() + 10
        while _runs(child) and time.monotonic() < until:
            time.sleep(0.05)
        assert not _runs(child)
