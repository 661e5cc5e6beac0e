"""Resolutions and conclusions of the Central Committee's plenums, known by ordinal and term.

    Nghị quyết Trung ương 5 khóa IX · Nghị quyết Trung ương 7 (khóa X) · Nghị quyết T.Ư 7 khóa X · Nghị quyết TW5
    Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XIII · Nghị quyết Hội nghị Trung ương lần thứ 4 (khóa XII)
Not: Nghị quyết Trung ương Đảng (which one?) · nghị quyết của Trung ương
"""

import re
from collections.abc import Iterator
from typing import Final

from indexer.citations.base.form import Form, Reading, Stage
from indexer.citations.base.mention import Mention, by_name
from indexer.citations.base.ordinals import NTH, SPELLED, TERM, numeral_of
from indexer.citations.base.phrases import BLANK, END, GAP, ROMAN, maybe, one_of, opening, phrase
from indexer.citations.base.view import TextView

RESOLUTION: Final = "nghi-quyet"
CONCLUSION: Final = "ket-luan"
"""Slugs of the kinds that a plenum issues."""

_CENTRE: Final = (
    rf"{maybe(one_of('ban chap hanh', 'bch'))}(?:{phrase('trung uong')}|t\.u\.?|tu|tw)"
    rf"(?:{BLANK}dang{END})?(?:{BLANK}{phrase('cong san viet nam')})?"
)
_BEFORE: Final = rf"(?P<before>(?:{NTH}|{ROMAN}|{SPELLED}),?{BLANK}{maybe('cua')})"
_AFTER: Final = rf"(?P<after>{GAP}(?:{NTH}|{ROMAN})|{BLANK}{SPELLED}(?={BLANK}\(?khoa))"
PLENUM = re.compile(
    rf"(?P<kind>{opening('nghi quyet')}|{opening('ket luan')}){BLANK}{maybe('cua')}"
    rf"(?P<meeting>hoi{GAP}nghi{BLANK})?{_BEFORE}?{_CENTRE}(?![a-z]){_AFTER}?(?P<term>,?{BLANK}\(?{TERM}\)?)?"
)


def find_plenums(reading: Reading) -> Iterator[Mention]:
    """Mentions of plenums' resolutions and conclusions, each with its ordinal; the term may be left out behind the ordinal."""
    view = reading.view
    for match in PLENUM.finditer(view.folded):
        known = match["after"] or (match["before"] and match["term"])
        if known and _is_written_as_name(view, match):
            end = match.end()
            end -= view.folded[end - 1] == ")" and "(" not in match[0]
            slug = CONCLUSION if match["kind"].startswith("ket") else RESOLUTION
            yield by_name(view, match.start(), end, slug, "plenum", term=numeral_of((match["term"] or "").rstrip(")")))


def _is_written_as_name(view: TextView, match: re.Match[str]) -> bool:
    behind = match.end("kind") + 1
    if "từ" in view.text[match.start() : match.end()].lower().split():
        return False
    return view.has_small_letters or view.text[match.start()].isupper() or view.text[behind : behind + 1].isupper()


FORM: Final = Form(name="plenums", stage=Stage.NAME, examples=__doc__, find=find_plenums)
