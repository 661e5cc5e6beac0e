"""The kind word in front of a number, found by reading backwards.

Blanks do not count while reading, so that words that were torn apart (``Quy ế t định``), glued (``Nghịđịnh số155``) or broken over a
line are read like any other.

    Chỉ thị số | 34-CT/TW          các Nghị định số | 193/2013/NĐ-CP       NĐ | 113/2024/NĐ-CP
    Kết luận của Ban Bí thư số | 78-KL/TW                                 Luật Hợp tác xã (số | 23/2012/QH13
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from corpus.kinds import kind_shorts, kind_words
from indexer.citations.base.view import TextView

_MAX_BACK: Final = 44
_QUALIFIERS: Final = "hanhdong phoihop liennganh lientich lienso chuyende hoatoc khan chidao thanhtra congtac tongthe tongket cabiet ketluan lamviec hoatdong".split()
"""Words between kind and number that change nothing: ``Kế hoạch hành động số``, ``Công văn hỏa tốc số``, ``Kết luận thanh tra số``."""
_BLANKS = " \n*"
_TO_SO: Final = "tu"
"""``từ`` before the first number of a range: ``các Nghị quyết từ số | 10 đến số 14/NQ-HĐND``."""
_PLURALS: Final = ("cac", "nhung", "hai", "ba", "bon", "02", "03", "04", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class Head:
    """start: where the mention begins (kind word, else ``số``, else the number). kind: None when no kind word is there."""

    start: int
    kind: str | None
    has_so: bool
    colon: bool
    plural: bool
    short: bool = False


@cache
def _compact_kinds() -> tuple[dict[str, str], tuple[int, ...]]:
    table = {words.replace(" ", ""): slug for words, slug in kind_words().items()}
    table |= {
        word + qualifier: table[word]
        for word in list(table)
        for qualifier in _QUALIFIERS
        if word + qualifier not in table
    }
    return table, tuple(sorted({len(word) for word in table}, reverse=True))


def read_head(view: TextView, number_start: int) -> Head:
    """What stands directly before a number that begins at `number_start`."""
    letters, places, colon = _letters_before(view.folded, number_start)
    compact = "".join(reversed(letters))
    has_so = compact.endswith(("so", "co")) and _is_so(view, places)
    cut = len(compact) - 2 if has_so else len(compact)
    kind, size = _longest_kind(compact[:cut])
    if kind is None and has_so and compact[:cut].endswith(_TO_SO):
        cut -= len(_TO_SO)
        kind, size = _longest_kind(compact[:cut])
    if kind is not None:
        start = places[len(compact) - 1 - (cut - size)]
        if _begins_word(view, start) and (has_so or not _only_inside_word(view, start, number_start)):
            return Head(start, kind, has_so, colon, _is_plural(view.folded, start))
    if not colon or has_so:
        found = _short_head(view, places, compact[:cut], len(compact))
        if found:
            return Head(found[0], found[1], has_so, colon, _is_plural(view.folded, found[0]), short=True)
    start = places[1] if has_so else number_start
    return Head(start, None, has_so, colon, plural=False)


def _letters_before(folded: str, number_start: int) -> tuple[list[str], list[int], bool]:
    """The letters before a number, last first, where each stands, and whether a colon (``số:``) closes them."""
    letters: list[str] = []
    places: list[int] = []
    colon, breaks = False, 0
    for at in range(number_start - 1, max(0, number_start - _MAX_BACK) - 1, -1):
        char = folded[at]
        if char in _BLANKS:
            breaks += char == "\n"
            if breaks > 1:
                break
        elif char in ":." and not letters and not colon:
            colon = True
        elif char.isalpha() and char.isascii():
            letters.append(char)
            places.append(at)
        else:
            break
    return letters, places, colon


def _longest_kind(compact: str) -> tuple[str | None, int]:
    table, sizes = _compact_kinds()
    for size in sizes:
        if len(compact) >= size and compact[-size:] in table:
            return table[compact[-size:]], size
    return None, 0


def _is_so(view: TextView, places: list[int]) -> bool:
    """Whether the last two letters are the word ``số`` (``CỐ`` is how scanned capitals read)."""
    if view.folded[places[1]] == "c":
        word = view.text[places[1]] + view.text[places[0]]
        return word in ("CỐ", "Cố", "CO") and places[0] - places[1] == 1
    end = places[0] + 1
    return end >= len(view.folded) or not view.folded[end].isalpha()


def _begins_word(view: TextView, start: int) -> bool:
    before = view.folded[start - 1] if start else " "
    return not (before.isascii() and before.isalnum()) or view.text[start].isupper()


def _only_inside_word(view: TextView, start: int, number_start: int) -> bool:
    """Whether kind word and number run together with no blank (``luan56`` as part of a code)."""
    return number_start > start and view.folded[number_start - 1].isalpha() and view.text[start].islower()


def _is_plural(folded: str, start: int) -> bool:
    before = folded[max(0, start - 8) : start].split()
    return bool(before) and before[-1] in _PLURALS


def _short_head(view: TextView, places: list[int], compact: str, total: int) -> tuple[int, str] | None:
    """An abbreviation in capitals right before the number: ``NĐ``, ``QĐ số``, ``TTLT``."""
    shorts = kind_shorts()
    for size in (4, 3, 2):
        if len(compact) < size:
            continue
        last = total - len(compact)
        first = last + size - 1
        start, end = places[first], places[last]
        if end - start != size - 1 or not _begins_token(view.folded, start):
            continue
        word = view.text[start : end + 1].replace("Ð", "Đ")
        if word in shorts:
            return start, shorts[word]
    return None


def _begins_token(folded: str, start: int) -> bool:
    return start == 0 or not (folded[start - 1].isascii() and folded[start - 1].isalnum())
