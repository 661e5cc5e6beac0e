"""Names of places inside the names of documents: ``tỉnh | Quảng Ninh``, ``thành phố | Hồ Chí Minh``, ``TỈNH | LÂM ĐỒNG``."""

import re
from typing import Final

from indexer.citations.base.view import TextView

_WORD = re.compile(r"[ \n*]{1,3}([^\W\d_]+(?:[ ]-[ ](?=[^\W\d_]))?)")
_NOT_PLACES: Final = frozenset("nghị chỉ kết kế quyết đại nhiệm lần khóa khoá về và của".split())
_MAX_WORDS: Final = 5


def place_end(view: TextView, at: int) -> tuple[int, bool]:
    """End of the place's name at `at`, up to five capitalised words, and whether there is one."""
    end = at
    for _ in range(_MAX_WORDS):
        match = _WORD.match(view.text, end)
        if not match or not match[1][0].isupper() or match[1].strip(" -").lower() in _NOT_PLACES:
            break
        end = match.end(1)
    return end, end > at
