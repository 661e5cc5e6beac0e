"""`danchieu export`: open data of an archive."""

import sys

import click

from indexer.reading.exports import NAMES
from webapp.commands.terminal import flush, settings, write_json
from webapp.composition import reading
from webapp.words import export_with_words


@click.command("export")
@click.argument("what", type=click.Choice(NAMES))
@click.option("--format", "format_", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
def export_command(what: str, format_: str) -> None:
    """Open data of the archive, a row a line: documents, citations, relations, graph, campaigns; wanted lists what is cited most and missing.

    \b
        danchieu export citations > citations.jsonl
        danchieu export wanted --format csv > wanted.csv
    """
    with reading(settings()) as archive:
        if format_ == "jsonl":
            for row in export_with_words(archive.export(what)):
                write_json(row)
        else:
            from webapp.tables import table_rows

            for line in table_rows(export_with_words(archive.export(what))):
                sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    flush()
