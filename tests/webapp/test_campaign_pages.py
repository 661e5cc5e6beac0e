"""The list of campaigns in pages, and a worker that is ready before it serves."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from benchmarks.synthetic import synthetic_launches
from webapp.app import create_app, warmed
from webapp.settings import Settings

COUNT = 120


@pytest.fixture(scope="module")
def many(indexed: Callable[[Path, list[dict[str, Any]]], str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of more campaigns than a page holds."""
    return Path(indexed(tmp_path_factory.mktemp("many"), list(synthetic_launches(COUNT))))


@pytest.fixture(scope="module")
def pages(many: Path) -> FlaskClient:
    return create_app(Settings(archive=many)).test_client()


def listed(page: str) -> list[str]:
    """Ids of the campaigns that can be chosen on a page."""
    return re.findall(r'name="id" value="([^"]+)"', page)


def test_every_campaign_is_on_one_page(pages: FlaskClient) -> None:
    found: list[str] = []
    for number in (1, 2, 3):
        page = pages.get(f"/phong-trao?page={number}").get_data(as_text=True)
        assert f"{COUNT} phong trào" in page
        found += listed(page)
    assert len(found) == len(set(found)) == COUNT
    api = pages.get(f"/api/v1/campaigns?limit={COUNT}").get_json()
    assert found[:100] == [row["id"] for row in api]


@pytest.mark.parametrize(("page", "shown"), [("3", 20), ("99", 20), ("0", 50), ("", 50)])
def test_a_page_out_of_range_is_the_nearest(pages: FlaskClient, page: str, shown: int) -> None:
    assert len(listed(pages.get(f"/phong-trao?page={page}").get_data(as_text=True))) == shown


def test_a_page_that_is_no_number_is_refused(pages: FlaskClient) -> None:
    assert pages.get("/phong-trao?page=hai").status_code == 400


def test_links_to_other_pages_keep_the_filters(pages: FlaskClient) -> None:
    page = pages.get("/phong-trao?q=thi+đua&page=2").get_data(as_text=True)
    links = re.findall(r'href="([^"]*/phong-trao\?[^"]*page=3[^"]*)"', page)
    assert links
    assert all("q=thi" in link for link in links)
    assert "page=" not in pages.get("/phong-trao?place=S%C6%A1n+La").get_data(as_text=True)


def test_no_campaign_is_decoded_for_what_its_card_says(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cost follows the page: the payloads read are those of the campaigns that it lists."""
    app = warmed(create_app(Settings(archive=many)))
    engine = app.config["SHELF"].archive()._engine
    read: list[str] = []
    whole = type(engine).fetch_many
    monkeypatch.setattr(type(engine), "fetch_many", lambda self, kind, ids: read.extend(ids) or whole(self, kind, ids))
    monkeypatch.setattr(type(engine), "scan", lambda self, kind: pytest.fail("every campaign is read"))
    client = app.test_client()
    assert client.get("/phong-trao?page=2").status_code == 200
    assert len(read) == 50
    read.clear()
    for address in ("/phong-trao/lich", "/phong-trao/pt-k0", "/api/v1/campaigns?limit=5"):
        assert client.get(address).status_code == 200
    assert len(read) < COUNT


def test_a_worker_without_a_readable_index_starts_and_says_so(tmp_path: Path) -> None:
    assert warmed(create_app(Settings(archive=tmp_path))).test_client().get("/phong-trao").status_code == 503
