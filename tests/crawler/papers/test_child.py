import sys
from pathlib import Path

import pytest

from corpus.errors import InputError
from crawler.papers import child
from crawler.papers.child import PaperReader

pytestmark = pytest.mark.slow


def rtf(path: Path, said: str) -> Path:
    path.write_bytes(b"{\\rtf1 " + said.encode() + b"\\par}")
    return path


def test_a_damaged_file_costs_its_line_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 no")
    with PaperReader() as reader:
        with pytest.raises(InputError, match="damaged PDF"):
            reader.read(tmp_path / "bad.pdf", "pdf")
        assert reader.read(rtf(tmp_path / "a.rtf", "hello"), "rtf").text == "hello"
        with pytest.raises(InputError, match="cannot be read"):
            reader.read(tmp_path / "gone.rtf", "rtf")


def with_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """A child that does something else."""
    script = tmp_path / "python"
    script.write_text(f"#!{sys.executable}\n{code}\n")
    script.chmod(0o755)
    monkeypatch.setattr(child.sys, "executable", str(script))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import time; time.sleep(60)", "takes longer"),
        ("import sys; sys.stdin.readline()", "ends the program"),
        ("import sys; sys.stdin.readline(); print('.'); print('{\"fault\": \"so\"}', flush=True)", "so"),
    ],
)
def test_a_child_that_hangs_or_dies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, said: str) -> None:
    path = rtf(tmp_path / "a.rtf", "x")
    with monkeypatch.context() as patched:
        with_child(patched, tmp_path, code)
        with PaperReader(seconds=3) as reader, pytest.raises(InputError, match=said):
            reader.read(path, "rtf")
    with PaperReader() as reader:
        assert reader.read(path, "rtf").text == "x"


def test_a_file_that_takes_too_much_memory(tmp_path: Path) -> None:
    with PaperReader(memory=256 * 1024 * 1024) as reader, pytest.raises(InputError, match="memory"):
        reader.read(rtf(tmp_path / "a.rtf", "hello " * 9_000_000), "rtf")
