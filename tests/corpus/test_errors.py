"""One tree of errors, each of which a person can be shown as one line."""

import inspect

import pytest

from corpus import errors
from corpus.errors import DanChieuError, InputError, NoArticle

CLASSES = [value for _, value in inspect.getmembers(errors, inspect.isclass) if value.__module__ == errors.__name__]


def test_everything_is_of_the_tree() -> None:
    assert DanChieuError in CLASSES
    assert all(issubclass(error, DanChieuError) for error in CLASSES)
    assert not issubclass(DanChieuError, OSError | ValueError), "what is caught as ours is ours"


@pytest.mark.parametrize(
    ("error", "base"),
    [
        ("NumberError", "InputError"),
        ("IdentityError", "InputError"),
        ("NoArticle", "InputError"),
        ("ArchiveMissing", "ArchiveError"),
        ("ArchiveTooNew", "ArchiveError"),
        ("ArchiveLocked", "ArchiveError"),
        ("ArchiveUnusable", "ArchiveError"),
        ("IndexMissing", "EngineError"),
        ("IndexDamaged", "EngineError"),
    ],
)
def test_who_is_below_whom(error: str, base: str) -> None:
    assert getattr(errors, error).__bases__ == (getattr(errors, base),)


def test_every_class_stands_in_the_drawing_of_the_tree() -> None:
    assert all(error.__name__ in (errors.__doc__ or "") for error in CLASSES)


def test_a_page_without_an_article_says_why() -> None:
    error = NoArticle("a list of links")
    assert isinstance(error, InputError)
    assert str(error) == "no article found: a list of links"
    assert error.reason == "a list of links"
