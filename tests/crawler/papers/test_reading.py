from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.errors import InputError
from crawler.papers import reading
from crawler.papers.reading import format_of, read_paper


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
        (b" {\\rtf1 x}", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"II*\x00", "image"),
        (b"<html>", None),
        ("Căn cứ".encode(), None),
        (b"", None),
    ],
)
def test_a_format_is_told_by_content(tmp_path: Path, data: bytes, form: str | None) -> None:
    path = tmp_path / "name.txt"
    path.write_bytes(data)
    assert format_of(path) == form


def test_packed_formats(tmp_path: Path) -> None:
    for names, form in (
        (("word/document.xml",), "docx"),
        (("xl/workbook.xml",), None),
        (("mimetype", "content.xml"), "odt"),
    ):
        with ZipFile(tmp_path / "a", "w") as packed:
            for name in names:
                packed.writestr(name, "application/vnd.oasis.opendocument.text")
        assert format_of(tmp_path / "a") == form
    (tmp_path / "a").write_bytes(b"PK\x03\x04 no")
    with pytest.raises(InputError, match="damaged packed file"):
        format_of(tmp_path / "a")


def test_a_file_that_is_too_large_or_no_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"x" * 50)
    with pytest.raises(InputError, match="no paper"):
        read_paper(tmp_path / "a", "txt")
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(InputError, match="at most 10"):
        read_paper(tmp_path / "a", "pdf")
