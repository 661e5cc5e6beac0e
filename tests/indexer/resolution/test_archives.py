"""Archives whose truth is known, found and resolved: hardly a wrong link, little left open, what the passages say read as it stands."""

from functools import cache
from pathlib import Path

import pytest

from benchmarks.identity import Judged, citations_of, judge, read_rows

DATA = Path(__file__).parents[2] / "data"


@cache
def judged(name: str) -> list[Judged]:
    folder = DATA / name
    return judge(read_rows(folder / "citations.jsonl"), citations_of(folder))[0]


def misses(name: str, *verdicts: str) -> list[tuple[str, str]]:
    return [(one.gold["notice"], one.gold["text"]) for one in judged(name) if one.verdict in verdicts]


@pytest.mark.parametrize(
    ("name", "most_wrong", "most_open"),
    [
        ("eighteen", 0, 0),
        ("fifty", 0, 3),
        ("district", 0, 0),
        ("minutes", 1, 0),
        ("office", 0, 1),
        ("paper", 0, 0),
    ],
)
def test_links(name: str, most_wrong: int, most_open: int) -> None:
    wrong, unlinked = misses(name, "wrong"), misses(name, "abstained", "missed")
    assert len(wrong) <= most_wrong, wrong
    assert len(unlinked) <= most_open, unlinked


@pytest.mark.parametrize("name", ["fifty", "district", "minutes", "office", "paper"])
@pytest.mark.parametrize("field", ["number", "issued_on", "issuer", "relation"])
def test_fields(name: str, field: str) -> None:
    marked = [one for one in judged(name) if field in one.gold and one.found]
    differ = [(one.gold["notice"], one.gold["text"]) for one in marked if not one.field_agrees(field)]
    assert len(differ) <= 0.01 * len(marked), differ
