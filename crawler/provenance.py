"""Whom a text speaks for: the body that issued it and the province, from its letterhead, its place line, its site and its words.

Evidence is weighed in this order: what the paper's head says; what the site is; what the title and the text name. A national body speaks
for no province, wherever it signs; a newspaper's seat says nothing of a text that names another province.
"""

import re
from collections import Counter
from typing import Final

from corpus.issuers import find_issuer, issuers_for_symbol
from corpus.kinds import kind_words
from corpus.model import Head
from corpus.numbers import parse_number
from corpus.places import Place, find_place, place_begins, place_in_host, places_in, province_of_town
from corpus.text import fold, fold_aligned
from crawler.bodies import begins_body, full_name, is_national, signing_body
from crawler.head import find_head
from crawler.letterhead import Letterhead, read_letterhead
from crawler.naming import UNIT, as_written, only_place, written_name
from crawler.properties import find_properties

_HEAD_CHARS: Final = 1500
_READ_CHARS: Final = 6000
_NEWS_HOST = re.compile(r"(?:^|[.\-])(?:tapchi|vannghe)|news|ngaynay|(?:tv|online|media)\.")
_TITLE_NUMBER = re.compile(r"(?:" + "|".join(map(re.escape, kind_words())) + r") (?:so )?\d")
# A body of the province that the text leaves unnamed.
_UNNAMED = re.compile(
    r"\b(?:(?:ubnd|uy ban nhan dan|hdnd|lien minh htx|lien minh hop tac xa|cong an|hoi nong dan|doan|ubmttq|so [a-z, ]{3,40}) (?:tinh|thanh pho|tp)|tinh uy|thanh uy|(?:toan|trong|cua|dia ban) tinh)\b"
)
_LOCAL_BODY = re.compile(
    r"\b(?:lien minh (?:htx|hop tac xa)|lmhtx|ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|tinh uy|thanh uy|hoi [a-z ]{4,40}|so [a-z, ]{3,50}|cong an|doan|ban chi dao[a-z ,0-9\-]{0,60})"
    r" (?:(?:cac )?(?:tinh|thanh pho|tp\.?) )?$"
)
_AS_UNIT = re.compile(r"\b(?:tinh|thanh pho|tp\.?)\s$")
_LOCAL_UNIT = re.compile(rf"(?<!\S){UNIT}")
_OF = re.compile(
    r"\bcủa\s+((?:Ban|Hội|Liên minh|Ủy ban|UBND|Sở|Đoàn|Quỹ|Hiệp hội|Ban Chỉ đạo|Tỉnh ủy|Thành ủy|Huyện ủy)\s+[^,;:.()]{3,60})"
)
_GAZETTE = re.compile(r"^\W*([^\W\d_][^\n\d:]{3,40}?)[ *_]*\n\W*CỦA\s+([^\n\d]{3,80}?)\s+SỐ\s*:?\s*\d", re.MULTILINE)
_TERM_LINE = re.compile(r"(?:khoa|ky hop|nhiem ky)\b|[a-z]{1,2}$")
_LEVEL = re.compile(r"^(?:tỉnh|thành phố|tp\.?)\s+", re.IGNORECASE)
_MAX_NAME: Final = 110
_MAX_PLACE: Final = 40
_MAX_GROUNDS_LINES: Final = 14
_HEADLINE_BODY_END = re.compile(
    r"(?<!Ban)\s+(?:về|tìm hiểu|v/v|phát động|ngày|năm|tổ chức|triển khai|thực hiện|hướng dẫn|nhằm|để|trong)\b.*$",
    re.IGNORECASE,
)


def issuer_in_head(text: str, place: str | None = None) -> str | None:
    """The body that signs, as the registry writes it with its province, else as the paper does; None when there is no letterhead.

    place: the province, where other evidence names it.

    >>> issuer_in_head("LIÊN MINH HTX VIỆT NAM\\nLIÊN MINH HTX TỈNH NGHỆ AN\\nSố: 5/KH-LMHTX")
    'Liên minh Hợp tác xã tỉnh Nghệ An'
    """
    known = find_place(place) if place else None
    table = find_properties(text[:_HEAD_CHARS]).issuer
    if table and (issuer := find_issuer(table)) and (named := full_name(issuer, table, known)):
        return named
    if table and find_issuer(table) is None and begins_body(table) and len(table) < _MAX_NAME:
        return written_name(table)
    found = _in_gazette(text, known) or _issuer_of(read_letterhead(text), known) or _above_grounds(text, known)
    return as_written(found, text[:_READ_CHARS]) if found and find_issuer(found) is None else found


def _in_gazette(text: str, place: Place | None) -> str | None:
    """The body behind the kind in a gazette's manner: ``THÔNG TƯ`` / ``CỦA BỘ TÀI CHÍNH SỐ 07/2010/TT-BTC``; the first of several."""
    match = _GAZETTE.search(text[:_HEAD_CHARS])
    if match is None or fold(match[1]) not in kind_words():
        return None
    written = match[2] if find_issuer(match[2]) else re.split(r"\s*[-–]\s*(?=BỘ|[^\W\d_]+ BAN)", match[2])[0]
    known = find_issuer(written)
    return full_name(known, written, place) if known else None


def _above_grounds(text: str, place: Place | None) -> str | None:
    """The authority that stands on a line of its own right above the grounds (``ỦY BAN NHÂN DÂN TỈNH ...`` / ``Căn cứ ...``)."""
    lines = [line.strip(" *_|#") for line in text[:_HEAD_CHARS].split("\n")]
    lines = [line for line in lines if line][:_MAX_GROUNDS_LINES]
    at = next((at for at, line in enumerate(lines) if fold(line).startswith("can cu ")), 0)
    for line in lines[max(0, at - 3) : at][::-1]:
        if _TERM_LINE.match(fold(line)):
            continue
        known = find_issuer(line) if len(line) < _MAX_NAME else None
        return full_name(known, line, place) if known else None
    return None


def _issuer_of(head: Letterhead, place: Place | None) -> str | None:
    if not head.bodies:
        return None
    if not head.marked and find_issuer(head.bodies[-1]) is None:
        return None  # capitals without any mark of a letterhead are a headline, unless the registry knows the body
    return signing_body(list(head.bodies), _where(head) or place)


def _where(head: Letterhead) -> Place | None:
    """The province of the place line; a national body signs in the capital, so the capital alone says nothing."""
    if not head.where:
        return None
    found = find_place(head.where) or province_of_town(head.where) or only_place(head.where)
    return None if found is None or found.name == "Hà Nội" else found


def issuer_in_title(title: str) -> str | None:
    """The body of which a headline says that the paper is (``Kế hoạch số 01-KH/BTC ngày ... của Ban Tổ chức cuộc thi ...``)."""
    match = _OF.search(title)
    if match is None:
        return None
    name = _HEADLINE_BODY_END.sub("", match[1]).strip()
    known = find_issuer(name)
    return (full_name(known, name) if known else None) or written_name(name)


def provenance_of(
    text: str,
    *,
    title: str = "",
    site_name: str = "",
    host: str = "",
    issuer: str | None = None,
    place: str | None = None,
) -> tuple[str | None, str | None]:
    """Issuer and province of a text; what is given is kept.

    title, site_name: as the page has them. host: of its address.
    """
    head = read_letterhead(text)
    if issuer is None:
        issuer = issuer_in_head(text, place) or (
            issuer_in_title(title) if _TITLE_NUMBER.match(fold(title)) and find_head(text, title) else None
        )
    if place is None and not (issuer and is_national(issuer)) and not _is_national_head(head):
        place = _place_by_evidence(head, text, title=title, site_name=site_name, host=host, issuer=issuer)
        place = place or _unlisted_place(head)
    if issuer is None and place is not None:
        issuer = issuer_in_head(text, place) or _by_symbol(find_head(text, title), place)
    return issuer, place


def _by_symbol(head: Head | None, place: str) -> str | None:
    """The alliance of the province whose symbol the paper's own number bears, where no letterhead names it (``Số: 71/KH-LMHTX``)."""
    organ = parse_number(head.number).organ if head else None
    bodies = issuers_for_symbol(organ.partition("-")[0]) if organ else ()
    alliances = [body for body in bodies if body.level == "alliance"]
    return full_name(alliances[0], "", find_place(place)) if len(alliances) == 1 else None


def _is_national_head(head: Letterhead) -> bool:
    """Whether a letterhead is a central body's, or that of a unit of one, which names no province and does not sign in one."""
    if not head.marked or _where(head) is not None or any(map(only_place, head.bodies)):
        return False
    return any(is_national(written_name(body)) for body in head.bodies) and not _LOCAL_UNIT.search(
        head.bodies[-1].lower()
    )


def _place_by_evidence(
    head: Letterhead, text: str, *, title: str, site_name: str, host: str, issuer: str | None
) -> str | None:
    letterhead = " ".join(head.bodies) if head.marked else ""
    table = find_properties(text[:_HEAD_CHARS]).issuer or ""
    for place in (only_place(issuer or ""), only_place(letterhead), only_place(table), _where(head)):
        if place is not None:
            return place.name
    site = place_in_host(host)
    named = _named_in(title, text)
    if _is_newspaper(host):
        return (
            named.name
            if named
            else site.name
            if site and not places_in(text[:_READ_CHARS]) and _leaves_unnamed(text)
            else None
        )
    own = site or only_place(site_name)
    if own is not None:
        return own.name
    if (
        named is None
        and head.where
        and find_place(head.where)
        and only_place(f"{title} {site_name}") == find_place(head.where)
    ):
        return find_place(head.where).name  # type: ignore[union-attr]
    return named.name if named else None


def _unlisted_place(head: Letterhead) -> str | None:
    """A place line's place that no list knows (a new commune), as the paper writes it; the capital, where national bodies sign, says nothing."""
    where = _LEVEL.sub("", head.where or "").strip()
    unlisted = where and not (find_place(where) or province_of_town(where) or only_place(where))
    return where if unlisted and head.marked and where[:1].isupper() and len(where) <= _MAX_PLACE else None


def _is_newspaper(host: str) -> bool:
    """Whether a host is a newspaper's or a station's: ``baohagiang.vn``, ``thainguyentv.vn``; ``baoyen-laocai`` is a district's."""
    papers = (label.removeprefix("bao") for label in host.lower().split(".") if label.startswith("bao"))
    return bool(_NEWS_HOST.search(host)) or any(label.startswith("-") or place_begins(label) for label in papers)


def _named_in(title: str, text: str) -> Place | None:
    """The province whose body the text names, or that its title does, when nothing speaks for another."""
    read = text[:_READ_CHARS]
    folded = fold_aligned(read)
    mentions = places_in(read)
    bodies = Counter(
        place.slug
        for start, _, place in mentions
        if _LOCAL_BODY.search(" ".join(folded[max(0, start - 110) : start].split()) + " ")
    )
    if len(bodies) == 1 and next(iter(bodies)) in {place.slug for _, _, place in mentions}:
        slug = next(iter(bodies))
        titled = only_place(title)
        if titled is None or titled.slug == slug:
            return next(place for _, _, place in mentions if place.slug == slug)
    titled = only_place(title)
    others = {place.slug for _, _, place in mentions} - ({titled.slug} if titled else set())
    if titled and (not others or bodies[titled.slug]):
        return titled
    named = {place.slug: place for _, _, place in mentions}
    if len(named) != 1 or not _leaves_unnamed(read):
        return None
    return next(iter(named.values())) if len(mentions) > 1 or _AS_UNIT.search(folded[: mentions[0][0]]) else None


def _leaves_unnamed(text: str) -> bool:
    return bool(_UNNAMED.search(fold(text[:_READ_CHARS])))
