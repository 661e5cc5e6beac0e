"""Mentions that may mean one of two documents stand on the pages of both, and count on neither."""

from pathlib import Path

from corpus.store import Store, make_notice
from tests.archives import index_archive, open_archive
from tests.indexer.building.test_histories import change, everything, rebuilt

BOTH = ("chi-thi.12-ct-ttg.2018", "chi-thi.12-ct-ttg.2019")
UNSURE = "Thế còn Chỉ thị số 12/CT-TTg của Thủ tướng Chính phủ thì sao."
SURE = "Thực hiện Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng Chính phủ."


def test_an_unsure_mention_stands_on_both_pages_until_it_goes(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Store.open(folder, create=True):
        pass
    texts = {"unsure": UNSURE, "sure": SURE, "each": f"{UNSURE}\n\n{SURE} {UNSURE}"}
    notices = [
        make_notice(id=id_, site="s", title=f"Tin {id_}", text=text, published_on="2020-03-05")
        for id_, text in texts.items()
    ]
    steps = [(notices, (["unsure"], 2), (["each", "unsure"], 0)), (["unsure"], ([], 2), (["each"], 0))]
    for number, (changes, *wanted) in enumerate(steps):
        change(folder, changes)
        index_archive(folder)
        archive = open_archive(folder)
        pages = [archive.instrument(id_) for id_ in BOTH]
        found = [(sorted({row["notice"] for row in page["maybe_cited_by"]}), page["cited_by_total"]) for page in pages]
        archive.close()
        assert found == list(wanted), number
        assert everything(folder) == rebuilt(folder, tmp_path / f"fresh{number}")
