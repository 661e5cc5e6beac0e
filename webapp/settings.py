"""What an operator may set, in one frozen value.

From the weakest to the strongest: what the program has, the file ``danchieu.toml`` of the working folder (or the one that DANCHIEU_SETTINGS
names), the environment (``DANCHIEU_PORT`` for ``port``), the flags of the command line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal

from corpus.errors import InputError

FILE: Final = "danchieu.toml"
PREFIX: Final = "DANCHIEU_"
NAMED_BY: Final = "DANCHIEU_SETTINGS"
MAX_FILE_BYTES: Final = 64 * 1024
LEAST_TOKEN: Final = 16
"""Characters of an editor's token, at least."""
PATHS: Final = frozenset(("archive", "drop_folder"))
"""Fields that are folders."""
Engine = Literal["whoosh"]
ENGINES: Final[tuple[Engine, ...]] = ("whoosh",)
_YES: Final = frozenset(("1", "true", "yes", "on"))
_NO: Final = frozenset(("0", "false", "no", "off", ""))


def _told(says: str, least: float | None = None, most: float | None = None) -> dict[str, object]:
    """What is known of a field: its line of help, and the bounds of a number."""
    return {"says": says, "least": least, "most": most}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """See the module. Names are those of the file's keys; ``max_pages`` is ``--max-pages`` and ``DANCHIEU_MAX_PAGES``."""

    archive: Path = field(default=Path("archive"), metadata=_told("The archive's folder."))
    engine: Engine = field(default="whoosh", metadata=_told("The search engine: whoosh, which needs no server."))
    host: str = field(default="127.0.0.1", metadata=_told("Address to listen on."))
    port: int = field(default=8000, metadata=_told("Port to listen on; 0: any free one.", 0, 65535))
    workers: int = field(default=1, metadata=_told("Processes that share the port, four threads each.", 1, 64))
    public_url: str | None = field(
        default=None,
        metadata=_told(
            "Address by which readers reach the archive, for feeds and canonical links. Without it: the one that a request names where that is "
            "this machine, else the address listened on."
        ),
    )
    editor: bool = field(
        default=False, metadata=_told("Let who has the editor's token decide on the web, at /bien-tap.")
    )
    editor_token: str | None = field(
        default=None,
        metadata=_told("The editor's token, 16 characters at least; without it each start makes one and says it."),
    )
    drop_folder: Path | None = field(
        default=None, metadata=_told("A folder whose new and changed files `danchieu collect` imports.")
    )
    user_agent: str | None = field(default=None, metadata=_told("How the crawler names itself; name a contact."))
    delay: float = field(default=2.0, metadata=_told("Seconds between two requests to one host.", 0, 120))
    max_pages: int = field(
        default=5000, metadata=_told("Pages asked for in one run of the crawler, at most.", 1, 1_000_000)
    )
    max_depth: int = field(default=6, metadata=_told("Links followed from a start URL, at most.", 0, 50))
    allow_private: bool = field(
        default=False, metadata=_told("Also fetch from private addresses, of the hosts given only.")
    )


FIELDS: Final = {one.name: one for one in fields(Settings)}


def read_settings(
    *, environ: Mapping[str, str], folder: Path, flags: Mapping[str, Any] | None = None, **other_defaults: Any
) -> Settings:
    """The settings of a command. other_defaults: for fields that a command has another default for.

    environ, folder: the process's environment and working folder. flags: fields by name; None is one that was not given.
    Raises InputError, a line that names the file or variable, the key, and what is wanted.
    """
    given = {
        name: valid(name, value, f"--{name.replace('_', '-')}")
        for name, value in (flags or {}).items()
        if value is not None
    }
    return Settings(**{**other_defaults, **_of_file(environ, folder), **_of_environment(environ), **given})


def _of_file(environ: Mapping[str, str], folder: Path) -> dict[str, Any]:
    named = environ.get(NAMED_BY)
    path = folder / (named or FILE)
    where = str(path) if named else FILE
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        if named:
            raise InputError(f"{where}: no such file; {NAMED_BY} names it") from None
        return {}
    except OSError as error:
        raise InputError(f"{where}: cannot be read ({error.strerror}); check its rights, or take it away") from error
    if len(data) > MAX_FILE_BYTES:
        raise InputError(f"{where}: more than {MAX_FILE_BYTES:,} bytes, which no file of settings has")
    return _of_toml(data, where, path.parent)


def _of_toml(data: bytes, where: str, beside: Path) -> dict[str, Any]:
    import tomllib  # here: most commands meet no file

    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(
            f"{where}: not TOML in UTF-8 ({' '.join(str(error).split())[:120]}); see docs/settings.md"
        ) from error
    for key in table:
        if key not in FIELDS:
            raise InputError(f"{where}: no setting is named {key[:60]!r}; {_instead(key)}")
    found = {key: valid(key, value, f"{where}: {key}") for key, value in table.items()}
    for name in PATHS & found.keys():
        found[name] = beside / found[name]  # beside the file that says so
    return found


def _of_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    """What the environment sets. Other programs may have variables of this prefix; one that is nearly a setting is a slip."""
    found: dict[str, Any] = {}
    for variable, value in environ.items():
        name = variable.removeprefix(PREFIX).lower()
        if variable == NAMED_BY or not variable.startswith(PREFIX) or not value:
            continue
        if name in FIELDS:
            found[name] = valid(name, _READ[_kind(name)](value), variable)
        elif near := _nearest(name):
            raise InputError(f"{variable}: no setting is named so; did you mean {PREFIX}{near.upper()}?")
    return found


def _instead(key: str) -> str:
    near = _nearest(key)
    return f"did you mean {near!r}?" if near else f"use {', '.join(FIELDS)}"


def _nearest(name: str) -> str | None:
    from difflib import get_close_matches  # here: slips are rare

    return next(iter(get_close_matches(name, FIELDS, 1, 0.75)), None)


def _kind(name: str) -> str:
    """What sort of value a field takes: ``path``, ``engine``, ``flag``, ``whole``, ``number``, ``text``."""
    default = FIELDS[name].default
    if name in PATHS:
        return "path"
    if name == "engine":
        return "engine"
    if isinstance(default, bool):
        return "flag"
    return "whole" if isinstance(default, int) else "number" if isinstance(default, float) else "text"


def valid(name: str, value: Any, where: str) -> Any:
    """A value of a field, in its type. where: what set it, for the message. Raises InputError."""
    kind, shown = _kind(name), repr(value)[:60]
    least, most = FIELDS[name].metadata["least"], FIELDS[name].metadata["most"]
    match kind:
        case "path" if isinstance(value, str | Path) and str(value).strip() and "\0" not in str(value):
            return Path(value)
        case "engine" if value in ENGINES:
            return value
        case "flag" if isinstance(value, bool):
            return value
        case "whole" if type(value) is int and least <= value <= most:
            return value
        case "number" if type(value) in (int, float) and least <= value <= most:
            return float(value)
        case "text" if name == "user_agent" and isinstance(value, str) and not value.isascii():
            raise InputError(f"{where} is {shown}: ASCII is wanted, for servers read nothing else there")
        case "text" if name == "editor_token" and isinstance(value, str) and 0 < len(value) < LEAST_TOKEN:
            raise InputError(f"{where}: {LEAST_TOKEN} characters are wanted at least, for it can be guessed at")
        case "text" if isinstance(value, str) and value.isprintable():
            return _public(value, where) if name == "public_url" and value else value or FIELDS[name].default
    raise InputError(f"{where} is {shown}: {_WANTED[kind].format(least=least, most=most, engines=', '.join(ENGINES))}")


def _public(value: str, where: str) -> str:
    from webapp.addresses import public_address  # here: it brings Flask

    try:
        return public_address(value)
    except InputError as error:
        raise InputError(f"{where}: {error}") from error


_WANTED: Final = {
    "path": "the path of a folder is wanted",
    "engine": "use one of {engines}",
    "flag": "true or false is wanted",
    "whole": "a whole number from {least} to {most} is wanted",
    "number": "a number from {least} to {most} is wanted",
    "text": "one line of text is wanted",
}


def _whole(value: str) -> int | str:
    return int(value) if value.strip().isascii() and value.strip().isdecimal() and len(value) < 20 else value


def _number(value: str) -> float | str:
    try:
        return float(value)
    except ValueError:
        return value


def _flag(value: str) -> bool | str:
    word = value.strip().lower()
    return True if word in _YES else False if word in _NO else value


_READ: Final[Mapping[str, Callable[[str], Any]]] = {
    "path": str,
    "engine": str,
    "flag": _flag,
    "whole": _whole,
    "number": _number,
    "text": str,
}
"""From a variable's text to the value that it writes; what is no such value stays as it is, for `valid` to name."""
