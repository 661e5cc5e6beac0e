"""Pinpoints: the places inside a document that a text cites, before its mention or behind it, as values.

    điểm a khoản 1 Điều 12 | Luật Hợp tác xã        từ Điều 4 đến Điều 7 của | Thông tư số 01/2020/TT-BKHĐT
    các Điều 5, 6 và 7 | Nghị định số 30/2020/NĐ-CP    Phần thứ nhất, Mục 3 Chương I, Phụ lục II kèm theo | Quyết định …
    Luật Hợp tác xã năm 2023 | (Điều 5, khoản 2)    Luật Hợp tác xã hiện hành trả lời | tại Điều 62
Not: Điều 1 Quyết định này · Điều 5 của Luật này (no mention) · Khoán 10, Nghị quyết 10 · mức 2 · Chương II alone on its line, above LUẬT …

A pinpoint is a field, never inside the span of its mention. A chain of places is read word by word, once; `provisions` puts their levels together.
"""

import re
from typing import Final

from corpus.kinds import kind_words
from indexer.citations.around.provisions import LEVELS, Joint, Word, provisions_of, value_of
from indexer.citations.base.mention import Mention
from indexer.citations.base.ordinals import SPELLED
from indexer.citations.base.phrases import BLANK, END, GAP, START, maybe, one_of, phrase
from indexer.citations.base.view import TextView

_UNITS: Final = {
    "phu luc": ("appendix", ("phụ lục",)),
    "phan": ("part", ("phần",)),
    "chuong": ("chapter", ("chương",)),
    "muc": ("section", ("mục",)),
    "dieu": ("article", ()),
    "khoan": ("clause", ("khoản", "khỏan")),
    "diem": ("point", ("điểm",)),
    "tiet": ("subpoint", ("tiết",)),
}
"""Folded word of a level, its name, and how it is written with marks: ``khoán``, ``mức`` and ``phân`` are other words. None: however it is (``Đièu``)."""
_UNIT: Final = rf"(?P<unit>{one_of(*_UNITS)})(?:{BLANK}(?:so{BLANK})?|(?=\d))"
_QUOTE: Final = "[\"'“”‘’]"
_VALUE: Final = (
    rf"{_QUOTE}?(?P<value>thu{BLANK}{SPELLED}|(?:thu{BLANK})?(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}[a-z]{{0,2}}|[ivxl]{{1,6}}[a-z]?|[a-z]\d?){END})"
    rf"(?:{_QUOTE}|(?<=[a-z])\)(?={GAP}[,;]?{BLANK}))?"
)
_AND: Final = one_of("va", "hoac", "cung", "cung nhu", "va hoac", "va/hoac")
_TO: Final = one_of("den", "den het", "toi", "cho den", "cho toi")
_OF: Final = one_of("cua", "thuoc", "tai", "o", "trong", "cac", "tu", "cua cac", "tai cac", "trong cac", "thuoc cac")
_FIRST = re.compile(rf"{START}(?:tu{BLANK})?(?:(?:cac|nhung){BLANK})?(?<!tieu ){_UNIT}{_VALUE}")
_NEXT = re.compile(
    rf"(?P<sep>{GAP}(?P<sign>[,;])?{GAP}(?:(?:(?P<and>{_AND})|(?P<to>{_TO}))(?:{BLANK}|(?=\d))|(?P<dash>[-–]){GAP})?)"
    rf"{maybe(_OF)}(?:{_UNIT})?{_VALUE}"
)
_LAST: Final = rf"{GAP}(?:,|[-–]|[(\"“])?{GAP}(?:(?:cua|trong|tai|thuoc){BLANK})?(?:(?:cac|hai|ba|nhung){BLANK})?[\"“]?"
"""What may stand between a chain and its mention."""
_TAIL = re.compile(_LAST)
_ATTACHED = re.compile(rf"{GAP},?{GAP}\(?{maybe('duoc')}{maybe(phrase('ban hanh'))}{phrase('kem theo')}{BLANK}")
_ENDS = re.compile(rf"(?:[a-z0-9]{_QUOTE}?\)?)(?:{_LAST}|{_ATTACHED.pattern})$")
_ASIDE: Final = rf"(?:{GAP}\({GAP}(?:{phrase('sau day')}|goi){BLANK}[^()]{{3,70}}\))?"
_CHAIN_NEXT: Final = rf"(?=(?:tu{BLANK})?(?:cac{BLANK})?(?:{one_of(*_UNITS)}){BLANK})"
_FEW: Final = rf"(?:[a-z]{{2,8}}{BLANK})"
_BRACKET: Final = rf"\({GAP}{_FEW}{{0,3}}?"
_BEHIND = re.compile(
    rf"{_ASIDE}(?:(?P<bracket>{GAP},?{GAP}{_BRACKET})|{GAP},?{GAP}{_FEW}{{0,5}}?tai{BLANK}|{GAP},{BLANK}|{BLANK}){_CHAIN_NEXT}"
)
_IN_TITLE = re.compile(rf"(?P<bracket>{_BRACKET}){_CHAIN_NEXT}")
_OF_ANOTHER = re.compile(
    rf"{GAP},?{GAP}(?P<of>(?:cua|trong|tai|thuoc|o)(?:{BLANK}(?:cac|nhung))?{BLANK})?(?P<word>{one_of(*kind_words())}|nay){END}"
)
_MOST_WORDS: Final = 80
_REACH: Final = 420
_ENDS_REACH: Final = 48


def read_pinpoint_before(view: TextView, mention: Mention, floor: int) -> None:
    """Fill the pinpoints that stand directly before a mention, and where what belongs to it begins."""
    mention.lead_start = mention.start
    folded, high = view.folded, mention.start
    if not _ENDS.search(folded, max(floor, high - _ENDS_REACH), high):
        return
    at = max(floor, high - _REACH)
    while first := _FIRST.search(folded, at, high):
        words, at = _words(view, first, high)
        tail = _TAIL.fullmatch(folded, at, high) or _ATTACHED.fullmatch(folded, at, high)
        if not (words and tail):
            at = max(at, first.start() + 1)
            continue
        if _is_heading(view, first.start(), at, high):
            return
        mention.pinpoints = provisions_of(words)
        mention.pinpoint = " ".join(view.text[first.start() : at].split())
        if tail.re is _TAIL:
            mention.lead_start = first.start()
        return


def read_pinpoint_after(view: TextView, mention: Mention, following: Mention | None) -> None:
    """Fill the pinpoints behind a mention that has none before it: ``(Điều 5)``, also behind its title, ``quy định tại Điều 5``, ``, Điều 5``."""
    if mention.pinpoints:
        return
    folded = view.folded
    limit = following.lead_start if following else len(folded)
    high = min(limit, mention.reach + _REACH)
    behind = _BEHIND.match(folded, mention.reach, high)
    if behind is None and mention.title:
        high = min(limit, mention.title_end + 1)
        behind = _IN_TITLE.search(folded, mention.title_start, high)
    first = _FIRST.match(folded, behind.end(), high) if behind else None
    if behind is None or first is None or ("\n" in behind[0] and not behind["bracket"]):
        return
    words, at = _words(view, first, high)
    if words and not _is_of_another(view, at):
        mention.pinpoints = provisions_of(words)
        mention.pinpoint = " ".join(view.text[first.start() : at].split())


def _is_of_another(view: TextView, at: int) -> bool:
    """Whether a chain goes on to a document of its own: ``Điều 5 của Quy chế``, ``Điều 4 Luật này``; not ``Điều 5 quy định``."""
    match = _OF_ANOTHER.match(view.folded, at)
    return bool(match and (match["of"] or match["word"] == "nay" or view.text[match.start("word")].isupper()))


def _is_heading(view: TextView, start: int, at: int, high: int) -> bool:
    """``Chương II`` alone on its line above a mention: a heading, and no place in what the next line names."""
    return "\n" in view.folded[at:high] and not view.folded[view.line_start(start) : start].strip(" *#|")


def _words(view: TextView, first: re.Match[str], high: int) -> tuple[list[Word], int]:
    """The words of a chain that begins with a match, and where it ends; none where the first is no place."""
    words: list[Word] = []
    match: re.Match[str] | None = first
    at = first.end()
    while match and len(words) < _MOST_WORDS:
        word = _word(view, match, words[-1] if words else None)
        if word is None:
            break
        words.append(word)
        at = match.end()
        match = _NEXT.match(view.folded, at, high)
    return words, at


def _word(view: TextView, match: re.Match[str], last: Word | None) -> Word | None:
    """One word of a chain; None where its marks or letters show that it is none."""
    joint = _joint(match) if last else ""
    unit = " ".join((match["unit"] or "").replace("*", " ").split())
    if unit:
        level, spellings = _UNITS[unit]
        written = " ".join(view.text[match.start("unit") : match.end("unit")].replace("*", " ").split()).lower()
        if spellings and not written.isascii() and written.replace("ð", "đ") not in spellings:
            return None
        rank = LEVELS.index(level)
    elif last is None or not joint:
        return None
    else:
        rank = last.rank
    value = value_of(LEVELS[rank], view.text[match.start("value") : match.end("value")])
    start = match.start("unit" if unit else "value")
    return Word(rank=rank, value=value, joint=joint, start=start, end=match.end("value")) if value else None


def _joint(match: re.Match[str]) -> Joint:
    """What joins a word to the one before it."""
    if match["to"] or match["dash"]:
        return "to"
    if match["and"] or match["sign"] == ";":
        return "and"
    return "," if match["sign"] else ""
