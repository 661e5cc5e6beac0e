"""How commands speak: JSON on stdout, progress and messages on stderr, one clear line for an error."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

Progress = Callable[[str, int, int], None]


def say(text: str = "") -> None:
    """A line for people, on stdout."""
    click.echo(text)


def tell(text: str) -> None:
    """A message beside the output, on stderr."""
    click.echo(text, err=True)


def write_json(value: object) -> None:
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
    """A function that shows (step, done, total) as one bar for each step, on a terminal only."""
    bars = ExitStack()
    shown, move = "", _before

    def show(step: str, done: int, total: int) -> None:
        nonlocal shown, move
        if not sys.stderr.isatty():
            return
        if shown != step:
            bars.close()
            bar = bars.enter_context(click.progressbar(length=max(total, 1), label=step, file=sys.stderr))
            shown, move = step, lambda at: bar.update(at - bar.pos)
        move(done)

    with bars:
        yield show


def _before(at: int) -> None:
    """Before the first step there is no bar to move."""
    del at


def archive_option() -> Path:
    """The archive's folder, as given to the group."""
    folder: Path = click.get_current_context().find_root().obj["archive"]
    return folder
