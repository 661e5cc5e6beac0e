"""The built archive: numbers as remembered, increments, crashes, graph, check, campaigns."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import EngineError, InputError, NotFound
from corpus.store import Store, make_notice
from indexer.archive import Archive
from indexer.building.build import generation_folder
from indexer.drafts.check import check_text
from indexer.reading.graph import as_dot, as_graphml
from tests.archives import index_archive, open_archive


def test_namesakes_are_all_offered(demo_archive: Archive) -> None:
    result = demo_archive.search("15-CT/TU")
    assert {row["place"] for row in result["instruments"]} >= {"Thái Bình", "Quảng Trị", "Vĩnh Long"}
    assert result["total"] >= 5


def test_a_cited_instrument_has_a_page_built_from_its_citers(demo_archive: Archive) -> None:
    row = demo_archive.instrument("chi-thi.34-ct-tw.2014")
    assert row["notice_id"] is None
    assert row["cited_by_total"] >= 5
    assert all("34" in citer["quote"] for citer in row["cited_by"])
    assert [other["issued_on"] for other in row["namesakes"]] == ["2024-05-24"]


def test_conflicts_are_listed_with_quotes(demo_archive: Archive) -> None:
    conflicts = demo_archive.instrument("ke-hoach.158-kh-lmhtxvn.2023")["conflicts"]
    assert [(row["field"], row["value"]) for row in conflicts] == [("issued_on", "2023-03-13")]
    assert "13/3/2023" in conflicts[0]["quotes"][0]["quote"]


def test_vague_ids_lead_to_the_present_one(demo_archive: Archive) -> None:
    assert demo_archive.canonical_id("ke-hoach.118-kh-lmhtx.vinh-long") == "ke-hoach.118-kh-lmhtx.vinh-long.2018"
    for id_ in ("chi-thi.34-ct-tw", "nonsense", "chi-thi.999-ct-tw.2014"):
        with pytest.raises(NotFound):
            demo_archive.canonical_id(id_)


def test_graph(demo_archive: Archive) -> None:
    graph = demo_archive.graph("ket-luan.56-kl-tw.2013", depth=2)
    ids = {node["id"] for node in graph["nodes"]}
    assert graph["root"] in ids
    assert all((edge["source"] in ids and edge["target"] in ids) or graph["truncated"] for edge in graph["edges"])
    assert any(edge["relation"] == "implements" for edge in graph["edges"])
    assert all(edge["quote"] for edge in graph["edges"])
    assert as_dot(graph).startswith("digraph")
    assert "<graphml" in as_graphml(graph)
    with pytest.raises(InputError):
        demo_archive.graph("ket-luan.56-kl-tw.2013", depth=9)


@pytest.mark.parametrize(
    ("draft", "judgement"),
    [
        ("Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị", "found"),
        ("Thực hiện Chỉ thị số 34-CT/TW ngày 09/4/2014 của Bộ Chính trị", "conflict"),
        ("Thực hiện Chỉ thị số 22/CT-TW ngày 23/01/2018 của Ban Bí thư", "form"),
        ("Căn cứ Luật Hợp tác xã số 23/2012/QH13 ngày 20/11/2012", "replaced"),
        ("theo Chỉ thị 12/CT-TTg đã nêu", "ambiguous"),
        ("theo Kế hoạch số 9999/KH-LMHTXVN", "unknown"),
    ],
)
def test_drafts_are_judged(demo_archive: Archive, draft: str, judgement: str) -> None:
    (row,) = check_text(draft, archive=demo_archive, on="2025-01-01")["citations"]
    assert row["judgement"] == judgement
    assert row["grounds"]


def test_every_campaign_of_the_demonstration_has_its_period_and_tasks(demo_archive: Archive) -> None:
    rows = demo_archive.campaigns(with_precedents=False)
    assert len(rows) >= 18
    assert [row["id"] for row in rows if not row["ends_on"] or len(row["tasks"]) < 3] == []


def test_campaigns_and_calendar(demo_archive: Archive) -> None:
    found = demo_archive.campaigns(occasion="thanh-lap-lmhtx-viet-nam", place="Sơn La")
    assert [row["occasion_years"] for row in found] == [30, 25]
    assert found[0]["precedents"][0] == found[1]["notice"]
    compared = demo_archive.compare([row["id"] for row in found])
    assert len(compared["campaigns"]) == 2
    with pytest.raises(InputError):
        demo_archive.compare([found[0]["id"]])
    rounds = demo_archive.calendar(date(2028, 1, 1), 12)
    assert any(row["years"] == 35 and row["earlier"] for row in rounds)


def test_notices_of_one_campaign_are_tied(demo_archive: Archive) -> None:
    national = next(
        row for row in demo_archive.campaigns(year="2018") if row["organiser"] == "Liên minh Hợp tác xã Việt Nam"
    )
    ties = demo_archive.ties(national["id"])
    assert {row["place"] for row in ties["carried_out_by"]} == {"Thái Bình", "Quảng Trị", "Sơn La", "Vĩnh Long"}
    provincial = next(row for row in ties["carried_out_by"] if row["place"] == "Vĩnh Long")
    own = demo_archive.ties(provincial["id"])
    assert [row["id"] for row in own["carries_out"]] == [national["id"]]
    assert [(row["title"], row["closing"]) for row in own["reports"]] == [
        ("Báo cáo tổng kết đợt thi đua kỷ niệm 25 năm", True)
    ]


def test_precedents_of_a_draft(demo_archive: Archive) -> None:
    draft = "Phát động thi đua kỷ niệm 35 năm ngày thành lập Liên minh Hợp tác xã Việt Nam\nLiên minh tỉnh phát động đợt thi đua:\n1. Việc một.\n2. Việc hai."
    found = demo_archive.precedents_of_draft(draft, place="Sơn La", on="2028-03-01")
    assert found[0]["campaign"]["organiser"].endswith("Sơn La") or found[0]["reasons"]
    assert all(row["campaign"]["occasion_slug"] == "thanh-lap-lmhtx-viet-nam" for row in found)
    with pytest.raises(InputError):
        demo_archive.precedents_of_draft("Thông báo nghỉ lễ.")


def test_exports(demo_archive: Archive) -> None:
    assert sum(1 for _ in demo_archive.export("documents")) == 51
    texts = {row["id"]: row["text"] for row in demo_archive.export("documents")}
    for row in demo_archive.export("citations"):
        assert texts[row["notice"]][row["start"] : row["end"]] == row["text"]
    assert {"notice", "source", "relation", "target", "start", "end"} == set(next(demo_archive.export("relations")))
    wanted = [row["cited_by_total"] for row in demo_archive.export("wanted")]
    assert wanted == sorted(wanted, reverse=True)
    with pytest.raises(InputError):
        demo_archive.export("nothing")


def archive_of(folder: Path, count: int) -> None:
    with Store.open(folder, create=True) as store, store.batches() as save:
        for number in range(count):
            save(
                make_notice(
                    id=f"n{number}",
                    site="s",
                    title=f"Tin {number}",
                    place="Sơn La",
                    published_on="2020-01-01",
                    text=f"Thực hiện Chỉ thị số {number % 7 + 1}-CT/TU ngày 01/02/2019 của Tỉnh ủy. Bài số {number}.",
                )
            )


def test_an_increment_is_seen_without_a_rebuild(tmp_path: Path) -> None:
    archive_of(tmp_path, 20)
    with pytest.raises(EngineError, match="not indexed"):
        open_archive(tmp_path)
    index_archive(tmp_path)
    archive = open_archive(tmp_path)
    with Store.open(tmp_path) as store:
        store.save(
            make_notice(
                id="new",
                site="s",
                title="Mới",
                place="Sơn La",
                published_on="2021-01-01",
                text="theo Chỉ thị 3-CT/TU của tỉnh",
            )
        )
        store.withdraw("n5", "trùng")
    report = index_archive(tmp_path)
    assert (report.taken_in, report.removed, report.rebuilt) == (1, 1, False)
    assert report.resolved == 1, "what the new evidence cannot change is left alone"
    archive.refresh()
    assert archive.notice("new")["citations"][0]["target"]["id"] == "chi-thi.3-ct-tu.son-la.2019"
    with pytest.raises(NotFound):
        archive.notice("n5")
    assert index_archive(tmp_path).written == 0
    before = generation_folder(tmp_path)
    assert index_archive(tmp_path, rebuild=True).rebuilt
    assert generation_folder(tmp_path) != before
    archive.refresh()
    assert archive.summary()["notices"] == 20
    archive.close()


@pytest.mark.slow
def test_a_killed_build_is_finished_by_the_next(tmp_path: Path) -> None:
    archive_of(tmp_path, 1200)
    command = [sys.executable, "-m", "webapp", "--archive", str(tmp_path), "index"]
    for wait in (1.2, 2.2, 3.0):
        running = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(wait)
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    subprocess.run(command, check=True, capture_output=True)
    archive = open_archive(tmp_path)
    assert archive.summary()["notices"] == 1200
    assert sum(1 for _ in archive.export("citations")) == 1200
    assert len(list((tmp_path / "index").glob("g[0-9]*"))) == 1
    archive.close()


def test_payloads_are_json(demo_archive: Archive) -> None:
    json.dumps(
        [demo_archive.search("thi đua"), demo_archive.summary(), demo_archive.suggest("34"), demo_archive.recent(3)]
    )
