"""Issuing bodies as running text names them: where such a name begins, and where it ends.

Bộ Chính trị · Ban Bí thư Trung ương Đảng · Ban Chấp hành Trung ương Đảng khóa XIII · Thủ tướng Chính phủ
Ủy ban nhân dân tỉnh Hưng Yên · Chủ tịch UBND tỉnh Thanh Hóa · Ban Thường vụ Tỉnh ủy · Giám đốc Sở Tài chính
Bộ Văn hóa, Thể thao và Du lịch · liên bộ: Ủy ban Dân tộc - Bộ Tài chính · Liên minh Hợp tác xã tỉnh
"""

import re
from typing import Final

from indexer.citations.view import TextView

_S = r"[ \n\r]{1,3}"
_HEADS: Final = (
    rf"(?:bo{_S}chinh{_S}tri|ban{_S}bi{_S}thu|ban{_S}chap{_S}hanh|bch|ban{_S}thuong{_S}vu|btv|ban{_S}thuong{_S}truc"
    rf"|thuong{_S}truc|tinh{_S}uy|thanh{_S}uy|huyen{_S}uy|quan{_S}uy|thi{_S}uy|dang{_S}uy|dang{_S}bo|quan{_S}uy{_S}trung{_S}uong"
    rf"|hoi{_S}dong{_S}chinh{_S}phu|hoi{_S}dong{_S}bo{_S}truong|chinh{_S}phu|thu{_S}tuong(?:{_S}chinh{_S}phu)?|ttg|pho{_S}thu{_S}tuong"
    rf"|uy{_S}ban{_S}thuong{_S}vu{_S}quoc{_S}hoi|quoc{_S}hoi|chu{_S}tich|pho{_S}chu{_S}tich|uy{_S}ban|ubnd|ubmttq|ubkt|hoi{_S}dong|hdnd"
    rf"|bo{_S}truong|lien{_S}bo|lien{_S}minh|lmhtx|giam{_S}doc|chanh|tong{_S}cuc|cuc|vu|van{_S}phong|trung{_S}uong|tw"
    rf"|ban{_S}(?:to{_S}chuc|tuyen{_S}giao|dan{_S}van|noi{_S}chinh|kinh{_S}te|chi{_S}dao|quan{_S}ly|dan{_S}toc|thi{_S}dua|chinh{_S}sach)"
    rf"|hoi{_S}(?:nong{_S}dan|lien{_S}hiep|cuu{_S}chien{_S}binh|nghi|chu{_S}thap)|doan{_S}thanh{_S}nien|trung{_S}uong{_S}doan"
    rf"|mat{_S}tran|mttq|cong{_S}doan|lien{_S}doan|tong{_S}lien{_S}doan|doan{_S}chu{_S}tich|toa{_S}an|vien{_S}kiem{_S}sat|ngan{_S}hang"
    rf"|thanh{_S}tra|kiem{_S}toan|bao{_S}hiem|kho{_S}bac|thue|dai{_S}hoi|truong{_S}ban|tong{_S}giam{_S}doc|tong{_S}bi{_S}thu|nha{_S}nuoc"
    rf"|bo|so|ban|phong|hoi|tinh|xa|huyen)(?![a-z0-9])"
)
BODY: Final = re.compile(_HEADS)
_CLOSED: Final = re.compile(
    rf"(?:bo{_S}chinh{_S}tri|ban{_S}bi{_S}thu(?:{_S}(?:trung{_S}uong|tw)(?:{_S}dang|{_S}doan)?)?"
    rf"|ban{_S}chap{_S}hanh{_S}(?:trung{_S}uong|tw)(?:{_S}(?:dang|doan))?|chinh{_S}phu|thu{_S}tuong{_S}chinh{_S}phu|quoc{_S}hoi"
    rf"|uy{_S}ban{_S}thuong{_S}vu{_S}quoc{_S}hoi|chu{_S}tich{_S}nuoc|van{_S}phong{_S}chinh{_S}phu|hoi{_S}dong{_S}(?:chinh{_S}phu|bo{_S}truong))"
    rf"(?:,?{_S}\(?khoa{_S}(?:[ivxl]{{1,6}}|\d{{1,2}})(?![a-z0-9])\)?)?"
)
_WORD = re.compile(r"[a-z0-9&]+")
_STOPS: Final = frozenset(
    [
        "ve",
        "quy",
        "ban",
        "ra",
        "ky",
        "da",
        "duoc",
        "dang",
        "se",
        "vua",
        "moi",
        "cho",
        "tai",
        "trong",
        "den",
        "de",
        "la",
        "thi",
        "ngay",
        "so",
        "nham",
        "gui",
        "cong",
        "thuc",
        "trien",
        "doi",
        "voi",
        "theo",
        "neu",
        "khi",
        "hoac",
        "hay",
        "con",
        "nay",
        "gom",
        "vao",
        "tu",
        "lap",
        "mo",
        "yeu",
        "giao",
        "dat",
        "nham",
        "phe",
        "huong",
        "sua",
        "bo",
        "thay",
        "bai",
        "co",
        "cung",
        "nen",
        "va",
        "do",
        "len",
        "phat",
        "nhu",
        "khong",
        "dong",
        "duyet",
        "neu",
        "noi",
        "chi",
        "xac",
        "mot",
        "cac",
        "nhung",
        "hoi",
        "sau",
        "truoc",
        "gan",
        "tren",
        "duoi",
        "hop",
        "thong",
        "qua",
        "tiep",
        "day",
        "tang",
        "dieu",
        "nghi",
    ]
)
_INSIDE: Final = {
    # Words that may follow although they also stop a name, by the word before them.
    "ban": ("uy", "mat", "bo"),
    "cong": ("bo", "so", "tong", "cuc", "doan"),
    "thong": ("giao", "va", "thong"),
    "va": (),
    "hoi": ("xa", "quoc", "bo", "trung", "uong", "tinh", "ubnd"),
    "tu": ("dau", "bo", "ky"),
    "hop": ("lien", "minh"),
    "dong": ("hoi", "lao", "cong"),
    "phat": ("va", "trien"),
    "ve": ("bao",),
    "chi": ("ho", "bo"),
    "dieu": (),
    "quy": ("quan",),
    "doi": ("quan",),
    "so": ("giam", "cong"),
    "day": (),
    "ky": ("thu",),
    "sau": (),
    "co": (),
    "do": ("thu",),
    "nghi": (),
}
_PAIRS: Final = frozenset(
    (
        ("cong", "thuong"),
        ("cong", "an"),
        ("cong", "nghe"),
        ("cong", "san"),
        ("thong", "tin"),
        ("thong", "van"),
        ("dong", "nhan"),
        ("phat", "trien"),
        ("hop", "tac"),
        ("doi", "ngoai"),
        ("quy", "hoach"),
        ("chi", "dao"),
        ("chi", "minh"),
        ("chi", "nhanh"),
        ("ban", "nhan"),
        ("ban", "thuong"),
        ("ban", "chap"),
        ("ban", "dan"),
        ("ban", "to"),
        ("so", "cong"),
        ("so", "noi"),
        ("so", "tai"),
        ("so", "ke"),
        ("so", "nong"),
        ("so", "lao"),
        ("so", "y"),
        ("so", "giao"),
        ("so", "xay"),
        ("so", "van"),
        ("so", "khoa"),
        ("so", "thuong"),
        ("so", "tu"),
        ("bo", "tai"),
        ("bo", "noi"),
        ("bo", "nong"),
        ("bo", "ke"),
        ("bo", "truong"),
        ("bo", "tinh"),
        ("bo", "cong"),
        ("bo", "y"),
        ("bo", "giao"),
        ("bo", "khoa"),
        ("bo", "lao"),
        ("bo", "xay"),
        ("bo", "tu"),
        ("bo", "van"),
        ("bo", "quoc"),
        ("bo", "ngoai"),
        ("bo", "thong"),
        ("bo", "buu"),
        ("bo", "huyen"),
        ("bo", "dan"),
        ("bo", "thuy"),
        ("bo", "chinh"),
        ("hoi", "nong"),
        ("hoi", "dong"),
        ("tu", "phap"),
        ("dieu", "tra"),
        ("dong", "thap"),
        ("dong", "nai"),
        ("hoi", "lien"),
        ("nghi", "son"),
        ("nghi", "xuan"),
        ("nghi", "loc"),
        ("tai", "chinh"),
        ("tai", "nguyen"),
        ("trong", "trot"),
        ("theo", "doi"),
        ("quy", "nhon"),
        ("quy", "hop"),
        ("dat", "dai"),
        ("dat", "do"),
        ("phe", "duyet"),
        ("sau", "dai"),
        ("cac", "cap"),
        ("do", "thi"),
        ("do", "luong"),
        ("xac", "thuc"),
        ("tang", "truong"),
        ("noi", "vu"),
        ("noi", "chinh"),
        ("day", "nghe"),
        ("thay", "doi"),
        ("con", "dao"),
        ("con", "cuong"),
        ("len", "men"),
        ("chi", "linh"),
        ("tu", "son"),
        ("tu", "ky"),
        ("hoi", "an"),
        ("quy", "ho"),
    )
)
_COMMA_NEXT: Final = frozenset(["the", "vien", "chu", "thuong", "gia", "du", "lao"])
_MAX_WORDS: Final = 18


def body_end(view: TextView, start: int, limit: int) -> int | None:
    """End of the body's name that begins at `start`; None when none begins there. Nothing beyond `limit` is read."""
    head = BODY.match(view.folded, start, limit)
    if not head or not _plausible(view, head):
        return None
    closed = _CLOSED.match(view.folded, start, limit)
    if closed and not view.folded[closed.end() : closed.end() + 1].isalnum():
        return closed.end()
    return _open_end(view, start, head.end(), limit)


def _plausible(view: TextView, head: re.Match[str]) -> bool:
    """One everyday syllable (``bộ``, ``sở``, ``ban``) counts only when capitalised."""
    return len(head[0]) > 6 or view.text[head.start()].isupper() or view.has_small_letters


def _open_end(view: TextView, start: int, end: int, limit: int) -> int:
    folded = view.folded
    words = list(_WORD.finditer(folded, end, min(limit, start + 150)))[:_MAX_WORDS]
    at = end
    for index, word in enumerate(words):
        gap = folded[at : word.start()]
        following = words[index + 1][0] if index + 1 < len(words) else ""
        if not _continues(view, gap, word, following, (words[index - 1][0] if index else "")):
            break
        at = word.end()
    return at


def _continues(view: TextView, gap: str, word: re.Match[str], following: str, before: str) -> bool:
    """Whether a word still belongs to a body's name, given the gap before it and its neighbours."""
    if gap.count("\n") > 1 or any(sign in gap for sign in '.;:()"“”*|/+\x1a'):
        return False
    key = word[0]
    if "," in gap:
        return key in _COMMA_NEXT and view.text[word.start()].isupper()
    if "-" in gap and not view.text[word.start()].isupper():
        return False
    if key == "va":
        return bool(following) and view.text[_next_start(view, word.end())].isupper() and following not in _AFTER_AND
    if key.isdigit():
        return False
    if key not in _STOPS:
        return True
    return (key, following) in _PAIRS or before in _INSIDE.get(key, ()) or _proper(view, word, key)


_AFTER_AND: Final = frozenset(
    ["nghi", "quyet", "chi", "ket", "ke", "thong", "cong", "huong", "quy", "luat", "bo", "phap", "dieu", "to", "bao"]
) - {
    "bo",
    "cong",
    "quy",
    "thong",
}


def _proper(view: TextView, word: re.Match[str], key: str) -> bool:
    """Whether a capital in the middle of the sentence marks a name (``tỉnh Đồng Nai``), not in all-capital text."""
    start, end = word.span()
    return view.text[start].isupper() and not view.text[start:end].isupper() and key not in ("va", "ve", "ngay")


def _next_start(view: TextView, at: int) -> int:
    while at < len(view.text) - 1 and view.text[at].isspace():
        at += 1
    return min(at, len(view.text) - 1)
