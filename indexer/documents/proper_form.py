"""How a document is cited in another, word by word (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 6.b).

At first: kind, number, date, issuing body and summary, all of them; of laws and ordinances kind and name, and as a legal basis their date; no number.
Later: kind and number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from corpus.abbreviations import written_forms
from corpus.dates import show_date
from corpus.errors import DanChieuError
from corpus.issuers import find_issuer
from corpus.kinds import has_year_inside, is_law, is_named, kind_letters, kind_name
from corpus.laws import law_names
from corpus.levels import LEVELS
from corpus.numbers import parse_number
from corpus.places import find_place, places_in
from corpus.text import fold
from indexer.documents.sound_title import is_whole, sound_summary, tidy
from indexer.documents.target_rows import Description

BLANK: Final = "…"
_MOST_ISSUER_WORDS: Final = 16
_MEDIA: Final = ("cong thong tin", "trang thong tin", "trang tin", "bao ", "tap chi", "dai phat thanh")
"""Where a document is read, and not who issued it."""
_ROMAN = re.compile(r"[IVX]+")
_TERM = re.compile(r",? (?:khóa|khoá|nhiệm kỳ) [\w –-]+$", re.IGNORECASE)
_NO_BODY = re.compile(
    r"(?:Bộ|Sở|Ban|Cục|Vụ|Ủy ban|Hội đồng|Liên minh|Hiệp hội|Văn phòng|Tổng cục|Chi cục|Phòng)", re.IGNORECASE
)
_DEPARTMENT = re.compile(r"(?:Giám đốc |Phó Giám đốc )?Sở ", re.IGNORECASE)
"""A department of a province's committee, of which each province has one."""
_NOWHERE = re.compile(
    r"(?:\bTỉnh ủy|\bThành ủy|\bHuyện ủy|\bĐảng ủy|\bĐảng bộ|\btỉnh|\bthành phố|\bhuyện|\bquận|\bthị xã|\bphường|(?<!hợp tác) xã)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProperForm:
    """The two forms of a document, or what is missing for them (``name``, ``number``, ``issued-on``, ``issuer``, ``title``): either ``first`` and ``later``, or ``missing``."""

    first: str | None
    later: str | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundParts:
    """What a bibliography may say of a document: its name (kind and number at least), and who issued it, None where that is not sound."""

    name: str
    issuer: str | None


def sound_parts(doc: Description) -> SoundParts:
    """The sound parts of a document, each known or left out; see `proper_form`, which has all of them or none."""
    kind = str(doc["kind"])
    named = _law_name(doc) if is_law(kind) else None
    name = f"{kind_name(kind)} số {doc['number']}" if doc["number"] else kind_name(kind)
    if not is_law(kind):
        summary = sound_summary(doc["title"], kind, doc["number"])
        whole = None if doc["number"] else proper_form(doc).later
        name = whole or (f"{name} {summary}" if summary and doc["number"] else name)
    return SoundParts(name=named or name, issuer=_issuer(doc))


def proper_form(doc: Description) -> ProperForm:
    """The forms of a document (a TARGET row), when each part is known and sound; never a part of one."""
    kind, issued_on = str(doc["kind"]), str(doc["issued_on"] or "")
    if is_law(kind):
        name = _law_name(doc)
        missing = _missing({"name": name, "issued-on": len(issued_on) == 10})
        return _none(missing) if missing else ProperForm(first=f"{name} {_day_in_words(issued_on)}", later=name)
    title = str(doc["title"] or "")
    if is_named(kind) and not doc["number"]:
        named = is_whole(title) and fold(title).startswith(f"{fold(kind_name(kind))} ")
        return ProperForm(first=title, later=title) if named else _none(("name",))
    issuer, summary = _issuer(doc), sound_summary(title, kind, doc["number"])
    missing = _missing(
        {
            "number": _is_number_of(doc["number"], kind, issued_on),
            "issued-on": len(issued_on) == 10,
            "issuer": issuer,
            "title": summary,
        }
    )
    if missing:
        return _none(missing)
    later = f"{kind_name(kind)} số {doc['number']}"
    return ProperForm(first=f"{later} {_day_in_words(issued_on)} của {issuer} {summary}", later=later)


def written_form(doc: Description) -> str:
    """A citation for running text, without the summary; what is not known is left out: ``Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị``."""
    kind = kind_name(str(doc["kind"]))
    if is_law(str(doc["kind"])) and doc["title"]:
        title = str(doc["title"])
        name = title if fold(title).startswith(fold(kind) + " ") else f"{kind} {title}"
        return f"{name}{_day(doc)}"
    if not doc["number"]:
        return str(doc["title"] or kind)
    issuer = f" của {doc['issuer']}" if doc["issuer"] else ""
    return f"{kind} số {doc['number']}{_day(doc)}{issuer}"


def form_to_fill(doc: Description) -> str:
    """The full form with a clear blank for each part that is not known or not sound."""
    whole = proper_form(doc).first
    kind, issued_on = str(doc["kind"]), str(doc["issued_on"] or "")
    if whole or not doc["number"]:
        return whole or str(doc["title"] or kind_name(kind))
    day = (
        _day_in_words(issued_on) if len(issued_on) == 10 else f"ngày {BLANK} tháng {BLANK} năm {issued_on[:4] or BLANK}"
    )
    if is_law(kind):
        return f"{_law_name(doc) or f'{kind_name(kind)} {BLANK}'} {day}"
    summary = sound_summary(doc["title"], kind, doc["number"]) or f"về {BLANK}"
    return f"{kind_name(kind)} số {doc['number']} {day} của {_issuer(doc) or BLANK} {summary}"


def _none(missing: tuple[str, ...]) -> ProperForm:
    return ProperForm(first=None, later=None, missing=missing)


def _missing(parts: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(name for name, part in parts.items() if not part)


def _law_name(doc: Description) -> str | None:
    """``Luật Hợp tác xã``, with the kind in front."""
    kind, title = kind_name(str(doc["kind"])), tidy(doc["title"])
    own = title[len(kind) :].lstrip() if fold(title).startswith(fold(kind) + " ") else title
    if not own or any(char.isdigit() for char in own):
        return None
    words = [word for word in fold(own).split() if word != "va"]
    is_known = " ".join(words) in law_names(str(doc["kind"]))
    is_change = fold(own).startswith(("sua doi", "bai bo"))
    own = own[0].lower() + own[1:] if is_change else own[0].upper() + own[1:] if is_known else own
    # In small letters it is rather what somebody says of a law than its name.
    is_named_so = is_change or own[0].isupper() or own.startswith("nước ")
    named = is_known or (is_named_so and is_whole(f"{kind} {own}", least=2))
    return f"{kind} {own}" if named else None


def _is_number_of(number: str | None, kind: str, issued_on: str) -> bool:
    """Whether a number is whole, its letters stand for the kind where they stand for one, and it has its year where it must have one."""
    try:
        parsed = parse_number(number or "")
    except DanChieuError:
        return False
    letters = {slug for part in fold(number or "").split() for slug in kind_letters().get(part, ())}
    has_year = parsed.year or not has_year_inside(kind, issued_on)
    return parsed.is_full and (not letters or kind in letters) and bool(has_year)


def _issuer(doc: Description) -> str | None:
    """The body in full; None for a runaway name, letterhead's capitals, a short form, one of no place (``UBND tỉnh``), or a place alone."""
    written = _TERM.sub("", " ".join(str(doc["issuer"] or "").split()))
    known = find_issuer(written) if written else None
    if known and fold(known.name) == fold(written) and LEVELS[known.level].central:
        return known.name
    name = _of_its_place(" ".join(written_forms().get(word, word) for word in written.split()), doc["place"])
    words = name.replace("&", " ").split()
    if fold(name).startswith(_MEDIA) or _NO_BODY.fullmatch(name):
        return None
    if _DEPARTMENT.match(name) and not places_in(name):
        return None
    if not 0 < len(words) <= _MOST_ISSUER_WORDS or not name[0].isupper() or find_place(name) or _NOWHERE.search(name):
        return None
    shouted = any(len(word) > 1 and word.isupper() and not _ROMAN.fullmatch(word) for word in words)
    return None if shouted or any(char.isdigit() for char in name) else name


def _of_its_place(name: str, place: str | None) -> str:
    """``Ủy ban nhân dân tỉnh`` of a document whose province is known, with the province's name."""
    name = name.replace("Uỷ ", "Ủy ")
    found = find_place(place) if place else None
    if found and _DEPARTMENT.match(name) and not places_in(name):
        return f"{name} {found.full_name}"
    if found and name.endswith((f" {found.kind}", f" {found.kind.capitalize()}")):
        return f"{name[: -len(found.kind)]}{found.full_name}"
    if found and name.endswith("Tỉnh ủy" if found.kind == "tỉnh" else "Thành ủy"):
        return f"{name} {found.name.removeprefix('TP. ')}"
    return name


def _day_in_words(iso: str) -> str:
    """``ngày 07 tháng 4 năm 2014``: the day with two digits, the month with two below three."""
    day, month, year = show_date(iso).split("/")
    return f"ngày {day} tháng {month} năm {year}"


def _day(doc: Description) -> str:
    issued_on = str(doc["issued_on"] or "")
    if not issued_on:
        return ""
    return f" ngày {show_date(issued_on)}" if len(issued_on) == 10 else f" {show_date(issued_on)}"
