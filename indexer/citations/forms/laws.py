"""Laws, codes and ordinances by name, with or without their number.

    Luật Hợp tác xã năm 2012 · Luật HTX 2023 · Luật Hợp tác xã (số 23/2012/QH13) · Luật số 39/2013/QH13
    Bộ luật Lao động · BLDS 2015 · Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14
    Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng
    Luật sửa đổi, bổ sung một số điều của các Luật về thuế số 71/2014/QH13
Not: Luật này · Luật chơi · các Luật sửa đổi, bổ sung (no name) · vi phạm pháp luật · Đại học Luật Hà Nội · luật dân sự nói chung
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from corpus.function_words import function_words
from corpus.kinds import kind_words
from corpus.laws import first_words, law_names, longest_law_name
from indexer.citations.base.form import Form, Reading, Stage
from indexer.citations.base.mention import Mention
from indexer.citations.base.numbers import NumberMatch
from indexer.citations.base.phrases import BLANK, END, GAP, maybe, one_of, opening, phrase
from indexer.citations.base.view import TextView

Word = tuple[str, int, int]
"""A folded word, and where it begins and ends."""

_WRAP: Final = r"(?=[ \n*])[ *]{0,4}\n?[ *]{0,4}"
"""A blank with one line break at most: ``LUẬT`` above an empty line is a heading."""
_KIND_WORD = re.compile(
    rf"(?:(?P<code>{opening('bo')}{BLANK}luat)|(?P<law>{opening('luat')})|{opening('phap lenh')}|(?P<slip>{opening('luot')}|{opening('laut')})){_WRAP}"
)
_YEAR = re.compile(
    rf"(?:{GAP}\({GAP}{phrase('sua doi')}{GAP}\))?{GAP}(?:nam{BLANK})?(?P<year>(?:19|20)\d\d)(?![0-9/\-]|\.\d)"
)
_DATED = re.compile(rf"{GAP},?{GAP}ngay{BLANK}\d{{1,2}}")
_OTHER_NEXT = re.compile(
    one_of(*kind_words())
    + rf"{BLANK}(?:so{END}|\d)|{one_of('dieu', 'khoan', 'diem', 'chuong', 'muc')}{BLANK}[\da-z]{{1,3}}{END}"
)
"""What begins a name no more: the next document, or a part of it (``và Điều 23``)."""
_TO_NUMBER = re.compile(rf"{GAP},?{GAP}\(?{GAP}(?:luat{BLANK})?(?:s[o0]{GAP}:?{GAP})?(?=\d)")
_SO = re.compile(rf"so{GAP}:?{GAP}")
_AMENDING = re.compile(
    one_of("sua doi", "bo sung", "sua doi, bo sung")
    + rf"{BLANK}(?:{maybe(one_of('mot so dieu', 'mot so noi dung'))}|[^;.\n]{{0,40}}?dieu{BLANK}\d{{1,3}}{BLANK})"
    + rf"{maybe('cua')}{maybe('cac')}(?=(?:bo{BLANK})?luat{END}|phap)"
)
_AND_LAW = re.compile(rf"(?P<sign>{GAP},|{BLANK}va){BLANK}(?=(?:bo{BLANK})?luat{BLANK}(?!sua))")
_SUBJECT = re.compile(
    rf"luat{BLANK}{maybe('co')}{one_of('lien quan den', 'lien quan toi')}(?:{BLANK}(?!{one_of('ngay', 'nam', 'so', 'duoc', 'da')}{END})[a-z]+){{2,14}}"
)
_ABBREVIATED = re.compile(rf"{opening('bl')}(?:hs|ds|ld|tths|ttds|tds){END}")
_WORD = re.compile(r"[a-z0-9]+")
_WORD_GAP = re.compile(r"[ ,\-*]*\n?[ ,\-*]*")

_NOT_NAMES: Final = frozenset("nay choi moi khong cua cac va do la su mau so luat phap viet".split())
_OTHER_LAW: Final = frozenset("phap ky quy dinh".split())
"""``pháp luật``, ``kỷ luật``, ``quy luật``, ``định luật``."""
_SCHOOLS: Final = frozenset("hoc khoa nhan nganh ty si sy hoi truong van".split())
"""``Đại học Luật Hà Nội``, ``Công ty Luật``, ``cử nhân Luật``: what follows these is known, or it is no law."""
_MAX_WORDS: Final = 26
_MAX_NAME: Final = 220
_MAX_UNKNOWN: Final = 14
_MAX_AMENDED: Final = 12


def find_laws(reading: Reading) -> Iterator[Mention]:
    """Laws, codes and ordinances, and codes by their abbreviation."""
    yield from _full_names(reading.view, reading.numbers)
    yield from _abbreviated_codes(reading.view)


def _full_names(view: TextView, numbers: Mapping[int, NumberMatch]) -> Iterator[Mention]:
    at = 0
    for match in _KIND_WORD.finditer(view.folded):
        if match.start() < at or _is_other(view, match):
            continue
        mention = _read_law(view, match, numbers)
        if mention:
            at = mention.end
            yield mention


def _is_other(view: TextView, match: re.Match[str]) -> bool:
    """``pháp luật`` and the like, and a law's own heading: ``LUẬT`` alone on its line."""
    if _word_before(view, match.start()) in _OTHER_LAW:
        return True
    line = view.line_start(match.start())
    alone = "\n" in match[0] and not view.folded[line : match.start()].strip(" *#|")
    return alone and view.text[match.start() : match.end()].isupper()


def _word_before(view: TextView, start: int) -> str:
    return view.folded[max(0, start - 8) : start].rpartition("\n")[2].rstrip().rpartition(" ")[2]


def _kind_of(match: re.Match[str]) -> str:
    return "bo-luat" if match["code"] else "luat" if match["law"] or match["slip"] else "phap-lenh"


def _read_law(view: TextView, match: re.Match[str], numbers: Mapping[int, NumberMatch]) -> Mention | None:
    start, body, kind = match.start(), match.end(), _kind_of(match)
    direct = _SO.match(view.folded, body)
    if match["slip"]:
        end = _name_end(view, match) if view.text[start].isupper() else None
        known = end is not None and longest_law_name(kind, [word for word, _, _ in _words(view.folded, body)]) > 1
        return _finish(view, start, body, end, kind, numbers) if end and known else None
    if direct and direct.end() in numbers:
        return _numbered(view, start, numbers[direct.end()], kind, name=None)
    amending = _AMENDING.match(view.folded, body)
    end = _amended_end(view, amending.end(), numbers) if amending else _name_end(view, match)
    return _finish(view, start, body, end, kind, numbers) if end else None


def _amended_end(view: TextView, at: int, numbers: Mapping[int, NumberMatch]) -> int | None:
    """End of ``Luật A, Luật B và Luật C`` at `at`, the laws that an amending law names in its title.

    Laws joined by commas are of the title only when a number closes it; a law with a year of its own is another one.
    """
    ends: list[tuple[int, str]] = []
    sign = ""
    for _ in range(_MAX_AMENDED):
        inner = _KIND_WORD.match(view.folded, at)
        end = _name_end(view, inner) if inner else None
        if end is None:
            break
        ends.append((end, sign))
        following = _AND_LAW.match(view.folded, end)
        if not following:
            break
        at, sign = following.end(), following["sign"].strip()
    if not ends:
        return _unnamed_end(view, at, numbers)
    last = ends[-1][0]
    if _number_after(view, last, numbers):
        return last
    pair = [end for end, sign in ends[:2] if sign != ","]
    return pair[0] if len(pair) > 1 and _YEAR.match(view.folded, pair[1]) else pair[-1]


def _unnamed_end(view: TextView, at: int, numbers: Mapping[int, NumberMatch]) -> int | None:
    """``… của các Luật về thuế | số 71/2014/QH13``, ``… của các Luật liên quan đến đầu tư xây dựng cơ bản |``: number or subject tell."""
    for match in re.finditer(rf"{BLANK}so{GAP}:?{GAP}(?=\d)", view.folded[at : at + 160]):
        number = numbers.get(at + match.end())
        between = view.folded[at : at + match.start()]
        if number and number.number.style == "law" and not any(sign in between for sign in ";.:"):
            return at + match.start()
    subject = _SUBJECT.match(view.folded, at)
    return subject.end() if subject else None


def _name_end(view: TextView, match: re.Match[str]) -> int | None:
    """Where the name behind a kind word ends: the longest known name, else a capitalised run up to a stop word."""
    body, kind = match.end(), _kind_of(match)
    first = _WORD.match(view.folded, body)
    if not first or (first[0] not in first_words(kind) and not view.text[body].isupper()):
        return None
    words = list(_words(view.folded, body))
    count = longest_law_name(kind, [word for word, _, _ in words])
    if count:
        end = words[count - 1][2]
        end += view.folded.startswith(")", end) and "(" in view.folded[body:end]
        dated = view.text[match.start()].isupper() and (_YEAR.match(view.folded, end) or _DATED.match(view.folded, end))
        named = count > 1 or _is_word_name(view, words[0], kind, small=bool(dated))
        written = count > 2 or _is_capital(view, match) or _YEAR.match(view.folded, end)
        return end if named and written else None
    if not words or words[0][0] in _NOT_NAMES or not view.text[body].isupper():
        return None
    if _word_before(view, match.start()) in _SCHOOLS:
        return None
    return _capitalised_end(view, words)


def _is_capital(view: TextView, match: re.Match[str]) -> bool:
    """Whether the kind's word or the name is written as a name: ``luật dân sự`` is a field of law."""
    return view.has_small_letters or view.text[match.start()].isupper() or view.text[match.end()].isupper()


def _is_word_name(view: TextView, word: Word, kind: str, *, small: bool) -> bool:
    """Whether a name of one syllable (``Luật Giá``, ``Luật Dược``) is that name and no everyday word (``luật được``).

    small: what follows, a date, speaks for a name even in small letters.
    """
    key, start, end = word
    written = view.text[start:end]
    same = written.isascii() or written.casefold() == law_names(kind)[key].casefold()
    return same and (written[0].isupper() or view.has_small_letters or (small and not written.isascii()))


def _capitalised_end(view: TextView, words: list[Word]) -> int | None:
    """End of an unknown name: words up to a stop word or a sign; at least two syllables, or an abbreviation."""
    end, count, before = None, 0, words[0][1]
    for word, start, stop in words[:_MAX_UNKNOWN]:
        if (
            view.folded[before:start].strip()
            or view.text[start:stop].lower() in function_words("ends_law")
            or word.isdigit()
        ):
            break
        if count and _OTHER_NEXT.match(view.folded, start):
            break
        end, count, before = stop, count + 1, stop
    if count > 1 and words[count - 1][0] in ("va", "hoac"):
        end, count = words[count - 2][2], count - 1
    text = view.text[words[0][1] : end] if end else ""
    return end if count >= 2 or (text.isupper() and len(text) > 2) else None


def _words(folded: str, at: int) -> Iterator[Word]:
    """Words from `at` on, up to the end of the clause."""
    before = at
    for count, match in enumerate(_WORD.finditer(folded, at, min(len(folded), at + _MAX_NAME))):
        gap = folded[before : match.start()]
        in_name = _WORD_GAP.fullmatch(gap) or (gap == " (" and match[0] == "hiv") or gap in (")", ") ", "/")
        if count >= _MAX_WORDS or not in_name:
            return
        yield match[0], match.start(), match.end()
        before = match.end()


def _number_after(view: TextView, end: int, numbers: Mapping[int, NumberMatch]) -> NumberMatch | None:
    to_number = _TO_NUMBER.match(view.folded, end)
    number = numbers.get(to_number.end()) if to_number else None
    spelled = to_number is not None and "s" in to_number[0]
    return number if number and (spelled or number.number.style == "law") else None


def _finish(view: TextView, start: int, body: int, end: int, kind: str, numbers: Mapping[int, NumberMatch]) -> Mention:
    name = " ".join(view.text[start:end].split())
    number = _number_after(view, end, numbers)
    if number:
        return _numbered(view, start, number, kind, name=name)
    year = _YEAR.match(view.folded, end)
    end = year.end() if year else end
    issued_on = year["year"] if year else None
    return Mention(
        start=start, end=end, body_start=body, kind=kind, form="law", name=name, issued_on=issued_on, reach=end
    )


def _numbered(view: TextView, start: int, number: NumberMatch, kind: str, name: str | None) -> Mention:
    return Mention(
        start=start,
        end=number.end,
        body_start=number.start,
        kind=kind,
        form="law",
        name=name,
        number=str(number.number),
        written=view.text[number.start : number.end],
        reach=number.end,
    )


def _abbreviated_codes(view: TextView) -> Iterator[Mention]:
    """``BLHS``, ``BLDS 2015``: codes by their abbreviation, in capitals."""
    for match in _ABBREVIATED.finditer(view.folded):
        start, end = match.span()
        if view.text[start:end].isupper():
            name = view.text[start:end]
            year = _YEAR.match(view.folded, end)
            end = year.end() if year else end
            issued_on = year["year"] if year else None
            yield Mention(
                start=start,
                end=end,
                body_start=start,
                kind="bo-luat",
                form="law",
                name=name,
                issued_on=issued_on,
                reach=end,
            )


FORM: Final = Form(name="laws", stage=Stage.NAME, examples=__doc__, find=find_laws)
