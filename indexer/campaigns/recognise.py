"""Launch, report, publicity or mention: what a notice is to a campaign.

A launch sets people to work: its title or its body's first sentences say ``phát động``, ``tổ chức đợt thi đua``, or it is a plan whose subject is an
emulation drive. A report looks back (``sơ kết``, ``tổng kết``, ``nhìn lại``); publicity, guidance and news tell of a campaign that somebody else launched.
"""

import re

from corpus.model import Notice
from corpus.text import fold_aligned

_DRIVE = r"(?:thi dua|hoi thi|cuoc thi|thang hanh dong|tuan le)"
_LAUNCH_TITLE = re.compile(
    rf"\b(?:phat dong|phat dong dot|mo dot|to chuc dot|huong ung)\b.*\b{_DRIVE}\b|\bke hoach\b.*\b{_DRIVE}\b|\bdot thi dua\b|\bthi dua\b.*\b(?:chao mung|ky niem|lap thanh tich)\b"
)
_NOT_LAUNCH = re.compile(
    r"\b(?:bao cao|so ket|tong ket|nhin lai|ket qua|tuyen truyen|huong dan|bieu duong|khen thuong|trao tang|tuyen duong|cong bo quyet dinh|hoi dap|le trao|hop giao ban|thong bao ket luan|be mac|tin van ban|ghi nhan|guong|chuyen|bieu quyet)\b"
)
_BODY_LAUNCH = re.compile(
    rf"\b(?:phat dong|mo dot|to chuc dot|thong nhat to chuc dot|to chuc thi dua|mo)\b.{{0,60}}\b{_DRIVE}\b|\b(?:de ra|xay dung ke hoach|ban hanh ke hoach).{{0,80}}\b(?:phan viec|nhiem vu|noi dung|thi dua)"
)
_TASK = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[a-z]\)|mot la|thu nhat)[ \t]?", re.MULTILINE)


def is_launch(notice: Notice) -> bool:
    """Whether a notice launches an emulation campaign."""
    title = " ".join(fold_aligned(notice.title).split())
    body = fold_aligned(notice.text[:4000])
    if notice.head and notice.head.kind in (
        "bao-cao",
        "huong-dan",
        "quyet-dinh",
        "thong-bao",
        "chi-thi",
        "cong-van",
        "to-trinh",
    ):
        return False
    if _NOT_LAUNCH.search(title) and not re.search(r"\bphat dong\b", title):
        return False
    tasks = len(_TASK.findall(fold_aligned(notice.text)))
    if _LAUNCH_TITLE.search(title):
        return tasks >= 2 or bool(_BODY_LAUNCH.search(" ".join(body.split())))
    return tasks >= 2 and "thi dua" in title and bool(_BODY_LAUNCH.search(" ".join(body.split())))
