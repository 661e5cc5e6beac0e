"""A draft's outline as Markdown and as DOCX: each line with the precedents that it came from, clearly marked as no document."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docx import Document

from corpus.dates import show_date

WARNING: Final = "DỰ THẢO dựng từ các văn bản tiền lệ ghi ở cuối, chưa phải là văn bản: hãy kiểm tra từng căn cứ và từng câu trước khi dùng."
TITLE: Final = "Đề cương phát động thi đua"
PROPOSED: Final = "ĐỀ XUẤT, chưa phải quyết định:"
BLANKS: Final = "Từ ngày … tháng … năm … đến ngày … tháng … năm …"
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

Line = tuple[str, str]


def outline_lines(outline: Mapping[str, Any]) -> Iterator[Line]:
    """(style, text) line by line; styles: title, warning, heading, number, under, bullet."""
    yield "title", TITLE
    yield "warning", WARNING
    if outline.get("occasion"):
        yield (
            "bullet",
            f"{PROPOSED} tên gọi: thi đua {outline['occasion']['text']} {marks(outline['occasion']['from'])}",
        )
    yield "heading", "Căn cứ"
    for base in outline["bases"]:
        yield "bullet", f"{base['text']} {marks(base['from'])}"
        if base.get("ended_by"):
            yield "under", f"Lưu ý: {base['ended_by']} thay thế hoặc bãi bỏ văn bản này; xem lại trước khi dẫn."
    yield "heading", "Thời gian"
    yield "bullet", BLANKS
    if outline.get("proposal"):
        proposal = outline["proposal"]
        yield "bullet", f"{PROPOSED} {proposal['text']}, dời {proposal['years_later']} năm từ {marks(proposal['from'])}"
    for period in outline["periods"]:
        days = f", {period['days']} ngày" if period["days"] else ""
        yield "bullet", f"Tiền lệ: {period['text']}{days} {marks(period['from'])}"
    yield "heading", "Nhiệm vụ"
    for task in outline["tasks"]:
        yield "number", f"{task['text']} {marks(task['from'])}"
        for other in task["others"]:
            yield "under", f"Cách viết khác: {other['text']} {marks(other['from'])}"
    yield "heading", "Dựng từ"
    for number, row in enumerate(outline["sources"], start=1):
        parts = [row["name"], row.get("organiser"), show_date(str(row["starts_on"])) if row.get("starts_on") else None]
        yield "bullet", f"[{number}] " + " · ".join(str(part) for part in parts if part)


def marks(numbers: Sequence[int]) -> str:
    """``[1][3]``: where a line came from."""
    return "".join(f"[{number}]" for number in numbers)


def as_markdown(outline: Mapping[str, Any]) -> str:
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


def as_docx(outline: Mapping[str, Any]) -> bytes:
    """The outline as a DOCX file. Characters that XML cannot carry are left out."""
    styles = {"heading": "Heading 1", "number": "List Number", "under": "List Bullet 2", "bullet": "List Bullet"}
    document = Document()
    document.core_properties.title = TITLE
    for style, text in outline_lines(outline):
        clean = _UNPRINTABLE.sub("", " ".join(text.split()))
        if style == "title":
            document.add_heading(clean, level=0)
        elif style == "warning":
            document.add_paragraph().add_run(clean).bold = True
        else:
            document.add_paragraph(clean, style=styles[style])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
