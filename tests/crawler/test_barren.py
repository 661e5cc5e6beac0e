"""Sites that led to nothing, and the likely cause in words."""

from pathlib import Path
from typing import Any

import pytest

from crawler.barren import leads_to
from tests.crawler.crawling import ARTICLE, run, status


@pytest.mark.parametrize(
    ("links", "others", "wanted"),
    [
        ([], [], "it leads to 0 addresses of its site"),
        (["http://a/1", "http://a/2"], [], "it leads to 2 addresses of its site"),
        (
            ["http://a/1"],
            ["http://b/1", "http://c/1", "http://b/2"],
            "it leads to 1 addresses of its site, and to 2 other sites (the first: b)",
        ),
    ],
)
def test_leads_to(links: list[str], others: list[str], wanted: str) -> None:
    assert leads_to(links, others) == wanted


def barren(tmp_path: Path, server: Any, **values: Any) -> tuple[list[str], bool]:
    report = run(tmp_path, server.url, **values)
    return [line.replace(server.url, "") for line in report.barren], report.all_barren


def test_a_site_with_notices_is_not(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a>")
    server.page("/a", ARTICLE.format(n=1))
    assert barren(tmp_path, server) == ([], False)


def test_a_front_page_that_is_a_notice_is_enough(tmp_path: Path, server: Any) -> None:
    server.page("/", ARTICLE.format(n=1).replace("<a href='/'>Trang chủ</a>", ""))
    server.page("/robots.txt", "", Content_Type="text/plain")
    report = run(tmp_path, server.url + "/")
    assert report.added <= 1
    assert report.barren == [] or report.added == 0


def test_a_front_page_that_leads_nowhere(tmp_path: Path, server: Any) -> None:
    server.page("/", "<p>Chào</p>")
    (line,), everywhere = barren(tmp_path, server)
    assert line.startswith("/: ")
    assert "it leads nowhere on its own site" in line
    assert "name a list of its notices, or a sitemap" in line
    assert everywhere


def test_nothing_could_be_had(tmp_path: Path, server: Any) -> None:
    server.answers["/"] = status(403)
    (line,), everywhere = barren(tmp_path, server)
    assert line.startswith(": no page could be had; the first: / (")
    assert "403" in line
    assert everywhere


def test_what_it_leads_to_could_not_be_had(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a><a href='/b'>b</a>")
    (line,), _ = barren(tmp_path, server)
    assert "none of the 2 addresses that it leads to could be had; the first: /a (answered 404)" in line


def test_it_leads_further_than_is_asked(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a>")
    server.page("/a", ARTICLE.format(n=1))
    (line,), _ = barren(tmp_path, server, max_depth=0)
    assert "it leads on, but no further than --max-depth allows" in line


def test_a_run_that_is_not_over_says_nothing(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a>")
    server.page("/a", ARTICLE.format(n=1))
    assert barren(tmp_path, server, max_pages=1) == ([], False)


def test_two_pages_without_a_notice_are_a_site(tmp_path: Path, server: Any) -> None:
    server.page("/", "<a href='/a'>a</a>")
    server.page("/a", "<p>Chào</p>")
    assert barren(tmp_path, server) == ([], False)
