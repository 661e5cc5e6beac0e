"""What the citing text does with each document, and which document holds which tie.

A cue (`cues`) governs the mention that follows it closely (``Thực hiện | Chỉ thị số 34-CT/TW``). A mention without one is a member of
a list: of the innermost list that it fits. A cue inside a title ties the mention to the document that bears the title.

    Căn cứ A hướng dẫn B và C        C outranks A: guided like B.     C is of A's rank: a basis like A.
    A được sửa đổi bởi B và C        B and C are mentioned; that they amend A is an edge between them.
    A thay thế B; C hết hiệu lực     said of B by A, of C by the text.
"""

import re
from typing import Final

from corpus.model import RelationKind
from indexer.citations.cues import Cue, asserts, find_cues, governing_cue, is_passive
from indexer.citations.mention import Mention
from indexer.citations.phrases import BLANK, END, GAP, START, maybe, one_of
from indexer.citations.ranks import rank_of
from indexer.citations.view import TextView

_LAWS: Final = frozenset(("hien-phap", "bo-luat", "luat", "phap-lenh", "nghi-quyet"))
_ACTIVE: Final[tuple[RelationKind, ...]] = ("amends", "replaces", "repeals", "guides")
_MAX_LEAD: Final = 230
_MAX_MEMBERS: Final = 8

_STOP = re.compile(r"[.!?…](?=[\s”\")]+)|\n[ \t]*\n")
_ENDED = re.compile(
    rf"{BLANK}{maybe('se|da|cung')}" + one_of("het hieu luc", "khong con hieu luc", "bi bai bo", "duoc bai bo")
)
_LINK = re.compile(
    rf"{GAP}(?P<sign>[,;]?{GAP}(?:{one_of('va', 'hoac', 'cung', 'cung voi')}{END})|[,;&+]){GAP}-?{GAP}"
    rf"{maybe(one_of('cac', 'nhung', 'noi dung', 'tai', 'cua'))}(?:so{BLANK})?"
)
_JOINED = re.compile(rf"(?:[;,]|{START}va)[ \n*\-+•]{{0,6}}(?:(?:cac|nhung){BLANK})?$")
_BULLET = re.compile(r"[ ;,.]{0,3}\n[ \n]{0,3}[-+•][ ]{0,3}")
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
    if cue and is_passive(view, cue, before):
        _act(view, mentions, index, cue)
    elif cue:
        mention.relation = cue.kind if asserts(view, cue, before) else "mentions"
        _hold(view, mentions, index, cue)
    elif index and sentence <= floor:
        _inherit(view, mentions, index, before)
    if _ENDED.match(view.folded, mention.reach) or _ENDED.match(view.folded, mention.end):
        mention.relation = "repeals"


def sentence_start(view: TextView, low: int, high: int) -> int:
    """Where the sentence that holds `high` begins, not before `low`; 0 when none begins in between."""
    start = 0
    for match in _STOP.finditer(view.folded, low, high):
        at = match.end()
        while at < high and not view.text[at].isalnum():
            at += 1
        if match[0][0] == "\n":
            start = match.end() if not view.folded[low : match.start()].rstrip(" *_").endswith("huong dan") else start
        elif at >= high or view.text[at].isupper() or view.text[at].isdigit() or view.has_small_letters:
            start = match.end()
    return start


def _is_issued(view: TextView, mention: Mention) -> bool:
    """``Để tổ chức thực hiện, Liên minh ban hành Kế hoạch ...``: a cue before the issuer speaks of something else."""
    return mention.issuer_before and bool(_ISSUING.search(view.folded, max(0, mention.start - 24), mention.start))


def _act(view: TextView, mentions: list[Mention], index: int, cue: Cue) -> None:
    """``X được sửa đổi bởi Y``: here Y is only mentioned; that Y amends X is an edge between the two."""
    mention = mentions[index]
    mention.relation, mention.inside = "mentions", ()
    for at in range(index - 1, max(-1, index - 5), -1):
        patient = mentions[at]
        if sentence_start(view, patient.end, cue.start):
            return
        if patient.kind == mention.kind or (patient.kind in _LAWS and mention.kind in _LAWS):
            mention.acts_on, mention.acts_as = at, cue.kind
            return


def _hold(view: TextView, mentions: list[Mention], index: int, cue: Cue) -> None:
    """``A ngày …, thay thế B``: A is the one that replaces B, although B is not in a title of A's."""
    if index and not mentions[index].inside and cue.kind in _ACTIVE:
        subject = mentions[index - 1]
        begin = max(subject.reach, subject.end)
        if subject.relation == "mentions" and _SUBJECT.fullmatch(view.folded, begin, max(begin, cue.start)):
            mentions[index].inside = (index - 1,)


def _inherit(view: TextView, mentions: list[Mention], index: int, before: int) -> None:
    """A list's member takes the relation of its list: the innermost one that it fits."""
    mention, previous = mentions[index], mentions[index - 1]
    if mention.list_head is not None and mention.sign == ";" and (head := _list_head(mentions, index)) is not None:
        mention.relation, mention.inside = head.relation, head.inside
        return
    link = _LINK.fullmatch(view.folded, max(previous.reach, previous.end), before)
    if link:
        mention.sign = link["sign"].strip()[:1]
        _join(view, mentions, index)
    elif _in_bullets(view, mentions, index):
        mention.relation = previous.relation
    else:
        outer = _outer(view, mentions, index)
        if outer is not None:
            mention.sign = ","
            mention.relation, mention.inside = outer.relation, outer.inside


def _list_head(mentions: list[Mention], index: int) -> Mention | None:
    """The member that began the list of a headless one."""
    wanted = mentions[index].list_head
    return next((other for other in reversed(mentions[:index]) if id(other) == wanted), None)


def _in_bullets(view: TextView, mentions: list[Mention], index: int) -> bool:
    """Whether this mention and the one before it each begin an item of the same bulleted list of bases."""
    previous, mention = mentions[index - 1], mentions[index]
    low = max(0, mention.start - 12)
    return (
        previous.relation in ("based_on", "implements")
        and bool(re.search(_BULLET.pattern + "$", view.folded[low : mention.start]))
        and bool(re.search(_BULLET.pattern + "$", view.folded[max(0, previous.start - 12) : previous.start]))
    )


def _join(view: TextView, mentions: list[Mention], index: int) -> None:
    """Relation of a mention that is joined to the one before it by ``,`` ``;`` or ``và``: from the innermost level that it fits."""
    mention, at = mentions[index], index - 1
    while True:
        peer = mentions[at]
        if _fits(mentions, mention, peer):
            mention.relation, mention.inside = peer.relation, peer.inside
            mention.acts_on, mention.acts_as = peer.acts_on, peer.acts_as
            return
        enclosing = _enclosing(view, mentions, mention, peer)
        if enclosing is not None:
            mention.relation, mention.inside = enclosing, peer.inside
            return
        if peer.acts_on is not None:
            at = peer.acts_on
        elif peer.inside:
            at = peer.inside[-1]
        else:
            outer = _outer(view, mentions, index, joined=True)
            mention.relation = outer.relation if outer is not None else peer.relation
            return


def _fits(mentions: list[Mention], mention: Mention, peer: Mention) -> bool:
    """Whether a mention that is joined to `peer` can be of the same list as it."""
    holder = mentions[peer.inside[-1]] if peer.inside else None
    if peer.acts_on is not None:
        return mention.sign != ";" and (mention.kind == peer.kind or mentions[peer.acts_on].kind == mention.kind)
    if holder is not None and mention.sign == ";":
        return peer.form == mention.form == "law" and peer.issued_on is None and peer.kind == mention.kind
    if peer.relation in ("guides", "implements"):
        if holder is not None:
            return rank_of(mention) < rank_of(holder)
        return peer.relation == "implements" or rank_of(mention) <= rank_of(peer)
    if holder is not None and peer.relation in ("amends", "replaces", "repeals"):
        return mention.kind == peer.kind and not (mention.sign == "," and holder.sign == ",")
    return True


def _enclosing(view: TextView, mentions: list[Mention], mention: Mention, peer: Mention) -> RelationKind | None:
    """``sửa đổi các Nghị định hướng dẫn Luật A và Nghị định B``: B stands beside the unnamed decrees, amended like them."""
    if not peer.inside:
        return None
    begin = mentions[peer.inside[-1]].reach
    unnamed = re.compile(rf"cac{BLANK}{BLANK.join(mention.kind.split('-'))}{END}").search(
        view.folded, begin, peer.start
    )
    if not unnamed:
        return None
    cues = [cue for cue in find_cues(view, begin, unnamed.start()) if cue.kind in ("amends", "replaces", "repeals")]
    return cues[-1].kind if cues else None


def _outer(view: TextView, mentions: list[Mention], index: int, *, joined: bool = False) -> Mention | None:
    """The latest mention of the outer level whose list runs on to this one, past titles: ``A về ..., B về ...; C``."""
    mention = mentions[index]
    lead = mention.lead_start
    if not joined and not _JOINED.search(view.folded, max(0, lead - 14), lead):
        return None
    for other in reversed(mentions[max(0, index - _MAX_MEMBERS) : index]):
        if sentence_start(view, other.end, mention.start):
            return None
        if other.inside or other.acts_on is not None or (joined and other.relation == "guides"):
            continue
        runs_on = bool(other.title) or other.reach < mention.start
        return other if runs_on and other.relation in ("based_on", "implements", "repeals", "replaces") else None
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
    if find_cues(view, max(bearer.title_start, mention.start - 60), mention.start):
        return False
    return bool(_JOINED.search(view.folded, max(bearer.title_start, mention.start - 14), mention.start))


def _coordinated(view: TextView, first: Mention, second: Mention) -> bool:
    """``A và B về ...``: both are of one list, A has no title of its own and is joined to B by one ``và``."""
    gap = view.folded[max(first.reach, first.end) : second.start]
    return first.title is None and first.inside == second.inside and gap.split() == ["va"]
