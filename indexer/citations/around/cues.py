"""Cues: the words before a mention that say what is done with the document.

    căn cứ, theo, trên cơ sở, xét đề nghị … tại -> based_on     thực hiện, triển khai, quán triệt -> implements
    sửa đổi, bổ sung, đính chính -> amends                      thay thế, thay cho -> replaces
    bãi bỏ, hủy bỏ -> repeals                                   hướng dẫn, quy định chi tiết -> guides
    sơ kết, tổng kết -> reviews                                 (ban hành) kèm theo -> issued_with
Not: Ban Chấp hành · phạm vi điều chỉnh · sửa chữa · theo dõi · tiếp theo · mang theo · thay mặt · thi hành án · xem xét
Passive (``được sửa đổi bởi Y``) and negated (``không thay thế X``) cues assert nothing of the text itself.
"""

import re
from dataclasses import dataclass
from typing import Final

from corpus.model import RelationKind
from indexer.citations.base.phrases import BLANK, END, GAP, START, maybe, one_of, phrase
from indexer.citations.base.view import TextView

_CARRYING_OUT: Final = one_of(
    "thuc hien", "thi hanh", "trien khai", "ap dung", "to chuc thuc hien", "trien khai thuc hien"
)
_RULING: Final = one_of("quy dinh chi tiet", "quy dinh chi tiet va huong dan", "bien phap thi hanh", "huong dan")
_PETITION: Final = one_of(
    "de nghi", "kien nghi", "to trinh", "bao cao", "cong van", "van ban", "ket luan", "thong bao", "y kien"
)
_ASSESSING: Final = (
    one_of("danh gia", "kiem diem", "ra soat")
    + rf"(?={BLANK}(?:{one_of('ket qua', 'viec', 'tinh hinh')}{BLANK})?(?:\d{{1,2}}{BLANK}{one_of('nam', 'thang')}{BLANK})?{one_of('thuc hien', 'thi hanh', 'trien khai')}{END})"
)
"""``đánh giá 5 năm thực hiện |``; ``tiêu chí đánh giá`` alone reviews nothing."""
_PATTERNS: Final[dict[RelationKind, str]] = {
    "issued_with": maybe(phrase("ban hanh")) + phrase("kem theo"),
    "guides": f"{_RULING}(?!{BLANK}(?:tai|o|cua){END})(?:{BLANK}{maybe(phrase('va bien phap'))}{maybe(phrase('to chuc'))}{_CARRYING_OUT})?",
    "reviews": one_of("so ket", "tong ket", "nhin lai") + rf"|{_ASSESSING}",
    "amends": one_of("sua doi", "sua doi, bo sung", "bo sung", "dinh chinh")
    + rf"|sua(?!{BLANK}chua)|(?<!pham vi )(?<!pham vi\n)(?<!doi tuong )"
    + phrase("dieu chinh"),
    "replaces": one_of("thay the", "thay cho", "thay bang")
    + rf"|thay(?={BLANK}(?:cac{BLANK})?$)|thay{BLANK}ban(?={BLANK}(?:theo|tai){BLANK}$)",
    "repeals": one_of("bai bo", "huy bo", "cham dut hieu luc", "dinh chi"),
    "implements": maybe(phrase("to chuc"))
    + "(?:"
    + one_of("trien khai", "thuc hien", "quan triet", "cu the hoa", "hoc tap", "huong ung")
    + rf"|(?<!ban )(?<!ban\n){phrase('chap hanh')}|{phrase('thi hanh')}(?!{BLANK}an))",
    "based_on": rf"co{BLANK}so{BLANK}cua{BLANK}(?:[a-z]+{BLANK}){{1,7}}la|"
    + one_of(
        "can cu",
        "can cu vao",
        "sau khi xem xet",
        "chieu theo",
        "tren co so",
        "tren tinh than",
        "co so la",
        "co so phap ly la",
        "co so phap ly",
        "can cu phap ly",
        "dua tren",
        "dua vao",
    )
    + rf"|(?<!xem )xet(?={BLANK}(?:{_PETITION}|$))"
    + rf"|(?<!tiep )(?<!tiep\n)(?<!mang )(?<!mang\n)(?<!keo )(?<!dem )theo(?!{BLANK}(?:doi|do|chan|sat|kip|duoi|hoc|bac|guong){END})(?!(?:{BLANK}[a-z]{{1,6}}){{1,2}}{BLANK}nao{END})(?:{BLANK}{maybe('dung')}{one_of('huong dan', 'quy dinh')}(?!{BLANK}chi))?",
}
CHANGES: Final = ("amends", "replaces", "repeals")
_NAMES: Final = tuple(_PATTERNS)
_CUE = re.compile(f"{START}(?:" + "|".join(f"({pattern})" for pattern in _PATTERNS.values()) + f"){END}")

_MAX_BRIDGE: Final[dict[RelationKind, int]] = {
    "based_on": 190,
    "implements": 75,
    "reviews": 75,
    "guides": 60,
    "amends": 60,
    "replaces": 45,
    "repeals": 50,
    "issued_with": 14,
}
_MAX_ORDER: Final = 170
"""Longest bridge from an order (``Bổ sung các cửa khẩu sau vào danh sách nêu tại Điều 2 |``) to the document that it changes."""

_NEGATION = re.compile(
    one_of("khong", "chua", "khong phai", "khong lam") + rf"(?:{BLANK}(?:duoc|con|phai|co|nen|can|the))?{BLANK}$"
)
_PASSIVE = re.compile(rf"(?:duoc|bi)(?:{BLANK}{one_of('quoc hoi', 'chinh phu')})?{BLANK}$")
_AGENT_NEXT = re.compile(
    rf"(?:{BLANK}(?:{one_of('mot so dieu', 'mot so noi dung', 'lan dau')}|lan{BLANK}thu{BLANK}\w{{1,4}}))?{BLANK}(?:boi|bang|tai|theo){END}"
)
_AGENT_LAST = re.compile(rf"{START}(?:boi|bang){BLANK}(?:cac{BLANK})?$")
_AT_PLACE = re.compile(rf"{START}(?:tai|trong|o|\(){GAP}(?:cac{BLANK})?$")
_BREAK = re.compile(r"[;|]|\n(?=[ \t]*(?:[-*+•–]|\d{1,2}[.)]|[a-z]\)))|:(?=[ \n])")
_TURN = re.compile(
    r"\b(?:gắn\s+với|đối\s+chiếu|xem|là|phù\s+hợp|đảm\s+bảo|nhắc|ghi|đọc|vi\s+phạm|tham\s+khảo|góp\s+ý|kể\s+từ|liên\s+quan|tức|ký|ra"
    r"|đã\s+có|vừa\s+có|vào|dự\s+án|dự\s+thảo)\b",
    re.IGNORECASE,
)
"""Words after which the cue's object is something else; with marks, since ``là`` is no ``lá``."""
_OTHER_OBJECT = re.compile(
    rf"{START}(?:bang{BLANK}$|cung(?:{BLANK}voi)?{BLANK}$|{one_of('quy dinh', 'huong dan')}{BLANK}(?:tai|o|trong){END})"
)
"""``cụ thể hóa … bằng |``, ``thực hiện cùng |``, ``thực hiện nhiệm vụ quy định tại |``: what is carried out is not the document behind these words."""
_CLAUSE = re.compile(
    r"\b(?:để|nhằm|khi|thì|mà|nhưng|nếu|vì|phải|sẽ|gửi|yêu\s+cầu|giao\s+(?!dịch|thông))\b|,\s*(?:không|chưa|riêng|còn)\b",
    re.IGNORECASE,
)
_MANNER = re.compile(rf"{BLANK}huong{BLANK}(?!dan{END})")
"""``được sửa theo hướng áp dụng |``: the manner, not the document that amends."""
_ORDER_START = re.compile(r"(?:^|[.:;\n*“”\"])[ \n*]*(?:\d{1,2}[.)]|[a-z]\)|-)?[ \n*]*$")
_HEADED = re.compile(rf"huong{BLANK}dan[ \n*_\-]*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a view, offsets [start, end), and the relation that it stands for."""

    kind: RelationKind
    start: int
    end: int


def find_cues(view: TextView, low: int, high: int) -> list[Cue]:
    """All cues between two offsets, in order."""
    return [
        Cue(_NAMES[match.lastindex - 1], match.start(), match.end())
        for match in _CUE.finditer(view.folded, low, high)
        if match.lastindex
    ]


def governing_cue(view: TextView, low: int, high: int) -> Cue | None:
    """The last cue between two offsets whose object is the mention that begins at the second one."""
    cues = find_cues(view, low, high)
    last: Cue | None = None
    for cue in cues:
        last = last if last and _swallows(view, last, cue) else cue
    if last is None or _reaches(view, last, high):
        return last and _under_heading(view, last)
    if _AT_PLACE.search(view.folded, max(low, high - 16), high):
        # ``xét đề nghị của Ban Tổ chức … tại``: a word of the body's name may look like a cue; the outer one governs.
        return next((cue for cue in cues if cue.kind == "based_on" and _reaches(view, cue, high)), None)
    return None


def asserts(view: TextView, cue: Cue, high: int) -> bool:
    """Whether the text itself does it: neither negated nor passive."""
    lead = view.folded[max(0, cue.start - 24) : cue.start]
    return not _NEGATION.search(lead) and not is_passive(view, cue, high)


def is_passive(view: TextView, cue: Cue, high: int) -> bool:
    """Whether the mention behind the cue is the one that acts: ``được sửa đổi bởi |``, ``thay bằng |``."""
    if cue.kind not in CHANGES:
        return False
    folded = view.folded
    if folded.startswith("thay ban ", cue.start):
        return False
    return bool(
        _PASSIVE.search(folded, max(0, cue.start - 24), cue.start)
        or folded.startswith("bang", cue.end - 4)
        or _AGENT_NEXT.match(folded, cue.end, high)
        or _AGENT_LAST.search(folded, max(cue.end, high - 16), high)
    )


def _swallows(view: TextView, earlier: Cue, later: Cue) -> bool:
    """``tổng kết 5 năm thực hiện``, ``hướng dẫn thực hiện``, ``được sửa đổi theo``: the earlier cue is the tie."""
    between = view.folded[earlier.end : later.start]
    if ";" in between or ". " in between:
        return False
    if earlier.kind in CHANGES and later.kind in CHANGES:
        return between.replace(",", " ").split() in ([], ["va"], ["hoac"])
    if earlier.kind == "replaces" and view.folded.startswith("thay ban ", earlier.start):
        return not between.strip()
    if earlier.kind in CHANGES and view.folded.startswith("theo", later.start):
        by_itself = _MANNER.match(view.folded, later.end)
        return (
            not by_itself
            and len(between) < 70
            and bool(_PASSIVE.search(view.folded, max(0, earlier.start - 24), earlier.start))
        )
    return (
        earlier.kind in ("reviews", "guides")
        and later.kind == "implements"
        and len(between) < 40
        and "," not in between
    )


def _under_heading(view: TextView, cue: Cue) -> Cue:
    """``HƯỚNG DẪN`` alone on its line, ``THỰC HIỆN QUYẾT ĐỊNH SỐ …`` on the next: the document guides that decision."""
    if cue.kind == "implements" and _HEADED.search(view.folded, max(0, cue.start - 24), cue.start):
        return Cue("guides", cue.start, cue.end)
    return cue


def _reaches(view: TextView, cue: Cue, high: int) -> bool:
    """Whether nothing between a cue and the mention at `high` turns the sentence to something else."""
    folded = view.folded
    size = high - cue.end
    if _is_order(view, cue, high):
        return size <= _MAX_ORDER and ";" not in folded[cue.end : high]
    at_place = bool(_AT_PLACE.search(folded, max(cue.end, high - 16), high))
    limit = _MAX_BRIDGE["based_on"] if cue.kind == "implements" and at_place else _MAX_BRIDGE[cue.kind]
    if size > limit or _breaks(folded, cue.end, high) or _TURN.search(view.text, cue.end, high):
        return False
    if cue.kind == "based_on":
        return at_place or not _CLAUSE.search(view.text, cue.end, high)
    if _CLAUSE.search(view.text, cue.end, high) or folded.count(",", cue.end, high) > 1:
        return False
    if cue.kind != "implements" and folded[cue.end : high].rstrip(" \n").endswith(","):
        return False
    return cue.kind != "implements" or not _OTHER_OBJECT.search(folded, cue.end, high)


def _breaks(folded: str, low: int, high: int) -> bool:
    """Whether a list or a new clause begins in between; one colon may introduce the list that the cue governs."""
    breaks = [match[0] for match in _BREAK.finditer(folded, low, high)]
    if not breaks:
        return False
    colon = folded.find(":", low, high)
    introduced = colon >= 0 and not folded[colon + 1 : high].strip(" \n-*+•")
    return not (introduced or breaks == [":"])


def _is_order(view: TextView, cue: Cue, high: int) -> bool:
    """Whether the cue opens its sentence as an order, and the mention is the place that it changes."""
    return (
        cue.kind in CHANGES
        and bool(_ORDER_START.search(view.folded, max(0, cue.start - 12), cue.start))
        and bool(_AT_PLACE.search(view.folded, max(cue.end, high - 16), high) or view.folded.startswith("dieu", high))
    )
