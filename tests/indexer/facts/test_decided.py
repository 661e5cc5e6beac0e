"""The log replayed on an archive: run by run, and against an archive that is made anew."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store, make_notice
from indexer.archive import Archive
from tests.archives import index_archive, open_archive
from webapp.deciding import decide_mention, document_of

SAID = {"who": "Lan", "why": "đã hỏi"}
SON_LA, NGHE_AN = "chi-thi.77-ct-tu.son-la.2022", "chi-thi.77-ct-tu.nghe-an.2017"
TEXTS = {
    "a": "Thực hiện Chỉ thị số 77-CT/TU ngày 05/4/2022 của Tỉnh ủy Sơn La về giống lúa chịu mặn.",
    "b": "Thực hiện Chỉ thị số 77-CT/TU ngày 09/8/2017 của Tỉnh ủy Nghệ An về đường nội đồng.",
    "c": "Các xã làm theo Chỉ thị 77-CT/TU.",
    "d": "Các bản làm theo Chỉ thị 77-CT/TU.",
    "e": "Các bản làm theo Chỉ thị 77-CT/TU.",
}
DAYS = {"e": "2026-06-01"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "archive"
    with Store.open(made, create=True) as store:
        for id_, text in TEXTS.items():
            store.save(make_notice(id=id_, site=id_, title=f"Tin {id_}", text=text, published_on=DAYS.get(id_, "2023-05-01")))  # fmt: skip
    index_archive(made)
    return made


@contextmanager
def both(folder: Path) -> Iterator[tuple[Archive, Store]]:
    archive = open_archive(folder)
    try:
        with Store.open(folder) as store:
            yield archive, store
    finally:
        archive.close()


def meant(folder: Path) -> dict[str, tuple[str, str | None, list[str]]]:
    with both(folder) as (archive, _):
        rows = {id_: archive.notice(id_)["citations"][0] for id_ in TEXTS}
        return {
            id_: (row["status"], row["target"] and row["target"]["id"], [one["code"] for one in row["reasons"]])
            for id_, row in rows.items()
        }


def start(id_: str) -> int:
    return TEXTS[id_].index("Chỉ thị")


def test_before_anything_is_decided_short_mentions_are_open(folder: Path) -> None:
    found = meant(folder)
    assert (found["a"][1], found["b"][1]) == (SON_LA, NGHE_AN)
    assert [found[id_][:2] for id_ in "cde"] == [("ambiguous", None)] * 3


def test_a_mention_that_is_settled_speaks_for_like_ones_of_its_time(folder: Path) -> None:
    with both(folder) as (archive, store):
        decide_mention(archive, store, "c", start("c"), "same", SON_LA, **SAID)
    index_archive(folder)
    found = meant(folder)
    assert found["c"] == ("resolved", SON_LA, ["decided-same"])
    assert found["d"] == ("resolved", SON_LA, ["decided-alike"])
    assert found["e"][0] == "ambiguous"  # three years on


def test_what_a_mention_is_not_counts_against_it_in_like_ones(folder: Path) -> None:
    with both(folder) as (archive, store):
        decide_mention(archive, store, "c", start("c"), "not-same", NGHE_AN, **SAID)
    index_archive(folder)
    found = meant(folder)
    assert found["c"][1] == SON_LA and found["c"][2][-1] == "decided-not-same"
    assert found["d"][1] == SON_LA and found["e"][0] == "ambiguous"


def test_an_undone_decision_leaves_all_as_it_was(folder: Path) -> None:
    before = meant(folder)
    with both(folder) as (archive, store):
        decide_mention(archive, store, "c", start("c"), "same", NGHE_AN, **SAID)
        store.decide_identity(document_of(archive, SON_LA), document_of(archive, NGHE_AN), "same", **SAID)
    index_archive(folder)
    assert meant(folder) != before
    with Store.open(folder) as store:
        store.undo_decision(1, **SAID)
        store.undo_decision(2, **SAID)
    index_archive(folder)
    assert meant(folder) == before


def test_two_that_are_one_go_by_the_first(folder: Path) -> None:
    with both(folder) as (archive, store):
        store.decide_identity(document_of(archive, SON_LA), document_of(archive, NGHE_AN), "same", **SAID)
    index_archive(folder)
    assert {row[1] for row in meant(folder).values()} == {SON_LA}
    with both(folder) as (archive, _):
        assert archive.canonical_id(NGHE_AN) == SON_LA
        document = archive.instrument(SON_LA)
        assert (document["cited_by_total"], document["namesakes"]) == (5, [])
        (told,) = document["decided"]
        assert (told["verdict"], told["other"], told["who"], told["because"]) == ("same", NGHE_AN, "Lan", "đã hỏi")


def test_what_is_held_apart_is_told_on_both_pages(folder: Path) -> None:
    with both(folder) as (archive, store):
        store.decide_identity(document_of(archive, SON_LA), document_of(archive, NGHE_AN), "not-same", **SAID)
    index_archive(folder)
    with both(folder) as (archive, _):
        assert [archive.instrument(id_)["decided"][0]["other"] for id_ in (SON_LA, NGHE_AN)] == [NGHE_AN, SON_LA]


def test_a_year_that_is_a_slip_by_rule_is_a_document_of_its_own_by_decision(tmp_path: Path) -> None:
    texts = [
        "Kế hoạch số 158/KH-LMHTXVN ngày 10/3/2023 của Liên minh Hợp tác xã Việt Nam.",
        "Theo Kế hoạch số 158/KH-LMHTXVN ngày 10/3/2023 của Liên minh Hợp tác xã Việt Nam.",
        "Kế hoạch số 158/KH-LMHTXVN ngày 10/3/2022 của Liên minh Hợp tác xã Việt Nam.",
    ]
    with Store.open(tmp_path, create=True) as store:
        for at, text in enumerate(texts):
            store.save(make_notice(id=f"n{at}", site="s", title=f"Tin {at}", text=text, published_on="2023-05-01"))
    index_archive(tmp_path)
    first, slip = "ke-hoach.158-kh-lmhtxvn.2023", "ke-hoach.158-kh-lmhtxvn.2022"
    with both(tmp_path) as (archive, store):
        assert archive.canonical_id(first) == first and not archive.has_instrument(slip)
        kept = document_of(archive, first)
        other = type(kept)(id=slip, kind="ke-hoach", number="158/KH-LMHTXVN", issued_on="2022-03-10")
        store.decide_identity(kept, other, "not-same", **SAID)
    index_archive(tmp_path)
    with both(tmp_path) as (archive, _):
        assert archive.instrument(slip)["cited_by_total"] == 1 and archive.instrument(first)["cited_by_total"] == 2


def test_a_mention_that_went_leaves_its_decision_homeless(folder: Path) -> None:
    with both(folder) as (archive, store):
        decide_mention(archive, store, "c", start("c"), "same", SON_LA, **SAID)
        store.save(make_notice(id="c", site="c", title="Tin c", text="Không còn gì.", published_on="2023-05-01"))
    assert index_archive(folder).homeless == (1,)
    with Store.open(folder) as store:
        store.save(make_notice(id="c", site="c", title="Tin c", text=TEXTS["c"], published_on="2023-05-01"))
    assert index_archive(folder).homeless == ()
    assert meant(folder)["c"][1] == SON_LA


def test_a_decision_lives_through_a_rebuild(folder: Path) -> None:
    with both(folder) as (archive, store):
        decide_mention(archive, store, "c", start("c"), "same", SON_LA, **SAID)
        store.decide_identity(document_of(archive, SON_LA), document_of(archive, NGHE_AN), "same", **SAID)
    index_archive(folder)
    steps = exported(folder)
    index_archive(folder, rebuild=True)
    assert exported(folder) == steps


def exported(folder: Path) -> list[Any]:
    with both(folder) as (archive, _):
        return sorted(json.dumps(row, sort_keys=True) for row in archive.export("citations"))
