"""Words that show that a piece of a page is a document's own: its number, or the names of documents that it rests on."""

import re

from corpus.text import fold_aligned

# Số: 45/KH-LMHTX · Số ký hiệu
_HEAD = re.compile(
    r"(?<![a-z0-9/])so(?: ky hieu| hieu|[ *]{0,3}[:.]?[ *]{0,3}\d{1,6}[a-z]?(?:/\d{4})?[ ]{0,2}[-/][ ]{0,2}[a-z])"
)
# Quyết định số 461/QĐ-TTg · Luật Hợp tác xã số 23/2012/QH13 · Luật Hợp tác xã năm 2012
_DOCUMENT = re.compile(
    r"(?<![a-z])(?:luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|chi thi|ket luan|ke hoach|thong tu|cong van|huong dan|thong bao|cong dien|quy dinh|chuong trinh|bao cao|to trinh|hien phap|lenh|quy che|van ban|sac lenh)"
    r"(?:[^\n\d]{0,60}?\d{1,6}[a-z]?(?:/\d{4})?[ ]?[-/][ ]?[a-z]|[^\n\d]{0,60} nam (?:19|20)\d\d)"
)
_OWNER = re.compile(
    r"ban quyen|copyright|chiu trach nhiem (?:noi dung|chinh:|xuat ban)|giay phep (?:so|thiet lap|hoat dong|xuat ban)|ghi ro nguon|dang (?:truy cap|online)|tong (?:so )?(?:luot )?truy cap"
    r"|thiet ke (?:boi|va)|powered by|so nguoi (?:truy cap|online)|all rights reserved"
)


def has_head(text: str) -> bool:
    """Whether a text has the number of a document as its head writes it, and does not name the owner of a site."""
    folded = fold_aligned(text[:1500])
    return bool(_HEAD.search(folded)) and not _OWNER.search(folded)


def names_document(text: str) -> bool:
    """Whether a text names a document by kind and number, or a law by its year."""
    return bool(_DOCUMENT.search(fold_aligned(text[:600])))


def names_owner(text: str) -> bool:
    """Whether a text is an imprint: whose site it is, who answers for it, who built it. Sentences of that are none."""
    folded = fold_aligned(text).strip(" -|*")
    return (
        "©" in text or bool(_OWNER.match(folded)) or (bool(_OWNER.search(folded)) and not folded.endswith((".", ";")))
    )
