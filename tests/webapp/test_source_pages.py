"""The health of sources without what is their owner's own; captures shown so that nothing of theirs runs."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from corpus.captures import captures_of
from corpus.sources import Source
from corpus.store import Store, now
from webapp.app import create_app
from webapp.settings import Settings

CONTACT = "thu-kho@example.org"


@pytest.fixture
def kept(demo_folder: Path, tmp_path: Path) -> Path:
    """A copy of the demo's archive, with sources."""
    folder = tmp_path / "archive"
    shutil.copytree(demo_folder, folder)
    good = Source(
        start_url="https://tot.example/",
        added_at=now(),
        name="Liên minh A",
        place="Sơn La",
        contact=CONTACT,
        every_hours=24,
        enabled=True,
    )
    with Store.open(folder) as store, store.transaction():
        rows = store.source_rows
        for source in (
            good,
            replace(good, start_url="https://loi.example/", name="Liên minh B", every_hours=36),
            replace(good, start_url="https://moi.example/", name=None, every_hours=None),
            replace(good, start_url="https://tat.example/", name="Liên minh D", enabled=False),
        ):
            rows.keep(source)
        rows.fared(good, began=now(), site="tot.example", report={"fetched": 3}, error=None)
        broken = rows.get("https://loi.example/")
        assert broken is not None
        rows.fared(
            broken, began=now(), site="loi.example", report={}, error="https://loi.example: no connection <script>"
        )
    return folder


@pytest.fixture
def visitor(kept: Path) -> FlaskClient:
    return create_app(Settings(archive=kept)).test_client()


def some_notice(folder: Path) -> str:
    with Store.open(folder) as store:
        return next(one.notice_id for one in store.captures.all() if one.notice_id)


def test_each_source_says_how_it_fares(visitor: FlaskClient) -> None:
    page = visitor.get("/nguon")
    soup = BeautifulSoup(page.text, "html.parser")
    told = {
        item.select_one("a")["href"]: item.select_one(".health").get_text(strip=True) for item in soup.select(".source")
    }  # type: ignore[index, union-attr]
    assert told == {
        "https://tot.example/": "tốt",
        "https://loi.example/": "có lỗi",
        "https://moi.example/": "chưa thu lần nào",
        "https://tat.example/": "không thu",
    }
    words = soup.get_text(" ", strip=True)
    assert "hằng ngày" in words and "mỗi 36 giờ" in words and "mỗi lượt" in words
    assert "no connection &lt;script&gt;" in page.text


def test_what_is_the_owners_own_is_not_shown(visitor: FlaskClient) -> None:
    assert CONTACT not in visitor.get("/nguon").text


def test_it_is_there_in_english(visitor: FlaskClient) -> None:
    words = BeautifulSoup(visitor.get("/nguon?lang=en").text, "html.parser").get_text(" ", strip=True)
    assert "with a fault" in words and "every day" in words and "every 36 hours" in words


def test_an_archive_without_sources_shows_where_its_notices_are_from(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/nguon").text, "html.parser")
    assert not soup.select(".source")
    assert "không có nguồn nào" in soup.get_text()
    assert any(".example" in chip.get_text() for chip in soup.select(".chip"))


def test_a_notice_leads_to_its_capture_as_it_came(kept: Path, visitor: FlaskClient) -> None:
    id_ = some_notice(kept)
    capture = captures_of(kept, id_)[0]
    assert f"/thong-bao/{id_}/ban-luu" in visitor.get(f"/thong-bao/{id_}").text
    listed = visitor.get(f"/thong-bao/{id_}/ban-luu").text
    assert capture.digest in listed and capture.url in listed
    for name, mimetype in (("txt", "text/plain"), ("html", "text/html")):
        answer = visitor.get(f"/thong-bao/{id_}/ban-luu/{capture.digest}.{name}")
        assert answer.mimetype == mimetype
        assert hashlib.sha256(answer.data).hexdigest() == capture.digest
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "noindex" in answer.headers["X-Robots-Tag"]


def test_a_captures_script_never_runs(kept: Path, visitor: FlaskClient) -> None:
    id_ = some_notice(kept)
    answer = visitor.get(f"/thong-bao/{id_}/ban-luu/{captures_of(kept, id_)[0].digest}.html")
    policy = [part.strip() for part in answer.headers["Content-Security-Policy"].split(";")]
    assert "sandbox" in policy and "default-src 'none'" in policy
    assert not any("script" in part or "allow-" in part for part in policy)


def test_a_notice_that_was_imported_has_no_capture(client: FlaskClient) -> None:
    assert "/ban-luu" not in client.get("/thong-bao/hostile").text
    page = client.get("/thong-bao/hostile/ban-luu")
    assert page.status_code == 200 and "nhập từ tệp" in page.text


def test_what_is_not_there_is_said(kept: Path, visitor: FlaskClient) -> None:
    id_ = some_notice(kept)
    digest = captures_of(kept, id_)[0].digest
    assert visitor.get(f"/thong-bao/{id_}/ban-luu/{'0' * 64}.txt").status_code == 404
    assert visitor.get("/thong-bao/none/ban-luu").status_code == 404
    for warc in (kept / "captures").iterdir():
        warc.unlink()
    gone = visitor.get(f"/thong-bao/{id_}/ban-luu/{digest}.txt")
    assert gone.status_code == 404 and "không còn đọc được" in gone.text


def test_a_withdrawn_notice_shows_no_capture(kept: Path, visitor: FlaskClient) -> None:
    id_ = some_notice(kept)
    digest = captures_of(kept, id_)[0].digest
    with Store.open(kept) as store:
        store.withdraw(id_, "nhầm")
    assert visitor.get(f"/thong-bao/{id_}/ban-luu/{digest}.txt").status_code in (404, 410)
