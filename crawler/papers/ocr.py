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
        left, top = float(row["left"]) * scale, float(row["top"]) * scale
        width, height = float(row["width"]) * scale, float(row["height"]) * scale
        yield Word(text, number, left, top, left + width, top + height, height)


def _rules(grey: Any, number: int, scale: float) -> Iterator[Rule]:
    """Level lines that are drawn across at least a fifth of the picture."""
    height, width = grey.shape
    dark = grey < _DARK
    least = width // 5
    share = dark.sum(axis=1)
    rows = numpy.flatnonzero(share >= least)
    last = -10
    for y in rows.tolist():
        if y - last > 4:
            runs = numpy.flatnonzero(dark[y])
            breaks = numpy.flatnonzero(numpy.diff(runs) > 3)
            starts = numpy.concatenate(([0], breaks + 1))
            ends = numpy.concatenate((breaks, [len(runs) - 1]))
            lengths = runs[ends] - runs[starts]
            longest = int(lengths.argmax())
            if lengths[longest] >= least:
                yield Rule(
                    number, runs[starts[longest]] * scale, y * scale, runs[ends[longest]] * scale, (y + 1) * scale
                )
        last = y
