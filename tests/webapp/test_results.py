"""Results as they leave: plain words where the archive keeps pieces and codes."""

from typing import Any

import pytest

from corpus.model import Reason
from webapp.results import flat


def result(**change: Any) -> Any:
    hit = {"id": "a", "excerpt": [("Thực hiện ", False), ("Chỉ thị 12", True), (" ở xã", False)], "why": ["title"]}
    return {"query": "q", "total": 1, "hits": [hit], "notes": [], **change}


def test_an_excerpt_is_one_text() -> None:
    assert flat(result())["hits"][0]["excerpt"] == "Thực hiện Chỉ thị 12 ở xã"


@pytest.mark.parametrize(("language", "said"), [("vi", "tiêu đề"), ("en", "title")])
def test_what_matched_is_said_in_the_readers_language(language: Any, said: str) -> None:
    assert flat(result(), language)["hits"][0]["why"] == [said]


@pytest.mark.parametrize(("language", "begins"), [("vi", "“ngày:x”"), ("en", "“ngày:x”")])
def test_notes_are_said_in_words(language: Any, begins: str) -> None:
    note = Reason.of("no-date", name="ngày", value="x")
    (said,) = flat(result(notes=[note]), language)["notes"]
    assert said.startswith(begins) and said != begins


def test_what_stands_around_stays() -> None:
    before = result()
    assert flat(before)["query"] == "q" and before["hits"][0]["why"] == ["title"]
