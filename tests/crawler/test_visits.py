"""What single pages may do to a crawl, and what is told of them: each over real HTTP."""

import json
import sqlite3
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import crawler.visits
from corpus.store import Store
from crawler.crawl import crawl
from crawler.settings import CrawlSettings
from tests.crawler.crawling import ARTICLE, notices, run, states, status
from webapp.cli import main


def home(*links: str) -> str:
    return "".join(f"<a href='{link}'>{link}</a>" for link in links)


def command(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--archive", str(folder), "crawl", "--delay", "0", *arguments])


@pytest.mark.parametrize(
    "path",
    ["/", "/?p=1", "/index.php?p=6", "/tag/7.html", "/page/10.html", "/trang/TinTuc/137/3321/bai.html", "/chuyen-muc/tin/3.html"],
)  # fmt: skip
def test_no_address_makes_an_article_a_list(tmp_path: Path, server: Any, path: str) -> None:
    server.page("/", home(path))
    server.page(path, ARTICLE.format(n=1))
    assert run(tmp_path, server.url).added == 1
    assert list(notices(tmp_path)) == [server.url + path]


@pytest.mark.parametrize("path", ["/page-19.htm", "/trang-6.html", "/tin-tuc-tag76489.html", "/lua-ptag.html"])
@pytest.mark.parametrize("teaser", ["", "<p>Lời dẫn của bài số {n} nói qua về việc đã làm trong tháng.</p>"])
def test_lists_are_known_by_what_they_hold(tmp_path: Path, server: Any, path: str, teaser: str) -> None:
    item = (
        "<div class='item'><h3><a href='/tin/{n}.html'>Tin bài số {n} về phong trào hợp tác xã trong tỉnh</a></h3>"
        + teaser
        + "</div>"
    )
    server.page("/", home(path))
    server.page(path, "<title>Tin tức</title><div class='list'>" + "".join(item.format(n=n) for n in range(12)) + "</div>")  # fmt: skip
    report = run(tmp_path, server.url)
    assert (report.added, report.no_article) == (0, 2)
    assert "no article" in str(states(tmp_path)[server.url + path][1])


def test_soft_404_pages_are_no_notices(tmp_path: Path, server: Any) -> None:
    server.page("/", home("/tin/1.html", "/tin/2.html"))
    server.page("/tin/1.html", ARTICLE.format(n=1))
    says = "Trang bạn tìm không tồn tại hoặc đã bị xóa. Vui lòng kiểm tra lại đường dẫn, hoặc quay về trang chủ để xem tiếp các tin khác của Liên minh Hợp tác xã tỉnh. Xin cảm ơn bạn đã ghé thăm trang này của chúng tôi."
    server.page("/tin/2.html", f"<title>Cổng thông tin</title><div><h1>Không tìm thấy trang</h1><p>{says}</p></div>")
    report = run(tmp_path, server.url)
    assert (report.added, report.no_article) == (1, 2)
    assert "no such page" in str(states(tmp_path)[server.url + "/tin/2.html"][1])


@pytest.mark.parametrize("how", ["meta", "header"])
def test_noindex_and_nofollow_are_kept_to(tmp_path: Path, server: Any, how: str) -> None:
    meta = "<meta name='robots' content='{}'>" if how == "meta" else ""
    server.page("/", home("/kin", "/dung"))
    for path, words, link in (("/kin", "noindex", "/a"), ("/dung", "nofollow", "/b")):
        html = ARTICLE.format(n=path).replace("<head>", "<head>" + meta.format(words)) + home(link)
        server.page(path, html, **({"X_Robots_Tag": words} if how == "header" else {}))
    server.page("/a", ARTICLE.format(n=1))
    server.page("/b", ARTICLE.format(n=2))
    report = run(tmp_path, server.url)
    assert {url.removeprefix(server.url) for url in notices(tmp_path)} == {"/dung", "/a"}
    assert "/b" not in server.asked
    assert any("noindex" in reason for reason in report.reasons)


def test_a_page_of_a_million_tags_is_read_up_to_a_bound(tmp_path: Path, server: Any) -> None:
    server.page("/", home("/nang", "/a"))
    server.page("/nang", ARTICLE.format(n=2) + "<b></b>" * 1_000_000 + home("/sau"))
    server.page("/a", ARTICLE.format(n=1))
    report = run(tmp_path, server.url)
    assert (report.added, report.failed, report.waiting) == (2, 0, 0)
    assert "/sau" not in server.asked
    assert "tags were read" in str(states(tmp_path)[server.url + "/nang"][1])
    assert any("tags were read" in reason for reason in report.reasons)


def test_what_breaks_the_reader_is_one_pages_fault(
    tmp_path: Path, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = crawler.visits.read_answer

    def breaking(response: Any, bound: int) -> Any:
        if response.url.endswith("/hong"):
            raise RecursionError("too deep")
        return read(response, bound)

    monkeypatch.setattr(crawler.visits, "read_answer", breaking)
    server.page("/", home("/hong", "/a"))
    server.page("/hong", ARTICLE.format(n=2))
    server.page("/a", ARTICLE.format(n=1))
    report = run(tmp_path, server.url)
    assert (report.fetched, report.added, report.failed, report.waiting) == (2, 1, 1, 0)
    assert "RecursionError" in str(states(tmp_path)[server.url + "/hong"][1])
    monkeypatch.setattr(crawler.visits, "read_answer", read)
    assert run(tmp_path, server.url).added == 1, "and it is asked again in the next crawl"


@pytest.mark.parametrize("validator", ['"thông-báo"', '"' + "x" * 900 + '"', '"a\x7fb"'])
def test_validators_that_no_header_may_hold_are_left(tmp_path: Path, server: Any, validator: str) -> None:
    sent: list[str | None] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        sent.append(handler.headers["If-None-Match"])
        body = ARTICLE.format(n=1).encode()
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nETag: " + validator.encode() + b"\r\n")
        handler.wfile.write(b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body)

    server.answers["/"] = answer
    assert run(tmp_path, server.url).added == 1
    assert run(tmp_path, server.url).unchanged == 1
    with sqlite3.connect(tmp_path / "danchieu.sqlite") as db:
        db.execute("UPDATE captures SET etag = ?", (validator,))
    db.close()
    assert run(tmp_path, server.url).unchanged == 1, "nor is one sent that an older version stored"
    assert sent == [None] * 3


def test_a_feed_of_blanks_takes_no_time(tmp_path: Path, server: Any) -> None:
    server.page("/", home("/feed", "/a"))
    server.page("/feed", "<urlset><loc>" + " " * 400_000, Content_Type="application/xml")
    server.page("/a", ARTICLE.format(n=1))
    assert run(tmp_path, server.url).added == 1


def test_a_clock_that_was_set_back_holds_nothing_up(tmp_path: Path, server: Any) -> None:
    server.page("/", home("/a"))
    server.answers["/a"] = status(503)
    assert run(tmp_path, server.url).waiting == 1
    with sqlite3.connect(tmp_path / "danchieu.sqlite") as db:
        db.execute("UPDATE frontier SET next_at = ?", (time.time() + 400 * 86_400,))
    db.close()
    server.page("/a", ARTICLE.format(n=1))
    assert run(tmp_path, server.url).added == 1


def test_what_was_refused_is_asked_again_when_it_may_be_had(tmp_path: Path, server: Any) -> None:
    server.page("/robots.txt", "User-agent: *\nDisallow: /kin", Content_Type="text/plain")
    server.page("/", home("/kin", "/tep"))
    server.page("/kin", ARTICLE.format(n=1))
    server.page("/tep", b"%PDF-1.4", Content_Type="application/pdf")
    assert run(tmp_path, server.url).refused == 2
    server.page("/robots.txt", "", Content_Type="text/plain")
    server.page("/tep", ARTICLE.format(n=2))
    assert run(tmp_path, server.url).added == 2


def test_a_private_address_is_refused_in_words_and_taken_with_the_option(tmp_path: Path, server: Any) -> None:
    server.page("/", ARTICLE.format(n=1))
    refused = command(tmp_path, server.url)
    assert refused.exit_code == 1
    assert "private address" in refused.stderr
    assert "--allow-private" in refused.stderr
    taken = command(tmp_path, server.url, "--allow-private", "--json")
    assert taken.exit_code == 0, taken.stderr
    assert json.loads(taken.stdout)["added"] == 1


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({"/": "<div id=app></div>"}, "leads nowhere on its own site"),
        ({"/": "<a href='http://khac.example/'>x</a>"}, "1 other sites (the first: khac.example)"),
        ({"/": home("/1", "/2")}, "none of the 2 addresses that it leads to could be had"),
        ({"/robots.txt": "User-agent: *\nDisallow: /"}, "(robots.txt)"),
        ({}, "answered 404"),
        ({"/": ARTICLE.format(n=1)}, None),
        ({"/": home("/1"), "/1": "<p>Trang ngắn</p>"}, None),
    ],
    ids=["scripted", "elsewhere", "broken links", "robots", "no page", "one notice", "two pages"],
)
def test_a_site_that_leads_to_nothing_is_told_with_the_cause(
    tmp_path: Path, server: Any, pages: dict[str, str], said: str | None
) -> None:
    for path, body in pages.items():
        server.page(path, body)
    done = command(tmp_path, server.url, "--allow-private")
    assert done.exit_code == (1 if said else 0), done.stderr
    assert (said or "") in done.stderr
    again = command(tmp_path, server.url, "--allow-private")
    assert again.exit_code == done.exit_code


def test_the_report_keeps_the_first_reasons(tmp_path: Path, server: Any) -> None:
    server.page("/", home(*(f"/{n}" for n in range(9))))
    with Store.open(tmp_path, create=True) as store:
        report = crawl(store, [server.url], settings=CrawlSettings(delay=0.0, allow_private=True, retries=0))
    assert report.refused == 9
    assert len(report.reasons) == 5
    assert report.reasons[1] == f"{server.url}/0: answered 404"
    assert report.as_row()["reasons"] == report.reasons
    assert "no article" in report.line()
