"""What stands around a mention: its date and its issuer, behind it; `fronts` reads what stands before it.

    Chỉ thị số 34-CT/TW | ngày 07/4/2014 | của Bộ Chính trị        Quyết định 461/QĐ-TTg | (tháng 4/2018)
    Luật Hợp tác xã | được Quốc hội thông qua | ngày 20/11/2012    Luật HTX năm 2012 | do Quốc hội ban hành
Not: Luật Đất đai của Ủy ban nhân dân (laws come from the National Assembly) · Nghị quyết Đại hội XIII của Đảng (part of the name)
"""

import re
from collections.abc import Callable
from typing import Final

from corpus.dates import DATE_PATTERN, SHORT_YEAR_PATTERN, iso_of
from indexer.citations.around.bodies import body_end
from indexer.citations.around.fronts import DATE_BEFORE, PERSON, RENAMED, TERM, read_front, text_of
from indexer.citations.around.lists import share_in_lists
from indexer.citations.around.pinpoints import read_pinpoint_after, read_pinpoint_before
from indexer.citations.around.titles import read_title
from indexer.citations.base.mention import Mention
from indexer.citations.base.phrases import BLANK, GAP, maybe, one_of, phrase
from indexer.citations.base.view import TextView

_OPEN: Final = rf"{GAP},?{GAP}"
_ISSUED: Final = one_of("ky", "ban hanh", "thong qua", "ra")
_ON: Final = one_of("ngay", "vao", "vao ngay", "de ngay")
_DATE_AFTER = re.compile(
    rf"{_OPEN}(?P<lead>[(\[]?{GAP}(?:{maybe('duoc')}{_ISSUED}{BLANK})?{maybe('cung')}(?:{_ON}{GAP})?){DATE_PATTERN}{GAP}[)\]]?"
)
_SHORT_IN_BRACKETS = re.compile(rf"{GAP}\({GAP}{SHORT_YEAR_PATTERN}{GAP}\)")
_DAY_WITHOUT_YEAR = re.compile(rf"{_OPEN}ngay{GAP}\d{{1,2}}{GAP}(?:[/.\-]|thang){GAP}\d{{1,2}}(?![0-9/.\-])")
_PERIOD = re.compile(r"[ ]?-[ ]?\d{4}")
_BY_AFTER = re.compile(rf"{_OPEN}\(?(?:cua{GAP}|{one_of('do', 'giua')}{BLANK})(?=[a-z])")
_REVISED: Final = rf"(?:\({GAP}{phrase('sua doi')}{GAP}\))?"
_PASSIVE_AFTER = re.compile(
    rf"{GAP}{_REVISED}{_OPEN}{maybe(one_of('da', 'vua', 'moi', 'vua moi', 'cung', 'sap'))}duoc{BLANK}(?=[a-z])"
)
_OF_STATE = re.compile(rf"{BLANK}nuoc{BLANK}[^.;,\n]{{1,60}}?(?={BLANK}khoa|{BLANK}thong|,)")
_DONE_AFTER = re.compile(rf",?{BLANK}{_ISSUED}(?:{BLANK}(?:ngay{GAP})?{DATE_PATTERN})?")
_LEGISLATOR = re.compile(one_of("quoc hoi", "uy ban thuong vu quoc hoi", "hoi dong nha nuoc", "chu tich nuoc"))
_NAMED: Final = ("plenum", "congress", "charter")


def read_attributes(view: TextView, mentions: list[Mention]) -> None:
    """Fill dates, issuers, titles and pinpoints of the mentions, in place."""
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].start if index + 1 < len(mentions) else len(view.text)
        floor = mentions[index - 1].end if index else 0
        read_pinpoint_before(view, mention, floor)
        _read_after(view, mention, limit)
        read_front(view, mention, mentions[index - 1] if index else None)
    for index, mention in enumerate(mentions):
        read_pinpoint_after(view, mention, mentions[index + 1] if index + 1 < len(mentions) else None)
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


def _passed(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    """``được Quốc hội khóa XIII thông qua ngày …`` names the issuer and, it may be, the date."""
    lead = _PASSIVE_AFTER.match(view.folded, at, limit)
    end = body_end(view, lead.end(), limit) if lead else None
    if lead is None or end is None:
        return None
    reach = end
    for pattern in (_OF_STATE, TERM):
        further = pattern.match(view.folded, reach, limit)
        reach = further.end() if further else reach
    done = _DONE_AFTER.match(view.folded, reach, limit)
    if not done:
        return None
    mention.issuer = mention.issuer or text_of(view, lead.end(), end)
    dated = DATE_BEFORE.search(view.folded, max(0, mention.start - 40), mention.start)
    mention.issued_on = iso_of(done) or mention.issued_on or (iso_of(dated) if dated else None)
    return done.end()


def _date(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    if mention.issued_on and len(mention.issued_on) > 4:
        return None
    match = _DATE_AFTER.match(view.folded, at, limit) or _SHORT_IN_BRACKETS.match(view.folded, at, limit)
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
    if match.re is _SHORT_IN_BRACKETS:
        return mention.number is None
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
        person = PERSON.match(view.folded, start, limit)
        end = person.end() if person else None
    if end is None or mention.form in _NAMED:
        return None
    if mention.form in ("law", "constitution") and not _LEGISLATOR.match(view.folded, start, limit):
        return None
    mention.issuer = text_of(view, start, end)
    term = TERM.match(view.folded, end)
    return term.end() if term else end


def _closing_issuer(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    """``Quyết định số 205/1998/QĐ-TTg ngày 19/10/1998 Thủ tướng Chính phủ;``: ``của`` is left out, a sign closes the name."""
    start = at
    while start < limit and view.folded[start] in " \n*":
        start += 1
    end = body_end(view, start, limit) if at > mention.end and mention.form != "law" else None
    if end is None or view.folded[end : end + 2].strip()[:1] not in (";", ")"):
        return None
    mention.issuer = text_of(view, start, end)
    return end


def _renamed(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    """``của Bộ Thương mại (nay là Bộ Công Thương) ngày …``: the date stands behind the brackets."""
    aside = RENAMED.match(view.folded, at, limit) if mention.issuer else None
    return aside.end() if aside else None
