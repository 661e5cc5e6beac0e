"""What stands in front of a mention: who issued it, and when.

    Ngày 24 tháng 8 năm 2023, Liên minh Hợp tác xã Việt Nam đã ban hành | Kế hoạch số 662/KH-LMHTXVN
    Ngày 14/3/1992 Chủ tịch Hội đồng Bộ trưởng (nay là Thủ tướng Chính phủ) ra | Quyết định số 88/CT
    Thủ tướng Chính phủ đã phê duyệt Chương trình … tại | Quyết định số 1804/QĐ-TTg
    xét đề nghị của Giám đốc Sở Tài chính tại | Tờ trình số 12/TTr-STC | và Giám đốc Sở Nội vụ tại | Tờ trình số 9/TTr-SNV
Not: UBND tỉnh triển khai nhiệm vụ được giao tại | Nghị quyết số 12/NQ-CP · Hội nghị đã công bố | Quyết định số 909/QĐ-LMHTX
"""

import re
from typing import Final

from corpus.dates import DATE_PATTERN, iso_of
from corpus.errors import NumberError
from corpus.issuers import compatible, issuers_for_symbol
from corpus.numbers import parse_number
from indexer.citations.around.bodies import BODY, body_end
from indexer.citations.base.mention import Mention
from indexer.citations.base.phrases import BLANK, END, GAP, ROMAN, START, maybe, one_of, phrase
from indexer.citations.base.view import TextView

_SESSION: Final = rf"{phrase('ky hop thu')}{BLANK}\w{{1,5}}"
TERM: Final = re.compile(rf",?{BLANK}\(?(?:khoa{BLANK}{ROMAN}|{_SESSION})\)?(?:,{BLANK}{_SESSION})?")
"""The term or session behind a body's name."""
PERSON: Final = re.compile(one_of("chu tich ho chi minh", "tong bi thu"))
RENAMED: Final = re.compile(rf"{GAP}\({GAP}{one_of('nay', 'nay la', 'truoc day')}{BLANK}[^()]{{3,70}}\)")
"""``(nay là Bộ Công Thương)`` behind a body's name."""
DATE_BEFORE: Final = re.compile(
    rf"(?P<ngay>ngay{GAP})?{DATE_PATTERN}(?:{BLANK}tai{BLANK}[a-z ]{{2,30}})?(?P<comma>{GAP},)?{GAP}$"
)

_ISSUING: Final = one_of(
    *"ban hanh|ra|ky|co|cong bo|phe duyet|thong qua|chuan y|ky ban hanh|ban hanh them|ban hanh tiep".split("|")
)
_JUST: Final = one_of("da", "vua", "moi", "cung", "lai", "co the", "cung da", "da ky", "tiep tuc")
_DONE_BEFORE = re.compile(rf"{BLANK}{maybe(_JUST)}{_ISSUING}(?:{BLANK}{one_of('cac', 'nhung', 'hai', 'ba')})?{GAP}$")
_DATED_BETWEEN = re.compile(rf",?{BLANK}{maybe('vao')}ngay{GAP}{DATE_PATTERN},?$")
_PROPOSED_BEFORE = re.compile(
    one_of("de nghi", "kien nghi", "de xuat", "y kien", "bao cao")
    + rf"(?:{BLANK}{one_of('tham dinh', 'tham tra', 'gop y', 'tham gia', 'phoi hop')})?{BLANK}cua{BLANK}(?P<body>[^.;:()]{{4,180}}?){BLANK}(?:\(|tai{BLANK}(?:cac{BLANK})?){GAP}$"
)
_AT = re.compile(rf"{BLANK}(?:\(|tai{BLANK}(?:cac{BLANK})?){GAP}$")
_ALSO_PROPOSED = re.compile(rf"(?:[,;]|{START}va|cua){BLANK}$")
_DECIDED = re.compile(
    rf"{BLANK}{maybe(_JUST)}"
    + one_of(
        "phe duyet", "ban hanh", "thong qua", "cong nhan", "thanh lap", "chap thuan", "cho phep", "quyet dinh", "dong y", "chuan y",
        "bo sung", "dieu chinh",
    )
    + END
)  # fmt: skip
_BY_ANOTHER = re.compile(
    rf"{START}(?:{one_of('theo', 'duoc', 'can cu', 'thuc hien dung')}{END}"
    rf"|{one_of('quy dinh', 'neu', 'ghi', 'huong dan', 'yeu cau', 'chi dao', 'xac dinh', 'de ra')}{GAP}$)"
)
"""``phê duyệt … theo quy định tại |``: what stands there is not what the body decided."""
_CLAUSE_START = re.compile(r"[.;:,(“\"\n]")
_NAME_AFTER_COMMA = re.compile(rf"[ \n]*{one_of('the thao', 'vien thong', 'chu nhiem', 'gia dinh')}")
_MEETING = re.compile(rf"{phrase('hoi nghi')}(?!{BLANK}{phrase('trung uong')})")
"""``Hội nghị đã công bố Quyết định …``: a meeting issues nothing, unless it is the Central Committee's."""
_COMES = re.compile(rf"[^.;:\n]{{0,200}}?{BLANK}{one_of('ra doi', 'duoc ban hanh', 'duoc ky', 'duoc thong qua')}{END}")
"""``Tháng 11-2017, Nghị quyết 120 của Chính phủ … ra đời``."""
_OFFICE = re.compile(one_of("thu tuong", "pho thu tuong", "chu tich nuoc", "bi thu") + BLANK)
_MAX_FRONT: Final = 220


def text_of(view: TextView, start: int, end: int) -> str:
    """A name as it stands, on one line."""
    return " ".join(view.text[start:end].replace("*", " ").split()).rstrip(" ,-")


def read_front(view: TextView, mention: Mention, previous: Mention | None) -> None:
    """Fill issuer and date of a mention from what stands between it and the previous one."""
    if (mention.headless and mention.list_head) or mention.form in ("charter", "congress"):
        return
    floor = previous.end if previous else 0
    low = max(floor, mention.start - _MAX_FRONT)
    proposed = _PROPOSED_BEFORE.search(view.folded, low, mention.start)
    if proposed and not mention.issuer:
        _set_proposer(view, mention, *proposed.span("body"), proposed.start())
        return
    done = _DONE_BEFORE.search(view.folded, max(low, mention.start - 48), mention.start)
    if done:
        _read_issuing(view, mention, low, done.start())
        return
    if (
        mention.issued_on is None
        and mention.number
        and _COMES.match(view.folded, mention.end, mention.end + _MAX_FRONT)
    ):
        dated = DATE_BEFORE.search(view.folded, max(low, mention.start - 40), mention.start)
        mention.issued_on = iso_of(dated) if dated and dated["comma"] else None
    at = _AT.search(view.folded, max(low, mention.lead_start - 16), mention.lead_start)
    if at and mention.number and not mention.issuer:
        _read_also_proposed(view, mention, previous, at.start())
        if not mention.issuer:
            _read_decided(view, mention, low, at.start())


def _set_proposer(view: TextView, mention: Mention, start: int, end: int, lead: int) -> None:
    mention.issuer = text_of(view, start, end)
    mention.issuer_before = True
    mention.lead_start = lead


def _read_issuing(view: TextView, mention: Mention, low: int, verb: int) -> None:
    """``ngày D, BODY (nay là …) | đã ban hành``; ``BODY ngày D | ban hành``."""
    folded, end = view.folded, verb
    aside = next((found for found in RENAMED.finditer(folded, max(low, end - 90), end) if found.end() == end), None)
    end = aside.start() if aside else end
    between = _DATED_BETWEEN.search(folded, max(low, end - 36), end)
    end = between.start() if between else end
    body = _body_before(view, _clause_start(folded, low, end), end)
    if body is None:
        return
    name = text_of(view, body, end)
    nameless = mention.form == "short" and " " not in name and not name.isupper()
    if not mention.issuer and not nameless and not is_person(view, body, end):
        mention.issuer, mention.issuer_before = name, True
    mention.issued_on = mention.issued_on or (iso_of(between) if between else _date_in_front(view, low, body))


def is_person(view: TextView, start: int, end: int) -> bool:
    """``Thủ tướng Nguyễn Văn A``: an office with a person's name is who signed, not the body that issued."""
    office = _OFFICE.match(view.folded, start, end)
    return bool(office and view.text[office.end()].isupper() and not BODY.match(view.folded, office.end()))


def _date_in_front(view: TextView, low: int, body: int) -> str | None:
    """``Ngày D,`` or ``Ngày D`` right before a body's name; a month or year without comma only where it opens its sentence."""
    dated = DATE_BEFORE.search(view.folded, max(low, body - 40), body)
    if dated and (dated["comma"] or dated["ngay"] or view.text[dated.start()].isupper()):
        return iso_of(dated)
    return None


def _read_also_proposed(view: TextView, mention: Mention, previous: Mention | None, end: int) -> None:
    """``đề nghị của A tại X và B tại |``: the second proposal has the issuer's name alone."""
    if previous is None or not (previous.issuer_before and previous.lead_start < previous.start):
        return
    low = max(previous.end, end - 120)
    body = _body_before(view, low, end)
    if body is not None and _ALSO_PROPOSED.search(view.folded, max(low, body - 8), body):
        _set_proposer(view, mention, body, end, body)


def _read_decided(view: TextView, mention: Mention, low: int, end: int) -> None:
    """``BODY phê duyệt … tại |``, unless the number's own letters name another body."""
    starts: dict[int, int] = {}
    for match in BODY.finditer(view.folded, low, end):
        whole = not (match.start() and view.folded[match.start() - 1].isalnum())
        reach = body_end(view, match.start(), end) if whole else None
        if reach is not None:
            starts.setdefault(reach, match.start())
    for reach, start in sorted(starts.items(), reverse=True):
        verb = _DECIDED.match(view.folded, reach, end + 1)
        if verb is None:
            continue
        between, name = view.folded[verb.end() : end], text_of(view, start, reach)
        stopped = any(sign in between for sign in ".;:") or _BY_ANOTHER.search(between)
        if not stopped and _may_issue(name, mention):
            mention.issuer, mention.issuer_before = name, True
            mention.issued_on = mention.issued_on or _date_in_front(view, low, start)
        return


def _may_issue(name: str, mention: Mention) -> bool:
    """Whether the organ that a number names can be the body of that name."""
    try:
        organ = parse_number(mention.number or "").organ
    except NumberError:
        return True
    said = issuers_for_symbol(organ) if organ else ()
    return not said or any(compatible(name, issuer.name) for issuer in said)


def _clause_start(folded: str, low: int, end: int) -> int:
    """Where the clause begins that runs up to `end`; a wrapped line and a comma inside a name do not begin one."""
    cut = low
    for match in _CLAUSE_START.finditer(folded, low, end):
        wrapped = match[0] == "\n" and folded[match.end() : match.end() + 1] != "\n" and match.start() > low
        in_name = match[0] == "," and _NAME_AFTER_COMMA.match(folded, match.end())
        if not wrapped and not in_name:
            cut = match.end()
    return cut


def _body_before(view: TextView, start: int, end: int) -> int | None:
    """Where, between two offsets, a body's name begins that runs right up to the second."""
    for match in BODY.finditer(view.folded, start, end):
        if match.start() > start and view.folded[match.start() - 1].isalnum():
            continue
        if _MEETING.match(view.folded, match.start(), end):
            continue
        reach = body_end(view, match.start(), end)
        term = TERM.match(view.folded, reach, end) if reach is not None else None
        reach = term.end() if term else reach
        if reach is not None and not view.folded[reach:end].strip(" \n"):
            return match.start()
    person = PERSON.search(view.folded, start, end)
    return person.start() if person and person.end() == end else None
