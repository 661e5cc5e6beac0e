"""Vietnamese text in letters of before Unicode, or damaged since, put right: `in_unicode` is the one way in for pages, files and typed text.

    NghÞ quyÕt sè 13        TCVN3 (TCVN 5712:1993, VN3), bytes read as Latin-1
    Nghò quyeát soá 13      VNI for Windows, bytes read as Latin-1: a letter and its mark are two
    Ngh¸ quyªt s¯ 13        VISCII (RFC 1456), bytes read as Latin-1
    Nghá»‹ quyáº¿t sá»‘ 13    UTF-8 read as Latin-1 or windows-1252
    Ngh&amp;#7883; quy&amp;#7871;t   entities escaped twice
An encoding is told by what its letters would be: it is the one that makes Vietnamese syllables of words that are none.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from corpus.syllables import is_syllable

_LATIN = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦"
_MODERN = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ"
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VNI_OWN: Final = {
    "a": dict(zip("âáàåãäêéèúüë", "âấầẩẫậăắằẳẵặ", strict=True)) | dict(zip("ùøûõï", "áàảãạ", strict=True)),
    "e": dict(zip("âáàåãä", "êếềểễệ", strict=True)) | dict(zip("ùøûõï", "éèẻẽẹ", strict=True)),
    "o": dict(zip("âáàåãä", "ôốồổỗộ", strict=True)) | dict(zip("ùøûõï", "óòỏõọ", strict=True)),
    "u": dict(zip("ùøûõï", "úùủũụ", strict=True)),
    "y": dict(zip("ùøûõ", "ýỳỷỹ", strict=True)),
    "ô": dict(zip("ùøûõï", "ớờởỡợ", strict=True)),
    "ö": dict(zip("ùøûõï", "ứừửữự", strict=True)),
}
_VNI_ALONE: Final = dict(zip("ôöæóòîñ", "ơưỉĩịỵđ", strict=True))
_MODERN_LETTER = re.compile("[\u1ea0-\u1ef9ăđĩũơưĂĐĨŨƠƯ]")
_WORDS = re.compile(r"[^\s!-/:-@\[-`{-~\d]{3,24}")
_MARKED = re.compile(r"[^\x00-\x7f]")
_QUOTES: Final = "“”‘’„–—…«»•·°\u00a0"
_ENTITY = re.compile(r"&(?:amp;){0,3}(#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_SAMPLE_CHARS: Final = 60_000
_SAMPLE_WORDS: Final = 600
_BYTE_OF: Final = {bytes([code]).decode("cp1252", "ignore"): code for code in range(0x80, 0xA0)} | {
    chr(code): code for code in range(0x80, 0x100)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Legacy:
    """An encoding of before. pattern: a letter as it stands in the text; letter: what it is in Unicode, from its match. Both for those who keep offsets.

    has_fonts: capitals may be small letters in a font of capitals.
    """

    name: str
    pattern: re.Pattern[str]
    letter: Callable[[re.Match[str]], str]
    has_fonts: bool = False

    def leaves(self, line: str) -> bool:
        """Whether a line is in modern letters already."""
        return line.isascii() or bool(_MODERN_LETTER.search(line))


def _one_for_one(name: str, table: Mapping[str, str], *, has_fonts: bool = False) -> Legacy:
    pattern = re.compile("[" + re.escape("".join(table)) + "]")
    return Legacy(name=name, pattern=pattern, letter=lambda match: table[match[0]], has_fonts=has_fonts)


def _vni() -> Legacy:
    table = {base + mark: letter for base, marks in _VNI_OWN.items() for mark, letter in marks.items()} | _VNI_ALONE
    bases = "".join(_VNI_OWN)
    marks = "".join(dict.fromkeys("".join(mark for own in _VNI_OWN.values() for mark in own)))
    pair, alone = bases + bases.upper(), "".join(_VNI_ALONE) + "".join(_VNI_ALONE).upper()

    def letter(match: re.Match[str]) -> str:
        found = table.get(match[0].lower())
        if found is None:
            found = table.get(match[0][0].lower(), match[0][0]) + match[0][1:]
        return found.upper() if match[0][0].isupper() else found

    return Legacy(name="VNI", pattern=re.compile(f"[{pair}][{marks}{marks.upper()}]|[{alone}]"), letter=letter)


def _utf8_twice() -> Legacy:
    follow = "[" + re.escape("".join(char for char, code in _BYTE_OF.items() if 0x80 <= code < 0xC0)) + "]"
    pattern = re.compile(f"[\u00c3-\u00df]{follow}|\u00c2{follow}|[\u00e0-\u00ef]{follow}{{2}}|\u00c3 (?! )")

    def letter(match: re.Match[str]) -> str:
        if match[0] == "\u00c3 ":
            return "à "
        return bytes(_BYTE_OF[char] for char in match[0]).decode("utf-8", "ignore") or match[0]

    return Legacy(name="UTF-8 twice", pattern=pattern, letter=letter)


_TCVN3_TABLE: Final = dict(zip(_LATIN, _MODERN, strict=True))
_VISCII_TABLE: Final = {char: _VISCII[code - 0x80] for char, code in _BYTE_OF.items() if char} | dict(
    zip("\x02\x05\x06\x14\x19\x1e", "ẲẴẪỶỸỴ", strict=True)
)
_TCVN3: Final = _one_for_one("TCVN3", _TCVN3_TABLE, has_fonts=True)
_ALL: Final = (_TCVN3, _vni(), _utf8_twice(), _one_for_one("VISCII", _VISCII_TABLE))


def in_unicode(text: str, legacy: Legacy | None = None) -> str:
    """A text with the letters of old encodings and escaped entities put right, line for line; modern text comes back as it is.

    legacy: what is known of it already, as of a title whose text was told.
    """
    plain = unescaped(text)
    known = legacy or legacy_of(plain)
    if known is None:
        return plain
    return "\n".join(line if known.leaves(line) else _converted(line, known) for line in plain.split("\n"))


def legacy_of(text: str) -> Legacy | None:
    """The encoding that a text's lines without modern letters are in; None when they are in none. Looks at its beginning."""
    sample = [line for line in text[:_SAMPLE_CHARS].split("\n") if line and not _MODERN_LETTER.search(line)]
    lines = "\n".join(line for line in sample if not line.isascii())
    if not lines:
        return None
    marked, good = _marked_words(lines)
    if marked - good < 2 or good * 2 > marked:
        return None
    best, most = None, 0.0
    for legacy in _ALL:
        found, valid = _marked_words(legacy.pattern.sub(legacy.letter, lines))
        share = valid / found if found else 0.0
        if valid > 1 and share > most:
            best, most = legacy, share
    return best if most >= 0.7 else None


def share_of_syllables(text: str) -> float:
    """How many of the words with marks are Vietnamese syllables, 0 to 1; 0 without such words."""
    marked, good = _marked_words(text[:_SAMPLE_CHARS])
    return good / marked if marked else 0.0


def _marked_words(text: str) -> tuple[int, int]:
    """How many words carry marks, and how many of those are Vietnamese syllables."""
    words = [word.strip(_QUOTES) for word in _WORDS.findall(text, 0, _SAMPLE_CHARS)[: _SAMPLE_WORDS * 4]]
    words = [word for word in words if _MARKED.search(word)][:_SAMPLE_WORDS]
    return len(words), sum(map(is_syllable, words))


def _converted(line: str, legacy: Legacy) -> str:
    converted = legacy.pattern.sub(legacy.letter, line)
    return _recapitalised(line, converted) if legacy.has_fonts else converted


def _recapitalised(before: str, after: str) -> str:
    """Small letters among capitals, set in a font that has capitals only: ``SắC LệNH`` is SẮC LỆNH."""
    ascii_letters = [char for char in before if char.isascii() and char.isalpha()]
    if len(ascii_letters) > 2 and all(map(str.isupper, ascii_letters)):
        return after.upper()
    return re.sub(r"[^\W\d_]+", lambda word: word[0].upper() if _is_capitals(word[0]) else word[0], after)


def _is_capitals(word: str) -> bool:
    plain = [char for char in word if char.isascii()]
    return len(plain) > 1 and all(map(str.isupper, plain))


def is_capital_font(name: str) -> bool:
    """Whether a font of TCVN3 shows small letters as capitals (``.VnTimeH``, ``.VnArialH``)."""
    return name.strip(" '\"").replace(" ", "").endswith("H")


def unescaped(text: str) -> str:
    """Entities of letters and quotation marks as what they mean, however often escaped; those of markup stay."""
    return _ENTITY.sub(_unescaped, text) if "&" in text else text


def _unescaped(match: re.Match[str]) -> str:
    char = html.unescape(f"&{match[1]};")
    letter = len(char) == 1 and (
        char in _QUOTES or "\u0300" <= char <= "\u036f" or ("\u00c0" <= char < "\u2000" and char.isalpha())
    )
    return char if letter else match[0]
