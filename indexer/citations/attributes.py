"""What stands around a mention: its date and its issuer, behind it or before it.

    Chỉ thị số 34-CT/TW | ngày 07/4/2014 | của Bộ Chính trị        Quyết định 461/QĐ-TTg | (tháng 4/2018)
    Luật Hợp tác xã | được Quốc hội thông qua | ngày 20/11/2012    Luật HTX năm 2012 | do Quốc hội ban hành
    Ngày 24 tháng 8 năm 2023, Liên minh Hợp tác xã Việt Nam đã ban hành | Kế hoạch số 662/KH-LMHTXVN
    xét đề nghị của Giám đốc Sở Tài chính tại | Tờ trình số 12/TTr-STC
Not: Luật Đất đai của Ủy ban nhân dân (laws come from the National Assembly) · Nghị quyết Đại hội XIII của Đảng (part of the name)
"""

import re
from collections.abc import Callable
from typing import Final

from corpus.dates import DATE_PATTERN, iso_of
from indexer.citations.bodies import BODY, body_end
from indexer.citations.lists import share_in_lists
from indexer.citations.mention import Mention
from indexer.citations.phrases import BLANK, GAP, ROMAN, maybe, one_of, phrase
from indexer.citations.titles import read_pinpoint, read_title
from indexer.citations.view import TextView

_OPEN: Final = rf"{GAP},?{GAP}"
_ISSUED: Final = one_of("ky", "ban hanh", "thong qua", "ra")
_ON: Final = one_of("ngay", "vao", "vao ngay", "de ngay")
_DATE_AFTER = re.compile(
    rf"{_OPEN}(?P<lead>[(\[]?{GAP}(?:{maybe('duoc')}{_ISSUED}{BLANK})?{maybe('cung')}(?:{_ON}{GAP})?){DATE_PATTERN}{GAP}[)\]]?"
)
_DAY_WITHOUT_YEAR = re.compile(rf"{_OPEN}ngay{GAP}\d{{1,2}}{GAP}(?:[/.\-]|thang){GAP}\d{{1,2}}(?![0-9/.\-])")
_PERIOD = re.compile(r"[ ]?-[ ]?\d{4}")
_RENAMED = re.compile(rf"{GAP}\({GAP}{one_of('nay', 'nay la', 'truoc day')}{BLANK}[^()]{{3,70}}\)")
_BY_AFTER = re.compile(rf"{_OPEN}\(?(?:cua{GAP}|{one_of('do', 'giua')}{BLANK})(?=[a-z])")
_REVISED: Final = rf"(?:\({GAP}{phrase('sua doi')}{GAP}\))?"
_PASSIVE_AFTER = re.compile(rf"{GAP}{_REVISED}{_OPEN}{maybe('da')}duoc{BLANK}(?=[a-z])")
_OF_STATE = re.compile(rf"{BLANK}nuoc{BLANK}[^.;,\n]{{1,60}}?(?={BLANK}khoa|{BLANK}thong|,)")
_SESSION: Final = rf"{phrase('ky hop thu')}{BLANK}\w{{1,5}}"
_TERM = re.compile(rf",?{BLANK}\(?(?:khoa{BLANK}{ROMAN}|{_SESSION})\)?(?:,{BLANK}{_SESSION})?")
_DONE_AFTER = re.compile(rf",?{BLANK}{_ISSUED}(?:{BLANK}(?:ngay{GAP})?{DATE_PATTERN})?")
_ISSUING: Final = one_of(
    *"ban hanh|ra|ky|co|cong bo|phe duyet|thong qua|chuan y|ky ban hanh|ban hanh them|ban hanh tiep".split("|")
)
_JUST: Final = one_of("da", "vua", "moi", "cung", "lai", "co the", "cung da")
_DONE_BEFORE = re.compile(rf"{BLANK}{maybe(_JUST)}{_ISSUING}(?:{BLANK}{one_of('cac', 'nhung', 'hai', 'ba')})?{GAP}$")
_PROPOSED_BEFORE = re.compile(
    one_of("de nghi", "kien nghi", "de xuat", "y kien", "bao cao")
    + rf"(?:{BLANK}{one_of('tham dinh', 'tham tra', 'gop y', 'tham gia', 'phoi hop')})?{BLANK}cua{BLANK}(?P<body>[^.;:()]{{4,180}}?){BLANK}(?:\(|tai{BLANK}(?:cac{BLANK})?){GAP}$"
)
_CLAUSE_START = re.compile(r"[.;:,(“\"\n]")
_NAME_AFTER_COMMA = re.compile(rf"[ \n]*{one_of('the thao', 'vien thong', 'chu nhiem', 'gia dinh')}")
_DATE_BEFORE = re.compile(rf"{DATE_PATTERN}{GAP},{GAP}$")
_MEETING = re.compile(rf"{phrase('hoi nghi')}(?!{BLANK}{phrase('trung uong')})")
"""``Hội nghị đã công bố Quyết định …``: a meeting issues nothing, unless it is the Central Committee's."""
_PERSON = re.compile(one_of("chu tich ho chi minh", "tong bi thu"))
_LEGISLATOR = re.compile(one_of("quoc hoi", "uy ban thuong vu quoc hoi", "hoi dong nha nuoc", "chu tich nuoc"))
_NAMED: Final = ("plenum", "congress", "charter")


def read_attributes(view: TextView, mentions: list[Mention]) -> None:
    """Fill dates, issuers, titles and pinpoints of the mentions, in place."""
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].start if index + 1 < len(mentions) else len(view.text)
        floor = mentions[index - 1].end if index else 0
        read_pinpoint(view, mention, floor)
        _read_after(view, mention, limit)
        _read_before(view, mention, floor)
    share_in_lists(view, mentions)


def _read_after(view: TextView, mention: Mention, limit: int) -> None:
    at = mention.end
    if view.folded[at : at + 1] == ")" and "(" in view.folded[mention.start : at]:
        at += 1
    steps: tuple[Callable[[TextView, Mention, int, int], int | None], ...] = (_passed, _date, _issuer, _renamed)
    for _ in steps:
        end = next((end for step in steps if (end := step(view, mention, at, limit)) is not None), None)
        if end is None:
            break
        at = end
    while view.folded[at - 1] in " \n*":
        at -= 1
    mention.reach = at
    read_title(view, mention, at)


def _text(view: TextView, start: int, end: int) -> str:
    return " ".join(view.text[start:end].replace("*", " ").split()).rstrip(" ,-")


def _passed(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    """``được Quốc hội khóa XIII thông qua ngày …`` names the issuer and, it may be, the date."""
    lead = _PASSIVE_AFTER.match(view.folded, at, limit)
    end = body_end(view, lead.end(), limit) if lead else None
    if lead is None or end is None:
        return None
    reach = end
    for pattern in (_OF_STATE, _TERM):
        further = pattern.match(view.folded, reach, limit)
        reach = further.end() if further else reach
    done = _DONE_AFTER.match(view.folded, reach, limit)
    if not done:
        return None
    mention.issuer = mention.issuer or _text(view, lead.end(), end)
    dated = _DATE_BEFORE.search(view.folded, max(0, mention.start - 40), mention.start)
    if done["year"] or done["year2"] or done["year3"]:
        mention.issued_on = iso_of(done) or mention.issued_on
    elif dated and not mention.issued_on:
        mention.issued_on = iso_of(dated)
    return done.end()


def _date(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    if mention.issued_on and len(mention.issued_on) > 4:
        return None
    match = _DATE_AFTER.match(view.folded, at, limit)
    if not match:
        without_year = _DAY_WITHOUT_YEAR.match(view.folded, at, limit)
        return without_year.end() if without_year else None
    iso = iso_of(match)
    if not iso or _PERIOD.match(view.folded, match.end()) or _elsewhere(view, mention, match):
        return None
    mention.issued_on = iso
    return match.end()


def _elsewhere(view: TextView, mention: Mention, match: re.Match[str]) -> bool:
    """Whether the date opens the next sentence (``Ngày …``) or fills another cell (no ``ngày`` on the next line, or by a name)."""
    lead = view.text[match.start() : match.end("lead")]
    if not lead.strip() and match["day"] is not None:
        return "\n" in lead or mention.number is None
    return "\n" in lead and "Ngày" in lead


def _issuer(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    if mention.issuer and not mention.issuer_before:
        return None
    lead = _BY_AFTER.match(view.folded, at, limit)
    if not lead:
        return _closing_issuer(view, mention, at, limit)
    start = lead.end()
    end = body_end(view, start, limit)
    if end is None and mention.form in ("short", "numbered", "year"):
        person = _PERSON.match(view.folded, start, limit)
        end = person.end() if person else None
    if end is None or mention.form in _NAMED:
        return None
    if mention.form in ("law", "constitution") and not _LEGISLATOR.match(view.folded, start, limit):
        return None
    mention.issuer = _text(view, start, end)
    term = _TERM.match(view.folded, end)
    return term.end() if term else end


def _closing_issuer(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    """``Quyết định số 205/1998/QĐ-TTg ngày 19/10/1998 Thủ tướng Chính phủ;``: ``của`` is left out, a sign closes the name."""
    start = at
    while start < limit and view.folded[start] in " \n*":
        start += 1
    end = body_end(view, start, limit) if at > mention.end and mention.form != "law" else None
    if end is None or view.folded[end : end + 2].strip()[:1] not in (";", ")"):
        return None
    mention.issuer = _text(view, start, end)
    return end


def _renamed(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    """``của Bộ Thương mại (nay là Bộ Công Thương) ngày …``: the date stands behind the brackets."""
    aside = _RENAMED.match(view.folded, at, limit) if mention.issuer else None
    return aside.end() if aside else None


def _read_before(view: TextView, mention: Mention, floor: int) -> None:
    """Issuer and date in front: ``ngày D, ISSUER đã ban hành``; ``theo đề nghị của ISSUER tại``."""
    if mention.headless and mention.list_head:
        return
    folded = view.folded
    low = max(floor, mention.start - 220)
    proposed = _PROPOSED_BEFORE.search(folded, low, mention.start)
    if proposed and not mention.issuer:
        mention.issuer = _text(view, *proposed.span("body"))
        mention.issuer_before = True
        mention.lead_start = proposed.start()
        return
    done = _DONE_BEFORE.search(folded, max(low, mention.start - 48), mention.start)
    if not done:
        return
    body = _body_before(view, _clause_start(folded, low, done.start()), done.start())
    if body is None:
        return
    if not mention.issuer:
        mention.issuer = _text(view, body, done.start())
        mention.issuer_before = True
    dated = _DATE_BEFORE.search(folded, max(floor, body - 40), body)
    if dated and not mention.issued_on:
        mention.issued_on = iso_of(dated)


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
        term = _TERM.match(view.folded, reach, end) if reach is not None else None
        reach = term.end() if term else reach
        if reach is not None and not view.folded[reach:end].strip(" \n"):
            return match.start()
    person = _PERSON.search(view.folded, start, end)
    return person.start() if person and person.end() == end else None
