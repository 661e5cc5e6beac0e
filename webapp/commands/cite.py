"""`danchieu cite` and `danchieu check`: citations of a text, and a draft judged."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NotRequired, TypedDict, cast

import click

from corpus.dates import is_iso
from corpus.errors import ArchiveMissing, IndexMissing, InputError
from webapp.commands.terminal import flush, say, settings, tell, write_json
from webapp.words import judged_with_words, with_why

if TYPE_CHECKING:
    from indexer.archive import Archive
    from webapp.answers import CitationAnswer

MAX_BYTES: Final = 64 * 1024 * 1024
_MARKS: Final = {"found": "✓", "ambiguous": "?", "unknown": "∅", "conflict": "≠", "form": "✎", "replaced": "↻"}


class Line(TypedDict):
    """A line of ``cite --jsonl``."""

    id: object
    text: str
    place: NotRequired[str | None]
    on: NotRequired[str | None]


def _read(file: BinaryIO) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"the input is longer than {MAX_BYTES:,} bytes; give it in parts")
    return data


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    del ctx
    if value and not is_iso(value):
        raise click.BadParameter(f"{value!r}: write it like 2018-08-01", param=param)
    return value


_on = click.option(
    "--on", callback=_day, metavar="DATE", help="Date of the text, ISO: laws in force and numbers are judged by it."
)
_place = click.option("--place", metavar="NAME", help="Province of the text: its own numbers are judged by it.")


@click.command("cite")
@click.argument("file", type=click.File("rb"), default="-")
@click.option(
    "--jsonl", is_flag=True, help='Each input line is {"id", "text", "place"?, "on"?}; one line out for each in.'
)
@click.option(
    "--explain", is_flag=True, help="With every document that was weighed: what spoke for it, what against it."
)
@_place
@_on
def cite_command(file: BinaryIO, jsonl: bool, explain: bool, place: str | None, on: str | None) -> None:
    """Find the citations of a text (FILE or stdin); needs no archive. Output is JSONL: {"id", "citations": [...]}.

    \b
        danchieu cite --place "Quảng Ninh" --on 2018-08-01 thong-bao.txt
        danchieu cite --jsonl < passages.jsonl > found.jsonl
    """
    if not jsonl:
        text = _decode(_read(file))
        write_json(
            {"id": None if file.name == "<stdin>" else str(file.name), "citations": _cited(text, place, on, explain)}
        )
        flush()
        return
    failed = 0
    for number, line in _lines(file):
        try:
            row = _row(line)
            write_json(
                {
                    "id": row["id"],
                    "citations": _cited(row["text"], row.get("place") or place, row.get("on") or on, explain),
                }
            )
        except InputError as error:
            failed += 1
            tell(f"danchieu: line {number}: {error}; skipped")
    flush()
    if failed:
        raise InputError(f"{failed} of the input's lines could not be read; the others are done")


def _cited(text: str, place: str | None, on: str | None, explain: bool) -> "Sequence[CitationAnswer]":
    from indexer.drafts.cite import cite_text, explain_text

    if explain:
        return [with_why(row) for row in explain_text(text, place=place, on=on)]
    return [with_why(row) for row in cite_text(text, place=place, on=on)]


def _decode(data: bytes) -> str:
    """UTF-8 text; bytes that are none become U+FFFD."""
    return data.decode("utf-8-sig", "replace")


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(MAX_BYTES):
        number += 1
        if line.strip():
            yield number, line


def _row(line: bytes) -> Line:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"not JSON ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise InputError('an object with "id" and "text" is wanted')
    for name in ("place", "on"):
        if row.get(name) is not None and not isinstance(row[name], str):
            raise InputError(f"{name}: a text is wanted")
    if row.get("on") and not is_iso(row["on"]):
        raise InputError(f"on {row['on']!r}: write it like 2018-08-01")
    return cast(Line, row)


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@_place
@_on
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def check_command(file: Path, place: str | None, on: str | None, as_json: bool) -> None:
    """Judge the citations of a draft: known, ambiguous, unknown, in conflict, wrongly written, replaced.

    The archive is asked when there is one, else the registry of well-known documents alone.

    \b
        danchieu check draft.txt --place "Quảng Ninh" --on 2018-08-01
        pdftotext draft.pdf - | danchieu check -
    """
    if str(file) != "-" and not file.exists():
        raise InputError(f"{file}: no such file")
    text = _decode(sys.stdin.buffer.read(MAX_BYTES) if str(file) == "-" else file.read_bytes()[:MAX_BYTES])
    from indexer.drafts.check import check_text
    from webapp.composition import open_archive

    try:
        archive: Archive | None = open_archive(settings())
    except (ArchiveMissing, IndexMissing):
        archive = None
        tell("danchieu: chưa có kho lưu trữ, chỉ đối chiếu với danh mục văn bản đã biết")
    result = judged_with_words(check_text(text, archive=archive, place=place, on=on))
    if archive:
        archive.close()
    if as_json:
        write_json(result)
        flush()
        return
    for row in result["citations"]:
        say(f"{_MARKS[row['judgement']]} {row['text']!s:<44} {row['message']}")
        if row["judgement"] in ("conflict", "form", "replaced"):
            say(f"    → {row['proper']}")
    say(", ".join(f"{name} {count}" for name, count in sorted(result["counts"].items())) or "Không thấy dẫn chiếu nào.")
