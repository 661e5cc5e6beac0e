import pytest

from crawler.links import MAX_LINKS, canonical_of, is_listing, page_links


def test_links_of_a_page() -> None:
    html = (
        "<a href='/a?utm_source=x'>1</a><a href='b.pdf'>2</a><a href='javascript:x'>3</a><a href='/van-ban?id=1&print=1'>4</a>"
        "<a rel=nofollow href='/c'>5</a><a href='d'>6</a><a href='#top'>7</a><a href='mailto:a@b.vn'>8</a><a href='/dang-nhap'>9</a>"
    )
    assert page_links(html, "https://e.vn/x/") == ["https://e.vn/a", "https://e.vn/x/d", "https://e.vn/x/"]


def test_a_base_moves_relative_links() -> None:
    assert page_links("<base href='https://e.vn/goc/'><a href='a'>1</a>", "https://e.vn/x/") == ["https://e.vn/goc/a"]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<base href='/portal/'><a href='tin/1.html'>1</a>", ["https://e.vn/portal/tin/1.html"]),
        ("<base href='//e.vn/portal/'><a href='tin/1.html'>1</a>", ["https://e.vn/portal/tin/1.html"]),
        ("<base target=_blank><base href='goc/'><a href='1'>1</a>", ["https://e.vn/x/goc/1"]),
        ("<!-- <base href='https://d.vn/'> --><a href='1'>1</a>", ["https://e.vn/x/1"]),
        ("<META HTTP-EQUIV=REFRESH CONTENT='0; URL=trang-chu.html'>", ["https://e.vn/x/trang-chu.html"]),
        ('<meta http-equiv=refresh content="5;url=\'/vi/\'">', ["https://e.vn/vi/"]),
        ("<meta http-equiv=refresh content='300'>", []),
        ("<frameset><frame src='/menu.html'><frame src='chinh.html'></frameset>", ["https://e.vn/menu.html", "https://e.vn/x/chinh.html"]),
        ("<iframe src='/tin.aspx'></iframe>", ["https://e.vn/tin.aspx"]),
        ("<map><area href='/3.html'></map>", ["https://e.vn/3.html"]),
        ("<script>window.location.href = '/trang-chu';</script>", ["https://e.vn/trang-chu"]),
        ("<a href='/1'>1</a><script>if (x) location.href='/y';</script>", ["https://e.vn/1"]),
        ("<a href='?bai=4'>1</a>", ["https://e.vn/x/?bai=4"]),
        ("<a href='\\tin\\1.html'>1</a><a href='/a?b=\\'>2</a>", ["https://e.vn/tin/1.html", "https://e.vn/a?b=%5C"]),
        ("<meta name=ROBOTS content='NOINDEX, NoFollow'><a href='/1'>1</a>", []),
        ("<meta name=robots content=none><a href='/1'>1</a>", []),
        ("<meta name=googlebot content=nofollow><a href='/1'>1</a>", ["https://e.vn/1"]),
        ("<a href='/?q=node/12'>1</a><a href='/?q=lua'>2</a><a href='/?s=lua'>3</a>", ["https://e.vn/?q=node/12"]),
    ],
)  # fmt: skip
def test_ways_to_lead_on(html: str, wanted: list[str]) -> None:
    assert page_links(html, "https://e.vn/x/") == wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/lien-he", False), ("/lien-he.html", False), ("/vi/tim-kiem/lua.aspx", False), ("/wp-login.php", False), ("/search/", False),
        ("/lien-he-chat-che-voi-nong-dan-4.html", True), ("/in-an-to-roi-5.html", True), ("/dang-nhap-khau-7.html", True),
        ("/tin/tim-kiem-dau-ra-10.html", True), ("/printer-1.html", True), ("/?p=1", True), ("/page/10.html", True),
    ],
)  # fmt: skip
def test_whole_parts_of_a_path_name_forms(path: str, wanted: bool) -> None:
    assert bool(page_links(f"<a href='{path}'>x</a>", "https://e.vn/")) is wanted


@pytest.mark.parametrize(
    ("header", "wanted"),
    [("nofollow", []), ("otherbot: nofollow", ["https://e.vn/1"]), ("danchieu: none", []), ("unavailable_after: 1 Jan 2020, nofollow", [])],
)  # fmt: skip
def test_what_a_header_asks_of_crawlers(header: str, wanted: list[str]) -> None:
    assert page_links("<a href='/1'>1</a>", "https://e.vn/", header) == wanted


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("<link rel='canonical' href='/bai/1'>", "https://e.vn/bai/1"),
        ("<link href='https://e.vn/bai/1#x' rel=\"canonical\">", "https://e.vn/bai/1"),
        ("<link rel='canonical' href='https://other.vn/bai/1'>", None),
        ("<link rel='stylesheet' href='/x.css'>", None),
        ("<!-- <link rel='canonical' href='/bai/1'> -->", None),
        ("<link rel='canonical' href='/'>", None),
        ("<link rel='canonical' href='http://www.e.vn/bai/1'>", "https://e.vn/bai/1"),
        ("<base href='/goc/'><link rel='canonical' href='bai/1'>", "https://e.vn/goc/bai/1"),
        ("<meta property='og:url' content='/bai/1'>", "https://e.vn/bai/1"),
        ("<link rel='canonical' href='/bai/1'><meta property='og:url' content='/bai/2'>", "https://e.vn/bai/1"),
    ],
)
def test_canonical_of(tag: str, wanted: str | None) -> None:
    assert canonical_of(f"<html><head>{tag}</head>", "https://e.vn/?id=1") == wanted


@pytest.mark.parametrize(
    ("claimed", "url", "wanted"),
    [
        ("/chi-tiet.aspx", "https://e.vn/chi-tiet.aspx?id=7", False),
        ("/chi-tiet.aspx?id=7", "https://e.vn/chi-tiet.aspx?id=7&page=2", False),
        ("/chi-tiet.aspx", "https://e.vn/chi-tiet.aspx?ref=a", True),
        ("/tin/7.html", "https://e.vn/tin/7.html?page=2", True),
        ("/tin-7", "https://e.vn/?p=7", True),
    ],
)
def test_a_claim_that_lost_the_number_of_its_query(claimed: str, url: str, wanted: bool) -> None:
    assert (canonical_of(f"<link rel=canonical href='{claimed}'>", url) is not None) is wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [("https://e.vn/", True), ("https://e.vn/trang/2/", True), ("https://e.vn/tin?page=3", True), ("https://e.vn/tin/1.html", False)],
)  # fmt: skip
def test_is_listing(url: str, wanted: bool) -> None:
    assert is_listing(url) is wanted


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<link rel=alternate type='application/rss+xml' href='/rss'>", ["https://e.vn/rss"]),
        ("<link rel=alternate type='APPLICATION/ATOM+XML' href='/atom'>", ["https://e.vn/atom"]),
        ("<link rel=stylesheet type='text/css' href='/a.css2'>", []),
        ("<link rel=alternate href='/vi'>", []),
        ("<iframe></iframe><frame src=''>", []),
        ("<a name=x>1</a>", []),
        (
            "<iframe src='/khung'></iframe><script>location.replace('/y')</script>",
            ["https://e.vn/khung", "https://e.vn/y"],
        ),
        ("<p>x</p>" * 30 + "<script>location.assign('/y')</script>", ["https://e.vn/y"]),
        ("<script>let x = 1</script>" * 20 + "<script>location.assign('/y')</script>", []),
    ],
)
def test_feeds_frames_and_scripts(html: str, wanted: list[str]) -> None:
    assert page_links(html, "https://e.vn/x/") == wanted


@pytest.mark.parametrize(
    ("html", "url", "wanted"),
    [
        ("<a rel=canonical href='/b'>x</a>", "https://e.vn/a", None),
        ("<link rel=canonical href='/b'>", "https://e.vn/a", "https://e.vn/b"),
        ("<link rel=canonical href=' '>", "https://e.vn/a", None),
        ("<link rel=canonical href='https://d.vn/b'>", "https://e.vn/a", None),
        ("<link rel=canonical href='/'>", "https://e.vn/a", None),
        ("<link rel=canonical href='/?id=1'>", "https://e.vn/a", "https://e.vn/?id=1"),
        ("<meta property='og:url' content='/b'>", "https://e.vn/a", "https://e.vn/b"),
        ("<p property='og:url' content='/b'>", "https://e.vn/a", None),
        ("<link rel=canonical href='/b'><meta property='og:url' content='/c'>", "https://e.vn/a", "https://e.vn/b"),
        ("<link rel=canonical href='/chi-tiet'>", "https://e.vn/chi-tiet?id=7", None),
        ("<link rel=canonical href='/CHI-TIET'>", "https://e.vn/chi-tiet?id=7", None),
        ("<link rel=canonical href='/chi-tiet-7'>", "https://e.vn/chi-tiet-7?id=7", "https://e.vn/chi-tiet-7"),
        ("<link rel=canonical href='/chi-tiet?id=7'>", "https://e.vn/chi-tiet?id=7&trang=2", None),
        ("<link rel=canonical href='/chi-tiet?id=7&a=b'>", "https://e.vn/chi-tiet?a=b&id=7", "https://e.vn/chi-tiet?id=7&a=b"),
        ("<link rel=canonical href='/chi-tiet'>", "https://e.vn/chi-tiet?muc=tin", "https://e.vn/chi-tiet"),
    ],
)  # fmt: skip
def test_the_address_that_a_page_may_claim(html: str, url: str, wanted: str | None) -> None:
    assert canonical_of(html, url) == wanted


def test_links_are_bounded() -> None:
    html = "".join(f"<a href='/{n}'>x</a>" for n in range(MAX_LINKS + 5))
    assert page_links(html, "https://e.vn/x/") == [f"https://e.vn/{n}" for n in range(MAX_LINKS)]
