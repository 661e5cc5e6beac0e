"""Whether the title that a document goes by is the summary (``trích yếu``) under which it may be cited, and what that summary is.

Titles come from portals (``Quyết định 12/QĐ-UBND năm 2020 phê duyệt … do … ban hành``), letterheads (``PHÊ DUYỆT ĐỀ ÁN``), news and the sentences of
citers. Only a summary that stands on its own is given back; whatever leaves a doubt gives none, for nobody reads again what he copies.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from corpus.function_words import function_words
from corpus.kinds import kind_words, kinds
from corpus.numbers import number_key
from corpus.text import fold

_LEAST_WORDS, _MOST_WORDS = 3, 75
_SPACED = re.compile(r" ([,;:.])(?= |$)")
_SHORT: Final = 90
_BY = re.compile(r",? do [^,;()]{3,120} ban hành$")
_OWN_NUMBER = re.compile(r"(?:số\s*:?\s*)?(?P<number>\d[\w./-]*)[,:]?\s*(?P<rest>.*)", re.DOTALL)
_OWN_DATE = re.compile(r"(?:năm \d{4}|ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4})[,:]?\s+")
_ABOUT = re.compile(r"(?:v/v\s*:?\s*|về việc:?\s+|về\s+)", re.IGNORECASE)
_CAPITAL: Final = "A-ZĂÂĐÊÔƠƯÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
_LONE_DATE = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d{1,2} tháng \d{1,2})\b")
_DEBRIS = re.compile(r"[|*#_<>{}\\\ufffd]|https?:|\.\.|…|\b(?:kính gửi|như sau|sau đây|xem chi tiết)\b", re.IGNORECASE)
_RUN_ON = re.compile(rf"[;:.!?] +[{_CAPITAL}]|\bCăn cứ\b")
_MARKED = re.compile(r"[ăâđêôơưàảãạáằẳẵặắầẩẫậấèẻẽẹéềểễệếìỉĩịíòỏõọóồổỗộốờởỡợớùủũụúừửữựứỳỷỹỵý]", re.IGNORECASE)
_ENGLISH: Final = frozenset({"of", "the", "and", "for", "on", "to", "in", "by", "with"})
_OPEN_PHRASES: Final = (" một số điều", *(f" {kind.name}" for kind in kinds().values()))
_ACTORS: Final = (
    "lien minh hop tac xa",
    "lien minh htx",
    "ubnd",
    "uy ban",
    "chu tich",
    "thu tuong",
    "bo truong",
    "bo chinh tri",
    "ban bi thu",
    "ban chap hanh",
    "ban thuong vu",
    "chinh phu",
    "quoc hoi",
    "tinh uy",
    "thanh uy",
    "hdnd",
    "hoi dong nhan dan",
)
"""Bodies at the head of a headline, where a summary says what is done and not by whom."""
_VERBS: Final = (
    "quy định",
    "ban hành",
    "phê duyệt",
    "sửa đổi",
    "bổ sung",
    "hướng dẫn",
    "công bố",
    "bãi bỏ",
    "thay thế",
    "thành lập",
    "kiện toàn",
    "điều chỉnh",
)
"""Verbs of a document that take no ``về`` before them: ``Nghị định … của Chính phủ quy định chi tiết …``."""
_LOWERED: Final = (
    *_VERBS,
    "phát động",
    "tổ chức",
    "triển khai",
    "thực hiện",
    "tiếp tục",
    "tăng cường",
    "đẩy mạnh",
    "nâng cao",
)


def sound_summary(title: str | None, kind: str, number: str | None) -> str | None:
    """The summary, ready to stand behind the issuer (``về …``, ``quy định …``); None where the title is none. kind: its slug.

    >>> sound_summary("Quyết định 12/QĐ-UBND năm 2020 phê duyệt Đề án phát triển hợp tác xã", "quyet-dinh", "12/QĐ-UBND")
    'phê duyệt Đề án phát triển hợp tác xã'
    """
    words = _SPACED.sub(r"\1", " ".join((title or "").split())).strip(' .,;:-–“”"')
    stripped = _without_own(words, kind, number)
    if stripped is None:
        return None
    about = _ABOUT.match(stripped)
    subject = stripped[about.end() :] if about else stripped
    if not is_whole(subject) or _LONE_DATE.search(subject) or (number and number_key(number) in fold(subject)):
        return None
    first = subject.split()[0].casefold()
    if (
        first in function_words("begins_none")
        or not subject[0].isalpha()
        or (not about and fold(subject).startswith(_ACTORS))
    ):
        return None
    subject = _lowered(subject)
    if about:
        return f"{stripped[: about.end()].casefold().replace('v/v', 'về việc').replace(':', '').strip()} {subject}"
    return subject if subject.startswith(_VERBS) else f"về {subject}"


def short_title(title: str | None) -> str | None:
    """A title short enough to stand beside a number, cut between words; None where there is none."""
    words = " ".join((title or "").split())
    if len(words) <= _SHORT:
        return words or None
    return f"{words[:_SHORT].rpartition(' ')[0].rstrip(' ,;:-–')}…"


def is_whole(words: str, *, least: int = _LEAST_WORDS) -> bool:
    """Whether words are one whole phrase in Vietnamese with its marks, in small letters but for names, without debris."""
    parts = words.split()
    if not least <= len(parts) <= _MOST_WORDS or not _MARKED.search(words):
        return False
    if _DEBRIS.search(words) or _runs_on(words) or _ENGLISH & {part.casefold() for part in parts}:
        return False
    if parts[-1] in function_words("ends_open") or words.endswith(_OPEN_PHRASES) or words[-1] in ",:-–(/&":
        return False
    return _closes(words) and not _has_capitals(parts)


def _runs_on(words: str) -> bool:
    """Whether another sentence, or another document of a list, begins inside."""
    rests = [fold(rest) for rest in words.split("; ")[1:]]
    joined = [fold(rest) for rest in words.split(" và ")[1:]]
    return bool(
        _RUN_ON.search(words)
        or any(rest.startswith(tuple(kind_words())) for rest in rests)
        or any(_numbered_kind().match(rest) for rest in joined)
    )


@cache
def _numbered_kind() -> re.Pattern[str]:
    """A folded document with its number: ``nghi quyet so 09``."""
    return re.compile(rf"(?:{'|'.join(sorted(kind_words(), key=len, reverse=True))}) (?:so )?\d")


def _without_own(words: str, kind: str, number: str | None) -> str | None:
    """A title without the document's own kind, number, date and ``do … ban hành``; None when it names another document at its head."""
    key = fold(words)
    named = next((word for word in sorted(kind_words(), key=len, reverse=True) if key.startswith(word + " ")), None)
    if named is None:
        return words
    rest = " ".join(words.split()[len(named.split()) :])
    match = _OWN_NUMBER.match(rest)
    if match is None or "/" not in match["number"]:
        return rest.removeprefix(": ").strip() if kind_words()[named] == kind else words
    if kind_words()[named] != kind or not number or number_key(match["number"]) != number_key(number):
        return None
    behind = _OWN_DATE.sub("", match["rest"], count=1) if _OWN_DATE.match(match["rest"]) else match["rest"]
    return _BY.sub("", behind)


def _lowered(subject: str) -> str:
    """The first letter small where a verb begins; the capital of a name is kept."""
    small = subject[0].lower() + subject[1:]
    return small if small.startswith(_LOWERED) else subject


def _closes(words: str) -> bool:
    return all(words.count(a) == words.count(b) for a, b in ("()", "“”", "[]")) and words.count('"') % 2 == 0


def _has_capitals(parts: list[str]) -> bool:
    """Letterhead's capitals, whole or in part, or a capital on nearly every word: which of them are names, nobody can say."""
    shouted = [part.isupper() and len(part) > 1 and bool(_MARKED.search(part.replace("Đ", ""))) for part in parts]
    if any(a and b for a, b in pairwise(shouted)) or (shouted[0] and len(parts) > 1):
        return True
    return len(parts) >= 6 and sum(part[0].isupper() for part in parts) > 0.75 * len(parts)
