"""Scans cleaned and set straight before they are read: specks out, and turned by how far their lines lean. Pillow (MIT-CMU licence) does both."""

import math
from typing import Any, Final

import numpy
from PIL import Image, ImageFilter

from crawler.papers.paper import Place

_DARK: Final = 128
_STEP: Final = 2
"""Pixels are looked at in steps: half of them each way tell as much."""
_MOST: Final = 4.0
_COARSE: Final = 0.25
_FINE: Final = 0.05
_LEAST: Final = 0.12
_MOST_DARK: Final = 400_000


def lean_of(grey: Any) -> float:
    """By how many degrees the lines of a picture (rows, columns; 0 is black) go down to the right; 0 for one that stands straight, or has no lines.

    At the right angle the dark pixels of a line fall into few rows: the sum of squares of what each row holds is greatest (W. Postl's simulated skew).
    """
    down, across = numpy.nonzero(grey[::_STEP, ::_STEP] < _DARK)
    if len(down) > _MOST_DARK:
        each = len(down) // _MOST_DARK + 1
        down, across = down[::each], across[::each]
    if not len(down):
        return 0.0
    best = 0.0
    for step, around in ((_COARSE, _MOST), (_FINE, _COARSE)):
        angles = best + numpy.arange(-around, around + step / 2, step)
        best = float(max(angles, key=lambda angle: (_sharpness(down, across, float(angle)), -abs(angle))))
    return best if abs(best) >= _LEAST else 0.0


def _sharpness(down: Any, across: Any, angle: float) -> float:
    rows = (down - across * math.tan(math.radians(angle))).astype(numpy.int64)
    counts = numpy.bincount(rows - rows.min()).astype(numpy.float64)
    return float((numpy.diff(counts, prepend=0.0, append=0.0) ** 2).sum())


def without_specks(grey: Any) -> Any:
    """A picture without single dark or light pixels: each as the middle one of the nine around it. At 200 dots an inch marks and points are larger."""
    return numpy.asarray(Image.fromarray(grey).filter(ImageFilter.MedianFilter(3)))


def turned(grey: Any, degrees: float) -> Any:
    """A picture turned against the clock about its middle; white comes in at its edges."""
    if not degrees:
        return grey
    image = Image.fromarray(grey).rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return numpy.asarray(image)


def enlarged(grey: Any, times: float) -> Any:
    """A picture with so many times the pixels each way."""
    height, width = grey.shape
    image = Image.fromarray(grey).resize((round(width * times), round(height * times)), Image.Resampling.LANCZOS)
    return numpy.asarray(image)


def turned_back(place: Place, degrees: float, width: float, height: float) -> Place:
    """The upright rectangle around a place of a straightened page, on the page (of that width and height) as it is."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    corners = [
        (width / 2 + x * cosine - y * sine, height / 2 + x * sine + y * cosine)
        for x in (place.left - width / 2, place.right - width / 2)
        for y in (place.top - height / 2, place.bottom - height / 2)
    ]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Place(page=place.page, left=min(across), top=min(down), right=max(across), bottom=max(down))
