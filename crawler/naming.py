"""How a body's name in a letterhead's capitals is written in running text: ``SỞ NỘI VỤ TỈNH HÀ NAM`` is ``Sở Nội vụ tỉnh Hà Nam``."""

import re
from typing import Final

from corpus.places import Place, places_in
from corpus.text import fold, fold_aligned, normalise_line

UNIT: Final = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|(?<!tác )xã(?! hội)|phường|đặc khu)(?![^\W\d_])"
"""A word for a unit of territory, as a pattern for text in small letters with its marks (``quản lý``, ``xã hội`` and ``hợp tác xã`` are none)."""

_UNIT_FIRST: Final = re.compile(UNIT)
_ABBREVIATED: Final = (
    (re.compile(r"\bUBND\b"), "Ủy ban nhân dân"),
    (re.compile(r"\bHĐND\b"), "Hội đồng nhân dân"),
    (re.compile(r"\bHTX\b"), "Hợp tác xã"),
    (re.compile(r"\b(?:UBMTTQ|UB MTTQ)\b"), "Ủy ban Mặt trận Tổ quốc"),
    (re.compile(r"\bMTTQ\b"), "Mặt trận Tổ quốc"),
    (re.compile(r"\bLHPN\b"), "Liên hiệp Phụ nữ"),
    (re.compile(r"\bLĐLĐ\b"), "Liên đoàn Lao động"),
    (re.compile(r"\bTĐKT\b"), "Thi đua - Khen thưởng"),
    (re.compile(r"\bCCB\b"), "Cựu chiến binh"),
    (re.compile(r"\bPTNT\b"), "Phát triển nông thôn"),
    (re.compile(r"\b[Uu][Ỷỷ] BAN\b"), "Ủy ban"),
)
_PHRASES: Final = tuple(
    (re.compile(r"\s*".join(phrase.split())), phrase)
    for phrase in (
        "LIÊN MINH",
        "HỢP TÁC XÃ",
        "ỦY BAN",
        "NHÂN DÂN",
        "HỘI ĐỒNG NHÂN DÂN",
        "BAN CHẤP HÀNH",
        "BAN THƯỜNG VỤ",
        "MẶT TRẬN TỔ QUỐC",
    )
)
_GLUED_UNIT: Final = re.compile(r"\b(TỈNH|THÀNH PHỐ|HUYỆN)(?=[^\W\d_])")
_SHORT_WORDS: Final = frozenset(
    "HTX UBND HĐND UBMTTQ UB MTTQ THCS THPT PTNT LHPN TĐKT CCB TNCS LĐLĐ KTTT CTCP TNHH BCH BTV BCĐ TDTT KHKT TP".split()
)
_TITLED: Final = re.compile(rf"(?<!\S)(?:{UNIT}|(?:tỉnh|huyện|quận|thị|thành) ủy)$")
_OPENERS: Final = frozenset(
    "so bo ban hoi doan phong cuc vu quy lien mat van nha kho toa trung dang cong hop tinh thanh huyen quan hiep uy".split()
)
_LOW_PAIRS: Final = frozenset(
    (
        "uy ban",
        "hoi dong",
        "tinh uy",
        "thanh uy",
        "huyen uy",
        "quan uy",
        "dang uy",
        "dang bo",
        "hop tac",
        "lien minh",
        "lien hiep",
        "van phong",
        "trung tam",
        "hiep hoi",
        "cong ty",
        "cong doan",
        "lien doan",
        "bo tu",
        "toa an",
        "kho bac",
        "chi bo",
    )
)


def respaced(capitals: str) -> str:
    """A line in capitals with the spaces that were lost inside the commonest names (``LIÊN MINHHỢP TÁC XÃ TỈNHPHÚ YÊN``)."""
    for pattern, phrase in _PHRASES:
        capitals = pattern.sub(f" {phrase} ", capitals)
    return " ".join(_GLUED_UNIT.sub(r"\1 ", capitals).split())


def written_name(capitals: str) -> str:
    """A body's name in capitals as running text writes it: ``SỞ NỘI VỤ TỈNH HÀ NAM`` to ``Sở Nội vụ tỉnh Hà Nam``."""
    name = normalise_line(capitals)
    if not sum(char.islower() for char in name) * 3 > len(name):
        name = _lowered(name)
    for pattern, full in _ABBREVIATED:
        name = pattern.sub(full, name)
    for start, end, place in places_in(name):
        shown = place.name.removeprefix("TP. ")
        name = name[:start] + (shown if len(shown) == end - start else name[start:end].title()) + name[end:]
    name = re.sub(r"\b[Hh]ồ [Cc]hí [Mm]inh\b", "Hồ Chí Minh", re.sub(r"\b[Tt]hi đua(?= -)", "Thi đua", name))
    return re.sub(r"\b[Vv]iệt [Nn]am\b", "Việt Nam", re.sub(r"(?<=ủy )khối\b", "Khối", name))


def as_written(name: str, text: str) -> str:
    """A name made from capitals as the text itself has it, where that shows capitals which nobody can guess (``nông nghiệp Đại Thắng``).

    A text that begins every word of it with a capital tells nothing.
    """
    key, folded = fold_aligned(name), fold_aligned(text)
    at = folded.find(key)
    while at >= 0:
        written = text[at : at + len(key)]
        if not (written.isupper() or written.istitle()) and _capitals(written) > _capitals(name):
            return written[0].upper() + written[1:]
        at = folded.find(key, at + 1)
    return name


def _capitals(name: str) -> int:
    return sum(map(str.isupper, name))


def _lowered(name: str) -> str:
    words, shown, title = name.split(), [], False
    for at, word in enumerate(words):
        before = " ".join(words[max(0, at - 2) : at]).lower()
        bare = fold(word)
        first = at == 0 or (at == 1 and fold(words[0]) in _OPENERS and f"{fold(words[0])} {bare}" not in _LOW_PAIRS)
        listed = (at > 1 and words[at - 1].endswith((",", "-", "–"))) or (
            at > 2 and fold(words[at - 1]) == "va" and fold(words[0]) in ("so", "bo", "phong", "ban")
        )
        inside = bare == "uy" or (bare == "hoi" and before.endswith("xã"))  # HUYỆN ỦY, XÃ HỘI
        title = (not inside and bool(_TITLED.search(before))) or (title and not _UNIT_FIRST.match(word.lower()))
        if word.strip(",.") in _SHORT_WORDS:
            shown.append(word)
        elif first or listed or (title and bare not in ("va", "xa")):
            shown.append(word[:1].upper() + word[1:].lower())
        else:
            shown.append(word.lower())
    text = " ".join(shown)
    return re.sub(
        r"(?<=.)\b(hợp tác xã|đảng bộ|trung ương|tỉnh ủy|huyện ủy|thành ủy|đảng ủy|ủy ban|mặt trận|tổ quốc|liên minh)\b",
        lambda m: m[0][0].upper() + m[0][1:],
        text,
    )


def unit_written(words: list[str]) -> str:
    """``TỈNH PHÚ YÊN`` as ``tỉnh Phú Yên``."""
    size = next((size for size in (2, 1) if re.fullmatch(UNIT, " ".join(words[:size]).lower())), 1)
    kind, name = " ".join(words[:size]).lower(), " ".join(words[size:])
    place = only_place(f"{kind} {name}")
    shown = (
        place.name.removeprefix("TP. ")
        if place and fold(place.name).removeprefix("tp ") == fold(name)
        else name.title()
    )
    return f"{kind.replace('tp', 'thành phố')} {shown}".strip()


def only_place(text: str) -> Place | None:
    """The one province that a text names; None when it names none, or several."""
    named = {place.slug: place for _, _, place in places_in(normalise_line(text))}
    return next(iter(named.values())) if len(named) == 1 else None
