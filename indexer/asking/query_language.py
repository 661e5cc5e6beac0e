"""The query language of the search box: ours, so that every engine gets the same meaning.

    "hợp tác xã kiểu mới"      a phrase             -dừa  -"chè xanh"    without a word or phrase
    chè OR cà phê              one of the words     nơi:Nghệ An          place (noi:, tỉnh:, place:)
    năm:2018  năm:2018-2020    year or years        loại:kế hoạch        kind (loai:, kind:)
    cơ quan:"Bộ Chính trị"     issuer (issuer:)     từ:1/8/2018 đến:2019 dates as people write them (from:, to:)
    dẫn:34-CT/TW               notices that cite it (dan:, cites:)       trang:lmhtx.example  site (site:)
    điều:5  điều:5-7           and of it that article (dieu:, article:); of any document where none is named

A value of several words needs no quotes where the field knows it (a place, a kind, a body, a date in words). With marks typed, a phrase and a
word that is excluded mean just these marks. A query that is not well formed is answered with what was understood, and notes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from corpus.dates import find_dates, is_iso
from corpus.issuers import find_issuer
from corpus.kinds import kind_letters, kind_words, kinds
from corpus.model import Reason
from corpus.places import find_place
from corpus.text import fold, fold_aligned, normalise_line
from indexer.engine.segmentation import segment

MAX_CHARS: Final = 500
_MAX_PIECES: Final = 60
_MAX_VALUE_PIECES: Final = 8
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
    "dieu": "article",
    "article": "article",
    "trang": "site",
    "site": "site",
}
_FIELD_NAME = r"c[ơo][ \-]?quan|[^\W\d_]+"
_PIECE = re.compile(
    rf"(?P<minus>-)?(?:(?P<field>{_FIELD_NAME})\s?:\s?)?(?:[\"“”](?P<quoted>[^\"“”]*)[\"“”]?|(?P<word>[^\s\"“”]+))?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s?(?:[-–—]|\.{2,3}|đến|tới)\s?((?:19|20)\d\d))?\Z")
_ARTICLES = re.compile(r"(?:điều\s)?(\d{1,3})([a-zđ]?)(?:\s?(?:[-–—]|đến|tới)\s?(\d{1,3}))?\Z", re.IGNORECASE)
_MAX_ARTICLES: Final = 60
_MONTH = re.compile(r"(\d{1,2})[/\-.]((?:19|20)\d\d)\Z")


@dataclass(slots=True, kw_only=True)
class ParsedQuery:
    """What was understood. text: free words. notes: what was not. cites: numbers as typed after ``dẫn:``. articles: of ``điều:``."""

    text: str = ""
    phrases: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    any_of: list[tuple[str, ...]] = field(default_factory=list)
    filters: dict[str, list[str]] = field(default_factory=dict)
    cites: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    date_from: str | None = None
    date_to: str | None = None
    notes: list[Reason] = field(default_factory=list)

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
            self.articles,
            self.date_from,
            self.date_to,
        )
        return not any(asked)

    def note(self, code: str, **values: str | int) -> None:
        """Add a note: what the query did not say well."""
        self.notes.append(Reason.of(code, **values))


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece of a query: ``-``, ``field:``, and a value, which may stand in quotes."""

    minus: bool
    field: str | None
    value: str
    is_quoted: bool

    @property
    def is_or(self) -> bool:
        return self.value == "OR" and not (self.minus or self.field or self.is_quoted)

    @property
    def is_plain(self) -> bool:
        return not (self.minus or self.field or self.is_quoted or self.is_or)


def parse_query(text: str) -> ParsedQuery:
    """Understand a query as far as it goes; never raises."""
    parsed = ParsedQuery()
    line = normalise_line(text[: MAX_CHARS * 4])
    if len(line) > MAX_CHARS:
        line = line[:MAX_CHARS]
        parsed.note("query-too-long", n=MAX_CHARS)
    if sum(line.count(mark) for mark in '"“”') % 2:
        parsed.note("quotation-open")
    pieces = [_piece(match) for match in _PIECE.finditer(line) if match[0]]
    if len(pieces) > _MAX_PIECES:
        parsed.note("query-too-many-parts", n=_MAX_PIECES)
    _read(parsed, pieces[:_MAX_PIECES])
    return parsed


def _piece(match: re.Match[str]) -> _Piece:
    name, quoted = match["field"], match["quoted"]
    value = quoted if quoted is not None else match["word"] or ""
    if name and _key_of(name) is None:
        return _Piece(bool(match["minus"]), None, f"{name}:{value}", False)
    return _Piece(bool(match["minus"]), name, value, quoted is not None)


def _key_of(name: str) -> str | None:
    return _FIELDS.get(fold(name).replace(" ", ""))


def _read(parsed: ParsedQuery, pieces: Sequence[_Piece]) -> None:
    words: list[str] = []
    either: list[str] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.field:
            at += 1 + _take_field(parsed, piece, pieces[at + 1 :])
            continue
        if piece.is_or:
            if words and not either:
                either = [_last_word(parsed, words)]
            at += 1
            continue
        used = 1
        if not fold(piece.value):
            pass
        elif piece.minus:
            parsed.without.append(piece.value)
        elif either:
            value, used = (piece.value, 1) if piece.is_quoted else _first_word(pieces[at:])
            either.append(value)
            if not any(one.is_or for one in pieces[at + used : at + used + 1]):
                parsed.any_of.append(tuple(either))
                words.extend(either)
                either = []
        else:
            if piece.is_quoted:
                parsed.phrases.append(piece.value)
            words.append(piece.value)
        at += used
    if len(either) == 1:
        parsed.note("or-without-word")
    elif either:
        parsed.any_of.append(tuple(either))
    words.extend(either)
    parsed.text = " ".join(words)


def _first_word(pieces: Sequence[_Piece]) -> tuple[str, int]:
    """The Vietnamese word that plain pieces begin with, and how many pieces it takes: ``cà phê | Sơn La``."""
    plain = list(takewhile(lambda piece: piece.is_plain, pieces[:_MAX_VALUE_PIECES]))
    word = segment(" ".join(piece.value for piece in plain))[0]
    return word, min(len(word.split()), len(plain))


def _last_word(parsed: ParsedQuery, words: list[str]) -> str:
    """The phrase or Vietnamese word that the query so far ends with; it is taken off, since it may now be missing."""
    if parsed.phrases and parsed.phrases[-1] == words[-1]:
        parsed.phrases.pop()
        return words.pop()
    word = segment(" ".join(words[-_MAX_VALUE_PIECES:]))[-1]
    del words[-len(word.split()) :]
    return word


def _take_field(parsed: ParsedQuery, piece: _Piece, following: Sequence[_Piece]) -> int:
    """Use ``field:value``, with as many of the plain words behind it as the field understands; gives how many."""
    name = piece.field or ""
    key = _key_of(name) or ""
    value, used = piece.value.strip(" ,."), 0
    if not value:
        parsed.note("field-without-value", name=name)
        return 0
    if piece.minus:
        parsed.note("minus-before-field", name=name)
        return 0
    if not piece.is_quoted:
        value, used = _longest_known(key, value, following)
    if key == "cites":
        parsed.cites.append(value)
    elif key in ("from", "to"):
        _take_date(parsed, key, name, value)
    elif key == "year":
        _take_years(parsed, name, value)
    elif key == "article":
        _take_articles(parsed, name, value)
    else:
        parsed.filters.setdefault(key, []).append(_settled(key, value))
    return used


def _longest_known(key: str, value: str, following: Sequence[_Piece]) -> tuple[str, int]:
    """A value together with the most plain words behind it that make a value the field knows, and how many those are."""
    best, used, joined = value, 0, value
    for count, piece in enumerate(following[:_MAX_VALUE_PIECES], start=1):
        if not piece.is_plain:
            break
        joined = f"{joined} {piece.value}"
        if _is_known(key, joined):
            best, used = joined, count
    return best, used


def _is_known(key: str, value: str) -> bool:
    """Whether a text of several words is one value of a field."""
    if key == "place":
        return find_place(value) is not None
    if key == "kind":
        return fold(value) in kind_words()
    if key == "issuer":
        return find_issuer(value) is not None
    if key in ("from", "to"):
        return _date_of(value) is not None
    if key == "article":
        return _ARTICLES.match(value) is not None
    if key == "year":
        return _YEARS.match(value) is not None
    return key == "cites" and value[-1].isdigit() and not any(char.isdigit() for char in value.rsplit(" ", 1)[0])


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
        parsed.note("no-year", name=name, value=value)
        return
    parsed.date_from, parsed.date_to = match[1], match[2] or match[1]


def _take_articles(parsed: ParsedQuery, name: str, value: str) -> None:
    """``5``, ``12a``, ``5-7``; of a range of more than 60 the first 60."""
    match = _ARTICLES.match(value)
    first, last = (int(match[1]), int(match[3] or match[1])) if match else (1, 0)
    if match is None or last < first:
        parsed.note("no-article", name=name, value=value)
    elif match[2]:
        parsed.articles.append(f"{first}{match[2].lower()}")
    else:
        parsed.articles.extend(str(one) for one in range(first, min(last, first + _MAX_ARTICLES - 1) + 1))


def _take_date(parsed: ParsedQuery, key: str, name: str, value: str) -> None:
    iso = _date_of(value)
    if iso is None:
        parsed.note("no-date", name=name, value=value)
    elif key == "from":
        parsed.date_from = iso
    else:
        parsed.date_to = iso


def _date_of(value: str) -> str | None:
    """The ISO date that a whole value is: ``22/5/2018``, ``tháng 5 năm 2018``, ``5/2018``, ``2018-05``."""
    if is_iso(value):
        return value
    month = _MONTH.match(value)
    if month and 1 <= int(month[1]) <= 12:
        return f"{month[2]}-{int(month[1]):02d}"
    folded = fold_aligned(value)
    return next((date.iso for date in find_dates(folded) if not folded[date.end :].strip()), None)
