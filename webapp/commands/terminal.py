"""How commands speak: JSON on stdout, progress and messages on stderr, one clear line for an error."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from corpus.errors import InputError
from webapp.settings import FIELDS, PATHS, PREFIX, Settings, read_settings, valid

Progress = Callable[[str, int, int], None]
_Command = TypeVar("_Command", bound=Callable[..., Any])
_FLAGS: Final = "danchieu.flags"


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
    """A function that shows (step, done, total) as a line of `Meter`, on a terminal only; step: a code of `STEPS`, or words."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from webapp.commands.meter import Meter  # here: most commands show none

    meter = Meter()
    try:
        yield meter
    finally:
        meter.close()


def _silent(step: str, done: int, total: int) -> None:
    """Nobody looks on."""
    del step, done, total


def setting_option(name: str) -> Callable[[_Command], _Command]:
    """The flag of a setting. It is no argument of the command, which asks `settings` for all of them together."""
    field, flag = FIELDS[name], "--" + name.replace("_", "-")
    default = "" if field.default in (None, False) else f" Default: {field.default}."

    def keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        if value is not None:
            try:
                ctx.meta.setdefault(_FLAGS, {})[name] = valid(name, value, flag)
            except InputError as error:
                raise click.BadParameter(str(error), ctx, param) from error

    return click.option(
        f"{flag}/--no-{flag[2:]}" if field.default is False else flag,
        name,
        type=_click_type(name, field.default, field.metadata["least"], field.metadata["most"]),
        default=None,
        expose_value=False,
        callback=keep,
        help=f"{field.metadata['says']}{default} Or {PREFIX}{name.upper()}.",
    )


def _click_type(name: str, default: object, least: float | None, most: float | None) -> click.ParamType[Any] | None:
    if name in PATHS:
        return click.Path(path_type=Path, file_okay=False)
    if isinstance(default, bool) or default is None or isinstance(default, str):
        return None
    return (
        click.IntRange(int(least or 0), int(most or 0)) if isinstance(default, int) else click.FloatRange(least, most)
    )


def settings(**other_defaults: Any) -> Settings:
    """The settings of the command under way. Raises InputError."""
    flags = click.get_current_context().meta.get(_FLAGS, {})
    return read_settings(environ=os.environ, folder=Path(), flags=flags, **other_defaults)
