"""What an answer says: where it leads, and the notice that it carries."""

import gzip

import pytest

from crawler.fetcher import Response
from crawler.parsing import MAX_TAGS
from crawler.reading import Reading, read_answer
from tests.crawler.pieces import BODY, TITLE

URL = "http://e.vn/tin/1.html"
LINK = "<a href='/tin/2.html'>Bài khác</a>"
PAGE = (
    f"<html><head><title>{TITLE}</title>{{}}</head><body>{LINK}<article><h1>{TITLE}</h1>{BODY}</article></body></html>"
)


def read(body: str | bytes, max_bytes: int = 1_000_000, **headers: str) -> Reading:
    data = body.encode() if isinstance(body, str) else body
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    response = Response(asked=URL, url=URL, status=200, headers=sent, body=data)
    return read_answer(response, max_bytes)


def test_an_article_with_its_links() -> None:
    found = read(PAGE.format(""))
    assert found.notice is not None
    assert (found.notice.title, found.notice.url) == (TITLE, URL)
    assert found.links == ["http://e.vn/tin/2.html"]
    assert (found.claimed, found.why, found.cut) == (None, None, None)


def test_the_address_that_a_page_claims() -> None:
    assert read(PAGE.format("<link rel=canonical href='/tin/mot.html'>")).claimed == "http://e.vn/tin/mot.html"


@pytest.mark.parametrize(
    ("body", "headers", "why"),
    [
        (PAGE.format("<meta name=robots content=noindex>"), {}, "noindex: the site asks not to keep it"),
        (PAGE.format(""), {"x_robots_tag": "noindex"}, "noindex: the site asks not to keep it"),
        (f"<body>{LINK}<p>Chào</p></body>", {}, "no article found: too short"),
        (
            f"<title>Không tìm thấy trang</title><body>{LINK}<h1>Không tìm thấy trang</h1><p>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa.</p>"
            "<p>Vui lòng kiểm tra lại đường dẫn, hoặc quay về trang chủ để xem những bài mới được đăng trong tuần này của chúng tôi nhé bà con ơi, xin cảm ơn nhiều.</p></body>",
            {},
            "says that there is no such page ('Không tìm thấy trang')",
        ),
    ],
)
def test_pages_without_a_notice_say_why_and_lead_on(body: str, headers: dict[str, str], why: str) -> None:
    found = read(body, **headers)
    assert found.notice is None
    assert found.why is not None
    assert found.why.startswith(why)
    assert found.links == ["http://e.vn/tin/2.html"]


def test_a_page_that_asks_not_to_be_followed_leads_nowhere() -> None:
    found = read(PAGE.format(""), x_robots_tag="nofollow")
    assert found.links == []
    assert found.notice is not None


def test_what_is_not_text() -> None:
    found = read(b"\x01\x02\x03\x04" * 300)
    assert (found.links, found.notice) == ([], None)
    assert found.why == "no article found: not text, or in an encoding that is not known"


def test_a_page_of_too_many_tags_is_cut_and_says_so() -> None:
    found = read(PAGE.format("").replace("</article>", "</article>" + "<b></b>" * MAX_TAGS))
    assert found.notice is not None
    assert found.cut == f"only its first {MAX_TAGS:,} tags were read"


SITEMAP = "<?xml version='1.0'?><urlset><url><loc>http://e.vn/tin/3.html</loc></url></urlset>"


def test_sitemaps_packed_or_not() -> None:
    assert read(SITEMAP) == Reading(links=["http://e.vn/tin/3.html"])
    assert read(gzip.compress(SITEMAP.encode())).links == ["http://e.vn/tin/3.html"]
    assert read(gzip.compress(b" " * 5_000_000 + SITEMAP.encode()), 1_000_000).links == [], "as far as the bound goes"
    assert read(b"\x1f\x8b" + b"x" * 100).notice is None
