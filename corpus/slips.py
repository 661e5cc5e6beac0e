"""Slips inside a document's number: what scanners and typists make of symbols, and the known symbol that stood there.

    22-CT/TVV · 62/KI-I-LMHTX · 56-KUTW     scanned; only where a known symbol comes out     `read_scanned`
    34-CT/TW2 · 193/2013/NĐ-CP1             a footnote's digits glued on                      `without_note`
    34-TC/TW · 45/KH-UNBD                   typed; stays as written, but tells what is meant  `meant_number`

BCĐ389, UBND-VP5 and QH13 keep their digits; a symbol with no known one near is a body's of its own.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from corpus.abbreviations import expand
from corpus.dates import first_day
from corpus.errors import NumberError
from corpus.kinds import InstrumentKind, has_trait, kind_letters, kinds
from corpus.numbers import DocumentNumber, parse_number, symbols
from corpus.ranks import MINISTRY
from corpus.symbols import common_symbols, is_open
from corpus.text import fold

_CONFUSED: Final = (
    ("VV", "W"), ("vv", "W"), ("I-I", "H"), ("l-l", "H"), ("l-I", "H"), ("I-l", "H"), ("1-1", "H"), ("II", "H"), ("ll", "H"), ("11", "H"),
    ("FI", "H"), ("IJ", "U"), ("LJ", "U"), ("I)", "Đ"), ("l)", "Đ"), ("0", "O"), ("0", "Đ"), ("0", "Q"), ("O", "Đ"), ("O", "Q"), ("B", "Đ"),
    ("8", "B"), ("I3", "B"), ("l3", "B"), ("13", "B"), ("1", "/"), ("l", "/"), ("I", "/"), ("|", "/"), ("1", "L"), ("I", "L"), ("l", "L"), ("U", "L/"), ("I", "T"), ("l", "T"), ("1", "T"),
    ("F", "P"), ("R", "P"), ("GP", "CP"), ("q", "g"), ("9", "g"), ("8", "g"), ("'", ""), ("_", "-"), ("~", "-"), ("=", "-"), (".", "-"),
)  # fmt: skip
"""What a scanner reads, and what stood there."""
_BESIDE: Final = frozenset("WQ WE WS WV WM TR TY TF TG TI UY UI UV UO CX CV CG CO PO PR PF PB".split())
"""Letters that stand side by side on the keyboard, or look alike: what may be mistaken in a symbol of two letters."""
_REAL: Final = frozenset(
    "ubkt ubdt ubtc ubtp hdnn hdqt hdtv hdbt hdcp hdtp vpcp vpct vpqh vptu vptw ubqg ub tt tg tv tc hu qu du cb cn dv".split()
)
"""Symbols of bodies that are within a slip of a common one and yet are none."""
_PARTS = re.compile(r"[-/ ]")
_NOTED = re.compile(r"(?P<organ>.*[^\W\d])(?P<digits>\d{1,2})$")
_NOTED_LAW = re.compile(r"(?P<organ>(?:UBTV|TV)?QH(?:1\d|[2-9]))(?P<digits>\d{1,2})$")
_SERIAL: Final = re.compile(r"0*[1-9]\d*[^\W\d_]?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")


def is_organ(symbol: str) -> bool:
    """Whether a symbol is a known body's (``UBND``, ``TTg``, ``LMHTXVN``), or a legislature's with its number (``QH13``)."""
    key = fold(symbol).replace(" ", "")
    known = symbols().get(key)
    return (known is not None and known[1] != "kind") or is_open(key) or bool(re.match(r"(?:ubtv|tv)?qh\d\d?$", key))


def is_known(number: DocumentNumber) -> bool:
    """Whether a number's kind and body are known symbols; those of units behind the body do not count."""
    organ = _PARTS.split(number.organ or "")[0]
    return is_organ(organ) and (number.letters is None or fold(number.letters) in kind_letters())


@lru_cache(maxsize=16384)
def is_sound(number: str, kind: str) -> bool:
    """Whether a number can stand for a document by itself: its body is known, and its letters are those of its kind.

    >>> is_sound("12/CT-TTg", "chi-thi"), is_sound("12/CT-TTh", "chi-thi"), is_sound("2261-KH/ĐUK", "quyet-dinh")
    (True, False, False)
    """
    parsed = parse_number(number)
    letters = kind_letters().get(fold(parsed.letters or ""), ())
    if (
        not has_serial(parsed)
        or (parsed.letters and not letters)
        or (len(parsed.letters or "") == 1 and kind not in letters)
    ):
        return False
    first = fold(_PARTS.split(parsed.organ or "")[0]).replace(" ", "")
    named = (first in _REAL and len(first) > 2) or expand(first.upper()) is not None
    if not named and not is_known(parsed):
        return False
    known = kinds()[kind]
    return not letters or kind in letters or has_trait(kind, "unlettered") or bool(set(letters) & set(known.meant))


def has_serial(number: DocumentNumber) -> bool:
    """Whether a serial is one: from 1, with a letter at most (``30a``)."""
    return _SERIAL.fullmatch(number.serial) is not None


@lru_cache(maxsize=16384)
def is_near_known(number: str) -> bool:
    """Whether a known symbol stands inside an unknown one, torn apart or within a slip of it (``25/HLMHTX``, ``25/KX-LMHTX``, ``4-NQATU``, ``KH-LMH-TXVN``, ``KH-LMTVN``)."""
    parsed = parse_number(number)
    first, *rest = _PARTS.split(parsed.organ or "")
    key, joined = (fold(text).replace(" ", "") for text in (first, first + "".join(rest)))
    bodies = tuple(known for known, (_, system) in symbols().items() if system != "kind" and len(known) > 1)
    if parsed.letters is None and key.startswith(tuple(kind_letters())) and key.endswith(bodies):
        return True
    return any(map(is_organ, rest)) or any(
        one_slip(key, known) or known in key or (rest and joined.startswith(known)) or _lacks(key, known)
        for known in bodies
        if len(known) > 2
    )


def _lacks(key: str, known: str) -> bool:
    """Whether a long symbol is another that lost one or two of its letters."""
    return len(known) > 5 and 0 < len(known) - len(key) <= 2 and is_subsequence(key, known)


def is_subsequence(letters: str, word: str) -> bool:
    """Whether letters stand in a word in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


@lru_cache(maxsize=16384)
def names_kind_alone(number: str, kind: str) -> bool:
    """``121-KH`` of a Kế hoạch: letters that say no more than the kind's word, and no body."""
    parsed = parse_number(number)
    return parsed.organ is None and parsed.letters is not None and kind in kind_letters().get(fold(parsed.letters), ())


def _reads(tail: str) -> DocumentNumber | None:
    try:
        number = parse_number(f"1/{tail}")
    except NumberError:
        return None
    return number if is_known(number) else None


@lru_cache(maxsize=8192)
def read_scanned(tail: str) -> str | None:
    """The symbols that stood in a scan where a tail (``CT/TVV``) stands now; None when it is well known, or nothing known comes out."""
    if not any(seen in tail for seen, _ in _CONFUSED) or _reads(tail):
        return None
    found: dict[str, str] = {}
    for seen, meant in _CONFUSED:
        at = tail.find(seen)
        while at >= 0:
            mended = tail[:at] + meant + tail[at + len(seen) :]
            number = None if mended[-1] in "-/" else _reads(mended)
            if number and number.letters and _PARTS.split(number.organ or "")[0] in _organs_of(tail):
                found.setdefault(str(number), mended)
            at = tail.find(seen, at + 1)
    return next(iter(found.values())) if len(found) == 1 else None


def _organs_of(tail: str) -> tuple[str, ...]:
    """The bodies that a mended tail may name: the common ones, and what the tail itself names."""
    return (*common_symbols(), *_PARTS.split(tail)[1:])


@lru_cache(maxsize=8192)
def without_note(tail: str) -> str | None:
    """A tail without a footnote's digits; None when its last digits are its own, or it has none."""
    *before, last = _PARTS.split(tail)
    law = _NOTED_LAW.match(last)
    if law:
        return tail[: law.start("digits") - len(last)] if not _is_legislature(last) else None
    match = _NOTED.match(last)
    if not match or not before or fold(before[0]) not in kind_letters() or not all(map(is_organ, before[1:])):
        return None
    key = fold(match["organ"])
    if key.startswith("bcd") or not is_organ(match["organ"]) or is_organ(last):
        return None
    return tail[: len(tail) - len(match["digits"])]


def _is_legislature(symbol: str) -> bool:
    return bool(re.search(r"QH(?:1\d|[1-9])$", symbol))


@lru_cache(maxsize=16384)
def meant_number(number: str, kind: str) -> str | None:
    """The number that a typist meant, when its symbols are no known ones but a slip away from them; None when there is no slip.

    Letters are compared with those of the document's kind, a body with the common ones (`corpus.symbols`). Where a slip leaves the body open, what is sure of the number.
    """
    try:
        parsed = parse_number(number)
    except NumberError:
        return None
    if not parsed.is_full or parsed.style == "law":
        return None
    known = kinds().get(kind)
    if parsed.year and known and known.organ:
        return _of_one_issuer(parsed, known)
    if parsed.organ is None:
        return None
    return _meant_organ(parsed, kind) if parsed.letters else _meant_letters(parsed, kind)


def _of_one_issuer(parsed: DocumentNumber, kind: InstrumentKind) -> str | None:
    """Decrees with a year are all the Government's, laws all of a legislature: any other symbol is a slip."""
    if kind.is_law or not kind.letters:
        return _head(parsed)
    proper = f"{kind.letters[0]}-{kind.organ}"
    is_proper = fold(f"{parsed.letters}-{parsed.organ}") == fold(proper)
    return None if is_proper else f"{_head(parsed)}/{proper}"


def _meant_organ(parsed: DocumentNumber, kind: str) -> str | None:
    """A body's symbol one slip away from a common one; in a circular, from any ministry's (which one is left open); a single letter is a rest."""
    first, *units = _PARTS.split(parsed.organ or "")
    key = fold(first).replace(" ", "")
    if is_organ(first) or key in _REAL:
        return None
    near = next((organ for organ in common_symbols() if _is_slip(first, organ)), None)
    if near:
        return str(parse_number(str(replace(parsed, organ="-".join([near, *units])))))
    known = kinds().get(kind)
    circular = (
        known is not None
        and known.rank == MINISTRY
        and any(one_slip(key, known) for known in symbols() if known.startswith("b"))
    )
    return f"{_head(parsed)}/{parsed.letters}" if circular or len(key) == 1 else None


def _meant_letters(parsed: DocumentNumber, kind: str) -> str | None:
    """``34-TC/TW`` of a Chỉ thị: the letters are no kind's, so that all was read as the body's symbol."""
    first, *rest = _PARTS.split(parsed.organ or "")
    if not rest and len(fold(first).strip("0123456789")) <= 1:
        return _head(parsed)
    if not rest or kind not in kinds() or is_organ(first) or has_trait(kind, "unlettered"):
        return None
    for letters in kinds()[kind].letters:
        if _is_slip(first, letters):
            try:
                return str(
                    parse_number(
                        f"{_head(parsed)}{'-' if parsed.old_dash else '/'}{letters}{'/' if parsed.old_dash else '-'}{'-'.join(rest)}"
                    )
                )
            except NumberError:
                return None
    return None


def _head(parsed: DocumentNumber) -> str:
    return f"{parsed.serial}/{parsed.year}" if parsed.year else parsed.serial


def _is_slip(written: str, known: str) -> bool:
    """Whether one letter too many, too few, another or two changed ones tell two symbols apart; of two letters, only what hands and eyes confuse."""
    a, b = fold(written).replace(" ", ""), fold(known).replace(" ", "")
    if a == b:
        return False
    if len(b) <= 3:
        return _is_short_slip(a.upper(), b.upper())
    return one_slip(a, b)


def _is_short_slip(a: str, b: str) -> bool:
    if len(a) == len(b) == 2:
        other = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return a == b[::-1] or (
            len(other) == 1 and (other[0][1] + other[0][0] in _BESIDE or other[0][0] + other[0][1] in _BESIDE)
        )
    if len(b) == 2 and len(a) == 1:
        return a in b
    if len(b) == 2:
        return len(a) == 3 and (a in (b[0] + b, b + b[1]) or (b in (a[:2], a[1:]) and not a.endswith("U")))
    return len(b) == 3 and len(a) >= 3 and a not in ("CTR", "TTR") and one_slip(a, b)


def one_slip(a: str, b: str) -> bool:
    """Whether two texts are one insertion, deletion, substitution or swap of neighbours apart (Damerau's four slips)."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[start + 1 :] == b[start + 1 :] or (
            a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
        )
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[start + 1 :] == shorter[start:]


def is_impossible_year(year: str, on: str | None = None) -> bool:
    """Whether what stands in a year's place is none (``25010``), or is later than the day on which it is written."""
    return not _YEAR.match(year) or (on is not None and int(year) > first_day(on).year)
