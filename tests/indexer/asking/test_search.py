"""A search as people type it, over the demonstration's archive."""

from collections.abc import Iterator

import pytest

from corpus.errors import InputError
from corpus.model import Reason
from corpus.store import Store, make_notice
from corpus.text import fold
from indexer.archive import Archive
from tests.archives import index_archive, open_archive


def test_a_place_that_does_not_choose_the_document_orders_its_citers(demo_archive: Archive) -> None:
    everywhere, there = (demo_archive.search(query, limit=50) for query in ("chi thi 34", "chi thi 34 son la"))
    assert there["instruments"] == everywhere["instruments"]
    assert {hit["id"] for hit in there["hits"]} <= {hit["id"] for hit in everywhere["hits"]}
    assert everywhere["hits"][0]["place"] != there["hits"][0]["place"] == "Sơn La"


def test_a_bare_number_finds_those_that_nobody_could_settle_too(demo_archive: Archive) -> None:
    found = {hit["id"] for hit in demo_archive.search("chi thi 34", limit=50)["hits"]}
    cited = {
        row["notice"] for row in demo_archive.export("citations") if (row["kind"], row["number"]) == ("chi-thi", "34")
    }
    assert cited
    assert cited <= found


def test_words_beside_a_number_order_its_citers(demo_archive: Archive) -> None:
    first = demo_archive.search("chỉ thị 12 tín dụng đen")["hits"][0]
    assert "tin dung den" in fold(first["title"])


@pytest.mark.parametrize(
    ("query", "note", "instruments"),
    [
        ("chỉ thị 99", Reason.of("number-not-known", text="chỉ thị 99"), 0),
        ("chi thi 12 2015", Reason.of("no-namesake-fits", text="chi thi 12 2015"), 2),
        ("chỉ thị 193/2013/NĐ-CP", Reason.of("no-namesake-fits", text="chỉ thị 193/2013/NĐ-CP"), 1),
        ("dẫn:999/QĐ-TTg", Reason.of("no-document-to-cite", value="999/QĐ-TTg"), 0),
        ('cơ quan:"hội làm vườn"', Reason.of("none-of-body-or-site", value="hội làm vườn"), 0),
        ("nơi:Atlantis thi đua", Reason.of("none-of-place", value="Atlantis"), 0),
        ("nơi:hà giang", Reason.of("none-of-place", value="Hà Giang"), 0),
        ("loại:thơ", Reason.of("none-of-kind", kind="thơ"), 0),
        ("loại:hiến pháp", Reason.of("none-of-kind", kind="hien-phap"), 0),
    ],
)
def test_what_was_not_met_is_said(demo_archive: Archive, query: str, note: Reason, instruments: int) -> None:
    result = demo_archive.search(query)
    assert result["notes"] == [note]
    assert len(result["instruments"]) == instruments


def test_a_site_is_typed_in_part(demo_archive: Archive) -> None:
    sites = demo_archive.search("hợp tác xã")["facets"]["site"]
    name = next(iter(sites))
    found = demo_archive.search(f"trang:{name.split(':')[0].split('.')[0]}")
    assert found["total"] >= sites[name]
    assert found["notes"] == []


def test_sorted_by_how_often_it_is_cited(demo_archive: Archive) -> None:
    hits = demo_archive.search("kế hoạch", sort="cited", limit=20)["hits"]
    counts = [demo_archive.instrument(hit["instrument"])["cited_by_total"] if hit["instrument"] else 0 for hit in hits]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 2


def test_a_sort_that_is_none_is_refused(demo_archive: Archive) -> None:
    with pytest.raises(InputError, match="use relevance"):
        demo_archive.search("chè", sort="best")


def test_a_slip_is_pointed_out_and_what_is_right_is_not(demo_archive: Archive) -> None:
    assert demo_archive.search("phát đông thi đua")["suggestion"] == "phát động thi đua"
    assert demo_archive.search("Hơp tác xã")["suggestion"] == "Hợp tác xã"
    assert demo_archive.search("hợp tác xã")["suggestion"] is None
    assert demo_archive.search("chi thi 34")["suggestion"] is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("34-ct", "chi-thi.34-ct-tw.2014"),
        ("chi thi 12", "chi-thi.12-ct-ttg.2018"),
        ("ct 12", "chi-thi.12-ct-ttg.2018"),
        ("ct12", "chi-thi.12-ct-ttg.2018"),
        ("KL56", "ket-luan.56-kl-tw.2013"),
        ("Chỉ thị số 34", "chi-thi.34-ct-tw.2014"),
        ("luật hợp", "luat.23-2012-qh13"),
        ("nghi quyet dai hoi dang bo tinh thai binh", "nghi-quyet.dai-hoi-dang-bo-18.thai-binh"),
    ],
)
def test_suggestions_by_number_and_name(demo_archive: Archive, typed: str, first: str) -> None:
    assert [row["id"] for row in demo_archive.suggest(typed)][:1] == [first]


def test_campaigns_are_suggested_by_their_names(demo_archive: Archive) -> None:
    types = [row["type"] for row in demo_archive.suggest("phát động thi đua")]
    assert {"campaign", "instrument"} == set(types)
    assert types == sorted(types, reverse=True), "documents first"


@pytest.mark.parametrize("typed", ["", "x", "zzzz", "chi thi 12 cua mot co quan khong co that"])
def test_nothing_is_suggested_for_what_is_not_there(demo_archive: Archive, typed: str) -> None:
    assert demo_archive.suggest(typed) == []


BY_ARTICLE = {
    "a": "Theo khoản 2 Điều 17 Luật Hợp tác xã năm 2012, các xã rà vốn góp.",
    "b": "Theo các Điều 14, 15 và 16 Luật Hợp tác xã năm 2012 và Điều 17 Luật Hợp tác xã năm 2023.",
    "c": "Thực hiện Luật Hợp tác xã năm 2012; tại Điều 17 của Quyết định này.",
}


@pytest.fixture(scope="module")
def by_article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("articles")
    with Store.open(folder, create=True) as store:
        for id_, text in BY_ARTICLE.items():
            store.save(make_notice(id=id_, site="s", title=f"Bài {id_}", text=text, published_on="2024-02-01"))
    index_archive(folder)
    opened = open_archive(folder)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('dẫn:"Luật Hợp tác xã 2012" điều:17', {"a"}),
        ('dan:"luat hop tac xa 2012" dieu:15', {"b"}),
        ('cites:"Luật Hợp tác xã 2012" article:15-17', {"a", "b"}),
        ("luật hợp tác xã 2023 điều:17", {"b"}),
        ("khoản 2 Điều 17 Luật Hợp tác xã 2012", {"a"}),
        ("điều:17", {"a", "b"}),
        ("điều:17 vốn góp", {"a"}),
        ('dẫn:"Luật Hợp tác xã 2012"', {"a", "b", "c"}),
    ],
)
def test_citers_of_an_article(by_article: Archive, query: str, found: set[str]) -> None:
    result = by_article.search(query)
    assert {hit["id"] for hit in result["hits"]} == found
    assert result["notes"] == []


def test_an_article_that_cannot_be_is_told(by_article: Archive) -> None:
    result = by_article.search('dẫn:"Luật Hợp tác xã 2012" điều:63-65')
    assert result["total"] == 0
    assert result["notes"] == [
        Reason.of("article-beyond", kind="luat", number="23/2012/QH13", article="65", articles=64)
    ]


def test_articles_are_filters_too(by_article: Archive) -> None:
    asked = {"cites": ["luat.23-2012-qh13"], "article": ["15", "17"]}
    result = by_article.search("", filters=asked)
    assert {hit["id"] for hit in result["hits"]} == {"a", "b"}
    assert result["filters"] == {}
    assert by_article.search("vốn góp", filters={"article": ["15"]})["total"] == 0


def test_an_article_is_marked_with_its_document(by_article: Archive) -> None:
    (hit,) = by_article.search("dẫn:luat.23-2012-qh13 điều:17")["hits"]
    assert "".join(part for part, marked in hit["excerpt"] if marked) == "khoản 2 Điều 17 Luật Hợp tác xã năm 2012"


def test_a_document_groups_its_citers_by_article(by_article: Archive) -> None:
    law = by_article.instrument("luat.23-2012-qh13")
    assert law["article_count"] == 64
    assert [(row["article"], row["notices"], row["exists"]) for row in law["articles"]] == [
        ("14", 1, True),
        ("15", 1, True),
        ("16", 1, True),
        ("17", 1, True),
    ]
