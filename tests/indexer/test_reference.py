"""Measures on the reference data; they skip where it is absent."""

import importlib.util
import json
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest

from corpus.store import Store, make_notice
from corpus.text import fold
from crawler.importing import ImportFault, read_files
from indexer.archive import Archive
from indexer.campaigns import extract_campaign
from indexer.drafts.cite import cite_text, resolve_text
from tests.archives import index_archive, open_archive


def scorer(reference: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", reference / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "precision", "recall"), [("citations-dev", 0.99, 0.99), ("citations-real-dev", 0.97, 0.97)]
)
def test_marked_passages(
    reference: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, precision: float, recall: float
) -> None:
    gold = reference / "gold" / f"{name}.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    out = tmp_path / "found.jsonl"
    out.write_text(
        "".join(
            json.dumps({"id": r["id"], "citations": cite_text(r["text"], place=r.get("place"), on=r.get("on"))}) + "\n"
            for r in rows
        )
    )
    assert scorer(reference).main([str(gold), str(out), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["precision"] >= precision
    assert result["recall"] >= recall
    assert result["issued_on"] >= 0.98
    assert result["issuer"] >= 0.97
    assert result["relation"] >= 0.95


def test_the_launch_notice_exactly(reference: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = (reference / "gold" / "citations-dev.jsonl").read_text(encoding="utf-8").splitlines()[0]
    row = json.loads(line)
    assert row["id"] == "seed"
    (tmp_path / "gold.jsonl").write_text(line + "\n")
    found = {"id": "seed", "citations": cite_text(row["text"], place=row["place"], on=row["on"])}
    (tmp_path / "found.jsonl").write_text(json.dumps(found) + "\n")
    scorer(reference).main([str(tmp_path / "gold.jsonl"), str(tmp_path / "found.jsonl"), "--json"])
    result = json.loads(capsys.readouterr().out)
    assert {result[name] for name in ("precision", "recall", "f1", "issued_on", "issuer", "relation")} == {1.0}


def test_the_launch_notice_as_a_campaign(reference: Path) -> None:
    row = json.loads((reference / "gold" / "citations-dev.jsonl").read_text(encoding="utf-8").splitlines()[0])
    notice = make_notice(
        id="launch",
        site="s",
        title=row["text"].split("\n")[0],
        text=row["text"],
        place=row["place"],
        published_on=row["on"],
    )
    outcomes, _ = resolve_text(notice.text, place=notice.place, on=notice.published_on)
    campaign = extract_campaign(notice, outcomes)
    assert campaign is not None
    assert (campaign.starts_on, campaign.ends_on) == ("2018-08-01", "2019-04-11")
    assert campaign.occasion_years == 25
    assert campaign.occasion_slug == "thanh-lap-lmhtx-viet-nam"
    assert len(campaign.tasks) == 7
    assert list(campaign.bases) == ["34-CT/TW", "737/KH-LMHTXVN"]
    assert campaign.organiser == "Liên minh Hợp tác xã tỉnh Quảng Ninh"


@pytest.fixture(scope="module")
def known_archive(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("known")
    with Store.open(folder, create=True) as store, store.batches() as save:
        for item in read_files([reference / "gold" / "archive-dev" / "notices.jsonl"]):
            assert not isinstance(item, ImportFault)
            save(item)
    index_archive(folder)
    return open_archive(folder)


def test_targets_of_the_known_archive(reference: Path, known_archive: Archive) -> None:
    found = {(row["notice"], row["start"]): row for row in known_archive.export("citations")}
    right = resolved = resolvable = 0
    for line in (reference / "gold" / "archive-dev" / "citations.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        row = found[gold["notice"], gold["start"]]
        resolvable += gold["target"] is not None
        if row["status"] != "resolved":
            continue
        resolved += 1
        target, wanted = row["target"], gold["target"]
        if wanted and all(target[name] == wanted[name] for name in ("kind", "number", "issued_on", "place")):
            right += 1
    assert right / resolved >= 0.995
    assert right / resolvable >= 0.95


def test_campaigns_of_the_known_archive(reference: Path, known_archive: Archive) -> None:
    found = {row["notice"]: row for row in known_archive.export("campaigns")}
    gold = {}
    for line in (reference / "gold" / "archive-dev" / "campaigns.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold[row["notice"]] = row
    assert set(found) == set(gold)
    scores: dict[str, list[bool]] = defaultdict(list)
    for notice, row in gold.items():
        scores["period"].append(
            (found[notice]["starts_on"], found[notice]["ends_on"]) == (row["starts_on"], row["ends_on"])
        )
        scores["organiser"].append(found[notice]["organiser"] == row["organiser"])
        scores["occasion"].append(fold(found[notice]["occasion"] or "") == fold(row["occasion"]))
        scores["tasks"].append(len(found[notice]["tasks"]) == row["tasks"])
        scores["bases"].append(list(found[notice]["bases"]) == row["bases"])
        scores["precedents"].append(found[notice]["precedents"][:5] == row["precedents"][:5])
    assert {name: sum(values) / len(values) >= 0.95 for name, values in scores.items()} == dict.fromkeys(scores, True)


def test_queries_of_the_known_archive(reference: Path, known_archive: Archive) -> None:
    from math import log2

    values = []
    for line in (reference / "gold" / "archive-dev" / "queries.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ranked = [hit["id"] for hit in known_archive.search(row["query"])["hits"]]
        gain = sum(1 / log2(at + 2) for at, id_ in enumerate(ranked) if id_ in row["relevant"])
        values.append(gain / sum(1 / log2(at + 2) for at in range(min(10, len(row["relevant"])))))
    assert sum(values) / len(values) >= 0.95
