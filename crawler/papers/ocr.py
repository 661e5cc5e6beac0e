"""Scans: words read from a picture by tesseract with Vietnamese, where the machine has it (`make install-ocr`)."""

import csv
import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy

from corpus.errors import InputError
from crawler.papers.layout import Rule, Word

COMMAND: Final = "tesseract"
LANGUAGE: Final = "vie"
REMEDY: Final = (
    "install tesseract with Vietnamese ('make install-ocr'; Debian: tesseract-ocr-vie), then import it again"
)
_SECONDS: Final = 120
_DARK: Final = 128
_LEAST_SURE: Final = 10.0
_SURE: Final = 60.0
_BROKEN: Final = 3
_THICK: Final = 12
_LEAN: Final = 3


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Words and drawn lines of a picture, in points."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...]


@cache
def reads_scans() -> bool:
    """Whether tesseract is here, and knows Vietnamese."""
    if shutil.which(COMMAND) is None:
        return False
    told = subprocess.run([COMMAND, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return LANGUAGE in told.stdout.split()


told_page_read: Callable[[], None] = lambda: None
"""Called after each page that was read, for who waits."""


def read_picture(pixels: Any, number: int, scale: float, dpi: int) -> PictureWords:
    """The words of a picture in grey (rows, columns[, 1], 0 is black). number: of its page; scale: points a pixel. Raises InputError."""
    grey = numpy.asarray(pixels, dtype=numpy.uint8)
    if grey.ndim == 3:
        grey = grey[:, :, 0]
    table = _tesseract(grey, dpi)
    words = tuple(_words(table, number, scale))
    found = PictureWords(words, tuple(_rules(grey, number, scale)))
    told_page_read()
    return found


def _tesseract(grey: Any, dpi: int) -> str:
    height, width = grey.shape
    picture = b"P5 %d %d 255\n" % (width, height) + grey.tobytes()
    try:
        done = subprocess.run(
            [COMMAND, "-", "-", "-l", LANGUAGE, "--dpi", str(dpi), "--psm", "3", "tsv"],
            input=picture,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(f"a scan that takes more than {_SECONDS} seconds a page to read") from error
    if done.returncode:
        raise InputError("a scan that tesseract cannot read")
    return done.stdout.decode("utf-8", "replace")


def _words(table: str, number: int, scale: float) -> Iterator[Word]:
    """Rows of tesseract's table at level 5, in its order."""
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != "5" or not text or float(row["conf"]) < _LEAST_SURE:
            continue
        if len(text) < 3 and float(row["conf"]) < _SURE and not text.isdigit():
            continue  # a speck, a stroke of a signature, the edge of a stamp
        left, top = float(row["left"]) * scale, float(row["top"]) * scale
        width, height = float(row["width"]) * scale, float(row["height"]) * scale
        yield Word(text, number, left, top, left + width, top + height, height)


def _rules(grey: Any, number: int, scale: float) -> Iterator[Rule]:
    """Lines that are drawn across at least a fifth of the width, or down a tenth of an inch and more as the edge of a table."""
    dark = grey < _DARK
    for low, high, at in _strokes(_thickened(dark), grey.shape[1] // 5):
        yield Rule(number, low * scale, at * scale, high * scale, (at + 1) * scale)
    for low, high, at in _strokes(_thickened(dark.T), grey.shape[0] // 30):
        yield Rule(number, at * scale, low * scale, (at + 1) * scale, high * scale)


def _thickened(dark: Any) -> Any:
    """Dark pixels with those above and below them: a line that leans by a degree stays unbroken for long."""
    found = dark.copy()
    for step in range(1, _LEAN + 1):
        found[step:] |= dark[:-step]
        found[:-step] |= dark[step:]
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
