"""What a browser shows in front of a list's items: ``1. ``, ``a) ``, ``II. ``, ``- ``, or nothing (HTML, 4.4.5 to 4.4.8; CSS Lists 3)."""

import re
from typing import Final

from bs4 import Tag

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z\- ]{1,80})")
_STYLES: Final = {
    "decimal": "1",
    "decimal-leading-zero": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
    "disc": "-",
    "circle": "-",
    "square": "-",
}
_ROMAN: Final = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NUMBER = re.compile(r"\s*([+-]?\d{1,5})\s*$")
_LETTERS: Final = 26


class Ordinals:
    """Counts the items of the lists of one block, asked of in their order."""

    def __init__(self) -> None:
        self._next: dict[int, int] = {}

    def marker(self, item: Tag) -> str:
        """What stands in front of an item, with the blank behind it."""
        parent = item.parent
        if parent is None or parent.name not in ("ol", "ul", "menu"):
            return "- "
        step = -1 if parent.get("reversed") is not None else 1
        number = _number(item.get("value")) if parent.name == "ol" else None
        if number is None:
            number = self._next.get(id(parent))
        if number is None:
            number = _first(parent, step)
        self._next[id(parent)] = number + step
        return _shown(_style(item, parent), number)


def _first(parent: Tag, step: int) -> int:
    start = _number(parent.get("start"))
    return start if start is not None else 1 if step > 0 else len(parent.find_all("li", recursive=False))


def _number(value: object) -> int | None:
    match = _NUMBER.match(str(value)) if value is not None else None
    return int(match[1]) if match else None


def _style(item: Tag, parent: Tag) -> str:
    """``1``, ``a``, ``A``, ``i``, ``I``, ``-`` or nothing; a style counts over a type, the item's over the list's."""
    for tag in (item, parent):
        match = _STYLE.search(str(tag.get("style") or "").lower())
        for word in match[1].split() if match else ():
            if word in _STYLES:
                return _STYLES[word]
        kind = str(tag.get("type") or "")
        if kind in ("1", "a", "A", "i", "I"):
            return kind
        if kind.lower() in ("disc", "circle", "square", "none"):
            return _STYLES[kind.lower()]
    return "1" if parent.name == "ol" else "-"


def _shown(style: str, number: int) -> str:
    if style in ("", "-"):
        return "- " if style else ""
    if style in ("a", "A") and 1 <= number <= _LETTERS:
        return f"{chr(ord(style) + number - 1)}) "
    if style in ("i", "I") and 1 <= number < 400:
        roman = _roman(number)
        return f"{roman if style == 'I' else roman.lower()}. "
    return f"{number}. "


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        found += letters * count
    return found
