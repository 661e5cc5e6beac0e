"""The outline of a draft as a page, as Markdown and as DOCX: the same lines, hostile words kept harmless."""

import io
from typing import Any

from bs4 import BeautifulSoup
from docx import Document
from flask.testing import FlaskClient

from webapp.draft_document import MOTTO, NATION, SECTIONS, as_docx
from webapp.draft_file import BLANKS, PROPOSED, TITLE, WARNING, as_markdown

OLD = {"kind": "luat", "number": "1", "title": None}
REPLACED = {"code": "replaced-from", "values": {"kind": "luat", "number": "2", "from_on": "2024-07-01"}}
OUTLINE: dict[str, Any] = {
    "sources": [{"name": "Đợt *một*", "organiser": None, "starts_on": "2018-08-01"}],
    "drafter": {"issuer": "Liên minh Hợp tác xã tỉnh Sơn La", "symbol": "KH-LMHTX", "place": "Sơn La"},
    "occasion": {"text": "kỷ niệm 35 năm", "from": [1], "years_later": 5, "on": "2028-10-29"},
    "proposal": {"starts_on": "2028-08-01", "ends_on": "2028-10-29", "from": [1], "years_later": 5},
    "periods": [{"starts_on": "2018-08-01", "ends_on": None, "days": None, "from": [1]}],
    "bases": [
        {"text": "Luật Hợp tác xã", "id": None, "from": [1], "instead_of": OLD, "reason": REPLACED},
        {"text": "Chỉ thị số 34-CT/TW", "id": None, "from": [1], "instead_of": None, "reason": None},
    ],
    "models": [
        {"text": "Kế hoạch số 737", "id": None, "from": [1], "reason": {"code": "of-earlier-round", "values": {}}}
    ],
    "left_out": [
        {
            "text": "Chỉ thị số 15-CT/TU",
            "id": None,
            "from": [1],
            "reason": {"code": "of-place", "values": {"place": "tỉnh Huế"}},
        }
    ],
    "tasks": [
        {"text": "# <b>Viết</b>\n[tin](javascript:x)\x00", "from": [1], "others": [{"text": "khác", "from": [1]}]}
    ],
}


def test_markdown_escapes_what_precedents_say() -> None:
    text = as_markdown(OUTLINE)
    assert text.startswith(f"# {TITLE}\n") and WARNING in text and BLANKS in text
    assert "1. \\# \\<b\\>Viết\\</b\\> \\[tin\\](javascript:x)" in text
    assert f"- {PROPOSED} 01/8/2028 – 29/10/2028, dời 5 năm từ \\[1\\]" in text
    assert "   - Thay cho Luật 1. Đã được thay thế bởi Luật 2, có hiệu lực từ 01/7/2024." in text
    assert "## Xem làm mẫu" in text and "## Không đưa vào căn cứ" in text
    assert "   - Cách viết khác: khác \\[1\\]" in text


def test_docx_is_laid_out_as_a_plan() -> None:
    document = Document(io.BytesIO(as_docx(OUTLINE)))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin)
    assert [round(size.mm) for size in sizes if size] == [210, 297, 30, 20, 20]
    assert (document.styles["Normal"].font.name, document.styles["Normal"].font.size.pt) == ("Times New Roman", 14)
    head, foot = ([cell.text.split("\n") for cell in table.rows[0].cells] for table in document.tables)
    assert head == [
        ["LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA", "Số: …/KH-LMHTX"],
        [NATION, MOTTO, "Sơn La, ngày … tháng … năm …"],
    ]
    assert foot[0] == ["Nơi nhận:", "- …;", "- Lưu: VT, …"]
    assert section.first_page_header.paragraphs[0].text == WARNING
    assert document.core_properties.title == TITLE


def test_docx_holds_every_line_in_its_section() -> None:
    lines = [p.text for p in Document(io.BytesIO(as_docx(OUTLINE))).paragraphs]
    assert lines[:2] == ["KẾ HOẠCH", "Phát động thi đua kỷ niệm 35 năm [1]"]
    assert lines[2:4] == ["Căn cứ Luật Hợp tác xã; [1]", "Căn cứ Chỉ thị số 34-CT/TW. [1]"]
    places = [lines.index(section) for section in SECTIONS]
    assert places == sorted(places)
    assert lines[places[1] + 1] == "# <b>Viết</b> [tin](javascript:x) [1]"
    assert lines[places[2] + 1 : places[2] + 3] == [f"{BLANKS}.", f"{PROPOSED} 01/8/2028 – 29/10/2028 [1]"]
    behind = lines[lines.index("GHI CHÚ CỦA BẢN NHÁP (bỏ trang này khi trình)") :]
    assert "Kế hoạch số 737 [1]" in behind and "Chỉ thị số 15-CT/TU [1]" in behind
    assert (
        "Luật Hợp tác xã: thay cho Luật 1. Đã được thay thế bởi Luật 2, có hiệu lực từ 01/7/2024." in behind
        and "Cách viết khác: khác [1]" in behind
    )


def test_what_nobody_knows_is_a_blank() -> None:
    bare = {
        **OUTLINE,
        "drafter": {"issuer": None, "symbol": "KH-…", "place": None},
        "occasion": None,
        "bases": [],
        "tasks": [],
    }
    document = Document(io.BytesIO(as_docx(bare)))
    left, right = document.tables[0].rows[0].cells
    assert left.text == "…\nSố: …/KH-…"
    assert right.text.endswith("…, ngày … tháng … năm …")
    assert "Phát động thi đua …" in [p.text for p in document.paragraphs]


def test_page_and_files_of_real_precedents(client: FlaskClient, some: dict[str, Any]) -> None:
    query = {"id": some["campaigns"][:2]}
    page = client.get("/phong-trao/du-thao", query_string=query)
    assert page.status_code == 200
    tasks = [tag.get_text(" ", strip=True) for tag in BeautifulSoup(page.text, "html.parser").select("ol.tasks > li")]
    assert tasks
    document = client.get("/phong-trao/du-thao.docx", query_string=query)
    lines = [p.text for p in Document(io.BytesIO(document.data)).paragraphs]
    assert sum(line[:30] == task[:30] for line in lines for task in tasks) >= len(tasks)
    assert client.get("/phong-trao/du-thao.md", query_string=query).text.count("\n1. ") == 1
    assert client.get("/phong-trao/du-thao").status_code == 400
    assert client.get("/phong-trao/du-thao.docx?id=khong").status_code == 404


def test_an_unknown_place_keeps_the_outline_and_the_selection(client: FlaskClient, some: dict[str, Any]) -> None:
    ids = some["campaigns"][:2]
    page = client.get("/phong-trao/du-thao", query_string={"id": ids, "place": "Xứ <Lạ>"})
    soup = BeautifulSoup(page.text, "html.parser")
    assert page.status_code == 400 and "“Xứ <Lạ>”" in soup.get_text()
    assert [field["value"] for field in soup.select("input[type=hidden][name=id]")] == ids
    own = client.get("/phong-trao/du-thao", query_string={"id": ids, "place": "Cao Bằng"})
    docx = BeautifulSoup(own.text, "html.parser").find("a", string="DOCX")
    assert docx is not None and "place=Cao" in str(docx["href"])
