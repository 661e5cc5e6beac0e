"""The line that long work shows on a terminal: how far it is, how fast, what waits, what failed, and how long it will take."""

import shutil
import sys
import time
from collections.abc import Callable
from typing import Final, TextIO

from webapp.phrases import STEPS

ERRORS: Final = "errors"
"""The step that is none: (ERRORS, n, 0) tells how many failed so far."""
_IN_BYTES: Final = frozenset(("Nhập", "backup", "restore"))
_EVERY: Final = 0.1
_BAR: Final = 20
_SURE_AFTER: Final = 1.0
"""Seconds of a step before its rate is believed."""


class Meter:
    """One line on a stream, for one step after the other. To be told (step, done, total) as work goes on."""

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream or sys.stderr, clock
        self._step, self._began, self._from = "", 0.0, 0
        self._errors, self._shown_at, self._last = 0, float("-inf"), ""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Take note; the line is drawn anew a few times a second, and whenever a step begins or ends."""
        if step == ERRORS:
            self._errors = done
            return
        now = self._clock()
        if step != self._step:
            self.close()
            self._step, self._began, self._from = step, now, done
        elif now - self._shown_at < _EVERY and done < total:
            return
        width = max(20, shutil.get_terminal_size().columns - 1)
        line = self.line(done, total, now)
        if len(line) > width:
            line = self.line(done, total, now, bar=0)
        self._shown_at, self._last = now, line
        self._stream.write(f"\r{self._last[:width]}\x1b[K")
        self._stream.flush()

    def close(self) -> None:
        """End the line of the step under way."""
        if self._last:
            self._stream.write("\n")
            self._stream.flush()
        self._last, self._errors = "", 0

    def line(self, done: int, total: int, now: float, bar: int = _BAR) -> str:
        """The line of the step under way at a moment of its clock. bar: characters of its bar, which a narrow terminal has no room for."""
        part = min(1.0, done / total) if total else 1.0
        filled = round(part * bar)
        drawn = f"  [{'#' * filled}{'-' * (bar - filled)}]" if bar else ""
        told = [f"{STEPS.get(self._step, self._step)}{drawn} {int(part * 100)} %"]
        left = max(0, total - done)
        if self._errors:
            told.append(f"{self._errors} lỗi")
        told.append(f"{_amount(self._step, done)}/{_amount(self._step, total)}")
        seconds = now - self._began
        if seconds >= _SURE_AFTER and done > self._from:
            rate = (done - self._from) / seconds
            told.append(f"{_amount(self._step, rate)}/giây")
            if left:
                told += [f"còn {_amount(self._step, left)}", f"khoảng {_duration(left / rate)} nữa"]
        return " · ".join(told)


def _amount(step: str, value: float) -> str:
    if step in _IN_BYTES:
        return f"{value / 1e6:.1f} MB"
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"


def _duration(seconds: float) -> str:
    """``40 giây``, ``5 phút``, ``2 giờ 10 phút``."""
    whole = int(seconds) + 1
    if whole < 90:
        return f"{whole} giây"
    minutes = round(whole / 60)
    return f"{minutes} phút" if minutes < 90 else f"{minutes // 60} giờ {minutes % 60} phút"
