"""Resolutions of congresses: of the Party, its committees, the alliances and other organisations.

    Nghị quyết Đại hội Đại biểu toàn quốc lần thứ XII của Đảng · Nghị quyết Đại hội XIII của Đảng
    Nghị quyết Đại hội Đảng bộ tỉnh Quảng Ninh lần thứ XIV · Nghị quyết Đại hội IV Liên minh Hợp tác xã Việt Nam
    Nghị quyết Đại hội Liên minh HTX tỉnh Quảng Ninh lần thứ V, nhiệm kỳ 2016-2021 · Nghị quyết Đại hội Liên minh HTX Việt Nam
Not: nghị quyết đại hội của 14/14 chi bộ · Nghị quyết Đại hội đồng cổ đông · Nghị quyết Đại hội Đảng bộ các cấp · Nghị quyết Đại hội thành viên
"""

import re
from collections.abc import Iterator
from typing import Final

from indexer.citations.base.form import Form, Reading, Stage
from indexer.citations.base.mention import Mention, by_name
from indexer.citations.base.ordinals import NTH, TERM, YEARS, numeral_of
from indexer.citations.base.phrases import BLANK, END, maybe, one_of, opening, phrase
from indexer.citations.base.places import place_end
from indexer.citations.base.view import TextView

KIND: Final = "nghi-quyet"
"""Slug of the kind that a congress issues."""

_HEAD = re.compile(
    rf"{opening('nghi quyet')}{BLANK}{maybe('cua')}(?P<congress>{phrase('dai hoi')}){END}"
    rf"(?!{BLANK}{one_of('dong', 'cac cap', 'co dong', 'thanh vien', 'xa vien', 'lan nay', 'chi bo', 'chi doan')}{END})"
)
_LEVEL: Final = one_of("tinh", "thanh pho", "huyen", "quan", "thi xa", "xa", "phuong", "thi tran")
_ALLIANCE: Final = rf"(?:{phrase('lien minh')}(?:{BLANK}{one_of('hop tac xa', 'htx')})?|lmhtx)"
_UNION: Final = one_of(
    "hoi nong dan",
    "hoi lien hiep phu nu",
    "hoi cuu chien binh",
    "cong doan",
    "mat tran to quoc",
    "thi dua yeu nuoc",
    "doan",
    "doan tncs ho chi minh",
    "doan thanh nien cong san ho chi minh",
)
_PARTY: Final = rf"dang(?:{BLANK}{one_of('cong san viet nam', 'ta')})?(?!{BLANK}bo{END})"
_PART = re.compile(
    rf"(?P<comma>,)?{BLANK}(?:(?P<nth>{NTH}|{TERM})|(?P<roman>[ivxl]{{1,6}}){END}|(?P<years>{YEARS})|{one_of('dai bieu', 'toan quoc', 'toan the')}{END}"
    rf"|{maybe('cua')}(?:(?P<body>(?P<committee>{phrase('dang bo')})|(?P<alliance>{_ALLIANCE})|{_UNION}|{_PARTY})"
    rf"|{phrase('viet nam')}|(?P<level>{_LEVEL})){END})"
)
_TO_ORDINAL = re.compile(rf"(?:{BLANK}[a-z]{{1,8}}){{1,7}}?(?={BLANK}{NTH})")
"""``Đảng bộ | Khối các cơ quan tỉnh | lần thứ II``: whatever stands between a committee and its ordinal."""
_MANY = re.compile(rf"{BLANK}{maybe(one_of('dang bo', 'dang'))}{phrase('cac cap')}")
_MAX_PARTS: Final = 9


def find_congresses(reading: Reading) -> Iterator[Mention]:
    """Mentions of congresses' resolutions that name one congress."""
    view = reading.view
    for head in _HEAD.finditer(view.folded):
        if not _is_written_as_name(view, head) or _MANY.match(view.folded, head.end()):
            continue
        end, known, ordinal = _read_name(view, head.end())
        if known:
            yield by_name(view, head.start(), end, KIND, "congress", term=ordinal)


def _is_written_as_name(view: TextView, head: re.Match[str]) -> bool:
    return view.has_small_letters or view.text[head.start()].isupper() or view.text[head.start("congress")].isupper()


def _read_name(view: TextView, at: int) -> tuple[int, bool, str | None]:
    """Where the congress's name ends, whether it names one congress, and its ordinal.

    An ordinal, a term of office, an alliance or a place tells which one; ``Đảng bộ tỉnh`` is the province's of the text.
    """
    end, known, ordinal, committee = at, False, None, False
    for _ in range(_MAX_PARTS):
        part = _PART.match(view.folded, end)
        if not part:
            further = _TO_ORDINAL.match(view.folded, end) if committee and not known else None
            if not further:
                break
            end = further.end()
            continue
        if part["comma"] and part["body"]:
            break  # ``…của Đảng, Liên minh Hợp tác xã tỉnh phát động``: the next actor
        if _MANY.match(view.folded, part.end()):
            return at, False, None
        end = part.end()
        ordinal = ordinal or numeral_of(part["nth"] or part["roman"])
        known = known or any(part[name] for name in ("nth", "roman", "years", "alliance"))
        if part["level"]:
            end, named = place_end(view, end)
            known = known or named or committee
        committee = bool(part["committee"])
    return end, known, ordinal


FORM: Final = Form(name="congresses", stage=Stage.NAME, examples=__doc__, find=find_congresses)
