"""Tasks of precedents made ready for a draft: dates and figures of another year as blanks, phrases cut off inside ended where they last ended."""

import re
from typing import Final

from corpus.function_words import function_words
from corpus.text import fold
from indexer.citations.find import find_citations

BLANK: Final = "…"
_DIGIT: Final = "hai|ba|bốn|năm|sáu|bảy|tám|chín"
_TENS: Final = rf"(?:(?:{_DIGIT}) mươi|mười)(?: (?:một|mốt|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?"
_COUNTED: Final = (
    "hợp tác xã|tổ hợp tác|liên hiệp|công trình|mô hình|thành viên|lớp|cuộc|bài|sản phẩm|điểm bán|cá nhân|tập thể"
)
_FIGURE = re.compile(
    r"(?<![\w/(.-])(?:\d+(?:[.,/:-]\d+)*(?:h\d{0,2})?)(?![\w/)])|(?<=quý )[IVX]{1,3}(?:/\d{4})?\b"
    rf"|\b{_TENS}\b|\b(?:{_DIGIT}) (?:trăm|nghìn|ngàn|triệu|tỷ)\b|\b(?:{_DIGIT.replace('năm|', '')})(?= (?:{_COUNTED})\b)",
    re.IGNORECASE,
)
"""Dates and counts; not the figure of a name (``COVID-19``), of a version (``4.0``), of a point (``(1)``)."""
_ITS_DAY = re.compile(r",? ngày (?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})")
_VERSION = re.compile(r"\d\.0")
_ENDS = re.compile(r"[.;!?](?=\s|$)")
_OPEN_ENDS: Final = frozenset(map(fold, function_words("ends_open_task")))


def task_to_fill(task: str) -> str:
    """A task with ``…`` for what belongs to another year; numbers, names and dates of cited documents stay.

    >>> task_to_fill("Lập mới 10 hợp tác xã trước ngày 30/9/2018 theo Nghị quyết số 20-NQ/TW; tổ chức, bao gồm:")
    'Lập mới … hợp tác xã trước ngày … theo Nghị quyết số 20-NQ/TW.'
    """
    whole = _whole(" ".join(task.split()))
    kept = [_with_its_day(whole, citation.span.start, citation.span.end) for citation in find_citations(whole)]
    pieces, at = [], 0
    for match in _FIGURE.finditer(whole):
        if _VERSION.fullmatch(match[0]) or any(start <= match.start() < end for start, end in kept):
            continue
        pieces.append(whole[at : match.start()])
        at = match.end()
    return BLANK.join([*pieces, whole[at:]])


def _with_its_day(task: str, start: int, end: int) -> tuple[int, int]:
    """A citation's span with the document's own date behind it, which no new round changes."""
    day = _ITS_DAY.match(task, end)
    return start, day.end() if day else end


def _whole(task: str) -> str:
    """A task without the phrase that breaks off at its end; one that is nothing else ends in a blank."""
    words = task.lstrip(" ,;:.–-+*•")
    bare = words.rstrip(' ,:–-(“"')
    if not _breaks_off(words, bare):
        return words.rstrip()
    ends = [match.start() for match in _ENDS.finditer(bare[:-1])]
    return f"{bare[: ends[-1]]}." if ends else f"{bare.removesuffix('…').rstrip(' .')} {BLANK}"


def _breaks_off(words: str, bare: str) -> bool:
    if words.rstrip() != bare or bare.endswith(("…", "..")):
        return True
    last = fold(bare).split()[-1:] if bare[-1:].isalpha() else []
    return (bool(set(last) & _OPEN_ENDS) and bare.split()[-1].islower()) or bare.count("(") > bare.count(")")
