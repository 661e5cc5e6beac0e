"""Numbers as people remember them: ``chi thi 12``, ``12-ct/ttg``, ``CT 05 2016``, ``KL56``, ``luat htx 2012``, ``nghị quyết trung ương 5 khóa 9``.

What a query says is read into parts (kind, serial, symbols, date, place, other words); instruments that contradict no part are offered, those that more
parts speak for first. All namesakes are offered: one is never silently chosen, but a year, a date, a place or an issuer in the query chooses.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from corpus.abbreviations import expand
from corpus.dates import DATE_PATTERN, agree, iso_of
from corpus.issuers import find_issuer
from corpus.kinds import kind_letters, kind_words
from corpus.numbers import number_key, symbols
from corpus.places import places_in
from corpus.terms import parse_ordinal
from corpus.text import fold, fold_aligned
from indexer.engine import Query, SearchEngine
from indexer.resolution.keys import law_key

_DATE = re.compile(r"(?:ngay\s{0,2})?" + DATE_PATTERN)
_YEAR = re.compile(r"(?<![0-9/])(?:nam\s{0,2})?((?:19|20)\d\d)(?![0-9])")
_SERIAL = re.compile(r"\d{1,5}[a-z]?\Z|\d{1,4}\.\d{1,3}\Z")
_GLUED = re.compile(r"([a-z]{2,4})(\d{1,5}[a-z]?)\Z")
_PLENUM = re.compile(
    r"(?:trung uong|hoi nghi(?: trung uong)?|tw)(?: lan thu)? ([ivx]+|\d{1,2})(?: ban chap hanh trung uong)? khoa ([ivx]+|\d{1,2})\b"
)
_CONGRESS = re.compile(r"\bdai hoi\b(?! dang bo).*?\b(?:lan thu )?(?P<n>[ivx]{1,5}|\d{1,2})\b")
_NOISE: Final = frozenset("so cua ngay nam thang ve viec van ban va tinh thanh pho khoa".split())
_MAX: Final = 60
_EXTRA_ORGANS: Final = {
    "thu tuong": "ttg",
    "trung uong": "tw",
    "bo chinh tri": "tw",
    "ban bi thu": "tw",
    "tinh uy": "tu",
    "thanh uy": "tu",
    "chinh phu": "cp",
}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Instruments that a query names, best first (payloads), and whether the query chooses among them.

    chosen: ids whose citers are wanted. cited: number keys wanted besides, where the query does not choose.
    rest: words that are no part of the number.
    """

    instruments: tuple[Mapping[str, Any], ...]
    chosen: tuple[str, ...]
    cited: tuple[str, ...]
    rest: tuple[str, ...]


def read_remembered(text: str) -> Remembered | None:
    """The parts of a query; None when it speaks of no document."""
    folded = fold_aligned(text)[:300]
    found = Remembered()
    date = _DATE.search(folded)
    if date and date["day"]:
        found.date = iso_of(date)
        folded = folded[: date.start()] + " " + folded[date.end() :]
    places = places_in(text[:300]) if found.date is None else places_in(folded)
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
    words = fold(folded).split()
    plenum = _PLENUM.search(" ".join(words))
    if plenum:
        found.kind = "ket-luan" if "ket luan" in " ".join(words) else "nghi-quyet"
        found.name = f"trung uong {parse_ordinal(plenum[1])} khoa {parse_ordinal(plenum[2])}"
        return found
    return _read_words(found, words)


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
        phrase = next((p for p in _EXTRA_ORGANS if words[at : at + len(p.split())] == p.split()), None)
        if phrase:
            organs.append(_EXTRA_ORGANS[phrase])
            found.issuer = phrase
            at += len(phrase.split())
            continue
        glued = _GLUED.match(word)
        if glued and glued[1] in kind_letters() and found.serial is None:
            found.kind = found.kind or kind_letters()[glued[1]][0]
            found.serial = glued[2]
        elif _SERIAL.match(word) and found.serial is None:
            found.serial = word.lstrip("0") or word
        elif re.fullmatch(r"(?:ubtv)?qh\d{1,2}", word):
            organs.append(word)
        elif word in symbols() and (found.serial or found.kind or symbols()[word][1] != "kind"):
            system = symbols()[word][1]
            if system == "kind":
                if found.kind is None:
                    found.kind = kind_letters()[word][0]
            else:
                organs.append(word)
        elif word not in _NOISE:
            rest.append(word)
        at += 1
    found.organs = tuple(dict.fromkeys(organs))
    found.rest = tuple(rest)
    return _settle(found)


def _kind_at(words: Sequence[str], at: int) -> tuple[str | None, int]:
    for size in (4, 3, 2, 1):
        phrase = " ".join(words[at : at + size])
        if len(words) - at >= size and phrase in kind_words() and phrase not in ("lenh", "van ban"):
            return kind_words()[phrase], size
    letters = kind_letters().get(words[at], ())
    numbered = (at + 1 < len(words) and bool(_SERIAL.match(words[at + 1]))) or (
        at and bool(_SERIAL.match(words[at - 1]))
    )
    return (letters[0], 1) if letters and numbered and words[at] not in ("l", "da", "pa") else (None, 0)


def _settle(found: Remembered) -> Remembered | None:
    """Whether the parts make a document: a serial with a kind or symbol (or alone), or the name of a law."""
    if found.serial and (found.kind or found.organs or found.inner_year):
        return found
    if found.serial and not found.rest:
        return found
    if found.kind in ("luat", "bo-luat", "phap-lenh", "hien-phap", "dieu-le") and (
        found.rest or found.kind == "hien-phap"
    ):
        found.name = law_key(
            found.kind, " ".join(expanded for word in found.rest for expanded in fold(expand(word) or word).split())
        )
        return found
    return None


def name_instruments(engine: SearchEngine, text: str) -> Named | None:
    """The instruments that a query names; None when it names none that the archive knows."""
    said = read_remembered(text)
    if said is None:
        return None
    keys = _keys(said)
    results = engine.search(Query(type="instrument", keys=keys, limit=400, sort="cited", cards=True))
    payloads = [hit.payload for hit in results.hits]
    fitting = [(value, payload) for payload in payloads if (value := _fit(said, payload)) is not None]
    if not fitting:
        return None
    fitting.sort(key=lambda row: (-row[0], -_count(row[1]), str(row[1].get("issued_on") or ""), str(row[1]["id"])))
    best = fitting[0][0]
    decided = [payload for value, payload in fitting if value > best - 1.5]
    chosen = decided if best >= 2 else [payload for _, payload in fitting]
    cited: tuple[str, ...] = ()
    if best < 2:
        cited = tuple(
            dict.fromkeys(f"{p['kind']} {number_key(str(p['number']))}" for _, p in fitting if p.get("number"))
        )[:_MAX]
    return Named(
        instruments=tuple(payload for _, payload in fitting[:_MAX]),
        chosen=tuple(str(payload["id"]) for payload in chosen[:_MAX]),
        cited=cited,
        rest=said.rest if said.name is None else (),
    )


def _keys(said: Remembered) -> tuple[str, ...]:
    if said.name is not None:
        return (f"name:{said.kind}:{said.name}",)
    serial = said.serial or ""
    kinds_of = _kinds_like(said.kind)
    return tuple(f"serial:{kind} {serial}" for kind in kinds_of) if kinds_of else (f"serial:{serial}",)


def _kinds_like(kind: str | None) -> tuple[str, ...]:
    """Kinds that people mix up, or whose letters are the same (``QĐ``)."""
    if kind is None:
        return ()
    groups = (
        ("quyet-dinh", "quy-dinh"),
        ("thong-tu", "thong-tri", "thong-tu-lien-tich"),
        ("luat", "bo-luat"),
        ("cong-van", "to-trinh", "bao-cao", "thong-bao"),
    )
    return next((group for group in groups if kind in group and kind == group[0]), (kind,))


def _fit(said: Remembered, payload: Mapping[str, Any]) -> float | None:
    """How much of what was said speaks for an instrument; None when something contradicts it."""
    number = number_key(str(payload.get("number") or ""))
    words = number.split()
    value = 0.0
    if any(organ not in words for organ in said.organs) and not _organ_by_issuer(said, payload):
        return None
    issued = payload.get("issued_on")
    if said.inner_year and said.inner_year not in words:
        if str(issued or "")[:4] != said.inner_year:
            return None
        value += 2
    for wanted in (said.date, said.year):
        if wanted:
            inside = wanted[:4] in words
            match = agree(wanted, str(issued) if issued else None)
            if match is False and not (inside and wanted == said.year):
                return None
            value += 3 if match else 2 if inside else -0.5
    if said.place:
        if payload.get("place") == said.place:
            value += 3
        elif payload.get("place"):
            return None
        elif said.place not in str(payload.get("issuer") or ""):
            value -= 1
    return value + _words_fit(said, payload)


def _organ_by_issuer(said: Remembered, payload: Mapping[str, Any]) -> bool:
    """``luật … trung ương``: a body that was named in words may be the issuer though its symbol is not in the number."""
    if said.issuer is None:
        return False
    asked, has = find_issuer(said.issuer), find_issuer(str(payload.get("issuer") or ""))
    return asked is not None and has is not None and asked.slug == has.slug


def _words_fit(said: Remembered, payload: Mapping[str, Any]) -> float:
    """Other words of the query that stand in the title or the citers' titles, as pairs."""
    if not said.rest or said.name is not None:
        return 0.0
    variants = payload.get("variants") or {}
    titles = [
        str(payload.get("title") or ""),
        str(payload.get("issuer") or ""),
        *(str(row["value"]) for row in variants.get("titles", ())),
    ]
    text = " " + fold(" ".join(titles)) + " "
    pairs = [f" {a} {b} " for a, b in zip(said.rest, said.rest[1:], strict=False)] or [f" {said.rest[0]} "]
    return 2.5 * sum(pair in text for pair in pairs) / len(pairs)


def _count(payload: Mapping[str, Any]) -> int:
    return int(payload.get("cited_by_total") or 0)
