"""A draft's outline line by line, and as Markdown: each line with the precedents that it came from, clearly marked as no document."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.dates import show_date
from indexer.campaigns.outlines.rows import NotedRow, OutlineRow, PeriodRow, ProposalRow
from webapp.words import label, why

WARNING: Final = "DỰ THẢO dựng từ các văn bản tiền lệ ghi ở cuối, chưa phải là văn bản: hãy kiểm tra từng căn cứ và từng câu trước khi dùng."
TITLE: Final = "Đề cương phát động thi đua"
PROPOSED: Final = "ĐỀ XUẤT, chưa phải quyết định:"
BLANKS: Final = "Từ ngày … tháng … năm … đến ngày … tháng … năm …"
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")

Line = tuple[str, str]


def outline_lines(outline: OutlineRow) -> Iterator[Line]:
    """(style, text) line by line; styles: title, warning, heading, number, under, bullet."""
    yield "title", TITLE
    yield "warning", WARNING
    occasion, proposal = outline.get("occasion"), outline.get("proposal")
    if occasion:
        on = occasion.get("on")
        day = f", ngày {show_date(on)}" if on else ""
        yield "bullet", f"{PROPOSED} tên gọi: thi đua {occasion['text']}{day} {marks(occasion['from'])}"
    yield "heading", "Căn cứ"
    for base in outline["bases"]:
        yield "bullet", f"{base['text']} {marks(base['from'])}"
        instead_of, reason = base["instead_of"], base["reason"]
        if instead_of and reason:
            yield "under", f"Thay cho {label(instead_of)}. {why([reason])}"
    yield "heading", "Thời gian"
    yield "bullet", BLANKS
    if proposal:
        yield "bullet", f"{PROPOSED} {span(proposal)}, dời {proposal['years_later']} năm từ {marks(proposal['from'])}"
    for period in outline["periods"]:
        days = f", {period['days']} ngày" if period["days"] else ""
        yield "bullet", f"Tiền lệ: {span(period)}{days} {marks(period['from'])}"
    yield "heading", "Nhiệm vụ"
    for task in outline["tasks"]:
        yield "number", f"{task['text']} {marks(task['from'])}"
        for other in task["others"]:
            yield "under", f"Cách viết khác: {other['text']} {marks(other['from'])}"
    yield from end_lines(outline)


def end_lines(outline: OutlineRow) -> Iterator[Line]:
    """What no document holds: models, what was left out and why, the precedents."""
    yield from _noted("Xem làm mẫu, không phải căn cứ", outline.get("models") or ())
    yield from _noted("Không đưa vào căn cứ", outline.get("left_out") or ())
    yield "heading", "Dựng từ"
    for number, row in enumerate(outline["sources"], start=1):
        starts_on = row.get("starts_on")
        parts = [row["name"], row.get("organiser"), show_date(starts_on) if starts_on else None]
        yield "bullet", f"[{number}] " + " · ".join(part for part in parts if part)


def _noted(heading: str, rows: Sequence[NotedRow]) -> Iterator[Line]:
    """Documents that are no basis, each with the reason; nothing where there are none."""
    if rows:
        yield "heading", heading
    for row in rows:
        yield "bullet", f"{row['text']} {marks(row['from'])}"
        yield "under", why([row["reason"]])


def span(period: PeriodRow | ProposalRow) -> str:
    """From when to when; a proposal's beginning that is left open is a blank."""
    begins = show_date(period["starts_on"]) if period["starts_on"] else "…"
    return f"{begins} – {show_date(period['ends_on'])}" if period["ends_on"] else begins


def marks(numbers: Sequence[int]) -> str:
    """``[1][3]``: where a line came from."""
    return "".join(f"[{number}]" for number in numbers)


def as_markdown(outline: OutlineRow) -> str:
    """The outline as Markdown (CommonMark); signs of the language inside the precedents' words are escaped."""
    shapes = {"title": "# {}\n", "warning": "> {}\n", "heading": "\n## {}\n", "under": "   - {}", "bullet": "- {}"}
    lines = []
    count = 0
    for style, text in outline_lines(outline):
        clean = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
        if style == "number":
            count += 1
            lines.append(f"{count}. {clean}")
        else:
            lines.append(shapes[style].format(clean))
    return "\n".join(lines) + "\n"
