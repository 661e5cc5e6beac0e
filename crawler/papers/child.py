"""Files are read in a process of their own, with bounds on time and memory: a hostile one costs a line in the report.

python -m crawler.papers.child          answers each line {"path", "format"} with one line: a paper, or {"fault"}
"""

import json
import os
import resource
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from corpus.errors import DanChieuError, InputError
from crawler.papers.paper import Box, Format, PageSize, Paper

MEMORY_BYTES: Final = 2 * 1024 * 1024 * 1024
SECONDS: Final = 180.0
"""Of silence: a scan says after each page that it goes on."""
_FILES_A_CHILD: Final = 200
_MOST_ANSWER: Final = 256 * 1024 * 1024
_GOES_ON: Final = b".\n"
"""Said by the child after each page."""


class PaperReader:
    """Reads papers in a child that is started when it is needed, and anew when it died, hung or has read many. A context manager."""

    def __init__(self, *, seconds: float | None = None, memory: int = MEMORY_BYTES) -> None:
        """seconds: without a word from the child, at most."""
        self._seconds, self._memory = seconds or SECONDS, memory
        self._child: subprocess.Popen[bytes] | None = None
        self._read = 0

    def __enter__(self) -> "PaperReader":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe:
                    pipe.close()
            self._child = None

    def read(self, path: Path, format: Format) -> Paper:
        """A file as a paper. Raises InputError, which says what is wrong with it; a child that died of it counts as its fault."""
        child = self._running()
        assert child.stdin is not None
        try:
            child.stdin.write(json.dumps({"path": str(path.absolute()), "format": format}).encode() + b"\n")
            child.stdin.flush()
            answer = self._answer(child)
        except BrokenPipeError:
            answer = None
        if answer is None:
            self.close()
            raise InputError("it takes more memory than a file may, or ends the program that reads it")
        self._read += 1
        if "fault" in answer:
            raise InputError(str(answer["fault"]))
        return _paper(answer)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is not None and (self._child.poll() is not None or self._read >= _FILES_A_CHILD):
            self.close()
        if self._child is None:
            self._read = 0
            self._child = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-P", "-m", "crawler.papers.child", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_THREAD_LIMIT": "2"},
                start_new_session=True,
            )
        return self._child

    def _answer(self, child: subprocess.Popen[bytes]) -> dict[str, Any] | None:
        """The child's next line; None when it died. Raises InputError when it takes too long."""
        assert child.stdout is not None
        told = bytearray()
        ends = time.monotonic() + self._seconds
        while True:
            ready, _, _ = select.select([child.stdout], [], [], max(0.0, ends - time.monotonic()))
            if not ready:
                self.close()
                raise InputError("it takes longer to read than a file may")
            part = os.read(child.stdout.fileno(), 1 << 20)
            if not part:
                return None
            told += part
            ends = time.monotonic() + self._seconds
            while told.startswith(_GOES_ON):
                del told[: len(_GOES_ON)]
            if told.endswith(b"\n"):
                answer: dict[str, Any] = json.loads(told)
                return answer
            if len(told) > _MOST_ANSWER:
                self.close()
                raise InputError("it holds more text than a file may")


def _paper(row: dict[str, Any]) -> Paper:
    return Paper(
        format=row["format"],
        text=row["text"],
        pages=tuple(PageSize(**page) for page in row["pages"]),
        boxes=tuple(Box(**box) for box in row["boxes"]),
        findings=tuple(row["findings"]),
    )


@contextmanager
def papers() -> Iterator[PaperReader]:
    """A reader for the time of a block."""
    with PaperReader() as reader:
        yield reader


def _goes_on() -> None:
    sys.stdout.buffer.write(_GOES_ON)
    sys.stdout.buffer.flush()


def main() -> None:
    """The child's side: read what is asked for until nobody asks any more."""
    from crawler.papers.reading import read_paper

    memory = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            answer = asdict(read_paper(Path(asked["path"]), asked["format"], _goes_on))
        except DanChieuError as error:
            answer = {"fault": str(error)}
        except MemoryError:
            answer = {"fault": "it takes more memory than a file may"}
        except Exception as error:  # whatever a file holds is that file's fault
            answer = {"fault": f"cannot be read ({type(error).__name__})"}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
