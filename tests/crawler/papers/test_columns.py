from crawler.papers.columns import blocks_of
from crawler.papers.words import PageWords, Rule, Run, Word, rows_of


def cell(text: str, left: float, top: float) -> Word:
    return Word(text, 1, left, top, left + 7 * len(text), top + 13, 13)


def texts(words: list[Word], rules: tuple[Rule, ...] = ()) -> list[str]:
    page = PageWords(1, 620, 850, tuple(words), rules)
    found: list[str] = []
    for block in blocks_of(rows_of(page), page):
        if isinstance(block[0], Run):
            found.append(block[0].text)
        else:
            found.extend(" ".join(piece.text for piece in one) for one in block)  # type: ignore[union-attr]  # lines
    return found


def test_the_columns_of_a_head_one_after_the_other() -> None:
    words = [
        cell("UBND-TỈNH", 60, 60),
        cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 320, 60),
        cell("Số:1/KH", 70, 80),
        cell("Độc lập", 360, 80),
        cell("KẾ HOẠCH", 282, 140),
    ]
    assert texts(words) == ["UBND-TỈNH", "Số:1/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập", "KẾ HOẠCH"]


def test_a_table_row_by_row_with_lines_of_a_cell_joined() -> None:
    words = [
        cell("TT", 70, 300),
        cell("Việc", 200, 300),
        cell("1", 70, 330),
        cell("Lập", 200, 330),
        cell("mới", 200, 345),
    ]
    level = [Rule(1, 60, y, 400, y + 0.5) for y in (295, 320, 365)]
    walls = [Rule(1, x, 295, x + 0.5, 365) for x in (60, 150, 400)]
    assert texts(words, (*level, *walls)) == ["TT | Việc", "1 | Lập mới"]
