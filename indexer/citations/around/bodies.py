"""Issuing bodies as running text names them: where such a name begins, and where it ends.

    Bộ Chính trị · Ban Bí thư Trung ương Đảng · Ban Chấp hành Trung ương Đảng khóa XIII · Thủ tướng Chính phủ
    Ủy ban nhân dân tỉnh Hưng Yên · Chủ tịch UBND tỉnh Thanh Hóa · Ban Thường vụ Tỉnh ủy · Giám đốc Sở Tài chính
    Bộ Văn hóa, Thể thao và Du lịch · liên bộ: Ủy ban Dân tộc - Bộ Tài chính · Chánh Văn phòng UBND tỉnh và Giám đốc Sở Nội vụ
A name ends before the clause that follows it: UBND tỉnh | ban hành · Bộ Tài chính | về · Liên minh tỉnh | và Kế hoạch số
"""

import re
from typing import Final

from corpus.body_words import body_beginnings, capitalised_beginnings
from corpus.function_words import function_words
from corpus.kinds import kind_words
from corpus.text import fold
from indexer.citations.base.phrases import BLANK, END, ROMAN, one_of, phrase
from indexer.citations.base.view import TextView

BODY: Final = re.compile(one_of(*body_beginnings("text")) + END)
"""Beginnings of names of bodies, in folded text."""

_PARTY_CENTRE: Final = rf"(?:{BLANK}{one_of('trung uong', 'tw')}(?:{BLANK}{one_of('dang', 'doan')})?)"
_COMPLETE: Final = re.compile(
    rf"(?:{one_of('ban bi thu', 'bo chinh tri')}{_PARTY_CENTRE}?|{one_of('ban chap hanh', 'bch')}{_PARTY_CENTRE}"
    "|"
    + one_of("chinh phu", "thu tuong chinh phu", "quoc hoi", "uy ban thuong vu quoc hoi", "chu tich nuoc")
    + rf"|{phrase('hoi nghi trung uong')}(?:{BLANK}{ROMAN})?|"
    + one_of("van phong chinh phu", "hoi dong chinh phu", "hoi dong bo truong")
    + rf")(?:,?{BLANK}\(?khoa{BLANK}{ROMAN}\)?)?{END}"
)
"""Names that say all: nothing behind them belongs to them but the term."""

_WORD = re.compile(r"[a-z0-9&]+")
_GAP_STOPS: Final = frozenset('.;:()"“”*|/+\x1a')
_UNIT_WORDS: Final = frozenset("tỉnh phố huyện quận phường trấn".split())
_COMMITTEES: Final = frozenset(("uy", "doan"))
"""``Tỉnh ủy``, ``Thành đoàn``: a unit word and these are one body."""
_AFTER_COMMA: Final = re.compile(
    one_of("the thao", "vien thong", "chu nhiem", "gia dinh", "du lich", "thuong binh", "lao dong", "giao duc") + END
)
_KIND_NEXT: Final = re.compile(one_of(*kind_words()) + END)

_STOP_PHRASES: Final = (
    "ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|bổ sung|công bố|thực hiện|triển khai|thông báo|thông qua|yêu cầu|đề nghị|kèm theo|bãi bỏ"
    "|thay thế|tiếp tục|đẩy mạnh|tăng cường|điều chỉnh|xác nhận|giao|lập|thành lập|cụ thể|phát động|đồng ý|đồng thời|phối hợp|chủ trì|trình|nêu"
    "|nhưng|vẫn|song|nhiệm kỳ|mở|họp|hỗ trợ|kết luận|quyết định|nghị quyết|chỉ thị|hợp nhất|duyệt|nói|bàn|đính chính|chuẩn y|khẳng định|nhấn mạnh"
).split("|")
_ENDS: Final = re.compile(
    "(?:"
    + "|".join(r"\s{1,4}".join(words.split()) for words in [*sorted(function_words("ends_body")), *_STOP_PHRASES])
    + r")(?!\w)",
    re.IGNORECASE,
)
_ENDS_UNMARKED: Final = re.compile(
    one_of(*map(fold, (*sorted(function_words("ends_bare_body")), *_STOP_PHRASES))) + END
)
_MAX_WORDS: Final = 18
_MAX_CHARS: Final = 150


def body_end(view: TextView, start: int, limit: int) -> int | None:
    """End of the body's name that begins at `start`; None when none begins there. Nothing beyond `limit` is read."""
    head = BODY.match(view.folded, start, limit)
    if not head or not _plausible(view, head):
        return None
    complete = _COMPLETE.match(view.folded, start, limit)
    if complete:
        return complete.end()
    return _open_end(view, start, head.end(), limit)


def _plausible(view: TextView, head: re.Match[str]) -> bool:
    """One everyday syllable (``bộ``, ``sở``, ``ban``) counts only when capitalised, ``đang`` is no ``Đảng``."""
    written = view.text[head.start() : head.end()]
    if written.lower() == "đang":
        return False
    if head[0] in capitalised_beginnings():
        return written[0].isupper()
    return " " in head[0] or len(head[0]) > 6 or written[0].isupper() or view.has_small_letters


def _open_end(view: TextView, start: int, end: int, limit: int) -> int:
    """End of a name of any length: word by word up to a sign, a stop word, or a small letter after the name of a place."""
    unmarked = view.text[start : start + _MAX_CHARS].isascii()
    at, before = end, view.text[start:end].lower().split()[-1]
    placed, named = False, view.text[end + 1 : end + 2].isupper() and view.folded[start:end] in capitalised_beginnings()
    for word in list(_WORD.finditer(view.folded, end, min(limit, start + _MAX_CHARS)))[:_MAX_WORDS]:
        gap = view.folded[at : word.start()]
        small = view.text[word.start()].islower() and not view.has_small_letters
        placed = placed or before in _UNIT_WORDS
        if not gap or gap.count("\n") > 1 or not _GAP_STOPS.isdisjoint(gap.replace(":", "") if before == "bộ" else gap):
            break
        if "," in gap:
            if small or not _AFTER_COMMA.match(view.folded, word.start()):
                break
        elif word[0] == "va":
            if not _goes_on(view, word.end()):
                break
            placed = False
        elif (
            (small and placed and word[0] not in _COMMITTEES)
            or ("-" in gap and small)
            or word[0].isdigit()
            or (not (at == end and named) and _ends_name(view, word, unmarked))
        ):
            break
        at, before = word.end(), view.text[word.start() : word.end()].lower()
    return at


def _goes_on(view: TextView, at: int) -> bool:
    """Whether the name goes on behind ``và``: with a capital, and not with the next document (``và Kế hoạch số``)."""
    following = _WORD.search(view.folded, at, at + 12)
    return bool(
        following and view.text[following.start()].isupper() and not _KIND_NEXT.match(view.folded, following.start())
    )


def _ends_name(view: TextView, word: re.Match[str], unmarked: bool) -> bool:
    """Whether a word of the sentence begins here; one capitalised syllable in mixed text is of a name (``tỉnh Đồng Nai``)."""
    written = view.text[word.start() : word.end()]
    pattern = _ENDS_UNMARKED if unmarked else _ENDS
    found = pattern.match(view.folded if unmarked else view.text, word.start())
    if found and written[0].isupper() and (len(written) == 1 or not written.isupper()):
        return found.end() > word.end() and view.text[word.end() : found.end()].islower() and not unmarked
    return bool(found)
