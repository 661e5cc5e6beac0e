import numpy
import pytest

from crawler.papers.paper import Place
from crawler.papers.straight import enlarged, lean_of, turned, turned_back, without_specks


def lines() -> numpy.ndarray:
    grey = numpy.full((1200, 900), 255, dtype=numpy.uint8)
    for top in range(150, 1050, 40):
        grey[top : top + 12, 120:780] = 20
    return grey


@pytest.mark.parametrize("degrees", [-1.5, -0.5, 0.7, 1.2])
def test_a_lean_is_told_and_undone(degrees: float) -> None:
    leaning = turned(lines(), -degrees)
    assert lean_of(leaning) == pytest.approx(degrees, abs=0.11)
    assert lean_of(turned(leaning, lean_of(leaning))) == pytest.approx(0, abs=0.16)


def test_what_stands_straight_or_is_empty_is_left() -> None:
    assert lean_of(lines()) == 0
    assert lean_of(numpy.full((50, 50), 255, dtype=numpy.uint8)) == 0
    grey = lines()
    assert turned(grey, 0.0) is grey


def test_specks_go_and_strokes_stay() -> None:
    grey = lines()
    grey[10, 10] = grey[20, 400] = 0
    clean = without_specks(grey)
    assert clean[10, 10] == clean[20, 400] == 255
    assert clean[156, 300] == 20


def test_enlarged() -> None:
    assert enlarged(lines(), 2).shape == (2400, 1800)


def test_a_place_comes_back_to_where_it_was_on_the_leaning_page() -> None:
    place = turned_back(Place(page=1, left=500, top=390, right=520, bottom=410), 1.0, 600, 800)
    assert place.top == pytest.approx(393.5, abs=1.0)
    assert (place.left + place.right) / 2 == pytest.approx(510, abs=1.0)
    still = Place(page=1, left=10, top=20, right=30, bottom=40)
    assert turned_back(still, 0.0, 600, 800) == still
