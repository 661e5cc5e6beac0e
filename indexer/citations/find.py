"""Every citation of a text: the forms find mentions, then what stands around them is read.

`find_citations` is the public face. It never fails on a text: what is no citation is left out. Offsets are code points of the
text as given, in whatever composition it comes.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from corpus.kinds import kind_letters
from corpus.model import Citation, Span
from corpus.numbers import DocumentNumber, parse_number, symbols
from corpus.text import fold
from indexer.citations.attributes import read_attributes
from indexer.citations.charters import find_charters
from indexer.citations.congresses import find_congresses
from indexer.citations.constitutions import find_constitutions
from indexer.citations.heads import Head, read_head
from indexer.citations.laws import find_abbreviated_codes, find_laws
from indexer.citations.mention import Mention
from indexer.citations.numbered import NumberMatch, iter_numbers
from indexer.citations.plenums import find_plenums
from indexer.citations.relations import read_relations
from indexer.citations.short import find_short
from indexer.citations.view import TextView, view_of

_CHUNK: Final = 400_000
_BLOCKERS = re.compile(
    r"(?:mau|bieu|phieu|ma|ky hieu|hop dong|giay phep|giay|don|cong bao|ban do|bien ban|phu luc|ban an|the|so hieu|van don|xe|hoa don)"
    r"[ \n]{0,2}(?:so[ \n:]{0,3})?$"
)
_OF_ISSUER = re.compile(r"[ \n\r]{1,3}cua[ \n\r]{1,3}([^.;:()\n\d]{3,90}?)[ \n\r,]{0,3}:?[ \n\r]{0,3}$")
_LINE_BEFORE = re.compile(r"[ |*#>_\-\t]*$")
_HEAD_LINE = re.compile(r"[ *_|\t]*\r?(?:\n|$)")
_MOTTO = re.compile(
    r"cong[ \n]hoa[ \n]xa[ \n]hoi|doc[ \n]lap[ \n]-[ \n]tu[ \n]do|van[ \n]ban[ \n]quy[ \n]pham[ \n]phap[ \n]luat"
)


def find_citations(text: str) -> list[Citation]:
    """All citations of a text, in order, without overlaps; see `corpus.model.Citation`."""
    view = view_of(text)
    mentions = _mentions(view)
    read_attributes(view, mentions)
    _settle_committees(mentions)
    read_relations(view, mentions)
    return [_citation(text, view, mention) for mention in mentions]


def _mentions(view: TextView) -> list[Mention]:
    numbers = {match.start: match for match in iter_numbers(view)}
    named = [
        *find_laws(view, numbers),
        *find_constitutions(view),
        *find_abbreviated_codes(view),
        *find_plenums(view),
        *find_congresses(view),
        *find_charters(view),
    ]
    used = {mention.body_start for mention in named}
    short = list(find_short(view, numbers))
    full = _numbered_mentions(view, {at: match for at, match in numbers.items() if at not in used}, short)
    return _in_order([*named, *short, *full])


def _numbered_mentions(view: TextView, numbers: Mapping[int, NumberMatch], short: Iterable[Mention]) -> list[Mention]:
    found: list[Mention] = []
    ends = {mention.end: mention for mention in short}
    for match in numbers.values():
        mention = _numbered_mention(view, match, found, ends)
        if mention:
            found.append(mention)
            ends[mention.end] = mention
    return found


def _numbered_mention(
    view: TextView, match: NumberMatch, found: list[Mention], ends: Mapping[int, Mention]
) -> Mention | None:
    number, head = match.number, read_head(view, match.start)
    form = "numbered" if number.is_full else "year"
    issuer = None
    start, kind = head.start, head.kind
    if kind is None:
        of = _issuer_between(view, head.start)
        if of:
            start, kind, issuer, plural = of
            head = Head(start, kind, has_so=True, colon=True, plural=plural)
    if kind is None:
        return _headless(view, match, head, found, ends)
    if _is_own_head(view, start, match.end):
        return None
    kind = _settled_kind(view, kind, head, number)
    if not number.is_full and (
        number.year is None or (kind in ("luat", "bao-cao", "ke-hoach", "chuong-trinh") and not head.has_so)
    ):
        return None
    return Mention(
        start=start,
        end=match.end,
        body_start=match.start,
        kind=kind,
        form=form,
        number=str(number),
        written=view.text[match.start : match.end],
        plural=head.plural,
        colon=head.colon,
        issuer=issuer,
        reach=match.end,
    )


def _settled_kind(view: TextView, kind: str, head: Head, number: DocumentNumber) -> str:
    """The kind word decides; ``văn bản số`` is what the letters of its number say."""
    if kind == "cong-van" and number.letters and view.folded[head.start] == "v":
        said = kind_letters().get(fold(number.letters))
        return said[0] if said else kind
    if kind == "thong-tu" and number.letters and fold(number.letters) in ("ttlt", "ttlb"):
        return "thong-tu-lien-tich"
    return kind


def _issuer_between(view: TextView, so_start: int) -> tuple[int, str, str, bool] | None:
    """``Kết luận của Ban Bí thư số``: kind word, ``của``, issuer, then the number."""
    low = max(0, so_start - 120)
    window = view.folded[low:so_start]
    cut = window.rfind("cua ")
    if cut < 1 or window[cut - 1] not in " \n":
        return None
    match = _OF_ISSUER.match(window, cut - 1)
    if not match:
        return None
    head = read_head(view, low + cut - 1)
    if head.kind is None or head.has_so:
        return None
    issuer = " ".join(view.text[low + match.start(1) : low + match.end(1)].split())
    return head.start, head.kind, issuer, head.plural


def _is_own_head(view: TextView, start: int, end: int) -> bool:
    """Whether kind and number fill a line of a document's head (``Nghị quyết số: 25/2022/UBTVQH15`` by the motto)."""
    line = view.folded.rfind("\n", 0, start) + 1
    if view.folded[line:start].strip(" *_|#") or not _HEAD_LINE.match(view.folded, end):
        return False
    return bool(_MOTTO.search(view.folded, max(0, start - 200), min(len(view.folded), end + 120)))


def _headless(
    view: TextView, match: NumberMatch, head: Head, found: list[Mention], ends: Mapping[int, Mention]
) -> Mention | None:
    """A number without a kind word: a member of a list, or complete in itself; a document's own number is neither."""
    number = match.number
    if not number.is_full and not number.year:
        return None
    owner = _list_owner(view, head.start, found, ends)
    if owner is None:
        letters = kind_letters().get(fold(number.letters or ""), ())
        if not letters or not number.organ or _begins_line(view, head.start) or not _organ_known(number):
            return None
        if _BLOCKERS.search(view.folded, max(0, head.start - 30), head.start):
            return None
        kind = letters[0]
    else:
        kind = _member_kind(owner.kind, number)
    return Mention(
        start=head.start,
        end=match.end,
        body_start=match.start,
        kind=kind,
        form="list" if owner else "bare",
        number=str(number),
        written=view.text[match.start : match.end],
        headless=True,
        reach=match.end,
        list_head=id(owner) if owner else None,
    )


def _organ_known(number: DocumentNumber) -> bool:
    first = fold(number.organ or "").split()[0]
    return first in symbols() or first.startswith(("ubnd", "hdnd", "lmhtx", "twdtn"))


def _member_kind(owner_kind: str, number: DocumentNumber) -> str:
    said = kind_letters().get(fold(number.letters or ""), ())
    return owner_kind if not said or owner_kind in said else said[0]


def _begins_line(view: TextView, start: int) -> bool:
    line = view.folded.rfind("\n", 0, start) + 1
    return bool(_LINE_BEFORE.fullmatch(view.folded, line, start))


_LIST_GAP = re.compile(r"[ \n\r]{0,3}(?:[,;&+]|va(?=[ \n])|hoac(?=[ \n])|[,;][ \n\r]{0,3}va(?=[ \n]))[ \n\r\-]{0,4}")
_LIST_TAIL = re.compile(r"(?:[,;&+]|[ \n]va|[ \n]hoac)[ \n\r\-]{0,4}$")


def _list_owner(view: TextView, start: int, found: list[Mention], ends: Mapping[int, Mention]) -> Mention | None:
    """The mention whose list a headless number continues: close before it, in the same sentence."""
    folded = view.folded
    if not _LIST_TAIL.search(folded, max(0, start - 8), start):
        return None
    for end in range(start - 1, max(0, start - 8), -1):
        if end in ends and _LIST_GAP.fullmatch(folded, end, start):
            return ends[end]
    for mention in reversed(found[-6:]):
        between = folded[mention.end : start]
        if len(between) > 600 or ". " in between.replace("t.u.", "") or "\n\n" in between:
            break
        is_head = not mention.headless or mention.list_head is not None
        runs_on = mention.plural or mention.headless or len(between) < 90
        if is_head and runs_on and (folded[start] == "s" or len(between) < 40):
            return mention
    return None


def _settle_committees(mentions: list[Mention]) -> None:
    """``TƯ`` is the centre's committee (TW) unless a province's is named as the issuer (TU)."""
    for mention in mentions:
        if (
            mention.written
            and mention.issuer
            and _TU.search(mention.written)
            and _PROVINCIAL.search(fold(mention.issuer))
        ):
            mention.number = str(parse_number(mention.written, provincial=True))


_TU = re.compile(r"[/-]\s?T\.?Ư\b", re.IGNORECASE)
_PROVINCIAL = re.compile(r"tinh uy|thanh uy|dang bo tinh|dang bo thanh")


def _in_order(mentions: list[Mention]) -> list[Mention]:
    """Text order; of two that overlap, the one with more of the text stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start and mention.number and not kept[-1].number:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _citation(given: str, view: TextView, mention: Mention) -> Citation:
    start, end = view.span(mention.start, mention.end)
    return Citation(
        span=Span(start=start, end=end),
        text=given[start:end],
        kind=mention.kind,
        number=mention.number,
        written=mention.written,
        issued_on=mention.issued_on,
        issuer=mention.issuer,
        title=mention.title,
        relation=mention.relation,
        form=mention.form,
        pinpoint=mention.pinpoint,
        term=mention.term,
        name=mention.name,
        inside=mention.inside,
        acts_on=mention.acts_on,
        acts_as=mention.acts_as,
    )
