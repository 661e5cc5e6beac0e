"""The numbers that Word draws before the paragraphs of a DOCX's lists (ECMA-376, 17.9): they stand nowhere in its text."""

import re
from dataclasses import dataclass
from typing import Any, Final

from docx.oxml.ns import qn

_LEVEL = re.compile(r"%(\d)")
_ROMAN: Final = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_STYLES: Final = 8
"""Of styles that each stand on another."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: the form of its numbers, what stands around them (``%1.%2.``), where it begins."""

    form: str
    pattern: str
    start: int


class Numbering:
    """A count for each list and level of a document. document: of python-docx."""

    def __init__(self, document: Any) -> None:
        self._counts: dict[tuple[str, int], int] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._styles = {style.style_id: style.element for style in document.styles}
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return  # a document without lists
        abstract = {
            one.get(qn("w:abstractNumId")): dict(map(_level, one.findall(qn("w:lvl"))))
            for one in numbering.findall(qn("w:abstractNum"))
        }
        for one in numbering.findall(qn("w:num")):
            self._levels[one.get(qn("w:numId"))] = abstract.get(_value(one, "w:abstractNumId"), {})

    def next(self, paragraph: Any) -> str:
        """What stands before a paragraph (``w:p``), which is counted; "" where it is in no list."""
        list_id, level = self._place(paragraph)
        known = self._levels.get(list_id, {}).get(level)
        if known is None or known.form == "none":
            return ""
        if known.form == "bullet":
            return "-"
        self._counts[list_id, level] = self._counts.get((list_id, level), known.start - 1) + 1
        for deeper in [key for key in self._counts if key[0] == list_id and key[1] > level]:
            del self._counts[deeper]
        return _LEVEL.sub(lambda match: self._shown(list_id, int(match[1]) - 1), known.pattern)

    def _shown(self, list_id: str, level: int) -> str:
        known = self._levels[list_id].get(level, _Level("decimal", "", 1))
        return _numeral(self._counts.get((list_id, level), known.start), known.form)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and level of a paragraph, its own or its style's; ("", 0) where it is in none."""
        properties = paragraph.find(qn("w:pPr"))
        found = properties.find(qn("w:numPr")) if properties is not None else None
        style = self._styles.get(_value(properties, "w:pStyle"))
        for _ in range(_MOST_STYLES):
            if found is not None or style is None:
                break
            found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            style = self._styles.get(_value(style, "w:basedOn"))
        list_id, level = _value(found, "w:numId"), _value(found, "w:ilvl")
        return ("" if list_id == "0" else list_id), int(level) if level.isdecimal() else 0


def _value(parent: Any, name: str) -> str:
    """What a property says; "" where it is missing."""
    found = parent.find(qn(name)) if parent is not None else None
    return (found.get(qn("w:val")) or "") if found is not None else ""


def _level(element: Any) -> tuple[int, _Level]:
    start = _value(element, "w:start")
    form = _value(element, "w:numFmt") or "decimal"
    return int(element.get(qn("w:ilvl"))), _Level(
        form, _value(element, "w:lvlText"), int(start) if start.isdecimal() else 1
    )


def _numeral(number: int, form: str) -> str:
    """A number in one of Word's forms.

    >>> _numeral(3, "lowerLetter"), _numeral(14, "upperRoman"), _numeral(7, "decimal")
    ('c', 'XIV', '7')
    """
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        text, rest = "", number % 90
        for worth, sign in _ROMAN:
            while rest >= worth:
                text, rest = text + sign, rest - worth
        return text.upper() if form == "upperRoman" else text
    return str(number)
