"""The occasion of a campaign in the text's own words, and its number.

    kỷ niệm 25 năm Ngày thành lập Liên minh HTX Việt Nam · chào mừng đại hội Đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng
What leads to it (``lập thành tích``, ``chào mừng`` before ``kỷ niệm``) and what follows (a span of years in brackets, ``và Hội nghị …``, ``của tỉnh …``)
do not belong to it. The headline says it best, then the title, then the sentence that launches.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.model import Span
from corpus.occasions import Occasion, occasion_in
from corpus.terms import parse_ordinal
from corpus.text import fold_aligned
from indexer.campaigns.parts import Parts
from indexer.campaigns.wording import BLANK, one_of, plain, whole

_NAMES_IT: Final = (
    rf"(?:ky{BLANK}niem(?!{BLANK}chuong)|huong{BLANK}ung(?={BLANK}ngay)|"
    + one_of(
        "chao mung", "nhan dip", "nhan ky niem", "huong toi", "tien toi", "mung", "nhan ngay", "nhan thang", "don chao"
    )
    + ")"
)
_FILLER: Final = one_of(
    "lap thanh tich",
    "thi dua",
    "thiet thuc",
    "tich cuc",
    "soi noi",
    "chao mung",
    "mung",
    "nhan dip",
    "huong toi",
    "nhan",
    "don chao",
)
_LEAD = re.compile(
    rf"(?:{_FILLER}{BLANK}(?:{one_of('dip', 'le')}{BLANK})?)*(?=ky{BLANK}niem)|(?:{one_of('lap thanh tich', 'thi dua')}{BLANK})*(?={_NAMES_IT})"
)
_OCCASION = re.compile(whole(_NAMES_IT) + r"[ \n]{1,3}")
_HARD_END = re.compile(r"[.;:“”\"()\[\]!?]|\n(?![a-z]|\d{1,3} nam)|\s-\s(?!\d{4})|\n[ \t]*\n")
_CONTINUES = re.compile(
    rf",?[ \n]{{0,2}}(?:va{BLANK})?(?:{one_of('tien toi', 'huong toi', 'nhiem ky', 'lan thu', 'khoa', 'thong nhat dat nuoc', 'cac cap', 'dai hoi', 'ngay', 'ky niem', 'chao mung', 'mung', 'don')}(?![a-z])|\d{{1,3}}{BLANK}nam(?![a-z]))"
)
_AND_ALSO = re.compile(
    rf"va{BLANK}(?:{one_of('dai hoi', 'ngay', 'ky niem', 'chao mung', 'quoc khanh', 'huong toi', 'tien toi', 'quoc te')}(?![a-z])|\d{{1,3}}{BLANK}nam(?![a-z]))"
)
_AND_BODY = re.compile(rf"va{BLANK}{one_of('lien minh hop tac xa', 'lien minh htx', 'liet si')}(?![a-z])")
_OF_WHOSE = re.compile(
    rf"cua{BLANK}(?:{one_of('dang', 'bac', 'nguoi', 'dan toc', 'dat nuoc', 'to quoc', 'chu tich', 'nganh', 'tinh', 'tinh nha')})(?![a-z])"
)
_OF_PLACE = re.compile(rf"cua{BLANK}(?:nganh|tinh){BLANK}[a-z]")
_STOP = re.compile(
    whole(
        rf"(?:tai(?!{BLANK}lap)|" + one_of(
            "phat dong", "voi", "gom", "trong toan", "trong cac", "trong he thong", "trong don vi", "trong can bo", "den toan the", "toi toan the",
            "den cac", "toi cac", "gan voi", "tren dia ban", "va to chuc", "va hoi nghi", "va bieu duong", "va ton vinh", "nhu sau", "bang", "do", "duoc",
            "theo", "mo dot", "to chuc", "va tong ket", "va phat dong", "giai doan", "vao", "tu ngay", "den ngay", "va tuyen truyen", "va le", "la dot",
            "thuc hien", "nham", "day manh", "xin", "trong khu vuc", "trong nganh", "trong tinh", "trong nam", "den het", "va huong dan",
        ) + ")"
    )
)  # fmt: skip
_YEARS = re.compile(rf"(?<![\d/])(?P<years>\d{{1,3}}){BLANK}(?:nam|tuoi)(?![a-z])(?!{BLANK}(?:19|20)\d\d)")
_TERM = re.compile(rf"lan{BLANK}thu{BLANK}(?P<term>[ivx]{{1,6}}|\d{{1,2}})(?![a-z0-9])")
_LONGEST: Final = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOccasion:
    """An occasion as the text words it. span: where it stands in the notice's text, None when only the title says it. known: the occasion of the registry.

    years: its round number (25). term: the ordinal of a congress (13).
    """

    words: str
    span: Span | None
    known: Occasion | None
    years: int | None
    term: int | None


def find_occasion(parts: Parts) -> FoundOccasion | None:
    """The occasion of a launch; None when it names none."""
    places = list(_wordings(parts))
    if not places:
        return None
    best = max(places, key=lambda row: (_worth(row[0]), -row[1]))[0]
    same = [row for row, _ in places if row.known == best.known]
    return FoundOccasion(
        words=best.words,
        span=best.span or next((row.span for row in same if row.span), None),
        known=best.known,
        years=best.years or next((row.years for row in same if row.years), None),
        term=best.term or next((row.term for row in same if row.term), None),
    )


def _worth(row: FoundOccasion) -> tuple[bool, bool, bool]:
    """An occasion that the registry knows, with its number, in plain words, is the better wording."""
    folded = fold_aligned(row.words)
    is_plain = folded.startswith(("ky niem", "chao mung", "huong toi", "nhan dip"))
    return row.known is not None, bool(row.years or row.term), is_plain


def _wordings(parts: Parts) -> Iterator[tuple[FoundOccasion, int]]:
    """Wordings with their rank: headline 0, title 1, the launching sentence 2, what leads to it 3."""
    text, folded = parts.notice.text, parts.folded
    if parts.headline:
        for span in _spans(folded, parts.headline.start, parts.headline.end):
            yield _found(text, span), 0
    title = parts.notice.title
    for span in _spans(fold_aligned(title), 0, len(title)):
        yield _in_title(title, span, parts), 1
    if parts.sentence:
        for rank, start, end in ((2, parts.sentence.start, parts.sentence.end), (3, 0, parts.sentence.start)):
            for span in _spans(folded, start, end):
                yield _found(text, span), rank


def _spans(folded: str, start: int, end: int) -> Iterator[Span]:
    """Where occasions are worded between two offsets."""
    at = start
    while match := _OCCASION.search(folded, at, end):
        first = _LEAD.match(folded, match.start(), end)
        begin = first.end() if first else match.start()
        stop = _end_of(folded, begin, min(end, begin + _LONGEST))
        if stop - match.end() >= 6:
            yield Span(start=begin, end=stop)
        at = max(stop, match.end())


def _end_of(folded: str, start: int, limit: int) -> int:
    """Where an occasion's wording ends: at a sign, a verb, an organ; a comma or ``và`` only where the occasion does not go on."""
    hard = _HARD_END.search(folded, start, limit)
    limit = hard.start() if hard else limit
    stop = _STOP.search(folded, start + 8, limit)
    limit = stop.start() if stop else limit
    for match in re.finditer(rf",|(?<![a-z])va(?={BLANK})|(?<![a-z])cua(?={BLANK})", folded[start:limit]):
        at = start + match.start()
        if (
            (match[0] == "," and not _CONTINUES.match(folded, at))
            or (
                match[0] == "va" and not (_AND_ALSO.match(folded, at) or (stop is None and _AND_BODY.match(folded, at)))
            )
            or (match[0] == "cua" and (not _OF_WHOSE.match(folded, at) or _OF_PLACE.match(folded, at)))
        ):
            limit = at
        else:
            continue
        break
    while limit > start and not folded[limit - 1].isalnum():
        limit -= 1
    return limit


def _found(text: str, span: Span) -> FoundOccasion:
    return _of_words(plain(text[span.start : span.end]), span)


def _in_title(title: str, span: Span, parts: Parts) -> FoundOccasion:
    """A wording of the title, with the place where the text says the same."""
    words = plain(title[span.start : span.end])
    at = parts.folded.find(fold_aligned(words))
    return _of_words(words, Span(start=at, end=at + len(words)) if at >= 0 else None)


def _of_words(words: str, span: Span | None) -> FoundOccasion:
    folded = fold_aligned(words)
    years = _YEARS.search(folded)
    term = list(_TERM.finditer(folded))
    return FoundOccasion(
        words=words,
        span=span,
        known=occasion_in(words),
        years=int(years["years"]) if years else None,
        term=parse_ordinal(term[-1]["term"]) if term else None,
    )
