"""What a file is by its bytes: a text, or a PDF, a picture, an archive under a text's name."""

import codecs
from typing import Final

# First bytes of files that people keep beside texts (each format's own specification; `file`'s list of magic numbers).
_BEGINNINGS: Final = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of Microsoft Office (DOC, XLS, PPT)"),
    (b"PK\x03\x04", "a packed file (DOCX, XLSX, ODT, EPUB or ZIP)"),
    (b"PK\x05\x06", "an empty packed file"),
    (b"{\\rtf", "a document in Rich Text Format (RTF)"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"RIFF", "a sound, film or picture (RIFF)"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"BZh", "a packed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a packed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z)"),
    (b"Rar!\x1a\x07", "a packed file (RAR)"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"\x7fELF", "a program"),
)
_SUFFIXES: Final = {
    ".pdf": "a PDF",
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "a document in Rich Text Format",
    ".xls": "a table",
    ".xlsx": "a table",
    ".ods": "a table",
    ".csv": "a table",
    ".ppt": "a presentation",
    ".pptx": "a presentation",
    ".jpg": "a picture",
    ".jpeg": "a picture",
    ".png": "a picture",
    ".gif": "a picture",
    ".bmp": "a picture",
    ".tif": "a picture",
    ".tiff": "a picture",
    ".webp": "a picture",
    ".svg": "a picture",
    ".heic": "a picture",
    ".zip": "a packed file",
    ".rar": "a packed file",
    ".7z": "a packed file",
    ".gz": "a packed file",
    ".json": "JSON that is not one object a line",
    ".xml": "XML",
    ".md": "Markdown",
    ".mht": "a web archive",
    ".mhtml": "a web archive",
    ".eml": "a letter",
    ".msg": "a letter",
    ".mp3": "a sound",
    ".mp4": "a film",
}
_SAMPLE: Final = 256 * 1024
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Encodings of before Unicode put some capitals at control characters: a few in a hundred are no sign of anything.
_CONTROLS: Final = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))
_FEW: Final = 0.03
_MOST: Final = 0.9
_MIN_BYTES: Final = 4


def kind_by_name(suffix: str) -> str:
    """What a file of a suffix (lower case, with its dot) usually is, in a few words."""
    return _SUFFIXES.get(suffix, f"a {suffix} file" if suffix else "a file whose name has no ending")


def kind_by_beginning(data: bytes) -> str | None:
    """What a file is by its first bytes, where these name one of the formats that are no text."""
    begun = data[:64].removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n\t ")
    return next((kind for start, kind in _BEGINNINGS if data.startswith(start) or begun.startswith(start)), None)


def kind_if_not_text(data: bytes) -> str | None:
    """What a file is in place of a text; None when it can be one: UTF-8, UTF-16 with or without its mark, or one byte a letter.

    >>> kind_if_not_text(b"%PDF-1.7 ...")
    'a PDF'
    >>> kind_if_not_text("Kế hoạch".encode("utf-16-le"))
    """
    if named := kind_by_beginning(data):
        return named
    sample = data[:_SAMPLE]
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return None if _share_of_letters(sample.decode(name, "replace")) >= 1 - _FEW else "no text"
    if len(sample) < _MIN_BYTES or _share_of_controls(sample) <= _FEW:
        return None
    wide = max(_share_of_letters(sample.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be"))
    return None if wide >= _MOST else "no text, but bytes of some other kind"


def _share_of_controls(sample: bytes) -> float:
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample)


def _share_of_letters(text: str) -> float:
    """Share of characters that stand in Vietnamese texts: Latin letters and marks, punctuation, blanks, signs."""
    if not text:
        return 1.0
    return sum(
        char in "\t\n\r\x0c" or ("\x20" <= char < "\u0370") or ("\u1e00" <= char < "\u2c00") for char in text
    ) / len(text)
