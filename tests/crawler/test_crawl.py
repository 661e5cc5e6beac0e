"""Whole crawls over real HTTP: the sample sites, sites that misbehave, runs that are killed."""

import gzip
import os
import signal
import subprocess
import sys
import threading
import time
import unicodedata
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ArchiveUnusable, InputError
from corpus.sample.catalogue import SITES
from corpus.sample.notices import load_notices
from corpus.sample.server import serve_sites
from corpus.sample.sites import path_of
from corpus.store import Store
from corpus.text import fold, normalise
from crawler import crawl as crawling
from crawler.crawl import crawl
from crawler.settings import CrawlSettings
from tests.crawler.captured import read_captures
from tests.crawler.crawling import ARTICLE, notices, run, states, status

FAST = CrawlSettings(delay=0.0, allow_private=True, retries=0, read_timeout=2.0)
SITEMAP = "<?xml version='1.0'?><urlset>{}</urlset>"


def test_the_sample_sites_are_read_as_they_were_written(tmp_path: Path) -> None:
    with serve_sites() as served, Store.open(tmp_path, create=True) as store:
        settings = CrawlSettings(delay=0.0, retries=0, resolve={s.site.host: s.address for s in served.values()})
        starts = [site.url for site in served.values()]
        first = crawl(store, starts, settings=settings)
        assert first.added == 51
        assert first.failed == 0
        found = notices(tmp_path)
        for site in SITES:
            for notice in load_notices()[site.key]:
                url = f"http://{site.host}{path_of(notice)}"
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
        second = crawl(store, starts, settings=settings)
        assert (second.fetched, second.added, second.updated) == (0, 0, 0)
        assert all(site.not_modified > before[key] for key, site in served.items())
        assert notices(tmp_path) == found
    assert sum(1 for _ in read_captures(tmp_path)) == first.fetched


def test_pages_without_article_or_date(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a><a href='/gallery'>b</a><a href='/nul'>c</a>")
    server.page("/a", ARTICLE.format(n=1))
    server.page("/gallery", "<html><title>Ảnh</title><body><img src=x><p>Ảnh</p></body></html>")
    server.page("/nul", ARTICLE.format(n=2).replace("Nội", "N\x00ội").encode() + b"\xed\xa0\x80")
    assert run(tmp_path, server.url).added == 2
    assert {row[2] for row in notices(tmp_path).values()} == {None}
    assert all("\x00" not in row[1] and "Nội dung" in row[1] for row in notices(tmp_path).values())


def test_one_bad_page_stops_nothing(tmp_path: Path, server: Any) -> None:
    bad = {
        "/404": status(404),
        "/500": status(500),
        "/hang": lambda handler: time.sleep(1),
        "/circle": status(302, Location="/circle"),
        "/private": status(302, Location="http://10.1.2.3/"),
    }
    server.page("/", "".join(f"<a href='{path}'>{path}</a>" for path in [*bad, "/charset", "/pdf", "/bomb", "/a"]))
    server.answers |= bad
    server.page("/charset", ARTICLE.format(n=2), Content_Type="text/html; charset=hex")
    server.page("/pdf", b"%PDF-1.4", Content_Type="application/pdf")
    server.page("/bomb", gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")
    server.page("/a", ARTICLE.format(n=1))
    report = run(tmp_path, server.url, read_timeout=0.3)
    assert (report.added, report.failed, report.waiting) == (2, 2, 2)
    found = {url.removeprefix(server.url): state for url, (state, _) in states(tmp_path).items()}
    assert {found[path] for path in ("/500", "/hang")} == {"waiting"}
    assert {found[path] for path in ("/circle", "/private", "/pdf", "/bomb")} == {"refused"}
    assert found["/404"] == "failed"
    assert found["/a"] == found["/charset"] == "done"


def test_it_stays_within_the_site_and_its_depth(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='http://other.example/x'>x</a><a href='/1'>y</a>")
    for n in range(1, 6):
        server.page(f"/{n}", ARTICLE.format(n=n) + f"<a href='/{n + 1}'>next</a>")
    assert run(tmp_path, server.url, max_depth=3).added == 3
    assert not any("other.example" in url for url in states(tmp_path))


def test_a_run_ends_at_its_bound_and_the_next_goes_on(tmp_path: Path, server: Any) -> None:
    server.page("/", "".join(f"<a href='/{n}'>{n}</a>" for n in range(6)))
    for n in range(6):
        server.page(f"/{n}", ARTICLE.format(n=n))
    first = run(tmp_path, server.url, max_pages=3)
    assert (first.fetched, first.waiting) == (3, 4)
    second = run(tmp_path, server.url)
    assert (second.fetched, second.waiting) == (4, 0)
    assert len(server.asked) == len({*server.asked}) + 1, "only robots.txt is asked twice"


@pytest.mark.parametrize("code", [500, 503, 429])
def test_robots_that_cannot_be_had_close_the_site(tmp_path: Path, server: Any, code: int) -> None:
    server.page("/", ARTICLE.format(n=1))
    server.answers["/robots.txt"] = status(code)
    report = run(tmp_path, server.url)
    assert report.fetched == 0
    assert report.first_fault is not None
    assert "robots.txt" in report.first_fault
    assert report.waiting == 1, "the site is left for later"


@pytest.mark.parametrize("code", [404, 403, 410])
def test_robots_that_are_not_there_allow_all(tmp_path: Path, server: Any, code: int) -> None:
    server.page("/", "<a href='/a'>a</a>")
    server.page("/a", ARTICLE.format(n=1))
    server.answers["/robots.txt"] = status(code)
    assert run(tmp_path, server.url).added == 1


def test_what_robots_forbid_is_never_asked(tmp_path: Path, server: Any) -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: DanChieu\nDisallow: /kin/\nAllow: /\n"
    server.page("/robots.txt", "\ufeff" + rules + "#" * 2_000_000, Content_Type="text/plain")
    server.page("/", "<a href='/kin/1'>1</a><a href='/a'>2</a>")
    server.page("/a", ARTICLE.format(n=1))
    report = run(tmp_path, server.url)
    assert (report.added, report.refused) == (1, 1)
    assert "/kin/1" not in server.asked
    assert states(tmp_path)[server.url + "/kin/1"] == ("refused", "robots.txt")


def test_nothing_to_crawl(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no site"):
        run(tmp_path)


@pytest.mark.parametrize(("rules", "delay", "wanted"), [("", 0.2, 0.4), ("User-agent: *\nCrawl-delay: 0.3", 0.0, 0.6)])
def test_delays_are_kept(tmp_path: Path, server: Any, rules: str, delay: float, wanted: float) -> None:
    server.page("/robots.txt", rules, Content_Type="text/plain")
    server.page("/", "<a href='/a'>a</a>")
    server.page("/a", ARTICLE.format(n=1))
    began = time.monotonic()
    run(tmp_path, server.url, delay=delay)
    assert time.monotonic() - began >= wanted, "before the first page, which follows robots.txt, and before the second"


@pytest.mark.parametrize(
    ("rules", "values", "wanted"),
    [
        ("", {"delay": 0.1}, 0.1),
        ("User-agent: *\nCrawl-delay: 0.3", {"delay": 0.1}, 0.3),
        ("User-agent: *\nCrawl-delay: 0.1", {"delay": 0.3}, 0.3),
        ("User-agent: *\nCrawl-delay: 3600", {"delay": 0.1, "max_delay": 0.2}, 0.2),
        ("", {"delay": 5.0, "max_delay": 0.2}, 0.2),
    ],
)
def test_a_delay_is_the_longer_wish_and_within_the_bound(
    tmp_path: Path, server: Any, monkeypatch: pytest.MonkeyPatch, rules: str, values: dict[str, float], wanted: float
) -> None:
    """No wait of a run is longer than `max_delay`, whatever a server wishes: the delays that sites were given are looked at."""
    delays: list[float] = []
    site = crawling._Site

    def kept(*args: Any) -> Any:
        made = site(*args)
        delays.append(made.delay)
        return made

    monkeypatch.setattr(crawling, "_Site", kept)
    server.page("/robots.txt", rules, Content_Type="text/plain")
    server.page("/", "<p>x</p>")
    run(tmp_path, server.url, **values)
    assert delays == [wanted]


def test_one_request_at_a_time_for_each_host_and_hosts_side_by_side(tmp_path: Path, server: Any) -> None:
    """Three names for one server: within a name one after the other, among names at once."""
    guard = threading.Lock()
    now: dict[str, int] = {}
    most: dict[str, int] = {}

    def slow(handler: BaseHTTPRequestHandler) -> None:
        host = handler.headers["Host"]
        with guard:
            now[host] = now.get(host, 0) + 1
            most[host] = max(most.get(host, 0), now[host])
            most["all"] = max(most.get("all", 0), sum(now.values()))
        time.sleep(0.1)
        with guard:
            now[host] -= 1
        body = b"<a href='/a'>a</a><a href='/b'>b</a>"
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    for path in ("/", "/a", "/b"):
        server.answers[path] = slow
    address = ("127.0.0.1", server.http.server_address[1])
    names = ("mot.example", "hai.example", "ba.example")
    ports = ("http://mot.example:8001/",)
    report = run(
        tmp_path,
        *(f"http://{name}/" for name in names),
        *ports,
        resolve=dict.fromkeys(names, address),
        allow_private=False,
    )
    assert report.fetched == 12
    assert most.pop("all") >= 2
    assert sum(most[host] for host in most if host.startswith("mot.example")) == 2, "two ports, each one at a time"
    assert set(most.values()) == {1}


def test_what_one_page_is_told_to_wait_holds_for_the_host(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a><a href='/b'>b</a>")
    server.answers["/a"] = status(429, Retry_After="600")
    server.page("/b", ARTICLE.format(n=1))
    report = run(tmp_path, server.url)
    assert "/b" not in server.asked
    assert report.waiting == 2


def test_what_is_gone_or_unchanged_is_kept(tmp_path: Path, server: Any) -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers["If-None-Match"] == '"v1"' or handler.headers["If-Modified-Since"]:
            return status(304)(handler)
        body = ARTICLE.format(n=1).encode()
        handler.send_response(200)
        for name, value in (("Content-Type", "text/html"), ("ETag", '"v1"'), ("Content-Length", str(len(body)))):
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)
        return None

    server.page("/", "<a href='/a'>a</a><a href='/b'>b</a>")
    server.answers["/a"] = page
    server.page("/b", ARTICLE.format(n=2))
    run(tmp_path, server.url)
    found = notices(tmp_path)
    assert len(found) == 2
    for gone in (404, 410, 500):
        server.answers["/b"] = status(gone)
        report = run(tmp_path, server.url)
        assert report.not_modified == 1
        assert notices(tmp_path) == found
    assert sum(1 for _ in read_captures(tmp_path)) == 3, "an answer met before is not kept again"


def test_the_same_text_at_two_addresses_is_stored_once(tmp_path: Path, server: Any) -> None:
    body = ARTICLE.format(n=1)
    server.page(
        "/", "<a href='/a'>a</a><a href='/a#x'>b</a><a href='/a?utm_source=z'>c</a><a href='/b'>d</a><a href='/c'>e</a>"
    )
    server.page("/a", body)
    server.page("/b", body)
    server.page("/c", body.replace("<head>", "<head><link rel='canonical' href='/a'>"))
    report = run(tmp_path, server.url)
    assert (report.added, report.duplicates, report.unchanged) == (1, 1, 1)
    assert list(notices(tmp_path)) == [server.url + "/a"]


def test_sitemaps_packed_nested_and_hostile_and_feeds(tmp_path: Path, server: Any) -> None:
    server.page(
        "/robots.txt",
        f"Sitemap: {server.url}/index.xml\nSitemap: http://other.example/s.xml",
        Content_Type="text/plain",
    )
    files = ("one.xml.gz", "bomb.xml.gz", "laughs.xml")
    index = "".join(f"<sitemap><loc>{server.url}/{name}</loc></sitemap>" for name in files)
    server.page("/index.xml", f"<sitemapindex>{index}</sitemapindex>", Content_Type="application/xml")
    one = SITEMAP.format(f"<url><loc>{server.url}/1</loc></url><url><loc>http://other.example/x</loc></url>")
    server.page("/one.xml.gz", gzip.compress(one.encode()), Content_Type="application/octet-stream")
    bomb = SITEMAP.format(f"<url><loc>{server.url}/2</loc></url>" + " " * 60_000_000)
    server.page("/bomb.xml.gz", gzip.compress(bomb.encode()), Content_Type="application/x-gzip")
    laughs = (
        "<!DOCTYPE l [<!ENTITY a 'ha'>"
        + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]>"
    )
    server.page(
        "/laughs.xml",
        f"<?xml version='1.0'?>{laughs}<urlset><loc>&i;</loc><loc>{server.url}/3</loc></urlset>",
        Content_Type="text/xml",
    )
    server.page("/", "<link rel='alternate' type='application/rss+xml' href='/feed'>")
    server.page(
        "/feed",
        f"<rss><channel><item><link>{server.url}/4</link></item></channel></rss>",
        Content_Type="application/rss+xml",
    )
    for n in range(1, 5):
        server.page(f"/{n}", ARTICLE.format(n=n))
    assert run(tmp_path, server.url).added == 4
    assert not any("other.example" in url for url in states(tmp_path))


def test_a_site_that_moved_to_another_form_of_its_name_is_followed(tmp_path: Path, server: Any) -> None:
    """As http://a.example/ to http://www.a.example/, which most portals do."""
    server.page("/a", ARTICLE.format(n=1))
    address = ("127.0.0.1", server.http.server_address[1])

    def front(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers["Host"] == "lienminh.example":
            return status(301, Location=f"http://www.lienminh.example{handler.path}")(handler)
        if handler.path == "/robots.txt":
            return status(404)(handler)
        body = b"<a href='/a'>a</a><a href='http://lienminh.example/a'>a</a>"
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        return None

    server.answers["/"] = server.answers["/robots.txt"] = front
    report = run(
        tmp_path,
        "http://lienminh.example/",
        resolve={"lienminh.example": address, "www.lienminh.example": address},
        allow_private=False,
    )
    assert (report.added, report.failed) == (1, 0)
    assert list(notices(tmp_path)) == ["http://www.lienminh.example/a"]


def test_progress_is_told(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a>")
    server.page("/a", ARTICLE.format(n=1))
    told: list[tuple[str, int, int]] = []
    with Store.open(tmp_path, create=True) as store:
        crawl(store, [server.url], settings=FAST, progress=lambda *step: told.append(step))
    assert told[-1][1:] == (2, 2)


def test_an_archive_that_cannot_take_captures(tmp_path: Path, server: Any) -> None:
    server.page("/", ARTICLE.format(n=1))
    (tmp_path / "captures").write_text("a file in the folder's place")
    with pytest.raises(ArchiveUnusable, match="captures"):
        run(tmp_path, server.url)


def command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "webapp", "--archive", str(folder), *arguments]


def many_pages(server: Any, count: int) -> None:
    server.page("/", "".join(f"<a href='/{n}'>{n}</a>" for n in range(count)))
    for n in range(count):
        server.page(f"/{n}", ARTICLE.format(n=n))


@pytest.mark.slow
def test_a_full_disk_is_told_in_one_line_and_loses_nothing(tmp_path: Path, server: Any) -> None:
    many_pages(server, 60)
    crawling = command(tmp_path, "crawl", server.url, "--allow-private", "--delay", "0")
    limited = ["bash", "-c", 'ulimit -f 200; exec "$@"', "limited", *crawling]  # kB: what one file may hold
    done = subprocess.run(limited, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "could not be written" in done.stderr or "cannot be used" in done.stderr
    subprocess.run(crawling, capture_output=True, timeout=60, check=True)
    assert len(notices(tmp_path)) == 60


@pytest.mark.slow
def test_a_killed_crawl_goes_on_and_doubles_nothing(tmp_path: Path, server: Any) -> None:
    count = 60
    many_pages(server, count)
    crawling = command(tmp_path, "crawl", server.url, "--allow-private", "--delay", "0.02")
    running = subprocess.Popen(crawling, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while len(server.asked) < 20 and running.poll() is None:
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    half = len(notices(tmp_path))
    assert 0 < half < count
    assert sum(1 for _ in read_captures(tmp_path)) >= half - 1
    done = subprocess.run(crawling, capture_output=True, text=True, check=True)
    assert "lỗi" in done.stdout
    found = notices(tmp_path)
    assert len(found) == count
    assert len({row[1] for row in found.values()}) == count
    asked_twice = [
        path for path in set(server.asked) if server.asked.count(path) > 1 and path not in ("/", "/robots.txt")
    ]
    assert len(asked_twice) <= 1, "only the page under way is asked again"


def listen_to_interrupts() -> None:
    """What runs in a shell's background ignores them, and its children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.slow
def test_an_interrupted_crawl_ends_soon_with_one_line(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a>")
    server.answers["/a"] = status(503, Retry_After="60")
    running = subprocess.Popen(
        command(tmp_path, "crawl", server.url, "--allow-private", "--delay", "0"),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=listen_to_interrupts,
    )
    while "/a" not in server.asked and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate()
    assert running.returncode == 1
    assert server.asked.count("/a") == 1, "the minute of patience that the server asked for is not waited to its end"
    assert len(said.strip().splitlines()) == 1
