import unicodedata

import pytest

from corpus.text import normalise
from crawler.encoding import decode, is_readable

SENTENCE = "Hợp tác xã Đồng Tiến tổ chức đại hội thường niên"


def in_windows_1258(text: str) -> bytes:
    """Base letters with their hats as one byte, tones as combining marks, as Windows wrote them."""
    out = b""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        out += (base + tones).encode("cp1258")
    return out


META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize(
    ("data", "header", "wanted"),
    [
        (SENTENCE.encode(), None, SENTENCE),
        (SENTENCE.encode(), "iso-8859-1", SENTENCE),
        (META.format("windows-1258").encode() + SENTENCE.encode(), "utf-8", SENTENCE),
        (META.format("utf-8").encode() + in_windows_1258(SENTENCE), "windows-1258", SENTENCE),
        (META.format("windows-1258").encode() + in_windows_1258(SENTENCE), "iso-8859-1", SENTENCE),
        (META.format("windows-1258").encode() + in_windows_1258(SENTENCE), "utf-8", SENTENCE),
        (in_windows_1258(SENTENCE), None, SENTENCE),
        (in_windows_1258(SENTENCE), "no-such-charset", SENTENCE),
        (("\ufeff" + SENTENCE).encode(), None, SENTENCE),
        (SENTENCE.encode("utf-16"), None, SENTENCE),
        (SENTENCE.encode("utf-16-le"), "utf-16-le", SENTENCE),
        (
            b"Ngh\xde quy\xd5t s\xe8 13/NQ/TW ng\xb5y 18/3, Li\xaan minh h\xeep t\xb8c x\xb7",
            None,
            "Nghị quyết số 13/NQ/TW ngày 18/3, Liên minh hợp tác xã",
        ),
        (b"", None, ""),
    ],
)
def test_decode(data: bytes, header: str | None, wanted: str) -> None:
    assert normalise(decode(data, header)).endswith(wanted)


def test_a_torn_page_keeps_what_came() -> None:
    torn = (SENTENCE * 3).encode()
    cut = next(n for n in range(len(torn) - 5, 0, -1) if torn[n] & 0xC0 == 0x80)
    assert decode(torn[:cut], "utf-8").startswith(SENTENCE)


@pytest.mark.parametrize("claim", ["hex", "rot13", "idna", "zlib_codec", "unicode_escape", "undefined"])
def test_claims_that_are_no_charset_of_pages_count_for_nothing(claim: str) -> None:
    page = in_windows_1258(SENTENCE)
    assert normalise(decode(META.format(claim).encode() + page, claim)).endswith(SENTENCE)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_told_by_its_nuls(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), None) == SENTENCE
    odd = SENTENCE.encode(encoding) + (b"\x00" if encoding == "utf-16-be" else b"x")
    assert decode(odd, None).startswith(SENTENCE), "half a letter at the end means nothing"
    assert decode("Hợp".encode(encoding), "latin-1") != "Hợp", "six bytes are too few to tell"
    mixed = (SENTENCE * 2).encode(encoding) + "漢字漢".encode(encoding)
    assert decode(mixed, None).startswith(SENTENCE), "a foreign letter in twenty is borne"


def test_a_claim_of_utf_8_is_believed_where_few_bytes_deny_it() -> None:
    page = (META.format("utf-8") + SENTENCE * 8).encode()
    assert SENTENCE in decode(page + b"\xff\xfe" + SENTENCE.encode(), None)
    assert decode(page + b"\xff\xfe", "utf-8").endswith("\ufffd\ufffd")
    assert "\ufffd" not in decode(META.format("utf-8").encode() + in_windows_1258(SENTENCE), None)


@pytest.mark.parametrize(
    ("data", "header", "wanted"),
    [
        ("协议".encode("gb2312"), "gb2312", "协议"),
        (b'<?xml version="1.0" encoding="gbk"?>' + "协议".encode("gbk"), None, "协议"),
        (META.format("big5").encode() + "協議".encode("big5"), "utf-8", "協議"),
        (SENTENCE.encode() + b"\x00", None, SENTENCE),
        (SENTENCE.encode("utf-16-be"), "utf-8", SENTENCE),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), None, SENTENCE),
    ],
)
def test_claims_of_wide_charsets_count(data: bytes, header: str | None, wanted: str) -> None:
    assert decode(data, header).endswith(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", True),
        ("chữ " * 100, True),
        ("x" * 49 + "\ufffd", True),
        ("x" * 48 + "\ufffd", False),
        ("x" * 49 + "\x07", True),
        ("x" * 48 + "\x7f", False),
        ("dòng\r\n\tmột" * 9, True),
    ],
)
def test_what_is_text(text: str, wanted: bool) -> None:
    assert is_readable(text) is wanted
