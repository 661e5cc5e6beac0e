"""What a text says of effect: from when a document is in force, until when; whether a sentence ends another one, a part of it, or only means to.

Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024            in force from that day
Quyết định này có hiệu lực kể từ ngày ký                              from the day on which it was issued
Thông tư này có hiệu lực sau 45 ngày, kể từ ngày ký                   from 45 days after it
Nghị quyết này có hiệu lực từ ngày 01/01/2021 đến hết ngày 31/12/2025  no longer in force from 01/01/2026
Bãi bỏ Điều 4 của Quyết định số 18/…                                  a part
dự thảo Nghị định thay thế Nghị định số 193/2013/NĐ-CP                a plan, which ends nothing

An effect clause speaks of the document that holds it by its kind and ``này`` (Nghị định 34/2016/NĐ-CP, mẫu số 16 to 42). One that stands in quotation
marks belongs to a document that this one amends.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal

from corpus.dates import find_dates, first_day
from corpus.kinds import kind_words
from corpus.text import fold_aligned
from indexer.citations.base.phrases import BLANK, END, GAP, START, maybe, one_of

EffectCode = Literal["effective", "expired"]

_WORDS_REACH: Final = 90
_LATEST_CLAUSES: Final = 200
_TO_DATE: Final = 24
_MAX_WAIT: Final = 4000
_PART_REACH: Final = 70
_PART_ITEM: Final = one_of(
    *("dieu", "khoan", "diem", "mau", "phu luc", "chuong", "muc", "cum tu", "tiet", "gach dau dong"),
    *("mot phan", "mot so dieu", "mot so noi dung", "noi dung", "quy dinh tai", "cac quy dinh tai", "tieu chi", "bieu"),
)
_ACTS: Final = one_of("thay the", "thay cho", "bai bo", "huy bo", "sua doi", "bo sung", "dinh chi", "hieu luc")
_PART = re.compile(
    rf"{START}{_PART_ITEM}{END}(?![^.:;\n]{{0,{_PART_REACH}}}{START}{_ACTS})[^.:;\n]{{0,{_PART_REACH}}}$"
)
"""A part named before the mention, with no verb between the two that takes the whole of it: ``theo Điều 3 …, thay thế Quyết định số 12``."""
_PART_AFTER = re.compile(rf"[^.;\n]{{0,{_WORDS_REACH}}}?{START}(?:het hieu luc|bai bo|thay the){BLANK}mot phan{END}")
_CHANGING: Final = r"(?:sửa|thay|bãi\s+bỏ|h[uủ][yỷ]\s+bỏ|bổ\s+sung)\b"
_PLAN = re.compile(
    r"\b(?:dự\s+thảo|dự\s+kiến|lấy\s+ý\s+kiến|góp\s+ý)\b"
    r"|\b(?:kiến\s+nghị|(?<!theo\s)(?<!xét\s)đề\s+nghị|đề\s+xuất|nghiên\s+cứu|xem\s+xét|tham\s+mưu|rà\s+soát|yêu\s+cầu|trình|cần|phải|sẽ|nếu|có\s+thể|không|chưa)"
    rf"\s[^.;\n]{{0,60}}{_CHANGING}"
    rf"|\bhoặc\s+{_CHANGING}|{_CHANGING}\s+(?:thế\s+|đổi\s+)?hoặc\b",
    re.IGNORECASE,
)
"""Words of a plan, a wish, a condition or a denial; with marks, since ``trình`` is no ``chương trình`` and ``nếu`` no ``nêu``."""
_LATER = re.compile(
    rf"{START}(?:het hieu luc|khong con hieu luc){END}[^.;\n]{{0,40}}?{START}(?:tu|vao|ke tu){BLANK}(?:ngay{BLANK})?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """An effect clause: what it says, and where [start, end) it stands. on: ISO day; None where it counts from the day of issue, `after` days later."""

    code: EffectCode
    on: str | None
    after: int
    start: int
    end: int

    def day(self, issued_on: str | None) -> str | None:
        """The ISO day meant, of a document issued on a day; None where that is not known to the day."""
        if self.on:
            return self.on
        if not issued_on or len(issued_on) != 10:
            return None
        return (date.fromisoformat(issued_on) + timedelta(days=self.after)).isoformat()


@cache
def _clause() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(kind_words(), key=len, reverse=True)))
    return re.compile(
        rf"{START}(?P<kind>{words}){BLANK}(?P<this>nay{BLANK})?{maybe(one_of('se', 'chi', 'bat dau'))}"
        rf"(?:[^.;\n]{{0,140}}?{START}va{BLANK})?"
        rf"(?P<verb>co{GAP}hieu{GAP}luc|het{BLANK}hieu{GAP}luc)"
        rf"(?:{BLANK}{one_of('thi hanh', 'ap dung', 'thuc hien', 'phap luat')})?{GAP},?{GAP}"
        rf"(?:(?P<wait>\d{{1,4}}){BLANK}ngay|sau{BLANK}(?P<after>\d{{1,4}}){BLANK}(?:\(\w+(?: \w+){{0,4}}\){BLANK})?ngay)?{GAP},?{GAP}"
        rf"(?P<until>den{BLANK}{maybe('het')})?{maybe('ke')}{maybe('tu')}(?P<day>ngay{BLANK})?"
    )


_SIGNED = re.compile(
    rf"{maybe('duoc')}{one_of('ky', 'ban hanh', 'thong qua', 'ky ban hanh')}{END}|(?:[a-z]{{2,8}}{BLANK}){{1,8}}?thong{BLANK}qua{END}"
)
_OPENS = re.compile(r"(?:^|[.:;\n])[ \n*\-–+]*(?:dieu \d{1,3}[.:]? ?)?(?:\d{1,2}[.)] ?)?[*]*$")
_UNTIL = re.compile(
    rf"{GAP},?{GAP}(?:va{BLANK})?(?:co{BLANK}hieu{BLANK}luc{BLANK})?den{BLANK}{maybe('het')}ngay{BLANK}"
)


def own_effects(text: str, kind: str) -> list[Effect]:
    """What a document of a kind says of its own effect, each code once; nothing where two of its clauses differ."""
    folded = fold_aligned(text)
    found: dict[EffectCode, list[Effect]] = {"effective": [], "expired": []}
    for count, match in enumerate(_clause().finditer(folded)):
        if count >= _LATEST_CLAUSES:
            break
        of_this = match["this"] or _OPENS.search(folded, max(0, match.start() - _TO_DATE), match.start())
        of_kind = kind_words()[" ".join(match["kind"].split())] == kind
        if of_this and of_kind and not _is_quoted(text, match.start()):
            for effect in _effects(folded, match):
                found[effect.code].append(effect)
    return [rows[-1] for rows in found.values() if len({(row.on, row.after) for row in rows}) == 1]


def _effects(folded: str, match: re.Match[str]) -> list[Effect]:
    ends = match["verb"].startswith("het") or bool(match["until"])
    code: EffectCode = "expired" if ends else "effective"
    after = int(match["after"] or match["wait"] or 0)
    signed = _SIGNED.match(folded, match.end()) if match["day"] else None
    if signed and after <= _MAX_WAIT and not ends:
        first = Effect(code=code, on=None, after=after, start=match.start(), end=signed.end())
    else:
        said = _date_at(folded, match.end()) if not after else None
        if said is None:
            return []
        iso, end = said
        on = _next_day(iso) if match["until"] else iso
        first = Effect(code=code, on=on, after=0, start=match.start(), end=end)
    until = _UNTIL.match(folded, first.end)
    last = _date_at(folded, until.end()) if until and not ends else None
    if last is None:
        return [first]
    return [first, Effect(code="expired", on=_next_day(last[0]), after=0, start=match.start(), end=last[1])]


def _date_at(folded: str, at: int) -> tuple[str, int] | None:
    """The full date that begins at an offset, and its end."""
    found = find_dates(folded, at, at + _TO_DATE + 16)
    if not found or len(found[0].iso) != 10 or folded[at : found[0].start].strip(" \n*"):
        return None
    return found[0].iso, found[0].end


def _next_day(iso: str) -> str:
    return (first_day(iso) + timedelta(days=1)).isoformat()


def _is_quoted(text: str, at: int) -> bool:
    """Whether an offset stands inside quotation marks that were opened and not closed."""
    opened, closed = text.rfind("“", 0, at), text.rfind("”", 0, at)
    if opened > closed:
        return True
    line = text.rfind("\n", 0, at) + 1
    return text.count('"', line, at) % 2 == 1


def is_of_a_part(quote: str, start: int, end: int) -> bool:
    """Whether a sentence ends or replaces a part only of the document whose mention stands at [start, end)."""
    folded = fold_aligned(quote)
    return bool(_PART.search(folded, max(0, start - _PART_REACH - 20), start) or _PART_AFTER.match(folded, end))


def is_planned(quote: str, start: int) -> bool:
    """Whether what a sentence does to the document mentioned at `start` is a plan, a wish or a condition, and so no fact."""
    return any(
        not quote[: match.start()].casefold().endswith("chương ")
        for match in _PLAN.finditer(quote, max(0, start - _WORDS_REACH), start)
    )


def ended_on(quote: str, end: int) -> str | None:
    """The day from which a sentence says, behind the mention that ends at an offset, that its document is no longer in force."""
    folded = fold_aligned(quote)
    match = _LATER.search(folded, end, end + 2 * _WORDS_REACH)
    said = _date_at(folded, match.end()) if match else None
    return said[0] if said else None
