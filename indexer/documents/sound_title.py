"""Whether the title that a document goes by is the summary (``trích yếu``) under which it may be cited, and what that summary is.

Titles come from portals (``Quyết định 12/QĐ-UBND năm 2020 phê duyệt … do … ban hành``), letterheads (``PHÊ DUYỆT ĐỀ ÁN``), news and the sentences of
citers. Only a summary that stands on its own is given back; whatever leaves a doubt gives none, for nobody reads again what he copies.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from corpus.body_words import acting_beginnings
from corpus.function_words import function_words
from corpus.kinds import is_law, kind_words, kinds
from corpus.numbers import number_key
from corpus.places import places_in
from corpus.text import fold
from indexer.documents.target_rows import Description

_LEAST_WORDS, _MOST_WORDS = 3, 75
_SPACED = re.compile(r" ([,;:.])(?= |$)")
_SHORT: Final = 90
_CAPITAL: Final = "A-ZĂÂĐÊÔƠƯÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
_PHRASE_END = re.compile(r"[,;:.(–]|(?<=\S) (?=(?:và|về|theo|để|trong|giai đoạn|của|nhằm|trên địa bàn|đến năm)\b)")
_BY = re.compile(rf",? do [{_CAPITAL}](?:(?! ban hành)[^;:()]){{2,120}} (?:ban hành|điện)$")
_OF = re.compile(
    r"của [^,;:()]{2,80}? (?=(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|công bố|bãi bỏ)\b)"
)
_ALIAS = re.compile(r"\s*\((?:sau đây|gọi tắt|dưới đây|viết tắt)\b.*", re.DOTALL | re.IGNORECASE)
_OWN_NUMBER = re.compile(r"(?:số\s*:?\s*)?(?P<number>\d[\w./-]*)[,:]?\s*(?P<rest>.*)", re.DOTALL)
_OWN_DATE = re.compile(r"(?:năm \d{4}|ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4})[,:]?\s+")
_ABOUT = re.compile(r"(?:v/v\s*:?\s*|về việc:?\s+|về\s+)", re.IGNORECASE)
_OTHERS_DATE = re.compile(r"(\d[\w.]*/[^\s,;]+) ngày \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| tháng \d{1,2} năm \d{4})")
_LONE_DATE = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d{1,2} tháng \d{1,2})\b")
_DEBRIS = re.compile(r"[|*#_<>{}\\\ufffd]|https?:|\.\.|…|\b(?:kính gửi|như sau|sau đây|xem chi tiết)\b", re.IGNORECASE)
_RUN_ON = re.compile(
    rf"[;:.!?] +[{_CAPITAL}]|\bCăn cứ\b|\b(?:thì|hết hiệu lực|có hiệu lực|kể từ ngày|cho đến khi)\b"
    rf"|, (?:đã )?được (?:sửa đổi|bổ sung)|, [{_CAPITAL}][^,]{{2,60}} đã "
)
_LEADS_ON = re.compile(r":[\s\"”]*$")
_MARKED = re.compile(r"[ăâđêôơưàảãạáằẳẵặắầẩẫậấèẻẽẹéềểễệếìỉĩịíòỏõọóồổỗộốờởỡợớùủũụúừửữựứỳỷỹỵý]", re.IGNORECASE)
_ENGLISH: Final = frozenset({"of", "the", "and", "for", "on", "to", "in", "by", "with"})
_DWELLINGS: Final = ("nhà ở", "đất ở", "chỗ ở", "nơi ở")
_OPEN_PHRASES: Final = (" một số điều", *(f" {kind.name}" for kind in kinds().values()))
_ACTORS: Final = (
    *(f"{words} " for words in acting_beginnings("first")),
    *("hop tac xa ", "doanh nghiep ", "cac don vi ", "cac dia phuong "),
)
"""Who does something: a headline begins so."""
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
    if _LEADS_ON.search(title or ""):
        return None
    stripped = _without_own(tidy(title), kind, number)
    if stripped is None:
        return None
    about = _ABOUT.match(stripped)
    subject = stripped[about.end() :] if about else stripped
    if about and (inner := _without_kind(subject, kind)) != subject:
        about, stripped, subject = None, inner, inner
    undated = _OTHERS_DATE.sub(r"\1", subject)
    if not is_whole(subject) or _LONE_DATE.search(undated) or (number and number_key(number) in fold(subject)):
        return None
    if not _begins(subject, is_told=about is not None):
        return None
    subject = _lowered(subject)
    if about:
        return f"{stripped[: about.end()].casefold().replace('v/v', 'về việc').replace(':', '').strip()} {subject}"
    return subject if subject.startswith(_VERBS) else f"về {subject}"


def tidy(title: str | None) -> str:
    """A title on one line, without what stands around it: blanks before commas, quotation marks around the whole, the sign of the end, a name given for what follows."""
    words = _ALIAS.sub("", _SPACED.sub(r"\1", " ".join((title or "").split())))
    words = words.strip(" .,;:-–/")
    inner = words[1:-1]
    return inner if words[:1] in '“"' and words[-1:] in '”"' and not set(inner) & set('“”"') else words


def _begins(subject: str, *, is_told: bool) -> bool:
    """Whether a summary begins like one: no sentence that goes on, no headline of who does what. is_told: ``về`` stands before it."""
    if subject.split()[0].casefold() in function_words("begins_none") or not subject[0].isalpha():
        return False
    return is_told or not (
        f"{fold(subject)} ".startswith(_ACTORS) or any(start == 0 for start, _, _ in places_in(subject))
    )


def _without_kind(subject: str, kind: str) -> str:
    """What stands behind ``về``, without the document's own kind before its verb: ``về Nghị định quy định …``."""
    key = fold(subject)
    own = next((word for word, slug in kind_words().items() if slug == kind and key.startswith(word + " ")), None)
    rest = " ".join(subject.split()[len(own.split()) :]) if own else ""
    return rest if rest.startswith(_VERBS) else subject


def short_title(title: str | None, most: int = _SHORT) -> str | None:
    """A title short enough to stand beside a number, cut where a phrase ends, else between words; None where there is none."""
    words = " ".join((title or "").split())
    if len(words) <= most:
        return words or None
    head = words[:most]
    ends = [match.start() for match in _PHRASE_END.finditer(head) if match.start() >= most // 3]
    return f"{(head[: ends[-1]] if ends else head.rpartition(' ')[0]).rstrip(' ,;:-–')}…"


def short_subject(doc: Description, most: int = _SHORT) -> str | None:
    """What a document is about, to stand beside its number: the law's name, the summary without ``về``, else the sound beginning of its title; None where none is.

    >>> short_subject({"kind": "chi-thi", "number": "34-CT/TW", "issued_on": None, "issuer": None, "place": None, "title": "về tiếp tục đổi mới công tác thi đua"})
    'tiếp tục đổi mới công tác thi đua'
    """
    if not doc["number"]:
        return None
    title = tidy(doc["title"])
    if is_law(doc["kind"]):
        return short_title(title, most)
    summary = sound_summary(doc["title"], doc["kind"], doc["number"])
    if summary is None:
        beginning = _ABOUT.sub(
            "", _PHRASE_END.split(_without_own(title, doc["kind"], doc["number"]) or "", maxsplit=1)[0], count=1
        )
        return short_title(beginning, most) if is_whole(beginning) else None
    return short_title(_ABOUT.sub("", summary, count=1) if _ABOUT.match(summary) else summary, most)


def is_whole(words: str, *, least: int = _LEAST_WORDS) -> bool:
    """Whether words are one whole phrase in Vietnamese with its marks, in small letters but for names, without debris."""
    parts = words.split()
    if not least <= len(parts) <= _MOST_WORDS or not _MARKED.search(words):
        return False
    if _DEBRIS.search(words) or _runs_on(words) or _ENGLISH & {part.casefold() for part in parts}:
        return False
    if (
        (parts[-1] in function_words("ends_open") and not words.endswith(_DWELLINGS))
        or words.endswith(_OPEN_PHRASES)
        or words[-1] in ",:-–(/&"
    ):
        return False
    return _closes(words) and not _has_capitals(parts)


def _runs_on(words: str) -> bool:
    """Whether another sentence, or another document of a list, begins inside."""
    rests = [fold(rest) for rest in words.split("; ")[1:]]
    joined = [fold(rest) for sign in (" và ", ", ") for rest in words.split(sign)[1:]]
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
    behind = _OF.sub("", behind, count=1) if _OF.match(behind) else behind
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
