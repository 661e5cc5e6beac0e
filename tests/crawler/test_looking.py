"""A look at a site: what a crawl would find there, politely, and nothing kept."""

import pytest

from corpus.errors import InputError
from crawler.looking import SiteLook, look_at
from crawler.settings import CrawlSettings
from tests.crawler.conftest import Server
from tests.crawler.crawling import ARTICLE, status

SETTINGS = CrawlSettings(delay=0.5, allow_private=True, retries=0, read_timeout=2.0)


def look(server: Server, path: str = "/", **more: str) -> tuple[SiteLook, list[float]]:
    waits: list[float] = []
    return look_at(server.url + path, settings=SETTINGS, sleep=waits.append, **more), waits


def site(server: Server) -> None:
    """A front page with a list, the list with three articles."""
    server.page(
        "/", "<html><body><a href='/lien-he'>Liên hệ</a><a href='/tin-tuc/page-2.htm'>Trang 2</a></body></html>"
    )
    names = [f"lien-minh-phat-dong-phong-trao-thi-dua-{n}.html" for n in range(3)]
    links = "".join(f"<li><a href='/{name}'>Tin</a></li>" for name in [*names, "kin/van-ban-noi-bo-cua-lien-minh.html"])
    server.page("/tin-tuc/page-2.htm", f"<html><body><ul>{links}</ul></body></html>")
    for n, name in enumerate(names):
        server.page(f"/{name}", ARTICLE.replace("{n}", str(n)))
    server.page(
        "/robots.txt",
        "User-agent: *\nDisallow: /kin/\nCrawl-delay: 3\nSitemap: /sitemap.xml",
        Content_Type="text/plain",
    )


def test_articles_are_found_over_a_list_and_read(server: Server) -> None:
    site(server)
    found, waits = look(server, place="Sơn La")
    assert found.readable and found.closed is None
    assert (found.robots, found.delay, found.sitemaps, found.forbidden) == ("read", 3.0, 1, 1)
    assert [sample.title for sample in found.samples] == [f"Tin số {n} về hợp tác xã" for n in (0, 1, 2)]
    assert {sample.place for sample in found.samples} == {"Sơn La"}
    assert waits == [3.0] * (found.asked - 1), "the site's own delay is kept to"
    assert not any(path.startswith("/kin/") for path in server.asked)
    assert found.as_row()["readable"] is True


def test_it_is_a_few_pages_only(server: Server) -> None:
    links = "".join(f"<a href='/mot-trang-khong-co-bai-nao-{n}.html'>{n}</a>" for n in range(50))
    server.page("/", f"<html><body>{links}</body></html>")
    found, _ = look(server)
    assert not found.readable and found.asked <= 12
    assert all(sample.why and "404" in sample.why for sample in found.samples)


@pytest.mark.parametrize(
    ("path", "answer", "said"),
    [("/", 404, "answered 404"), ("/", 503, "answered 503"), ("/robots.txt", 503, "robots.txt could not be had")],
)
def test_a_site_that_gives_nothing_says_why(server: Server, path: str, answer: int, said: str) -> None:
    server.page("/", ARTICLE)
    server.answers[path] = status(answer)
    found, _ = look(server)
    assert found.closed is not None and said in found.closed and not found.readable


def test_what_robots_keep_out_is_not_asked_for(server: Server) -> None:
    server.page("/robots.txt", "User-agent: *\nDisallow: /", Content_Type="text/plain")
    found, _ = look(server)
    assert found.closed == "robots.txt keeps the start address out" and server.asked == ["/robots.txt"]


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(InputError, match="no address"):
        look_at("https://", settings=SETTINGS)
