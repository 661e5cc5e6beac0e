"""Office papers as text, in the orders in which extractors hand their two columns over."""

import json
from pathlib import Path

import pytest

from tests.crawler.readings import compare_golden, falls_short, reading_of

FOLDER = Path(__file__).parent / "heads"
WANTED = json.loads((FOLDER / "wanted.json").read_text(encoding="utf-8"))


def test_every_paper_has_its_row() -> None:
    assert set(WANTED) == {path.name for path in FOLDER.glob("*.txt")}


@pytest.mark.parametrize("name", WANTED)
def test_what_a_paper_must_be_read_as(name: str, golden_update: bool) -> None:
    found = reading_of(FOLDER / name)
    assert found is not None
    assert falls_short(found, WANTED[name]) == []
    compare_golden(FOLDER / f"{Path(name).stem}.json", found, update=golden_update)
