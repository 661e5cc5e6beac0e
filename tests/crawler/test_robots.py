"""robots.txt that can be had, that is missing, and that cannot be read."""

import gzip
from typing import Any

import pytest

from crawler.fetcher import Fetcher
from crawler.robots import read_robots
from crawler.settings import CrawlSettings

RULES = b"User-agent: *\nDisallow: /kin/\n"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"\x8b\x0d\x80User-agent", {"Content_Encoding": "br"}),
        (b"(\xb5/\xfd\x04", {"Content_Encoding": "zstd"}),
        (gzip.compress(gzip.compress(RULES)), {"Content_Encoding": "gzip, gzip"}),
        (RULES, {"Content_Encoding": "gzip"}),
        (gzip.compress(RULES), {}),
        ("User-agent: *\nDisallow: /".encode("utf-16-le"), {}),
    ],
    ids=["br", "zstd", "packed twice", "not packed as claimed", "packed without a word", "utf-16"],
)
def test_what_cannot_be_read_allows_nothing_now(server: Any, body: bytes, headers: dict[str, str]) -> None:
    server.page("/robots.txt", body, Content_Type="text/plain", **headers)
    robots = read_robots(fetcher(server), server.url, "DanChieu")
    assert robots.closed
    assert not robots.allows(server.url + "/")


def test_what_breaks_its_reader_closes_one_site_alone(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(text: str) -> Any:
        raise ValueError(text)

    monkeypatch.setattr("crawler.robots.Protego.parse", breaking)
    server.page("/robots.txt", RULES, Content_Type="text/plain")
    assert "cannot be read" in str(read_robots(fetcher(server), server.url, "DanChieu").closed)


@pytest.mark.parametrize("packing", ["gzip", "identity"])
def test_what_can_be_read_holds(server: Any, packing: str) -> None:
    body = gzip.compress(RULES) if packing == "gzip" else RULES
    server.page("/robots.txt", body, Content_Type="text/plain", Content_Encoding=packing)
    robots = read_robots(fetcher(server), server.url, "DanChieu")
    assert (robots.allows(server.url + "/kin/1"), robots.allows(server.url + "/1")) == (False, True)


def test_a_file_that_leads_elsewhere_is_missing(server: Any) -> None:
    server.redirect("/robots.txt", "http://other.example/")
    assert read_robots(fetcher(server), server.url, "DanChieu").allows(server.url + "/1")


def test_a_private_address_closes_the_site_and_names_the_remedy(server: Any) -> None:
    robots = read_robots(fetcher(server, allow_private=False), server.url, "DanChieu")
    assert "--allow-private" in str(robots.closed)


def fetcher(server: Any, *, allow_private: bool = True) -> Fetcher:
    return Fetcher(CrawlSettings(allow_private=allow_private, retries=0), [server.url])
