"""PDF: the words of its text layer with their places, and pages as pictures, both by pypdfium2 (PDFium, BSD licence)."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pypdfium2
from pypdfium2 import raw

from corpus.errors import InputError
from crawler.papers.layout import read_lines
from crawler.papers.ocr import read_picture, reads_scans
from crawler.papers.paper import MAX_PAGES, Finding, PageRead, PageSize, Paper, assemble
from crawler.papers.sound import is_sound
from crawler.papers.words import PageWords, Rule, Word

_MOST_CHARS: Final = 60_000
"""Of one page: a page of a paper has some three thousand."""
_MOST_RULES: Final = 2_000
_LEAST_DPI: Final = 150
_MOST_DPI: Final = 300
_MOST_PIXELS: Final = 6_000
"""Of a side: a page may say that it is as large as a wall."""
_POINTS: Final = 72
_HYPHENS: Final = "\ufffe\x02\xad"
"""How PDFium marks a hyphen at the end of a line."""
_RAISED: Final = 0.75


def read_pdf(path: Path, told: PageRead) -> Paper:
    """A PDF's text: of its own layer where that is sound, else read from its pages as pictures. told: after each page. Raises InputError on what is no PDF, or locked."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise InputError("a PDF that is locked by a password" if locked else "a damaged PDF") from error
    try:
        return _read(document, told)
    except pypdfium2.PdfiumError as error:
        raise InputError("a damaged PDF") from error
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, told: PageRead) -> Paper:
    count = len(document)
    findings: list[Finding] = ["cut"] if count > MAX_PAGES else []
    pages: list[PageWords] = []
    scans = reads_scans()
    for number in range(1, min(count, MAX_PAGES) + 1):
        page = document[number - 1]
        found = words_of(page, number)
        if not is_sound([word.text for word in found.words]) and _has_picture(page):
            if len(found.words) > 40:
                findings.append("broken-layer")
            findings.append("ocr" if scans else "needs-ocr")
            found = _from_picture(page, number) if scans else PageWords(number, found.width, found.height, words=())
        pages.append(found)
        page.close()
        told()
    sizes = [PageSize(width=page.width, height=page.height) for page in pages]
    return assemble("pdf", read_lines(pages), sizes, findings)


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether pictures cover much of a page."""
    width, height = page.get_size()
    area = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(area > 0.3 * width * height)


def _dpi_of(page: pypdfium2.PdfPage) -> int:
    """Dots an inch of the largest picture on a page: as they were scanned they are read best, neither blurred nor thinned."""
    found = [
        (right - left, item.get_px_size()[0])
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        for left, _, right, _ in [item.get_bounds()]
        if right > left
    ]
    width, pixels = max(found, default=(1.0, 0))
    return min(max(round(pixels * _POINTS / width), _LEAST_DPI), _MOST_DPI)


def _from_picture(page: pypdfium2.PdfPage, number: int) -> PageWords:
    dpi = min(_dpi_of(page), int(_MOST_PIXELS * _POINTS / max(page.get_size())))
    bitmap = page.render(scale=dpi / _POINTS, grayscale=True)
    return read_picture(bitmap.to_numpy(), number, _POINTS / dpi, dpi)


def words_of(page: pypdfium2.PdfPage, number: int) -> PageWords:
    """The words of a page's text layer, and the lines that are drawn on it."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        words = tuple(_words(text.raw, min(text.count_chars(), _MOST_CHARS), number, height))
    finally:
        text.close()
    return PageWords(number, width, height, words=words, rules=tuple(_rules(page, number, height)))


def _words(text: object, count: int, number: int, height: float) -> Iterator[Word]:
    letters: list[str] = []
    box: list[float] = []
    size = 0.0
    for at in range(count):
        char = chr(raw.FPDFText_GetUnicode(text, at) or 0x20)
        if char in _HYPHENS:
            char = "-"
        if char.isspace() or char == "\0":
            if letters:
                yield _word(letters, box, number, size)
            letters = []
            continue
        if not raw.FPDFText_GetLooseCharBox(text, at, rectangle := raw.FS_RECTF()):
            continue
        left, right = rectangle.left, rectangle.right
        top, bottom = height - rectangle.top, height - rectangle.bottom
        if letters and _starts_anew(box, left, top, bottom):
            yield _word(letters, box, number, size)
            letters = []
        if not letters:
            box = [left, top, right, bottom]
            size = raw.FPDFText_GetFontSize(text, at)
        elif char.isdigit() and _is_raised(letters, box, top, bottom):
            continue  # the number of a footnote
        letters.append(char)
        box = [min(box[0], left), min(box[1], top), max(box[2], right), max(box[3], bottom)]
        size = max(size, raw.FPDFText_GetFontSize(text, at))
    if letters:
        yield _word(letters, box, number, size)


def _starts_anew(box: list[float], left: float, top: float, bottom: float) -> bool:
    """Whether a letter stands on another line than the word before it, or far from it."""
    tall = box[3] - box[1]
    return (
        (top + bottom) / 2 > box[3] or (top + bottom) / 2 < box[1] or left < box[2] - 2 * tall or left > box[2] + tall
    )


def _is_raised(letters: list[str], box: list[float], top: float, bottom: float) -> bool:
    """Whether a digit behind a word stands higher and is smaller than it: a footnote's number."""
    tall = box[3] - box[1]
    return not letters[-1].isdigit() and bottom - top < _RAISED * tall and bottom < box[3] - 0.2 * tall


def _word(letters: list[str], box: list[float], number: int, size: float) -> Word:
    text = unicodedata.normalize("NFC", "".join(letters))
    return Word(text, number, box[0], box[1], box[2], box[3], max(size, 0.6 * (box[3] - box[1])))


def _rules(page: pypdfium2.PdfPage, number: int, height: float) -> Iterator[Rule]:
    for seen, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if seen >= _MOST_RULES:
            return
        left, bottom, right, top = item.get_bounds()
        thin = min(right - left, top - bottom) < 3
        if thin and max(right - left, top - bottom) > 10:
            yield Rule(number, left, height - top, right, height - bottom)
        elif right - left > 8 and top - bottom > 8:  # a cell's frame
            for y in (height - top, height - bottom):
                yield Rule(number, left, y, right, y)
            for x in (left, right):
                yield Rule(number, x, height - top, x, height - bottom)
