"""Reader of the registry's TSV files: one header, NFC text, ``|`` between members of a list; a fault names file, line and value."""

import unicodedata
from collections.abc import Sequence
from importlib.resources import files

from corpus.errors import DataError


def read_table(name: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """Rows of ``corpus/data/<name>.tsv`` as dictionaries. Raises DataError on a wrong header, width or composition."""
    text = files("corpus").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    lines = text.splitlines()
    if not lines or lines[0].split("\t") != list(columns):
        raise DataError(f"{name}.tsv line 1: columns {', '.join(columns)} are wanted")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise DataError(
                f"{name}.tsv line {number}: {len(columns)} columns are wanted, got {len(cells)}: {line[:80]!r}"
            )
        if not unicodedata.is_normalized("NFC", line):
            raise DataError(f"{name}.tsv line {number}: not in NFC: {line[:80]!r}")
        rows.append(dict(zip(columns, (cell.strip() for cell in cells), strict=True)))
    return rows


def members(cell: str) -> tuple[str, ...]:
    """The members of a list cell."""
    return tuple(part for part in cell.split("|") if part)
