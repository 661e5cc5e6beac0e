"""A notice with thousands of citations, in lines and in one line: every page and every answer about it stays small."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from webapp.api import MAX_ROWS
from webapp.app import create_app
from webapp.pages import MAX_DRAFT_CHARS, MAX_JUDGED
from webapp.settings import Settings

CITATIONS = 3000
IDS = ("dai", "mot-dong")
LINES = [
    f"{n}. Căn cứ Quyết định số {n % 60 + 1}/QĐ-UBND ngày 0{n % 9 + 1}/02/2015 của Ủy ban nhân dân tỉnh Sơn La;"
    for n in range(CITATIONS)
]
MOST_BYTES = 1_000_000


@pytest.fixture(scope="module")
def long_client(
    indexed: Callable[[Path, list[dict[str, Any]]], str], tmp_path_factory: pytest.TempPathFactory
) -> FlaskClient:
    """A browser before an archive of two such notices."""
    rows = [
        {
            "id": id_,
            "title": f"Danh mục {id_}",
            "url": f"https://htx.example/{id_}",
            "text": join.join(LINES),
            "place": "Sơn La",
        }
        for id_, join in zip(IDS, ("\n", " "), strict=True)
    ]
    return create_app(Settings(archive=Path(indexed(tmp_path_factory.mktemp("long"), rows)))).test_client()


@pytest.mark.parametrize("id_", IDS)
def test_its_pages_show_each_citation_once(long_client: FlaskClient, id_: str) -> None:
    seen: list[str] = []
    address: str | None = f"/thong-bao/{id_}"
    while address:
        response = long_client.get(address)
        assert response.status_code == 200 and len(response.data) < MOST_BYTES
        shown = re.findall(r'<a class="cite[^"]*" id="(c\d+)"', response.text)
        assert 0 < len(shown) < 500
        assert response.text.count('class="note-item"') == len(shown)
        seen += shown
        further = re.search(r'<a href="([^"#]+)#phan" rel="next">', response.text)
        address = further[1] if further else None
    found = [f"c{row['start']}" for row in citations_of(long_client, id_)]
    assert seen == found and len(found) == CITATIONS


def citations_of(client: FlaskClient, id_: str) -> list[dict[str, Any]]:
    """All citations of a notice, from one answer after the other."""
    rows: list[dict[str, Any]] = []
    while True:
        page = client.get(f"/api/v1/notices/{id_}?offset={len(rows)}").get_json()
        assert len(page["citations"]) <= MAX_ROWS and len(page["relations"]) <= MAX_ROWS
        rows += page["citations"]
        if len(rows) >= page["citations_total"]:
            return rows


def test_an_answer_holds_what_is_asked_for(long_client: FlaskClient) -> None:
    page = long_client.get("/api/v1/notices/dai?offset=2990&limit=25").get_json()
    assert len(page["citations"]) == 10 and page["citations_total"] == CITATIONS
    assert len(long_client.get("/api/v1/notices/dai?limit=3").get_json()["relations"]) == 3
    for odd in ("limit=-1", "limit=²", "offset=x", "offset=1e9"):
        assert long_client.get(f"/api/v1/notices/dai?{odd}").status_code == 400


@pytest.mark.parametrize("id_", IDS)
def test_its_graph_is_small(long_client: FlaskClient, id_: str) -> None:
    assert len(long_client.get(f"/do-thi/{id_}?depth=3").data) < MOST_BYTES
    graph = long_client.get(f"/api/v1/graph/{id_}?depth=3").get_json()
    assert len(graph["nodes"]) <= 60 and all(edge["quote"] and "end" not in edge for edge in graph["edges"])


def test_what_it_cites_leads_to_the_place(long_client: FlaskClient) -> None:
    row = citations_of(long_client, "mot-dong")[-1]
    soup = BeautifulSoup(long_client.get(f"/van-ban/{row['target']['id']}").text, "html.parser")
    links = [str(tag["href"]) for tag in soup.select("blockquote a")]
    assert links
    for href in links:
        path, anchor = href.split("#")
        assert BeautifulSoup(long_client.get(path).text, "html.parser").select_one(f"[id='{anchor}']"), href


def test_a_long_draft_is_judged_in_part_and_told_so(long_client: FlaskClient) -> None:
    draft = " ".join(LINES)[:MAX_DRAFT_CHARS]
    response = long_client.post("/kiem-tra", data={"text": draft, "place": "Sơn La"})
    soup = BeautifulSoup(response.text, "html.parser")
    assert len(soup.select(".note-item")) == MAX_JUDGED
    assert len(response.data) < 2 * MOST_BYTES
    judged = long_client.post("/api/v1/check", json={"text": draft}).get_json()
    assert len(judged["citations"]) == MAX_JUDGED and judged["left_out"] > 1000
    assert f"{judged['left_out']:,}".replace(",", ".") in response.text
    assert len(long_client.post("/api/v1/cite", json={"text": draft}).get_json()["citations"]) == MAX_JUDGED


def test_a_draft_like_any_other_is_judged_whole(long_client: FlaskClient) -> None:
    judged = long_client.post("/api/v1/check", json={"text": "\n".join(LINES[:30])}).get_json()
    assert len(judged["citations"]) == 30 and judged["left_out"] == 0
