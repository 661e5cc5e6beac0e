"""Pictures of papers (TIFF with its pages, JPEG, PNG), read as scans. Pillow (MIT-CMU licence) opens them."""

from pathlib import Path
from typing import Final

import numpy
from PIL import Image, ImageSequence, UnidentifiedImageError

from corpus.errors import InputError
from crawler.papers.layout import read_lines
from crawler.papers.ocr import read_picture, reads_scans
from crawler.papers.paper import MAX_PAGES, PageRead, PageSize, Paper, assemble
from crawler.papers.words import PageWords

MAX_PIXELS: Final = 120_000_000
_USUAL_DPI: Final = 200
_POINTS: Final = 72


def read_image(path: Path, told: PageRead) -> Paper:
    """A picture's text. told: after each page. Raises InputError on what is no picture, or too large."""
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    pages: list[PageWords] = []
    try:
        with Image.open(path, formats=("TIFF", "JPEG", "PNG")) as image:
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                if number > MAX_PAGES:
                    break
                pages.append(_page(frame, number))
                told()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise InputError("a damaged picture, or one that is too large") from error
    sizes = [PageSize(width=page.width, height=page.height) for page in pages]
    return assemble("image", read_lines(pages), sizes, ["ocr" if reads_scans() else "needs-ocr"])


def _page(frame: Image.Image, number: int) -> PageWords:
    dpi = round(float(frame.info.get("dpi", (0, 0))[0] or 0)) or _USUAL_DPI
    dpi = dpi if 72 <= dpi <= 1200 else _USUAL_DPI
    scale = _POINTS / dpi
    size = (frame.width * scale, frame.height * scale)
    if not reads_scans():
        return PageWords(number, *size, words=())
    return read_picture(numpy.asarray(frame.convert("L")), number, scale, dpi)
