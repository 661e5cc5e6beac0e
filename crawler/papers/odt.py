"""ODT (OASIS OpenDocument 1.3): paragraphs, lists with their marks, tables, from ``content.xml``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from lxml import etree

from corpus.errors import InputError
from crawler.papers.paper import Line, Paper, Piece, assemble
from crawler.papers.tables import Cell, lines_of_table

MAX_CONTENT: Final = 64 * 1024 * 1024
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_BODY: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
_DEEPEST: Final = 40


def read_odt(path: Path) -> Paper:
    """An ODT's text. Raises InputError on what is none."""
    try:
        with ZipFile(path) as packed, packed.open("content.xml") as file:
            data = file.read(MAX_CONTENT + 1)
        if len(data) > MAX_CONTENT:
            raise InputError(f"an ODT whose text takes more than {MAX_CONTENT:,} bytes")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(data, parser)
    except (BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError) as error:
        raise InputError("a damaged ODT, or one that is locked by a password") from error
    body = next(root.iter(_BODY), None)
    if body is None:
        raise InputError("an OpenDocument file, but no text")
    notes: list[Line] = []
    return assemble("odt", [*_lines(body, notes, 0), *notes])


def _lines(parent: Any, notes: list[Line], depth: int) -> Iterator[Line]:
    if depth > _DEEPEST:
        return
    for child in parent:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield from ([Piece(said)] for said in _said(child, notes).split("\n"))
        elif child.tag == f"{_TABLE}table":
            yield from lines_of_table([_cells(row, notes, depth) for row in child.iter(f"{_TABLE}table-row")])
        elif child.tag == f"{_TEXT}list":
            for item in child.iterchildren(f"{_TEXT}list-item"):
                for at, line in enumerate(_lines(item, notes, depth + 1)):
                    yield [Piece("-"), *line] if at == 0 and not line[0].text.startswith("-") else line
        elif child.tag in (f"{_TEXT}section", f"{_TEXT}soft-page-break", f"{_TEXT}list-item"):
            yield from _lines(child, notes, depth + 1)


def _cells(row: Any, notes: list[Line], depth: int) -> list[Cell]:
    return [
        [" ".join(piece.text for piece in line) for line in _lines(cell, notes, depth + 1)]
        for cell in row.iterchildren(f"{_TABLE}table-cell")
    ]


def _said(element: Any, notes: list[Line]) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}note":
            body = child.find(f"{_TEXT}note-body")
            if body is not None:
                notes.append([Piece(" ".join("".join(body.itertext()).split()))])
        elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
            parts.append(" ")
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif isinstance(child.tag, str):
            parts.append(_said(child, notes))
        parts.append(child.tail or "")
    return "".join(parts)
