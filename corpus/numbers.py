"""Numbers of official documents: read however they are written, rendered as they properly stand.

Two systems live side by side. The State writes ``NN[/YYYY]/KIND-ORGAN`` (Nghị định 30/2020/NĐ-CP, Phụ lục III), laws ``NN/YYYY/QHkk``,
letters ``NN/ORGAN-UNIT``; the Party, the Youth Union and the Farmers' Union write ``NN-KIND/ORGAN`` (Hướng dẫn 36-HD/VPTW). People
mix the separators, swap the parts and lose marks; the symbols tell which system a number belongs to.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal

from corpus.errors import NumberError
from corpus.kinds import kind_letters, kinds
from corpus.signs import drop_unseen, plain_signs, settle_hyphens
from corpus.symbols import organ_symbols, symbol_of
from corpus.text import fold, fold_aligned

Style = Literal["party", "state", "law", "letter", "bare"]
MAX_NUMBER_CHARS: Final = 80

ODD_YEAR: Final = r"[12]\d{2}(?:\d{2})?(?=/[a-z]{2,5}-)"
"""A year with a digit too many or too few (``45/25010/NĐ-CP``), in folded text."""

_SERIAL = re.compile(
    r"(\d{1,6}(?:\.\d{1,3})?[a-z]?)(?:/((?:19|20) ?\d\d(?![0-9a-z])|" + ODD_YEAR + r"))?(?:([-/ ])(.+))?$"
)
_PARTS = re.compile(r"[-/ ]")
_LAW = re.compile(r"(?:pl-|nq-)?(?:qh|ubtvqh)\d{1,2}$")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_AROUND_SEPARATOR = re.compile(r"\s*([/\-&.])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """A document's number in its parts; `str` renders the proper form.

    serial: as written, with its letter (``30a``, ``05``, ``66.25``). year: inside the number only. letters: symbol of the kind.
    organ: symbol of the issuing body, with unit (``UBND-KGVX``). style: which system's separators it is rendered with.

    >>> str(parse_number("22/CT-TW")), str(parse_number("27-TW/NQ")), str(parse_number("15/2016/nd-cp"))
    ('22-CT/TW', '27-NQ/TW', '15/2016/NĐ-CP')
    """

    serial: str
    year: str | None = None
    letters: str | None = None
    organ: str | None = None
    style: Style = "bare"
    old_dash: bool = False

    def __str__(self) -> str:
        head = f"{self.serial}/{self.year}" if self.year else self.serial
        if self.letters and self.organ:
            if self.style == "party":
                return f"{head}-{self.letters}/{self.organ}"
            return f"{head}/{self.letters}-{self.organ}"
        tail = self.letters or self.organ
        if not tail:
            return head
        return f"{head}{'-' if self.old_dash else '/'}{tail}"

    @property
    def key(self) -> str:
        """Comparison key: case, marks, dashes and leading zeros do not count (``34 ct tw``)."""
        return number_key(str(self))

    @property
    def is_full(self) -> bool:
        """Whether it names the kind or the issuing body, and so is more than a serial."""
        return self.letters is not None or self.organ is not None


@lru_cache(maxsize=65536)
def number_key(number: str) -> str:
    """Comparison key of a number in any proper form: folded, leading zeros of the serial dropped.

    >>> number_key("05-CT/TW"), number_key("66.25/2026/NQ-CP")
    ('5 ct tw', '66 25 2026 nq cp')
    """
    return _LEADING_ZEROS.sub("", fold(number))


@cache
def symbols() -> Mapping[str, tuple[str, str]]:
    """Folded symbol to (symbol with its marks and case, system). Kinds' letters are among them, system ``kind``."""
    table = {key: (row.symbol, str(row.system)) for key, row in organ_symbols().items()}
    for kind in kinds().values():
        for letters in kind.letters:
            table.setdefault(fold(letters), (letters, "kind"))
    return MappingProxyType(table)


def _restore(part: str, written: str) -> str:
    """A symbol with its marks and case: from the table, else as written, in capitals when it was written small."""
    known = symbols().get(part)
    if known:
        return known[0]
    match = re.fullmatch(r"((?:ub[a-z]*)?qh|tvqh)(\d{1,2})", part)
    if match:
        return match[1].upper() + match[2]
    return written.upper() if written.islower() else written


def _system(organ_parts: list[str]) -> str | None:
    """The system of an issuing body's symbol: its first part's, or that of the longest known beginning."""
    known = symbol_of(organ_parts[0])
    return known.system if known else None


def _is_swapped(separator: str, first: str) -> bool:
    """Whether organ and kind have changed places (``27-TW/NQ``, ``582-TTg/QĐ``); in ``3595/BNN-KL`` a unit stands second."""
    system = _system([first])
    return system == "party" or (system == "state" and separator == "-")


def _split_glued(part: str, organ_known: bool) -> tuple[str, str] | None:
    """``qdttg`` to (``qd``, ``ttg``): letters of a kind run into a known organ's symbol."""
    if organ_known:
        return None
    for size in (4, 3, 2):
        letters, organ = part[:size], part[size:]
        if letters in kind_letters() and organ in symbols() and symbols()[organ][1] != "kind":
            return letters, organ
    return None


def parse_number(text: str, *, provincial: bool | None = None) -> DocumentNumber:
    """Read a number however its separators, case and marks are written.

    provincial: what ``TƯ`` means where the context tells (True: the province's committee ``TU``; else ``TW``).
    Raises NumberError when there is no serial to read.
    """
    if len(text) > MAX_NUMBER_CHARS:
        raise NumberError(f"number of {len(text)} characters: at most {MAX_NUMBER_CHARS} are read")
    plain = plain_signs(drop_unseen(settle_hyphens(text)))
    written = _AROUND_SEPARATOR.sub(r"\1", " ".join(plain.split()).strip(" .,:;"))
    written = written.replace("T.Ư", "TƯ").replace("T.W", "TW").replace("t.ư", "tư")
    folded = fold_aligned(written)
    match = _SERIAL.match(folded)
    if not match:
        raise NumberError(f"{text!r} is no document number: write it like 34-CT/TW or 12/CT-TTg")
    serial, year, separator, tail = match.groups()
    year = year.replace(" ", "") if year else None
    if tail is None:
        return DocumentNumber(serial=serial, year=year)
    cut = match.start(4)
    parts = [part for part in _PARTS.split(tail) if part]
    pieces = [piece for piece in _PARTS.split(written[cut:]) if piece]
    if not parts or len(parts) != len(pieces):
        raise NumberError(f"{text!r} is no document number: nothing stands after its serial")
    return _assemble(serial, year, separator, parts, pieces, provincial)


def _assemble(
    serial: str, year: str | None, separator: str, parts: list[str], pieces: list[str], provincial: bool | None
) -> DocumentNumber:
    """A number from the symbols behind its serial: `parts` folded, `pieces` as written."""
    if _LAW.match("-".join(parts)):
        return DocumentNumber(serial=serial, year=year, organ=_symbols_of(parts, pieces), style="law")
    letters = kind_letters()
    if len(parts) == 2 and parts[1] in letters and parts[0] not in letters and _is_swapped(separator, parts[0]):
        parts, pieces = parts[::-1], pieces[::-1]
    glued = _split_glued(parts[0], organ_known=parts[0] in symbols())
    if glued:
        parts, pieces = [*glued, *parts[1:]], [*glued, *pieces[1:]]
    if parts[0] not in letters or len(parts) == 1:
        one = _restore(parts[0], pieces[0]) if len(parts) == 1 else None
        if one and parts[0] in letters:
            return DocumentNumber(serial=serial, year=year, letters=one, style="letter", old_dash=separator == "-")
        return DocumentNumber(
            serial=serial, year=year, organ=_symbols_of(parts, pieces), style="letter", old_dash=separator == "-"
        )
    organ_parts, organ_pieces = parts[1:], pieces[1:]
    if organ_pieces[0].casefold() == "tư" and organ_parts[0] == "tu":
        organ_parts, organ_pieces = [("tu" if provincial else "tw"), *organ_parts[1:]], ["", *organ_pieces[1:]]
    system = _system(organ_parts)
    style: Style = "party" if system == "party" or (system in (None, "other") and separator in "- ") else "state"
    if separator == "-" and system == "state" and organ_parts[0] in ("bcdtw", "bcd", "mt"):
        style = "party"
    return DocumentNumber(
        serial=serial,
        year=year,
        letters=_restore(parts[0], pieces[0]),
        organ=_symbols_of(organ_parts, organ_pieces),
        style=style,
    )


def _symbols_of(parts: list[str], pieces: list[str]) -> str:
    return "-".join(_restore(part, piece) for part, piece in zip(parts, pieces, strict=True))
