"""A file as a paper, told by its content and not by its name."""

from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from corpus.errors import InputError
from crawler.papers.paper import Format, PageRead, Paper

MAX_BYTES: Final = 200 * 1024 * 1024
_HEAD: Final = 4096
_PICTURES: Final = (b"II*\x00", b"MM\x00*", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def format_of(path: Path) -> Format | None:
    """The format of a file that is read as a paper; None for pages, texts and everything else."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "doc"
    if head.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if head.startswith(_PICTURES):
        return "image"
    return _packed(path) if head.startswith(b"PK\x03\x04") else None


def _packed(path: Path) -> Format | None:
    try:
        with ZipFile(path) as packed:
            names = set(packed.namelist()[:5000])
            if "word/document.xml" in names:
                return "docx"
            if "content.xml" in names and "mimetype" in names:
                return "odt" if packed.read("mimetype")[:60].endswith(b"opendocument.text") else None
    except (BadZipFile, OSError, KeyError, RuntimeError) as error:
        raise InputError("a damaged packed file") from error
    return None


def read_paper(path: Path, format: Format, told: PageRead = lambda: None) -> Paper:
    """A file of a format as a paper. told: after each page that was read. Raises InputError, which says what is wrong with it."""
    if (size := path.stat().st_size) > MAX_BYTES:
        raise InputError(f"{size:,} bytes: at most {MAX_BYTES:,} are read")
    match format:  # each brings its own library
        case "pdf":
            from crawler.papers.pdf import read_pdf

            return read_pdf(path, told)
        case "docx":
            from crawler.papers.docx import read_docx

            return read_docx(path)
        case "doc":
            from crawler.papers.doc import read_doc

            return read_doc(path)
        case "rtf":
            from crawler.papers.rtf import read_rtf

            return read_rtf(path)
        case "odt":
            from crawler.papers.odt import read_odt

            return read_odt(path)
        case "image":
            from crawler.papers.picture import read_image

            return read_image(path, told)
    raise InputError(f"{format}: no paper")
