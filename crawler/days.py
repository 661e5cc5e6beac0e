"""The day of publication as files give it: a day, a moment, or a day as Vietnamese write it."""

import re
from datetime import datetime, timedelta, timezone
from typing import Final

from corpus.dates import DATE_PATTERN, is_iso, iso_of
from corpus.text import fold_aligned

VIETNAM: Final = timezone(timedelta(hours=7))
_CLOCK = r"[ ]?[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?"
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt]|[ ]{1,2})(?P<hour>[0-2][0-9]):(?P<minute>[0-5][0-9])"
    r"(?::(?P<second>[0-5][0-9])(?:[.,][0-9]{1,9})?)?[ ]?"
    r"(?P<zone>[Zz]|UTC|GMT|(?P<sign>[+-])(?P<hours>[01][0-9]):?(?P<minutes>[0-5][0-9])?)?"
)
_WRITTEN = re.compile(rf"(?:ngay )?{DATE_PATTERN}(?:,?{_CLOCK})?")
_MAX_CHARS: Final = 60


def day_of(text: str) -> str | None:
    """The ISO date of a text that is a date and nothing else, as precise as it is; None for any other.

    A moment with its zone is the day that it was in Vietnam then (ISO 8601); one without is the day that it names.

    >>> day_of("2019-04-01T18:30:00Z"), day_of("25/04/2019"), day_of("2019-04")
    ('2019-04-02', '2019-04-25', '2019-04')
    """
    text = text.strip()
    if len(text) > _MAX_CHARS:
        return None
    if is_iso(text):
        return text
    if moment := _MOMENT.fullmatch(text):
        return _day_in_vietnam(moment)
    if text.isascii() or not any(char.isdigit() and not char.isascii() for char in text):
        written = _WRITTEN.fullmatch(fold_aligned(text))
        return iso_of(written) if written else None
    return None


def _day_in_vietnam(moment: re.Match[str]) -> str | None:
    try:
        when = datetime.fromisoformat(f"{moment['day']}T{moment['hour']}:{moment['minute']}")
        if not moment["zone"]:
            return when.date().isoformat()
        away = timedelta(hours=int(moment["hours"] or 0), minutes=int(moment["minutes"] or 0))
    except ValueError:
        return None  # 31 February, 29 o'clock
    return in_vietnam(when.replace(tzinfo=timezone(-away if moment["sign"] == "-" else away)))


def in_vietnam(moment: datetime) -> str | None:
    """The ISO day of a moment in Vietnam; without a zone it is the day that it says. None before the first year or after the last."""
    try:
        return (moment.astimezone(VIETNAM) if moment.tzinfo else moment).date().isoformat()
    except OverflowError:
        return None
