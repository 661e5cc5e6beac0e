"""Sentences, cells and items: how far what stands before a mention can speak of it.

… đã giải ngân. | Theo Nghị định …          a full stop, with a capital or a number behind it
| theo chứng từ | Nghị quyết 78/2025 |      the cells of a table
1. Căn cứ ⏎ - Quy định số …     II. CĂN CỨ ⏎ Quy định số …; Kế hoạch số …     Bãi bỏ các văn bản sau: ⏎ 1. Quyết định số … ⏎ 2. Quyết định số …      a heading speaks of all its items
"""

import re
from typing import Final

from corpus.kinds import kind_words
from corpus.model import RelationKind
from indexer.citations.around.cues import find_cues
from indexer.citations.base.mention import Mention
from indexer.citations.base.phrases import BLANK, GAP, START, one_of
from indexer.citations.base.view import TextView

_STOP = re.compile(r"[.!?…](?=[\s”\")]+)|\n[ \t]*\n|\|")
_MARK: Final = r"(?:[-–+•*]{1,2}|\(?\d{1,2}[.)]|\(?[a-z][.)])"
_ITEM = re.compile(rf"[ *]*{_MARK}[ *]*")
_UNMARKED = re.compile(r"[ *]*|.*;[ *]*")
"""Before a mention that begins its line without a mark, or goes on behind ``;``: a heading ``Căn cứ`` alone speaks of these."""
_OPENS_KIND = re.compile(rf"[ *]*{one_of(*kind_words())}{BLANK}")
_LISTED: Final = one_of(
    "van ban", "quyet dinh", "nghi quyet", "nghi dinh", "thong tu", "chi thi", "ke hoach", "quy dinh", "cong van"
)
_HEADING = re.compile(rf"{START}{_LISTED}(?:{BLANK}[a-z ]{{0,60}})?{GAP}(?:sau|sau{BLANK}day)?[ *]*:[ *]*$")
_BASES = re.compile(
    r"[ *#_]*(?:(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)/\-][ *]*)?"
    + one_of(
        "can cu",
        "cac can cu",
        "can cu phap ly",
        "cac can cu phap ly",
        "co so phap ly",
        "van ban can cu",
        "can cu ban hanh",
        "can cu xay dung",
    )
    + r"(?:[ ][a-z ]{0,40})?[ *_]*[:.]?[ *_]*"
)
"""A heading over the documents that a text rests on: ``1. Căn cứ``, ``I. CƠ SỞ PHÁP LÝ:``."""
_ENDING = re.compile(one_of("het hieu luc", "khong con hieu luc"))
_MAX_ITEMS: Final = 20
_MAX_LINE: Final = 600


def sentence_start(view: TextView, low: int, high: int) -> int:
    """Where the sentence that holds `high` begins, not before `low`; 0 when none begins in between."""
    start = 0
    for match in _STOP.finditer(view.folded, low, high):
        at = match.end()
        while at < high and not view.text[at].isalnum():
            at += 1
        if match[0][0] in "\n|":
            is_heading = view.folded[low : match.start()].rstrip(" *_").endswith("huong dan")
            start = start if is_heading else match.end()
        elif at >= high or view.text[at].isupper() or view.text[at].isdigit() or view.has_small_letters:
            start = match.end()
    return start


def heading_relation(view: TextView, mention: Mention) -> RelationKind | None:
    """What the heading of a list does with the document whose mention begins one of its items; None without such a heading."""
    folded = view.folded
    high = folded.rfind("\n", max(0, mention.lead_start - _MAX_LINE), mention.lead_start)
    before = folded[high + 1 : mention.lead_start]
    marked = _ITEM.fullmatch(before) is not None
    if high < 0 or not (marked or _UNMARKED.fullmatch(before)):
        return None
    for _ in range(_MAX_ITEMS):
        low = folded.rfind("\n", max(0, high - _MAX_LINE), high)
        line = folded[low + 1 : high]
        if _BASES.fullmatch(line):
            return "based_on"
        if marked and _HEADING.search(line):
            ending = _ENDING.search(line)
            cues = find_cues(view, low + 1, high)
            return "repeals" if ending else cues[-1].kind if cues else None
        if low < 0 or not ((_ITEM if marked else _OPENS_KIND).match(line) or not line.strip()):
            return None
        high = low
    return None
