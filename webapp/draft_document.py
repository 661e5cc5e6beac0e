"""A draft's outline as a DOCX in the layout of a plan (Nghị định 30/2020/NĐ-CP, Phụ lục I): what is not known is a blank to fill.

A4, Times New Roman, margins 20 mm above and below, 30 mm left, 20 mm right; the first page says above the text that it is a draft, and a page behind it
holds what no document has: other wordings, models, what was left out, the precedents.
"""

import io
import re
from collections.abc import Sequence
from typing import Final

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from indexer.campaigns.outlines.rows import OutlineRow
from webapp.draft_file import BLANKS, PROPOSED, TITLE, WARNING, end_lines, marks, span
from webapp.words import label, why

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
SECTIONS: Final = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "II. NỘI DUNG THI ĐUA",
    "III. THỜI GIAN",
    "IV. TỔ CHỨC THỰC HIỆN",
)
_FONT: Final = "Times New Roman"
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_LEFT, _RIGHT = Mm(70), Mm(90)


def as_docx(outline: OutlineRow) -> bytes:
    """The outline as a DOCX file. Characters that XML cannot carry are left out."""
    document = Document()
    document.core_properties.title = TITLE
    _page(document)
    _head(document, outline)
    _opening(document, outline)
    _body(document, outline)
    _signature(document)
    _behind(document, outline)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: DocumentObject) -> None:
    """Paper, margins and letters; the page number above the text from the second page on."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    normal.paragraph_format.space_after = Pt(6)
    section.different_first_page_header_footer = True
    _add(section.first_page_header.paragraphs[0], WARNING, size=9, italic=True, align=ALIGN.CENTER)
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number.paragraph_format.element.append(field)


def _head(document: DocumentObject, outline: OutlineRow) -> None:
    """Body and number on the left; nation, motto, place and date on the right."""
    drafter = outline.get("drafter")
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.width, right.width = _LEFT, _RIGHT
    body = ((drafter and drafter["issuer"]) or "…").upper()
    _add(left.paragraphs[0], body, size=13, bold=True, align=ALIGN.CENTER, underline=True)
    _add(left.add_paragraph(), f"Số: …/{(drafter and drafter['symbol']) or 'KH-…'}", size=13, align=ALIGN.CENTER)
    _add(right.paragraphs[0], NATION, size=13, bold=True, align=ALIGN.CENTER)
    _add(right.add_paragraph(), MOTTO, size=14, bold=True, align=ALIGN.CENTER, underline=True)
    place = ((drafter and drafter["place"]) or "…").removeprefix("TP. ")
    _add(right.add_paragraph(), f"{place}, ngày … tháng … năm …", size=14, italic=True, align=ALIGN.CENTER)


def _opening(document: DocumentObject, outline: OutlineRow) -> None:
    """Kind, summary, and the bases, one a line."""
    occasion, drafter = outline.get("occasion"), outline.get("drafter")
    _add(document.add_paragraph(), "KẾ HOẠCH", bold=True, align=ALIGN.CENTER)
    about = f"Phát động thi đua {occasion['text'] if occasion else '…'}"
    _add(document.add_paragraph(), about, bold=True, align=ALIGN.CENTER, source=occasion["from"] if occasion else ())
    bases = outline["bases"]
    for at, base in enumerate(bases, start=1):
        end = "." if at == len(bases) else ";"
        line = f"Căn cứ {base['text'].rstrip('.;')}{end}"
        _add(document.add_paragraph(), line, italic=True, source=base["from"])
    if not bases:
        _add(document.add_paragraph(), "Căn cứ ….", italic=True)
    issuer = (drafter and drafter["issuer"]) or "…"
    _add(document.add_paragraph(), f"{issuer} xây dựng Kế hoạch phát động thi đua như sau:")


def _body(document: DocumentObject, outline: OutlineRow) -> None:
    aims, contents, time, carrying_out = SECTIONS
    _add(document.add_paragraph(), aims, bold=True)
    for line in ("1. Mục đích: …", "2. Yêu cầu: …"):
        _add(document.add_paragraph(), line)
    _add(document.add_paragraph(), contents, bold=True)
    for task in outline["tasks"]:
        _add(document.add_paragraph(style="List Number"), task["text"], source=task["from"])
    if not outline["tasks"]:
        _add(document.add_paragraph(), "1. …")
    _add(document.add_paragraph(), time, bold=True)
    _add(document.add_paragraph(), f"{BLANKS}.")
    proposal = outline.get("proposal")
    if proposal:
        _add(document.add_paragraph(), f"{PROPOSED} {span(proposal)}", italic=True, source=proposal["from"])
    _add(document.add_paragraph(), carrying_out, bold=True)
    for line in ("1. …", "2. …"):
        _add(document.add_paragraph(), line)


def _signature(document: DocumentObject) -> None:
    """Recipients on the left, who signs on the right."""
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.width, right.width = _LEFT, _RIGHT
    _add(left.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
    for line in ("- …;", "- Lưu: VT, …"):
        _add(left.add_paragraph(), line, size=11)
    for line in ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "(Chữ ký, dấu)", "Họ và tên"):
        _add(right.add_paragraph(), line, bold=line.isupper(), italic=line.startswith("("), align=ALIGN.CENTER)


def _behind(document: DocumentObject, outline: OutlineRow) -> None:
    """The page to throw away: what the draft was made of."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _add(document.add_paragraph(), "GHI CHÚ CỦA BẢN NHÁP (bỏ trang này khi trình)", bold=True)
    for base in outline["bases"]:
        instead_of, reason = base["instead_of"], base["reason"]
        if instead_of and reason:
            _add(
                document.add_paragraph(),
                f"{base['text']}: thay cho {label(instead_of)}. {why([reason])}",
                size=12,
            )
    for period in outline["periods"]:
        _add(document.add_paragraph(), f"Thời gian của tiền lệ: {span(period)}", size=12, source=period["from"])
    for task in outline["tasks"]:
        for other in task["others"]:
            _add(document.add_paragraph(), f"Cách viết khác: {other['text']}", size=12, source=other["from"])
    for style, text in end_lines(outline):
        _add(document.add_paragraph(), text, size=12, bold=style == "heading", italic=style == "under")


def _add(
    paragraph: Paragraph,
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    align: ALIGN | None = None,
    source: Sequence[int] = (),
) -> None:
    """Words into a paragraph, with small raised marks of the precedents behind them."""
    run = paragraph.add_run(_UNPRINTABLE.sub("", " ".join(text.split())))
    run.bold, run.italic, run.underline = bold, italic, underline
    if size:
        run.font.size = Pt(size)
    if align is not None:
        paragraph.alignment = align
    if source:
        paragraph.add_run(f" {marks(source)}").font.superscript = True
