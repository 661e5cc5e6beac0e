"""An outline as a DOCX: blanks where nothing is known, marks of precedents, no character that XML cannot carry."""

import io
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentObject

from webapp.draft_document import MOTTO, NATION, SECTIONS, as_docx
from webapp.draft_file import TITLE, WARNING

EMPTY: dict[str, Any] = {
    "sources": [],
    "drafter": None,
    "occasion": None,
    "proposal": None,
    "periods": [],
    "bases": [],
    "models": [],
    "left_out": [],
    "tasks": [],
}


def made(**more: Any) -> DocumentObject:
    return Document(io.BytesIO(as_docx({**EMPTY, **more})))


def lines(document: DocumentObject) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def base(text: str) -> dict[str, Any]:
    return {"text": text, "id": None, "from": [1], "instead_of": None, "reason": None}


def test_of_nothing_all_is_blank() -> None:
    document = made()
    found = lines(document)
    assert [line for line in found if line in SECTIONS] == list(SECTIONS)
    assert found[:4] == [
        "KẾ HOẠCH",
        "Phát động thi đua …",
        "Căn cứ ….",
        "… xây dựng Kế hoạch phát động thi đua như sau:",
    ]
    head = [cell.text.split("\n") for cell in document.tables[0].rows[0].cells]
    assert head == [["…", "Số: …/KH-…"], [NATION, MOTTO, "…, ngày … tháng … năm …"]]
    at = found.index(SECTIONS[1])
    assert found[at + 1] == "1. …"
    assert document.core_properties.title == TITLE
    assert document.sections[0].first_page_header.paragraphs[0].text == WARNING
    assert document.sections[0].different_first_page_header_footer


@pytest.mark.parametrize(("place", "shown"), [("TP. Hà Nội", "Hà Nội"), ("Sơn La", "Sơn La"), (None, "…"), ("", "…")])
def test_a_place_stands_without_its_rank(place: str | None, shown: str) -> None:
    document = made(drafter={"issuer": "Liên minh", "symbol": "KH-LM", "place": place})
    left, right = (cell.text.split("\n") for cell in document.tables[0].rows[0].cells)
    assert (left, right[2]) == (["LIÊN MINH", "Số: …/KH-LM"], f"{shown}, ngày … tháng … năm …")


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["A"], ["Căn cứ A. [1]"]),
        (["A.", "B;"], ["Căn cứ A; [1]", "Căn cứ B. [1]"]),
        (["A;.", "B", "C"], ["Căn cứ A; [1]", "Căn cứ B; [1]", "Căn cứ C. [1]"]),
    ],
)
def test_bases_end_as_a_list_does(texts: list[str], shown: list[str]) -> None:
    found = lines(made(bases=[base(text) for text in texts]))
    assert [line for line in found if line.startswith("Căn cứ ")][: len(shown)] == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "ab"),
        ("a\x0bb\x1f", "a b"),
        ("a\ufffe\uffffb", "ab"),
        ("a\ud800b", "ab"),
        ("a \n\t b", "a b"),
        ("\U00010000\ue000\ufffd", "\U00010000\ue000\ufffd"),
    ],
)
def test_characters_that_xml_cannot_carry_are_left_out(text: str, shown: str) -> None:
    document = made(tasks=[{"text": text, "from": [1, 2], "others": []}])
    (task,) = [
        paragraph for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == "List Number"
    ]
    assert task.runs[0].text == shown
    assert task.runs[1].font.superscript and "1" in task.runs[1].text and "2" in task.runs[1].text


def test_other_wordings_stand_behind() -> None:
    task = {"text": "Một", "from": [1], "others": [{"text": "Hai", "from": [2]}]}
    found = lines(made(tasks=[task]))
    at = next(number for number, line in enumerate(found) if line.startswith("GHI CHÚ CỦA BẢN NHÁP"))
    assert any(line.startswith("Cách viết khác: Hai") for line in found[at:])
    assert not any("Hai" in line for line in found[:at])
