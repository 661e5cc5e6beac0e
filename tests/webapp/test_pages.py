"""Every page answers, is safe, and says what it should."""

import csv
import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from corpus.database import DATABASE
from indexer.archive import Archive
from webapp.app import create_app
from webapp.pages import MAX_DRAFT_CHARS
from webapp.rendering import page_numbers
from webapp.settings import Settings


def test_every_page_is_whole(client: FlaskClient, addresses: list[str]) -> None:
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        soup = BeautifulSoup(response.text, "html.parser")
        assert len(soup.find_all("h1")) == 1, address
        assert soup.html is not None and soup.html["lang"] == "vi"
        assert soup.find("main") and soup.find("nav") and soup.select_one("a.skip[href='#noi-dung']")
        assert soup.select_one("meta[name=description][content]") and soup.select_one("link[rel=icon]")
        canonical = soup.select_one("link[rel=canonical]")
        assert canonical is not None and str(canonical["href"]).startswith("http://localhost/")
        levels = [int(tag.name[1]) for tag in soup.select("h1, h2, h3, h4")]
        assert all(b <= a + 1 for a, b in pairwise(levels)), f"{address}: a level of headings is left out: {levels}"
        for table in soup.select("table"):
            assert table.caption and table.caption.get_text(strip=True), f"{address}: a table without caption"
        for reference in soup.select("[aria-labelledby], [aria-describedby]"):
            for name in ("aria-labelledby", "aria-describedby"):
                assert not reference.get(name) or soup.find(id=str(reference[name])), f"{address}: {reference[name]}"
        ids = [tag["id"] for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids)), f"{address}: an id stands twice"
        for field in soup.select("input:not([type=hidden]), select, textarea"):
            named = field.get("aria-label") or soup.select_one(f"label[for='{field.get('id')}']")
            assert named, f"{address}: {field} has no name"


def test_titles_tell_pages_apart(client: FlaskClient, addresses: list[str]) -> None:
    titles = {address: BeautifulSoup(client.get(address).text, "html.parser").title for address in addresses}
    assert all(title is not None and "Dẫn Chiếu" in title.text for title in titles.values())
    paths = {address.split("?")[0]: title.text for address, title in titles.items() if title is not None}
    assert len(set(paths.values())) == len(paths), paths


def test_days_are_times(client: FlaskClient, addresses: list[str]) -> None:
    for address in addresses:
        for tag in BeautifulSoup(client.get(address).text, "html.parser").select("time"):
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", str(tag["datetime"])), address


def test_no_inline_script_or_style(client: FlaskClient, addresses: list[str]) -> None:
    for address in addresses:
        response = client.get(address)
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        soup = BeautifulSoup(response.text, "html.parser")
        assert not soup.select("[style], style, script:not([src])"), address
        assert not [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")], address


def test_every_link_inside_leads_somewhere(client: FlaskClient, addresses: list[str]) -> None:
    asked: set[str] = set()
    for address in addresses:
        soup = BeautifulSoup(client.get(address).text, "html.parser")
        for tag in soup.select("a[href]"):
            href = str(tag["href"])
            if not href.startswith("/"):
                assert re.match(r"https?://|#", href), href
                assert not href.startswith("#") or soup.find(id=href[1:]), f"{address} -> {href}"
                continue
            path = href.split("#")[0]
            if path in asked or len(asked) > 250:
                continue
            asked.add(path)
            assert client.get(path).status_code in (200, 301), f"{address} -> {href}"
    assert len(asked) > 60


def test_a_quotation_leads_to_its_citation(client: FlaskClient, some: dict[str, Any]) -> None:
    soup = BeautifulSoup(client.get(f"/van-ban/{some['instrument']}").text, "html.parser")
    deep = [str(tag["href"]) for tag in soup.select("main a[href*='#c']")]
    campaign = BeautifulSoup(client.get(f"/phong-trao/{some['campaigns'][0]}").text, "html.parser")
    proofs = [str(tag["href"]) for tag in campaign.select("main a[href*='#d']")]
    assert deep and proofs
    deep += proofs
    for href in deep:
        path, anchor = href.split("#")
        assert BeautifulSoup(client.get(path).text, "html.parser").select_one(f"[id='{anchor}']"), href


@pytest.mark.parametrize(
    "address",
    [
        "/thong-bao/hostile",
        "/tim?q=ziczac",
        "/tim?q={}",
        "/tim?q=thi+dua&issuer={}&cites={}",
        "/tim.atom?q=ziczac",
        "/van-ban/chi-thi.12-ct-ttg.2018",
        "/van-ban/chi-thi.12-ct-ttg.2018/trien-khai",
        "/do-thi/chi-thi.12-ct-ttg.2018?depth=2",
        "/phong-trao?q={}&place={}",
        "/phong-trao?year=2008",
        "/phong-trao/pt-hostile-launch",
        "/phong-trao/so-sanh?id=pt-hostile-launch&id=pt-{notice}",
        "/phong-trao/du-thao?id=pt-hostile-launch",
    ],
)
def test_hostile_text_stays_text(client: FlaskClient, some: dict[str, Any], hostile: str, address: str) -> None:
    asked = address.replace("{}", quote(hostile)).replace("{notice}", some["campaigns"][0].removeprefix("pt-"))
    response = client.get(asked)
    assert response.status_code == 200
    assert "<script>alert" not in response.text and "<img src=x" not in response.text
    assert "javascript:" not in response.text


@pytest.mark.parametrize(
    "address",
    ["/khong-co", "/van-ban/khong-co", "/van-ban/chi-thi.9999-ct-ttg.1901", "/thong-bao/khong", "/phong-trao/khong"],
)
def test_what_is_not_there_is_404_with_a_search_box(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert BeautifulSoup(response.text, "html.parser").select_one("form[role=search]")


@pytest.mark.parametrize(("page", "counts"), [("/phong-trao/so-sanh", (0, 1, 5, 6)), ("/phong-trao/du-thao", (0, 5))])
def test_a_selection_of_too_few_or_too_many_is_kept(
    client: FlaskClient, some: dict[str, Any], page: str, counts: tuple[int, ...]
) -> None:
    for count in counts:
        ids = some["campaigns"][:count]
        response = client.get(page, query_string={"id": ids})
        soup = BeautifulSoup(response.text, "html.parser")
        assert response.status_code == 400
        assert [box["value"] for box in soup.select("input[name=id][checked]")] == ids
        assert "Đã chọn" in response.text or "Chưa chọn" in response.text
    one = client.get("/phong-trao/so-sanh", query_string={"id": some["campaigns"][:1]})
    assert BeautifulSoup(one.text, "html.parser").select("input[name=id]:not([checked])")
    gone = client.get("/phong-trao/so-sanh", query_string={"id": [*some["campaigns"][:2], "khong"]})
    assert gone.status_code == 400 and "không còn trong kho" in gone.text


def test_a_document_shows_how_it_is_cited_only_in_whole(client: FlaskClient) -> None:
    whole = BeautifulSoup(client.get("/van-ban/chi-thi.34-ct-tw.2014").text, "html.parser").select_one(".how-to-cite")
    part = BeautifulSoup(client.get("/van-ban/ket-luan.56-kl-tw.2013").text, "html.parser").select_one(".how-to-cite")
    assert whole and "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị" in whole.get_text(" ", strip=True)
    assert part and bool(part.select("code")) != ("Còn thiếu" in part.text)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/tim?page=hai", 400),
        ("/tim?page=9999999999", 400),
        ("/phong-trao/so-sanh", 400),
        ("/phong-trao/so-sanh?id=khong&id=khong2", 404),
        ("/do-thi/khong", 404),
        ("/tim?sort=nothing", 200),
        ("/tim?q=" + "a" * 9000, 200),
        ("/tim?q=%00%01%ed%a0%80", 200),
        ("/tim?q=" + quote('"-( OR OR ) nơi: năm:x dẫn:"'), 200),
        ("/tim.atom?q=%01", 200),
    ],
)
def test_bounds(client: FlaskClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


@pytest.mark.parametrize(
    "query", ["_scheme=javascript&_external=1", "id_=x&endpoint=y", "_method=x&_anchor=z", "filename=x&lang=vi"]
)
def test_argument_names_of_a_visitor_do_nothing(client: FlaskClient, query: str) -> None:
    for path in ("/", "/van-ban/chi-thi.34-ct-tw.2014"):
        response = client.get(f"{path}?{query}")
        assert response.status_code == 200
        links = BeautifulSoup(response.text, "html.parser").select("a.tongue")
        assert [str(tag["href"]).startswith(path + "?") for tag in links] == [True]


def test_filters_come_off_one_by_one(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/tim?q=thi+dua&year=2018&place=S%C6%A1n+La").text, "html.parser")
    chips = [str(tag["href"]) for tag in soup.select(".chosen a.tag")]
    assert len(chips) == 2
    assert sum("year=" in chip for chip in chips) == 1 and sum("place=" in chip for chip in chips) == 1


def test_facet_counts_agree_with_results(client: FlaskClient) -> None:
    whole = client.get("/api/v1/search?q=thi+dua&limit=1").get_json()
    for name, values in whole["facets"].items():
        for value, count in list(values.items())[:4]:
            found = client.get("/api/v1/search", query_string={"q": "thi dua", name: value, "limit": 1}).get_json()
            assert found["total"] == count, f"{name}={value}"


def test_all_filters_come_off_at_once(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/tim?q=thi+dua&year=2018&place=S%C6%A1n+La&sort=newest").text, "html.parser")
    assert "/tim?q=thi+dua&sort=newest" in [tag["href"] for tag in soup.select(".chosen a:not(.tag)")]


def test_a_chosen_value_is_marked_among_the_facets(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/tim?q=thi+dua&year=2018").text, "html.parser")
    (chosen,) = soup.select(".facets a[aria-current]")
    assert "2018" in chosen.text and "year" not in str(chosen["href"])
    other = next(tag for tag in soup.select(".facets a:not([aria-current])") if "year=" in str(tag["href"]))
    assert str(other["href"]).count("year=2018") == 1, "other filters stay"


def test_pages_of_results_have_numbers(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/tim?q=thi+dua&page=2").text, "html.parser")
    assert [tag.text for tag in soup.select(".pager [aria-current=page]")] == ["Trang 2"]
    assert soup.select_one(".pager a[rel=prev]") and soup.select_one(".pager a[rel=next]")


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 2, [1, 2]),
        (1, 9, [1, 2, 3, None, 9]),
        (4, 9, [1, 2, 3, 4, 5, 6, None, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (50, 100, [1, None, 48, 49, 50, 51, 52, None, 100]),
        (100, 100, [1, None, 98, 99, 100]),
    ],
)
def test_page_numbers(page: int, pages: int, shown: list[int | None]) -> None:
    assert page_numbers(page, pages) == shown


def test_a_search_without_words_shows_every_notice_the_newest_first(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/tim").text, "html.parser")
    total = client.get("/api/v1/summary").get_json()["notices"]
    assert soup.select_one("#thong-bao") and f"{total} thông báo" in soup.text
    days = [str(tag["datetime"]) for tag in soup.select(".hit time")]
    assert days == sorted(days, reverse=True)
    assert client.get("/api/v1/search").get_json()["total"] == 0, "a program that asks for nothing gets nothing"


def test_a_page_past_the_last_leads_back(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/tim?q=thi+dua&year=2018&page=90").text, "html.parser")
    assert [str(tag["href"]) for tag in soup.select(".empty a")] == ["/tim?q=thi+dua&year=2018"]


def test_nothing_found_offers_a_way_on(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/tim?q=xqzw+qzwx&year=2018").text, "html.parser")
    ways = [str(tag["href"]) for tag in soup.select(".empty a")]
    assert "/tim?q=xqzw+qzwx" in ways and "/tro-giup" in ways


def test_missing_documents_are_those_without_their_text_the_most_cited_first(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/con-thieu").text, "html.parser")
    ids = [str(tag["href"]).removeprefix("/van-ban/") for tag in soup.select("tbody th a")]
    found = [client.get(f"/api/v1/instruments/{id_}").get_json() for id_ in ids]
    assert len(found) > 20 and not [row["id"] for row in found if row["notice_id"]]
    counts = [row["cited_by_total"] for row in found]
    assert counts == sorted(counts, reverse=True) and counts[-1] > 0


def test_a_citer_stands_once_with_its_strongest_tie(client: FlaskClient, some: dict[str, Any]) -> None:
    soup = BeautifulSoup(client.get(f"/van-ban/{some['instrument']}").text, "html.parser")
    citers = [tag.get_text(" ", strip=True) for tag in soup.select("section[aria-labelledby=noi-dan] .citers .who")]
    assert len(citers) == len(set(citers)) > 5
    for proof in soup.select("section[aria-labelledby=noi-dan] .quote"):
        assert proof.select_one("mark"), proof.text


def test_a_draft_is_judged_and_not_kept(client: FlaskClient) -> None:
    response = client.post(
        "/kiem-tra", data={"text": "Thực hiện Chỉ thị số 34/CT-TW ngày 07/4/2014 của Bộ Chính trị.", "place": "Sơn La"}
    )
    assert response.status_code == 200
    soup = BeautifulSoup(response.text, "html.parser")
    assert [tag.text for tag in soup.select(".reading a.cite.form")] == ["Chỉ thị số 34/CT-TW"]
    assert [tag.text for tag in soup.select(".proper [data-copy]")] == [
        "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị"
    ]
    unknown = client.post(
        "/kiem-tra", data={"text": "Quyết định số 9998/QĐ-UBND ngày 01/01/2020 của UBND tỉnh Sơn La."}
    )
    assert "9998" in unknown.text and "/van-ban/" not in unknown.text


def test_a_date_that_is_none_is_asked_for_again_and_the_draft_stays(client: FlaskClient) -> None:
    response = client.post("/kiem-tra", data={"text": "Căn cứ Luật Hợp tác xã", "on": "hôm nay"})
    assert response.status_code == 400
    soup = BeautifulSoup(response.text, "html.parser")
    assert soup.select_one("textarea") and soup.select_one("textarea").text == "Căn cứ Luật Hợp tác xã"  # type: ignore[union-attr]
    assert soup.select_one("[role=alert]") and soup.select_one("#on[aria-invalid=true]")


def test_a_draft_over_the_limit_is_checked_as_far_as_it_goes(client: FlaskClient) -> None:
    text = "Căn cứ Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị.\n" + "x" * MAX_DRAFT_CHARS
    response = client.post("/kiem-tra", data={"text": text})
    assert response.status_code == 200 and "chỉ phần đầu được kiểm tra" in response.text
    assert client.post("/kiem-tra", data={"text": "x" * 3_000_000}).status_code == 413


def test_a_hostile_draft_stays_text(client: FlaskClient, hostile: str) -> None:
    response = client.post("/kiem-tra", data={"text": f"Chỉ thị số 34-CT/TW {hostile}", "place": hostile, "on": ""})
    assert "<script>alert" not in response.text and "<img src=x" not in response.text


def test_opensearch_suggestions(client: FlaskClient) -> None:
    rows = client.get("/goi-y?q=34-CT").get_json()
    assert rows and {"label", "detail", "type", "id"} <= set(rows[0])
    text, labels, _ = client.get("/goi-y?q=34-CT&dang=opensearch").get_json()
    assert text == "34-CT" and labels == [row["label"] for row in rows]


def test_health(client: FlaskClient) -> None:
    found = client.get("/healthz").get_json()
    assert found["status"] == "ok" and found["notices"] == client.get("/api/v1/summary").get_json()["notices"]


GONE: dict[str, Callable[[Path], object]] = {
    "index": lambda archive: shutil.rmtree(archive / "index"),
    "generation": lambda archive: shutil.rmtree(next((archive / "index").glob("g*"))),
    "engine": lambda archive: shutil.rmtree(next((archive / "index").glob("g*")) / "engine"),
    "pointer": lambda archive: (archive / "index" / "current").unlink(),
    "store": lambda archive: (archive / DATABASE).unlink(),
    "archive": shutil.rmtree,
}


@pytest.mark.parametrize("name", GONE)
def test_health_sees_what_was_deleted_under_the_server(demo_folder: Path, tmp_path: Path, name: str) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(demo_folder, archive)
    client = create_app(Settings(archive=archive)).test_client()
    found = client.get("/healthz")
    assert found.status_code == 200 and found.headers["Cache-Control"] == "no-store"
    GONE[name](archive)
    assert client.get("/healthz").status_code == 503
    shutil.rmtree(archive, ignore_errors=True)
    shutil.copytree(demo_folder, archive)
    assert client.get("/healthz").status_code == 200


def test_reading_changes_no_file_of_an_archive(demo_folder: Path, tmp_path: Path, addresses: list[str]) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(demo_folder, archive)
    before = stamps(archive)
    client = create_app(Settings(archive=archive)).test_client()
    draft = {"text": "Căn cứ Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng", "place": "Sơn La"}
    for address in addresses:
        client.get(address)
        assert stamps(archive) == before, address
    for answer in (client.post("/kiem-tra", data=draft), client.post("/api/v1/check", json=draft)):
        assert answer.status_code == 200 and "12/CT-TTg" in answer.text
        assert stamps(archive) == before


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was changed last, and how long it is."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in files}


def test_an_archive_that_is_not_there_is_503_and_names_no_folder(tmp_path: Path) -> None:
    client = create_app(Settings(archive=tmp_path / "none")).test_client()
    assert client.get("/healthz").status_code == 503
    page = client.get("/van-ban/x")
    error = client.get("/api/v1/search?q=x").get_json()["error"]
    assert page.status_code == error["status"] == 503
    assert "Kho chưa sẵn sàng" in page.text and error["message"]
    assert str(tmp_path) not in page.text + error["message"]
    assert "The archive is not ready" in client.get("/?lang=en").text


def test_a_fault_inside_is_500_and_not_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(Settings(archive=folder))
    monkeypatch.setattr(Archive, "summary", lambda self: 1 / 0)
    for address in ("/gioi-thieu", "/api/v1/summary"):
        response = app.test_client().get(address)
        assert response.status_code == 500
        assert "division" not in response.text and "Traceback" not in response.text


def test_the_feed_is_valid_and_as_new_as_its_newest_entry(client: FlaskClient) -> None:
    feed = ElementTree.fromstring(client.get("/tim.atom?q=thi+dua&year=2018").data)
    name = "{http://www.w3.org/2005/Atom}"
    for wanted in ("title", "id", "updated", "author"):
        assert feed.find(name + wanted) is not None, wanted
    updated = [str(entry.findtext(name + "updated")) for entry in feed.iter(name + "entry")]
    assert updated and updated == sorted(updated, reverse=True) and feed.findtext(name + "updated") == updated[0]
    assert len({entry.findtext(name + "id") for entry in feed.iter(name + "entry")}) == len(updated)


def test_a_table_of_results_keeps_formulas_from_a_spreadsheet(client: FlaskClient) -> None:
    rows = list(csv.reader(client.get("/tim.csv?q=thi+dua").text.lstrip("\ufeff").splitlines()))
    assert rows[0][:2] == ["id", "title"] and len(rows) > 5
    assert not [cell for row in rows for cell in row if cell[:1] in "=+@" and cell]


def test_a_browser_can_add_the_archive(client: FlaskClient) -> None:
    described = ElementTree.fromstring(client.get("/opensearch.xml").data)
    name = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert len(str(described.findtext(name + "ShortName"))) <= 16
    templates = [url.attrib["template"] for url in described.iter(name + "Url")]
    for template in templates:
        assert (
            client.get(template.replace("{searchTerms}", "34-CT").removeprefix("http://localhost")).status_code == 200
        )


def test_a_law_shows_who_cites_each_article(
    indexed: Callable[[Path, list[dict[str, Any]]], str], tmp_path: Path
) -> None:
    texts = (
        "theo Điều 17 và Điều 18 Luật Hợp tác xã năm 2012",
        "theo khoản 2 Điều 17 và Điều 250 Luật Hợp tác xã năm 2012",
    )
    rows = [{"id": f"n{at}", "title": f"Tin {at}", "text": text} for at, text in enumerate(texts)]
    client = create_app(Settings(archive=Path(indexed(tmp_path, rows)))).test_client()
    page = BeautifulSoup(client.get("/van-ban/luat.23-2012-qh13").text, "html.parser")
    shown = [" ".join(row.get_text(" ").split()) for row in page.select(".articles li")]
    assert shown == [
        "Điều 17 2 thông báo",
        "Điều 18 1 thông báo",
        "Điều 250 1 thông báo văn bản chỉ có 64 điều",
    ]
    bars = [float(str(bar["width"])) for bar in page.select(".articles rect")]
    assert bars == [100.0, 50.0, 50.0]
    for link, found in zip(page.select(".articles a"), ({"n0", "n1"}, {"n0"}, {"n1"}), strict=True):
        results = BeautifulSoup(client.get(str(link["href"])).text, "html.parser")
        assert {str(one["href"]).rpartition("/")[2] for one in results.select(".hit a")} == found
    notice = BeautifulSoup(client.get("/thong-bao/n1").text, "html.parser")
    assert [one.get_text() for one in notice.select(".note-item .beyond")] == ["Văn bản này không có Điều 250"]
    english = BeautifulSoup(client.get("/van-ban/luat.23-2012-qh13?lang=en").text, "html.parser")
    assert "Article 250" in english.select(".articles li")[2].get_text()
