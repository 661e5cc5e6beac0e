"""What the words around a mention say of which document it is, beyond date, issuer and title.

    Kế hoạch số 62/KH-LMHTX của một tỉnh bạn           another province's             … của tỉnh ta      the notice's own
    một Nghị quyết 20-NQ/TW khác · cùng số với         not the one just named
    Ngày 19/5, Bộ Chính trị đã ra Chỉ thị số 45        a day without its year
    Chỉ thị 15 mà Tỉnh ủy ký hồi tháng 6 năm nay       a month or year as people tell it
    Nghị quyết số 05-NQ/TU nhiệm kỳ 2020 - 2025 · … của Tỉnh ủy khóa trước
    Luật Hợp tác xã mới · có hiệu lực từ ngày 01/7/2024 · được Quốc hội khóa XIII thông qua
Marks count: ``tỉnh bạn`` is no ``tỉnh ban hành``.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from corpus.dates import DATE_PATTERN, first_day, is_iso, iso_of
from corpus.kinds import is_law
from corpus.model import Citation
from corpus.places import places_in
from corpus.terms import parse_ordinal
from corpus.text import fold_aligned

_TAIL: Final = 110
_FRONT: Final = 150
_CLAUSE_END = re.compile(r"[;:\n]|(?<!\b[tT][pP])[.!?](?=\s|$)")
"""Not at the dot of ``TP. Hà Nội``."""
_SPEAKS = re.compile(
    r"bạn\b|khác\b|của (?:tỉnh|[tT]hành phố|[tT][pP]|một)|\b(?:ta|nhà|mình|chúng)\b|năm (?:nay|ngoái|trước)|(?:khóa|khoá|nhiệm kỳ) (?:trước|20)"
    r"|hồi |(?:ban hành|ký|ra đời|thông qua) (?:vào|từ|trong|cuối|đầu|giữa|tháng|năm|20)|không phải|chẳng phải|(?:cùng|trùng) số|(?:lẫn|nhầm|biệt) (?:với|sang)|(?:bên|tỉnh|nơi|ở) (?:ấy|đó|đấy|kia)|(?:có|ra|ban hành|ký)(?: một| các| cả)? $"
)
_DAY_WRITTEN = re.compile(r"[nN]gày \d")
_SPEAKS_OF_LAW = re.compile(r"mới|cũ|hiện hành|hiệu lực|khóa|khoá")
"""One look for the words below, as most mentions have none of them."""

_GIVEN: Final = (
    r"(?:\s{0,2},?\s{0,2}\(?(?:(?:ban hanh|ky|ra)\s)?(?:vao\s)?(?:ngay|thang|nam)\s[\d/.\-]{1,10}"
    r"(?:\s(?:thang|nam)\s\d{1,4}){0,2}\)?,?)?"
)
_OWNER: Final = r"(?:tinh|thanh pho|huyen|dia phuong|don vi|noi|nganh|xa|co quan)"
_OF_OTHERS = re.compile(rf"{_GIVEN}\s{{1,2}}cua\s(?:[a-z]+\s){{0,6}}?{_OWNER}\s(?P<word>ban|khac)\b(?!\s(?:voi|nhau))")
_OF_SOME = re.compile(rf"{_GIVEN}\s{{1,2}}cua\s(?:[a-z]+\s){{0,5}}?mot\s(?:tinh|thanh pho|dia phuong|huyen)\b")
_BY_OTHERS = re.compile(
    rf"\b{_OWNER}\s(?P<word>ban|khac)(?:\s[a-z]+){{0,4}}?\s(?:ban hanh|ra|co|phe duyet)(?:\s(?:cac|ca))?\s$"
)
_OF_OURS = re.compile(
    rf"{_GIVEN}\s{{1,2}}cua\s(?:[a-z]+\s){{0,6}}?(?:tinh|thanh pho|lien minh)\s(?:ta|nha|minh|chung ta|chung toi)\b"
)
_OF_PROVINCE = re.compile(rf"{_GIVEN}\s{{1,2}}cua\s(?:tinh|thanh pho|tp\.?)\s")
_THERE = re.compile(r"\b(?:bên|tỉnh|nơi|ở) (?:ấy|đó|đấy|kia)\b")
_ISSUES = re.compile(r"\s(?:(?:cung|da|vua|moi|con|lai|thi)\s){0,2}(?:co|ra|ban hanh|ky)(?:\s(?:mot|cac|ca))?\s$")
_ANOTHER = re.compile(rf"{_GIVEN}\s{{0,2}}(?P<word>khac)\b(?!\s(?:nhau|cua))(?!\svoi)")
_SAME_NUMBER = re.compile(r"\b(?:cùng|trùng)\s+số\b", re.IGNORECASE)
_UNLIKE = re.compile(
    r"\b(?:khác(?:\s+(?:với|hẳn))?|(?:lẫn|nhầm|phân\s+biệt)\s+(?:với|sang)|(?:không|chẳng)\s+phải(?:\s+là)?)\s+$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:không|chẳng)\s+phải(?:\s+là)?\s+$", re.IGNORECASE)
_DAY: Final = r"ngay\s(?P<day>\d{1,2})(?:[/.\-]|\sthang\s)(?P<month>\d{1,2})(?![\d/\-]|\.\d|\snam)"
_DAY_BEHIND = re.compile(rf"\s{{0,2}},?\s?\(?(?:(?:duoc\s)?(?:ban hanh|ky|ra)\s)?(?:vao\s)?{_DAY}")
_DAY_IN_FRONT = re.compile(rf"\b{_DAY},?\s[^.;:\d]{{0,110}}\s(?:ban hanh|ra|ky|phe duyet|thong qua)(?:\scac)?\s$")
_TOLD = re.compile(
    r"[^.;:,\n]{0,60}?\b(?:ban hanh|(?<!nhiem )ky|ra doi|thong qua|hoi)\s(?:(?:hoi|vao|tu|trong)\s)?(?:(?:cuoi|dau|giua)\s)?"
    r"(?:thang\s(?P<month>\d{1,2})[\s/])?(?:nam\s)?(?P<year>nay|ngoai|truoc|(?:19|20)\d\d)\b(?![/\-])"
)
_MONTH_TOLD = re.compile(
    r"[^.;:,\n]{0,60}?\b(?:ban hanh|(?<!nhiem )ky|ra doi|thong qua|hoi)\s(?:(?:hoi|vao|tu|trong)\s)?(?:(?:cuoi|dau|giua)\s)?"
    r"thang\s(?P<month>\d{1,2})(?!\d|\s?[/\-.]\s?\d|\snam)"
)
_YEARS = re.compile(r"[^.;:\n]{0,70}?\bnhiem ky\s(?P<begin>20\d\d)\s?[-–]\s?(?P<end>20\d\d)")
_LAST_TERM = re.compile(r"[^.;:,\n]{0,60}?\b(?:khoa|nhiem ky) truoc\b")
_EFFECTIVE = re.compile(rf"[^.;:\n]{{0,40}}?\bco hieu luc(?:\sthi hanh)?(?:\ske)?(?:\stu)?\s(?:ngay\s)?{DATE_PATTERN}")
_AGE = re.compile(r"\s(?P<word>moi|cu|hien hanh)\b(?!\s(?:nhat la|duoc|co|chi|the))")
_NOW = re.compile(r"\b(?:[nN]ay|[gG]iờ|[hH]iện)\s$")
_AGES: Final[dict[str, Literal["new", "old", "present"]]] = {"mới": "new", "cũ": "old", "hiện hành": "present"}
_LEGISLATURE = re.compile(r"[^.;:\n]{0,40}?\bquoc hoi(?:\s[a-z]+){0,6}?\s\(?khoa\s(?P<term>[ivxl]{1,6}|\d{1,2})\b")
_FIRST_TERM: Final = 2000
_TERM_YEARS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """elsewhere: of a province or body that is not the notice's. ours: of the notice's own province. owner: the province named as
    owner (``của tỉnh Bến Tre``). another: not the document of that number that was named before; denied: it is named only to say that it is not meant. day: ``MM-DD``. told_on: year or
    month, ISO; near_on: the like, with the year left out, so that it is the last one before the notice. years: first and last year of a term of office. last_term: of the term before the present one. effective_on: when the
    law takes effect; age: the ``new``, ``old`` or ``present`` law; legislature: ordinal of the National Assembly that passed it.
    """

    elsewhere: bool = False
    ours: bool = False
    owner: str | None = None
    another: bool = False
    denied: bool = False
    day: str | None = None
    told_on: str | None = None
    near_on: str | None = None
    years: tuple[int, int] | None = None
    last_term: bool = False
    effective_on: str | None = None
    age: Literal["new", "old", "present"] | None = None
    legislature: int | None = None


NO_WORDING: Final = Wording()


def read_wording(text: str, citation: Citation, on: str | None) -> Wording:
    """The words around a mention; on: the day on which its notice speaks."""
    start, end = citation.span.start, citation.span.end
    tail = text[end : end + _TAIL]
    if citation.number is None:
        if not is_law(citation.kind) or citation.issued_on:
            return NO_WORDING
        if _SPEAKS_OF_LAW.search(tail):
            return _of_law(_CLAUSE_END.split(tail, maxsplit=1)[0])
        return Wording(age="present") if _NOW.search(text[max(0, start - 12) : start]) else NO_WORDING
    front = text[max(0, start - _FRONT) : start]
    dayless = citation.issued_on is None and (_DAY_WRITTEN.search(tail) or _DAY_WRITTEN.search(front))
    if not (dayless or _SPEAKS.search(tail) or _SPEAKS.search(front) or _SAME_NUMBER.search(citation.text)):
        return NO_WORDING
    tail, front = _CLAUSE_END.split(tail, maxsplit=1)[0], _CLAUSE_END.split(front)[-1]
    after, before = fold_aligned(tail), fold_aligned(front)
    others = (
        _THERE.search(front)
        or _says(_OF_OTHERS.match(after), tail)
        or _says(_BY_OTHERS.search(before), front)
        or _OF_SOME.match(after)
    )
    years = _own(_YEARS.match(after))
    return Wording(
        elsewhere=bool(others),
        ours=bool(_OF_OURS.match(after)),
        owner=None if others else _owner(tail, after) or _subject_place(front, before),
        another=_is_another(citation, tail, after, front),
        denied=_DENIED.search(front) is not None,
        day=None if citation.issued_on else _day(after, before),
        told_on=None if citation.issued_on else _told_on(after, on),
        near_on=None if citation.issued_on or not on else _near_on(after, before, on),
        years=(int(years["begin"]), int(years["end"])) if years else _last_years(after, on),
        last_term=_own(_LAST_TERM.match(after)) is not None,
    )


def _says(match: re.Match[str] | None, written: str) -> bool:
    """Whether the word that a folded text seems to have stands there with its marks."""
    return match is not None and written[match.start("word") : match.end("word")].lower() in ("bạn", "khác")


def _own(match: re.Match[str] | None) -> re.Match[str] | None:
    """What stands behind ``về`` speaks of the document's subject, not of the document."""
    return match if match and " ve " not in match[0] else None


def _owner(tail: str, after: str) -> str | None:
    match = _OF_PROVINCE.match(after)
    at = match.end() if match else -1
    return next((place.name for begin, _, place in places_in(tail) if begin == at), None) if match else None


def _subject_place(front: str, before: str) -> str | None:
    """``Quảng Bình cũng có |``: the province whose document it is stands as the subject."""
    if not _ISSUES.search(before):
        return None
    return next((place.name for _, end, place in places_in(front) if _ISSUES.fullmatch(before, end)), None)


def _is_another(citation: Citation, tail: str, after: str, front: str) -> bool:
    same = _SAME_NUMBER.search(citation.text) or _SAME_NUMBER.search(front[-24:])
    return bool(same or _UNLIKE.search(front) or _says(_ANOTHER.match(after), tail))


def _day(after: str, before: str) -> str | None:
    match = _DAY_BEHIND.match(after) or _DAY_IN_FRONT.search(before)
    if not match or not (1 <= int(match["day"]) <= 31 and 1 <= int(match["month"]) <= 12):
        return None
    return f"{int(match['month']):02d}-{int(match['day']):02d}"


def _near_on(after: str, before: str, on: str) -> str | None:
    """``ban hành hồi tháng 9``; ``ngày 05/8``."""
    day = _day(after, before)
    told = None if day else _own(_MONTH_TOLD.match(after))
    part = day or (f"{int(told['month']):02d}" if told and 1 <= int(told["month"]) <= 12 else None)
    if part is None:
        return None
    year = int(on[:4]) - (len(on) == 10 and part > on[5 : 5 + len(part)])
    near = f"{year}-{part}"
    return near if is_iso(near) else None


def _told_on(after: str, on: str | None) -> str | None:
    match = _own(_TOLD.match(after))
    if not match:
        return None
    year = match["year"]
    if not year.isdigit():
        if not on:
            return None
        year = str(int(on[:4]) - (year != "nay"))
    month = int(match["month"] or 0)
    return f"{year}-{month:02d}" if 1 <= month <= 12 else year


def _last_years(after: str, on: str | None) -> tuple[int, int] | None:
    """Years of the term of office before the one of the day `on`: a province's committees are elected every five years from 2000 on."""
    if not on or not _own(_LAST_TERM.match(after)):
        return None
    present = (first_day(on).year - _FIRST_TERM) // _TERM_YEARS * _TERM_YEARS + _FIRST_TERM
    return present - _TERM_YEARS, present


def _of_law(tail: str) -> Wording:
    after = fold_aligned(tail)
    effective, age, legislature = _EFFECTIVE.match(after), _AGE.match(after), _LEGISLATURE.match(after)
    return Wording(
        effective_on=iso_of(effective) if effective else None,
        age=_AGES.get(tail[age.start("word") : age.end("word")].lower()) if age else None,
        legislature=parse_ordinal(legislature["term"]) if legislature else None,
    )
