from crawler.papers.words import PageWords, Rule, Run, Word, rows_of


def word(text: str, left: float, top: float = 100.0) -> Word:
    return Word(text, 1, left, top, left + 6 * len(text), top + 12, 12)


def texts(page: PageWords) -> list[list[str]]:
    return [[run.text for run in row] for row in rows_of(page)]


def test_words_of_one_height_are_a_row_parted_by_wide_blanks_and_drawn_lines() -> None:
    words = (word("UBND", 50), word("TỈNH", 80), word("CỘNG", 300), word("dưới", 50, 120))
    assert texts(PageWords(1, 600, 800, words)) == [["UBND TỈNH", "CỘNG"], ["dưới"]]
    wall = Rule(1, 77, 90, 77.5, 130)
    assert texts(PageWords(1, 600, 800, words[:2], (wall,))) == [["UBND", "TỈNH"]]


def test_a_run_says_where_it_stands() -> None:
    run = Run((word("Chính", 50), word("phủ", 84), word(";", 104)))
    assert run.text == "Chính phủ;"
    assert (run.left, run.right, run.top, run.bottom, run.size, run.middle) == (50, 110, 100, 112, 12, 106)
