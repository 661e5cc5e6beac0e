"""RTF by striprtf (BSD licence): text with paragraphs; cells of a row parted by ``|``."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from striprtf.striprtf import rtf_to_text

from corpus.errors import InputError
from corpus.legacy import in_unicode
from crawler.papers.paper import Line, Paper, assemble
from crawler.papers.tables import Cell, lines_of_table, lines_of_text

MAX_BYTES: Final = 64 * 1024 * 1024
_PICTURE = re.compile(rb"\\bin\d+ |[0-9a-fA-F\r\n]{2000,}")


def read_rtf(path: Path) -> Paper:
    """An RTF's text. Raises InputError on what cannot be read."""
    data = _PICTURE.sub(b"", path.read_bytes()[:MAX_BYTES])
    strip: Callable[..., str] = rtf_to_text  # it has no types
    try:
        text = in_unicode(strip(data.decode("cp1252", "replace"), errors="ignore"))
    except (ValueError, IndexError, KeyError, LookupError) as error:
        raise InputError("a damaged RTF") from error
    lines: list[Line] = []
    plain: list[str] = []
    rows: list[list[Cell]] = []
    for line in text.split("\n"):
        if line.count("|") and line.rstrip().endswith("|"):
            lines.extend(lines_of_text(plain))
            plain = []
            rows.append([[part] if part.strip() else [] for part in line.rstrip().rstrip("|").split("|")])
            continue
        lines.extend(lines_of_table(rows))
        rows = []
        plain.append(line)
    return assemble("rtf", [*lines, *lines_of_text(plain), *lines_of_table(rows)])
