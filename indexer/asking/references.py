"""What a query says of a document: ``CT 05 2016``, ``KL56``, ``luat htx 2012``, ``nghị quyết trung ương 5 khóa 9``, read into its parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.dates import DATE_PATTERN, iso_of
from corpus.function_words import function_words
from corpus.issuers import Issuer, issuer_named
from corpus.kinds import everyday_words, has_trait, is_named, kind_letters, kind_words
from corpus.numbers import symbols
from corpus.places import places_in
from corpus.symbols import organ_symbols
from corpus.text import fold, fold_aligned
from indexer.citations.forms import congresses, plenums
from indexer.resolution.keys import congress_key, law_key, plenum_key

_DATE = re.compile(r"(?:ngay\s{0,2})?" + DATE_PATTERN)
_YEAR = re.compile(r"(?<![0-9/])(?:nam\s{0,2})?((?:19|20)\d\d)(?![0-9])")
_SERIAL = re.compile(r"\d{1,5}[a-z]?\Z|\d{1,4}\.\d{1,3}\Z")
_GLUED = re.compile(r"([a-z]{2,4})(\d{1,5}[a-z]?)\Z")
_GLUED_AFTER = re.compile(r"(\d{1,5})([a-z]{2,4})\Z")
_JOINED = re.compile(r"\b[^\W\d_]{4,12}\b")
_VIETNAM = re.compile(r"\b(lmhtx)[\s\-]{1,3}(?:vn|vi[eệ]t\s+nam)\b", re.IGNORECASE)
_CENTRE = re.compile(r"(?<!\w)[Tt]Ư(?!\w)|(?<!\w)tư(?=\s*$)")
_MONTH = re.compile(
    r"\bthang\s{0,2}(?P<a>1[0-2]|0?[1-9])(?:\s{0,2}[/\-.]\s{0,2}|\s+nam\s+|\s+)(?P<b>(?:19|20)\d\d)\b"
    r"|(?<=[\s\w]\s)(?P<c>1[0-2]|0?[1-9])\s?/\s?(?P<d>(?:19|20)\d\d)(?![0-9/\-])"
)
_TERM = re.compile(r"\b(?:trung uong|tw)\b.*\bkhoa (?:[ivxl]+|\d{1,2})\b")
_WHOLE_DATE: Final = len("2018-05-22")
_TERM_ALONE = re.compile(
    r"^((?:nghi quyet|nq|ket luan|kl)(?: so)?) (\d{1,2} khoa (?:[ivxl]+|\d{1,2}))"
    r"(?=(?: (?:cua )?(?:ban chap hanh )?(?:dang|trung uong|tw))?\Z)"
)
_LATER_NAMES: Final = (["moi"], ["cu"], ["sua", "doi"], ["hien", "hanh"])
_OTHER_CONGRESS = re.compile(r"\b(?:dang|lien minh|cong doan|nong dan|phu nu|mat tran|doan|thanh nien|toan quoc)\b")
_MOST_BODY_WORDS: Final = 12
_NOISE: Final = frozenset(map(fold, function_words("empty_in_query")))
_UNITS: Final = (["nam"], ["thang"], ["ngay"], ["dot"], ["lan"])


@dataclass(slots=True, kw_only=True)
class Remembered:
    """The parts of a query that speaks of a document. key: full number key, when it is whole; rest: words that are no part of a number."""

    kind: str | None = None
    serial: str | None = None
    organs: tuple[str, ...] = ()
    date: str | None = None
    year: str | None = None
    place: str | None = None
    issuer: str | None = None
    name: str | None = None
    inner_year: str | None = None
    rest: tuple[str, ...] = field(default=())

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a serial is said, with or without a kind."""
        more = (self.organs, self.date, self.year, self.place, self.issuer, self.name, self.inner_year)
        return self.serial is not None and not any(more)


def read_remembered(text: str) -> Remembered | None:
    """The parts of a query; None when it speaks of no document."""
    text = _VIETNAM.sub(r"\1VN", _JOINED.sub(_parted, _CENTRE.sub("TW", text[:300])))
    folded = fold_aligned(text)
    found = _named_session(folded)
    if found is not None:
        return found
    found = Remembered()
    date = _DATE.search(folded)
    month = None if date and _is_whole(date, folded) else _month_of(folded)
    if date and date["day"] and month is None:
        found.date = iso_of(date)
        folded = _blank(folded, date)
    elif month:
        found.date = f"{month['b'] or month['d']}-{int(month['a'] or month['c']):02d}"
        folded = _blank(folded, month)
    places = places_in(text) if len(text) == len(folded) else []
    if places:
        found.place = places[-1][2].name
        start, end, _ = places[-1]
        folded = folded[:start] + " " * (end - start) + folded[end:]
    inner = re.search(r"(\d{1,5}[a-z]?)\s?/\s?((?:19|20)\d\d)(?![0-9])", folded)
    if inner:
        found.inner_year = inner[2]
        folded = folded[: inner.start(2)] + folded[inner.end(2) :]
    else:
        year = next((m for m in _YEAR.finditer(folded) if not _is_serial(folded, m)), None)
        if year:
            found.year = year[1]
            folded = folded[: year.start()] + " " + folded[year.end() :]
    return _read_words(found, fold(folded).split())


def _parted(match: re.Match[str]) -> str:
    """Letters of a kind that run into a body's symbol, parted (``cttw``, ``qđubnd``); a symbol of its own stays (``ttcp``)."""
    word, key = match[0], fold(match[0])
    if key in symbols():
        return word
    sizes = [size for size in (4, 3, 2) if key[:size] in kind_letters() and key[size:] in organ_symbols()]
    return f"{word[: sizes[0]]} {word[sizes[0] :]}" if sizes else word


def _is_whole(date: re.Match[str], folded: str) -> bool:
    """Whether a date with its day is meant: in ``chỉ thị 12 tháng 4 năm 2019`` twelve may be the number, in ``số 12 ngày 25 tháng 4`` it is."""
    return bool(date["day"]) and (
        date[0].startswith("ngay") or "thang" not in date[0] or bool(re.search(r"\d", folded[: date.start()]))
    )


def _month_of(folded: str) -> re.Match[str] | None:
    """The month that a query says; in ``chỉ thị 12/2018``, right after the kind and with no other figure, twelve is the number."""
    month = _MONTH.search(folded)
    if month and month["c"] and not re.search(r"\d", folded[: month.start()] + folded[month.end() :]):
        words = fold(folded[: month.start()]).removesuffix(" so").split()
        if words[-1:] and (
            words[-1] in kind_letters() or any(" ".join(words[-n:]) in kind_words() for n in (1, 2, 3, 4))
        ):
            return None
    return month


def _blank(folded: str, match: re.Match[str]) -> str:
    """A text without what was read, every other character in its place."""
    return folded[: match.start()] + " " * (match.end() - match.start()) + folded[match.end() :]


def _named_session(folded: str) -> Remembered | None:
    """A resolution known by its plenum or congress."""
    words = _TERM_ALONE.sub(r"\1 trung uong \2", re.sub(r"\btw(?=\d)", "tw ", fold(folded)))
    if _TERM.search(words):
        name = plenum_key(words)
        kind = plenums.CONCLUSION if "ket luan" in words else plenums.RESOLUTION
        return Remembered(kind=kind, name=name) if "?" not in name else None
    if "dai hoi" in words and words.startswith(("nghi quyet", "nq ", "dai hoi")):
        name, place = congress_key(words if _OTHER_CONGRESS.search(words) else f"{words} cua dang", None)
        return Remembered(kind=congresses.KIND, name=name, place=place) if name[-1].isdigit() else None
    return None


def _is_serial(folded: str, match: re.Match[str]) -> bool:
    """``2261/QĐ-TTg`` is a serial even where it looks like a year."""
    return folded.startswith(("/", "-"), match.end())


def _read_words(found: Remembered, words: list[str]) -> Remembered | None:
    rest: list[str] = []
    organs: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        kind, used = _kind_at(words, at)
        if kind and (found.kind is None or kind == found.kind):
            if found.kind is None:
                found.kind = kind
            at += used
            continue
        # A body in the name of a law or charter is of the name: luật tổ chức chính phủ, điều lệ lmhtxvn.
        named = found.kind is not None and is_named(found.kind)
        body, used = (None, 0) if named else _body_at(words, at)
        if body:
            organs.append(fold(body.symbols[0]))
            found.issuer = body.name
            at += used
            continue
        glued, after = _GLUED.match(word), _GLUED_AFTER.match(word)
        if glued and glued[1] in kind_letters() and found.serial is None:
            found.kind = found.kind or kind_letters()[glued[1]][0]
            found.serial = glued[2]
        elif after and after[2] in kind_letters() and found.serial is None:
            found.kind = found.kind or kind_letters()[after[2]][0]
            found.serial = after[1]
        elif after and symbols().get(after[2], ("", "kind"))[1] != "kind" and found.serial is None:
            found.serial = after[1]
            organs.append(after[2])
        elif _SERIAL.match(word) and found.serial is None and words[at + 1 : at + 2] not in _UNITS:
            found.serial = word.lstrip("0") or word
        elif re.fullmatch(r"(?:ubtv)?qh\d{1,2}", word):
            organs.append(word)
        elif named and found.serial is None and word in organ_symbols():
            rest.append(word)
        elif word in symbols() and (found.serial or found.kind or symbols()[word][1] != "kind"):
            system = symbols()[word][1]
            if system == "kind":
                if found.kind is None:
                    found.kind = kind_letters()[word][0]
            else:
                organs.append(word)
        elif word not in _NOISE or (word == "nam" and rest[-1:] == ["viet"]):
            rest.append(word)
        at += 1
    found.organs = tuple(dict.fromkeys(organs))
    found.rest = tuple(rest)
    return _settle(found)


def _kind_at(words: Sequence[str], at: int) -> tuple[str | None, int]:
    for size in (4, 3, 2, 1):
        phrase = " ".join(words[at : at + size])
        if len(words) - at >= size and phrase in kind_words() and phrase not in everyday_words():
            return kind_words()[phrase], size
    letters = kind_letters().get(words[at], ())
    following = at + 2 if words[at + 1 : at + 2] == ["so"] else at + 1
    numbered = (following < len(words) and bool(_SERIAL.match(words[following]))) or (
        at and bool(_SERIAL.match(words[at - 1]))
    )
    return (letters[0], 1) if letters and numbered and words[at] not in everyday_words() else (None, 0)


def _body_at(words: Sequence[str], at: int) -> tuple[Issuer | None, int]:
    """The registry's body that is named in words here, and in how many; one word names none."""
    for size in range(min(_MOST_BODY_WORDS, len(words) - at), 1, -1):
        body = issuer_named(" ".join(words[at : at + size]))
        if body is not None and body.symbols:
            return body, size
    return None, 0


def _settle(found: Remembered) -> Remembered | None:
    """Whether the parts make a document: a serial with a kind or symbol (or alone), a kind with a date, or the name of a law."""
    if found.serial and (found.kind or found.organs or found.inner_year):
        return found
    if found.serial and not found.rest:
        return found
    if found.kind and found.serial is None and len(found.date or "") == _WHOLE_DATE and not found.rest:
        return found
    if found.kind and is_named(found.kind) and (found.rest or has_trait(found.kind, "single")):
        named = list(found.rest)
        for later in _LATER_NAMES:
            if len(named) > len(later) and named[-len(later) :] == later:
                del named[-len(later) :]
        found.name = law_key(found.kind, " ".join(named))
        return found
    return None
