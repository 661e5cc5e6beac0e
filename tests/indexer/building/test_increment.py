"""An increment leaves the index as a rebuild would: only what new evidence can change is judged again, and nothing of it is missed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.synthetic import synthetic_notices
from corpus.model import Head, Notice
from corpus.store import Store, make_notice
from indexer.building.generations import generation_folder
from indexer.building.increment import Run
from indexer.engine.whoosh.engine import open_whoosh
from tests.archives import index_archive, open_archive


def synthetic(count: int, seed: int) -> list[Notice]:
    names = ("id", "title", "text", "place", "published_on", "issuer")
    rows = synthetic_notices(count, seed=seed, sentences=6)
    return [make_notice(site="s", **{name: row[name] for name in names}) for row in rows]


def plain(id_: str, text: str, *, place: str | None = "Sơn La", on: str = "2023-06-01") -> Notice:
    return make_notice(id=id_, site="s", title=id_, text=text, place=place, published_on=on)


def collected(id_: str, text: str) -> Notice:
    """A notice that is a document itself."""
    head = Head(kind="ke-hoach", number="31/KH-LMHTX", issued_on="2022-05-02")
    issuer = "Liên minh Hợp tác xã tỉnh Sơn La"
    return make_notice(
        id=id_, site="s", title=id_, text=text, place="Sơn La", published_on="2022-05-02", issuer=issuer, head=head
    )


def take_in(folder: Path, notices: Iterable[Notice]) -> None:
    with Store.open(folder, create=True) as store, store.batches() as save:
        for notice in notices:
            save(notice)
    index_archive(folder)


def everything(folder: Path) -> dict[str, list[Any]]:
    archive = open_archive(folder)
    try:
        found: dict[str, list[Any]] = {
            what: sorted(map(repr, archive.export(what))) for what in ("citations", "relations", "wanted")
        }
        ids = {row["target"]["id"] for row in archive.export("citations") if row["target"]}
        ids |= {str(own) for row in archive.export("citations") if (own := archive.notice(row["notice"])["instrument"])}
        found["instruments"] = [archive.instrument(id_) for id_ in sorted(ids)]
        return found
    finally:
        archive.close()


COPY = "Thay thế Quyết định số 2601/QĐ-UBND ngày 04/5/2021 của UBND tỉnh Sơn La."
UNDATED = Head(kind="ke-hoach", number="31/KH-LMHTX")
DATED = "Kế hoạch số 158/KH-LMHTXVN ngày {day} của Liên minh Hợp tác xã Việt Nam"
ARTICLES = "Điều 1. Mục đích\nĐiều 2. Việc làm\nNơi nhận:\n- Lưu."
STEPS: dict[str, tuple[Sequence[Notice], Sequence[Notice]]] = {
    "synthetic": (synthetic(150, 3), [n for n in synthetic(170, 3) if int(n.id[1:]) >= 150]),
    "the majority's date": (
        [plain("a", DATED.format(day="13/3/2023"))],
        [plain(id_, DATED.format(day="10/3/2023")) for id_ in "bcd"],
    ),
    "a date for a vague mention": (
        [plain("a", "triển khai Chỉ thị 7-CT/TU ở các xã")],
        [plain("b", "Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy")],
    ),
    "a second document of the number": (
        [plain("a", "theo Chỉ thị 7-CT/TU"), plain("b", "Chỉ thị số 7-CT/TU ngày 05/4/2022")],
        [plain("c", "Chỉ thị số 7-CT/TU ngày 09/8/2017")],
    ),
    "a title that tells two apart": (
        [
            plain("a", "Chỉ thị 7-CT/TU về giống lúa chịu mặn"),
            plain("b", "Chỉ thị số 7-CT/TU ngày 05/4/2022"),
            plain("c", "Chỉ thị số 7-CT/TU ngày 09/8/2017"),
        ],
        [plain("d", "Chỉ thị số 7-CT/TU ngày 09/8/2017 về giống lúa chịu mặn ven biển")],
    ),
    "a title for what a collected document carries out": (
        [collected("a", "Thực hiện Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy, xây dựng kế hoạch.")],
        [plain("b", "Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy về giống lúa chịu mặn ven biển")],
    ),
    "a title for a document that carries out another": (
        [
            plain("b", "Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy"),
            plain("d", "Công văn số 88/UBND-KT ngày 04/5/2022 thay thế Kế hoạch số 31/KH-LMHTX ngày 02/5/2022"),
        ],
        [collected("a", "Thực hiện Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy, xây dựng kế hoạch.")],
    ),
    "articles of a document whose text comes later": (
        [plain("b", "theo Điều 9 Kế hoạch số 31/KH-LMHTX ngày 02/5/2022 và Điều 250 Luật Hợp tác xã năm 2012")],
        [
            collected("a", ARTICLES),
            plain("c", "khoản 1 Điều 9, Điều 2 Kế hoạch số 31/KH-LMHTX ngày 02/5/2022"),
        ],
    ),
    "articles of a document whose text grows": (
        [collected("a", ARTICLES), plain("b", "theo Điều 3 Kế hoạch số 31/KH-LMHTX ngày 02/5/2022")],
        [collected("a", ARTICLES.replace("Nơi nhận", "Điều 3. Kinh phí\nNơi nhận"))],
    ),
    "a document of another province for what nobody knew": (
        [plain("a", "theo Chỉ thị 57 ở các xã", place="Nghệ An")],
        [plain("b", "Chỉ thị số 57-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy")],
    ),
    "a copy that turns out to be another document": (
        [
            collected("a", "Thực hiện Luật Hợp tác xã."),
            replace(collected("c", COPY), head=UNDATED, title="a", published_on="2022-01-20"),
        ],
        [plain("d", "Kế hoạch số 31/KH-LMHTX ngày 20/3/2022"), plain("e", "Kế hoạch số 31/KH-LMHTX ngày 20/12/2021")],
    ),
}


@pytest.mark.parametrize("name", STEPS)
def test_an_increment_equals_a_rebuild(tmp_path: Path, name: str) -> None:
    first, second = STEPS[name]
    take_in(tmp_path / "steps", first)
    take_in(tmp_path / "steps", second)
    take_in(tmp_path / "once", [*first, *second])
    assert everything(tmp_path / "steps") == everything(tmp_path / "once")


def test_more_words_for_a_document_leave_dated_mentions_alone(tmp_path: Path) -> None:
    dated = [plain(f"d{at}", "Chỉ thị số 7-CT/TU ngày 05/4/2022 về giống lúa") for at in range(6)]
    vague = plain("v", "theo Chỉ thị 7-CT/TU")
    take_in(tmp_path, [*dated, vague])
    with Store.open(tmp_path) as store:
        store.save(plain("n", "Chỉ thị số 7-CT/TU ngày 05/4/2022 về giống cây"))
    report = index_archive(tmp_path)
    assert (report.taken_in, report.resolved) == (1, 2), "the new one and the vague one"


def test_both_pages_are_written_where_a_notice_turns_out_to_be_another_document(tmp_path: Path) -> None:
    take_in(tmp_path, [collected("a", "Thực hiện Luật Hợp tác xã.")])
    folder = generation_folder(tmp_path)
    assert folder is not None
    with Store.open(tmp_path) as store, Run(store, folder, open_whoosh, lambda step, done, total: None) as run:
        run.facts._db.execute("UPDATE notices SET instrument = 'ke-hoach.31-kh-lmhtx.son-la.2019'")
        run._resolve_one(store.notice("a"), new=False)
        assert {"ke-hoach.31-kh-lmhtx.son-la.2019", "ke-hoach.31-kh-lmhtx.son-la.2022"} <= set(
            run.facts.dirty("instrument")
        )
