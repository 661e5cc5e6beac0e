"""Short forms: a kind word and a serial, nothing else; and the bare members of the lists that they begin.

    Chỉ thị 05 · Kết luận 56 · Nghị quyết số 30a · NĐ 113 · KL56 · Đề án 153
    các Quyết định số: 318, 319, 320, 321 · Quyết định 1600 & 1980/QĐ-TTg · Chỉ thị 11, 26-CT/TU
Not: kế hoạch 15 ngày · Chương trình 135 · Kế hoạch 2018 · quyết định 3 người · chỉ thị 5.000 hộ · Báo cáo 6 tháng
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from corpus.kinds import InstrumentKind, has_trait, kind_shorts, kind_words, kinds
from corpus.text import fold
from indexer.citations.around.bodies import BODY
from indexer.citations.base.form import Form, Reading, Stage
from indexer.citations.base.heads import Head, read_head
from indexer.citations.base.mention import Mention
from indexer.citations.base.numbers import NumberMatch
from indexer.citations.base.phrases import BLANK, END, GAP, START, maybe, one_of
from indexer.citations.base.view import TextView

_SERIAL: Final = r"\d{1,5}[a-z]?(?![0-9a-z])"
_CANDIDATE = re.compile(r"\d(?<=[a-z :\n*]\d)\d{0,4}[a-z]?(?![0-9a-z])")
_NO_SERIAL = re.compile(r"[.,:x]\d|[ ]?(?:[%/°]|-[ ]?\d|\)[ ]?\d)")
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_YEAR = re.compile(rf"{BLANK}nam{BLANK}(?:19|20)\d\d(?![ ]?-[ ]?\d)")
_ISSUED = re.compile(rf"{BLANK}(?:cua{BLANK}{BODY.pattern}|ngay{BLANK}\d{{1,2}}[/.\-])")
_DOES = re.compile(
    BLANK
    + one_of(
        "ve", "quy dinh", "huong dan", "bai bo", "sua doi", "bo sung", "thay the", "chinh sua", "dieu chinh", "phe duyet", "ban hanh", "duoc ban hanh",
        "de ra", "neu", "neu ro", "yeu cau", "cho phep", "cam", "ra doi", "co hieu luc", "het hieu luc", "da duoc ban hanh", "danh dau", "ho tro",
        "con hieu luc", "chi ro", "ghi ro", "giu nguyen", "xac dinh", "nhan manh", "khang dinh", "doi hoi", "thao go", "go", "mo duong", "mo ra", "dem",
        "dua ra", "buoc", "tao", "giup", "coi", "day", "noi ve", "noi ro", "keo dai", "lan dau",
    )
    + END
)  # fmt: skip
"""What documents do, and people do not do to a number of things."""
_TAKES = re.compile(
    START
    + one_of(
        "theo", "can cu", "thuc hien", "trien khai", "ap dung", "ban hanh", "ra", "ky", "so voi", "tai", "trong", "thay the", "thay", "sua doi", "nhu",
        "ma", "ve", "cua", "thi hanh", "quan triet", "va", "khang dinh", "thay the cho", "bai bo", "huong dan", "cung voi", "den", "tu",
    )
    + rf"{BLANK}$"
)  # fmt: skip
"""Words that have a document for their object."""
_CLOSES = re.compile(
    r"[ \n*]{0,5}(?:[.,;:)”\"&+(]|$|\n)"
    r"|[ \n*]{1,5}(?:và|mà|đã|đang|sẽ|cũng|vẫn|còn|không|chưa|thì|là|để|nhằm|ngày càng|này|trên|với|được|gồm|có)(?!\w)"
)
_OPENS = re.compile(r"(?:^|[.;:\n•*+-])[ \n]{0,3}$")
_LIST_CLOSED = re.compile(
    rf"{GAP}[;.)]|{BLANK}cua{BLANK}{BODY.pattern}|{BLANK}{one_of('gan voi', 've', 'khoa', 'da', 'duoc', 'voi', 'trong', 'tai', 'do')}{BLANK}"
)
_NEXT = re.compile(rf"{BLANK}([a-z]+)(?:{BLANK}([a-z0-9]+))?")
_MEMBER = re.compile(
    rf"{GAP}(?:[,;&+]|(?:va|hoac|(?P<to>den))(?=[ \n])){GAP}{maybe('va')}(?P<so>so{GAP}:?{GAP})?(?P<serial>{_SERIAL}|\d{{1,5}}[a-z]?(?=/))"
)
_MAX_MEMBERS: Final = 12

_SLIPS: Final = ("so", "co")
"""The word ``số``, and how scanned capitals read (``CỐ``)."""
_ENDINGS: Final = frozenset(word.replace(" ", "")[-3:] for word in kind_words())
_SHORT_ENDINGS: Final = frozenset(fold(short)[-2:] for short in kind_shorts())

_UNITS: Final = frozenset(
    "ngày tháng năm quý tuần giờ phút đồng tỷ tỉ triệu nghìn ngàn hộ xã huyện tỉnh người lớp điểm nhóm nhiệm chi bước đợt kỳ kì vụ thành"
    " trang điều khoản lần căn cán địa đĩa hàng loại mẫu màu môn mươi muôn tấn tập tạp thôn viên phiên chương bài cuộc cấp cặp cầu câu cây"
    " chặng đài đại đoạn đoàn khâu khẩu kênh loài ngành gia giá".split()
)
"""Nouns and counters behind a quantity: ``kế hoạch 15 ngày``; marks tell ``quý`` from ``quy định``."""
_ORDERING: Final = ("chinh", "dong", "tra", "hanh", "tiet", "chuyen")
"""``điều chỉnh`` and the like: no ``điều`` of a law."""
_UNITS_BARE: Final = frozenset(map(fold, _UNITS))
_UNIT_PAIRS: Final = {
    "giai": "phap thuong doan",
    "chi": "tieu bo hoi nhanh",
    "cong": "trinh nhan viec doan doi",
    "ban": "van sao tin",
    "hoi": "vien nghi thao",
    "de": "an tai xuat",
    "cua": "hang",
    "con": "bo trau lon ga",
    "to": "hop chuc trinh",
    "dieu": "kien luat dang",
    "muc": "tieu",
    "nhiem": "vu",
    "noi": "dung",
    "hop": "tac dong",
    "hoc": "vien sinh ky",
    "thanh": "vien pho phan",
    "phan": "tram viec",
    "phong": "trao hoc",
    "hoat": "dong",
    "san": "pham",
    "don": "vi hang",
    "mo": "hinh",
    "dai": "bieu",
    "van": "ban de",
    "truong": "hop",
    "ket": "qua",
    "chinh": "sach",
    "phuong": "an phap thuc",
}
"""Words that begin a unit only together with the word after them."""

_SHORTS: Final = frozenset("NĐ QĐ CT KL NQ TT TTLT NQLT ND QD".split())
_TOLD_SHORTS: Final = frozenset("KH CV HD TB BC TTr".split())
"""Shorts that stand for other things as well: what stands around has to prove a document."""


def find_short(reading: Reading) -> Iterator[Mention]:
    """Mentions that give only a serial, and the bare members of lists that they begin."""
    view, numbers = reading.view, reading.numbers
    at = 0
    for match in _CANDIDATE.finditer(view.folded):
        start = match.start()
        if start < at or start in numbers or not _may_follow_kind(view.folded, start):
            continue
        head = read_head(view, start)
        if head.kind is None or not _is_citation(view, head, kinds()[head.kind], match):
            continue
        mention = _mention(view, head.start, start, match.end(), head.kind, plural=head.plural)
        members = _members(view, mention, numbers)
        at = members[-1].end if members else mention.end
        if has_trait(head.kind, "counted") and match[0] in ("1", "2") and not head.has_so and not head.plural:
            continue
        yield mention
        yield from members


def _may_follow_kind(folded: str, start: int) -> bool:
    """A quick look at the letters before a serial, to leave out most numbers of a text."""
    before = folded[max(0, start - 14) : start].replace(" ", "").replace("\n", "").rstrip(":*")
    if before.endswith("tuso") and before[-7:-4] in _ENDINGS:
        return True
    if before.endswith(_SLIPS) and (before[-5:-2] in _ENDINGS or before[-4:-2] in _SHORT_ENDINGS):
        return True
    return before[-3:] in _ENDINGS or before[-2:] in _SHORT_ENDINGS


def _mention(view: TextView, start: int, body: int, end: int, kind: str, *, plural: bool = False) -> Mention:
    serial = view.text[body:end]
    return Mention(
        start=start,
        end=end,
        body_start=body,
        kind=kind,
        form="short",
        number=serial,
        written=serial,
        reach=end,
        plural=plural,
        headless=start == body or view.folded[start] == "s",
    )


def _is_citation(view: TextView, head: Head, kind: InstrumentKind, serial: re.Match[str]) -> bool:
    """Whether kind word and digits are a short form and not a quantity, a year or a heading."""
    folded, end = view.folded, serial.end()
    if (
        _NO_SERIAL.match(folded, end)
        or _is_item(folded, head, serial)
        or (head.colon and not head.has_so)
        or _has_unit(view, end)
    ):
        return False
    if _A_YEAR.fullmatch(serial[0]) and not (
        head.has_so or _IN_YEAR.match(folded, end) or has_trait(kind.slug, "never-by-year")
    ):
        return False
    if folded.count("\n", head.start, serial.start()) > 1:
        return False
    capital = view.text[head.start].isupper()
    if head.short:
        word = re.split(r"[\s\d:]", view.text[head.start : head.start + 5], maxsplit=1)[0]
        return capital and (
            word in _SHORTS or (len(serial[0]) > 1 and word in _TOLD_SHORTS and _is_told(view, head, end))
        )
    if head.has_so:
        return kind.serial in ("always", "capital") or (kind.serial == "so" and capital)
    if kind.serial == "always":
        free = not has_trait(kind.slug, "verb") or serial[0][0] == "0" or not serial[0].isdigit()
        opens = len(serial[0]) < 3 and _OPENS.search(folded, max(0, head.start - 4), head.start)
        return free or (capital and (not opens or bool(_CLOSES.match(view.text, end)))) or _is_told(view, head, end)
    if has_trait(kind.slug, "unlettered") and not capital:
        return _is_told(view, head, end) or (len(serial[0]) > 2 and _takes_document(view, head))
    return kind.serial == "capital" and (capital or bool(_ISSUED.match(folded, end)))


def _is_told(view: TextView, head: Head, end: int) -> bool:
    """Whether what stands around proves a document: its issuer, day or year, what documents do, or a cue before and a clause's end behind."""
    folded = view.folded
    if _ISSUED.match(folded, end) or _IN_YEAR.match(folded, end) or _DOES.match(folded, end):
        return True
    return _takes_document(view, head) and bool(_CLOSES.match(view.text, end))


def _takes_document(view: TextView, head: Head) -> bool:
    return bool(_TAKES.search(view.folded, max(0, head.start - 24), head.start))


def _is_item(folded: str, head: Head, serial: re.Match[str]) -> bool:
    """``các quyết định ⏎ 1. Quyết định số``: the number of a list's item."""
    return "\n" in folded[head.start : serial.start()] and folded[serial.end() : serial.end() + 2] in (
        ". ",
        ") ",
        ".\n",
    )


def _has_unit(view: TextView, end: int) -> bool:
    """Whether a unit of measure follows (``15 ngày``); ``năm 2018`` and ``ngày 7/5`` are none."""
    following = _NEXT.match(view.folded, end)
    if not following or _IN_YEAR.match(view.folded, end):
        return False
    first, second = following[1], following[2] or ""
    if first == "ngay":
        return not second.isdigit() and second != "cang"
    pairs = _UNIT_PAIRS.get(first)
    if pairs and second in pairs.split():
        return True
    written = view.text[following.start(1) : following.end(1)].lower()
    unmarked = view.text[max(0, end - 40) : end + 40].isascii()
    return (
        first in _UNITS_BARE
        if unmarked
        else written in _UNITS and not (pairs and (written != "điều" or second in _ORDERING))
    )


def _members(view: TextView, first: Mention, numbers: Mapping[int, NumberMatch]) -> list[Mention]:
    """Bare serials that follow in a list; they count under a plural head, or when the list ends in a fuller number.

    What the fuller number gives (symbols, year) is shared by those before it; it is itself a member, found elsewhere.
    """
    members: list[Mention] = []
    at, full = first.end, None
    for _ in range(_MAX_MEMBERS):
        match = _MEMBER.match(view.folded, at)
        if not match:
            break
        start, end = match.span("serial")
        full = numbers.get(start)
        if full or _NO_SERIAL.match(view.folded, end) or _has_unit(view, end) or (match["to"] and not match["so"]):
            break
        members.append(_mention(view, match.start("so") if match["so"] else start, start, end, first.kind))
        at = end
    if full and (full.number.is_full or full.number.year):
        for member in (first, *members):
            member.number = str(replace(full.number, serial=member.number or ""))
        return members
    if _LIST_CLOSED.match(view.folded, at) and all(len(member.number or "") > 1 for member in (first, *members)):
        first.plural = first.plural or bool(members)
    return members if first.plural else []


FORM: Final = Form(name="short", stage=Stage.SERIAL, examples=__doc__, find=find_short)
