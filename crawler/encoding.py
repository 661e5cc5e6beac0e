"""Bytes of a page as text: what the bytes themselves prove counts over what header and meta claim.

UTF-16 is told by its marks or its NULs, UTF-8 by being valid; else meta and header, except where they name a charset of one byte: there the letters decide
between windows-1258 (whose combining marks are composed later) and the encodings of before Unicode.
"""

import codecs
import re
import unicodedata
from typing import Final

from corpus.legacy import in_unicode, share_of_syllables

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_XML = re.compile(rb"^<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSETS: Final = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be ascii iso8859-1 iso8859-15 cp1252 cp1258 cp1251 cp874 gb2312 gbk gb18030 big5 euc_jp shift_jis euc_kr".split()
)
_ONE_BYTE: Final = frozenset("iso8859-1 iso8859-15 ascii cp1252 cp1258".split())
_MEANINGLESS = re.compile("[\ufffd\x01-\x08\x0e-\x1f\x7f]")
_SAMPLE: Final = 4096
# High bytes of the UTF-16 of Vietnamese: ASCII, Latin, marks, composed letters, punctuation.
_HIGH: Final = frozenset(b"\x00\x01\x03\x1e\x20")


def decode(data: bytes, header: str | None) -> str:
    """The text of a page's bytes; never fails: bytes that mean nothing become U+FFFD, NULs (at which parsers stop) are dropped."""
    return _decoded(data, header).replace("\x00", "")


def is_readable(text: str) -> bool:
    """Whether decoded bytes are text: few characters that mean nothing (U+FFFD, control characters), as of pictures and programs."""
    sample = text[: 16 * _SAMPLE]
    return len(_MEANINGLESS.findall(sample)) * 50 <= len(sample)


def _decoded(data: bytes, header: str | None) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    if wide := _utf16_without_mark(data[:_SAMPLE]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":
            return data.decode("utf-8", "replace")
    claims = [_known(match[1]) for pattern in (_META, _XML) if (match := pattern.search(data[:4096]))]
    claims.append(_known(header.encode("ascii", "replace")) if header else None)
    for claim in claims:
        if claim and claim not in _ONE_BYTE and claim != "utf-8":
            return data.decode(claim, "replace")
    if "utf-8" in claims and data.decode("utf-8", "replace").count("\ufffd") * 50 < len(data):
        return data.decode("utf-8", "replace")
    windows = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    old = in_unicode(data.decode("latin-1"))
    return old if share_of_syllables(old) > share_of_syllables(windows) else windows


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 by its NULs: every second byte is that of a plain letter, or high as in Vietnamese."""
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if (
            len(sample) > 7
            and high.count(0) * 3 > len(high)
            and sum(byte in _HIGH for byte in high) * 20 > len(high) * 19
        ):
            return name
    return None


def _known(name: bytes) -> str | None:
    """Python's name of a charset that pages are written in; None for all else (``hex`` and ``idna`` are codecs, too)."""
    try:
        found = codecs.lookup(name.decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return found if found in _CHARSETS else None
