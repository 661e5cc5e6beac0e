"""The head of a document in a notice's text: its own number, kind and date.

    LIÊN MINH HỢP TÁC XÃ TỈNH HẢI DƯƠNG
    Số: 45/KH-LMHTX                          <- number at the beginning of a line
    Hải Dương, ngày 06 tháng 8 năm 2018      <- place, date
    KẾ HOẠCH                                 <- kind
Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW.
"""

import re

from corpus.dates import DATE_PATTERN, iso_of
from corpus.errors import NumberError
from corpus.kinds import kind_letters, kind_words
from corpus.model import Head
from corpus.numbers import parse_number
from corpus.text import fold, fold_aligned

_LINES = 40
_NUMBER = re.compile(
    r"^[ \t|*_]*so[ \t]*[:.]?[ \t]*(\d{1,5}[a-z]?(?:/\d{4})?[ \t]*[-/][ \t]*[a-z][a-z0-9&.]*(?:[ \t]*[-/][ \t]*[a-z][a-z0-9&.]*){0,4})",
    re.MULTILINE,
)
_DATE = re.compile(rf"(?:,|^)[ \t*_]*ngay[ \t]{{0,2}}{DATE_PATTERN}", re.MULTILINE)
_MAX_HEAD = 2500


def find_head(text: str) -> Head | None:
    """The document's own number, with its kind and date, from the first lines of a text; None when it bears none."""
    head = "\n".join(text[:_MAX_HEAD].split("\n")[:_LINES])
    folded = fold_aligned(head)
    match = _NUMBER.search(folded)
    if match is None:
        return None
    try:
        number = parse_number(head[match.start(1) : match.end(1)])
    except NumberError:
        return None
    date = _DATE.search(folded)
    kind = _kind(head, match.end(), str(number.letters or ""))
    return Head(kind=kind, number=str(number), issued_on=iso_of(date) if date else None)


def _kind(head: str, after: int, letters: str) -> str:
    """The kind named by a line of its own below the number, else the one that its letters say; letters without a kind are a công văn."""
    said = kind_letters().get(fold(letters), ())
    for line in head[after:].split("\n")[1:14]:
        slug = kind_words().get(fold(line))
        if slug and (not said or slug in said):
            return slug
    return said[0] if said else "cong-van"
