"""The query language of the search box: ours, so that every engine gets the same meaning.

    "hợp tác xã kiểu mới"      a phrase             -dừa                 without a word
    chè OR cà phê              one of them          nơi:"Nghệ An"        place (noi:, place:)
    năm:2018  năm:2018-2020    year or years        loại:ke-hoach        kind (loai:, kind:)
    cơ-quan:"Bộ Chính trị"     issuer (issuer:)     từ:1/8/2018 đến:2019 dates as people write them
    dẫn:34-CT/TW               notices that cite it (dan:, cites:)
A query that is not well formed is answered with what was understood, and a note.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from corpus.dates import find_dates, is_iso
from corpus.kinds import kind_letters, kind_words, kinds
from corpus.places import find_place
from corpus.text import fold, fold_aligned, normalise_line

MAX_CHARS: Final = 500
_MAX_PIECES: Final = 60
_FIELDS: Final = {
    "noi": "place",
    "place": "place",
    "tinh": "place",
    "nam": "year",
    "year": "year",
    "loai": "kind",
    "kind": "kind",
    "coquan": "issuer",
    "issuer": "issuer",
    "tu": "from",
    "from": "from",
    "den": "to",
    "to": "to",
    "dan": "cites",
    "cites": "cites",
    "trang": "site",
    "site": "site",
}
_PIECE = re.compile(
    r"(?P<minus>-)?(?:(?P<field>[^\W\d_]+(?:[ \-][^\W\d_]+)?)\s?:\s?)?(?:[\"“”](?P<quoted>[^\"“”]*)[\"“”]?|(?P<word>[^\s\"“”]+))",
    re.UNICODE,
)
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?\Z")


@dataclass(slots=True, kw_only=True)
class ParsedQuery:
    """What was understood. text: free words. notes: what was not, in Vietnamese. cites: numbers as typed after ``dẫn:``."""

    text: str = ""
    phrases: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    any_of: list[tuple[str, ...]] = field(default_factory=list)
    filters: dict[str, list[str]] = field(default_factory=dict)
    cites: list[str] = field(default_factory=list)
    date_from: str | None = None
    date_to: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        asked = (
            self.text,
            self.phrases,
            self.without,
            self.any_of,
            self.filters,
            self.cites,
            self.date_from,
            self.date_to,
        )
        return not any(asked)


def parse_query(text: str) -> ParsedQuery:
    """Understand a query as far as it goes; never raises."""
    parsed = ParsedQuery()
    line = normalise_line(text[: MAX_CHARS * 4])
    if len(line) > MAX_CHARS:
        line = line[:MAX_CHARS]
        parsed.notes.append(f"Câu tìm dài quá {MAX_CHARS} ký tự: chỉ phần đầu được dùng.")
    if sum(line.count(mark) for mark in '"“”') % 2:
        parsed.notes.append("Dấu ngoặc kép chưa đóng: phần sau dấu được hiểu là một cụm từ.")
    words: list[str] = []
    pieces = list(_PIECE.finditer(line))
    if len(pieces) > _MAX_PIECES:
        parsed.notes.append(f"Câu tìm có quá {_MAX_PIECES} phần: phần thừa được bỏ qua.")
    either: list[str] | None = None
    for match in pieces[:_MAX_PIECES]:
        value = match["quoted"] if match["quoted"] is not None else match["word"] or ""
        if match["field"] and _take_field(parsed, match["field"], value):
            continue
        value = value if match["field"] is None else f"{match['field']}:{value}"
        if value == "OR" and words:
            either = [*(either or [words.pop()])]
            continue
        if not fold(value):
            continue
        if match["minus"]:
            parsed.without.append(value)
        elif either is not None:
            parsed.any_of.append((*either, value))
            words.extend((*either, value))
            either = None
        elif match["quoted"] is not None:
            parsed.phrases.append(value)
            words.append(value)
        else:
            words.append(value)
    if either:
        words.extend(either)
        parsed.notes.append("Sau OR chưa có từ nào: OR được bỏ qua.")
    parsed.text = " ".join(words)
    return parsed


def _take_field(parsed: ParsedQuery, name: str, value: str) -> bool:
    """Use ``field:value``; False when the field is not one of ours, and the words are plain words."""
    key = _FIELDS.get(fold(name).replace(" ", ""))
    if key is None:
        return False
    value = value.strip(" ,.")
    if not value:
        parsed.notes.append(f"Sau “{name}:” chưa có giá trị: phần này được bỏ qua.")
        return True
    if key == "cites":
        parsed.cites.append(value)
    elif key in ("from", "to"):
        _take_date(parsed, key, name, value)
    elif key == "year":
        _take_years(parsed, name, value)
    else:
        parsed.filters.setdefault(key, []).append(_settled(key, value))
    return True


def _settled(key: str, value: str) -> str:
    """A value as the index keeps it: a place's name, a kind's slug."""
    if key == "place":
        place = find_place(value)
        return place.name if place else value
    if key == "kind":
        folded = fold(value)
        if folded.replace(" ", "-") in kinds():
            return folded.replace(" ", "-")
        return kind_words().get(folded) or next(iter(kind_letters().get(folded, ())), value)
    return value


def _take_years(parsed: ParsedQuery, name: str, value: str) -> None:
    match = _YEARS.match(value)
    if match is None:
        parsed.notes.append(f"“{name}:{value}” không phải là năm: viết như năm:2018 hoặc năm:2018-2020.")
        return
    parsed.date_from, parsed.date_to = match[1], match[2] or match[1]


def _take_date(parsed: ParsedQuery, key: str, name: str, value: str) -> None:
    dates = find_dates(fold_aligned(value))
    iso = dates[0].iso if dates else value if is_iso(value) else None
    month = re.fullmatch(r"(\d{1,2})[/\-.]((?:19|20)\d\d)", value)
    if iso is None and month and 1 <= int(month[1]) <= 12:
        iso = f"{month[2]}-{int(month[1]):02d}"
    if iso is None:
        parsed.notes.append(f"“{name}:{value}” không phải là ngày: viết như 22/5/2018, 5/2018 hoặc 2018.")
    elif key == "from":
        parsed.date_from = iso
    else:
        parsed.date_to = iso
