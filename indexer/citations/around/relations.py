"""What the citing text does with each document, and which document holds which tie.

A cue (`cues`) governs the mention that follows it closely (``Thực hiện | Chỉ thị số 34-CT/TW``); a mention without one takes the
relation of its list (`levels`) or of the list's heading (`sentences`). A cue inside a title ties the mention to the bearer of the title.

    Chỉ thị 12/CT-TTg … về đẩy mạnh thực hiện Kết luận 56-KL/TW      the directive implements the conclusion: `inside`
    Nghị định A được sửa đổi bởi Nghị định B                         B is mentioned, and amends A: `acts_on`, `acts_as`
    Nghị định A ngày …, thay thế Nghị định B                         replaces, said of B by A: `inside`
    Quyết định A và Quyết định B … hết hiệu lực                      repeals, said by the text itself
"""

import re
from typing import Final

from corpus.kinds import has_trait
from corpus.model import RelationKind
from indexer.citations.around.cues import Cue, asserts, find_cues, governing_cue, is_passive
from indexer.citations.around.levels import JOINED, inherit, link_between
from indexer.citations.around.sentences import heading_relation, sentence_start
from indexer.citations.base.mention import Mention
from indexer.citations.base.phrases import BLANK, END, GAP, START, maybe, one_of
from indexer.citations.base.view import TextView

_HELD: Final[tuple[RelationKind, ...]] = ("amends", "replaces", "repeals", "guides", "implements")
_MAX_LEAD: Final = 230
_MAX_PATIENTS: Final = 4
_MAX_BEARERS: Final = 5

_ENDED = re.compile(
    rf"\)?{BLANK}{maybe(one_of('se', 'da', 'cung'))}"
    + one_of("het hieu luc", "khong con hieu luc", "cham dut hieu luc", "bi bai bo", "duoc bai bo")
)
_ENDED_LATER = re.compile(rf"{BLANK}{one_of('het hieu luc', 'khong con hieu luc')}{BLANK}(?:thi|ke|tu|vao)")
_YEARS_OF = re.compile(rf"{GAP}[,;]?{GAP}(?:va{BLANK})?\d{{1,2}}{BLANK}nam{BLANK}")
"""``tổng kết 20 năm thực hiện A | và 10 năm | thi hành B``: both are reviewed."""
_AFTER_SO_LONG = re.compile(rf"{START}sau{BLANK}(?:[a-z0-9]+{BLANK}){{1,4}}(?:nam|thang|quy|tuan){BLANK}$")
_REPORTS = re.compile(rf"[^.;]{{0,160}}?{BLANK}bao{BLANK}cao{BLANK}(?:ket|tinh|nhu|so){END}")
"""``Sau năm tháng thực hiện A, Liên minh báo cáo như sau``: A is reviewed."""
_OPENING = re.compile(rf"[ \n*\-•+]*(?:\d{{1,2}}[.)]|[a-z]\))?[ \n*]*(?:cac{BLANK})?")
_ISSUING = re.compile(rf"{START}{one_of('ban hanh', 'co', 'ra', 'ky')}(?:{BLANK}cac)?{GAP}$")
_SUBJECT = re.compile(rf"{GAP},?{GAP}{maybe(one_of('va', 'dong thoi', 'nay', 'con', 'de', 'nham', 'da'))}")


def read_relations(view: TextView, mentions: list[Mention]) -> None:
    """Fill `relation`, `inside`, `acts_on` and `acts_as` of the mentions, in place."""
    for index in range(len(mentions)):
        _read_one(view, mentions, index)


def _read_one(view: TextView, mentions: list[Mention], index: int) -> None:
    mention = mentions[index]
    floor = mentions[index - 1].end if index else 0
    before = max(mention.lead_start, floor)
    mention.inside = _holders(view, mentions, index)
    sentence = sentence_start(view, max(floor, before - _MAX_LEAD), before)
    low = max(floor, before - _MAX_LEAD, sentence)
    cue = None if _is_issued(view, mention) else governing_cue(view, low, before)
    heading = heading_relation(view, mention) if cue is None else None
    if cue and is_passive(view, cue, before):
        _act(view, mentions, index, cue)
    elif cue:
        mention.relation = cue.kind if asserts(view, cue, before) else "mentions"
        if index and mentions[index - 1].relation == "reviews" and _YEARS_OF.fullmatch(view.folded, floor, cue.start):
            mention.relation = "reviews"
        if (
            cue.kind == "implements"
            and _AFTER_SO_LONG.search(view.folded, low, cue.start)
            and _REPORTS.match(view.folded, mention.end)
        ):
            mention.relation = "reviews"
        _hold(view, mentions, index, cue)
    elif heading:
        mention.relation, mention.inside = heading, ()
    elif index and sentence <= floor:
        inherit(view, mentions, index)
    if _is_ended(view, mention, view.folded[low:before]):
        _end(view, mentions, index)


def _is_issued(view: TextView, mention: Mention) -> bool:
    """``Để tổ chức thực hiện, Liên minh ban hành Kế hoạch ...``: a cue before the issuer speaks of something else."""
    return mention.issuer_before and bool(_ISSUING.search(view.folded, max(0, mention.start - 24), mention.start))


def _act(view: TextView, mentions: list[Mention], index: int, cue: Cue) -> None:
    """``X được sửa đổi bởi Y``: here Y is only mentioned; that Y amends X is an edge between the two."""
    mention = mentions[index]
    mention.relation, mention.inside = "mentions", ()
    for at in range(index - 1, max(-1, index - 1 - _MAX_PATIENTS), -1):
        patient = mentions[at]
        if sentence_start(view, patient.end, cue.start):
            return
        if patient.acts_on is not None:
            continue
        if patient.kind == mention.kind or _may_change(mention.kind, patient.kind):
            mention.acts_on, mention.acts_as = at, cue.kind
            return


def _may_change(kind: str, other: str) -> bool:
    """Whether a document of a kind may change one of another: laws, ordinances and resolutions may."""
    return has_trait(kind, "legislative") and has_trait(other, "legislative")


def _hold(view: TextView, mentions: list[Mention], index: int, cue: Cue) -> None:
    """``A ngày …, thay thế B``: A is the one that replaces B, although B is not in a title of A's."""
    if index and not mentions[index].inside and cue.kind in _HELD:
        subject = mentions[index - 1]
        begin = max(subject.reach, subject.end)
        if subject.relation == "mentions" and _SUBJECT.fullmatch(view.folded, begin, max(begin, cue.start)):
            mentions[index].inside = (index - 1,)


def _is_ended(view: TextView, mention: Mention, lead: str) -> bool:
    """``X hết hiệu lực``, directly or behind the title of an X that begins the sentence."""
    if _ENDED.match(view.folded, mention.reach) or _ENDED.match(view.folded, mention.end):
        return True
    opens = mention.relation == "mentions" and mention.acts_on is None and _OPENING.fullmatch(lead)
    return bool(
        opens and mention.title and _ENDED_LATER.search(view.folded, mention.title_start, mention.title_end + 8)
    )


def _end(view: TextView, mentions: list[Mention], index: int) -> None:
    """What is said of the last of several is said of all: ``A và B hết hiệu lực``."""
    mentions[index].relation = "repeals"
    while index and link_between(view, mentions[index - 1], mentions[index]) in (",", "v"):
        index -= 1
        mentions[index].relation = "repeals"


def _holders(view: TextView, mentions: list[Mention], index: int) -> tuple[int, ...]:
    """Indices of the mentions in whose title this one stands; coordinated bearers share one title."""
    mention = mentions[index]
    for at in range(index - 1, max(-1, index - 1 - _MAX_BEARERS), -1):
        other = mentions[at]
        if not (other.title and other.title_start <= mention.start < other.title_end):
            continue
        if _leaves_title(view, max(other.title_start, mentions[index - 1].end), mention):
            return ()
        holders = [at]
        while at and _coordinated(view, mentions[at - 1], mentions[at]) and not _same(mentions[at - 1], mention):
            at -= 1
            holders.append(at)
        return tuple(reversed(holders))
    return ()


def _same(first: Mention, second: Mention) -> bool:
    return first.number is not None and first.number == second.number


def _leaves_title(view: TextView, low: int, mention: Mention) -> bool:
    """Whether a comma, ``và`` or a new line before the mention closes the title and goes on with the outer list."""
    if find_cues(view, max(low, mention.start - 60), mention.start):
        return False
    line = view.folded.rfind("\n", low, mention.start)
    if line >= 0 and not view.folded[line : mention.start].strip(" \n*#"):
        return True
    return bool(JOINED.search(view.folded, max(low, mention.start - 14), mention.start))


def _coordinated(view: TextView, first: Mention, second: Mention) -> bool:
    """``A và B về ...``: both are of one list, A has no title of its own and is joined to B by one ``và``."""
    gap = view.folded[max(first.reach, first.end) : second.start]
    return first.title is None and first.inside == second.inside and gap.split() == ["va"]
