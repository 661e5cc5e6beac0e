"""The fetcher against a real server that misbehaves as told."""

import gzip
import time
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from crawler.fetcher import Fetcher, Refused, Response, TryLater, is_markup
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
MEGABYTES = 50_000_000


def fetcher(server: Any, **values: Any) -> Fetcher:
    return Fetcher(CrawlSettings(**{**QUICK, **values}), [server.url])


def answers(*statuses: int, body: bytes = b"ok", **headers: str) -> Any:
    """Answers with each status in turn, then with 200 and the body."""
    left = iter(statuses)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        status = next(left, None)
        handler.send_response(status or 200)
        for name, value in headers.items() if status else ():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0" if status else str(len(body)))
        handler.end_headers()
        handler.wfile.write(b"" if status else body)

    return answer


def dripping(*, headers_too: bool) -> Any:
    """A byte now and then, forever: each within the timeout of one read."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if not headers_too:
            handler.send_response(200)
            handler.end_headers()
        line = b"HTTP/1.1 200 OK\r\nX-Slow: " + b"y" * 100
        for n in range(3_000):
            handler.wfile.write(line[n % len(line) :][:1] if headers_too else b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    return answer


def test_a_page_comes_whole(server: Any) -> None:
    server.page("/", "<p>xin chào</p>")
    response = fetcher(server).fetch(server.url + "/")
    assert (response.status, response.media_type, response.charset) == (200, "text/html", "utf-8")
    assert response.body.decode() == "<p>xin chào</p>"


def test_private_addresses_are_refused_unless_allowed(server: Any) -> None:
    with pytest.raises(Refused, match="private address"):
        fetcher(server, allow_private=False).fetch(server.url + "/")
    assert server.asked == []


def test_a_redirect_to_a_name_that_leads_home_is_refused(server: Any) -> None:
    """Both hosts are in the crawl, one by an explicit address; the other's name leads to loopback and is not allowed to."""
    port = server.http.server_address[1]
    inside = f"http://localhost:{port}"
    server.redirect("/", f"{inside}/noi-bo")
    settings = CrawlSettings(**{**QUICK, "allow_private": False, "resolve": {"cong.example": ("127.0.0.1", port)}})
    with pytest.raises(Refused, match="localhost: leads to the private address"):
        Fetcher(settings, ["http://cong.example", inside]).fetch("http://cong.example/")
    assert server.asked == ["/"]


def hanging(handler: BaseHTTPRequestHandler) -> None:
    """Nothing, for as long as the client holds the line; an answer to its end only if it waits for a minute."""
    handler.connection.settimeout(60)
    try:
        handler.rfile.read(1)
    except TimeoutError:
        return
    raise ConnectionAbortedError


@pytest.mark.parametrize(
    "answer",
    [hanging, dripping(headers_too=True), dripping(headers_too=False)],
    ids=["before headers", "within headers", "within the body"],
)
def test_a_server_that_hangs_or_drips(server: Any, answer: Any) -> None:
    server.answers["/"] = answer
    with pytest.raises(TryLater, match="no answer in time"):
        fetcher(server, retries=0, total_timeout=0.6, max_bytes=MEGABYTES).fetch(server.url + "/")
    assert server.asked == ["/"]
    assert not server.finished, "the answer was given up before the server was done with it"


def test_a_server_that_is_not_there() -> None:
    settings = CrawlSettings(**{**QUICK, "retries": 0})
    with pytest.raises(TryLater, match="no connection"):
        Fetcher(settings, ["http://127.0.0.1:9"]).fetch("http://127.0.0.1:9/")
    with pytest.raises(TryLater, match="no such host"):
        Fetcher(settings, ["http://khong-co.invalid"]).fetch("http://khong-co.invalid/")


def as_sent(retry_after: str) -> str:
    """``date 30`` as the HTTP date of half a minute from now."""
    if not retry_after.startswith("date "):
        return retry_after
    moment = datetime.now(UTC) + timedelta(seconds=int(retry_after.removeprefix("date ")))
    return format_datetime(moment, usegmt=True)


@pytest.mark.parametrize(
    ("statuses", "retry_after", "low", "high"),
    [
        ((500,), "", 0.0, 1.0),
        ((503,), "7", 7.0, 7.0),
        ((429, 503), "7", 7.0, 7.0),
        ((429,), "date 30", 20.0, 30.0),
        ((503,), "date -600", 0.0, 0.0),
        ((503,), "soon", 0.0, 1.0),
        ((503,), "-5", 0.0, 1.0),
        ((502, 504, 408), "", 0.0, 1.0),
    ],
)
def test_errors_that_pass_are_tried_again(
    server: Any, statuses: tuple[int, ...], retry_after: str, low: float, high: float
) -> None:
    server.answers["/"] = answers(*statuses, Retry_After=as_sent(retry_after))
    slept: list[float] = []
    patient = Fetcher(CrawlSettings(**{**QUICK, "retries": 3}), [server.url], sleep=slept.append)
    assert patient.fetch(server.url + "/").body == b"ok"
    assert len(slept) == len(statuses)
    assert all(low <= seconds <= high for seconds in slept), "what the server asked for is waited"


@pytest.mark.parametrize("retry_after", ["3600", "999999999999999999", "date 34560000"])
def test_a_wait_that_is_too_long_is_told_and_not_waited(server: Any, retry_after: str) -> None:
    server.answers["/"] = answers(503, Retry_After=as_sent(retry_after))
    slept: list[float] = []
    with pytest.raises(TryLater) as raised:
        Fetcher(CrawlSettings(**{**QUICK, "retries": 3}), [server.url], sleep=slept.append).fetch(server.url + "/")
    assert slept == []
    assert raised.value.wait is not None
    assert 3600 <= raised.value.wait <= 86_400


def test_an_interrupt_ends_the_waiting(server: Any) -> None:
    server.answers["/"] = answers(503, 503, 503)
    with pytest.raises(TryLater):
        Fetcher(CrawlSettings(**{**QUICK, "retries": 3}), [server.url], sleep=lambda seconds: True).fetch(
            server.url + "/"
        )
    assert server.asked == ["/"]


def test_redirects_in_a_circle_and_out_of_the_crawl(server: Any) -> None:
    server.redirect("/a", "/b")
    server.redirect("/b", "/a")
    server.redirect("/out", "http://10.1.2.3/")
    server.redirect("/other", "http://localhost:1/")
    server.redirect("/mail", "mailto:a@b.vn")
    server.redirect("/none", "")
    server.redirect("/port", "http://127.0.0.1:99999/")
    server.redirect("/words", "http://127.0.0.1:abc/")
    server.redirect("/bracket", "http://[::1/")
    for n in range(9):
        server.redirect(f"/long{n}", f"/long{n + 1}")
    for path, reason in (
        ("/a", "circle"),
        ("/out", "out of the crawl"),
        ("/other", "out of the crawl"),
        ("/mail", "no address"),
        ("/port", "no address"),
        ("/words", "no address"),
        ("/bracket", "no address"),
        ("/none", "circle"),
        ("/long0", "more than 5 redirects"),
    ):
        with pytest.raises(Refused, match=reason):
            fetcher(server).fetch(server.url + path)
        assert server.asked.count(path) == 1, "what leads nowhere is not tried again"


def cookies(*set_cookies: str) -> Any:
    """Sends to the same address with cookies, until they come back; then says which came."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        brought = handler.headers["Cookie"]
        handler.send_response(200 if brought else 302)
        if not brought:
            handler.send_header("Location", handler.path)
            for value in set_cookies:
                handler.send_header("Set-Cookie", value)
        body = (brought or "").encode()
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def test_a_cookie_that_the_first_answer_sets_is_brought_back(server: Any) -> None:
    server.answers["/"] = cookies("phien=1; Path=/")
    patient = fetcher(server)
    assert patient.fetch(server.url + "/").body == b"phien=1"
    assert patient.fetch(server.url + "/").body == b"phien=1"
    assert len(server.asked) == 3


def test_cookies_are_few_and_short(server: Any) -> None:
    server.answers["/"] = cookies(*(f"c{n}={n}" for n in range(90)), "lon=" + "x" * 9000)
    brought = fetcher(server).fetch(server.url + "/").body.decode()
    assert len(brought.split("; ")) == 20
    assert "lon" not in brought


@pytest.mark.parametrize("claim", ["utf-8", "gzip", "deflate", "none", "binary"])
def test_plain_pages_that_claim_a_packing(server: Any, claim: str) -> None:
    server.page("/", "\n<!doctype html><p>xin chào</p>", Content_Encoding=claim)
    assert "xin chào" in fetcher(server).fetch(server.url + "/").body.decode()


@pytest.mark.parametrize("pack", [zlib.compress, lambda data: zlib.compress(data)[2:-4]], ids=["zlib", "bare"])
def test_both_forms_of_deflate(server: Any, pack: Any) -> None:
    server.page("/", pack(b"<p>xin</p>" * 9), Content_Encoding="deflate")
    assert fetcher(server).fetch(server.url + "/").body == b"<p>xin</p>" * 9


def packed(times: int) -> bytes:
    """Ten kilobytes or less that unfold to fifty megabytes, or to as much again for each packing more."""
    data = gzip.compress(b"x" * MEGABYTES)
    for _ in range(times - 1):
        data = gzip.compress(data)
    return data


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (b"x" * MEGABYTES, {}, "larger than"),
        (b"x" * 10, {"Content_Length": "99999999999"}, "larger than"),
        (packed(1), {"Content_Encoding": "gzip"}, "larger than"),
        (zlib.compress(b"x" * MEGABYTES), {"Content_Encoding": "deflate"}, "larger than"),
        (packed(2), {"Content_Encoding": "gzip, gzip"}, "packed as"),
        (packed(1), {"Content_Encoding": "br"}, "packed as"),
    ],
    ids=["large", "claims to be", "gzip", "deflate", "gzip twice", "not asked for"],
)
def test_bodies_over_the_bound(server: Any, body: bytes, headers: dict[str, str], reason: str) -> None:
    server.page("/", body, **headers)
    with pytest.raises(Refused, match=reason):
        fetcher(server).fetch(server.url + "/")


def test_a_part_of_a_body_may_be_enough(server: Any) -> None:
    server.page("/robots.txt", b"x" * 1_000_000)
    assert len(fetcher(server).fetch(server.url + "/robots.txt", cut=1000).body) == 1000


def test_a_length_that_lies(server: Any) -> None:
    server.page("/whole", b"<html>x</html>", Content_Length="9999")
    server.page("/torn", b"half a page", Content_Length="9999")
    server.page("/short", b"<html>x</html> and more", Content_Length="14")
    server.page("/gzip", b"this is no gzip", Content_Encoding="gzip")
    quick = fetcher(server, retries=0)
    for path in ("/torn", "/gzip"):
        with pytest.raises(TryLater, match=r"broken answer|no answer in time"):
            quick.fetch(server.url + path)
    assert quick.fetch(server.url + "/short").body == b"<html>x</html>"
    assert quick.fetch(server.url + "/whole").body == b"<html>x</html>"


def test_a_server_that_speaks_no_http(server: Any) -> None:
    server.answers["/"] = lambda handler: handler.wfile.write(b"\x00\xff\x00 SSH-2.0\r\n\r\n")
    with pytest.raises(TryLater, match="broken answer"):
        fetcher(server, retries=0).fetch(server.url + "/")


@pytest.mark.parametrize(
    ("media_type", "body", "wanted"),
    [
        ("text/html", b"", True),
        ("application/xhtml+xml", b"", True),
        ("application/pdf", b"<html>", False),
        ("image/jpeg", b"", False),
        ("", b"<html>", True),
        ("", b"\x00\x01", False),
    ],
)
def test_is_markup(media_type: str, body: bytes, wanted: bool) -> None:
    response = Response(asked="", url="", status=200, headers={"content-type": media_type}, body=body)
    assert is_markup(response) is wanted


def test_conditions_are_sent(server: Any) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(304 if handler.headers["If-None-Match"] == '"1"' else 200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.answers["/"] = answer
    assert fetcher(server).fetch(server.url + "/", {"If-None-Match": '"1"'}).status == 304


def test_it_says_who_it_is(server: Any) -> None:
    said: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        said.append(handler.headers["User-Agent"])
        answers()(handler)

    server.answers["/"] = answer
    fetcher(server, user_agent="Kho/1.0 (a@b.vn)").fetch(server.url + "/")
    fetcher(server).fetch(server.url + "/")
    assert said[0] == "Kho/1.0 (a@b.vn)"
    assert said[1].startswith("DanChieu/")
