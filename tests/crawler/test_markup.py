"""What a page's markup says of its article: title, site, and the heading that shows it."""

import pytest
from bs4 import BeautifulSoup

from crawler.markup import heading_in, read_markup

URL = "http://e.vn/tin/1.html"
TITLE = "Kế hoạch thi đua vụ chiêm"
OTHER = "Chợ phiên họp sớm hơn mọi tuần"


def markup(head: str, body: str = ""):  # type: ignore[no-untyped-def]
    return read_markup(BeautifulSoup(f"<html><head>{head}</head><body>{body}</body></html>", "lxml"), URL, None)


@pytest.mark.parametrize(
    ("head", "body", "title", "shown_by"),
    [
        (f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>", TITLE, "h1"),
        (f"<title>{TITLE} | Liên minh HTX</title>", f"<h2>{TITLE}</h2>", TITLE, "h2"),
        (f"<title>{TITLE} | Liên minh</title>", f"<h1>{OTHER}</h1><h2>{TITLE}</h2>", TITLE, "h2"),
        ("<title>Trang chủ</title>", f"<h1>{TITLE}</h1><h1>{OTHER}</h1>", TITLE, "h1"),
        ("<title>Trang chủ</title>", f"<h3>{TITLE}</h3>", "", None),
        (f"<title>{TITLE}</title>", f"<div class='news-title'>{TITLE}</div>", TITLE, "div"),
        (f"<title>{TITLE}</title>", f"<div class='subtitled'>{TITLE}</div>", TITLE, "div"),
        (f"<meta property=og:title content='{TITLE}'>", "", TITLE, None),
        (f"<meta property=og:title content='{TITLE} | Tin'>", "", TITLE, None),
        (f"<meta property=og:title content='{TITLE}'>", f"<p>{TITLE} của xã</p>", f"{TITLE} của xã", "p"),
        (f"<meta property=og:title content='{TITLE}'>", f"<h1>{OTHER}</h1>", TITLE, None),
        ("<meta property=og:title content='Liên minh HTX tỉnh'><meta property=og:site_name content='Liên minh HTX tỉnh'>", f"<h1>{TITLE}</h1>", TITLE, "h1"),
        ("<meta property=og:site_name content='Liên minh HTX tỉnh'>", f"<h1>Liên minh HTX tỉnh</h1><h1>{TITLE}</h1>", TITLE, "h1"),
        ("<script type='application/ld+json'>{\"headline\": \"" + TITLE + "\"}</script>", "", TITLE, None),
        ("<script type='application/ld+json'>[{\"@graph\": [1, {\"headline\": \"" + TITLE + "\"}]}]</script>", "", TITLE, None),
        ("<script type='application/ld+json'>{\"headline\": 5}</script>", "", "", None),
        ("<script type='application/ld+json'>{not json</script>", "", "", None),
        (f"<title>{TITLE}</title>", f"<h1 class='site-name'>{TITLE}</h1><h2>{TITLE}</h2>", TITLE, "h2"),
        (f"<title>{TITLE}</title>", f"<h1 id='logo'>{TITLE}</h1><h2>{TITLE}</h2>", TITLE, "h2"),
        (f"<title>{TITLE}</title>", f"<h1><a href='http://e.vn/'>{TITLE}</a></h1><h2>{TITLE}</h2>", TITLE, "h2"),
        (f"<title>{TITLE}</title>", f"<h1><a href='/tin/1.html'>{TITLE}</a></h1><h2>x</h2>", TITLE, "h1"),
        ("<title>Một tiêu đề dài hơn ba mươi chữ cái của trang này - Tin tức</title>", "", "Một tiêu đề dài hơn ba mươi chữ cái của trang này", None),
        (f"<title>{TITLE} - Tin tức</title>", "", "", None),
        (f"<title>{TITLE} - Tin tức</title>", f"<b>{TITLE}</b>", TITLE, "b"),
        ("<title>Tin tức</title>", "<h1>Tin tức</h1>", "", None),
        ("<title>Mười một c</title>", "<h1>Mười một c</h1>", "", None),
        ("", "", "", None),
    ],
)  # fmt: skip
def test_titles(head: str, body: str, title: str, shown_by: str | None) -> None:
    found = markup(head, body)
    assert found.title == title
    assert (found.title_tag.name if found.title_tag else None) == shown_by


def test_a_title_cut_short_is_shown_whole() -> None:
    whole = "Kế hoạch mở đợt thi đua làm thủy lợi trong các xã ven đê vụ chiêm năm nay"
    assert markup(f"<title>{whole[:50]}</title>", f"<h1>{whole}</h1>").title == whole
    assert markup(f"<title>{whole[:30]}</title>", f"<h1>{whole}</h1><h1>{OTHER}</h1>").title == whole, (
        "the first heading"
    )


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        ("<meta property=og:site_name content='Liên minh'>", "", "Liên minh"),
        (f"<title>{TITLE} | Liên minh tỉnh</title>", f"<h1>{TITLE}</h1>", "| Liên minh tỉnh"),
        (f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>", ""),
        ("", "<p>Liên minh Hợp tác xã tỉnh Hà Nam.</p>" + "<p>chữ</p>" * 200, "Liên minh Hợp tác xã tỉnh Hà Nam"),
        ("", "<p>chữ</p>" * 200 + "<p>LMHTX tỉnh Hà Nam</p>", "LMHTX tỉnh Hà Nam"),
        ("", "<p>chữ</p>" * 200 + "<p>LMHTX tỉnh Hà Nam</p>" + "<p>chữ</p>" * 200, ""),
    ],
)
def test_the_name_of_the_site(head: str, body: str, wanted: str) -> None:
    assert markup(head, body).site_name.strip() == wanted


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("<meta property='article:published_time' content='2019-04-02'>", "2019-04-02"),
        ("<meta NAME=PubDate content='02/04/2019'>", "2019-04-02"),
        ("<meta itemprop=datePublished content='2019-04-02'>", "2019-04-02"),
        ('<script type=\'application/ld+json\'>{"datePublished": "2019-04-02"}</script>', "2019-04-02"),
        ("", None),
    ],
)
def test_the_day_that_metadata_says(head: str, wanted: str | None) -> None:
    assert markup(head).published_on == wanted


@pytest.mark.parametrize(
    "tag",
    [
        "<time itemprop=datePublished datetime='2019-04-02'>hôm qua</time>",
        "<span itemprop=datePublished>02/4/2019</span>",
    ],
)
def test_the_day_that_a_marked_tag_says(tag: str) -> None:
    assert markup("", tag).published_on == "2019-04-02"


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        (f"<div id=b><h2>{TITLE}</h2><p>x</p></div>", TITLE),
        (f"<h2>{OTHER}</h2><div id=b><p>x</p><h4>{TITLE}</h4></div>", TITLE),
        (f"<h2>{OTHER}</h2><h2>{TITLE}</h2><div id=b><p>x</p></div>", TITLE),
        (f"<h2>{TITLE}</h2><div id=b><h2>Tin tức</h2></div>", TITLE),
        (f"<div id=b><h2>{'dài ' * 101}</h2><h3>{TITLE}</h3></div>", TITLE),
        ("<div id=b><p>x</p></div>", ""),
    ],
)
def test_the_heading_of_a_block(html: str, wanted: str) -> None:
    block = BeautifulSoup(html, "lxml").find(id="b")
    assert block is not None
    assert heading_in(block) == wanted  # type: ignore[arg-type]  # a tag
