"""Dates and issuers that stand once for a whole list.

các Quyết định số A và số B | ngày 05/7/2021 | của UBND tỉnh         both belong to A and B (plural head)
các Nghị định | của Chính phủ |: số A ngày …; số B ngày …            the issuer belongs to every member
Chính phủ | đã ban hành Nghị định A và Nghị định B                   so does the one who issued them
"""

import re
from typing import Final

from indexer.citations.base.mention import Mention
from indexer.citations.base.phrases import BLANK, END, GAP
from indexer.citations.base.view import TextView

_JOIN = re.compile(rf"{GAP}(?:,{BLANK}va{END}|[,;&+]|{'va' + END}|{'hoac' + END}|{'den' + END}){GAP}(?:cac{BLANK})?")
_MAX_MEMBERS: Final = 14


def share_in_lists(view: TextView, mentions: list[Mention]) -> None:
    """Give the members of each list the date and issuer that stand once for all of them, in place."""
    index = 0
    while index < len(mentions):
        group = _group(view, mentions, index)
        if len(group) > 1:
            _share(group)
        index = max(index + 1, mentions.index(group[-1], index) + 1 if len(group) > 1 else 0)


def _group(view: TextView, mentions: list[Mention], first: int) -> list[Mention]:
    """A head that speaks for several, and the members joined to it; what stands in a member's title is none."""
    head = mentions[first]
    group = [head]
    if not (head.plural or head.issuer_before or (head.issuer and head.colon)):
        return group
    for mention in mentions[first + 1 : first + _MAX_MEMBERS]:
        last = group[-1]
        continues = mention.list_head is not None and mention.list_head == id(head)
        closed = last is not head and last.issuer is not None and not last.issuer_before
        if continues or (not closed and _joined(view, last, mention, head)):
            group.append(mention)
        elif mention.start >= last.title_end:
            break
    return group


def _joined(view: TextView, last: Mention, mention: Mention, head: Mention) -> bool:
    if not _JOIN.fullmatch(view.folded, max(last.reach, last.end), mention.start):
        return False
    return mention.headless or mention.plural or head.plural or head.issuer_before


def _share(group: list[Mention]) -> None:
    head, last = group[0], group[-1]
    before = head.issuer if head.issuer_before or head.colon else None
    trailing = last.issuer if not last.issuer_before and head.plural else None
    own_dates = any(mention.issued_on for mention in group[:-1])
    for mention in group:
        mention.issuer = mention.issuer or trailing or before
        if mention.issued_on is None and not own_dates and head.plural and last.headless:
            mention.issued_on = last.issued_on
