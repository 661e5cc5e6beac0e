"""Pages that say with status 200 that there is nothing at their address ("soft 404").

    Không tìm thấy trang bạn yêu cầu · Bài viết không tồn tại hoặc đã bị xóa · Lỗi 404 · Vui lòng kiểm tra lại đường dẫn, hoặc quay về trang chủ
One such sentence may stand in any notice, so two kinds of evidence are asked for, in a short text that names no document.
"""

import re
from typing import Final

from corpus.text import fold_aligned

_LONGEST: Final = 1500
# Not: trang trại, trang thiết bị, địa chỉ của một hợp tác xã
_THING: Final = (
    r"(?:trang(?! (?:trai|thiet|phuc|tri|su|bi))|duong dan|(?:dia chi|bai|tin|muc)(?= (?:nay|ban|ma|url|web))|lien ket|bai viet|noi dung|du lieu|thong tin"
    r"|ban tin|tin bai|page|url|link|content)\b"
)
_ABSENT: Final = (
    r"(?:khong (?:the )?(?:tim thay|tim duoc|truy cap duoc)|khong (?:con )?(?:ton tai|co san)|(?:da|hoac) bi (?:xoa|go|di chuyen)|khong co trang nay"
    r"|not found|does not exist|no longer (?:exists|available))"
)
_NEAR: Final = r"(?:[^.\n]|\.(?=\S))"  # in the same sentence; the dot of an address ends none
_SAYS = re.compile(
    rf"\b{_THING}{_NEAR}{{0,60}}\b{_ABSENT}|\b{_ABSENT}{_NEAR}{{0,30}}\b{_THING}|\b(?:loi|error|http)[ :]{{1,3}}404\b|\b404\b{_NEAR}{{0,20}}\bnot found"
)
_INVITES = re.compile(
    r"\b(?:quay|tro|di) (?:ve|lai|ra|den)[^.\n]{0,30}\btrang (?:chu|truoc)|\b(?:kiem tra|xem) lai[^.\n]{0,20}\b(?:duong dan|dia chi|url|lien ket)"
    r"|\b(?:trang|bai viet|noi dung|dia chi|duong dan|thong tin)(?: ma)? (?:quy khach|ban|quy vi|ban doc)(?: dang| vua| can| muon)? (?:yeu cau|tim|truy cap|xem|go)"
    r"|\b(?:go|return|back) to[^.\n]{0,15}\bhome|\byou(?: are|'re)? (?:requested|looking for)"
)
_NUMBER = re.compile(r"\d{1,6}(?:/\d{4})?[/-][A-ZĐ]{2}")


def is_not_found(title: str, text: str) -> bool:
    """Whether a page is the site's word that it has no such page.

    >>> is_not_found("Không tìm thấy trang", "Trang này không tồn tại. Vui lòng quay về trang chủ.")
    True
    >>> is_not_found("Thông báo về giấy tờ thất lạc", "Hợp tác xã không tìm thấy con dấu, nay báo mất.")
    False
    """
    if len(text) > _LONGEST or _NUMBER.search(text):
        return False
    headline, body = fold_aligned(title), fold_aligned(text)
    evidence = (_SAYS.search(headline) is not None, _SAYS.search(body) is not None, _INVITES.search(body) is not None)
    return sum(evidence) >= 2
