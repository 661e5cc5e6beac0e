"""The head of a document in a notice's text: its own number, kind and date.

    LIÊN MINH HỢP TÁC XÃ TỈNH HẢI DƯƠNG      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Số: 45/KH-LMHTX                          Độc lập - Tự do - Hạnh phúc
                                             Hải Dương, ngày 06 tháng 8 năm 2018
    KẾ HOẠCH
Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW. Pages flatten the two columns into lines, or into one line; official
gazettes write ``THÔNG TƯ`` / ``CỦA BỘ TÀI CHÍNH SỐ 07/2010/TT-BTC``; portals put the number in a table or in the title alone.
A number that a sentence cites is not the document's own, wherever its line happens to break.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.dates import DATE_PATTERN, iso_of
from corpus.errors import NumberError
from corpus.issuers import find_issuer, issuers_for_symbol
from corpus.kinds import kind_letters, kind_with, kind_words
from corpus.model import Head
from corpus.numbers import DocumentNumber, parse_number, symbols
from corpus.text import fold, fold_aligned
from crawler.letterhead import date_above_signature, with_months_in_digits
from crawler.properties import find_properties

_HYPHENS: Final = str.maketrans("\u2010\u2011\u2212\ufe63", "----")
_GLUED: Final = re.compile(r"(?<=[A-ZĐ])ngày?$|(?<=[A-ZĐ])ngày\d.*$")
_MAX_HEAD: Final = 3000
_MAX_LINES: Final = 60

# 45/KH-LMHTX · 45 /KH - LMHTX · 66.13/2026/NQ-CP · 30a/2008/NQ-CP · 46 NQ/TVQH
_SERIAL: Final = r"\d{1,6}[a-z]?(?:\.\d{1,3})?(?:[ \t]?/[ \t]?\d{4})?"
_SYMBOL: Final = r"[a-z][a-z0-9&.]*"
_JOINED: Final = rf"[ \t]{{0,3}}[-/][ \t]{{0,3}}{_SYMBOL}"
NUMBER_PATTERN: Final = rf"(?P<number>{_SERIAL}(?:(?:{_JOINED}){{1,5}}|[ ]{_SYMBOL}(?:{_JOINED}){{1,4}}))"
# Số: 45/KH-LMHTX · SỐ 07/2010/TT-BTC
_LABELLED = re.compile(rf"(?<![a-z0-9/])so[ \t*]{{0,3}}(?P<colon>[:;.])?[ \t*]{{0,3}}{NUMBER_PATTERN}")
_SIGNED = re.compile(rf"(?<![a-z0-9])ngay[ \t.…_]{{0,16}}{DATE_PATTERN}")
_KIND: Final = "(?P<kind>" + "|".join(sorted(map(re.escape, kind_words()), key=len, reverse=True)) + ")"
# Kế hoạch số 45/KH-LMHTX ngày 06/8/2018 ... · Quyết định 02125/QĐ-UBND năm 2025 ... · ... (Số 45/KH-LMHTX)
_TITLE = re.compile(rf"{_KIND}[ ]{{1,2}}(?:so[ :]{{0,3}})?{NUMBER_PATTERN}(?:[ ,]{{1,3}}ngay[ ]{DATE_PATTERN})?")
_TITLE_END = re.compile(
    rf"\((?:{_KIND}[ ])?(?:so[ :]{{0,3}})?{NUMBER_PATTERN}(?:[ ,]{{1,3}}ngay[ ]{DATE_PATTERN})?\)[ .]*$"
)
_BODY = re.compile(
    r"^[ \t*_\-]*(?:can cu|thuc hien|xet|theo|trien khai|de|nham|sau|kinh gui|dieu[ ]\d+|[i1][.)])[ :.]", re.MULTILINE
)
# What only the document itself has, and news of it has not.
_LAYOUT = re.compile(
    r"^[ \t|*]*(?:cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|noi nhan[ :]|kinh gui[ :]|dieu[ ]1[.:])",
    re.MULTILINE,
)
# A headline that is the document's own name, up to its end: ``Kế hoạch số 01-KH/BTC ngày ... của Ban Tổ chức ...``.
_IS_THAT = re.compile(r"[ ,]{0,3}(?:cua |ve |v/v |nam \d{4} |$)")
_OPENS = re.compile(r"^[ \t*_\-]*(?:can cu|thuc hien|thi hanh|xet|nham|de|kinh gui)[ :]", re.MULTILINE)
_ORDERS = re.compile(
    r"(?:nhu sau|cu the|sau day|quyet dinh)[ .]{0,2}:|^[ \t*_]*(?:i|1|dieu 1)[ ]?[.\-/:)]", re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """A number that is the document's own. end: where it ends in the head; 0 when it was found outside. kind, date: said beside it."""

    number: DocumentNumber
    end: int = 0
    kind: str | None = None
    date: str | None = None


def find_head(text: str, title: str = "", issuer: str | None = None) -> Head | None:
    """The document's own number, with its kind and date; None when it bears none.

    text: normalised, of which the first lines are read. title, issuer: of the notice, where they are known. Raises nothing.
    """
    head = "\n".join(text[:_MAX_HEAD].split("\n")[:_MAX_LINES])
    table = find_properties(head)
    own = (_parsed(table.number) if table.number else None) or _labelled(head) or _titled(title, head, issuer)
    if own is None:
        return None
    return Head(
        kind=_kind_of(own, head, table.kind),
        number=str(own.number),
        issued_on=table.issued_on or own.date or _signed_on(head, own.end) or date_above_signature(text),
    )


def _parsed(written: str, **more: str | int | None) -> _Own | None:
    try:
        return _Own(number=parse_number(_symbols_only(written).translate(_HYPHENS)), **more)  # type: ignore[arg-type]  # fields of _Own
    except NumberError:
        return None


def _symbols_only(written: str) -> str:
    """A number without the words that a dash with spaces joins to it (``45/KH-LMHTX - Hải Dương``)."""
    for joined in re.finditer(r"(?:[ \t]+[-–—/][ \t]*|[-–—/][ \t]+)([^\W\d_]+)", written):
        if not joined[1].isupper() and fold(joined[1]) not in symbols():
            return written[: joined.start()]
    return _GLUED.sub("", written)


def _labelled(head: str) -> _Own | None:
    """The first ``Số: ...`` of the head that no sentence cites."""
    folded = fold_aligned(head)
    for match in _LABELLED.finditer(folded):
        if _is_own(head, folded, match):
            number = head[match.start("number") : match.end("number")]
            if found := _parsed(number, end=match.start("number") + len(_symbols_only(number))):
                return found
    return None


def _is_own(head: str, folded: str, match: re.Match[str]) -> bool:
    """Whether a labelled number is the document's own, judged by what stands around it on its line, and on the line above."""
    line_start = _line_start(folded, match.start())
    before = folded[line_start : match.start()].strip(" \t*_(#-")
    previous = folded[:line_start].rstrip(" \t\n*_|-").rpartition("\n")[2].strip(" \t*_|")
    colon, capital = match["colon"] is not None, head[match.start()] == "S"
    if not before:
        if _ends_with_kind(previous):
            return False
        return (capital or not previous) if colon else (capital and not _goes_on(head[match.end() :]))
    if before in kind_words():  # Luật số: 23/2012/QH13 · NGHỊ QUYẾT SỐ 46 NQ/TVQH NGÀY 08 THÁNG 6 NĂM 1961
        return not _goes_on(head[match.end() :]) and not _ends_sentence(head[match.end() :])
    if before.startswith("cua ") and previous in kind_words():  # THÔNG TƯ / CỦA BỘ TÀI CHÍNH SỐ 07/2010/TT-BTC
        return True
    # LIÊN MINH HTX TỈNH PHÚ YÊN Số: 45/KH-LMHTX: behind a body's name, never within a line of capitals
    beside_motto = before.endswith("hanh phuc")
    words = re.findall(r"\w+", head[line_start : match.start()])
    of_capitals = head[match.start() : match.start() + 2].isupper() and not colon
    if capital and beside_motto:
        return True
    return capital and words[-1:] != [] and words[-1].isupper() and not of_capitals and not _ends_with_kind(before)


def _line_start(folded: str, at: int) -> int:
    """Where the line, or the cell of a table's row, begins that a place in the head belongs to."""
    return max(folded.rfind("\n", 0, at), folded.rfind("|", 0, at)) + 1


def _goes_on(rest: str) -> bool:
    """Whether a sentence goes on behind a number and its date (``của Liên minh ...``): the number is cited."""
    line = rest.partition("\n")[0].partition("|")[0].strip(" \t*_),.;")
    dated = _SIGNED.match(fold_aligned(line))
    line = line[dated.end() :].strip(" \t*_),.;") if dated else line
    return line[:1].islower()


def _ends_sentence(rest: str) -> bool:
    """Whether the line behind a number ends like a sentence (``Chỉ thị số 34-CT/TW ngày 07/4/2014.``): heads bear no full stop."""
    return rest.partition("\n")[0].rstrip(" \t*_").endswith((".", ";", ","))


def _ends_with_kind(folded_line: str) -> bool:
    """Whether a line breaks right before a cited number: it ends with a kind's word, and is more than that word."""
    words = folded_line.split()
    return any(" ".join(words[-size:]) in kind_words() for size in range(1, 4) if size < len(words))


def _titled(title: str, head: str, issuer: str | None) -> _Own | None:
    """The number that the title begins or ends with, when the text is that document: by its layout, or by who issued it."""
    for line in dict.fromkeys((title, head.partition("\n")[0])):
        folded = fold_aligned(line)
        match = _TITLE.match(folded) or _TITLE_END.search(folded)
        if match is None:
            continue
        kind = kind_words()[match["kind"]] if match["kind"] else None
        own = _parsed(line[match.start("number") : match.end("number")], kind=kind, date=iso_of(match))
        if own and (_has_layout(head) or _issued_by(own.number, issuer)):
            return own
        if own and match.start() == 0 and _IS_THAT.match(folded[match.end() :]) and _is_its_text(head, line):
            return own
    return None


def _is_its_text(head: str, headline: str) -> bool:
    """Whether what follows is the document that its headline names: it opens and orders as documents do, and does not tell of the headline's number."""
    folded = fold_aligned(head.replace(headline, "", 1))
    opening = _OPENS.search(folded)
    return opening is not None and _ORDERS.search(folded, opening.start()) is not None


def _has_layout(head: str) -> bool:
    return bool(_LAYOUT.search(fold_aligned(head))) or any(_kinds_alone(head))


def _kinds_alone(head: str) -> Iterator[str]:
    """Kinds that stand on a line of their own in capitals, in order."""
    for line in head.split("\n"):
        if line.strip(" *_|").isupper() and (slug := kind_words().get(fold(line))):
            yield slug


def _issued_by(number: DocumentNumber, issuer: str | None) -> bool:
    known = find_issuer(issuer) if issuer else None
    return (
        known is not None and number.organ is not None and known in issuers_for_symbol(number.organ.partition("-")[0])
    )


def _kind_of(own: _Own, head: str, in_table: str | None) -> str:
    """The kind that the letters allow and the document names: beside the number, in its table, on a line of its own.

    Letters without a kind are a letter's (công văn), unless the document names itself otherwise.
    """
    allowed = kind_letters().get(fold(own.number.letters or ""), ())
    above, below = head[: own.end], head[own.end : _body_start(head, own.end)]
    named = (own.kind, kind_words().get(fold(in_table or "")), *_kinds_alone(below), *_kinds_alone(above))
    for slug in named:
        if slug and (not allowed or slug in allowed):
            return slug
    return allowed[0] if allowed else kind_with("unlettered")


def _body_start(head: str, after: int) -> int:
    """Where the text proper begins, below the number: at the words with which documents begin; the head's end when none is met."""
    folded = fold_aligned(head)
    body = _BODY.search(folded, max(after, folded.find("\n") + 1))
    return body.start() if body else len(head)


def _signed_on(head: str, after: int) -> str | None:
    """The date of the head: behind a place, on a line of its own, or right behind the number; never that of a cited document."""
    folded = with_months_in_digits(fold_aligned(head))
    for match in _SIGNED.finditer(folded, 0, _body_start(head, after)):
        before = folded[_line_start(folded, match.start()) : match.start()].strip(" \t*_(#")
        behind_number = 0 < after <= match.start() and not folded[after : match.start()].strip(" ,\n")
        behind_place = before.endswith(",") and not re.search(r"[/\d]", before.rpartition(" ")[2])
        if not before or behind_number or behind_place:
            return iso_of(match)
    return None
