import os
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import InputError
from corpus.sample.notices import load_notices
from corpus.sample.server import serve_sites
from corpus.sample.sites import SITES, path_of
from corpus.store import Store
from corpus.text import fold, normalise
from crawler.captures import read_captures
from crawler.crawl import crawl
from crawler.settings import CrawlSettings

FAST = CrawlSettings(delay=0.0, allow_private=True, retries=0, read_timeout=2.0)
ARTICLE = (
    "<html><head><title>Tin</title></head><body><nav><a href='/'>Trang chủ</a></nav><article><h1>Tin số {n} về hợp tác xã</h1>"
    + "<p>Nội dung bài viết {n} đủ dài để được coi là một bài báo thật sự, có chủ ngữ, vị ngữ và dấu chấm câu.</p>" * 4
    + "</article></body></html>"
)


def notices(folder: Path) -> dict[str, tuple[Any, ...]]:
    with sqlite3.connect(folder / "danchieu.sqlite") as db:
        rows = db.execute("SELECT url, title, text, published_on, place, head_number FROM notices").fetchall()
    db.close()
    return {row[0]: row[1:] for row in rows}


def test_the_sample_sites_are_read_as_they_were_written(tmp_path: Path) -> None:
    with serve_sites() as served, Store.open(tmp_path, create=True) as store:
        starts = [site.url for site in served.values()]
        first = crawl(store, starts, settings=FAST)
        assert first.added == 51
        assert first.failed == 0
        found = notices(tmp_path)
        for site in SITES:
            for notice in load_notices()[site.key]:
                url = served[site.key].url.rstrip("/") + path_of(notice)
                if notice.is_gallery:
                    assert url not in found
                    continue
                title, text, published_on, _, number = found[url]
                assert unicodedata.is_normalized("NFC", text)
                assert (fold(title), published_on, number) == (fold(notice.title), notice.published_on, notice.number)
                assert fold(text) == fold(normalise("\n".join([*notice.head, *notice.lines])))
                if site.place:
                    assert found[url][3] == site.place
            assert not any("/noi-bo/" in target for target in served[site.key].requests), "robots.txt is kept to"
            assert not any("print=1" in target for target in served[site.key].requests), "print pages are not asked for"
        before = {key: site.not_modified for key, site in served.items()}
        second = crawl(store, starts, settings=FAST)
        assert (second.fetched, second.added, second.updated) == (0, 0, 0)
        assert all(site.not_modified > before[key] for key, site in served.items())
        assert notices(tmp_path) == found
    assert sum(1 for _ in read_captures(tmp_path)) == first.fetched


def test_pages_without_article_or_date(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a><a href='/gallery'>b</a><a href='/nul'>c</a>")
    server.page("/a", ARTICLE.format(n=1))
    server.page("/gallery", "<html><title>Ảnh</title><body><img src=x><p>Ảnh</p></body></html>")
    server.page("/nul", ARTICLE.format(n=2).replace("Nội", "N\x00ội").encode() + b"\xed\xa0\x80")
    with Store.open(tmp_path, create=True) as store:
        report = crawl(store, [server.url], settings=FAST)
        assert report.added == 2
    assert {row[2] for row in notices(tmp_path).values()} == {None}
    assert all("\x00" not in row[1] for row in notices(tmp_path).values())


def test_it_stays_within_the_site_and_reports_faults(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='http://other.example/x'>x</a><a href='/missing'>y</a><a href='/a'>z</a>")
    server.page("/a", ARTICLE.format(n=1))
    with Store.open(tmp_path, create=True) as store:
        report = crawl(store, [server.url], settings=FAST)
        assert (report.added, report.failed) == (1, 0)
        states = dict(store.connection.execute("SELECT url, state FROM frontier").fetchall())
    assert states[server.url + "/missing"] == "failed"
    assert not any("other.example" in url for url in states)


def test_robots_that_cannot_be_had_close_the_site(tmp_path: Path, server: Any) -> None:
    server.page("/", ARTICLE.format(n=1))
    server.answers["/robots.txt"] = lambda handler: (
        handler.send_response(503),
        handler.send_header("Content-Length", "0"),
        handler.end_headers(),
    )
    with Store.open(tmp_path, create=True) as store:
        report = crawl(store, [server.url], settings=FAST)
    assert report.fetched == 0
    assert report.first_fault is not None
    assert "robots.txt" in report.first_fault


def test_nothing_to_crawl(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store, pytest.raises(InputError, match="no site"):
        crawl(store, [], settings=FAST)


def test_the_delay_is_kept(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a><a href='/b'>b</a>")
    server.page("/a", ARTICLE.format(n=1))
    server.page("/b", ARTICLE.format(n=2))
    with Store.open(tmp_path, create=True) as store:
        began = time.monotonic()
        crawl(store, [server.url], settings=CrawlSettings(delay=0.3, allow_private=True, retries=0))
    assert time.monotonic() - began >= 0.6


@pytest.mark.slow
def test_a_killed_crawl_goes_on_and_doubles_nothing(tmp_path: Path, server: Any) -> None:
    count = 60
    server.page("/", "".join(f"<a href='/{n}'>{n}</a>" for n in range(count)))
    for n in range(count):
        server.page(f"/{n}", ARTICLE.format(n=n))
    command = [
        sys.executable,
        "-m",
        "webapp",
        "--archive",
        str(tmp_path),
        "crawl",
        server.url,
        "--allow-private",
        "--delay",
        "0.02",
    ]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while len(server.asked) < 20 and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    half = len(notices(tmp_path))
    assert 0 < half < count
    assert sum(1 for _ in read_captures(tmp_path)) >= half - 1
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "lỗi" in done.stdout
    found = notices(tmp_path)
    assert len(found) == count
    assert len({row[1] for row in found.values()}) == count
    asked_twice = [
        path for path in set(server.asked) if server.asked.count(path) > 1 and path not in ("/", "/robots.txt")
    ]
    assert len(asked_twice) <= 1, "only the page under way is asked again"
