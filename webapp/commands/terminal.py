"""How commands speak: JSON on stdout, progress and messages on stderr, one clear line for an error."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from webapp.phrases import STEPS

Progress = Callable[[str, int, int], None]


def say(text: str = "") -> None:
    """A line for people, on stdout."""
    click.echo(text)


def tell(text: str) -> None:
    """A message beside the output, on stderr."""
    click.echo(text, err=True)


def write_json(value: Any) -> None:
    """One JSON value on one line of stdout, UTF-8. Lone surrogates, which no UTF-8 can carry, travel as escapes."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value)
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")


def flush() -> None:
    """Send what was written."""
    sys.stdout.buffer.flush()


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """A function that shows (step, done, total) as one bar for each step, on a terminal only; step: a code of `STEPS`, or words."""
    state: dict[str, Any] = {"step": None, "bar": None}

    def show(step: str, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        if state["step"] != step:
            _close(state)
            state["step"] = step
            state["bar"] = click.progressbar(length=max(total, 1), label=STEPS.get(step, step), file=sys.stderr)
            state["bar"].__enter__()
        state["bar"].update(done - state["bar"].pos)

    try:
        yield show
    finally:
        _close(state)


def _close(state: dict[str, Any]) -> None:
    if state["bar"] is not None:
        state["bar"].__exit__(None, None, None)
        state["bar"] = None


def archive_option() -> Path:
    """The archive's folder, as given to the group."""
    folder: Path = click.get_current_context().find_root().obj["archive"]
    return folder
