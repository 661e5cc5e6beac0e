from crawler.papers.layout import Body, read_lines
from crawler.papers.words import PageWords, Word, rows_of


def line(text: str, left: float, top: float, page: int = 1) -> list[Word]:
    found, at = [], left
    for one in text.split():
        width = 7.0 * len(one)
        found.append(Word(one, page, at, top, at + width, top + 13, 13))
        at += width + 4
    return found


def texts(*pages: PageWords) -> list[str]:
    return [" ".join(piece.text for piece in one) for one in read_lines(pages)]


LONG = "Thực hiện Kế hoạch của tỉnh về phong trào thi đua năm nay và Nghị định số"


def test_a_paragraph_is_one_line_and_the_next_begins_anew() -> None:
    words = (*line(LONG, 80, 100), *line("107/2017/NĐ-CP của Chính phủ.", 60, 120), *line("1. Việc thứ nhất", 80, 140))
    assert texts(PageWords(1, 620, 850, words)) == [f"{LONG} 107/2017/NĐ-CP của Chính phủ.", "1. Việc thứ nhất"]


def test_a_paragraph_goes_on_over_the_page_without_its_number_between() -> None:
    first = PageWords(1, 620, 850, (*line(LONG, 60, 760),))
    second = PageWords(
        2,
        620,
        850,
        (*line("2", 300, 30, 2), *line("107/2017/NĐ-CP của Chính phủ.", 60, 80, 2), *line(LONG, 60, 100, 2)),
    )
    assert texts(first, second)[0] == f"{LONG} 107/2017/NĐ-CP của Chính phủ."


def test_places_are_those_of_the_page_as_it_leans() -> None:
    page = PageWords(1, 620, 850, (*line("KẾ HOẠCH", 500, 400),), lean=1.0)
    ((piece,),) = read_lines([page])
    assert piece.place is not None
    assert piece.place.top > 401 and piece.place.bottom - piece.place.top > 13


def test_the_column_of_the_body() -> None:
    page = PageWords(1, 620, 850, (*line(LONG, 60, 100), *line(LONG, 60, 120)))
    body = Body.of(rows_of(page), page)
    assert (body.left, body.size, body.height) == (60, 13, 20)
    middle = (body.left + body.right) / 2
    for left, centred in ((middle - 30, True), (70, False)):
        ((run,),) = rows_of(PageWords(1, 620, 850, (*line("KẾ HOẠCH", left, 60),)))
        assert body.centres(run) is centred
