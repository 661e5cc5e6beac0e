import pytest

from crawler.papers.paper import Box, Piece, Place, assemble, joint


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("Nghị định 98/2018/NĐ-", "CP", ""),
        ("số", "98/2023/NĐ-CP", " "),
        ("21/2024/", "NQ-HĐND", ""),
        ("18", "/TTr-QLTM", ""),
        ("thành viên -", "đơn vị", " "),
        ("", "x", ""),
    ],
)
def test_what_stands_between_two_lines(before: str, after: str, between: str) -> None:
    assert joint(before, after) == between


def test_boxes_follow_their_pieces_into_the_text() -> None:
    place = Place(page=2, left=1, top=2, right=3, bottom=4)
    paper = assemble(
        "pdf",
        [[Piece("Một  hai", place)], [], [Piece("Nghị định 9/2018/NĐ-"), Piece("CP", place)]],
        findings=["ocr", "ocr"],
    )
    assert paper.text == "Một hai\nNghị định 9/2018/NĐ-CP"
    assert [paper.text[box.start : box.end] for box in paper.boxes] == ["Một hai", "CP"]
    assert paper.boxes[1] == Box(start=28, end=30, page=2, left=1, top=2, right=3, bottom=4)
    assert paper.findings == ("ocr",)
