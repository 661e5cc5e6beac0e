"""Readable phrases made into patterns: how many blanks they bear, and where they end."""

import re

import pytest

from indexer.citations.base.phrases import BLANK, END, GAP, ROMAN, START, maybe, one_of, opening, phrase


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        (phrase("ban chap hanh"), "ban chap hanh", True),
        (phrase("ban chap hanh"), "ban chap\nhanh", True),
        (phrase("ban chap hanh"), "ban  *chap* hanh", True),
        (phrase("ban chap hanh"), "banchap hanh", False),
        (phrase("ban chap hanh"), "ban chap\thanh", False),
        (phrase("ban hanh"), "ban" + " " * 5 + "hanh", True),
        (phrase("ban hanh"), "ban" + " " * 6 + "hanh", False),
        (phrase("sua doi, bo sung"), "sua doi, bo sung", True),
        (phrase("sua doi, bo sung"), "sua doi , bo sung", True),
        (phrase("sua doi, bo sung"), "sua doi bo sung", True),
        (phrase("sua doi, bo sung"), "sua doi,bo sung", False),
        (phrase("sua doi, bo sung"), "sua doi,, bo sung", False),
        (BLANK, "", False),
        (BLANK, " ", True),
        (GAP, "", True),
        (GAP, " " * 5, True),
        (GAP, " " * 6, False),
        (ROMAN, "x", True),
        (ROMAN, "xxviii", True),
        (ROMAN, "xxxviii", False),
        (ROMAN, "7", True),
        (ROMAN, "12", True),
        (ROMAN, "123", False),
        (ROMAN, "c", False),
        (maybe("cua"), "", True),
        (maybe("cua"), "cua ", True),
        (maybe("cua"), "cua", False),
        (maybe("cua|va"), "va ", True),
    ],
)
def test_whole_texts(pattern: str, text: str, fits: bool) -> None:
    assert (re.fullmatch(pattern, text) is not None) is fits


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("thuc hien theo", "thuc hien theo"),
        ("thuc hien the", "thuc hien"),
        ("thuc hien", "thuc hien"),
        ("thi hanh thuc hien", "thi hanh"),
        ("hanh", None),
    ],
)
def test_the_longest_phrase_stands(text: str, taken: str | None) -> None:
    match = re.match(one_of("thi hanh", "thuc hien", "thuc hien theo"), text)
    assert (match[0] if match else None) == taken


@pytest.mark.parametrize(
    ("words", "text", "starts"),
    [
        ("hien phap", "hien phap, (hien\nphap", [0, 12]),
        ("hien phap", "thien phap 1hien phap", []),
        ("luat", "luat kluat 9luat -luat", [0, 18]),
    ],
)
def test_a_phrase_opens_where_a_word_begins(words: str, text: str, starts: list[int]) -> None:
    assert [match.start() for match in re.finditer(opening(words), text)] == starts


def test_the_edges_of_a_word() -> None:
    text = "so 1so soa so9 .so. soso"
    assert [match.start() for match in re.finditer(f"{START}so{END}", text)] == [0, 16]
