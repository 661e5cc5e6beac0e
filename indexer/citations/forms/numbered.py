"""Mentions with a full number, or with a serial and a year: kind word and number, or a number that continues a list.

    Chỉ thị số 34-CT/TW · NĐ 123/2015 · Kết luận của Ban Bí thư số 78-KL/TW · Công văn hỏa tốc số 1125/UBND-KT
    Thông tư liên tịch Bộ Tài chính - Bộ Tư pháp số 09/2007/TTLT-BTP-BTC · Báo cáo thẩm tra số 155/BC-KTNS
    Tờ trình của Đảng ủy Quân sự tỉnh (số 131-TTr/ĐUQS) · các Nghị quyết từ số 21/NQ-HĐND đến số 27/NQ-HĐND
    các Nghị định số 193/2013/NĐ-CP và số 107/2017/NĐ-CP · văn bản số 1877/TTr-SCT
Not: Số: 737/KH-LMHTXVN (the text's own, in its head) · mẫu số C91-HD · hợp đồng số 05/HĐMB-2021 · Bản án số 12/2020/DS-ST
``văn bản số 1877/TTr-SCT`` is of the kind that its letters say.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from corpus.kinds import generic_words, has_trait, joint_kind, kind_letters, kind_words, kinds
from corpus.numbers import DocumentNumber
from corpus.slips import one_slip
from corpus.symbols import symbol_of
from corpus.text import fold
from indexer.citations.around.bodies import body_end
from indexer.citations.base.form import Form, Reading, Stage
from indexer.citations.base.heads import Head, read_head
from indexer.citations.base.mention import Mention
from indexer.citations.base.numbers import NumberMatch
from indexer.citations.base.phrases import BLANK, END, GAP, START, one_of
from indexer.citations.base.view import TextView

_KIND_THEN_BODY = re.compile(rf"(?P<kind>{one_of(*kind_words())}){BLANK}(?:cua{BLANK})?(?=[a-z])")
_TO_NUMBER = re.compile(rf"{GAP}[,(]?{GAP}:?{GAP}$")
_MAX_BODY: Final = 120
_MAX_WORDS: Final = 60
_WORD = re.compile(r"[a-z]+")
_SURE_CHARS: Final = 7
"""Shortest words of a kind in which a slip is told from another word."""
_NO_DOCUMENT = re.compile(
    one_of(
        "mau", "bieu", "phieu", "ma", "ky hieu", "so hieu", "hop dong", "giay phep", "giay", "don", "cong bao", "ban do", "bien ban",
        "phu luc", "ban an", "the", "van don", "xe", "hoa don", "bang", "chung chi", "tai khoan",
    )
    + r"[ \n]{0,2}(?:so[ \n:]{0,3})?$"
)  # fmt: skip
_LINE_BEFORE = re.compile(r"[ |*#>_\-]*$")
_OWN_IN_BRACKETS = re.compile(r"[ *_]*\([ ]?so[ :][^()\n]{4,80}\)[ *_]*(?:\n|$)")
"""``(Số 52/TB-LMHTX, ngày …)`` on a line of its own under a title: the text's own number."""
_LINE_AFTER = re.compile(r"[ *_|]*(?:\n|$)")
_MOTTO = re.compile(one_of("cong hoa xa hoi", "doc lap", "van ban quy pham phap luat"))
_LIST_GAP = re.compile(rf"{GAP}(?:[,;&+]|(?:va|hoac|den){END}|[,;]{GAP}va{END}){GAP}-?{GAP}")
_LIST_TAIL = re.compile(rf"(?:[,;&+]|[ \n]va|[ \n]hoac|[ \n]den){GAP}-?{GAP}$")
_GENERIC: Final = frozenset(words[0] for words in generic_words())
"""First letters of the words that may stand for any document: the words themselves may be torn apart."""
_MAX_LIST: Final = 600
_MAX_LOOSE: Final = 90


def find_numbered(reading: Reading) -> list[Mention]:
    """Mentions of the numbers that are left; short forms and laws found before may be what a number continues."""
    found: list[Mention] = []
    ends = {mention.end: mention for mention in reversed(reading.found) if mention.number}
    for match in reading.free.values():
        mention = _read(reading.view, match, found, ends)
        if mention:
            found.append(mention)
            ends[mention.end] = mention
    return found


def _read(view: TextView, match: NumberMatch, found: list[Mention], ends: Mapping[int, Mention]) -> Mention | None:
    number, head, issuer = match.number, read_head(view, match.start), None
    if head.kind is None:
        head, issuer = _headed_by_body(view, head)
    if head.kind is None and head.has_so:
        head = _headed_by_letters(view, head, number)
    if head.kind is None:
        return _read_member(view, match, head, found, ends)
    if _is_own_head(view, head.start, match.end) or (
        head.colon and not head.has_so and has_trait(head.kind, "unlettered")
    ):
        return None
    kind = _settled_kind(view, head.kind, head, number)
    if not number.is_full and (number.year is None or (has_trait(kind, "often-by-year") and not head.has_so)):
        return None
    return Mention(
        start=head.start,
        end=match.end,
        body_start=match.start,
        kind=kind,
        form="numbered" if number.is_full else "year",
        number=str(number),
        written=view.text[match.start : match.end],
        plural=head.plural,
        colon=head.colon,
        issuer=issuer,
        reach=match.end,
    )


def _settled_kind(view: TextView, kind: str, head: Head, number: DocumentNumber) -> str:
    """The kind word decides; ``văn bản số`` is what the letters of its number say."""
    letters = fold(number.letters or "")
    if letters and kinds()[kind].generic and view.folded[head.start] in _GENERIC:
        return next(iter(kind_letters().get(letters, (kind,))))
    return joint_kind(kind, letters)


def _headed_by_body(view: TextView, bare: Head) -> tuple[Head, str | None]:
    """``Kết luận của Ban Bí thư số |``: the kind word stands before the issuer. The head as it was when there is none."""
    low, high = max(0, bare.start - _MAX_BODY), bare.start
    for lead in reversed(list(_KIND_THEN_BODY.finditer(view.folded, low, high))):
        end = body_end(view, lead.end(), high)
        if end is not None and _TO_NUMBER.match(view.folded, end, high):
            head = read_head(view, lead.end("kind") + 1)
            if head.kind is not None and not head.has_so:
                issuer = " ".join(view.text[lead.end() : end].split())
                return Head(head.start, head.kind, has_so=True, colon=True, plural=head.plural), issuer
    return bare, None


def _headed_by_letters(view: TextView, bare: Head, number: DocumentNumber) -> Head:
    """``Báo cáo thẩm tra số | 155/BC-KTNS``: words between, but the number's letters repeat the kind. The head as it was otherwise."""
    for kind in kind_letters().get(fold(number.letters or ""), ()):
        lead = _kind_with_words(kind).search(view.folded, max(0, bare.start - _MAX_WORDS), bare.start)
        start = lead.start() if lead else _misspelt_kind(view, kind, bare.start)
        if start is not None and view.text[start].isupper():
            return Head(start, kind, has_so=True, colon=bare.colon, plural=False)
    return bare


def _misspelt_kind(view: TextView, kind: str, end: int) -> int | None:
    """Where the kind's words begin that run up to an offset with one slip in them (``Kế hoạc | số 21-KH/ĐUK``)."""
    for words in (word for word, slug in kind_words().items() if slug == kind and len(word) >= _SURE_CHARS):
        size = len(words.split())
        found = list(_WORD.finditer(view.folded, max(0, end - _MAX_WORDS), end))[-size:]
        if len(found) == size and one_slip(" ".join(match[0] for match in found), words):
            return found[0].start()
    return None


@cache
def _kind_with_words(kind: str) -> re.Pattern[str]:
    words = [word for word, slug in kind_words().items() if slug == kind]
    return re.compile(rf"{START}{one_of(*words)}(?:{BLANK}[a-z]{{1,8}}){{1,6}}{BLANK}$")


def _is_own_head(view: TextView, start: int, end: int) -> bool:
    """Whether kind and number fill a line of a document's head (``Nghị quyết số: 25/2022/UBTVQH15`` by the motto)."""
    line = view.line_start(start)
    if view.folded[line:start].strip(" *_|#") or not _LINE_AFTER.match(view.folded, end):
        return False
    return bool(_MOTTO.search(view.folded, max(0, start - 200), min(len(view.folded), end + 120)))


def _read_member(
    view: TextView, match: NumberMatch, head: Head, found: list[Mention], ends: Mapping[int, Mention]
) -> Mention | None:
    """A number without a kind word: a member of a list, or complete in itself; a document's own number is neither."""
    number = match.number
    if not number.is_full and not number.year:
        return None
    owner = _list_owner(view, head.start, found, ends)
    said = kind_letters().get(fold(number.letters or ""), ())
    if owner is not None:
        kind = said[0] if said and owner.kind not in said else owner.kind
    elif said and _is_complete(view, number, head.start):
        kind = said[0]
    else:
        return None
    return Mention(
        start=head.start,
        end=match.end,
        body_start=match.start,
        kind=kind,
        form="list" if owner else "bare",
        number=str(number),
        written=view.text[match.start : match.end],
        headless=True,
        reach=match.end,
        list_head=(owner.list_head or id(owner)) if owner else None,
    )


def _is_complete(view: TextView, number: DocumentNumber, start: int) -> bool:
    """Whether a number in running text says all by itself (``đã có 12/CT-TTg``), and is neither a head nor a form's code."""
    organ = fold(number.organ or "").split()
    if not organ or not (organ[0] in kind_letters() or symbol_of(organ[0])):
        return False
    line = view.line_start(start)
    if _OWN_IN_BRACKETS.match(view.folded, line):
        return False
    return not _LINE_BEFORE.fullmatch(view.folded, line, start) and not _NO_DOCUMENT.search(
        view.folded, max(0, start - 30), start
    )


def _list_owner(view: TextView, start: int, found: list[Mention], ends: Mapping[int, Mention]) -> Mention | None:
    """The mention whose list a headless number continues: close before it, in the same sentence.

    Behind ``;`` it is the list under a plural head that goes on, not what the last member's title names.
    """
    folded = view.folded
    if not _LIST_TAIL.search(folded, max(0, start - 8), start):
        return None
    loose: Mention | None = None
    for end in range(start - 1, max(0, start - 8), -1):
        if end in ends and _LIST_GAP.fullmatch(folded, end, start):
            loose = ends[end]
            break
    if loose is not None and ";" not in folded[loose.end : start]:
        return loose
    for mention in reversed(found[-6:]):
        between = folded[mention.end : start]
        if len(between) > _MAX_LIST or ". " in between.replace("t.u.", "") or "\n\n" in between:
            break
        near = folded[start] == "s" or len(between) < 40
        leads = mention.plural or mention.list_head is not None
        if near and leads:
            return mention
        if near and loose is None and not mention.headless and len(between) < _MAX_LOOSE:
            loose = mention
            if ";" not in between:
                break
    return loose


FORM: Final = Form(name="numbered", stage=Stage.NUMBER, examples=__doc__, find=find_numbered)
