"""Anniversaries as iCalendar (RFC 5545): CRLF, lines folded at 75 octets, texts escaped, identifiers that do not change."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any


def calendar_text(rows: Iterable[Mapping[str, Any]], made_at: datetime) -> str:
    """A calendar of all-day events, one for each anniversary."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dan Chieu//Lich ky niem//VI",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Dẫn Chiếu – ngày kỷ niệm",
    ]
    for row in rows:
        day = date.fromisoformat(row["on"])
        lines += [
            "BEGIN:VEVENT",
            f"UID:{row['slug']}-{row['years']}@danchieu",
            f"DTSTAMP:{made_at:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            "SUMMARY:" + _escaped(f"Kỷ niệm {row['years']} năm {row['occasion']}"),
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "\r\n".join(part for line in lines for part in _folded(line)) + "\r\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """A line in pieces of at most 75 octets, never inside a character; pieces after the first begin with a blank."""
    pieces: list[str] = []
    piece = ""
    for char in line:
        if len((piece + char).encode()) > 75:
            pieces.append(piece)
            piece = " "
        piece += char
    return [*pieces, piece]
