"""Page numbers and footers that stand within a citation: a line of its own where the sentence has not ended.

    56-⏎Trang 2/6⏎KL/TW        98/2018/⏎⏎- 3 -⏎⏎NĐ-CP        ngày 21⏎⏎4⏎⏎tháng 5 năm 2018        Nghị định số⏎⏎5⏎⏎107/2017/NĐ-CP
Not: the items of a list, the cells of a table (a bare number counts only between two parts of one number, date or name)
"""

import re
from collections.abc import Iterator
from typing import Final

from corpus.kinds import kind_words
from corpus.text import fold

_MARKED: Final = (
    r"[-–—]{1,2}[ \t]{0,3}\d{1,4}[ \t]{0,3}[-–—]{1,2}|(?:[Tt]rang|TRANG|[Pp]age)[ \t:]{1,3}\d{1,4}(?:[ \t]{0,2}(?:/|trên|of)[ \t]{0,2}\d{1,4})?"
    r"|\[\d{1,4}\]|\d{1,3}[ \t]{0,2}/[ \t]{0,2}\d{1,3}"
)
_LINE = re.compile(rf"\n\s{{0,8}}(?:(?P<marked>{_MARKED})|(?P<plain>\d{{1,3}}))[ \t]{{0,4}}\r?\n\s{{0,8}}(?=\S)")
_OPEN = re.compile(
    r"(?:(?P<number>\d[/-]|[/-][A-ZĐ][\wĐ]{0,11}[/-])|(?P<so>\bsố[ :]{0,2})|(?P<on>ngày)|(?P<day>ngày[ ]\d{1,2})|(?P<month>tháng[ ]\d{1,2})"
    r"|(?P<unit>tháng|năm)|(?P<of>của)|(?P<symbols>[/-][A-ZĐ][\wĐ]{1,11})|(?P<date>\d{4}))[ \t]{0,4}$"
)
_GOES_ON: Final = {
    "number": re.compile(r"[A-ZĐ]{2}|(?:19|20)\d\d/"),
    "so": re.compile(r"\d{1,5}[a-z]?[ ]?[-/]"),
    "on": re.compile(r"\d{1,2}(?:[/.-]|[ ]tháng)"),
    "day": re.compile(r"tháng\b"),
    "month": re.compile(r"năm\b"),
    "unit": re.compile(r"\d{1,4}\b(?![/.)])"),
    "of": re.compile(r"[A-ZĐỦ]\w"),
    "symbols": re.compile(r"(?:ngày|của)\b"),
    "date": re.compile(r"của\b"),
}
_NAME_OPEN = re.compile(r"(?:của|do)\s{1,3}[A-ZĐỦ][^.;:()\n]{1,60}$")
_NAME_GOES_ON = re.compile(
    "(?:Chính phủ|Chính trị|Bí thư|[Nn]hân dân|Trung ương|[Tt]ỉnh|[Tt]hành phố|Nhà nước|Việt Nam|[Bb]an|Đảng)(?!\\w)"
)
"""How names of bodies go on; a page's number may stand before it."""
_KIND_BEFORE: Final = 24
_NUMBER_NEXT = re.compile(r"số\b")
_SMALL_NEXT = re.compile(r"[^\W\d_]")
_BACK: Final = 40
_LONG_BACK: Final = 80


def page_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Changes (start, end, text) that leave page lines out of a composed text."""
    text, at = text.replace("\f", "\n"), 0
    while match := _LINE.search(text, at):
        start, end = match.start(), match.end()
        while start > at and text[start - 1] in " \t\r\n":
            start -= 1
        if _is_inside(text, start, end, marked=match["marked"] is not None):
            yield start, end, "\n"
            at = end
        else:
            at = match.end("marked") if match["marked"] else match.end("plain")


def _is_inside(text: str, start: int, end: int, *, marked: bool) -> bool:
    """Whether what stands before and after a page line is one number, date, name or (where the line says that it is one) sentence."""
    before = text[max(0, start - _BACK) : start]
    opened = _OPEN.search(before)
    if opened and opened.lastgroup and _GOES_ON[opened.lastgroup].match(text, end):
        return True
    if _NAME_GOES_ON.match(text, end) and _NAME_OPEN.search(text[max(0, start - _LONG_BACK) : start]):
        return True
    if _NUMBER_NEXT.match(text, end):
        return any(fold(before[-_KIND_BEFORE:]).endswith(word) for word in kind_words())
    small = _SMALL_NEXT.match(text, end)
    return bool(marked and small and small[0].islower() and before and before[-1].isalnum())
