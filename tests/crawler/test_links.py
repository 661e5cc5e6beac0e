import pytest

from crawler.feeds import feed_links
from crawler.links import canonical_of, is_listing, page_links


def test_links_of_a_page() -> None:
    html = (
        "<a href='/a?utm_source=x'>1</a><a href='b.pdf'>2</a><a href='javascript:x'>3</a><a href='/van-ban?id=1&print=1'>4</a>"
        "<a rel=nofollow href='/c'>5</a><a href='d'>6</a><a href='#top'>7</a><a href='mailto:a@b.vn'>8</a><a href='/dang-nhap'>9</a>"
    )
    assert page_links(html, "https://e.vn/x/") == ["https://e.vn/a", "https://e.vn/x/d", "https://e.vn/x/"]


def test_a_base_moves_relative_links() -> None:
    assert page_links("<base href='https://e.vn/goc/'><a href='a'>1</a>", "https://e.vn/x/") == ["https://e.vn/goc/a"]


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
    ("tag", "wanted"),
    [
        ("<link rel='canonical' href='/bai/1'>", "https://e.vn/bai/1"),
        ("<link href='https://e.vn/bai/1#x' rel=\"canonical\">", "https://e.vn/bai/1"),
        ("<link rel='canonical' href='https://other.vn/bai/1'>", None),
        ("<link rel='stylesheet' href='/x.css'>", None),
    ],
)
def test_canonical_of(tag: str, wanted: str | None) -> None:
    assert canonical_of(f"<html><head>{tag}</head>", "https://e.vn/?id=1") == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [("https://e.vn/", True), ("https://e.vn/trang/2/", True), ("https://e.vn/tin?page=3", True), ("https://e.vn/tin/1.html", False)],
)  # fmt: skip
def test_is_listing(url: str, wanted: bool) -> None:
    assert is_listing(url) is wanted
