"""Charters of the Party, the alliances and the mass organisations.

    Điều lệ Đảng Cộng sản Việt Nam · Điều lệ Liên minh Hợp tác xã Việt Nam · Điều lệ LMHTX Việt Nam · Điều lệ Liên minh HTX tỉnh Lào Cai
Not: vốn điều lệ · Điều lệ hợp tác xã · Điều lệ Công ty · Điều lệ này
"""

import re
from collections.abc import Iterator
from typing import Final

from indexer.citations.around.bodies import body_end
from indexer.citations.base.form import Form, Reading, Stage
from indexer.citations.base.mention import Mention, by_name
from indexer.citations.base.phrases import BLANK, END, maybe, one_of, opening, phrase
from indexer.citations.base.places import place_end
from indexer.citations.base.view import TextView

_PROVINCE: Final = rf"(?P<level>{one_of('tinh', 'thanh pho')})"
_ALLIANCE: Final = (
    rf"(?:{phrase('lien minh')}{BLANK}{one_of('hop tac xa', 'htx')}|lmhtx){BLANK}(?:{phrase('viet nam')}|{_PROVINCE})"
)
_PARTY: Final = rf"dang(?:{BLANK}{phrase('cong san viet nam')})?"
_YOUTH: Final = rf"doan(?:{BLANK}{one_of('tncs ho chi minh', 'thanh nien cong san ho chi minh')}|(?=[ ]?[,.;)]))"
_UNION: Final = one_of(
    "cong doan", "mat tran to quoc", "hoi nong dan", "hoi lien hiep phu nu", "hoi cuu chien binh", "hoi chu thap do", "hoi nguoi cao tuoi",
    "hoi luat gia",
)  # fmt: skip
_CHARTER = re.compile(
    rf"{opening('dieu le')}{BLANK}{maybe('cua')}(?:{_ALLIANCE}|{_PARTY}|{_YOUTH}|{_UNION}(?:{BLANK}{phrase('viet nam')})?){END}"
)

_OTHERS = re.compile(
    rf"{opening('dieu le')}{BLANK}{maybe('cua')}(?={one_of('hiep hoi', 'hoi', 'hoi dong', 'quy', 'lien hiep', 'lien hiep hoi')}{BLANK})"
)


def find_charters(reading: Reading) -> Iterator[Mention]:
    """Mentions of charters that are known by their organisation."""
    view = reading.view
    for match in _CHARTER.finditer(view.folded):
        if view.has_small_letters or view.text[match.start()].isupper():
            end = place_end(view, match.end())[0] if match["level"] else match.end()
            yield by_name(view, match.start(), end, "dieu-le", "charter")
    for match in _OTHERS.finditer(view.folded):
        if view.text[match.start()].isupper() and view.text[match.end()].isupper():
            last = body_end(view, match.end(), len(view.text))
            if last is not None and _has_own_name(view, match.end(), last):
                yield by_name(view, match.start(), last, "dieu-le", "charter")


def _has_own_name(view: TextView, start: int, end: int) -> bool:
    """``Hiệp hội Chè Tân Cương``: a capital behind the body's own word; ``Điều lệ Hội sửa đổi`` names none."""
    return any(word[0].isupper() for word in view.text[start:end].split()[2:])


FORM: Final = Form(name="charters", stage=Stage.NAME, examples=__doc__, find=find_charters)
