"""Long texts in parts: nothing is lost or doubled, no citation is cut, and the work grows with the text alone."""

from collections.abc import Mapping
from typing import Any

import pytest

from webapp.passages import paragraphs_with_links
from webapp.reading import FIRST_AT_LEAST, PART, part_of, parts


def cited(text: str, word: str = "12/CT-TTg", candidates: int = 0) -> dict[str, Any]:
    """A payload in which each occurrence of a word is a citation."""
    rows, at = [], text.find(word)
    while at >= 0:
        rows.append({"start": at, "end": at + len(word), "candidates": [{}] * candidates})
        at = text.find(word, at + len(word))
    return {"text": text, "citations": rows}


TEXTS = {
    "short": "Căn cứ 12/CT-TTg\n\nMột việc.",
    "empty": "",
    "many lines": "Căn cứ 12/CT-TTg của Thủ tướng.\n" * 3000,
    "one line": "Căn cứ 12/CT-TTg của Thủ tướng. " * 3000,
    "nothing but citations": "12/CT-TTg" * 3000,
    "no citation": "Lập hợp tác xã mới. " * 20_000,
    "no blank": "x" * 400_000,
    "small lines": "a\n" * 50_000,
    "lines that say nothing": "-\n" * 100_000,
    "a long line among short ones": "Một\n" + "Căn cứ 12/CT-TTg; " * 2000 + "\nHai 12/CT-TTg",
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("candidates", [0, 60])
def test_parts_are_the_whole_text(name: str, candidates: int) -> None:
    payload = cited(TEXTS[name], candidates=candidates)
    text = payload["text"]
    bounds = list(parts(payload))
    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(start < end for start, end in bounds) or bounds == [(0, 0)]
    assert (len(bounds) == 1) == (name in ("short", "empty"))
    assert len(bounds) == 1 or bounds[0][1] >= FIRST_AT_LEAST
    shown = [paragraph for start, _ in bounds for paragraph in part_of(payload, start)["paragraphs"]]
    numbers = [piece["n"] for paragraph in shown for piece in paragraph["citations"]]
    assert numbers == list(range(1, len(payload["citations"]) + 1))
    assert {piece["text"] for paragraph in shown for piece in paragraph["citations"]} <= {"12/CT-TTg"}
    said = "".join(piece["text"] for paragraph in shown for piece in paragraph["pieces"])
    assert [char for char in said if char.isalnum()] == [char for char in text if char.isalnum()]


@pytest.mark.parametrize("name", TEXTS)
def test_each_part_is_small(name: str) -> None:
    payload = cited(TEXTS[name], candidates=60)
    for start, _ in parts(payload):
        paragraphs = part_of(payload, start)["paragraphs"]
        assert sum(len(paragraph["citations"]) for paragraph in paragraphs) < 150
        assert len(paragraphs) < 2500
        assert sum(len(piece["text"]) for paragraph in paragraphs for piece in paragraph["pieces"]) <= PART


def test_the_part_of_a_code_point_holds_it() -> None:
    payload = cited(TEXTS["one line"])
    bounds = list(parts(payload))
    assert len(bounds) > 3
    for number, (start, end) in enumerate(bounds, start=1):
        for at in (start, (start + end) // 2, end - 1):
            assert part_of(payload, at)["page"] == number
    assert part_of(payload, 10**9)["page"] == len(bounds)


class Counted(Mapping[str, Any]):
    """A citation that counts how often it is looked at."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self.row = row
        self.looks = 0

    def __getitem__(self, name: str) -> Any:
        self.looks += 1
        return self.row[name]

    def __iter__(self) -> Any:
        return iter(self.row)

    def __len__(self) -> int:
        return len(self.row)


def test_a_citation_is_looked_at_a_few_times_however_many_paragraphs_there_are() -> None:
    payload = cited(TEXTS["many lines"])
    rows = [Counted(row) for row in payload["citations"]]
    paragraphs_with_links({**payload, "citations": rows})
    part_of({**payload, "citations": rows}, 50_000)
    assert max(row.looks for row in rows) < 30
