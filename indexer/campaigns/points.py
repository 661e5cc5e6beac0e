"""Numbered and bulleted points of a document as lists, whatever sign each level uses.

    I. II. · A. B. · 1. 1) 1/ · 1.1. · (1) · a) b) đ) · Một là, Hai là · Thứ nhất · Nội dung 1: · - + •
A sign met before on the way down returns to its level; a new sign opens a level below; a numbering that begins again is another list. A line
in capitals is a heading, and ends what is open. A point owns the points below it and the lines that its sentence is wrapped over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from corpus.text import fold_aligned
from indexer.campaigns.wording import BLANK, NUMERALS, one_of

_INDENT = r"[ \t|>*_#]{0,8}"
_ORDINALS: Final = {**NUMERALS, "nhat": 1}
_WORDS = one_of(*_ORDINALS)
_THING = one_of("noi dung", "nhiem vu", "phan viec", "viec", "chi tieu")
_ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ALPHABETS: Final = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
_SIGNS: Final = (
    rf"(?:(?:phan|muc){BLANK})?(?P<roman>[ivx]{{1,4}})[ \t]*[.)/:\-][ \t]*[*_]{{0,2}}[ \t]*",
    r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?[ \t]+",
    r"(?P<number>\d{1,2})(?:[ \t]*[.)/][ \t]*[*_]{0,2}[ \t]*(?!\d)|[ \t]*-[ \t]+)",
    r"\((?P<bracket>\d{1,2})\)[ \t]*",
    rf"{_THING}{BLANK}(?:thu{BLANK}|so{BLANK})?(?P<named>\d{{1,2}}|{_WORDS})[ \t]*[.:\-][ \t]*",
    rf"(?:thu{BLANK}(?P<nth>{_WORDS})|(?P<word>{_WORDS}){BLANK}la)\b[ \t]*[,:\-]?[ \t]*",
    r"(?P<letter>[a-z])[.)/][ \t]+",
    "(?P<dash>[-+•*\x1a])[ \t]+",
)
_LINE_SIGN = re.compile(rf"{_INDENT}(?:" + "|".join(_SIGNS) + ")")
_INLINE_SIGN = re.compile(
    rf"(?<=[:;,.]) (?:va )?(?:\((?P<bracket>\d{{1,2}})\)|(?P<number>\d{{1,2}})[.)](?= ?[a-z])|(?P<letter>[a-z])\)|{_SIGNS[5]})[ \t]*"
)
_SENTENCE_END = re.compile(r"[.](?=\s|$)|\n")
_MAX_HEADING: Final = 120


@dataclass(slots=True, kw_only=True)
class Point:
    """One point: its words are [start, end) of the text, nested points with them. mark: its number or letter, "" for a dash."""

    start: int
    end: int
    mark: str
    label: str


@dataclass(slots=True, kw_only=True)
class PointList:
    """Points of one sign, one after the other. lead: the line right before the first. headings: what stands above, the nearest first (all folded)."""

    sign: str
    lead: str
    headings: tuple[str, ...]
    points: list[Point] = field(default_factory=list)


def find_lists(text: str) -> list[PointList]:
    """All lists of a text, nested ones too, in the order in which they begin."""
    folded = fold_aligned(text)
    found: list[PointList] = []
    path: list[PointList] = []
    heading, above, last = "", "", 0
    for start, end in _lines(text):
        said = folded[start:end].strip()
        signed = _signed(text, folded, start, end)
        if signed is not None and _place(signed, end, found, path, heading, above):
            pass
        elif signed is not None and signed.sign == "roman":
            heading = signed.label
            path.clear()
        elif _is_heading(text[start:end]):
            heading = said
            path.clear()
        elif _is_wrapped(text, last, start):
            for row in path:
                row.points[-1].end = end
        else:
            while path and path[-1].sign.startswith("dash"):
                path.pop()
        above, last = said, end
    return found


def find_inline(text: str, start: int, end: int) -> list[PointList]:
    """Lists that run on inside one paragraph (``gồm: (1) …; (2) …``, ``một là …; hai là …``) between two offsets."""
    folded = fold_aligned(text)
    found: list[PointList] = []
    for match in _INLINE_SIGN.finditer(folded, start, end):
        sign, mark = _sign(text, match)
        row = found[-1] if found and found[-1].sign == sign else None
        if row is not None and _follows(row.points[-1].mark, mark):
            row.points[-1].end = match.start()
        elif mark in ("1", "a"):
            row = PointList(sign=sign, lead=folded[max(start, match.start() - 300) : match.start()], headings=())
            found.append(row)
        else:
            continue
        stop = _SENTENCE_END.search(folded, match.end(), end)
        row.points.append(Point(start=match.end(), end=stop.end() if stop else end, mark=mark, label=""))
    return found


@dataclass(slots=True, kw_only=True)
class _Signed:
    """A line that begins with a sign."""

    start: int
    body: int
    sign: str
    mark: str
    label: str


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines that say something: (start, end), blanks at the end left out."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line) + 1


def _signed(text: str, folded: str, start: int, end: int) -> _Signed | None:
    match = _LINE_SIGN.match(folded, start, end)
    if match is None or match.end() >= end:
        return None
    sign, mark = _sign(text, match)
    return _Signed(start=start, body=match.end(), sign=sign, mark=mark, label=folded[match.end() : end].strip())


def _sign(text: str, match: re.Match[str]) -> tuple[str, str]:
    """(kind of sign, mark). A Roman figure is in capitals: ``i)`` is a letter, ``I.`` is none."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    name, value = next(iter(groups.items()))
    written = text[match.start(name) : match.end(name)]
    if name == "roman":
        if written in _ROMANS:
            return "roman", str(_ROMANS.index(written) + 1)
        name = "letter"
    if name == "letter":
        return ("capital" if written.isupper() else "letter"), written.lower()
    if name == "dash":
        return f"dash{value}", ""
    if name == "decimal":
        return f"decimal{value.count('.')}", value.split(".")[-1].lstrip("0")
    word = " ".join(value.split())
    return ("word" if name == "nth" else name), str(int(word) if word.isdigit() else _ORDINALS[word])


def _place(line: _Signed, end: int, found: list[PointList], path: list[PointList], heading: str, above: str) -> bool:
    """Put a signed line where it belongs: on the nearest open list that it continues, or as the first point of a new one; False when it fits nowhere."""
    at = next((depth for depth in range(len(path) - 1, -1, -1) if path[depth].sign == line.sign), None)
    point = Point(start=line.body, end=end, mark=line.mark, label=line.label)
    if at is not None and _follows(path[at].points[-1].mark, line.mark):
        del path[at + 1 :]
        path[at].points[-1].end = line.start
        path[at].points.append(point)
    elif line.mark in ("", "1", "a"):
        if at is not None:
            del path[at:]
        above_it = (*(row.points[-1].label for row in reversed(path)), heading)
        path.append(PointList(sign=line.sign, lead=above, headings=above_it, points=[point]))
        found.append(path[-1])
    else:
        return False
    for row in path:
        row.points[-1].end = end
    return True


def _follows(previous: str, mark: str) -> bool:
    """Whether a mark comes right after another: the next number, the next letter of either alphabet (with ``đ`` or without), a dash after a dash."""
    if not previous or not mark:
        return previous == mark
    if previous.isdigit():
        return mark.isdigit() and int(mark) == int(previous) + 1
    return any(previous + mark in alphabet for alphabet in _ALPHABETS)


def _is_heading(line: str) -> bool:
    words = line.strip(" *_#|:")
    return " " in words and len(words) <= _MAX_HEADING and words.isupper()


def _is_wrapped(text: str, last: int, start: int) -> bool:
    """Whether a line goes on with the sentence of the line before it: no blank line between, no full stop, a small letter."""
    return text[start].islower() and text[last:start] == "\n" and text[last - 1 : last] not in ".;:!?"
