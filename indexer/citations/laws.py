"""Laws, codes, ordinances and constitutions by name, with or without their number.

    Luật Hợp tác xã năm 2012 · Luật HTX 2023 · Luật Hợp tác xã (số 23/2012/QH13) · Luật số 39/2013/QH13
    Bộ luật Lao động · Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14
    Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng
    Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992
Not: Luật này · Luật chơi · các Luật sửa đổi, bổ sung (no name) · vi phạm pháp luật
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from corpus.laws import law_names, longest_law_name
from indexer.citations.mention import Mention
from indexer.citations.numbered import NumberMatch
from indexer.citations.view import TextView

_MAX_WORDS: Final = 26
_WORD = re.compile(r"[a-z0-9]+")
_YEAR = re.compile(r"[ \n]{0,2}(?:\([ \n]?)?(?:nam[ \n]{1,2})?((?:19|20)\d\d)(?![0-9/\-]|\.\d)")
_TO_NUMBER = re.compile(
    r"[ \n\r]{0,3},?[ \n\r]{0,2}\(?[ \n\r]{0,2}(?:luat[ \n\r]{1,2})?s[o0][ \n\r]{0,2}:?[ \n\r]{0,3}(?=\d)"
)
_AMENDING = re.compile(
    r"(?:sua[ \n\r]{1,3}doi|bo[ \n\r]{1,3}sung)(?:,?[ \n\r]{1,3}bo[ \n\r]{1,3}sung)?[ \n\r]{1,3}"
    r"(?:mot[ \n\r]{1,3}so[ \n\r]{1,3}dieu[ \n\r]{1,3})?(?:cua[ \n\r]{1,3})?(?:cac[ \n\r]{1,3})?(?=(?:bo[ \n\r]{1,3})?luat[ \n\r]|phap)"
)
_AND_LAW = re.compile(r"[ \n\r]{1,3}va[ \n\r]{1,3}(?=(?:bo[ \n\r]{1,3})?luat[ \n\r](?!sua))")
_CONSTITUTION = re.compile(
    r"hien phap(?:[ \n]{1,2}nuoc[ \n]{1,2}(?:cong hoa xa hoi chu nghia|chxhcn|xhcn)[ \n]{1,2}viet nam)?"
    r"(?:[ \n]{1,2}(?:nam[ \n]{1,2})?((?:19|20)\d\d)(?![0-9/]))?"
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_STOPS = frozenset(
    [
        "ngay",
        "nam",
        "so",
        "duoc",
        "da",
        "dang",
        "se",
        "co",
        "la",
        "do",
        "theo",
        "tai",
        "trong",
        "ve",
        "de",
        "khi",
        "neu",
        "thi",
        "phai",
        "khong",
        "quy",
        "nay",
        "neu",
        "tren",
        "cho",
        "tu",
        "o",
        "vao",
        "voi",
        "hien",
        "cung",
        "nhu",
        "hoac",
        "gom",
        "nham",
        "den",
        "moi",
        "cu",
        "goc",
        "bang",
        "sua",
        "bo",
        "het",
        "ban",
        "cac",
        "mot",
        "nhung",
        "day",
        "chi",
        "con",
        "ra",
        "nen",
        "vi",
        "ma",
        "thay",
        "quoc",
    ]
)
_NOT_NAMES = frozenset(["nay", "choi", "moi", "khong", "cua", "cac", "va", "do", "la", "su", "phap", "mau", "so"])
_ABBREVIATED: Final = {
    "blhs": "bo-luat",
    "blds": "bo-luat",
    "blld": "bo-luat",
    "bltths": "bo-luat",
    "bltds": "bo-luat",
}


def find_laws(view: TextView, numbers: Mapping[int, NumberMatch]) -> Iterator[Mention]:
    """Laws, codes and ordinances; `numbers` by the offset at which each begins."""
    folded, at = view.folded, 0
    for match in re.finditer(r"luat[ \n\r]|phap lenh[ \n\r]", folded):
        start, body = match.start(), match.end()
        if start < at or (start and folded[start - 1].isalnum()):
            continue
        start, kind = _kind_of(view, start, match)
        mention = kind and _read_law(view, start, body, kind, numbers)
        if mention:
            at = mention.end
            yield mention


def _kind_of(view: TextView, start: int, match: re.Match[str]) -> tuple[int, str | None]:
    folded = view.folded
    if match[0].startswith("phap"):
        return start, "phap-lenh"
    before = folded[max(0, start - 6) : start].rstrip()
    if before.endswith(("phap", "ky")) and folded[start - 1] in " \n":
        return start, None
    if before.endswith("bo") and not before[:-2].endswith(tuple("abcdefghiklmnopqrstuvxy")):
        return folded.rindex("bo", 0, start), "bo-luat"
    return start, "luat"


def _read_law(view: TextView, start: int, body: int, kind: str, numbers: Mapping[int, NumberMatch]) -> Mention | None:
    folded = view.folded
    direct = re.compile(r"[ \n\r]{0,2}so[ \n\r]{0,2}:?[ \n\r]{0,3}").match(folded, body - 1)
    if direct and direct.end() in numbers:
        return _numbered(view, start, numbers[direct.end()], kind, name=None)
    amending = _AMENDING.match(folded, body)
    if amending:
        end = _amended_end(view, amending.end())
        if end is None:
            return None
        return _finish(view, start, body, end, kind, numbers)
    end = _name_end(view, body, kind)
    return _finish(view, start, body, end, kind, numbers) if end else None


def _amended_end(view: TextView, at: int) -> int | None:
    """End of ``Luật A [và Luật B]`` at `at`, the laws that an amending law names in its title."""
    end = None
    for _ in range(4):
        inner = re.compile(r"(?:bo[ \n\r]{1,3})?luat[ \n\r]{1,3}|phap lenh[ \n\r]{1,3}").match(view.folded, at)
        if not inner:
            break
        kind = "bo-luat" if inner[0].startswith("bo") else "phap-lenh" if inner[0].startswith("phap") else "luat"
        found = _name_end(view, inner.end(), kind)
        if not found:
            break
        end = found
        following = _AND_LAW.match(view.folded, end)
        if not following:
            break
        at = following.end()
    return end


def _name_end(view: TextView, body: int, kind: str) -> int | None:
    """Where the name that begins at `body` ends: the longest known name, else a capitalised run up to a stop word."""
    folded = view.folded
    first = _WORD.match(folded, body)
    if first is None or first[0] in _NOT_NAMES or first[0] in ("luat", "bo", "phap"):
        return None
    words = list(_words(folded, body))
    if not words:
        return None
    count = longest_law_name(kind, [word for word, _, _ in words])
    if count:
        return words[count - 1][2] if count > 1 or _is_word_name(view, words[0], kind) else None
    if not view.text[body].isupper() or view.text[body : body + 2].isdigit():
        return None
    return _capitalised_end(view, words)


def _is_word_name(view: TextView, word: tuple[str, int, int], kind: str) -> bool:
    """Whether a name of one syllable (``Luật Giá``, ``Luật Dược``) is that name and no everyday word (``luật được``)."""
    key, start, end = word
    written = view.text[start:end]
    same = written.isascii() or written.casefold() == law_names(kind)[key].casefold()
    return same and (written[0].isupper() or view.has_small_letters)


def _capitalised_end(view: TextView, words: list[tuple[str, int, int]]) -> int | None:
    """End of an unknown name: words up to a stop word or a sign; at least two syllables."""
    end, count, before = None, 0, words[0][1]
    for word, start, stop in words[:14]:
        if view.folded[before:start].strip() or word in _STOPS or word.isdigit():
            break
        end, count, before = stop, count + 1, stop
    text = view.text[words[0][1] : end] if end else ""
    return end if count >= 2 or (text.isupper() and len(text) > 2) else None


def _words(folded: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Words from `at` on, up to the end of the clause: (word, start, end)."""
    before = at
    for count, match in enumerate(_WORD.finditer(folded, at, min(len(folded), at + 220))):
        gap = folded[before : match.start()]
        if count >= _MAX_WORDS or any(sign in gap for sign in ';.:"“”)*|') or _BLANK_LINE.search(gap):
            return
        if "(" in gap and match[0] != "hiv":
            return
        yield match[0], match.start(), match.end()
        before = match.end()


def _finish(view: TextView, start: int, body: int, end: int, kind: str, numbers: Mapping[int, NumberMatch]) -> Mention:
    folded = view.folded
    to_number = _TO_NUMBER.match(folded, end)
    name = " ".join(view.text[start:end].split())
    if to_number and to_number.end() in numbers:
        return _numbered(view, start, numbers[to_number.end()], kind, name=name)
    year = _YEAR.match(folded, end)
    issued_on = None
    if year and "(" not in year[0]:
        end, issued_on = year.end(), year[1]
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


def find_constitutions(view: TextView) -> Iterator[Mention]:
    """``Hiến pháp`` with its year or the state's name, or capitalised on its own."""
    for match in _CONSTITUTION.finditer(view.folded):
        start = match.start()
        if start and view.folded[start - 1].isalnum():
            continue
        if not match[1] and "nuoc" not in match[0] and not (view.text[start].isupper() and _alone(view, match.end())):
            continue
        yield Mention(
            start=start,
            end=match.end(),
            body_start=start,
            kind="hien-phap",
            form="constitution",
            name="Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            issued_on=match[1],
            reach=match.end(),
        )


def _alone(view: TextView, end: int) -> bool:
    return not re.compile(r"[ \n]{1,2}(?:nay|cac|phap)\b").match(view.folded, end)


def find_abbreviated_codes(view: TextView) -> Iterator[Mention]:
    """``BLHS``, ``BLDS 2015``: codes by their abbreviation, in capitals."""
    for match in re.finditer(r"bl(?:hs|ds|ld|tths|tds)", view.folded):
        start, end = match.span()
        if not view.text[start:end].replace("Đ", "D").isupper() or (start and view.folded[start - 1].isalnum()):
            continue
        if view.folded[end : end + 1].isalnum():
            continue
        year = _YEAR.match(view.folded, end)
        yield Mention(
            start=start,
            end=year.end() if year else end,
            body_start=start,
            kind=_ABBREVIATED[match[0]],
            form="law",
            name=view.text[start:end],
            issued_on=year[1] if year else None,
            reach=year.end() if year else end,
        )
