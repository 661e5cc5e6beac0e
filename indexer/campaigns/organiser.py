"""Who launches a campaign, of which level, and where.

The document's head names it (``LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA`` above ``Số:``), or the clause that launches does (``Ban Chấp hành Liên minh Hợp tác xã
tỉnh … phát động``); what the notice's source says counts where the text names no other body in full.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from corpus.abbreviations import abbreviations, expand_words
from corpus.model import Level, Span
from corpus.places import Place, find_place, places_in, same_place
from corpus.text import fold, fold_aligned
from indexer.campaigns.parts import Parts
from indexer.campaigns.wording import BLANK, one_of, plain, whole

NATIONAL: Final = "Liên minh Hợp tác xã Việt Nam"
_ALLIANCE = one_of("lien minh hop tac xa", "lien minh htx", "lien minh", "lmhtx")
_BODY = re.compile(
    whole(
        rf"(?:{_ALLIANCE}|{one_of('lien hiep hop tac xa', 'lien hiep htx', 'hop tac xa', 'htx', 'quy tin dung nhan dan', 'uy ban nhan dan', 'ubnd', 'hoi nong dan', 'so nong nghiep', 'tinh doan', 'quy ho tro phat trien hop tac xa')})"
    )
)
_NUMBER_LINE = re.compile(r"^[ \t|*_]*so[ \t]*[:.]?[ \t]*(?:\d|\.\.|/)", re.MULTILINE)
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap\W+tu do\W+hanh phuc|dang cong san viet nam")
_CENTRAL = re.compile(rf"{one_of('chinh phu', 'thu tuong', 'bo', 'trung uong', 'quoc hoi')}(?![a-z])")
_KIND_OF_PLACE = re.compile(r"\b(?:tinh|thanh pho|tp)\b")
_HEAD: Final = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Organiser:
    """name: in its proper form. span: the words of the text that say so, None when only the source does. place: None for national bodies."""

    name: str
    span: Span | None
    level: Level
    place: str | None
    place_span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A body as a text names it. whole: whether the words tell which one it is, without the source's help."""

    name: str
    span: Span
    whole: bool


def find_organiser(parts: Parts) -> Organiser | None:
    """Who launches; None when neither the text nor the source tells."""
    notice = parts.notice
    named = [row for row in (_in_head(parts), _in_launch(parts)) if row]
    full = next((row for row in named if row.whole), None)
    if notice.issuer:
        other = full if full and not _same_body(full.name, notice.issuer) else None
        name = other.name if other else notice.issuer
        span = other.span if other else _mention(parts, notice.issuer) or (named[0].span if named else None)
    elif named:
        chosen = full or named[0]
        name, span = _completed(chosen, notice.place), chosen.span
    elif notice.place and (place := find_place(notice.place)):
        name, span = f"Liên minh Hợp tác xã {place.full_name}", None
        if not _BODY.search(parts.folded):
            return None
    else:
        return None
    level = level_of(name, notice.place)
    where = None if level == "national" else notice.place or _place_of(name)
    return Organiser(name=name, span=span, level=level, place=where, place_span=_place_span(parts, where))


def level_of(name: str, place: str | None) -> Level:
    """``national``, ``province`` (its alliance, committee or union) or ``unit`` (a cooperative, a union of them, a district)."""
    key = body_key(name)
    if key.endswith("viet nam") or _CENTRAL.match(key):
        return "national"
    if key.startswith("lien minh") or (key.startswith("uy ban nhan dan") and _KIND_OF_PLACE.search(key)):
        return "province"
    if key.startswith(("hop tac xa", "lien hiep", "quy tin dung", "uy ban")):
        return "unit"
    return "province" if place or _place_of(name) else "unit"


def body_key(name: str) -> str:
    """Comparison key of a body's name: folded, abbreviations written out."""
    return expand_words(fold(name))


def _same_body(a: str, b: str) -> bool:
    """Whether two names are one body's, however much of it they say."""
    first, second = (" ".join(_KIND_OF_PLACE.sub(" ", body_key(name)).split()) for name in (a, b))
    if first.startswith("lien minh hop tac xa") and second.startswith("lien minh hop tac xa"):
        here, there = ([place for _, _, place in places_in(name)] for name in (a, b))
        if here and there:
            return same_place(here[-1], there[-1])
    return first == second


def _in_head(parts: Parts) -> _Named | None:
    """The lowest body named above the document's number."""
    number = _NUMBER_LINE.search(parts.folded, 0, _HEAD)
    if number is None:
        return None
    lines = parts.folded[: number.start()]
    found = list(_BODY.finditer(_MOTTO.sub(lambda m: "\n" * len(m[0]), lines)))
    if not found:
        return None
    start = max(found[0].start(), lines.rfind("\n", 0, found[-1].start()) + 1)
    first_of_line = next(match for match in found if match.start() >= start)
    motto = _MOTTO.search(lines, first_of_line.start())
    end = motto.start() if motto else len(lines)
    return _named(parts, first_of_line.start(), end, in_lines=True)


def _in_launch(parts: Parts) -> _Named | None:
    """The body before the verb of the clause that launches."""
    if parts.launch is None or parts.sentence is None:
        return None
    floor = max(parts.sentence.start, parts.launch.start - 140)
    cut = max(parts.folded.rfind(sign, floor, parts.launch.start) for sign in (",", ";", ":", ")"))
    floor = max(floor, cut + 1)
    found = _BODY.search(parts.folded, floor, parts.launch.start)
    return _named(parts, found.start(), parts.launch.start, in_lines=False) if found else None


def _named(parts: Parts, start: int, end: int, *, in_lines: bool) -> _Named | None:
    """The body whose name begins at an offset; an alliance by its place, another by its words."""
    text, folded = parts.notice.text, parts.folded
    alliance = re.compile(_ALLIANCE).match(folded, start)
    if not in_lines or not alliance:
        stop = folded.find("\n", start, end)
        end = stop if stop > 0 else end
    while end > start and not text[end - 1].isalnum():
        end -= 1
    words = plain(text[start:end])
    if not alliance:
        return _Named(name=_mixed_case(words, text), span=Span(start=start, end=end), whole=len(words.split()) > 3)
    rest = folded[alliance.end() : end]
    nation = re.match(rf"{BLANK}viet{BLANK}nam", rest)
    if nation:
        return _Named(name=NATIONAL, span=Span(start=start, end=alliance.end() + nation.end()), whole=True)
    places = places_in(text[alliance.end() : end])
    if places and places[0][0] < 16:
        at = alliance.end() + places[0][0]
        return _Named(
            name=_alliance_of(places[0][2], text[at : alliance.end() + places[0][1]]),
            span=Span(start=start, end=alliance.end() + places[0][1]),
            whole=True,
        )
    kind = re.match(rf"{BLANK}{one_of('tinh', 'thanh pho')}(?![a-z])", rest)
    stop = alliance.end() + (kind.end() if kind else 0)
    return _Named(name=plain(text[start:stop]), span=Span(start=start, end=stop), whole=False)


def _alliance_of(place: Place, written: str) -> str:
    """A province's alliance; a name of the place that is not its present one stays as the text has it (``Thừa Thiên Huế``)."""
    if fold(written) == fold(place.name.removeprefix("TP. ")):
        return f"Liên minh Hợp tác xã {place.full_name}"
    return f"Liên minh Hợp tác xã tỉnh {plain(written).title() if written.isupper() else plain(written)}"


def _completed(named: _Named, place: str | None) -> str:
    """``Liên minh tỉnh`` with the province that the source gives."""
    known = find_place(place) if place else None
    if named.whole or known is None or not body_key(named.name).startswith("lien minh"):
        return named.name
    return f"Liên minh Hợp tác xã {known.full_name}"


def _mixed_case(words: str, text: str) -> str:
    """A name in capitals as the text writes it elsewhere, else with one capital letter."""
    if not words.isupper():
        return words
    key, folded = fold_aligned(words), fold_aligned(text)
    at = folded.find(key)
    while at >= 0:
        written = text[at : at + len(key)]
        if not written.isupper():
            return written[0].upper() + written[1:]
        at = folded.find(key, at + 1)
    return words.capitalize()


def _mention(parts: Parts, name: str) -> Span | None:
    """Where the text says a name, abbreviated or not, the first time."""
    words = [re.escape(word) for word in body_key(name).split()]
    pattern = BLANK.join(words)
    for short, full in _by_length():
        pattern = pattern.replace(full, f"(?:{full}|{short})")
    match = re.compile(whole(pattern)).search(parts.folded)
    return Span(start=match.start(), end=match.end()) if match else None


@cache
def _by_length() -> tuple[tuple[str, str], ...]:
    """Abbreviations with the patterns of their full forms, the longest first: a shorter one may stand inside."""
    rows = [(short, BLANK.join(fold(full).split())) for short, full in abbreviations().items()]
    return tuple(sorted(rows, key=lambda row: len(row[1]), reverse=True))


def _place_of(name: str) -> str | None:
    found = places_in(name)
    return found[-1][2].name if found else None


def _place_span(parts: Parts, place: str | None) -> Span | None:
    """The first mention of a place in the text."""
    known = find_place(place) if place else None
    if known is None:
        return None
    for start, end, found in places_in(parts.notice.text[:6000]):
        if found.slug == known.slug:
            return Span(start=start, end=end)
    return None
