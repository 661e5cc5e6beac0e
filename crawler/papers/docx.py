"""DOCX (ECMA-376) by python-docx: paragraphs with the numbers that Word draws before them, tables by rows, letterheads and signatures by columns."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from corpus.errors import InputError
from crawler.papers.numbering import Numbering
from crawler.papers.paper import Line, Paper, Piece, assemble
from crawler.papers.tables import Cell, lines_of_table, lines_of_text

MAX_CONTENT: Final = 256 * 1024 * 1024
_MOST_BLOCKS: Final = 60_000
_DEEPEST: Final = 30


def read_docx(path: Path) -> Paper:
    """A DOCX's text. Raises InputError on what is none."""
    try:
        with ZipFile(path) as packed:
            if (size := sum(one.file_size for one in packed.infolist())) > MAX_CONTENT:
                raise InputError(f"a DOCX that unpacks to {size:,} bytes: at most {MAX_CONTENT:,} are read")
        document = docx.Document(str(path))
    except (BadZipFile, KeyError, ValueError, OSError, RuntimeError, OpcError, XMLSyntaxError) as error:
        raise InputError("a damaged DOCX, or one that is locked by a password") from error
    reading = _Reading(Numbering(document))
    lines = [" ".join(piece.text for piece in line) for line in reading.lines(document.element.body)]
    return assemble("docx", [*lines_of_text(lines), *_notes(document)])


class _Reading:
    """One document under way: the numbers of its lists, and how much of it was read."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._seen = 0

    def lines(self, parent: Any, depth: int = 0) -> Iterator[Line]:
        """The lines of a body, a cell or a control, in their order."""
        for child in parent.iterchildren():
            self._seen += 1
            if self._seen > _MOST_BLOCKS or depth > _DEEPEST:
                return
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from lines_of_table(self._rows(child, depth))
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
                yield from self.lines(child, depth + 1)

    def _rows(self, table: Any, depth: int) -> list[list[Cell]]:
        """Rows of cells, each a list of lines; a cell that spans several columns or rows once."""
        rows: list[list[Cell]] = []
        for row in table.iterchildren(qn("w:tr")):
            cells: list[Cell] = []
            for cell in row.iterchildren(qn("w:tc")):
                merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                if merged is None or merged.get(qn("w:val")) == "restart":
                    cells.append([" ".join(piece.text for piece in line) for line in self.lines(cell, depth + 1)])
            rows.append(cells)
        return rows

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        """A paragraph, a line for each of its line breaks, its number in front."""
        text = _visible(paragraph)
        number = self._numbering.next(paragraph) if text.strip() else ""
        for at, line in enumerate(text.split("\n")):
            said = f"{number} {line}" if number and at == 0 else line
            if said.strip():
                yield [Piece(said)]


def _visible(element: Any) -> str:
    """The text that a reader sees: inserted words are, deleted ones are not, a footnote's number is not."""
    parts: list[str] = []
    for node in element.iter():
        tag = node.tag
        if tag == qn("w:t") and not _hidden(node):
            parts.append(node.text or "")
        elif tag == qn("w:tab"):
            if node.getparent().tag == qn("w:r"):
                parts.append("\t")
        elif tag in (qn("w:br"), qn("w:cr")):
            parts.append("\n" if node.get(qn("w:type")) != "page" else " ")
        elif tag == qn("w:noBreakHyphen"):
            parts.append("-")
    return "".join(parts)


def _hidden(node: Any) -> bool:
    """Whether a text is hidden, struck out, moved away, in a text box's fallback, or the raised number of a note."""
    properties = node.getparent().find(qn("w:rPr"))
    if properties is not None:
        for name in ("w:vanish", "w:strike", "w:dstrike"):
            mark = properties.find(qn(name))
            if mark is not None and mark.get(qn("w:val")) not in ("0", "false"):
                return True
        raised = properties.find(qn("w:vertAlign"))
        if raised is not None and raised.get(qn("w:val")) == "superscript" and (node.text or "").strip().isdigit():
            return True
    gone = (qn("w:del"), qn("w:moveFrom"))
    return any(one.tag in gone or one.tag.endswith("}Fallback") for one in node.iterancestors())


def _notes(document: Any) -> list[Line]:
    """Footnotes, behind the text."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            root = parse_xml(relation.target_part.blob)
            said = ((note, " ".join(_visible(note).split())) for note in root.iterchildren())
            return [
                [Piece(f"{note.get(qn('w:id'))} {text}")]
                for note, text in said
                if text and note.get(qn("w:type")) is None
            ]
    return []
