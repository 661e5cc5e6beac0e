"""What stands around a mention: its date, its issuer, its title, its pinpoint.

Chỉ thị số 34-CT/TW | ngày 07/4/2014 | của Bộ Chính trị | về tiếp tục đổi mới ...
Luật Hợp tác xã | được Quốc hội thông qua | ngày 20/11/2012
Ngày 24 tháng 8 năm 2023, Liên minh Hợp tác xã Việt Nam đã ban hành | Kế hoạch số 662/KH-LMHTXVN
các Quyết định số A và số B ngày 05/7/2021 của UBND tỉnh: date and issuer belong to both (plural head)
khoản 3 Điều 19 | Nghị định số 193/2013/NĐ-CP: the pinpoint is a field, never inside the span
"""

import re
from typing import Final

from corpus.dates import DATE_PATTERN, iso_of
from indexer.citations.bodies import BODY, body_end
from indexer.citations.mention import Mention
from indexer.citations.view import TextView

_S = r"[ \n\r]{1,3}"
_B = r"[ \n\r]{0,3}"
_DATE_AFTER = re.compile(
    rf"{_B},?{_B}[(\[]?{_B}(?:(?:duoc{_S})?(?:ky|ban{_S}hanh|thong{_S}qua)(?:{_S}(?:ngay|vao))?{_S})?(?:cung{_S})?"
    rf"(?:(?:ngay|vao{_S}ngay|de{_S}ngay){_B})?{DATE_PATTERN}{_B}[)\]]?"
)
_DAY_WITHOUT_YEAR = re.compile(rf"{_B},?{_B}ngay{_B}\d{{1,2}}{_B}(?:[/.\-]|thang){_B}\d{{1,2}}(?![0-9/.\-])")
_ISSUER_AFTER = re.compile(rf"{_B},?{_B}\(?(?:cua|do){_S}(?=[a-z])")
_PASSED_AFTER = re.compile(
    rf"{_B}(?:\({_B}sua{_S}doi{_B}\))?{_B},?{_B}(?:da{_S})?duoc{_S}(?P<body>quoc{_S}hoi|uy{_S}ban{_S}thuong{_S}vu{_S}quoc{_S}hoi|chinh{_S}phu)"
    rf"(?:{_S}(?:nuoc[^.;,\n]{{1,60}}?{_S})?khoa{_S}[ivxl\d]{{1,6}}(?:,?{_S}ky{_S}hop{_S}thu{_S}\w{{1,5}})?)?,?{_S}(?:thong{_S}qua|ban{_S}hanh)"
    rf"(?:{_S}(?:ngay{_B})?{DATE_PATTERN})?"
)
_BY_AFTER = re.compile(rf"{_B}do{_S}(?=[a-z])")
_BETWEEN_BODIES = re.compile(rf"{_B}giua{_S}(?=[a-z])")
_TITLE_AFTER = re.compile(rf"{_B},?{_B}\(?(?:ve{_S}viec|v/v|ve)(?![a-z]){_B}:?{_B}(?P<q>[\"“”«]?)")
_VERB_TITLE_AFTER = re.compile(
    rf"{_B},?{_B}(?P<verb>quy{_S}dinh|huong{_S}dan|sua{_S}doi|bo{_S}sung|phe{_S}duyet|ban{_S}hanh(?!{_S}kem)|hop{_S}nhat|cong{_S}bo|thi{_S}hanh|sua(?={_S}))(?![a-z])"
)
_TITLE_END = re.compile(
    r"[;\n](?=[ \t\r]*\n)|;|\.(?=[ \n\r”\"]|$)|”|\n(?=[ \t]*(?:[-*+•|–]|\d{1,2}[.)]|[a-z]\)|can cu|theo|xet|dieu ))|\*|\|"
)
_ISSUED_BEFORE = re.compile(
    rf"{_S}(?:da{_S}|vua{_S}|moi{_S}|cung{_S}|lai{_S}|co{_S}the{_S})?(?:ban{_S}hanh|ra|ky|co|cong{_S}bo|phe{_S}duyet|thong{_S}qua|chuan{_S}y)"
    rf"(?:{_S}(?:ban{_S}hanh|them|tiep))?(?:{_S}(?:cac|nhung|hai|ba))?{_B}$"
)
_PROPOSED_BEFORE = re.compile(
    rf"(?:de{_S}nghi|kien{_S}nghi){_S}cua{_S}(?P<body>[^.;:()\n]{{4,160}}?){_S}(?:\(|tai{_S}(?:cac{_S})?){_B}$"
)
_CLAUSE_START = re.compile(r"[.;:,(“\"\n]")
_DATE_BEFORE = re.compile(rf"{DATE_PATTERN}{_B},{_B}$")
_PIN = r"(?:diem|khoan|dieu|muc|chuong|phan|tiet|phu{_S}luc)".replace("{_S}", _S)
_PIN_VALUE = r"(?:[a-z]|\d{1,3}[a-z]?|[ivxl]{1,5})"
_PINPOINT = re.compile(
    rf"(?:(?:tu{_S})?(?:cac{_S})?{_PIN}{_S}{_PIN_VALUE}(?:{_B}(?:,|va|den|;|den{_S}het){_S}(?:{_PIN}{_S})?{_PIN_VALUE}(?![a-z0-9])){{0,8}},?{_S}){{1,4}}(?:cua{_S}(?:cac{_S})?|,{_S})?$"
)
_NEXT_ACTOR = re.compile(
    rf",{_S}(?=(?:ban{_S}(?:chap{_S}hanh|thuong{_S}vu|thuong{_S}truc)|thuong{_S}truc|lien{_S}minh|uy{_S}ban{_S}nhan|ubnd|hoi{_S}dong|so{_S})[^,;]{{0,90}}?"
    rf"(?:phat{_S}dong|to{_S}chuc|ban{_S}hanh|xay{_S}dung|de{_S}nghi|huong{_S}dan|trien{_S}khai|mo|thong{_S}nhat|yeu{_S}cau|de{_S}ra)(?![a-z]))"
)
_MAX_TITLE: Final = 400


def read_attributes(view: TextView, mentions: list[Mention]) -> None:
    """Fill dates, issuers, titles and pinpoints of the mentions, in place."""
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].start if index + 1 < len(mentions) else len(view.text)
        floor = mentions[index - 1].end if index else 0
        _read_after(view, mention, limit)
        _read_before(view, mention, floor)
        _read_pinpoint(view, mention, floor)
    _share_in_lists(view, mentions)


def _read_after(view: TextView, mention: Mention, limit: int) -> None:
    at = mention.end
    if view.folded[at : at + 1] == ")" and "(" in view.folded[mention.start : at]:
        at += 1
    at = _passed(view, mention, at, limit)
    for _ in range(3):
        step = _date(view, mention, at, limit) or _issuer(view, mention, at, limit)
        if step is None:
            break
        at = step
    mention.reach = at
    _title(view, mention, at)


def _passed(view: TextView, mention: Mention, at: int, limit: int) -> int:
    """``được Quốc hội thông qua ngày ...`` names both the issuer and the date."""
    match = _PASSED_AFTER.match(view.folded, at, limit)
    if not match:
        return at
    mention.issuer = mention.issuer or " ".join(view.text[match.start("body") : match.end("body")].split())
    iso = iso_of(match) if (match["year"] or match["year2"] or match["year3"]) else None
    mention.issued_on = iso or mention.issued_on
    return match.end()


def _date(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    if mention.issued_on and len(mention.issued_on) > 4:
        return None
    match = _DATE_AFTER.match(view.folded, at, limit)
    if match:
        iso = iso_of(match)
        if iso and not _is_period(view.folded, match.end()) and not _new_sentence(view, match):
            mention.issued_on = iso
            return match.end()
        return None
    without_year = _DAY_WITHOUT_YEAR.match(view.folded, at, limit)
    return without_year.end() if without_year else None


def _new_sentence(view: TextView, match: re.Match[str]) -> bool:
    """Whether the date opens the next sentence: ``Ngày`` with a capital on a new line."""
    return "\n" in match[0][:4] and "Ngày" in view.text[match.start() : match.end()]


def _is_period(folded: str, end: int) -> bool:
    return bool(re.compile(r"[ ]?-[ ]?\d{4}").match(folded, end))


def _issuer(view: TextView, mention: Mention, at: int, limit: int) -> int | None:
    if mention.issuer and not mention.issuer_before:
        return None
    for pattern in (_ISSUER_AFTER, _BY_AFTER, _BETWEEN_BODIES):
        lead = pattern.match(view.folded, at, limit)
        if not lead:
            continue
        start = lead.end()
        end = body_end(view, start, limit)
        if end is None and pattern is _ISSUER_AFTER and mention.form in ("short", "numbered", "year"):
            end = _person_end(view, start, limit)
        if end is None:
            continue
        mention.issuer = " ".join(view.text[start:end].split()).rstrip(" ,-")
        if mention.form in ("plenum", "congress", "charter"):
            mention.issuer = None
            return None
        return _after_term(view, end)
    return None


_PERSON = re.compile(rf"chu{_S}tich{_S}ho{_S}chi{_S}minh|tong{_S}bi{_S}thu")
_TERM = re.compile(
    rf",?{_S}\(?(?:khoa{_S}[ivxl]{{1,6}}(?![a-z])|ky{_S}hop{_S}thu{_S}\w{{1,4}})\)?(?:,{_S}ky{_S}hop{_S}thu{_S}\w{{1,4}})?"
)


def _person_end(view: TextView, start: int, limit: int) -> int | None:
    match = _PERSON.match(view.folded, start, limit)
    return match.end() if match else None


def _after_term(view: TextView, end: int) -> int:
    match = _TERM.match(view.folded, end)
    return match.end() if match else end


def _title(view: TextView, mention: Mention, at: int) -> None:
    """The title that follows, up to the end of the clause; it may hold further citations."""
    folded = view.folded
    lead = _TITLE_AFTER.match(folded, at)
    start = lead.end() if lead else None
    if lead is None:
        verb = _VERB_TITLE_AFTER.match(folded, at)
        start = verb.start("verb") if verb else None
    mention.title_end = at
    if start is None or mention.form in ("congress", "plenum"):
        return
    end_match = _TITLE_END.search(folded, start, min(len(folded), start + _MAX_TITLE))
    end = end_match.start() if end_match else min(len(folded), start + _MAX_TITLE)
    actor = _NEXT_ACTOR.search(folded, start, end)
    end = actor.start() if actor else end
    mention.title_start, mention.title_end = start, end
    title = " ".join(view.text[start:end].split()).strip(' ,“”"«»*_')
    mention.title = title or None


def _read_before(view: TextView, mention: Mention, floor: int) -> None:
    """Issuer and date in front: ``ngày D, ISSUER đã ban hành``; ``theo đề nghị của ISSUER tại``."""
    if mention.headless and mention.list_head:
        return
    folded = view.folded
    low = max(floor, mention.start - 220)
    proposed = _PROPOSED_BEFORE.search(folded, low, mention.start)
    if proposed and not mention.issuer:
        mention.issuer = " ".join(view.text[proposed.start("body") : proposed.end("body")].split())
        mention.issuer_before = True
        return
    issued = _ISSUED_BEFORE.search(folded, max(low, mention.start - 48), mention.start)
    if not issued:
        return
    start = _clause_start(folded, low, issued.start())
    body = _body_in(view, start, issued.start())
    if body is None:
        return
    if not mention.issuer:
        mention.issuer = " ".join(view.text[body : issued.start()].split())
        mention.issuer_before = True
    dated = _DATE_BEFORE.search(folded, max(floor, body - 40), body)
    if dated and not mention.issued_on:
        mention.issued_on = iso_of(dated)


def _clause_start(folded: str, low: int, end: int) -> int:
    cut = low
    for match in _CLAUSE_START.finditer(folded, low, end):
        inside_name = match[0] == "," and folded[match.end() : match.end() + 9].lstrip().startswith(
            ("the thao", "vien thong")
        )
        if not inside_name and not (
            match[0] == "\n" and folded[match.end() : match.end() + 1] != "\n" and match.start() > low
        ):
            cut = match.end()
    return cut


def _body_in(view: TextView, start: int, end: int) -> int | None:
    """Where, between two offsets, a body's name begins that runs right up to the second."""
    for match in BODY.finditer(view.folded, start, end):
        if match.start() > start and view.folded[match.start() - 1].isalnum():
            continue
        reach = body_end(view, match.start(), end)
        if reach is not None and not view.folded[reach:end].strip(" \n\r"):
            return match.start()
    person = _PERSON.search(view.folded, start, end)
    return person.start() if person and person.end() == end else None


def _read_pinpoint(view: TextView, mention: Mention, floor: int) -> None:
    match = _PINPOINT.search(view.folded, max(floor, mention.start - 90), mention.start)
    mention.pinpoint_start = mention.start
    if match:
        text = re.sub(r"\s*(?:của(?: các)?|,)\s*$", "", " ".join(view.text[match.start() : match.end()].split()))
        mention.pinpoint, mention.pinpoint_start = text, match.start()


_JOIN = re.compile(rf"{_B}(?:,|;|&|\+|va(?![a-z])|hoac(?![a-z])|,{_S}va(?![a-z])){_B}")


def _share_in_lists(view: TextView, mentions: list[Mention]) -> None:
    """Under a plural head, a date or issuer that stands once belongs to every member of the list."""
    index = 0
    while index < len(mentions):
        group = _group(view, mentions, index)
        if len(group) > 1:
            _share(group)
        index += max(1, len(group))


def _group(view: TextView, mentions: list[Mention], first: int) -> list[Mention]:
    """A plural (or issuer-bearing) head and the members joined to it."""
    head = mentions[first]
    group = [head]
    if not (head.plural or head.issuer_before or (head.issuer and head.colon)):
        return group
    for mention in mentions[first + 1 : first + 14]:
        last = group[-1]
        close = bool(_JOIN.fullmatch(view.folded, max(last.reach, last.end), mention.start))
        joined = close and (mention.headless or last.kind != mention.kind or mention.plural or head.plural)
        if not joined and not (mention.headless and mention.list_head is not None and head.plural):
            break
        if not mention.headless and not head.plural:
            break
        group.append(mention)
    return group


def _share(group: list[Mention]) -> None:
    last, head = group[-1], group[0]
    before = head.issuer if head.issuer_before or (head.issuer and head.end > head.start and head.colon) else None
    trailing = last.issuer if not last.issuer_before else None
    own_dates = [mention for mention in group[:-1] if mention.issued_on]
    for mention in group[:-1]:
        if mention.issuer is None:
            mention.issuer = trailing or before
        if mention.issued_on is None and not own_dates and last.issued_on and (last.headless or last is head):
            mention.issued_on = last.issued_on
    if last.issuer is None and before and last.headless:
        last.issuer = before
