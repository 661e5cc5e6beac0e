"""What the names of a tag (class, id, role) say of it: whole words of known furniture, never a part of a word.

share-buttons, tin-lien-quan, sidebar        furniture, whatever it says
doc-header, print-area, comment, widget_text perhaps: its text decides
has-sidebar, contentWithSidebar, hidden-xs   nothing: the name tells of something else
"""

import re
from itertools import pairwise
from typing import Final

from bs4 import Tag

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[a-z0-9]+")
_TELLS_OF_OTHERS: Final = frozenset(
    "layout theme template has with without no not non is show open enable disable toggle in".split()
)
_BREAKPOINTS: Final = frozenset("xs sm md lg xl xxl print mobile desktop tablet phone screen".split())
_SURE: Final = frozenset(
    (
        "menu submenu nav navbar navigation topbar masthead sidebar bread breadcrumb breadcrumbs relate related share sharing social addthis sharethis comments respond disqus"
        " advert advertisement ads adsense quangcao qc pagination pager paging pagenavi tagcloud copyright marquee popup modal login cookie cookies newsletter"
        " subscribe ratings rating counter viewcount lienquan tinlienquan tinkhac baikhac thongke luotxem preloader toolbar"
    ).split()
)
_SURE_PAIRS: Final = frozenset(
    (
        "lien quan,tin khac,bai khac,tin moi,phan trang,luot xem,thong ke,quang cao,other news,view count,skip link,site header,site footer,page footer,page header"
        ",cung chuyen,comment list,comment form,widget area,tag cloud,dang nhap,binh luan,chia se,main header,main footer,side bar,doc nhieu,xem nhieu"
    ).split(",")
)
_APPENDIX: Final = frozenset(
    "comments respond disqus related relate lienquan tinlienquan tinkhac baikhac share".split()
)
_APPENDIX_PAIRS: Final = frozenset(
    "comment list,comment form,lien quan,tin khac,bai khac,other news,binh luan,cung chuyen".split(",")
)
_PERHAPS: Final = frozenset(
    (
        "header footer banner widget comment print tags tag tools search author byline hits views aside meta info poll survey weather links link adv box-tin dialog"
        " hotline top bottom"
    ).split()
)
_PERHAPS_PAIRS: Final = frozenset(
    "article info,detail time,news date,post date,asset metadata,sr only,visually hidden,date time".split(",")
)
_SAYS_OF_PARAGRAPH: Final = frozenset(
    "author byline tags breadcrumb breadcrumbs share social hits views viewcount luotxem copyright related meta".split()
)
_HIDDEN: Final = frozenset("hidden hide dnone d-none collapse collapsed invisible".split())
_SIDE: Final = frozenset(
    "left right side aside sidebar phai trai box module widget block list danhsach thongbao moi hot related".split()
)
_MAIN: Final = frozenset(
    "article content noidung chitiet detail details main body entry post news journal vanban".split()
)
_COLUMN: Final = frozenset(
    "col column span grid left right center middle main content side cot phai trai sidebar".split()
)
_PAIRS: Final = {
    "noi dung": "noidung",
    "chi tiet": "chitiet",
    "van ban": "vanban",
    "danh sach": "danhsach",
    "thong bao": "thongbao",
}


def tokens_of(tag: Tag) -> list[tuple[str, ...]]:
    """The words of each name: ``contentWithSidebar`` is (content, with, sidebar)."""
    names = [*(tag.get("class") or ()), str(tag.get("id") or ""), str(tag.get("role") or "")]
    return [tuple(_PARTS.findall(_CAMEL.sub("-", name).lower())) for name in names if name]


def _told(tag: Tag) -> list[tuple[str, ...]]:
    """Names that tell of the tag itself."""
    found = []
    for words in tokens_of(tag):
        if (
            not words
            or _TELLS_OF_OTHERS.intersection(words)
            or (len(words) > 1 and words[0] not in _COLUMN and _BREAKPOINTS.intersection(words[1:]))
        ):
            continue
        found.append(words)
    return found


def _has(tag: Tag, singles: frozenset[str], pairs: frozenset[str]) -> bool:
    for words in _told(tag):
        if singles.intersection(words) or any(f"{a} {b}" in pairs for a, b in pairwise(words)):
            return True
    return False


def is_furniture(tag: Tag) -> bool:
    """Whether a name says furniture for certain."""
    return _has(tag, _SURE, _SURE_PAIRS)


def is_appendix(tag: Tag) -> bool:
    """Whether a name says what stands below articles, however long: comments, related articles."""
    return _has(tag, _APPENDIX, _APPENDIX_PAIRS)


def may_be_furniture(tag: Tag) -> bool:
    """Whether a name says furniture or a part of an article, so that its text decides."""
    return _has(tag, _PERHAPS, _PERHAPS_PAIRS)


def marks_paragraph(tag: Tag) -> bool:
    """Whether a paragraph's name says that it is no paragraph: author, tags, counters."""
    return _has(tag, _SAYS_OF_PARAGRAPH, frozenset())


def is_hidden(tag: Tag) -> bool:
    """Whether a browser hides a tag until somebody asks for it, as far as the tag itself says."""
    style = str(tag.get("style") or "").replace(" ", "").lower()
    classes = {str(name).lower() for name in tag.get("class") or ()}
    return (
        tag.get("hidden") is not None
        or "display:none" in style
        or "visibility:hidden" in style
        or bool(_HIDDEN & classes)
    )


def _any(tag: Tag, words: frozenset[str]) -> bool:
    for told in _told(tag):
        joined = " ".join(told)
        if words.intersection(re.sub(r"\d+$", "", word) for word in told) or any(
            pair in joined and single in words for pair, single in _PAIRS.items()
        ):
            return True
    return False


def is_side(tag: Tag) -> bool:
    """Whether a name says a column or box beside the text."""
    return _any(tag, _SIDE)


def is_main(tag: Tag) -> bool:
    """Whether a name says the text itself."""
    return _any(tag, _MAIN)


def width(tag: Tag) -> float:
    """A column's share of the page by the grids that name it in twelfths (``col-md-8``); 0.5 where nothing says it."""
    for words in tokens_of(tag):
        if (
            words
            and words[0] in ("col", "span", "grid", "column", "columns")
            and words[-1].isdecimal()
            and 0 < int(words[-1]) <= 12
        ):
            return int(words[-1]) / 12
    return 0.5


def is_column(tag: Tag) -> bool:
    """Whether a name says a column."""
    return tag.name == "td" or _any(tag, _COLUMN)
