"""The outline of a draft as a page, as Markdown and as DOCX: the same lines, hostile words kept harmless."""

import io
from typing import Any

from bs4 import BeautifulSoup
from docx import Document
from flask.testing import FlaskClient

from webapp.draft_file import BLANKS, PROPOSED, TITLE, WARNING, as_docx, as_markdown

OUTLINE: dict[str, Any] = {
    "sources": [{"name": "Đợt *một*", "organiser": None, "starts_on": "2018-08-01"}],
    "occasion": {"text": "kỷ niệm 35 năm", "from": [1], "years_later": 5},
    "proposal": {"text": "01/8/2023 – 29/10/2023", "from": [1], "years_later": 5},
    "periods": [{"text": "01/8/2018", "days": None, "from": [1]}],
    "bases": [{"text": "Chỉ thị số 34-CT/TW", "id": None, "from": [1], "ended_by": "Chỉ thị 1"}],
    "tasks": [
        {"text": "# <b>Viết</b>\n[tin](javascript:x)\x00", "from": [1], "others": [{"text": "khác", "from": [1]}]}
    ],
}


def test_markdown_escapes_what_precedents_say() -> None:
    text = as_markdown(OUTLINE)
    assert text.startswith(f"# {TITLE}\n") and WARNING in text and BLANKS in text
    assert "1. \\# \\<b\\>Viết\\</b\\> \\[tin\\](javascript:x)" in text
    assert f"- {PROPOSED} 01/8/2023 – 29/10/2023, dời 5 năm từ \\[1\\]" in text
    assert "   - Lưu ý: Chỉ thị 1 thay thế" in text
    assert "   - Cách viết khác: khác \\[1\\]" in text


def test_docx_opens_and_holds_every_line() -> None:
    paragraphs = [p.text for p in Document(io.BytesIO(as_docx(OUTLINE))).paragraphs]
    assert paragraphs[:2] == [TITLE, WARNING]
    assert "# <b>Viết</b> [tin](javascript:x) [1]" in paragraphs


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
