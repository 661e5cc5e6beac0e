"""Text in TCVN3 (ABC) bytes that was read as Latin-1: one character stands for one, so offsets hold.

Table: TCVN 5712:1993 (VN3).
"""

from itertools import pairwise
from typing import Final

_LEGACY = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦"
_MODERN = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ"
_TABLE: Final = {ord(old): new for old, new in zip(_LEGACY, _MODERN, strict=True)}
_SIGNS = frozenset("µ¸¶·¹¨©®ª«¬\u00adÕÖÞÊËÆ×Ø")
_SAMPLE_CHARS = 20_000


def is_tcvn3(text: str) -> bool:
    """Whether a text looks like TCVN3 bytes read as Latin-1: many of its signs, and no modern Vietnamese letter."""
    sample = text[:_SAMPLE_CHARS]
    if any("\u1ea0" <= char <= "\u1ef9" or char in "ăđơưĂĐƠƯ" for char in sample):
        return False
    signs = sum(1 for before, char in pairwise(sample) if char in _SIGNS and before.isascii() and before.isalpha())
    return signs >= 2 and signs * 60 >= len(sample.split())


def from_tcvn3(text: str) -> str:
    """The same text in Unicode, character for character."""
    return text.translate(_TABLE)
