"""Lists and their levels: whose list a mention continues, when no cue of its own says what is done with it.

Căn cứ A hướng dẫn B và C         C outranks A: guided like B.      C is of A's rank: a basis like A.
Căn cứ A về …, B về …; C          C goes on with the list of A and B, past their titles.
A được sửa đổi bởi B và C         C is one more that amends A.
sửa đổi các Nghị định hướng dẫn Luật A và Nghị định B         B stands beside the unnamed decrees, amended like them.
"""

import re
from typing import Final

from corpus.model import RelationKind
from corpus.ranks import rank_of_document
from indexer.citations.around.cues import CHANGES, find_cues
from indexer.citations.around.sentences import sentence_start
from indexer.citations.base.mention import Mention
from indexer.citations.base.phrases import BLANK, END, GAP, START, maybe, one_of
from indexer.citations.base.view import TextView

_LINK = re.compile(
    rf"{GAP}(?P<sign>[,;]?{GAP}(?:{one_of('va', 'hoac', 'cung', 'cung voi', 'den')}{END})|[,;&+]){GAP}-?{GAP}"
    rf"{maybe(one_of('cac', 'nhung', 'noi dung', 'tai', 'cua'))}(?:so{BLANK})?"
)
JOINED = re.compile(rf"(?:(?P<sign>[;,])|{START}(?:va|hoac))[ \n*\-+•]{{0,6}}(?:(?:cac|nhung){BLANK})?$")
_ASIDE = re.compile(rf"{GAP}\([^()]{{0,200}}\)")
"""``thực hiện A (không phải B năm 2019), C``."""
_OWN_CLAUSE = re.compile(
    rf"{BLANK}{maybe(one_of('moi', 'cu', 'hien hanh'))}{one_of('cung', 'van', 'thi', 'lai', 'se')}{BLANK}(?!duoc)"
)
"""``thực hiện A; B cũng cho …``: B is the subject of a clause of its own."""
_MAX_ASIDE: Final = 200
_MAX_MEMBERS: Final = 8


def link_between(view: TextView, previous: Mention, mention: Mention) -> str:
    """What joins a mention directly to the one before it: ``,`` ``;`` ``v`` (và) or another sign; empty when words stand between."""
    before = max(mention.lead_start, previous.end)
    after = max(previous.reach, previous.end)
    aside = _ASIDE.match(view.folded, after, before)
    link = _LINK.fullmatch(view.folded, aside.end() if aside else after, before)
    return link["sign"].strip()[:1] if link else ""


def inherit(view: TextView, mentions: list[Mention], index: int) -> None:
    """Give a list's member the relation of the innermost list that it fits; leave alone what continues none."""
    mention, at = mentions[index], _before_aside(view, mentions, index)
    previous = mentions[at]
    before = max(mention.lead_start, mentions[index - 1].end)
    link = link_between(view, previous, mention)
    joined = JOINED.search(view.folded, max(0, before - 14), before)
    if joined and joined["sign"] and _OWN_CLAUSE.match(view.folded, mention.reach):
        return
    mention.sign = link or ((joined["sign"] or "v") if joined else "")
    head = _list_head(mentions, index) if mention.sign == ";" else None
    if head is not None:
        mention.relation, mention.inside = head.relation, head.inside
    elif link or (mention.sign == "v" and _goes_on_inside(previous, mention)):
        _join(view, mentions, index, at)
    elif joined:
        outer = _outer(view, mentions, index)
        if outer is not None:
            mention.relation, mention.inside = outer.relation, outer.inside


def _goes_on_inside(previous: Mention, mention: Mention) -> bool:
    """``hướng dẫn Nghị định A về … và Nghị định B``: one of the same kind goes on with the inner list, past a title."""
    return bool(previous.inside) and previous.relation != "mentions" and previous.kind == mention.kind


def _list_head(mentions: list[Mention], index: int) -> Mention | None:
    """The member that began the list of a headless one."""
    wanted = mentions[index].list_head
    return next((other for other in reversed(mentions[:index]) if id(other) == wanted), None) if wanted else None


def _before_aside(view: TextView, mentions: list[Mention], index: int) -> int:
    """Index of the mention before this one, past those in brackets that close in between: ``thực hiện A (không phải B), | C``."""
    folded, low, last = view.folded, mentions[index - 1].end, mentions[index].start
    if folded.count(")", low, last) <= folded.count("(", low, last):
        return index - 1
    opened = folded.rfind("(", max(0, low - _MAX_ASIDE), mentions[index - 1].start)
    return next((at for at in range(index - 1, -1, -1) if mentions[at].end <= opened), index - 1)


def _join(view: TextView, mentions: list[Mention], index: int, at: int) -> None:
    """Go from the mention `at` outwards, to the first level that fits."""
    mention = mentions[index]
    while True:
        peer = mentions[at]
        if _fits(view, mentions, mention, peer):
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
            outer = _outer(view, mentions, index, but="guides")
            mention.relation = outer.relation if outer is not None else peer.relation
            return


def _fits(view: TextView, mentions: list[Mention], mention: Mention, peer: Mention) -> bool:
    """Whether a mention that is joined to `peer` can be of the same list as it."""
    holder = mentions[peer.inside[-1]] if peer.inside else None
    if peer.acts_on is not None:
        return _acts_too(view, mentions[peer.acts_on], peer, mention)
    if holder is not None and mention.sign == ";":
        return peer.form == mention.form == "law" and peer.issued_on is None and peer.kind == mention.kind
    if peer.relation in ("guides", "implements"):
        if holder is not None:
            return _rank(mention) < _rank(holder)
        return peer.relation == "implements" or _rank(mention) <= _rank(peer)
    if holder is not None and peer.relation in CHANGES:
        return mention.kind == peer.kind and holder.sign != ","
    return True


def _acts_too(view: TextView, patient: Mention, agent: Mention, mention: Mention) -> bool:
    """Whether one more stands beside an agent: past ``;`` only in the same brackets, or as another law without a name."""
    if mention.kind not in (agent.kind, patient.kind):
        return False
    between = view.folded[patient.end : mention.start]
    in_brackets = between.rfind("(") > between.rfind(")")
    nameless = agent.form == mention.form == "law" and agent.name is None and mention.name is None
    return mention.sign != ";" or in_brackets or nameless


def _enclosing(view: TextView, mentions: list[Mention], mention: Mention, peer: Mention) -> RelationKind | None:
    """The change that governs unnamed documents of the mention's kind, in the title that holds `peer`."""
    if not peer.inside:
        return None
    begin = mentions[peer.inside[-1]].reach
    kind = BLANK.join(mention.kind.split("-"))
    unnamed = re.compile(rf"cac{BLANK}{kind}{END}").search(view.folded, begin, peer.start)
    cues = find_cues(view, begin, unnamed.start()) if unnamed else []
    return next((cue.kind for cue in reversed(cues) if cue.kind in CHANGES), None)


def _outer(view: TextView, mentions: list[Mention], index: int, *, but: RelationKind | None = None) -> Mention | None:
    """The latest mention of the outer level whose list runs on to this one, past titles."""
    mention = mentions[index]
    for other in reversed(mentions[max(0, index - _MAX_MEMBERS) : index]):
        if sentence_start(view, other.end, mention.start):
            return None
        if other.inside or other.acts_on is not None or other.relation == but:
            continue
        runs_on = bool(other.title) or other.reach < mention.start
        return other if runs_on and other.relation in ("based_on", "implements", "repeals", "replaces") else None
    return None


def _rank(mention: Mention) -> int:
    return rank_of_document(mention.kind, mention.number)
