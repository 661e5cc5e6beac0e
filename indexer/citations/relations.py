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
    (
        "based_on",
        rf"(?:can{_S}cu(?:{_S}vao)?|chieu{_S}theo|tren{_S}co{_S}so|dua{_S}(?:tren|vao)|xet|(?<!tiep )(?<!tiep\n)theo(?!{_S}doi)(?:{_S}(?:dung{_S})?(?:huong{_S}dan|quy{_S}dinh)(?!{_S}chi))?)",
    ),
)
_NAMES: Final[tuple[RelationKind, ...]] = tuple(name for name, _ in _CUES)
_CUE = re.compile("(?<![a-z0-9])(?:" + "|".join(f"({pattern})" for _, pattern in _CUES) + ")(?![a-z0-9])")
_NEGATION = re.compile(rf"(?:khong|chua|khong{_S}phai|khong{_S}lam)(?:{_S}(?:duoc|con|phai|co))?{_S}$")
_PASSIVE = re.compile(rf"(?:duoc|bi)(?:{_S}(?:quoc{_S}hoi|chinh{_S}phu))?{_S}$")
_AGENT = re.compile(rf"(?<![a-z])(?:boi|bang|tai|theo){_S}(?:[^.;]{{0,60}})$")
_AFTER_REPEAL = re.compile(
    rf"{_S}(?:se{_S}|da{_S})?(?:het{_S}hieu{_S}luc|khong{_S}con{_S}hieu{_S}luc|bi{_S}bai{_S}bo|duoc{_S}bai{_S}bo)"
)
_STOP = re.compile(r"[.!?…](?=[\s”\")]+)|\n[ \t\r]*\n")
_BREAK = re.compile(r"[;]|\n(?=[ \t]*(?:[-*+•–]|\d{1,2}[.)]|[a-z]\)))|[:](?=[ \n])")
_LINK = re.compile(
    rf"[ \n\r*]{{0,4}}(?:,|;|&|\+|va(?![a-z])|hoac(?![a-z])|cung(?:{_S}voi)?(?![a-z])|[,;]{_S}va(?![a-z]))[ \n\r*\-]{{0,4}}(?:(?:cac|nhung|so|cua|noi{_S}dung|tai)(?![a-z])[ \n\r]{{0,3}})?"
)
_BRIDGE_STOPS = re.compile(
    r"\b(?:gắn\s+với|đối\s+chiếu|xem|là|phù\s+hợp|đảm\s+bảo|nhắc|ghi|đọc|vi\s+phạm|tham\s+khảo|góp\s+ý|kể\s+từ|liên\s+quan|tức|ký|ra"
    r"|đã\s+có|vừa\s+có|vào)\b",
    re.IGNORECASE,
)
_BRIDGE_VERBS = re.compile(
    r"\b(?:để|nhằm|khi|thì|mà|nhưng|nếu|vì|phải|sẽ|gửi|yêu\s+cầu|giao\s+(?!dịch|thông))\b", re.IGNORECASE
)
_PASSIVE_AGENT = re.compile(
    rf"(?<![a-z])(?:duoc|bi){_S}(?:(?:quoc{_S}hoi|chinh{_S}phu){_S})?(?P<verb>sua{_S}doi|bo{_S}sung|thay{_S}the|thay|bai{_S}bo|huy{_S}bo)"
    rf"(?:[^;.]{{0,70}}?){_S}(?:boi|bang|tai|theo){_S}(?:cac{_S})?$"
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


def _sentence_start(view: TextView, low: int, high: int) -> int:
    """Where the sentence that holds `high` begins, not before `low`; 0 when none begins in between."""
    start = 0
    for match in _STOP.finditer(view.folded, low, high):
        if match[0][0] == "\n":
            start = match.end()
            continue
        at = match.end()
        while at < high and not view.text[at].isalnum():
            at += 1
        if at >= high or view.text[at].isupper() or view.text[at].isdigit() or view.has_small_letters:
            start = match.end()
    return start


def _read_one(view: TextView, mentions: list[Mention], index: int, mention: Mention, previous: Mention | None) -> None:
    mention.inside = _holders(view, mentions, index)
    floor = previous.end if previous else 0
    before = mention.pinpoint_start or mention.start
    if before < floor:
        before = mention.start
    low = max(floor, before - 230)
    cut = _sentence_start(view, low, before)
    low = max(low, cut)
    cue = None if _issued_by_name(view, mention, low) else _governing(view, low, before)
    acted = _PASSIVE_AGENT.search(view.folded, low, before)
    if acted:
        _act(mentions, index, mention, acted)
    elif cue:
        _apply(view, mentions, index, mention, cue)
    elif previous and cut <= floor:
        _inherit(view, mentions, index, mention)
    if _AFTER_REPEAL.match(view.folded, mention.reach) or _AFTER_REPEAL.match(view.folded, mention.end):
        mention.relation = "repeals"


def _issued_by_name(view: TextView, mention: Mention, low: int) -> bool:
    """``Để tổ chức thực hiện, Liên minh ban hành Kế hoạch ...``: a cue before the issuer speaks of something else."""
    if not mention.issuer_before or not mention.issuer:
        return False
    lead = view.folded[low : mention.start].rstrip()
    return lead.endswith(("ban hanh", " co", " ra", " ky", " co cac", "ban hanh cac"))


def _act(mentions: list[Mention], index: int, mention: Mention, match: re.Match[str]) -> None:
    """``X được sửa đổi bởi Y``: here Y is only mentioned; that Y amends X is an edge between the two."""
    verb = match["verb"]
    mention.relation, mention.inside = "mentions", ()
    if index:
        mention.acts_on = index - 1
        mention.acts_as = (
            "amends" if verb[0] in "sb" and not verb.startswith("bai") else "replaces" if verb[0] == "t" else "repeals"
        )


def _governing(view: TextView, low: int, high: int) -> re.Match[str] | None:
    """The last cue before a mention whose object the mention is."""
    last = None
    for match in _CUE.finditer(view.folded, low, high):
        last = match if last is None or not _swallows(last, match) else last
    return last if last and _reaches(view, last, high) else _wider(view, low, high, last)


def _kind(cue: re.Match[str]) -> RelationKind:
    return _NAMES[(cue.lastindex or 1) - 1]


def _swallows(earlier: re.Match[str], later: re.Match[str]) -> bool:
    """``tổng kết 5 năm thực hiện``, ``hướng dẫn thực hiện``, ``kèm theo``: the earlier cue is the tie, the later one its object."""
    near = later.start() - earlier.end() < 40
    if not near or later.string[earlier.end() : later.start()].count(","):
        return False
    return _kind(earlier) in ("reviews", "guides") and _kind(later) == "implements"


def _reaches(view: TextView, cue: re.Match[str], high: int) -> bool:
    bridge = view.folded[cue.end() : high]
    kind = _kind(cue)
    if len(bridge) > _MAX_BRIDGE[kind]:
        return False
    if _BRIDGE_STOPS.search(view.text, cue.end(), high) or _BREAK.search(
        bridge.replace(":", " ", 1) if kind == "based_on" else bridge
    ):
        return False
    verbs = _BRIDGE_VERBS.search(view.text, cue.end(), high)
    if kind == "based_on":
        return not verbs or bool(re.search(r"\stai\s(?:cac\s)?$", bridge))
    return not (bridge.count(",") > 1 or verbs or (kind == "implements" and re.search(r"\sbang\s$", bridge)))


def _wider(view: TextView, low: int, high: int, last: re.Match[str] | None) -> re.Match[str] | None:
    """``xét đề nghị của X tại``: the outer cue when an inner one (a word of the body's name, say) does not reach."""
    if last is None:
        return None
    folded = view.folded
    for match in _CUE.finditer(folded, low, last.start()):
        if (
            _kind(match) == "based_on"
            and re.search(rf"(?:tai|\(){_S}?(?:cac{_S})?$", folded[:high][-16:])
            and _reaches(view, match, high)
        ):
            return match
    return None


def _apply(view: TextView, mentions: list[Mention], index: int, mention: Mention, cue: re.Match[str]) -> None:
    folded, kind = view.folded, _kind(cue)
    lead = folded[max(0, cue.start() - 24) : cue.start()]
    if kind in ("amends", "replaces", "repeals") and (_PASSIVE.search(lead) or cue[0].endswith("bang")):
        mention.relation, mention.inside = "mentions", ()
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
    if previous.inside and mention.kind == previous.kind and re.fullmatch(r"[ \n\r]{0,2};[ \n\r]{1,3}", gap):
        mention.relation, mention.inside = previous.relation, previous.inside
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
        if _sentence_start(view, other.end, mention.start):
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
