"""Resolutions of congresses and plenums, and charters: documents that are known by name.

    Nghị quyết Đại hội Đại biểu toàn quốc lần thứ XII của Đảng · Nghị quyết Đại hội XIII của Đảng
    Nghị quyết Đại hội Đảng bộ tỉnh Quảng Ninh lần thứ XIV · Nghị quyết Đại hội IV Liên minh Hợp tác xã Việt Nam
    Nghị quyết Đại hội Liên minh HTX tỉnh Quảng Ninh lần thứ V, nhiệm kỳ 2016-2021
    Nghị quyết Trung ương 5 khóa IX · Nghị quyết Trung ương 7 (khóa X) · Nghị quyết T.Ư 7 khóa X
    Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XIII
    Điều lệ Liên minh Hợp tác xã Việt Nam · Điều lệ Đảng Cộng sản Việt Nam
Not: nghị quyết đại hội của 14/14 chi bộ · Nghị quyết Đại hội đồng cổ đông · Nghị quyết Đại hội Đảng bộ các cấp · vốn điều lệ
"""

import re
from collections.abc import Iterator
from typing import Final

from indexer.citations.mention import Mention
from indexer.citations.view import TextView

_S = r"[ \n\r]{1,3}"
_ROMAN = r"(?:[ivxl]{1,6}|\d{1,2})(?![a-z0-9])"
_ORDINAL = (
    rf"(?:lan{_S}thu{_S}|thu{_S})(?:{_ROMAN}|(?:nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)(?![a-z])"
    rf"(?:{_S}(?:mot|hai|ba|tu|bon|lam|nam|sau|bay|tam|chin)(?![a-z]))?)"
)

_KIND = re.compile(rf"(?:nghi{_S}quyet|ket{_S}luan){_S}(?:cua{_S})?(?=dai|trung|hoi|t\.?u|tw)")
_PLENUM = re.compile(
    rf"(?:(?:hoi{_S}nghi{_S})?(?:(?:lan{_S}thu{_S})?(?:{_ROMAN}|[a-z]{{2,4}}(?:{_S}mot|{_S}hai)?),?{_S}(?:cua{_S})?)??"
    rf"(?:ban{_S}chap{_S}hanh{_S}|bch{_S})?(?:trung{_S}uong|t\.u\.?|tu|tw)(?:{_S}dang)?(?:{_S}cong{_S}san{_S}viet{_S}nam)?)"
    rf"(?P<ordinal>{_S}(?:lan{_S}thu{_S})?{_ROMAN})?"
    rf"(?P<term>,?{_S}\(?khoa{_S}{_ROMAN}\)?)?"
)
_CONGRESS_HEAD = re.compile(
    rf"dai{_S}hoi(?![a-z])(?!{_S}(?:dong(?![a-z])|cac{_S}cap|co{_S}dong|thanh{_S}vien|xa{_S}vien|lan{_S}nay))"
)
_CONGRESS_PART: Final = re.compile(
    rf",?{_S}(?:(?P<ordinal>{_ORDINAL})|(?P<roman>[ivxl]{{1,6}}(?![a-z]))|dai{_S}bieu|toan{_S}quoc|toan{_S}the"
    rf"|(?P<body>dang{_S}bo(?:{_S}(?P<level>tinh|thanh{_S}pho|huyen|quan|thi{_S}xa|xa|phuong|khoi|co{_S}quan))?"
    rf"|lien{_S}minh{_S}(?:hop{_S}tac{_S}xa|htx)(?:{_S}(?P<level2>viet{_S}nam|tinh|thanh{_S}pho))?|(?:cua{_S})?dang(?:{_S}(?:cong{_S}san{_S}viet{_S}nam|ta))?(?!{_S}bo)(?![a-z])"
    rf"|hoi{_S}nong{_S}dan|hoi{_S}lien{_S}hiep{_S}phu{_S}nu|cong{_S}doan|mat{_S}tran{_S}to{_S}quoc|doan(?:{_S}(?:tncs|thanh{_S}nien{_S}cong{_S}san){_S}ho{_S}chi{_S}minh)?"
    rf"|thi{_S}dua{_S}yeu{_S}nuoc)"
    rf"|(?:cua{_S})?(?:viet{_S}nam|(?P<where>tinh|thanh{_S}pho|huyen|quan))"
    rf"|nhiem{_S}ky{_S}\d{{4}}[ \n]?-[ \n]?\d{{4}})"
)
_MANY = re.compile(rf"{_S}(?:dang{_S}bo{_S})?(?:dang{_S})?cac{_S}cap")
_NAME_WORD = re.compile(r"[ \n\r]{1,3}([^\W\d_]+(?:[ ]-[ ](?=[^\W\d_]))?)", re.UNICODE)
_CHARTER = re.compile(
    rf"dieu{_S}le{_S}(?:(?:cua{_S})?(?:lien{_S}minh{_S}(?:hop{_S}tac{_S}xa|htx){_S}viet{_S}nam|lien{_S}minh{_S}(?:hop{_S}tac{_S}xa|htx){_S}(?=tinh|thanh)"
    rf"|dang{_S}cong{_S}san{_S}viet{_S}nam|dang(?![a-z])|doan{_S}(?:tncs|thanh{_S}nien{_S}cong{_S}san){_S}ho{_S}chi{_S}minh|doan(?=[ ,.;)])"
    rf"|cong{_S}doan(?:{_S}viet{_S}nam)?|mat{_S}tran{_S}to{_S}quoc(?:{_S}viet{_S}nam)?"
    rf"|hoi{_S}(?:nong{_S}dan|lien{_S}hiep{_S}phu{_S}nu|cuu{_S}chien{_S}binh|chu{_S}thap{_S}do|nguoi{_S}cao{_S}tuoi|luat{_S}gia)(?:{_S}viet{_S}nam)?))"
)


def find_plenums(view: TextView) -> Iterator[Mention]:
    """Resolutions and conclusions of the Central Committee's plenums."""
    for kind in _KIND.finditer(view.folded):
        match = _PLENUM.match(view.folded, kind.end())
        if not match or not _identifies(match) or not _capital(view, kind):
            continue
        end = match.end()
        if view.folded[end - 1] == ")" and "(" not in view.folded[kind.start() : end]:
            end -= 1
        yield _named(view, kind, end, "plenum", term=_roman(match["term"]))


def _identifies(match: re.Match[str]) -> bool:
    """A plenum is known by its ordinal; the term may be left out (``Nghị quyết Trung ương 5``)."""
    text = match[0]
    return bool(
        match["ordinal"] or re.search(r"hoi\s+nghi\s+(?:lan\s+thu\s+)?\w+,?\s+(?:ban|bch|trung)", text)
    ) and bool(match["ordinal"] or match["term"])


def _roman(term: str | None) -> str | None:
    found = re.search(r"([ivxl]+|\d+)\)?$", term) if term else None
    return found[1].upper() if found else None


def _capital(view: TextView, kind: re.Match[str]) -> bool:
    return view.has_small_letters or view.text[kind.start()].isupper() or view.text[kind.end()].isupper()


def find_congresses(view: TextView) -> Iterator[Mention]:
    """Resolutions of congresses: of the Party, its committees, the alliances and other organisations."""
    for kind in _KIND.finditer(view.folded):
        head = _CONGRESS_HEAD.match(view.folded, kind.end())
        if not head or not _capital(view, kind) or _MANY.match(view.folded, head.end()):
            continue
        end, known, ordinal = _congress_end(view, head.end())
        if known:
            yield _named(view, kind, end, "congress", term=ordinal)


def _congress_end(view: TextView, at: int) -> tuple[int, bool, str | None]:
    """Where the congress's name ends, whether it names one congress, and its ordinal."""
    end, known, ordinal = at, False, None
    for _ in range(8):
        part = _CONGRESS_PART.match(view.folded, end)
        if not part:
            break
        if _MANY.match(view.folded, part.end()):
            return at, False, None
        end = part.end()
        known = known or bool(part["ordinal"] or part["roman"] or (part["body"] and part["body"].startswith("lien")))
        ordinal = ordinal or _ordinal(part)
        if part["level"] or part["where"] or (part["level2"] and part["level2"] != "viet nam"):
            end, named = _place_end(view, end)
            known = known or named
    return end, known, ordinal


def _ordinal(part: re.Match[str]) -> str | None:
    text = part["ordinal"] or part["roman"]
    return text.split()[-1].upper() if text else None


def _place_end(view: TextView, at: int) -> tuple[int, bool]:
    """End of a place's name: up to five capitalised words."""
    end = at
    for _ in range(5):
        match = _NAME_WORD.match(view.text, end)
        if not match or not match[1][0].isupper() or _ends_name(match[1]):
            break
        end = match.end(1)
    return end, end > at


def _ends_name(word: str) -> bool:
    return word.strip(" -") in ("Nghị", "Chỉ", "Kết", "Kế", "Quyết", "Đại", "Nhiệm")


def find_charters(view: TextView) -> Iterator[Mention]:
    """Charters of the Party, the alliances and the mass organisations."""
    for match in _CHARTER.finditer(view.folded):
        start = match.start()
        if (start and view.folded[start - 1].isalnum()) or not (view.text[start].isupper() or view.has_small_letters):
            continue
        end = match.end()
        where = re.compile(rf"{_S}(?:tinh|thanh{_S}pho)").match(view.folded, end)
        if where:
            end, _ = _place_end(view, where.end())
        yield Mention(
            start=start,
            end=end,
            body_start=start,
            kind="dieu-le",
            form="charter",
            name=" ".join(view.text[start:end].split()),
            reach=end,
        )


def _named(view: TextView, kind: re.Match[str], end: int, form: str, *, term: str | None) -> Mention:
    start = kind.start()
    slug = "ket-luan" if kind[0].startswith("ket") else "nghi-quyet"
    name = " ".join(view.text[start:end].split())
    return Mention(start=start, end=end, body_start=kind.end(), kind=slug, form=form, name=name, term=term, reach=end)
