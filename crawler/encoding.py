"""Bytes of a page as text: what the bytes themselves prove counts over what header and meta claim.

UTF-8 that is valid is UTF-8; else the meta, then the header, then windows-1258 (whose combining marks are composed later), then Latin-1 with TCVN3.
"""

import codecs
import re
from typing import Final

from corpus.legacy import from_tcvn3, is_tcvn3

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_XML = re.compile(rb"^<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSETS: Final = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be ascii iso8859-1 iso8859-15 cp1252 cp1258 cp1251 cp874 gb2312 gbk gb18030 big5 euc_jp shift_jis euc_kr".split()
)
_WEAK: Final = frozenset(("iso8859-1", "latin-1", "ascii", "cp1252"))


def decode(data: bytes, header: str | None) -> str:
    """The text of a page's bytes; never fails: bytes that mean nothing become U+FFFD, NULs (at which parsers stop) are dropped."""
    return _decoded(data, header).replace("\x00", "")


def _decoded(data: bytes, header: str | None) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":
            return data.decode("utf-8", "replace")
    claims = [_known(match[1]) for pattern in (_META, _XML) if (match := pattern.search(data[:4096]))]
    claims.append(_known(header.encode("ascii", "replace")) if header else None)
    for claim in claims:
        if claim and claim not in _WEAK and claim != "utf-8":
            return data.decode(claim, "replace")
    if "utf-8" in claims and data.decode("utf-8", "replace").count("\ufffd") * 50 < len(data):
        return data.decode("utf-8", "replace")
    latin = data.decode("latin-1")
    return from_tcvn3(latin) if is_tcvn3(latin) else data.decode("cp1258", "replace")


def _known(name: bytes) -> str | None:
    """Python's name of a charset that pages are written in; None for all else (``hex`` and ``idna`` are codecs, too)."""
    try:
        found = codecs.lookup(name.decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return found if found in _CHARSETS else None
