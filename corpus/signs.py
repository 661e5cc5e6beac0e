"""Signs that look like others: every dash, slash, look-alike letter and mark that nobody sees, in one table for all that reads text.

NĐ‐CP NĐ‑CP NĐ−CP NĐ－CP NĐ⁃CP     a hyphen, whichever of Unicode's dashes stands there (``Dash``, UCD PropList, and look-alikes)
461⁄QĐ-TTg 107∕2017               a slash
NĐ-СР ＣＴ／ＴＷ                    Cyrillic, Greek, full-width and mathematical letters
NĐ<AD>CP 34<FFFE>CT/TW            a soft hyphen, and what pdfium writes for the hyphen at the end of a line: the hyphen of a number
"""

import re
import unicodedata
from typing import Final

HYPHENS: Final = "\u2010\u2011\u2043\ufe63\uff0d\uf02d"
"""Characters that are nothing but a hyphen; U+F02D is that of the Symbol font, as Word writes it."""
DASHES: Final = HYPHENS + "\u2012\u2013\u2014\u2015\u2212\u058a\u1806\u2e3a\u2e3b\ufe58\u02d7\x96\x97-"
SLASHES: Final = "\u2044\u2215\uff0f\u29f8\u2571\uf02f/"

_TWINS: Final = (
    ("АВЕКМНОРСТХУІЈЅаеорсухіјѕԚԛԜԝҺһ", "ABEKMHOPCTXYIJSaeopcyxijsQqWwHh"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιαρχυ", "ABEZHIKMNOPTYXoviapxu"),
    ("ƉɖĐđÐð", "ĐđĐđĐđ"),
)
_COMPATIBLE: Final = ((0xFF01, 0xFF5F), (0x1D400, 0x1D800))
"""Full-width forms of ASCII, and mathematical letters and digits."""


def _plain_signs() -> dict[str, str]:
    table = {twin: letter for twins, letters in _TWINS for twin, letter in zip(twins, letters, strict=True)}
    for first, last in _COMPATIBLE:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain.isascii():
                table[chr(code)] = plain
    return table | dict.fromkeys(DASHES, "-") | dict.fromkeys(SLASHES, "/")


PLAIN: Final = _plain_signs()
"""Each sign that looks like another to that other: one character for one."""
_PLAIN_CODES: Final = {ord(sign): plain for sign, plain in PLAIN.items()}

UNSEEN: Final = (
    r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    r"\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
)
"""Inside of a character class: marks without a shape, controls that XML forbids, and noncharacters (Unicode 23.7)."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_LINE_HYPHEN = re.compile(r"(?<=[\wĐ/])\ufffe(?=\s{0,3}[A-ZĐÐ0-9])(?<![a-z]\ufffe)")
_SOFT_HYPHEN = re.compile(
    r"(?:(?<=\d)(?=\u00ad[A-ZĐÐ])|(?<=\d[/-][A-ZĐÐ]{2})(?<!UB)(?<!LM)(?<!H[DĐÐ])(?=\u00ad[A-ZĐÐ]{2})(?!\u00adLT)"
    r"|(?<=[/-][A-ZĐÐ]{3})(?<=\d[/-][A-ZĐÐ]{3})(?=\u00ad[A-ZĐÐ]{2})|(?<=\d{4})(?=\u00ad\d{4}))\u00ad"
)
"""A soft hyphen behind a number's serial, behind the symbol that follows the serial, or between two years."""


def plain_signs(text: str) -> str:
    """A text of the same length in which look-alikes are what they look like: for numbers, never for prose."""
    return text if text.isascii() else text.translate(_PLAIN_CODES)


def settle_hyphens(text: str) -> str:
    """A text of the same length in which soft hyphens that are a number's hyphen are written as one."""
    if "\ufffe" in text:
        text = _LINE_HYPHEN.sub("-", text)
    return _SOFT_HYPHEN.sub("-", text) if "\u00ad" in text else text


def drop_unseen(text: str) -> str:
    """A text without marks that nobody sees: what remains may stand in any XML."""
    return _UNSEEN.sub("", text)
