"""Titles behind a mention.

    Chỉ thị số 34-CT/TW … | về tiếp tục đổi mới công tác thi đua     Nghị định số 30/2020/NĐ-CP | quy định chi tiết …
A title may hold further citations; it ends with its clause.
"""

import re
from typing import Final

from corpus.text import fold
from indexer.citations.around.bodies import body_end
from indexer.citations.base.mention import Mention
from indexer.citations.base.phrases import BLANK, END, GAP, one_of
from indexer.citations.base.view import TextView

_ABOUT = re.compile(rf"{GAP},?{GAP}\(?(?:{one_of('ve', 've viec')}|v/v){END}{GAP}:?{GAP}[\"“”«]?")
_SAYING = re.compile(
    rf"{GAP},?{GAP}(?P<verb>(?:"
    + one_of(
        "quy dinh",
        "huong dan",
        "sua doi",
        "bo sung",
        "phe duyet",
        "hop nhat",
        "cong bo",
        "thi hanh",
        "sua",
        "thanh lap",
    )
    + rf"|ban{BLANK}hanh(?!{BLANK}kem)){END})"
)
_DOING = re.compile(rf"{GAP}(?P<verb>{one_of('tiep tuc', 'thuc hien', 'trien khai', 'day manh')}{END})")
"""Verbs that begin a title only right behind the number or the issuer: elsewhere they may be the sentence's own."""
_CLOSING = re.compile(
    r"[;\n](?=[ \t]*\n)|;|\.(?=[ \n”\"]|$)|”|\n(?=[ \t]*(?:[-*+•|–]|\d{1,2}[.)]|[a-z]\)|can cu|theo|xet|dieu \d|van ban nay))|\*|\|"
)
_NEXT_ACTOR = re.compile(
    rf",{BLANK}(?="
    + one_of(
        "ban chap hanh",
        "ban thuong vu",
        "ban thuong truc",
        "thuong truc",
        "lien minh",
        "uy ban nhan",
        "ubnd",
        "hoi dong",
        "so",
    )
    + rf"{BLANK}[^,;]{{0,90}}?"
    + one_of(
        "phat dong",
        "to chuc",
        "ban hanh",
        "xay dung",
        "de nghi",
        "huong dan",
        "trien khai",
        "mo",
        "thong nhat",
        "yeu cau",
        "de ra",
    )
    + f"{END})"
)
_ISSUED_BY = re.compile(r"\bdo\s(?P<body>(?:(?!do\s)[\w.,&-]+\s+){1,14})ban\s+hành\s*$")
_MAX_TITLE: Final = 400


def read_title(view: TextView, mention: Mention, at: int) -> None:
    """Fill the title that begins at `at`, up to the end of its clause."""
    mention.title_end = at
    start = _title_start(view, mention, at)
    if start is None or mention.form in ("congress", "plenum"):
        return
    high = min(len(view.folded), start + _MAX_TITLE)
    closing = _CLOSING.search(view.folded, start, high)
    end = closing.start() if closing else high
    actor = _NEXT_ACTOR.search(view.folded, start, end)
    end = actor.start() if actor else end
    mention.title_start, mention.title_end = start, end
    mention.title = " ".join(view.text[start:end].split()).strip(' ,“”"«»*_') or None
    if mention.issuer is None and mention.number:
        mention.issuer = _issuer_in_title(view, mention)


def _title_start(view: TextView, mention: Mention, at: int) -> int | None:
    about = _ABOUT.match(view.folded, at)
    if about:
        return about.end()
    saying = _SAYING.match(view.folded, at)
    if saying and at == mention.end and "," in saying[0]:
        return None
    if saying is None and (at == mention.end or (mention.issuer and not mention.issuer_before)):
        saying = _DOING.match(view.folded, at)
    return saying.start("verb") if saying else None


def _issuer_in_title(view: TextView, mention: Mention) -> str | None:
    """The issuer that closes a title: ``… về hóa đơn do Cục Thuế ban hành``; ``số 05/2010/TT-BTC … về mức thu của Bộ Tài chính``,
    where its initials are the number's symbols.
    """
    issued = _ISSUED_BY.search(view.text, max(mention.title_start, mention.title_end - 90), mention.title_end)
    if issued:
        return " ".join(issued["body"].split())
    of = view.folded.rfind("cua ", mention.title_start, mention.title_end)
    start = of + len("cua ")
    end = body_end(view, start, mention.title_end) if of >= 0 else None
    if end is None or view.folded[end : mention.title_end].strip():
        return None
    name = " ".join(view.text[start:end].split())
    initials = "".join(word[0] for word in fold(name).split() if word != "va")
    symbols = fold(mention.number or "").split()
    organs = {"".join(symbols[at:]) for at in range(1, len(symbols))}
    return name if initials in organs else None
