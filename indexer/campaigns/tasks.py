"""Numbered tasks of a launch, in full; nested ones belong to the task above them."""

import re

from corpus.model import Span
from corpus.text import fold_aligned

_NUMBERED = re.compile(r"^[ \t]*(\d{1,2})[.)/-][ \t]*(?!\d)", re.MULTILINE)
_ALPHABET = "abcdđeghik"
_LETTERED = re.compile(rf"^[ \t]*([{_ALPHABET}])[.)][ \t]+", re.MULTILINE)
_WORDED = re.compile(
    r"^[ \t]*(?:(mot|hai|ba|bon|nam|sau|bay|tam) la\b[ ,:]*|thu (nhat|hai|ba|tu|nam|sau|bay|tam)\b[ ,:]*)", re.MULTILINE
)
_DASHED = re.compile(r"^[ \t]*[-+•–*][ \t]+", re.MULTILINE)
_ENDS = re.compile(
    r"\n[ \t]*\n|\n(?=[ \t]*(?:thoi gian|dot thi dua|ve thoi gian|to chuc thuc hien|kinh phi|khen thuong|noi nhan|tm\.))"
)
_ORDER = {word: at for at, word in enumerate(("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam"), start=1)}
_ORDER |= {"nhat": 1, "tu": 4}


def find_tasks(text: str) -> list[Span]:
    """Spans of the tasks: the longest run 1, 2, 3 … of one style of numbering; nested points stay inside their task."""
    folded = fold_aligned(text)
    views = ((_NUMBERED, folded), (_LETTERED, text), (_WORDED, folded))
    runs = [run for pattern, view in views for run in _runs(view, pattern)]
    best = max(runs, key=len, default=[])
    if len(best) < 2:
        return []
    return [_task(folded, start, best[at + 1][0] if at + 1 < len(best) else None) for at, (start, _) in enumerate(best)]


def _runs(view: str, pattern: re.Pattern[str]) -> list[list[tuple[int, int]]]:
    """Runs of items numbered one after the other, as (start of the text, value)."""
    runs: list[list[tuple[int, int]]] = []
    for match in pattern.finditer(view):
        value = _value(match)
        if runs and value == runs[-1][-1][1] + 1:
            runs[-1].append((match.end(), value))
        elif value == 1:
            runs.append([(match.end(), 1)])
    return runs


def _value(match: re.Match[str]) -> int:
    found = next(group for group in match.groups() if group)
    if found.isdigit():
        return int(found)
    return _ORDER[found] if found in _ORDER else _ALPHABET.index(found) + 1


def _task(folded: str, start: int, following: int | None) -> Span:
    """One task from its first word to its end: the next task, a blank line, or a paragraph of another subject."""
    limit = following if following is not None else len(folded)
    if following is not None:
        limit = folded.rfind("\n", start, following)
        limit = limit if limit > start else following
    else:
        end = _ENDS.search(folded, start)
        line = folded.find("\n", start)
        nested = line >= 0 and (_LETTERED.match(folded, line + 1) or _DASHED.match(folded, line + 1))
        limit = end.start() if end and nested else (line if line >= 0 else limit)
    while limit > start and folded[limit - 1].isspace():
        limit -= 1
    return Span(start=start, end=limit)
