from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml

from corpus.errors import InputError
from crawler.papers import docx as reading
from crawler.papers.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_letterhead_lists_tables_and_what_a_reader_sees(tmp_path: Path) -> None:
    document = docx.Document()
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "UBND TỈNH HÀ NAM\nSố: 1/KH-UBND"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Việc một", style="List Number")
    document.add_paragraph("Việc hai", style="List Number")
    document.add_paragraph("Chấm", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("TT", "Việc"), ("1", "Lập mới")), strict=True):
        row.cells[0].text, row.cells[1].text = cells
    edited = parse_xml(
        f"<w:p {W}><w:r><w:t>Theo </w:t></w:r><w:del><w:r><w:delText>21</w:delText></w:r></w:del><w:ins><w:r><w:t>22</w:t></w:r></w:ins>"
        "<w:r><w:noBreakHyphen/><w:t>CT/TW</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>3</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    )
    document.element.body.insert(-1, edited)
    document.save(str(tmp_path / "a.docx"))
    assert read_docx(tmp_path / "a.docx").text.split("\n") == [
        "UBND TỈNH HÀ NAM",
        "Số: 1/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "KẾ HOẠCH",
        "1. Việc một",
        "2. Việc hai",
        "- Chấm",
        "TT | Việc",
        "1 | Lập mới",
        "Theo 22-CT/TW",
    ]


def test_what_is_none_or_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    with pytest.raises(InputError, match="damaged DOCX"):
        read_docx(path)
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(InputError, match="damaged DOCX"):
        read_docx(path)
    docx.Document().save(str(path))
    monkeypatch.setattr(reading, "MAX_CONTENT", 1000)
    with pytest.raises(InputError, match="at most 1,000"):
        read_docx(path)
