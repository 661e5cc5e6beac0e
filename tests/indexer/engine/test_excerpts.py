"""The passage that a result shows, and what is marked in it."""

import pytest

from indexer.engine.excerpts import excerpt, wanted_of


def marked(text: str, query: str) -> list[str]:
    return [piece for piece, is_match in excerpt(text, wanted_of(query)) if is_match]


def test_the_best_passage_is_shown() -> None:
    text = "Mở đầu không liên quan. " * 30 + "Ở đây nói về kinh tế tập thể và hợp tác xã. " + "Kết thúc. " * 30
    pieces = excerpt(text, wanted_of("kinh te tap the"))
    assert ("kinh tế tập thể", True) in pieces
    assert pieces[0] == ("… ", False)
    assert pieces[-1] == (" …", False)


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Phát động thi đua", "phat dong", ["Phát động"]),
        ("Hội hợp tác với hộp thư, họp xã", "hợp tác xã", ["hợp tác", "xã"]),
        ("Họp thư, hộp thư", "hợp", ["Họp", "hộp"]),
        ("Các HTX kiểu mới", "hợp tác xã", ["HTX"]),
        ("Các hợp tác xã kiểu mới", "HTX", ["hợp tác xã"]),
        ("Các hợp tác xã kiểu mới", "htx", ["hợp tác xã"]),
        ("Hoà bình, hòa giải", "hòa", ["Hoà", "hòa"]),
        ("Chương trình OCOP", "ocop sơn la", ["OCOP"]),
        ("Không có gì", "chè", []),
        ("", "chè", []),
        ("a b c", "", []),
    ],
)
def test_what_is_marked(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query) == found


def test_a_passage_with_the_marks_as_typed_wins_over_the_bare_letters() -> None:
    text = "Mua ban, mùa bán. " * 3 + "Chữ khác. " * 60 + "Mưa bán cả mùa này. " + "Chữ khác. " * 60
    assert marked(text, "mưa") == ["Mưa"]


def test_citations_are_shown_first() -> None:
    text = "Hợp tác xã. " + "Chữ khác. " * 60 + "Thực hiện Chỉ thị 12/CT-TTg của Thủ tướng."
    start = text.index("Chỉ thị 12")
    pieces = excerpt(text, wanted_of("hợp tác"), [(start, start + 17)])
    assert ("Chỉ thị 12/CT-TTg", True) in pieces


def test_pieces_are_the_text_itself() -> None:
    text = "Một  hai\nba bốn năm sáu"
    assert "".join(piece for piece, _ in excerpt(text, wanted_of("ba"))) == "Một hai ba bốn năm sáu"
