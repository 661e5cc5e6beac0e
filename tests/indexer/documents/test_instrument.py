"""The page of a document, assembled from its citers."""

from pathlib import Path

import pytest

from corpus.model import Instrument
from corpus.store import Store, make_notice
from indexer.documents.instrument import lookup_keys
from indexer.documents.instrument_rows import InstrumentRow
from tests.archives import index_archive, open_archive

TEXTS = {
    "a": "Thực hiện Chỉ thị số 77-CT/TU ngày 05/4/2022 của Tỉnh ủy Sơn La về giống lúa chịu mặn.",
    "b": "Thực hiện Chỉ thị số 77-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy Sơn La về giống lúa chịu mặn. Theo Chỉ thị số 77-CT/TU ngày 05/4/2022.",
    "c": "Thực hiện Chỉ thị số 77-CT/TU ngày 06/4/2022 của Tỉnh ủy Sơn La về giống lúa.",
    "d": "Thực hiện Chỉ thị số 77-CT/TU ngày 09/8/2017 của Tỉnh ủy Sơn La về đường nội đồng.",
    "e": "Quyết định số 5/QĐ-UBND ngày 02/5/2023 của UBND tỉnh Sơn La thay thế Kế hoạch số 9/KH-UBND ngày 01/3/2021.",
}
NEW, OLD = "chi-thi.77-ct-tu.son-la.2022", "chi-thi.77-ct-tu.son-la.2017"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, InstrumentRow]:
    folder: Path = tmp_path_factory.mktemp("pages")
    with Store.open(folder, create=True) as store:
        for at, (id_, text) in enumerate(TEXTS.items(), start=1):
            store.save(make_notice(id=id_, site="s", title=f"Tin {id_}", text=text, place="Sơn La", published_on=f"2023-06-0{at}"))  # fmt: skip
    index_archive(folder)
    archive = open_archive(folder)
    rows = {str(row["id"]): archive.instrument(str(row["id"])) for row in archive._engine.scan("instrument")}
    archive.close()
    return rows


def test_citers_stand_latest_first_and_are_counted_by_notice(pages: dict[str, InstrumentRow]) -> None:
    page = pages[NEW]
    assert [row["notice"] for row in page["cited_by"]] == ["c", "b", "b", "a"]
    assert page["cited_by_total"] == 3
    assert [row["notice"] for row in pages[OLD]["cited_by"]] == ["d"]


def test_what_most_say_is_what_it_is(pages: dict[str, InstrumentRow]) -> None:
    page = pages[NEW]
    assert (page["issued_on"], page["title"], page["notice_id"]) == ("2022-04-05", "giống lúa chịu mặn", None)
    assert page["variants"]["titles"][0] == {"value": "giống lúa chịu mặn", "count": 2}
    assert (page["label"], page["detail"]) == ("Chỉ thị 77-CT/TU", f"{page['issuer']} · 05/4/2022 · Sơn La")


def test_what_differs_is_told_with_its_sentence(pages: dict[str, InstrumentRow]) -> None:
    (conflict,) = [row for row in pages[NEW]["conflicts"] if row["field"] == "issued_on"]
    assert conflict["value"] == "2022-04-06"
    assert [(one["notice"], "06/4/2022" in one["quote"]) for one in conflict["quotes"]] == [("c", True)]


def test_namesakes_are_listed_and_never_itself(pages: dict[str, InstrumentRow]) -> None:
    assert [row["id"] for row in pages[NEW]["namesakes"]] == [OLD]
    assert [row["id"] for row in pages[OLD]["namesakes"]] == [NEW]


def test_ties_are_told_at_both_ends(pages: dict[str, InstrumentRow]) -> None:
    decision, plan = (next(page for id_, page in pages.items() if id_.startswith(begin)) for begin in ("quyet-dinh.5", "ke-hoach.9"))  # fmt: skip
    assert [(row["relation"], row["target"]["id"]) for row in decision["cites"]] == [("replaces", plan["id"])]
    assert [(row["relation"], row["source"]["id"]) for row in plan["acted_on_by"]] == [("replaces", decision["id"])]


@pytest.mark.parametrize(
    ("instrument", "names", "keys"),
    [
        (
            Instrument(id="chi-thi.5-ct-tw.2016", kind="chi-thi", number="05-CT/TW"),
            [],
            ("serial:5", "serial:chi-thi 5"),
        ),
        (
            Instrument(id="luat.23-2012-qh13", kind="luat", number="23/2012/QH13"),
            ["Luật Hợp tác xã", "Luật HTX"],
            ("serial:23", "serial:luat 23", "name:luat:hop tac xa"),
        ),
        (Instrument(id="luat.x", kind="luat", number=None), [], ()),
    ],
)
def test_under_which_keys_it_is_found(instrument: Instrument, names: list[str], keys: tuple[str, ...]) -> None:
    assert lookup_keys(instrument, names) == keys
