"""The Constitution, with its year or the State's name, or on its own with a capital.

    Hiến pháp năm 2013 · Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992 · Hiến pháp
Not: Hiến pháp này · hiến pháp các nước
"""

import re
from collections.abc import Iterator
from typing import Final

from indexer.citations.base.form import Form, Reading, Stage
from indexer.citations.base.mention import Mention
from indexer.citations.base.phrases import BLANK, END, maybe, one_of, opening

_STATE: Final = f"{maybe('cua')}nuoc{BLANK}{one_of('cong hoa xa hoi chu nghia', 'chxhcn', 'xhcn')}{BLANK}viet{BLANK}nam"
_CONSTITUTION = re.compile(
    rf"{opening('hien phap')}(?:{BLANK}(?P<state>{_STATE}))?(?:{BLANK}{maybe('nam')}(?P<year>(?:19|20)\d\d)(?![0-9/]))?"
)
_OTHERWISE = re.compile(rf"{BLANK}(?:nay|cac|phap){END}")
_NAME: Final = "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"


def find_constitutions(reading: Reading) -> Iterator[Mention]:
    """Mentions of the Constitution."""
    view = reading.view
    for match in _CONSTITUTION.finditer(view.folded):
        alone = view.text[match.start()].isupper() and not _OTHERWISE.match(view.folded, match.end())
        if match["year"] or match["state"] or alone:
            yield Mention(
                start=match.start(),
                end=match.end(),
                body_start=match.start(),
                kind="hien-phap",
                form="constitution",
                name=_NAME,
                issued_on=match["year"],
                reach=match.end(),
            )


FORM: Final = Form(name="constitutions", stage=Stage.NAME, examples=__doc__, find=find_constitutions)
