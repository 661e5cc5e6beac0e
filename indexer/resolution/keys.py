"""Under which keys a mention is filed: what can be the same document shares a bucket.

A bucket holds one kind and one serial (``chi-thi 34``), so that short forms meet the full numbers they may mean; documents known by name
have buckets of their own (``luat @hop tac xa``, ``nghi-quyet @dai hoi dang 12``).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.abbreviations import expand_words
from corpus.dates import first_day
from corpus.errors import NumberError
from corpus.issuers import find_issuer, unit_named
from corpus.kinds import without_kind
from corpus.levels import LEVELS
from corpus.model import Citation, Notice
from corpus.numbers import number_key, parse_number
from corpus.places import find_place, places_in
from corpus.slips import is_impossible_year, meant_number, names_kind_alone, one_slip
from corpus.symbols import is_local_symbol, is_unit_symbol
from corpus.terms import parse_ordinal, party_term_on
from corpus.text import fold

_LETTERHEAD: Final = 300
_PROVINCE_WORD = re.compile(r"\b(?:tinh|thanh pho|tp)\b")
_CENTRAL_WORDS = re.compile(r"\b(viet nam|trung uong|tw|chinh phu|quoc hoi|bo chinh tri|ban bi thu|thu tuong)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionKeys:
    """bucket: where candidates are looked up. number: comparison key, None by name. full: the number names kind or body.
    place: name of the province that the mention belongs to, None when central or not known; place_said: the mention itself says so, and
    not only its notice. unit: district or commune that the issuer names, folded. local: every province has such numbers, or the issuer's name
    says that a province's body is meant. meant: comparison key of the number that a slip of letters hides; odd_year: the number's year is none, or
    later than the notice. A number with either proves no document.
    """

    bucket: str
    number: str | None
    full: bool
    local: bool
    place: str | None
    place_said: bool = False
    unit: str | None = None
    meant: str | None = None
    odd_year: bool = False

    @property
    def is_slip(self) -> bool:
        """Whether the number as written is no document's."""
        return self.meant is not None or self.odd_year

    def hides(self, other: str) -> bool:
        """Whether a known number (its comparison key) is what the slip hides."""
        if not self.odd_year:
            return other == self.meant or other.startswith(f"{self.meant} ")
        ours, theirs = (self.meant or self.number or "").split(), other.split()
        return ours[:1] + ours[2:] == theirs[:1] + theirs[2:] and len(ours) > 2 and one_slip(ours[1], theirs[1])


@lru_cache(maxsize=65536)
def is_local(number: str) -> bool:
    """Whether a number is one that every province (district, commune) uses: ``15-CT/TU``, ``45/KH-LMHTX``."""
    try:
        parsed = parse_number(number)
    except NumberError:
        return False
    organ = fold(parsed.organ or "").split()
    return bool(organ) and is_local_symbol(organ[0])


def is_unit_number(key: str) -> bool:
    """Whether a number (its comparison key) is of a body below the province: a district's or commune's Party committee."""
    return is_unit_symbol(key.rpartition(" ")[2])


@lru_cache(maxsize=65536)
def is_full(number: str) -> bool:
    """Whether a number says more than serial and year."""
    try:
        return parse_number(number).is_full
    except NumberError:
        return False


@lru_cache(maxsize=65536)
def place_named(issuer: str | None) -> str | None:
    """The province that an issuer's name gives (``Ban Thường vụ Tỉnh ủy Nghệ An``)."""
    if not issuer:
        return None
    found = places_in(issuer)
    return found[-1][2].name if found else None


def is_central(issuer: str | None) -> bool:
    """Whether an issuer's name says that it is a national body."""
    return bool(issuer and _CENTRAL_WORDS.search(fold(issuer)))


def number_bucket(kind: str, number: str) -> str:
    """The bucket of a numbered document: kind and serial."""
    return f"{kind} {number_key(number).split()[0]}"


def keys_of(citation: Citation, home: str | None, on: str | None = None) -> MentionKeys:
    """How a citation is filed; home: the province of the notice that it stands in, on: the notice's day."""
    if citation.number is None:
        return _name_keys(citation, home, on)
    number = citation.number
    full = is_full(number) and not names_kind_alone(number, citation.kind)
    meant = meant_number(number, citation.kind) if full else None
    local = is_local(meant or number) if full else _is_local_body(citation.issuer)
    said = place_named(citation.issuer) if local else None
    place = said
    if said is None and (local or not full) and not is_central(citation.issuer):
        place = place_name(home)
    return MentionKeys(
        bucket=number_bucket(citation.kind, number),
        number=number_key(number),
        full=full,
        local=local,
        place=place,
        place_said=said is not None,
        unit=unit_named(citation.issuer) if local else None,
        meant=number_key(meant) if meant else None,
        odd_year=full and _has_odd_year(number, on),
    )


@lru_cache(maxsize=65536)
def _has_odd_year(number: str, on: str | None) -> bool:
    year = parse_number(number).year
    return year is not None and is_impossible_year(year, on)


def _is_local_body(issuer: str | None) -> bool:
    body = find_issuer(issuer) if issuer and not is_central(issuer) else None
    return body is not None and LEVELS[body.level].local


def place_name(place: str | None) -> str | None:
    """A province's name as `corpus.places` writes it; as it stands when it is not known."""
    known = find_place(place) if place else None
    return known.name if known else place


def home_of(notice: Notice) -> str | None:
    """The province that a notice speaks from: its own field, else its issuer's name, else the letterhead above its number."""
    if notice.place or is_central(notice.issuer):
        return place_name(notice.place)
    named = place_named(notice.issuer)
    if named or notice.head is None:
        return named
    letterhead = notice.text[:_LETTERHEAD].partition("Số:")[0].split("\n")
    return next(
        (place_named(line) for line in letterhead if _PROVINCE_WORD.search(fold(line)) and place_named(line)), None
    )


def _name_keys(citation: Citation, home: str | None, on: str | None) -> MentionKeys:
    name = citation.name or citation.text
    if citation.form == "congress":
        body, place = congress_key(name, home)
    elif citation.form == "plenum":
        body, place = plenum_key(name, on), None
    else:
        body, place = law_key(citation.kind, name), None
    return MentionKeys(bucket=f"{citation.kind} @{body}", number=None, full=False, local=place is not None, place=place)


def name_in(bucket: str) -> str | None:
    """The identifying name of a bucket of documents that are known by name; None for a number's."""
    _, at, name = bucket.partition("@")
    return name if at else None


def law_key(kind: str, name: str) -> str:
    """A law's name without the kind's word, year and abbreviations: ``hop tac xa``."""
    return expand_words(re.sub(r"\s(?:nam )?(?:19|20)\d\d$", "", without_kind(fold(name)))) or kind


def plenum_key(name: str, on: str | None = None) -> str:
    """``Nghị quyết Trung ương 5 khóa IX`` and its longer forms: ``trung uong 5 khoa 9``.

    A term that is left out is that of the day `on`; ? when neither tells it.
    """
    key = fold(name).replace("t u ", "trung uong ").replace(" tw ", " trung uong ")
    term = re.search(r"khoa ([ivxl]+|\d+)", key)
    rest = re.sub(r"khoa (?:[ivxl]+|\d+)", "", key)
    ordinal = None
    for match in re.finditer(r"\b(?=(?:lan thu|thu|trung uong|hoi nghi) ([ivxl]+|\d+|[a-z]+)\b)", rest):
        ordinal = ordinal or parse_ordinal(match[1])
    present = party_term_on(first_day(on)) if on else None
    of_term = parse_ordinal(term[1]) if term else (present.ordinal if present else None)
    return f"trung uong {ordinal or '?'} khoa {of_term or '?'}"


def congress_key(name: str, home: str | None) -> tuple[str, str | None]:
    """(key, province): which congress of which body; the ordinal is ? when the text leaves it out, and all that leave it out are one document."""
    key = fold(name)
    ordinal = None
    found = re.search(r"(?:lan thu|thu) ([ivxl]+|\d+|[a-z]+(?: [a-z]+)?)\b", key) or re.search(
        r"dai hoi ([ivxl]+|\d+)\b", key
    )
    if found:
        ordinal = parse_ordinal(found[1]) or parse_ordinal(found[1].split()[0])
    place = place_named(name)
    if "lien minh" in key:
        if place is None and "viet nam" not in key:
            place = place_name(home)
        return f"dai hoi lien minh htx {ordinal or '?'}", place
    if "dang bo" in key:
        if place is None and re.search(r"dang bo (?:tinh|thanh pho)\b", key):
            place = place_name(home)
        if place is None:
            return re.sub(r"^nghi quyet ", "", key), place_name(home)
        return f"dai hoi dang bo {ordinal or '?'}", place
    if re.search(r"\bdang\b|toan quoc", key) and not re.search(
        r"cong doan|nong dan|phu nu|mat tran|doan tncs|thanh nien", key
    ):
        return f"dai hoi dang {ordinal or '?'}", None
    return re.sub(r"^nghi quyet ", "", key), place
