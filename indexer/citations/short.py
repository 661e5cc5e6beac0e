"""Short forms: a kind word and a serial, nothing else.

    Chỉ thị 05 · Kết luận 56 · Nghị quyết số 30a · NĐ 113 · KL56
    các Quyết định số: 318, 319, 320, 321 · Quyết định 1600 & 1980/QĐ-TTg · Chỉ thị 11, 26-CT/TU
Not: kế hoạch 15 ngày · Chương trình 135 · Kế hoạch 2018 · quyết định 3 người · chỉ thị 5.000 hộ
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from corpus.kinds import kind_shorts, kind_words
from indexer.citations.heads import Head, read_head
from indexer.citations.mention import Mention
from indexer.citations.numbered import NumberMatch
from indexer.citations.view import TextView

_CANDIDATE = re.compile(r"([a-z]{2})[ \n\r]{0,2}:?[ \n\r]{0,2}(\d{1,5}[a-z]?)(?![0-9a-z])")
_AFTER_NUMBER = re.compile(r"[.,:x]\d|[ ]?(?:[%/°]|-[ ]?\d|\)[ ]?\d)")
_UNITS: Final = frozenset(
    "ngay thang nam quy tuan gio phut dong ty trieu nghin ngan ho xa huyen tinh nguoi lop hoc diem nhom noi nhiem giai muc "
    "chi don buoc dot ky vu mo san thanh trang dieu khoan lan can cong dia hop hang loai mau mon muoi phan phong tan tap "
    "thon to vien phien chuong bai cuoc hoi hoat cap cau cay chang con cua dai doan khau kenh loi nganh phuong gia".split()
)
_UNIT_PAIRS: Final = {
    # Words that begin a unit only together with the word after them.
    "giai": ("phap", "thuong"),
    "chi": ("tieu", "bo", "hoi", "nhanh"),
    "cong": ("trinh", "nhan", "viec", "doan", "doi"),
    "ban": ("van", "sao", "tin"),
    "hoi": ("vien", "nghi", "thao"),
    "de": ("an", "tai", "xuat"),
    "cua": ("hang",),
    "con": ("bo", "trau", "lon", "ga"),
    "to": ("hop", "chuc", "trinh"),
    "dieu": ("kien", "luat"),
    "muc": ("tieu",),
    "nhiem": ("vu",),
    "noi": ("dung",),
    "hop": ("tac", "dong"),
    "hoc": ("vien", "sinh", "ky"),
    "thanh": ("vien", "pho", "phan"),
    "phan": ("tram", "viec"),
    "phong": ("trao", "hoc"),
    "hoat": ("dong",),
    "san": ("pham",),
    "don": ("vi", "hang"),
    "mo": ("hinh",),
    "dai": ("bieu",),
    "van": ("ban",),
}
_NEXT = re.compile(r"[ \n\r]{1,3}([a-z]+)(?:[ \n\r]{1,3}([a-z0-9]+))?")
_YEAR_AFTER = re.compile(r"[ \n\r]{1,3}nam[ \n\r]{1,3}(?:19|20)\d\d")
_ALWAYS: Final = frozenset(
    ("chi-thi", "ket-luan", "nghi-quyet", "nghi-dinh", "quyet-dinh", "thong-tu", "quy-dinh", "thong-tu-lien-tich")
)
_WITH_CAPITAL: Final = frozenset(
    (
        "de-an",
        "cong-van",
        "huong-dan",
        "ke-hoach",
        "to-trinh",
        "thong-bao",
        "phap-lenh",
        "quy-che",
        "sac-lenh",
        "cong-dien",
        "bao-cao",
    )
)
_WITH_SO: Final = frozenset(
    ("chuong-trinh", "phuong-an", "thong-tri", "lenh", "nghi-quyet-lien-tich", "van-ban-hop-nhat")
)
_SHORTS: Final = frozenset(("NĐ", "QĐ", "CT", "KL", "NQ", "TT", "TTLT", "NQLT", "ND", "QD"))
_GAP = re.compile(
    r"[ \n\r]{0,2}(?:[,;&+]|va[ \n]|hoac[ \n])[ \n\r]{0,2}(?:va[ \n\r]{1,2})?(so[ \n\r]{0,2}:?[ \n\r]{0,2})?(\d{1,5}[a-z]?)(?![0-9a-z])"
)


def _endings() -> frozenset[str]:
    words = [word.replace(" ", "")[-2:] for word in kind_words()]
    shorts = [short.lower().replace("đ", "d")[-2:] for short in kind_shorts()]
    return frozenset((*words, *shorts, "so", "co"))


_ENDINGS: Final = _endings()


def find_short(view: TextView, numbers: Mapping[int, NumberMatch]) -> Iterator[Mention]:
    """Mentions that give only a serial, and the bare members of lists that they begin."""
    at = 0
    for match in _CANDIDATE.finditer(view.folded):
        start = match.start(2)
        if match[1] not in _ENDINGS or start in numbers or start < at:
            continue
        head = read_head(view, start)
        if head.kind is None or not _is_citation(view, head, match):
            continue
        mention = _mention(view, head.start, start, match.end(2), head.kind, plural=head.plural)
        members = _members(view, mention, numbers)
        at = members[-1].end if members else mention.end
        if head.kind == "nghi-quyet" and match[2] in ("1", "2") and not head.has_so and not head.plural:
            continue
        yield mention
        yield from members


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


def _is_citation(view: TextView, head: Head, match: re.Match[str]) -> bool:
    """Whether kind word and digits are a short form and not a quantity, a year or a heading."""
    folded, end = view.folded, match.end(2)
    if _AFTER_NUMBER.match(folded, end) or (head.colon and not head.has_so):
        return False
    if re.fullmatch(r"(?:19|20)\d\d", match[2]) and not (head.has_so or _YEAR_AFTER.match(folded, end)):
        return False
    if view.folded[head.start : match.start(2)].count("\n") > 1:
        return False
    capital = view.text[head.start].isupper()
    if head.short:
        return (
            capital
            and view.text[head.start : head.start + 4].split()[0].rstrip("0123456789:") in _SHORTS
            and _no_unit(folded, end)
        )
    kind = head.kind
    if kind in _ALWAYS:
        return (
            capital or head.has_so or view.has_small_letters or kind in ("chi-thi", "nghi-dinh", "quyet-dinh")
        ) and _no_unit(folded, end)
    if kind in _WITH_CAPITAL:
        return (capital or head.has_so) and _no_unit(folded, end)
    return kind in _WITH_SO and head.has_so and capital and _no_unit(folded, end)


def _no_unit(folded: str, end: int) -> bool:
    """Whether no unit of measure follows (``15 ngày``); ``năm 2018`` and ``về việc`` are none."""
    following = _NEXT.match(folded, end)
    if not following or following[1] not in _UNITS or _YEAR_AFTER.match(folded, end):
        return True
    first, second = following[1], following[2]
    if first == "ngay":
        return bool(second and second.isdigit())
    return first in _UNIT_PAIRS and second not in _UNIT_PAIRS[first]


def _members(view: TextView, first: Mention, numbers: Mapping[int, NumberMatch]) -> list[Mention]:
    """Bare serials that follow in a list; they count under a plural head, or when the list ends in a full number.

    The full number's symbols are shared by those before it, and it is itself a member.
    """
    members: list[Mention] = []
    at, full = first.end, None
    for _ in range(12):
        match = _list_step(view.folded, at)
        if not match:
            break
        start = match.start(2)
        if start in numbers:
            full = numbers[start]
            break
        if _AFTER_NUMBER.match(view.folded, match.end(2)) or not _no_unit(view.folded, match.end(2)):
            break
        members.append(_mention(view, match.start(1) if match[1] else start, start, match.end(2), first.kind))
        at = match.end(2)
    if full is not None and full.number.is_full:
        for member in (first, *members):
            member.number = str(_with_serial(full, member.number or ""))
        return members
    if full is not None and full.number.year and first.number:
        for member in (first, *members):
            member.number = f"{member.number}/{full.number.year}"
        return members
    return members if first.plural else []


def _list_step(folded: str, at: int) -> re.Match[str] | None:
    return _GAP.match(folded, at) or re.compile(r"[ \n\r]{0,2}[,&+][ \n\r]{0,2}()(\d{1,5}[a-z]?)(?=/)").match(
        folded, at
    )


def _with_serial(full: NumberMatch, serial: str) -> object:
    from dataclasses import replace

    return replace(full.number, serial=serial)
