"""Names of bodies as letterheads write them: in capitals, over several lines, a superior above the body that signs.

Where the registry knows the body it is named as there; any other (a new commune, a fund, a union) is taken as the paper writes it.
"""

import re
from typing import Final

from corpus.body_words import body_beginnings
from corpus.issuers import Issuer, find_issuer, unit_named
from corpus.kinds import generic_words, kind_words
from corpus.levels import LEVELS
from corpus.places import Place
from corpus.text import fold, normalise_line
from crawler.naming import UNIT, only_place, unit_written, written_name

_BEGINS: Final = re.compile("(?:" + "|".join(body_beginnings("letterhead")) + ")(?= |$)")
# How documents are headed that are none of the registry's kinds, and what else in capitals begins like a body's name.
_OTHER_HEADINGS: Final = (
    "phieu|giay (?:moi|uy quyen|gioi thieu|chung nhan|xac nhan|de nghi)|thu (?:moi|ngo|keu goi|chuc|khen)|loi (?:keu goi|hieu trieu|phat dong|chuc)|ban (?:phat dong|giao uoc|tin|cam ket|dang ky|ke"
    "|tong hop|ghi nho|thuyet minh|kiem diem|tham luan|sao)|bien ban|bang|danh (?:sach|muc)|phu luc|lich (?:cong tac|lam viec|tiep)|the le|giao uoc|de cuong|noi quy|noi dung|phat dong|tham luan"
    "|dien (?:mung|chia buon)|thong cao|don (?:de nghi|dang ky|xin)|hop dong|so (?:tay|ket)|hoi (?:nghi|thao|thi|dap)|doan ket|to (?:khai|chuc)|du thao|mau|diem tin|tin|bai|cuoc thi|phong trao"
    "|ke hoach|bao cao|ban (?:hanh|hang|giao)|bo sung|so \\d"
)
_HEADING: Final = re.compile(
    r"(?:"
    + "|".join([*(re.escape(word) for word in kind_words() if word not in generic_words()), _OTHER_HEADINGS])
    + r")(?= |$)"
)
_MOST_BROKEN_OFF: Final = 4
_UNIT_FIRST: Final = re.compile(UNIT)
_OPEN_END: Final = re.compile(
    r"(?:^| )(?:va|cua|cac|ban chap hanh|bch|lien minh|uy ban|hoi dong|mat tran|trung uong|huyen|tinh|thanh pho|thi xa|xa|phuong|quan)$|[-–,]$"
)
_PARTS: Final = re.compile(rf"(?:ban chấp hành|bch|ban thường vụ|btv|ban thường trực|thường trực)(?: {UNIT}.*)?$")
_OF_PARTY: Final = re.compile(r"^(?:tinh|thanh|huyen|quan|thi|dang) uy\b|^dang bo\b")
_OWN_PARTY: Final = re.compile(r" (?:đảng|tỉnh|thành|huyện|quận|thị) ủy$")
_AREA = re.compile(rf"(?<!\S){UNIT}(?! ủy)(?: .*)?$")


def begins_body(text: str) -> bool:
    """Whether a line begins with a word with which names of bodies begin, and is no document's heading."""
    key = fold(text)
    return bool(_BEGINS.match(key)) and not _HEADING.match(key)


def is_heading(text: str) -> bool:
    """Whether a line in capitals is the heading of a document: its kind, alone or with more (``BÁO CÁO NHANH``, ``GIẤY MỜI``)."""
    return bool(_HEADING.match(fold(text)))


def continues_name(above: str, line: str) -> bool:
    """Whether a line can only go on with the name above it: a unit (``TỈNH PHÚ YÊN``), or what an open end asks for."""
    return (
        bool(_UNIT_FIRST.match(line.lower()))
        or bool(_OPEN_END.search(fold(above)))
        or above.rstrip().endswith((",", "-", "–"))
        or fold(line).startswith(("va ", "viet nam", "hop tac xa"))
    )


def completes_name(above: str, line: str) -> bool:
    """Whether two lines only together name a province or a body: a narrow column broke the name (``TỈNH CAO`` / ``BẰNG``, ``SỞ ... MÔI`` / ``TRƯỜNG``)."""
    if len(line.split()) > _MOST_BROKEN_OFF:
        return False
    whole = f"{above} {line}"
    if (place := only_place(whole)) and only_place(above) is None and only_place(line) is None:
        return fold(whole).endswith(fold(place.name))
    return find_issuer(above) is None and find_issuer(line) is None and find_issuer(whole) is not None


def groups_of(lines: list[str]) -> list[str]:
    """Lines of a letterhead as the names that they write, a superior's first.

    >>> groups_of(["LIÊN MINH", "HỢP TÁC XÃ VIỆT NAM", "LIÊN MINH HTX", "TỈNH PHÚ YÊN"])
    ['LIÊN MINH HỢP TÁC XÃ VIỆT NAM', 'LIÊN MINH HTX TỈNH PHÚ YÊN']
    """
    found: list[str] = []
    for line in lines:
        goes_on = bool(found) and (
            not begins_body(line) or _is_open(found[-1], line) or completes_name(found[-1], line)
        )
        if goes_on:
            found[-1] = f"{found[-1]} {line}"
        elif begins_body(line):
            found.append(line)
    return [normalise_line(name) for name in found]


def _is_open(above: str, line: str) -> bool:
    """Whether a name goes on although its next line could begin one: ``LIÊN MINH`` / ``HỢP TÁC XÃ ...``, ``BAN CHẤP HÀNH`` / ``ĐẢNG BỘ ...``."""
    key, following = fold(above), fold(line)
    if above.rstrip().endswith((",", "-", "–")) or key.endswith((" va", " cua")):
        return True
    if following.startswith(("hop tac xa", "htx")):
        return key.endswith(("lien minh", "ho tro", "phat trien", "quy", "lien hiep"))
    if following.startswith(("mat tran", "mttq")):
        return key.endswith(("uy ban", "trung uong"))
    if following.startswith("trung uong"):
        return True
    return key in ("ban chap hanh", "bch", "uy ban", "hoi", "ban") or (
        key == "ban thuong vu" and bool(_OF_PARTY.match(following))
    )


def full_name(issuer: Issuer, written: str, place: Place | None = None) -> str | None:
    """A known body's name with its province, which its own words name or `place` gives; None for a provincial body without."""
    place = only_place(written) or place
    if issuer.level == "alliance" and issuer.name.endswith("tỉnh"):
        return f"{issuer.name.removesuffix(' tỉnh')} {place.full_name}" if place else None
    if issuer.level == "local":
        return f"{issuer.name} {place.full_name}" if place else None
    if issuer.name == "Tỉnh ủy":
        return f"{'Thành ủy' if place.kind == 'thành phố' else 'Tỉnh ủy'} {place.name}" if place else None
    return issuer.name


def signing_body(groups: list[str], place: Place | None = None) -> str | None:
    """The body that signs a paper with such a letterhead, with what it belongs to where its own name does not say; None when nobody can say.

    groups: as `groups_of` gives them. place: the province, where other evidence gives it.

    >>> signing_body(["UBND TỈNH HÀ NAM", "SỞ NỘI VỤ"])
    'Sở Nội vụ tỉnh Hà Nam'
    """
    if not groups:
        return None
    *above, own = [_first_of_joint(name) for name in groups]
    superior = above[-1] if above else ""
    province = next((found for name in reversed(groups) if (found := only_place(name))), None) or place
    if superior and _PARTS.match(own.lower()):
        return _part_of(own, superior, province)
    known = find_issuer(own)
    if known is not None and not (known.level in ("local", "party-local") and unit_named(own)):
        if known.level in ("committee", "party-local") and known.name != "Tỉnh ủy":
            return _attached(written_name(own), superior, province)
        return full_name(known, own, province)
    return _attached(written_name(own), superior, province)


def _first_of_joint(name: str) -> str:
    """The body that leads where several sign together (``HỘI NÔNG DÂN TỈNH - LIÊN MINH HTX TỈNH PHÚ YÊN``), with the unit that stands behind the last."""
    parts = re.split(r"\s+[-–]\s+", name)
    if len(parts) < 2 or not all(begins_body(part) for part in parts):
        return name
    return parts[0]


def _part_of(own: str, superior: str, province: Place | None) -> str | None:
    """A committee of the body above it: ``BCH TỈNH GIA LAI`` below ``HỘI CỰU CHIẾN BINH VIỆT NAM``, ``BAN THƯỜNG VỤ`` below an alliance."""
    area = _AREA.search(own.lower())
    if area and fold(superior).startswith(("doan tncs", "doan thanh nien")) and area[0].startswith("tỉnh") and province:
        return f"Tỉnh đoàn {province.name}"
    if area:
        base = re.sub(r"\s+Việt Nam$", "", written_name(superior))
        words = own[area.start() :].split()
        name = f"{base} {unit_written(words)}"
        return f"{base} {province.full_name}" if area[0] == "tỉnh" and province else name
    inner = signing_body([superior], province)
    return f"{written_name(own)} {inner}" if inner else None


def _attached(name: str, superior: str, province: Place | None) -> str:
    """A body's name with that of what it belongs to, unless it says so itself."""
    key = fold(name).replace("hop tac xa", "htx")
    if key.endswith((" viet nam", " trung uong", " quoc gia", " toi cao")) or only_place(name):
        return name
    if re.search(rf" {UNIT} \w", re.sub(r"\b(?:tỉnh|thành phố)\b", "", name.lower())):
        return name
    if re.search(r" tinh$", key):
        return f"{name.removesuffix(' tỉnh')} {province.full_name}" if province else name
    if _OF_PARTY.match(fold(superior)):
        if own := _OWN_PARTY.search(name.lower()):
            return f"{name[: own.start()]} {written_name(superior)}"
        if not re.search(r"\b(?:dang|tinh|thanh|huyen) uy\b", key):
            return f"{name} {written_name(superior)}"
        if named := only_place(superior):
            return f"{name} {named.full_name}"
    if area := _AREA.search(superior.lower()):
        words = superior[area.start() :].split()
        shown = unit_written(words)
        return f"{name} {province.full_name}" if shown in ("tỉnh", "thành phố") and province else f"{name} {shown}"
    if key.startswith("so ") and province:
        return f"{name} {province.full_name}"
    return name


def is_national(name: str) -> bool:
    """Whether a body speaks for the whole country: a central one that the registry knows, or one that calls itself so."""
    known = find_issuer(name)
    if known is not None and (LEVELS[known.level].national or known.name == "Liên minh Hợp tác xã Việt Nam"):
        return True
    key = fold(name)
    return key.endswith((" viet nam", " trung uong", " quoc gia", " toi cao")) or " trung uong " in f" {key} "
