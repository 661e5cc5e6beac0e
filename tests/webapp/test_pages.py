"""Every page answers, is safe, and says what it should."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from webapp.app import create_app

FIXED = [
    "/",
    "/tim",
    "/tim?q=chi+thi+12",
    "/tim?q=kinh+te+tap+the&sort=newest&page=2&kind=ke-hoach&kind=bao-cao&year=2018",
    "/phong-trao",
    "/phong-trao?occasion=25+n%C4%83m&year=2018&place=S%C6%A1n+La",
    "/phong-trao/lich",
    "/kiem-tra",
    "/tro-giup",
    "/gioi-thieu",
]


def addresses(some: dict[str, Any]) -> list[str]:
    """One of each page."""
    a, b = some["campaigns"][0], some["campaigns"][3]
    return [
        *FIXED,
        f"/van-ban/{some['instrument']}",
        f"/van-ban/{some['instrument']}/trien-khai",
        f"/thong-bao/{some['notice']}",
        "/thong-bao/hostile",
        f"/do-thi/{some['instrument']}",
        f"/do-thi/{some['notice']}?depth=3",
        f"/phong-trao/{a}",
        f"/phong-trao/so-sanh?id={a}&id={b}",
        f"/phong-trao/du-thao?id={a}&id={b}",
    ]


def test_every_page_is_whole(client: FlaskClient, some: dict[str, Any]) -> None:
    for address in addresses(some):
        response = client.get(address)
        assert response.status_code == 200, address
        soup = BeautifulSoup(response.text, "html.parser")
        assert len(soup.find_all("h1")) == 1, address
        assert soup.html is not None and soup.html["lang"] == "vi"
        assert soup.find("main") and soup.find("nav") and soup.select_one("a.skip[href='#noi-dung']")
        ids = [tag["id"] for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids)), f"{address}: an id stands twice"
        for field in soup.select("input:not([type=hidden]), select, textarea"):
            named = field.get("aria-label") or soup.select_one(f"label[for='{field.get('id')}']")
            assert named, f"{address}: {field} has no name"


def test_no_inline_script_or_style(client: FlaskClient, some: dict[str, Any]) -> None:
    for address in addresses(some):
        response = client.get(address)
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        soup = BeautifulSoup(response.text, "html.parser")
        assert not soup.select("[style], style, script:not([src])"), address
        assert not [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")], address


def test_every_link_inside_leads_somewhere(client: FlaskClient, some: dict[str, Any]) -> None:
    asked: set[str] = set()
    for address in addresses(some):
        soup = BeautifulSoup(client.get(address).text, "html.parser")
        for tag in soup.select("a[href]"):
            href = str(tag["href"])
            if not href.startswith("/"):
                assert re.match(r"https?://|#", href), href
                continue
            path = href.split("#")[0]
            if path in asked or len(asked) > 150:
                continue
            asked.add(path)
            assert client.get(path).status_code in (200, 301), f"{address} -> {href}"
    assert len(asked) > 60


def test_a_quotation_leads_to_its_citation(client: FlaskClient, some: dict[str, Any]) -> None:
    soup = BeautifulSoup(client.get(f"/van-ban/{some['instrument']}").text, "html.parser")
    deep = [str(tag["href"]) for tag in soup.select("a[href*='#c']")]
    assert deep
    for href in deep:
        path, anchor = href.split("#")
        assert BeautifulSoup(client.get(path).text, "html.parser").select_one(f"[id='{anchor}']"), href


@pytest.mark.parametrize("address", ["/thong-bao/hostile", "/tim?q=ziczac", "/tim?q={}", "/tim.atom?q=ziczac"])
def test_hostile_text_stays_text(client: FlaskClient, hostile: str, address: str) -> None:
    response = client.get(address.format(quote(hostile)))
    assert response.status_code == 200
    assert "<script>alert" not in response.text and "<img" not in response.text
    assert "javascript:" not in response.text


@pytest.mark.parametrize(
    "address",
    ["/khong-co", "/van-ban/khong-co", "/van-ban/chi-thi.9999-ct-ttg.1901", "/thong-bao/khong", "/phong-trao/khong"],
)
def test_what_is_not_there_is_404_with_a_search_box(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert BeautifulSoup(response.text, "html.parser").select_one("form[role=search]")


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
    chips = [str(tag["href"]) for tag in soup.select("section a.tag")]
    assert len(chips) == 2
    assert sum("year=" in chip for chip in chips) == 1 and sum("place=" in chip for chip in chips) == 1


def test_facet_counts_agree_with_results(client: FlaskClient) -> None:
    whole = client.get("/api/v1/search?q=thi+dua&limit=1").get_json()
    for name, values in whole["facets"].items():
        for value, count in list(values.items())[:4]:
            found = client.get("/api/v1/search", query_string={"q": "thi dua", name: value, "limit": 1}).get_json()
            assert found["total"] == count, f"{name}={value}"


def test_a_draft_is_judged_and_not_kept(client: FlaskClient) -> None:
    response = client.post(
        "/kiem-tra", data={"text": "Thực hiện Chỉ thị số 34/CT-TW ngày 07/4/2014 của Bộ Chính trị.", "place": "Sơn La"}
    )
    assert response.status_code == 200
    assert "34-CT/TW" in response.text
    unknown = client.post(
        "/kiem-tra", data={"text": "Quyết định số 9998/QĐ-UBND ngày 01/01/2020 của UBND tỉnh Sơn La."}
    )
    assert "9998" in unknown.text and "/van-ban/" not in unknown.text
    assert client.post("/kiem-tra", data={"text": "x", "on": "hôm nay"}).status_code == 400


def test_opensearch_suggestions(client: FlaskClient) -> None:
    rows = client.get("/goi-y?q=34-CT").get_json()
    assert rows and {"label", "detail", "type", "id"} <= set(rows[0])
    text, labels, _ = client.get("/goi-y?q=34-CT&dang=opensearch").get_json()
    assert text == "34-CT" and labels == [row["label"] for row in rows]


def test_health(client: FlaskClient) -> None:
    found = client.get("/healthz").get_json()
    assert found["status"] == "ok" and found["notices"] == client.get("/api/v1/summary").get_json()["notices"]


def test_an_archive_that_is_not_there_is_503(tmp_path: Path) -> None:
    client = create_app(tmp_path / "none").test_client()
    assert client.get("/healthz").status_code == 503
    assert client.get("/api/v1/search?q=x").get_json()["error"]["status"] == 503
