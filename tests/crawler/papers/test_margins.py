import pytest

from crawler.papers.margins import is_furniture, repeated_in, without_footnotes, without_stamps
from crawler.papers.words import PageWords, Row, Run, Word

PAGE = PageWords(1, 600, 800, ())


def row(text: str, top: float, size: float = 13) -> Row:
    return [
        Run(
            tuple(
                Word(one, 1, 60 + 40 * at, top, 95 + 40 * at, top + size, size) for at, one in enumerate(text.split())
            )
        )
    ]


@pytest.mark.parametrize(
    ("text", "top", "furniture"),
    [("2", 30, True), ("- 3 -", 770, True), ("Trang 2/5", 770, True), ("2", 400, False), ("2 hợp tác xã", 30, False)],
)
def test_a_page_number_stands_at_an_edge(text: str, top: float, furniture: bool) -> None:
    assert is_furniture(row(text, top), PAGE, frozenset()) is furniture


def test_running_heads_are_what_most_pages_repeat() -> None:
    pages = {number: [row(f"Kế hoạch số 5 trang {number}", 20), row("Nội dung", 300)] for number in (1, 2, 3)}
    repeated = repeated_in(pages, dict.fromkeys(pages, PAGE))
    assert is_furniture(pages[2][0], PAGE, repeated)
    assert not is_furniture(pages[2][1], PAGE, repeated)
    assert repeated_in({1: pages[1]}, {1: PAGE}) == frozenset()


def test_a_signatures_stamp_goes_with_the_lines_right_below_it() -> None:
    rows = [
        row("Ký bởi: Sở Tài chính", 20),
        row("Cơ quan: Tỉnh An Giang", 34),
        row("Ngày ký: 06-09-2024 10:11", 48),
        row("Cơ quan thường trực họp", 300),
    ]
    assert [run.text for one in without_stamps(rows) for run in one] == ["Cơ quan thường trực họp"]


def test_footnotes_are_in_smaller_type_at_the_foot() -> None:
    rows = [row("Nội dung của văn bản", 300), row("thêm một dòng", 320), row("còn nữa", 340), row("1 Ghi chú", 700, 9)]
    kept, notes = without_footnotes(rows, PAGE)
    assert (len(kept), [one[0].text for one in notes]) == (3, ["1 Ghi chú"])
    assert without_footnotes([], PAGE) == ([], [])
