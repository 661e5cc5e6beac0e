"""What a notice is to a campaign: its launch, a report, the closing review, publicity, guidance, or a mention.

The first act that the subject names decides (``Phát động thi đua … và Hội nghị biểu dương …`` launches, ``Hội nghị tổng kết đợt thi đua …``
does not); the body has to bear it out: a sentence that launches, and tasks or a period. News tells of a launch in another voice.
"""

import re
from typing import Final, Literal

from corpus.kinds import kind_role
from corpus.model import Notice
from corpus.text import fold_aligned
from indexer.campaigns.parts import Parts, read_parts
from indexer.campaigns.period import find_period
from indexer.campaigns.tasks import find_tasks
from indexer.campaigns.wording import BLANK, one_of, phrases, whole

Role = Literal["launch", "report", "closing", "publicity", "guidance", "honours", "meeting", "upkeep", "other"]
_Act = Role | Literal["drive"]

_ACTS: Final[tuple[tuple[Role, tuple[str, ...]], ...]] = (
    ("closing", ("tong ket", "bao cao tong ket", "le tong ket", "hoi nghi tong ket", "be mac", "khep lai", "ket thuc dot")),
    (
        "report",
        ("bao cao", "so ket", "nhin lai", "ket qua", "danh gia", "hieu qua", "dau an", "sau mot nam", "thanh tich dat duoc", "tinh hinh"),
    ),
    ("publicity", ("tuyen truyen", "truyen thong", "gioi thieu", "quang ba", "hoi dap", "ban tin", "diem tin", "lan toa", "soi noi", "tin van", "thong cao")),
    ("guidance", ("huong dan", "the le", "quy che", "quy dinh", "tieu chi", "thang diem", "bieu mau")),
    (
        "honours",
        (
            "bieu duong", "khen thuong", "tuyen duong", "ton vinh", "vinh danh", "trao tang", "trao giai", "trao thuong", "trao bang", "tam guong", "guong sang", "guong dien hinh",
            "cong nhan", "tang bang khen", "tang co", "xet tang", "binh xet", "suy ton", "danh sach", "nhan bang khen",
        ),
    ),
    (
        "meeting",
        (
            "hoi nghi", "cuoc hop", "hop giao ban", "hop bao", "hop xet", "le phat dong", "le ky niem", "le trao", "le ra quan", "buoi le", "le mit tinh", "giay moi", "thu moi", "moi du", "moi hop", "ky giao uoc", "giao uoc", "tap huan", "hoi cho", "toa dam", "giao ban",
            "khai mac", "gap mat", "doi thoai", "lich cong tac", "ky ket", "lam viec voi", "tham hoi", "hoi thao", "ket luan", "bien ban", "to chuc dai hoi",
        ),
    ),
    (
        "upkeep",
        (
            "gia han", "dieu chinh", "tam dung", "sua doi", "bo sung", "tam hoan", "hoan to chuc", "dung to chuc", "dinh chinh", "don doc", "nhac viec", "nhac nho", "gop y", "du thao", "xin y kien",
            "lay y kien", "kinh phi", "quyet toan", "du toan", "thanh lap ban", "thanh lap hoi dong", "thanh lap to", "kien toan", "phan cong", "dang ky",
            "kiem tra", "cham diem", "tra loi", "thay doi", "huy bo", "chuan bi", "de nghi khen", "to trinh", "rut kinh nghiem", "kiem diem",
        ),
    ),
)  # fmt: skip
_WORK = ("cong tac thi dua", "cong tac thi dua khen thuong", "cong tac thi dua, khen thuong", "cong tac thi dua - khen thuong", "thi dua khen thuong", "thi dua, khen thuong", "thi dua - khen thuong", "thi dua-khen thuong", "thi dua va khen thuong",
         "hoi dong thi dua", "cum thi dua", "khoi thi dua", "luat thi dua", "ban thi dua", "thi dua ai quoc", "thi dua yeu nuoc")  # fmt: skip
_LAUNCH_ACTS = (
    "phat dong", "mo dot", "to chuc dot thi dua", "to chuc thi dua", "to chuc phong trao", "to chuc cuoc thi", "to chuc hoi thi", "to chuc tuan le",
    "to chuc thang hanh dong", "to chuc chien dich", "huong ung", "ra quan", "keu goi", "dot thi dua", "phong trao", "cuoc thi", "hoi thi",
    "thang hanh dong", "thang cao diem", "tuan le", "chien dich",
)  # fmt: skip
_FIRST_WORD = r"(?:(?<=^)|(?<=: )|(?<=ke hoach )|(?<=chuong trinh )|(?<=ngay dem ))"
_ACT = re.compile(
    rf"(?P<work>{whole(one_of(*_WORK))})|(?P<launch>{_FIRST_WORD}thi{BLANK}dua(?![a-z])|{whole(one_of(*_LAUNCH_ACTS))})|(?P<drive>{whole(one_of('thi dua'))})|"
    + "|".join(f"(?P<{role}>{whole(one_of(*words))})" for role, words in _ACTS)
)
_DRIVE = phrases(
    "thi dua", "cuoc thi", "hoi thi", "thang hanh dong", "thang cao diem", "tuan le", "chien dich", "phong trao"
)
_OUTRIGHT = phrases(
    "phat dong",
    "to chuc phat dong",
    "mo dot",
    "keu goi",
    "to chuc dot thi dua",
    "to chuc phong trao thi dua",
    "huong ung",
)
_OPENING_OF_NEWS = re.compile(
    rf"\s*(?:\(?[^\n.]{{0,40}}\)?\s*[-–]\s*)?(?:(?:vao{BLANK})?{one_of('sang', 'chieu', 'toi', 'trua')}(?:{BLANK}(?:{one_of('nay', 'qua')}|ngay|\d)|,)|"
    rf"(?:vua{BLANK}qua|moi{BLANK}day|hom{BLANK}nay|trong{BLANK}hai{BLANK}ngay)|(?:trong{BLANK})?ngay{BLANK}\d{{1,2}}[^.\n]{{0,24}},)"
)
_TELLS = phrases(
    "vua phat dong", "du le", "tai buoi le", "tai le phat dong", "phat bieu", "cho biet", "phong vien", "to chuc le phat dong", "vua ban hanh", "chia se"
)  # fmt: skip
_HINTS = phrases(
    "tham du", "co mat", "theo do", "da phat dong", "da ban hanh", "sau gan", "sau hon", "qua thoi gian", "nhin chung", "dat duoc"
)  # fmt: skip
_NEWS_REACH: Final = 1200


def role_of(notice: Notice) -> Role:
    """What a notice is to a campaign."""
    return role_of_parts(read_parts(notice))


def looks_back(title: str) -> Role | None:
    """``report`` or ``closing`` when a title says so first, else None."""
    act = _act(title)
    return act if act == "report" or act == "closing" else None


def role_of_parts(parts: Parts) -> Role:
    """`role_of`, when the parts are read already."""
    head = parts.notice.head
    role = kind_role(head.kind) if head else None
    if role:
        return role
    acts = [act for act in (_act(parts.subject), _act(parts.notice.title)) if act]
    for act in acts:
        if act != "launch" and act != "drive":
            return act
    if "launch" in acts:
        return "launch" if _bears_out(parts) else "other"
    if "drive" in acts:
        named = parts.launch and _DRIVE.search(parts.folded, parts.launch.start, parts.launch.end)
        return "launch" if named and _bears_out(parts) else "other"
    return "launch" if _launches_unsaid(parts) else "other"


def _act(subject: str) -> _Act | None:
    """The first act that a subject names; ``drive`` when it only speaks of emulation (``Bến Tre: hợp tác xã thi đua …``), None when it names none."""
    folded = fold_aligned(" ".join(subject.split()))
    for match in _ACT.finditer(folded):
        if match.lastgroup != "work":
            return match.lastgroup  # type: ignore[return-value]
    return None


def _bears_out(parts: Parts) -> bool:
    """Whether the body does what the subject says: people are given tasks or a period, in the voice of a document."""
    tasks = find_tasks(parts.notice.text)
    if not parts.is_document and _is_told(parts):
        return False
    if parts.launch is None:
        return bool(tasks) and parts.is_document
    return bool(tasks) or find_period(parts.notice.text, parts.notice.published_on) is not None


def _launches_unsaid(parts: Parts) -> bool:
    """A document whose subject names no act: its opening launches a drive by name, before any of its points, and gives tasks."""
    tasks = find_tasks(parts.notice.text)
    if parts.launch is None or not tasks or parts.launch.start >= tasks[0].start:
        return False
    if not parts.is_document and _is_told(parts):
        return False
    return bool(
        _OUTRIGHT.match(parts.folded, parts.launch.start)
        and _DRIVE.search(parts.folded, parts.launch.start, parts.launch.end)
    )


def _is_told(parts: Parts) -> bool:
    """Whether a text is news of a launch, told by somebody who was there."""
    if _OPENING_OF_NEWS.match(parts.folded) or _TELLS.search(parts.folded, 0, _NEWS_REACH):
        return True
    return len({match[0] for match in _HINTS.finditer(parts.folded, 0, _NEWS_REACH)}) > 1
