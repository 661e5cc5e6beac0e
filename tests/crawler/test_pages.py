"""Pages that portals really serve in some such manner: heads in a ``<header>``, classes that say nothing, hidden halves, lists, marks, dates."""

import json
from pathlib import Path

import pytest

from tests.crawler.readings import compare_golden, falls_short, reading_of

FOLDER = Path(__file__).parent / "pages"
WANTED = json.loads((FOLDER / "wanted.json").read_text(encoding="utf-8"))


def test_every_page_has_its_row() -> None:
    assert set(WANTED) == {path.name for path in FOLDER.glob("*.html")}


@pytest.mark.parametrize("name", WANTED)
def test_what_a_page_must_be_read_as(name: str, golden_update: bool) -> None:
    found = reading_of(FOLDER / name)
    assert found is not None
    assert falls_short(found, WANTED[name]) == []
    compare_golden(FOLDER / f"{Path(name).stem}.json", found, update=golden_update)
