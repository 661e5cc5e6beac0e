"""What is read of whole notices today: role and campaign, field by field. A changed rule shows here what it changes.

`pytest tests/indexer/campaigns --golden-update` writes the readings anew: look at the difference before it is committed. Whether they are right is measured
elsewhere (tests/indexer/test_known_archives.py); here nothing changes unseen.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.model import Notice
from crawler.importing import notice_of_row
from indexer.campaigns import campaign_payload, extract_campaign
from indexer.campaigns.recognise import role_of
from indexer.resolution.text import resolve_text

DATA = Path(__file__).parents[2] / "data"
GOLDEN = Path(__file__).parent / "golden"
SETS = ("eighteen", "fifty", "told")


def reading(notice: Notice) -> dict[str, Any]:
    """The role of a notice, and every field of its campaign that says something; of proofs the words."""
    outcomes, _ = resolve_text(notice.text, place=notice.place, on=notice.published_on)
    campaign = extract_campaign(notice, outcomes)
    found: dict[str, Any] = {"id": notice.id, "role": role_of(notice)}
    if campaign:
        row: dict[str, Any] = json.loads(json.dumps(campaign_payload(campaign)))
        proofs = {name: [notice.text[a:b] for a, b in spans] for name, spans in row.pop("evidence").items()}
        found["campaign"] = {name: value for name, value in row.items() if value not in (None, [])}
        found["proofs"] = {name: words for name, words in proofs.items() if name not in ("tasks", "name")}
    return found


@pytest.mark.parametrize("name", SETS)
def test_readings(name: str, golden_update: bool) -> None:
    golden = GOLDEN / f"{name}.jsonl"
    lines = (DATA / name / "notices.jsonl").read_text(encoding="utf-8").splitlines()
    found = [reading(notice_of_row(json.loads(line))) for line in lines]
    if golden_update:
        golden.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
    kept = [json.loads(line) for line in golden.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in found] == [row["id"] for row in kept]
    for row, wanted in zip(found, kept, strict=True):
        assert row == wanted, row["id"]
