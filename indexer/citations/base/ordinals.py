"""Ordinals of congresses and plenums, in folded text: ``lần thứ XII``, ``thứ năm``, ``khóa IX``, ``5``."""

import re
from typing import Final

from indexer.citations.base.phrases import BLANK, END, ROMAN, one_of

_UNITS: Final = ("mot", "hai", "ba", "tu", "bon", "lam", "nam", "sau", "bay", "tam", "chin")
SPELLED: Final = rf"(?:{one_of('nhat', 'muoi', *_UNITS)}{END}(?:{BLANK}{one_of(*_UNITS)}{END})?)"
NTH: Final = rf"(?:{one_of('lan thu', 'thu', 'lan')}{BLANK}(?:{ROMAN}|{SPELLED}))"
TERM: Final = rf"(?:khoa{BLANK}(?:thu{BLANK})?{ROMAN})"
YEARS: Final = rf"(?:nhiem{BLANK}ky{BLANK}\d{{4}}[ \n]?-[ \n]?\d{{4}})"
_LAST: Final = re.compile(r"([ivxl]+|\d+)\)?$")


def numeral_of(text: str | None) -> str | None:
    """The Roman or Arabic numeral at the end of an ordinal, in capitals (``khóa IX`` gives ``IX``); None when it is spelled."""
    found = _LAST.search(text.strip()) if text else None
    return found[1].upper() if found else None
