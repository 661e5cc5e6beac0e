"""What the citing text does with each document, and which document holds which tie.

A cue governs the mention that follows it closely (``Thực hiện | Chỉ thị số 34-CT/TW``); members of a list, and what comes after ``;`` in a
list of bases, take the relation of their list; a cue inside a title ties the mention to the document that bears the title.

    căn cứ, theo, trên cơ sở -> based_on        thực hiện, triển khai, quán triệt -> implements
    sửa đổi, bổ sung -> amends                  thay thế -> replaces        bãi bỏ, hết hiệu lực -> repeals
    hướng dẫn, quy định chi tiết -> guides      sơ kết, tổng kết -> reviews ban hành kèm theo -> issued_with
Passive (``được sửa đổi bởi Y``) and negated (``không thay thế X``) ones assert nothing of the text itself.
"""

import re
from typing import Final

from corpus.model import RelationKind
from indexer.citations.mention import Mention
from indexer.citations.view import TextView

_S = r"[ \n\r*]{1,4}"
_CUES: Final[tuple[tuple[RelationKind, str], ...]] = (
    ("issued_with", rf"(?:ban{_S}hanh{_S})?kem{_S}theo"),
    (
        "guides",
        rf"(?:huong{_S}dan|quy{_S}dinh{_S}chi{_S}tiet|quy{_S}dinh{_S}chi{_S}tiet{_S}va{_S}huong{_S}dan)(?:{_S}(?:va{_S}bien{_S}phap{_S})?(?:to{_S}chuc{_S})?(?:thuc{_S}hien|thi{_S}hanh|ap{_S}dung|trien{_S}khai))?",
    ),
    ("reviews", rf"(?:so{_S}ket|tong{_S}ket)"),
    ("amends", rf"(?:sua{_S}doi(?:,?{_S}bo{_S}sung)?|bo{_S}sung|sua|dieu{_S}chinh|dinh{_S}chinh)"),
    ("replaces", rf"(?:thay{_S}the|thay{_S}cho|thay{_S}bang)"),
    ("repeals", rf"(?:bai{_S}bo|huy{_S}bo|cham{_S}dut{_S}hieu{_S}luc|dinh{_S}chi)"),
    (
        "implements",
        rf"(?:(?:to{_S}chuc{_S})?(?:trien{_S}khai|thuc{_S}hien|quan{_S}triet|chap{_S}hanh|thi{_S}hanh|cu{_S}the{_S}hoa|hoc{_S}tap|huong{_S}ung))",
    ),
    ("based_on", rf"(?:can{_S}cu(?:{_S}vao)?|chieu{_S}theo|tren{_S}co{_S}so|dua{_S}(?:tren|vao)|xet|theo(?!{_S}doi))"),
)
_NAMES: Final[tuple[RelationKind, ...]] = tuple(name for name, _ in _CUES)
_CUE = re.compile("(?<![a-z0-9])(?:" + "|".join(f"({pattern})" for _, pattern in _CUES) + ")(?![a-z0-9])")
_NEGATION = re.compile(rf"(?:khong|chua|khong{_S}phai|khong{_S}lam)(?:{_S}(?:duoc|con|phai|co))?{_S}$")
_PASSIVE = re.compile(rf"(?:duoc|bi)(?:{_S}(?:quoc{_S}hoi|chinh{_S}phu))?{_S}$")
_AGENT = re.compile(rf"(?<![a-z])(?:boi|bang|tai|theo){_S}(?:[^.;]{{0,60}})$")
_AFTER_REPEAL = re.compile(
    rf"{_S}(?:se{_S}|da{_S})?(?:het{_S}hieu{_S}luc|khong{_S}con{_S}hieu{_S}luc|bi{_S}bai{_S}bo|duoc{_S}bai{_S}bo)"
)
_SENTENCE = re.compile(r"[.!?](?=[ \n\r”\"]+[^a-z]|[ \n\r]*$)|\n[ \t\r]*\n")
_BREAK = re.compile(r"[;]|\n(?=[ \t]*(?:[-*+•–]|\d{1,2}[.)]|[a-z]\)))|[:](?=[ \n])")
_LINK = re.compile(
    rf"[ \n\r*]{{0,4}}(?:,|;|&|\+|va(?![a-z])|hoac(?![a-z])|cung(?:{_S}voi)?(?![a-z])|[,;]{_S}va(?![a-z]))[ \n\r*\-]{{0,4}}(?:(?:cac|nhung|so|cua|noi{_S}dung|tai)(?![a-z])[ \n\r]{{0,3}})?"
)
_BRIDGE_STOPS = re.compile(
    rf"(?<![a-z])(?:gan{_S}voi|doi{_S}chieu|neu{_S}tai|xem|phu{_S}hop|dam{_S}bao|nhac|ghi|doc|vi{_S}pham|tham{_S}khao|gop{_S}y|ke{_S}tu|lien{_S}quan|tuc|ky|ra|da{_S}co|vua{_S}co)(?![a-z])"
)
_BRIDGE_VERBS = re.compile(
    rf"(?<![a-z])(?:de|nham|cho|khi|thi|ma|nhung|neu|vi|phai|se|gui|lap|yeu{_S}cau|giao|nhan)(?![a-z])"
)
_MAX_BRIDGE: Final = {
    "based_on": 190,
    "implements": 75,
    "reviews": 75,
    "guides": 60,
    "amends": 60,
    "replaces": 45,
    "repeals": 50,
    "issued_with": 14,
}


def read_relations(view: TextView, mentions: list[Mention]) -> None:
    """Fill `relation`, `inside`, `acts_on` and `acts_as` of the mentions, in place."""
    for index, mention in enumerate(mentions):
        previous = mentions[index - 1] if index else None
        _read_one(view, mentions, index, mention, previous)


def _read_one(view: TextView, mentions: list[Mention], index: int, mention: Mention, previous: Mention | None) -> None:
    mention.inside = _holders(view, mentions, index)
    floor = previous.end if previous else 0
    before = mention.pinpoint_start or mention.start
    if before < floor:
        before = mention.start
    low = max(floor, before - 230)
    cut = _last_end(_SENTENCE, view.folded, low, before)
    cue = _governing(view.folded, max(low, cut), before)
    if cue:
        _apply(view, mentions, index, mention, cue)
    elif previous and cut <= floor:
        _inherit(view, mentions, index, mention)
    if _AFTER_REPEAL.match(view.folded, mention.reach) or _AFTER_REPEAL.match(view.folded, mention.end):
        mention.relation = "repeals"


def _last_end(pattern: re.Pattern[str], folded: str, low: int, high: int) -> int:
    end = 0
    for match in pattern.finditer(folded, low, high):
        end = match.end()
    return end


def _governing(folded: str, low: int, high: int) -> re.Match[str] | None:
    """The last cue before a mention whose object the mention is."""
    last = None
    for match in _CUE.finditer(folded, low, high):
        last = match if last is None or not _swallows(last, match) else last
    return last if last and _reaches(folded, last, high) else _wider(folded, low, high, last)


def _kind(cue: re.Match[str]) -> RelationKind:
    return _NAMES[(cue.lastindex or 1) - 1]


def _swallows(earlier: re.Match[str], later: re.Match[str]) -> bool:
    """``tổng kết 5 năm thực hiện``, ``hướng dẫn thực hiện``, ``kèm theo``: the earlier cue is the tie, the later one its object."""
    near = later.start() - earlier.end() < 40
    if not near or later.string[earlier.end() : later.start()].count(","):
        return False
    return _kind(earlier) in ("reviews", "guides") and _kind(later) == "implements"


def _reaches(folded: str, cue: re.Match[str], high: int) -> bool:
    bridge = folded[cue.end() : high]
    kind = _kind(cue)
    if len(bridge) > _MAX_BRIDGE[kind]:
        return False
    if _BRIDGE_STOPS.search(bridge) or _BREAK.search(bridge.replace(":", " ", 1) if kind == "based_on" else bridge):
        return False
    plain = bridge.replace("\n", " ")
    if kind == "based_on":
        return not _BRIDGE_VERBS.search(plain) or bool(re.search(r" tai (?:cac )?$", plain))
    return not (plain.count(",") > 1 or _BRIDGE_VERBS.search(plain))


def _wider(folded: str, low: int, high: int, last: re.Match[str] | None) -> re.Match[str] | None:
    """``xét đề nghị của X tại``: the outer cue when an inner one (a word of the body's name, say) does not reach."""
    if last is None:
        return None
    for match in _CUE.finditer(folded, low, last.start()):
        if (
            _kind(match) == "based_on"
            and re.search(rf"(?:tai|\(){_S}?(?:cac{_S})?$", folded[:high][-16:])
            and _reaches(folded, match, high)
        ):
            return match
    return None


def _apply(view: TextView, mentions: list[Mention], index: int, mention: Mention, cue: re.Match[str]) -> None:
    folded, kind = view.folded, _kind(cue)
    lead = folded[max(0, cue.start() - 24) : cue.start()]
    if kind in ("amends", "replaces", "repeals") and (_PASSIVE.search(lead) or cue[0].endswith("bang")):
        previous = mentions[index - 1] if index else None
        if previous is not None and cue.start() - previous.reach < 60:
            mention.acts_on, mention.acts_as = index - 1, kind
        mention.relation = "mentions"
        mention.inside = ()
        return
    if _NEGATION.search(lead):
        return
    if (
        kind in ("amends", "replaces")
        and _AGENT.search(folded, cue.end(), mention.start)
        and not re.search(rf"noi{_S}|tai{_S}(?:dieu|khoan|muc|phu)", folded[cue.end() : mention.start])
    ):
        mention.relation = "mentions"
        return
    mention.relation = kind


def _inherit(view: TextView, mentions: list[Mention], index: int, mention: Mention) -> None:
    """A list's member takes the relation of its list: directly joined ones of their neighbour, after ``;`` of the outer level."""
    previous = mentions[index - 1]
    gap = view.folded[max(previous.reach, previous.end) : mention.start]
    if _LINK.fullmatch(gap) and ";" not in gap:
        mention.relation = previous.relation
        mention.inside = previous.inside
        return
    outer = _outer(view, mentions, index)
    if outer is not None:
        mention.relation = outer.relation
        mention.inside = outer.inside


def _outer(view: TextView, mentions: list[Mention], index: int) -> Mention | None:
    """The latest mention of the outer level whose list runs on to this one, past titles: ``A về ..., B về ...; C``."""
    mention = mentions[index]
    lead = view.folded[max(0, mention.start - 12) : mention.start]
    joined = re.search(rf"(?:[;,]|(?<![a-z])va)[ \n\r*\-]{{0,4}}(?:(?:cac|nhung){_S})?$", lead)
    if not joined:
        return None
    for other in reversed(mentions[max(0, index - 8) : index]):
        if _SENTENCE.search(view.folded, other.end, mention.start):
            return None
        if other.inside:
            continue
        title = bool(other.title) or other.reach < mention.start
        return other if title and other.relation in ("based_on", "implements", "repeals", "replaces") else None
    return None


def _holders(view: TextView, mentions: list[Mention], index: int) -> tuple[int, ...]:
    """Indices of the mentions in whose title this one stands; coordinated bearers share one title."""
    mention = mentions[index]
    for at in range(index - 1, max(-1, index - 6), -1):
        other = mentions[at]
        if not (other.title and other.title_start <= mention.start < other.title_end):
            continue
        if _leaves_title(view, other, mention):
            return ()
        holders = [at]
        while at and _coordinated(view, mentions[at - 1], mentions[at]):
            at -= 1
            holders.append(at)
        return tuple(reversed(holders))
    return ()


def _leaves_title(view: TextView, bearer: Mention, mention: Mention) -> bool:
    """Whether a comma or ``và`` before the mention closes the title and goes on with the outer list."""
    gap = view.folded[bearer.title_start : mention.start]
    if _CUE.search(gap[-60:]):
        return False
    return bool(re.search(rf"(?:,|(?<![a-z])va)[ \n\r]{{1,3}}(?:cac{_S}|nhung{_S})?$", gap))


def _coordinated(view: TextView, first: Mention, second: Mention) -> bool:
    """``A và B về ...``: A has no title of its own and is joined to B by one ``và``."""
    gap = view.folded[max(first.reach, first.end) : second.start]
    return first.title is None and bool(re.fullmatch(r"[ \n\r]{1,3}va[ \n\r]{1,3}", gap))
