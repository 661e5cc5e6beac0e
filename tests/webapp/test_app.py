"""The application: the status of each error, headers on every answer, the archive that is kept open."""

import gc
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus.errors import ArchiveMissing, DanChieuError, EngineError, IndexDamaged, InputError, NotFound
from webapp.app import Shelf, create_app, warmed
from webapp.settings import Settings
from webapp.steady_server import MAX_BODY


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """An application over no archive, with a page that fails as it is told."""
    made = create_app(Settings(archive=tmp_path / "archive"))

    def fail(name: str) -> str:
        raise ERRORS[name]

    made.add_url_rule("/fail/<name>", "fail", fail)
    made.add_url_rule("/api/fail/<name>", "api_fail", fail)
    return made


ERRORS = {
    "not-found": NotFound("x"),
    "input": InputError("x"),
    "engine": EngineError("x"),
    "damaged": IndexDamaged("x"),
    "missing": ArchiveMissing("x"),
    "other": DanChieuError("x"),
}


@pytest.mark.parametrize(
    ("name", "status"),
    [("not-found", 404), ("input", 400), ("engine", 503), ("damaged", 503), ("missing", 503), ("other", 500)],
)
def test_each_error_has_its_status_as_page_and_as_json(app: Flask, name: str, status: int) -> None:
    client = app.test_client()
    page = client.get(f"/fail/{name}")
    assert (page.status_code, page.mimetype) == (status, "text/html")
    told = client.get(f"/api/fail/{name}")
    assert (told.status_code, told.mimetype) == (status, "application/json")
    assert told.get_json()["error"]["status"] == status
    assert (told.get_json()["error"]["message"] == "x") is (status < 500)


@pytest.mark.parametrize("path", ["/fail/input", "/fail/not-found", "/no-such-page", "/tro-giup", "/api/no-such"])
def test_every_answer_is_guarded(app: Flask, path: str) -> None:
    headers = app.test_client().get(path).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert ("Cookie" in headers.get("Vary", "")) is headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(("size", "status"), [(MAX_BODY + 1, 413), (MAX_BODY * 2, 413)])
def test_a_body_has_a_bound(app: Flask, size: int, status: int) -> None:
    assert app.test_client().post("/kiem-tra", data=b"x" * size).status_code == status


@pytest.mark.parametrize(
    ("location", "sent"),
    [
        ("http://made-up.example/tim?q=a", "/tim?q=a"),
        ("http://made-up.example/", "/"),
        ("/tim", "/tim"),
        ("https://other.example/x", "https://other.example/x"),
    ],
)
def test_a_redirection_never_names_a_host_that_a_client_made_up(app: Flask, location: str, sent: str) -> None:
    app.add_url_rule("/away", "away", lambda: ("", 302, {"Location": location}))
    answer = app.test_client().get("/away", headers={"Host": "made-up.example"})
    assert answer.headers["Location"] == sent


def test_the_archive_is_opened_once(folder: Path) -> None:
    shelf = Shelf(Settings(archive=folder))
    assert shelf.archive() is shelf.archive()
    shelf.archive().close()


def test_the_archive_is_refreshed_at_most_every_two_seconds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("webapp.app.time.monotonic", lambda: now[0])
    shelf = Shelf(Settings(archive=folder))
    archive = shelf.archive()
    refreshed: list[float] = []
    monkeypatch.setattr(type(archive), "refresh", lambda _: refreshed.append(now[0]))
    for at in (101.0, 102.0, 102.5, 103.0, 104.5, 104.6, 109.0):
        now[0] = at
        assert shelf.archive() is archive
    assert refreshed == [102.5, 104.6, 109.0]
    archive.close()


def test_a_look_sees_what_is_on_the_disk(folder: Path, tmp_path: Path) -> None:
    Shelf(Settings(archive=folder)).look()
    with pytest.raises(ArchiveMissing):
        Shelf(Settings(archive=tmp_path / "none")).look()
    with pytest.raises(ArchiveMissing):
        Shelf(Settings(archive=tmp_path / "none")).archive()


def test_an_application_is_warmed_though_there_is_no_archive(app: Flask) -> None:
    assert warmed(app) is app
    assert gc.get_freeze_count() > 0
    gc.unfreeze()


def test_a_page_is_answered(client: FlaskClient) -> None:
    assert client.get("/").status_code == 200
