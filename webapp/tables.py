"""CSV for spreadsheets: every table that leaves the archive is written here, and no cell of it is taken for a formula."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

_LIVE = re.compile(r"[\s\"'’‘“”]*[=+\-@\t\r\n＝＋－＠]")
"""Signs that begin a formula, full-width ones too, and blanks or quotes in front, which some programs drop."""
_NUMBER = re.compile(r"[+-]\d[\d\s.,]*", re.ASCII)
"""``-5``, ``+84 912 345 678``: of use as they are, and no formula."""
BYTE_ORDER_MARK: Final = "\ufeff"
"""So that a spreadsheet reads UTF-8."""


def table_rows(rows: Iterable[Mapping[str, object]], names: Sequence[str] | None = None) -> Iterator[str]:
    """The lines of a table with its header, each with its line end; names: the columns, those of the first row when not given.

    Lists and objects stand as JSON inside a cell. A table without a row and without names is empty.
    """
    if names is not None:
        yield _line(names)
    for row in rows:
        if names is None:
            names = list(row)
            yield _line(names)
        yield _line([row.get(name) for name in names])


def safe_cell(value: object) -> str:
    """A value as a cell's text; an apostrophe in front keeps one that begins like a formula from being one."""
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)
    return "'" + text if _LIVE.match(text) and not _NUMBER.fullmatch(text) else text


def _line(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([safe_cell(value) for value in values])
    return out.getvalue()
