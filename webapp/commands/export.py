"""`danchieu export`: open data of an archive."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from indexer.reading.exports import NAMES
from webapp.commands.terminal import flush, progress_bars, say, settings, write_json
from webapp.composition import open_store, reading
from webapp.deciding import log_rows
from webapp.words import export_with_words

DECISIONS: Final = "decisions"
"""The one export that is read from the store: decisions are no derived data, and those that wait for the index are among them."""

WACZ: Final = "wacz"


@click.command("export")
@click.argument("what", type=click.Choice((*NAMES, DECISIONS, WACZ)))
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False), metavar="[FILE]")
@click.option("--format", "format_", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
def export_command(what: str, file: Path | None, format_: str) -> None:
    """Open data of the archive, a row a line: documents, citations, relations, graph, campaigns; wanted lists what is cited most and missing;
    decisions is the log of what people decided. wacz writes FILE, a web archive of the captures that others can replay (WACZ 1.1.1); what was
    withdrawn is not in it.

    \b
        danchieu export citations > citations.jsonl
        danchieu export wanted --format csv > wanted.csv
        danchieu export wacz captures.wacz
    """
    if (what == WACZ) != (file is not None):
        raise click.UsageError(f"{WACZ} is written into a FILE, and nothing else is: name one with it alone")
    if file is not None:
        _write_wacz(file)
        return
    with _rows(what) as rows:
        if format_ == "jsonl":
            for row in rows:
                write_json(row)
        else:
            from webapp.tables import table_rows

            for line in table_rows(rows):
                sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    flush()


def _write_wacz(file: Path) -> None:
    from crawler.wacz import write_wacz

    with progress_bars() as show, open_store(settings()) as store:
        report = write_wacz(store, file, progress=show)
    say(
        f"{report.file}: {report.records:,} bản lưu trong {report.files} tệp WARC, {report.pages:,} trang có thông báo"
        + (f"; {report.left_out} bản lưu của thông báo đã rút được bỏ ra" if report.left_out else "")
    )


@contextmanager
def _rows(what: str) -> Iterator[Iterable[Mapping[str, object]]]:
    chosen = settings()
    if what == DECISIONS:
        with open_store(chosen) as store:
            yield log_rows(store)
        return
    with reading(chosen) as archive:
        yield export_with_words(archive.export(what))
