import codecs
import gzip
import io
import random
import zipfile
from collections.abc import Callable

import pytest

from crawler.media import kind_if_not_text

TEXT = (
    "LIÊN MINH HỢP TÁC XÃ TỈNH HÀ NAM\r\nSố: 5/KH-LMHTX\r\nThực hiện Chỉ thị số 22-CT/TW, “thi đua” – 20 ₫ • một\t…\n"
)
TCVN3 = "Thùc hiÖn NghÞ quyÕt sè 13/NQ/TW ngµy 18/3/2002 cña Ban ChÊp hµnh Trung \u00ad¬ng §¶ng".encode("latin-1")
TEXTS: dict[str, bytes] = {
    "utf-8": TEXT.encode(),
    "utf-8 with its mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 with its mark": TEXT.encode("utf-16"),
    "utf-16 big-endian with its mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16 without": TEXT.encode("utf-16-le"),
    "utf-16 big-endian without": TEXT.encode("utf-16-be"),
    "windows-1258": "Kế hoạch".encode("cp1258", "replace") * 9,
    "TCVN3": TCVN3,
    "VNI": "Thöïc hieän Chæ thò soá 22-CT/TW".encode("latin-1"),
    "a NUL in it": TEXT.encode() * 3 + b"\x00" + TEXT.encode(),
    "page feeds": b"\x0c".join([TEXT.encode()] * 3) + b"\x1a",
    "a page": f"<!doctype html><html><body>{TEXT}</body></html>".encode(),
    "empty": b"",
    "short": b"BM",
    "begins like a format": b"BZ, MZ, II, RIF, PK, %PD",
    "Chinese": "關於合作社的通知".encode("gb18030"),
    "Japanese": "協同組合のお知らせ".encode("shift_jis") * 5,
}


def packed() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("word/document.xml", TEXT)
    return stream.getvalue()


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


OTHERS: dict[str, Callable[[], bytes]] = {
    "PDF": lambda: b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n" * 9,
    "PDF behind a mark": lambda: codecs.BOM_UTF8 + b"%PDF-1.4 a",
    "PDF behind a line": lambda: b"\r\n%PDF-1.4 a",
    "DOCX": packed,
    "DOC": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + TEXT.encode("utf-16-le") * 50,
    "RTF": lambda: b"{\\rtf1\\ansi {\\fonttbl} abc}",
    "PNG": lambda: b"\x89PNG\r\n\x1a\n" + noise(100),
    "JPEG": lambda: b"\xff\xd8\xff\xe0" + noise(100),
    "gzip": lambda: gzip.compress(TEXT.encode()),
    "noise": lambda: noise(5000),
    "a little noise": lambda: noise(120),
    "zeros": lambda: bytes(1000),
    "numbers": lambda: b"".join(n.to_bytes(4, "little") for n in range(70_000, 71_000)),
    "utf-32": lambda: TEXT.encode("utf-32-le"),
    "noise behind a mark": lambda: codecs.BOM_UTF16_LE + noise(5000),
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str) -> None:
    assert kind_if_not_text(TEXTS[name]) is None


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_text(name: str) -> None:
    assert kind_if_not_text(OTHERS[name]())
