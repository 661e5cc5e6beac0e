"""`danchieu export`: open data of an archive."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

import click

from indexer.reading.exports import NAMES
from webapp.commands.terminal import flush, settings, write_json
from webapp.composition import open_store, reading
from webapp.deciding import log_rows
from webapp.words import export_with_words

DECISIONS: Final = "decisions"
"""The one export that is read from the store: decisions are no derived data, and those that wait for the index are among them."""


@click.command("export")
@click.argument("what", type=click.Choice((*NAMES, DECISIONS)))
@click.option("--format", "format_", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
def export_command(what: str, format_: str) -> None:
    """Open data of the archive, a row a line: documents, citations, relations, graph, campaigns; wanted lists what is cited most and missing;
    decisions is the log of what people decided.

    \b
        danchieu export citations > citations.jsonl
        danchieu export wanted --format csv > wanted.csv
    """
    with _rows(what) as rows:
        if format_ == "jsonl":
            for row in rows:
                write_json(row)
        else:
            from webapp.tables import table_rows

            for line in table_rows(rows):
                sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    flush()


@contextmanager
def _rows(what: str) -> Iterator[Iterable[Mapping[str, object]]]:
    chosen = settings()
    if what == DECISIONS:
        with open_store(chosen) as store:
            yield log_rows(store)
        return
    with reading(chosen) as archive:
        yield export_with_words(archive.export(what))
