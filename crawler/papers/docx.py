"""DOCX (ECMA-376) by python-docx: paragraphs with the numbers that Word draws before them, tables by rows, letterheads and signatures by columns."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import docx
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.errors import InputError
from crawler.papers.paper import Line, Paper, Piece, assemble
from crawler.papers.tables import Cell, lines_of_table, lines_of_text

_MOST_BLOCKS: Final = 60_000
_LEVEL = re.compile(r"%(\d)")
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def read_docx(path: Path) -> Paper:
    """A DOCX's text. Raises InputError on what is none."""
    try:
        document = docx.Document(str(path))
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise InputError("a damaged DOCX, or one that is locked by a password") from error
    numbers = _Numbers(document)
    lines = list(_lines(document.element.body, document, numbers, [0]))
    return assemble("docx", [*lines_of_text(map(_text_of, lines)), *_notes(document)])


def _lines(parent: Any, owner: Any, numbers: "_Numbers", seen: list[int]) -> Iterator[Line]:
    for child in parent.iterchildren():
        seen[0] += 1
        if seen[0] > _MOST_BLOCKS:
            return
        if child.tag == qn("w:p"):
            yield from _paragraph(Paragraph(child, owner), numbers)
        elif child.tag == qn("w:tbl"):
            yield from lines_of_table(_cells(Table(child, owner), numbers, seen))
        elif child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            if content is not None:
                yield from _lines(content, owner, numbers, seen)


def _cells(table: Table, numbers: "_Numbers", seen: list[int]) -> list[list[Cell]]:
    """Rows of cells, each a list of lines; a cell that spans several columns once."""
    rows: list[list[Cell]] = []
    for row in table._tbl.tr_lst:
        cells: list[Cell] = []
        for element in row.tc_lst:
            merge = element.vMerge
            if merge == "continue":
                continue
            cells.append([_text_of(line) for line in _lines(element, _Cell(element, table), numbers, seen)])
        rows.append(cells)
    return rows


def _text_of(line: Line) -> str:
    return " ".join(piece.text for piece in line)


def _paragraph(paragraph: Paragraph, numbers: "_Numbers") -> Iterator[Line]:
    """A paragraph, a line for each of its line breaks, its number in front."""
    text = _visible(paragraph._p)
    number = numbers.next(paragraph) if text.strip() else ""
    for at, line in enumerate(text.split("\n")):
        said = f"{number} {line}" if number and at == 0 else line
        if said.strip():
            yield [Piece(said)]


def _visible(element: Any) -> str:
    """The text that a reader sees: inserted words are, deleted ones are not, a footnote's number is not."""
    parts: list[str] = []
    for node in element.iter():
        tag = node.tag
        if tag in (qn("w:delText"), qn("w:instrText")):
            continue
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
    """Whether a text is hidden, struck out, in a text box's fallback, or the raised number of a note."""
    run = node.getparent()
    properties = run.find(qn("w:rPr")) if run is not None else None
    if properties is not None:
        for name in ("w:vanish", "w:strike", "w:dstrike"):
            mark = properties.find(qn(name))
            if mark is not None and mark.get(qn("w:val")) not in ("0", "false"):
                return True
        raised = properties.find(qn("w:vertAlign"))
        if raised is not None and raised.get(qn("w:val")) == "superscript" and (node.text or "").strip().isdigit():
            return True
    return any(one.tag.endswith("}Fallback") for one in node.iterancestors())


def _notes(document: Any) -> list[Line]:
    """Footnotes, behind the text."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            root = docx.oxml.parse_xml(relation.target_part.blob)
            found = []
            for note in root.iterchildren():
                text = " ".join(_visible(note).split())
                if text and note.get(qn("w:type")) is None:
                    found.append([Piece(f"{note.get(qn('w:id'))} {text}")])
            return found
    return []


class _Numbers:
    """The numbers that Word draws before the paragraphs of its lists (ECMA-376, 17.9): a count for each list and level."""

    def __init__(self, document: Any) -> None:
        self._counts: dict[tuple[str, int], int] = {}
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._styles = {style.style_id: style for style in document.styles}
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
        for one in numbering.findall(qn("w:abstractNum")):
            abstract[one.get(qn("w:abstractNumId"))] = dict(map(_level, one.findall(qn("w:lvl"))))
        for one in numbering.findall(qn("w:num")):
            reference = one.find(qn("w:abstractNumId"))
            if reference is not None:
                self._levels[one.get(qn("w:numId"))] = abstract.get(reference.get(qn("w:val")), {})

    def next(self, paragraph: Paragraph) -> str:
        """What stands before a paragraph; "" where it is in no list."""
        list_id, level = self._place(paragraph)
        known = self._levels.get(list_id or "", {}).get(level)
        if list_id is None or known is None:
            return ""
        form, pattern, start = known
        if form == "bullet":
            return "-"
        if form == "none":
            return ""
        self._counts[list_id, level] = self._counts.get((list_id, level), start - 1) + 1
        for deeper in [key for key in self._counts if key[0] == list_id and key[1] > level]:
            del self._counts[deeper]
        return _LEVEL.sub(lambda match: self._shown(list_id, int(match[1]) - 1), pattern)

    def _shown(self, list_id: str, level: int) -> str:
        form, _, start = self._levels[list_id].get(level, ("decimal", "", 1))
        return _numeral(self._counts.get((list_id, level), start), form)

    def _place(self, paragraph: Paragraph) -> tuple[str | None, int]:
        """The list and level of a paragraph, its own or its style's."""
        properties = paragraph._p.pPr
        found = properties.numPr if properties is not None else None
        style = paragraph.style
        for _ in range(8):
            if found is not None or style is None:
                break
            own = style.element.pPr
            found = own.numPr if own is not None else None
            style = style.base_style
        if found is None or found.numId is None:
            return None, 0
        level = found.ilvl.val if found.ilvl is not None else 0
        return (str(found.numId.val), level) if found.numId.val else (None, 0)


def _level(element: Any) -> tuple[int, tuple[str, str, int]]:
    def value(name: str, default: str) -> str:
        found = element.find(qn(name))
        return found.get(qn("w:val")) if found is not None and found.get(qn("w:val")) else default

    start = value("w:start", "1")
    form, pattern = value("w:numFmt", "decimal"), value("w:lvlText", "")
    return int(element.get(qn("w:ilvl"))), (form, pattern, int(start) if start.isdecimal() else 1)


def _numeral(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        text, rest = "", number % 90
        for worth, sign in ((50, "l"), (40, "xl"), *_ROMAN):
            while rest >= worth:
                text, rest = text + sign, rest - worth
        return text.upper() if form == "upperRoman" else text
    return str(number)
