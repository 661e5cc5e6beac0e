import gzip
import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from corpus.errors import FetchError
from crawler.addresses import canonical_url
from crawler.connections import is_public
from crawler.fetcher import Fetcher, Refused, TryLater
from crawler.settings import CrawlSettings

QUICK: dict[str, Any] = {
    "connect_timeout": 1.0,
    "read_timeout": 0.4,
    "total_timeout": 1.0,
    "retries": 1,
    "backoff": 0.01,
    "allow_private": True,
    "max_bytes": 200_000,
}


def fetcher(server: Any, **values: Any) -> Fetcher:
    return Fetcher(CrawlSettings(**{**QUICK, **values}), [server.url])


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("HTTP://Example.VN:80/a/../b?x=1#frag", "http://example.vn/b?x=1"),
        ("https://example.vn", "https://example.vn/"),
        ("https://example.vn/a b?utm_source=x&id=2", "https://example.vn/a%20b?id=2"),
        ("https://example.vn/tin/?fbclid=1", "https://example.vn/tin/"),
        ("ftp://example.vn/", None),
        ("javascript:alert(1)", None),
        ("http://[::1/", None),
        ("https://e.vn/" + "a" * 3000, None),
    ],
)
def test_canonical_url(given: str, wanted: str | None) -> None:
    assert canonical_url(given) == wanted
    if wanted:
        assert canonical_url(wanted) == wanted


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("169.254.169.254", False),
        ("::1", False),
        ("::ffff:10.0.0.1", False),
        ("fd00::1", False),
        ("224.0.0.1", False),
    ],
)
def test_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_page_comes_whole(server: Any) -> None:
    server.page("/", "<p>xin chào</p>")
    response = fetcher(server).fetch(server.url + "/")
    assert (response.status, response.media_type, response.charset) == (200, "text/html", "utf-8")
    assert response.body.decode() == "<p>xin chào</p>"


def test_private_addresses_are_refused_unless_allowed(server: Any) -> None:
    with pytest.raises(Refused, match="private address"):
        fetcher(server, allow_private=False).fetch(server.url + "/")
    assert server.asked == []


def test_a_server_that_hangs(server: Any) -> None:
    server.answers["/"] = lambda handler: time.sleep(2)
    began = time.monotonic()
    with pytest.raises(TryLater, match="no answer in time"):
        fetcher(server, retries=0).fetch(server.url + "/")
    assert time.monotonic() - began < 1.9


def test_a_server_that_drips(server: Any) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"x" * 70_000)
            handler.wfile.flush()
            time.sleep(0.1)

    server.answers["/"] = drip
    with pytest.raises(TryLater, match="not finished"):
        fetcher(server, retries=0, total_timeout=0.5, max_bytes=50_000_000).fetch(server.url + "/")


def test_errors_that_pass_are_tried_again(server: Any) -> None:
    answers = iter([500, 429])

    def flaky(handler: BaseHTTPRequestHandler) -> None:
        status = next(answers, None)
        if status is None:
            body = b"ok"
            handler.send_response(200)
        else:
            body = b""
            handler.send_response(status)
            handler.send_header("Retry-After", "7")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    server.answers["/"] = flaky
    slept: list[float] = []
    quick = Fetcher(CrawlSettings(**{**QUICK, "retries": 3}), [server.url], sleep=slept.append)
    assert quick.fetch(server.url + "/").body == b"ok"
    assert slept == [7.0, 7.0], "what the server asked for is waited"


def test_redirects_in_a_circle_and_out_of_the_crawl(server: Any) -> None:
    server.redirect("/a", "/b")
    server.redirect("/b", "/a")
    server.redirect("/out", "http://10.1.2.3/")
    server.redirect("/other", "http://localhost:1/")
    for path, reason in (("/a", "circle"), ("/out", "out of the crawl"), ("/other", "out of the crawl")):
        with pytest.raises(Refused, match=reason):
            fetcher(server).fetch(server.url + path)


def test_bodies_over_the_bound(server: Any) -> None:
    server.page("/big", b"x" * 50_000_000)
    server.page("/bomb", gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")
    for path in ("/big", "/bomb"):
        with pytest.raises(Refused, match="larger than"):
            fetcher(server).fetch(server.url + path)


def test_a_length_that_lies(server: Any) -> None:
    server.page("/short", b"<html>x</html>", Content_Length="9999")
    server.page("/torn", b"half a page", Content_Length="9999")
    server.page("/gzip", b"this is no gzip", Content_Encoding="gzip")
    quick = fetcher(server, retries=0)
    with pytest.raises(FetchError):
        quick.fetch(server.url + "/torn")
    with pytest.raises(TryLater, match="broken answer"):
        quick.fetch(server.url + "/gzip")


def test_conditions_are_sent(server: Any) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(304 if handler.headers["If-None-Match"] == '"1"' else 200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.answers["/"] = answer
    assert fetcher(server).fetch(server.url + "/", {"If-None-Match": '"1"'}).status == 304
