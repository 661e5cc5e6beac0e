import pytest

from corpus.errors import InputError
from crawler.addresses import canonical_url, is_page, on_origin, same_site, start_url


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("HTTP://Example.VN:80/a/../b?x=1#frag", "http://example.vn/b?x=1"),
        ("https://example.vn:443", "https://example.vn/"),
        ("http://example.vn:8080/", "http://example.vn:8080/"),
        ("https://example.vn./a//b/./c", "https://example.vn/a/b/c"),
        ("https://example.vn/a b?id=2", "https://example.vn/a%20b?id=2"),
        ("https://example.vn/tin?utm_source=x&id=2&UTM_Medium=y", "https://example.vn/tin?id=2"),
        ("https://example.vn/tin/?fbclid=1&zarsrc=2", "https://example.vn/tin/"),
        ("https://example.vn/tin.php?PHPSESSID=0f&id=1", "https://example.vn/tin.php?id=1"),
        ("https://example.vn/tin;jsessionid=1A2B?id=1", "https://example.vn/tin?id=1"),
        ("https://example.vn/(S(0fab12))/tin.aspx", "https://example.vn/tin.aspx"),
        ("https://example.vn/index.html", "https://example.vn/"),
        ("https://example.vn/tin/index.php", "https://example.vn/tin/"),
        ("https://example.vn/index.php?id=1", "https://example.vn/index.php?id=1"),
        ("https://example.vn/Default.aspx", "https://example.vn/"),
        ("https://example.vn/tabid/112/Default.aspx", "https://example.vn/tabid/112/Default.aspx"),
        ("https://liênminh.vn/tin", "https://xn--linminh-kya.vn/tin"),
        ("https://example.vn/thi-đua", "https://example.vn/thi-%C4%91ua"),
        ("https://example.vn/%7etin/%2f%c4%91", "https://example.vn/~tin/%2F%C4%91"),
        ("https://example.vn/?q1=%E0", "https://example.vn/?q1=%E0"),
        ("https://example.vn/?a=b=c&&d", "https://example.vn/?a=b=c&d"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("ftp://example.vn/", None),
        ("javascript:alert(1)", None),
        ("http://[::1/", None),
        ("http://example.vn:99999/", None),
        ("http://a..vn/", None),
        ("https://e.vn/" + "a" * 3000, None),
        ("", None),
    ],
)
def test_canonical_url(given: str, wanted: str | None) -> None:
    assert canonical_url(given) == wanted
    if wanted:
        assert canonical_url(wanted) == wanted, "a canonical address does not change again"


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("http://a.vn", "https://www.a.vn", True),
        ("http://a.vn:81", "http://a.vn:81", True),
        ("http://a.vn:81", "http://a.vn", False),
        ("http://a.vn", "http://b.a.vn", False),
        ("http://a.vn", "http://a.vn.evil.example", False),
    ],
)
def test_same_site(first: str, second: str, wanted: bool) -> None:
    assert same_site(first, second) is wanted
    assert (on_origin(f"{second}/x?y", first) == f"{first}/x?y") is wanted


def test_what_is_a_page() -> None:
    assert is_page("https://e.vn/tin.aspx?f=a.pdf")
    assert not is_page("https://e.vn/tep/27.PDF")


def test_start_addresses_of_people() -> None:
    assert start_url("lienminh.example") == "https://lienminh.example/"
    with pytest.raises(InputError, match="no address to crawl"):
        start_url("ftp://x")
