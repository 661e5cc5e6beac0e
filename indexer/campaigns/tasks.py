"""The tasks of a launch: which list of its points says what to do, each task in full with its nested points.

A plan has other lists too: aims, who does what, rewards, to whom it goes. What tells the tasks is the line that leads to them (``gồm bốn nội
dung:``), the heading above (``NỘI DUNG THI ĐUA``), how many the text says there are, and that they are no headings of sections themselves.
"""

import re
from typing import Final

from corpus.model import Span
from indexer.campaigns.points import PointList, find_inline, find_lists
from indexer.campaigns.wording import BLANK, NUMERALS, one_of, phrases, whole

_CONTENTS = phrases(
    "noi dung", "nhiem vu", "phan viec", "viec sau", "viec chinh", "chi tieu", "cong viec", "viec lam", "muc tieu thi dua", "tieu chi thi dua",
    "noi dung trong tam", "nhung viec", "cac viec",
)  # fmt: skip
_CONTENTS_HEADING = re.compile(
    rf"(?:{one_of('cac', 'nhung', 'mot so')}{BLANK})?{one_of('noi dung', 'nhiem vu', 'phan viec', 'chi tieu thi dua', 'noi dung va chi tieu')}(?![a-z])"
)
_OTHER_HEADING = re.compile(
    one_of(
        "muc dich", "yeu cau", "y nghia", "to chuc thuc hien", "thuc hien", "khen thuong", "hinh thuc", "thoi gian", "thoi han", "kinh phi",
        "phan cong", "doi tuong", "pham vi", "giai thuong", "co cau giai", "ho so", "tieu chuan", "dieu kien", "che do", "bao cao", "noi nhan",
        "kinh gui", "trach nhiem", "bien phap", "giai phap", "tien do", "kiem tra", "so ket", "tong ket", "nguyen tac", "danh sach", "thanh phan",
        "dia diem", "cach thuc", "the le", "quy dinh", "thang diem", "cham diem", "lich", "thoi diem",
    )
    + r"(?![a-z])"
)  # fmt: skip
_LAUNCHING = phrases(
    "phat dong", "thi dua", "keu goi", "cuoc thi", "hoi thi", "thang hanh dong", "tuan le", "huong ung"
)
_NO_TASKS = phrases(
    "noi nhan", "kinh gui", "thanh phan", "dai bieu du", "dai bieu tham du", "cac dai bieu", "giai nhat", "ho so gom"
)
_COUNT = re.compile(
    whole(
        rf"(?P<count>\d{{1,2}}|{one_of(*NUMERALS)}){BLANK}(?:{one_of('nhom', 'dau')}{BLANK})?"
        rf"{one_of('noi dung', 'nhiem vu', 'phan viec', 'viec', 'cong viec', 'chi tieu', 'dau viec', 'phong trao', 'muc tieu')}"
    )
)
_THEN_COLON = re.compile(r"[^.;:,]{0,30}:")
_LONGEST_HEADING: Final = 90
_MOST: Final = 40


def find_tasks(text: str) -> list[Span]:
    """Spans of the tasks, in order; none when no list of two or more reads as tasks."""
    lists = [row for row in (*find_lists(text), *find_inline(text, 0, len(text))) if 2 <= len(row.points) <= _MOST]
    best = max(lists, key=lambda row: (_fitness(row), -row.points[0].start), default=None)
    if best is None or _fitness(best) <= 0:
        return []
    return [_trimmed(text, point.start, point.end) for point in best.points]


def _fitness(row: PointList) -> float:
    """How much a list reads as the tasks of a launch; above zero is enough."""
    lead = row.lead[-300:]
    heading = next((text for text in row.headings if text), "")
    value = 0.5 + min(len(row.points), 6) * 0.1
    if _CONTENTS_HEADING.match(heading):
        value += 4
    elif _OTHER_HEADING.match(heading):
        value -= 6
    if _CONTENTS.search(lead):
        value += 2
    if _LAUNCHING.search(lead):
        value += 2
    if lead.rstrip().endswith((":", "sau", "...")):
        value += 1
    if _NO_TASKS.search(lead[-60:]):
        value -= 9
    if any(_number(match["count"]) == len(row.points) for match in _COUNT.finditer(lead + " " + heading)):
        value += 4
    sections = sum(1 for point in row.points if _is_section(point.label))
    if sections * 2 >= len(row.points):
        value -= 8
    return value


def _is_section(label: str) -> bool:
    """Whether a point is the heading of a section (``1. Mục đích``, ``2. Nội dung thi đua:``, ``3. Thời gian: …``) and no task."""
    found = _OTHER_HEADING.match(label) or _CONTENTS_HEADING.match(label)
    if found is None:
        return False
    is_short = len(label) <= _LONGEST_HEADING and not label.endswith((".", ";", ","))
    return is_short or bool(_THEN_COLON.match(label, found.end()))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMERALS[" ".join(word.split())]


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
