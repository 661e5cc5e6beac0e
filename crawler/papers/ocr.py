"""Scans: words read from a picture by tesseract with Vietnamese, where the machine has it (`make install-ocr`)."""

import csv
import io
import math
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import numpy

from corpus.errors import InputError
from crawler.papers.straight import enlarged, lean_of, turned, without_specks
from crawler.papers.words import PageWords, Rule, Word

COMMAND: Final = "tesseract"
LANGUAGE: Final = "vie"
REMEDY: Final = (
    "install tesseract with Vietnamese ('make install-ocr'; Debian: tesseract-ocr-vie), then import it again"
)
_SECONDS: Final = 120
_DARK: Final = 128
_LEAST_SURE: Final = 10.0
_SURE: Final = 60.0
_LEAST_DPI: Final = 180
_SEEN_TWICE: Final = re.compile("[ĐÐ]{1,2}")
"""Đ, which tesseract takes for the letter eth, or for both of them (``QĐÐ-UBND``)."""
_BROKEN: Final = 3
_THICK: Final = 12
_PAGE: Final = 3
"""Page segmentation of tesseract: a page, in whatever columns."""


@cache
def reads_scans() -> bool:
    """Whether tesseract is here, and knows Vietnamese."""
    if shutil.which(COMMAND) is None:
        return False
    told = subprocess.run([COMMAND, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)  # noqa: S603 - constants
    return LANGUAGE in told.stdout.split()


def read_picture(pixels: Any, number: int, scale: float, dpi: int) -> PageWords:
    """A page as it is read from a picture in grey (rows, columns[, 1]; 0 is black), set straight. number: of the page; scale: points a pixel. Raises InputError."""
    grey = numpy.asarray(pixels, dtype=numpy.uint8)
    if grey.ndim == 3:
        grey = grey[:, :, 0]
    if dpi < _LEAST_DPI:
        times = math.ceil(_LEAST_DPI / dpi)
        grey, scale, dpi = enlarged(grey, times), scale / times, dpi * times
    grey = without_specks(grey)
    lean = lean_of(grey)
    grey = turned(grey, lean)
    words = tuple(_words(_tesseract(grey, dpi, _PAGE), number, scale))
    rules = tuple(_rules(grey, number, scale))
    return PageWords(number, grey.shape[1] * scale, grey.shape[0] * scale, words=words, rules=rules, lean=lean)


def _tesseract(grey: Any, dpi: int, layout: int) -> str:
    """Tesseract's table of a picture. layout: its page segmentation mode."""
    height, width = grey.shape
    picture = b"P5 %d %d 255\n" % (width, height) + grey.tobytes()
    asked = [COMMAND, "-", "-", "-l", LANGUAGE, "--dpi", str(dpi), "--psm", str(layout), "tsv"]
    try:
        done = subprocess.run(asked, input=picture, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - constants
    except subprocess.TimeoutExpired as error:
        raise InputError(f"a scan that takes more than {_SECONDS} seconds a page to read") from error
    if done.returncode:
        raise InputError("a scan that tesseract cannot read")
    return str(done.stdout, "utf-8", "replace")


def _words(table: str, number: int, scale: float) -> Iterator[Word]:
    """Rows of tesseract's table at level 5, in its order."""
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = _SEEN_TWICE.sub("Đ", (row.get("text") or "").strip())
        if row.get("level") != "5" or not text or float(row["conf"]) < _LEAST_SURE:
            continue
        if len(text) < 3 and float(row["conf"]) < _SURE and not text.isdigit():
            continue  # a speck, a stroke of a signature, the edge of a stamp
        left, top = float(row["left"]) * scale, float(row["top"]) * scale
        width, height = float(row["width"]) * scale, float(row["height"]) * scale
        yield Word(text, number, left, top, left + width, top + height, height)


def _rules(grey: Any, number: int, scale: float) -> Iterator[Rule]:
    """Lines that are drawn across at least a fifth of the width, or down a tenth of an inch and more as the edge of a table."""
    dark = _thickened(grey < _DARK)
    for low, high, at in _strokes(dark, grey.shape[1] // 5):
        yield Rule(number, low * scale, at * scale, high * scale, (at + 1) * scale)
    for low, high, at in _strokes(_thickened((grey < _DARK).T), grey.shape[0] // 30):
        yield Rule(number, at * scale, low * scale, (at + 1) * scale, high * scale)


def _thickened(dark: Any) -> Any:
    """Dark pixels with those above and below them: a line that was turned has steps in it."""
    found = dark.copy()
    found[1:] |= dark[:-1]
    found[:-1] |= dark[1:]
    return found


def _strokes(dark: Any, least: int) -> Iterator[tuple[int, int, int]]:
    """(first, last, row) of each unbroken dark stretch of at least so many pixels along the rows of a picture; one a line, however thick it is."""
    last = -10
    for at in numpy.flatnonzero(dark.sum(axis=1) >= least).tolist():
        filled = numpy.flatnonzero(dark[at])
        breaks = numpy.flatnonzero(numpy.diff(filled) > _BROKEN)
        starts = filled[numpy.concatenate(([0], breaks + 1))]
        ends = filled[numpy.concatenate((breaks, [len(filled) - 1]))]
        long = [(int(a), int(b)) for a, b in zip(starts, ends, strict=True) if b - a >= least]
        if long and at - last > _THICK:
            yield from ((a, b, at) for a, b in long)
        if long:
            last = at
