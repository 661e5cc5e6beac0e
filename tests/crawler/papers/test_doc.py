import struct
from pathlib import Path

import pytest

from corpus.errors import InputError
from crawler.papers import doc
from crawler.papers.doc import read_doc

LAYOUT = "UBND TỈNH HÀ NAM\rSố: 1/KH-UBND\x07CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\x07\x07KẾ HOẠCH\rTheo \x13 HYPERLINK x \x14Chỉ thị 22\x15\x1eCT/TW\r"


class Container:
    def __init__(self, streams: dict[str, bytes]) -> None:
        self.streams = streams

    def __enter__(self) -> "Container":
        return self

    def __exit__(self, *_: object) -> None: ...

    def exists(self, name: str) -> bool:
        return name in self.streams

    def openstream(self, name: str) -> "Container":
        self.name = name
        return self

    def read(self, most: int) -> bytes:
        return self.streams[self.name][:most]


def word97(text: str, flags: int = 0x0200) -> dict[str, bytes]:
    """The streams of a document whose text is one piece of sixteen bits a letter ([MS-DOC] 2.5.1, 2.9.38)."""
    data = text.encode("utf-16-le")
    start = 0x400
    clx = b"\x02" + struct.pack("<I", 16) + struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, start, 0)
    main = bytearray(start)
    struct.pack_into("<H", main, 0, 0xA5EC)
    struct.pack_into("<H", main, 0x0A, flags)
    struct.pack_into("<I", main, 0x4C, len(text))
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    return {"WordDocument": bytes(main) + data, "1Table": clx}


def read(monkeypatch: pytest.MonkeyPatch, streams: dict[str, bytes]) -> str:
    monkeypatch.setattr(doc.olefile, "OleFileIO", lambda path: Container(streams))
    return read_doc(Path("a.doc")).text


def test_pieces_fields_and_a_letterhead_in_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, word97(LAYOUT)).split("\n") == [
        "UBND TỈNH HÀ NAM",
        "Số: 1/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "KẾ HOẠCH",
        "Theo Chỉ thị 22-CT/TW",
    ]


@pytest.mark.parametrize(
    ("streams", "said"),
    [
        ({}, "none of Word"),
        (word97("x", flags=0x0300), "password"),
        ({"WordDocument": b"\x01\x02"}, "damaged"),
        ({"WordDocument": bytes(2000)}, "before Word 6"),
        ({"WordDocument": word97("x")["WordDocument"]}, "damaged"),
    ],
)
def test_what_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch, streams: dict[str, bytes], said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(monkeypatch, streams)


def test_a_damaged_container(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    with pytest.raises(InputError, match="damaged DOC"):
        read_doc(tmp_path / "a.doc")
