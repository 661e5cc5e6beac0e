"""What is read of whole texts today, field by field: a changed rule shows here what it changes.

`pytest tests/indexer/citations --golden-update` writes the readings anew: look at the difference before it is committed. Whether readings are right is measured
elsewhere (tests/indexer/test_known_archives.py); here nothing changes unseen.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from corpus.model import Citation
from corpus.text import normalise
from indexer.citations import find_citations

DATA = Path(__file__).parents[2] / "data"
GOLDEN = Path(__file__).parent / "golden"
TEXTS = {
    "eighteen": DATA / "eighteen" / "notices.jsonl",
    "fifty": DATA / "fifty" / "notices.jsonl",
    "told": DATA / "told" / "notices.jsonl",
    "passages": DATA / "passages.jsonl",
}


def readings(text: str) -> list[dict[str, Any]]:
    """Every field that says something, of each citation."""
    return [_said(one) for one in find_citations(text)]


def _said(citation: Citation) -> dict[str, Any]:
    row = json.loads(json.dumps(asdict(citation)))
    span = row.pop("span")
    return {
        "at": [span["start"], span["end"]],
        **{name: value for name, value in row.items() if value not in (None, [])},
    }


@pytest.mark.parametrize("name", TEXTS)
def test_readings(name: str, golden_update: bool) -> None:
    golden = GOLDEN / f"{name}.jsonl"
    rows = [json.loads(line) for line in TEXTS[name].read_text(encoding="utf-8").splitlines()]
    found = {row["id"]: readings(row["text"] if name == "passages" else normalise(row["text"])) for row in rows}
    if golden_update:
        lines = [json.dumps({"id": id_, "citations": cited}, ensure_ascii=False) for id_, cited in found.items()]
        golden.write_text("\n".join(lines) + "\n", encoding="utf-8")
    kept = [json.loads(line) for line in golden.read_text(encoding="utf-8").splitlines()]
    assert list(found) == [row["id"] for row in kept]
    for row in kept:
        assert found[row["id"]] == row["citations"], row["id"]
