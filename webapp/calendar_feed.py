"""Anniversaries as iCalendar (RFC 5545): CRLF, lines folded at 75 octets, texts escaped, identifiers and stamps that change only with what is said."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from corpus.dates import last_day, show_date
from indexer.documents.campaign_rows import AnniversaryRow, CampaignCard

_OCTETS: Final = 75
_EARLIER: Final = 8
_FIRST: Final = datetime(2025, 1, 1, tzinfo=UTC)
"""Stamp of an event of which the archive knows no earlier campaign."""
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar_text(rows: Iterable[AnniversaryRow], made_at: datetime) -> str:
    """A calendar of all-day events, one for each anniversary, with the campaigns of earlier rounds in its description.

    made_at: no stamp lies after it; the stamps themselves are those of the newest campaign told, so that a subscriber sees a change only where there is one.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dan Chieu//Lich ky niem//VI",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Dẫn Chiếu – ngày kỷ niệm",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for row in rows for line in _event(row, made_at)),
        "END:VCALENDAR",
    ]
    return "\r\n".join(part for line in lines for part in _folded(line)) + "\r\n"


def _event(row: AnniversaryRow, made_at: datetime) -> Iterator[str]:
    day = date.fromisoformat(row["on"])
    earlier = sorted(row.get("earlier") or (), key=_day, reverse=True)
    yield "BEGIN:VEVENT"
    yield f"UID:{row['slug']}-{row['years']}@danchieu"
    yield f"DTSTAMP:{min(_stamp(earlier), made_at):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield "SUMMARY:" + f"Kỷ niệm {row['years']} năm {row['occasion']}".translate(_ESCAPES)
    if earlier:
        yield "DESCRIPTION:" + _description(earlier).translate(_ESCAPES)
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(earlier: list[CampaignCard]) -> str:
    """What was launched for earlier rounds, the latest first."""
    lines = ["Các đợt thi đua trước trong kho lưu trữ:"]
    for row in earlier[:_EARLIER]:
        period = " – ".join(show_date(str(iso)) for iso in (row.get("starts_on"), row.get("ends_on")) if iso)
        lines.append("• " + " · ".join(str(part) for part in (row["name"], row.get("organiser"), period) if part))
    if len(earlier) > _EARLIER:
        lines.append(f"… và {len(earlier) - _EARLIER} đợt khác")
    return "\n".join(lines)


def _stamp(earlier: list[CampaignCard]) -> datetime:
    if not earlier or not _day(earlier[0]):
        return _FIRST
    newest = last_day(_day(earlier[0]))
    return max(_FIRST, datetime(newest.year, newest.month, newest.day, tzinfo=UTC))


def _day(row: CampaignCard) -> str:
    return str(row.get("published_on") or "")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, never inside a character; pieces after the first begin with a blank."""
    piece, octets = "", 0
    for char in line:
        width = len(char.encode())
        if octets + width > _OCTETS:
            yield piece
            piece, octets = " ", 1
        piece += char
        octets += width
    yield piece
