"""Names of places inside the names of documents: ``tỉnh | Quảng Ninh``, ``thành phố | Hồ Chí Minh``, ``TỈNH | LÂM ĐỒNG``, ``tỉnh | Bà Rịa - Vũng Tàu``."""

import re
from typing import Final

from corpus.places import places_in
from indexer.citations.base.view import TextView

_WORD = re.compile(r"[ \n*]{1,3}([^\W\d_]+)")
_NOT_PLACES: Final = frozenset("nghị chỉ kết kế quyết đại nhiệm lần khóa khoá về và của".split())
_MAX_WORDS: Final = 5
_DASHED_REACH: Final = 40


def place_end(view: TextView, at: int) -> tuple[int, bool]:
    """End of the place's name at `at`, a province's with its dash or up to five capitalised words, and whether there is one."""
    end = _dashed_end(view.text[at : at + _DASHED_REACH]) + at
    if end > at:
        return end, True
    for _ in range(_MAX_WORDS):
        match = _WORD.match(view.text, end)
        if not match or not match[1][0].isupper() or match[1].lower() in _NOT_PLACES:
            break
        end = match.end(1)
    return end, end > at


def _dashed_end(text: str) -> int:
    """End of a province's name with a dash that the text begins with; 0 when none does: another dash ends the name."""
    if "-" not in text:
        return 0
    return next((end for start, end, _ in places_in(text) if "-" in text[:end] and not text[:start].strip(" \n*")), 0)
