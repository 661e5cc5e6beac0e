"""Sitemaps and feeds as sites write them, and as they break."""

import pytest

from crawler.feeds import feed_links, is_feed


@pytest.mark.parametrize(
    ("xml", "wanted"),
    [
        ("<urlset><url><loc>https://e.vn/1</loc></url><url><loc><![CDATA[https://e.vn/2]]></loc></url></urlset>", ["https://e.vn/1", "https://e.vn/2"]),
        ("<sitemapindex><sitemap><loc>https://e.vn/s1.xml.gz</loc></sitemap></sitemapindex>", ["https://e.vn/s1.xml.gz"]),
        ("<rss><item><link>https://e.vn/?p=1&amp;q2=b</link></item></rss>", ["https://e.vn/?p=1&q2=b"]),
        ("<feed><entry><link rel='alternate' href='https://e.vn/3'/></entry></feed>", ["https://e.vn/3"]),
        ("<!DOCTYPE x [<!ENTITY a 'https://e.vn/'><!ENTITY b '&a;&a;&a;'>]><urlset><url><loc>&b;</loc></url></urlset>", []),
        ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&a;</loc></url></urlset>", []),
        ("<urlset><url><loc>ftp://e.vn/1</loc></url><url><loc>https://e.vn/anh.jpg</loc></url></urlset>", []),
        ("<loc>" * 50_000, []),
    ],
)  # fmt: skip
def test_links_of_sitemaps_and_feeds(xml: str, wanted: list[str]) -> None:
    assert feed_links(xml) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<sm:urlset xmlns:sm='http://www.sitemaps.org/schemas/sitemap/0.9'><sm:url><sm:loc>https://e.vn/1</sm:loc></sm:url></sm:urlset>", ["https://e.vn/1"]),
        ("<sm:urlset><sm:url><sm:loc>https://e.vn/1</sm:loc></sm:url></sm:urlset>", ["https://e.vn/1"]),
        ("<urlset><url><loc>/1</loc></url><url><loc> 2.html </loc></url></urlset>", ["https://e.vn/1", "https://e.vn/ban-do/2.html"]),
        ("\ufeffhttps://e.vn/1\r\nhttps://e.vn/2\r\n", ["https://e.vn/1", "https://e.vn/2"]),
        ("<?xml version='1.0' encoding='utf-16'?><urlset><url><loc>https://e.vn/1</loc></url></urlset>", ["https://e.vn/1"]),
        ("<urlset><url><loc>https://e.vn/1</loc></url><url><loc>https://e.vn/?a=1&b=2</loc>", ["https://e.vn/1", "https://e.vn/?a=1&b=2"]),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>tag:e.vn,2019:1</id><link href='/1'/></entry></feed>", ["https://e.vn/1"]),
        ("<rdf:RDF xmlns:rdf='x'><item><link>https://e.vn/1</link></item></rdf:RDF>", ["https://e.vn/1"]),
        ("<urlset><loc>" + " " * 400_000, []),
        ("<urlset>" + "<loc>  \n" * 100_000, []),
        ("<!DOCTYPE urlset [ <!ENTITY a 'b'", []),
    ],
)  # fmt: skip
def test_sitemaps_of_every_form(text: str, wanted: list[str]) -> None:
    assert is_feed(text) or not wanted
    assert feed_links(text, "https://e.vn/ban-do/x.xml") == wanted


def test_no_more_than_a_sitemap_may_have() -> None:
    urls = "".join(f"<url><loc>https://e.vn/{n}</loc></url>" for n in range(50_100))
    assert len(feed_links(f"<urlset>{urls}</urlset>")) == 50_000


@pytest.mark.parametrize(
    "text", ["<!doctype html><html><body><rss></rss></body></html>", "Xem thêm tại\nhttps://e.vn/", "", "<p>https://e.vn/</p>"]
)  # fmt: skip
def test_pages_are_no_feeds(text: str) -> None:
    assert not is_feed(text)
