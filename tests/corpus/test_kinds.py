"""Kinds of documents: every word, every letter, every abbreviation of the table leads to its row."""

import pytest

from corpus.kinds import kind_letters, kind_name, kind_shorts, kind_words, kinds
from corpus.text import fold, slugify


def test_slugs_are_made_of_names_and_rows_are_the_order() -> None:
    rows = list(kinds().values())
    assert [kind.slug for kind in rows] == list(kinds())
    assert [kind.order for kind in rows] == list(range(rows[0].order, rows[0].order + len(rows)))
    assert all(kind.slug == slugify(kind.name) for kind in rows)


def test_every_word_leads_to_its_kind() -> None:
    for kind in kinds().values():
        assert kind_words()[fold(kind.name)] == kind.slug
        assert all(fold(word) in kind_words() for word in kind.words)


def test_every_letter_and_abbreviation_leads_to_its_kind() -> None:
    for kind in kinds().values():
        assert all(kind.slug in kind_letters()[fold(letters)] for letters in kind.letters)
        for short in kind.short:
            assert kind_shorts()[short] == kind_shorts()[fold(short).upper()]


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("ke hoach", "ke-hoach"),
        ("dao luat", "luat"),
        ("thong tu lien tich", "thong-tu-lien-tich"),
        ("cong van", "cong-van"),
    ],
)
def test_words(word: str, slug: str) -> None:
    assert kind_words()[word] == slug


@pytest.mark.parametrize(
    ("letters", "first"), [("nd", "nghi-dinh"), ("ct", "chi-thi"), ("qd", "quyet-dinh"), ("kh", "ke-hoach")]
)
def test_the_usual_kind_of_letters_comes_first(letters: str, first: str) -> None:
    assert kind_letters()[letters][0] == first


@pytest.mark.parametrize(("short", "slug"), [("NĐ", "nghi-dinh"), ("ND", "nghi-dinh"), ("QĐ", "quyet-dinh")])
def test_abbreviations_with_marks_and_without(short: str, slug: str) -> None:
    assert kind_shorts()[short] == slug


def test_names_are_shown_with_their_marks_and_unknown_slugs_as_they_are() -> None:
    assert kind_name("chi-thi") == "Chỉ thị"
    assert kind_name("la-thu") == "la-thu"


def test_the_tables_cannot_be_written_to() -> None:
    for table in (kinds(), kind_words(), kind_letters(), kind_shorts()):
        with pytest.raises(TypeError):
            table["x"] = "y"  # type: ignore[index]
