"""The calendar as iCalendar: lines, stamps, what earlier rounds did."""

from datetime import UTC, datetime
from typing import Any

from webapp.calendar_feed import calendar_text

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def row(*earlier: dict[str, Any]) -> dict[str, Any]:
    return {
        "slug": "lmhtx",
        "years": 35,
        "on": "2028-10-29",
        "occasion": "Ngày thành lập; Liên minh, Hợp tác xã",
        "earlier": list(earlier),
    }


def campaign(name: str, published_on: str) -> dict[str, Any]:
    return {
        "name": name,
        "organiser": "Liên minh",
        "starts_on": "2018-08",
        "ends_on": None,
        "published_on": published_on,
    }


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_lines_are_short_and_end_with_crlf() -> None:
    text = calendar_text([row(*(campaign("Đợt thi đua rất dài " * 9, f"20{n}-01-01") for n in range(10, 22)))], NOW)
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_texts_are_escaped_and_earlier_rounds_told() -> None:
    lines = unfolded(calendar_text([row(campaign("Đợt 25, một\\hai\r\nEND:VEVENT", "2018-08-01"))], NOW))
    assert "SUMMARY:Kỷ niệm 35 năm Ngày thành lập\\; Liên minh\\, Hợp tác xã" in lines
    (description,) = [line for line in lines if line.startswith("DESCRIPTION:")]
    assert "• Đợt 25\\, một\\\\hai\\nEND:VEVENT · Liên minh · tháng 8/2018" in description
    assert lines.count("END:VEVENT") == 1
    assert {"DTSTART;VALUE=DATE:20281029", "DTEND;VALUE=DATE:20281030", "UID:lmhtx-35@danchieu"} <= set(lines)


def test_more_than_eight_are_counted() -> None:
    rows = [campaign(f"Đợt {n}", f"2018-08-{n:02d}") for n in range(1, 12)]
    text = "".join(unfolded(calendar_text([row(*rows)], NOW)))
    assert "• Đợt 11 " in text and "• Đợt 3 " not in text and "… và 3 đợt khác" in text


def test_a_stamp_changes_only_with_the_campaigns() -> None:
    later = datetime(2027, 1, 1, tzinfo=UTC)
    old, new = row(campaign("a", "2018-08-01")), row(campaign("a", "2026-04-30"))
    assert calendar_text([old], NOW) == calendar_text([old], later)
    assert "DTSTAMP:20250101T000000Z" in calendar_text([old], NOW)
    assert "DTSTAMP:20260430T000000Z" in calendar_text([new], NOW)
    assert "DTSTAMP:20260501T120000Z" in calendar_text([row(campaign("a", "2027-01-01"))], NOW)
