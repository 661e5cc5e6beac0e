"""Sources that are due are visited on their own terms, and it is kept how each fared."""

from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from corpus.errors import InputError
from corpus.sources import Source
from corpus.store import Store, now
from crawler.report import CrawlReport
from crawler.scheduling import crawl_sources, due_sources
from crawler.settings import CrawlSettings
from tests.crawler.conftest import Server
from tests.crawler.crawling import ARTICLE

SETTINGS = CrawlSettings(delay=0.0, allow_private=True, retries=0, read_timeout=2.0)


def source_at(url: str, **values: object) -> Source:
    return replace(Source(start_url=f"{url}/", added_at=now(), every_hours=24, enabled=True), **values)  # type: ignore[arg-type]


def kept(folder: Path, *sources: Source) -> None:
    with Store.open(folder, create=True) as store, store.transaction():
        for source in sources:
            store.source_rows.keep(source)


def crawl_due(folder: Path, *starts: str) -> CrawlReport:
    with Store.open(folder) as store:
        return crawl_sources(store, starts, settings=SETTINGS)


def of(folder: Path, url: str) -> Source:
    with Store.open(folder) as store:
        found = store.source_rows.get(url)
    assert found is not None
    return found


def test_what_is_due_is_visited_once_until_it_is_due_again(server: Server, tmp_path: Path) -> None:
    server.page("/", ARTICLE)
    kept(tmp_path, source_at(server.url))
    assert crawl_due(tmp_path).added == 1
    source = of(tmp_path, f"{server.url}/")
    assert (source.notices, source.last_error, source.report["added"], source.last_success_at) == (
        1,
        None,
        1,
        source.last_run_at,
    )
    report = crawl_due(tmp_path)
    assert report.idle and report.asked == 0 and server.url in report.line()
    with Store.open(tmp_path) as store, store.transaction():
        assert due_sources(store, now()) == []
        store.source_rows.make_due(f"{server.url}/")
    assert crawl_due(tmp_path).unchanged == 1


def test_a_site_that_fails_says_why_and_comes_again_soon(server: Server, tmp_path: Path) -> None:
    kept(tmp_path, source_at(server.url))
    crawl_due(tmp_path)
    source = of(tmp_path, f"{server.url}/")
    assert source.last_error and "404" in source.last_error
    assert source.last_success_at is None and source.due_at is not None
    server.page("/", ARTICLE)
    crawl_due(tmp_path, server.url)
    assert of(tmp_path, f"{server.url}/").last_error is None


def test_the_site_is_told_the_contact_and_its_notices_are_of_its_place(server: Server, tmp_path: Path) -> None:
    agents: list[str | None] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        agents.append(handler.headers["User-Agent"])
        data = ARTICLE.encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    server.answers["/"] = answer
    kept(tmp_path, source_at(server.url, contact="thu-kho@example.org", place="Sơn La"))
    crawl_due(tmp_path)
    assert agents and all(
        agent and agent.startswith("DanChieu/") and "thu-kho@example.org" in agent for agent in agents
    )
    with Store.open(tmp_path) as store:
        assert [notice.place for _, notice in store.changed_since(0)] == ["Sơn La"]


def test_each_site_has_its_own_figures(server: Server, tmp_path: Path) -> None:
    server.page("/", ARTICLE)
    gone = server.url.replace("127.0.0.1", "localhost").rsplit(":", 1)[0] + ":9"
    kept(tmp_path, source_at(server.url), source_at(gone))
    report = crawl_due(tmp_path)
    assert report.sites[server.url]["added"] == 1 and report.sites[gone]["added"] == 0
    assert of(tmp_path, f"{server.url}/").last_error is None
    error = of(tmp_path, f"{gone}/").last_error
    assert error and "robots.txt" in error


def test_without_any_that_is_enabled_it_is_said(server: Server, tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    with pytest.raises(InputError, match="danchieu sources add"):
        crawl_due(tmp_path)
    kept(tmp_path, source_at(server.url, enabled=False))
    with pytest.raises(InputError, match="none of the 1 sources is enabled"):
        crawl_due(tmp_path)
    assert server.asked == []


def test_a_start_address_that_is_named_is_remembered_and_visited_in_each_run(server: Server, tmp_path: Path) -> None:
    server.page("/", ARTICLE)
    Store.open(tmp_path, create=True).close()
    crawl_due(tmp_path, server.url)
    assert of(tmp_path, f"{server.url}/").every_hours is None
    assert crawl_due(tmp_path).unchanged == 1
    assert urlsplit(server.url).hostname == "127.0.0.1"
