"""From an article or a row to the notice that is stored."""

import hashlib

import pytest

from corpus.errors import InputError
from crawler.notices import notice_id, notice_of, notice_of_page
from crawler.page import Page
from tests.crawler.pieces import BODY, TITLE
from tests.crawler.readers import read_notice

HEAD = "LIÊN MINH HTX TỈNH PHÚ YÊN\nSố: 45/KH-LMHTX\n"
DATED = "Phú Yên, ngày 06 tháng 8 năm 2018\n"
KIND = "KẾ HOẠCH\nThi đua\nThực hiện chỉ thị của trên, Liên minh mở đợt thi đua."


@pytest.mark.parametrize(
    ("text", "published_on", "wanted", "issued_on"),
    [
        (HEAD + DATED + KIND, "2018-08-10", "2018-08-10", "2018-08-06"),
        (HEAD + DATED + KIND, None, "2018-08-06", "2018-08-06"),
        (HEAD + KIND, "2018-08-10", "2018-08-10", "2018-08-10"),
        (HEAD + KIND, None, None, None),
        (HEAD + KIND, "10/8/2018", None, None),
        (HEAD + DATED + KIND, "10/8/2018", "2018-08-06", "2018-08-06"),
        (DATED + KIND, None, "2018-08-06", "none"),
    ],
)
def test_the_day_of_a_head_and_of_publication_stand_in_for_each_other(
    text: str, published_on: str | None, wanted: str | None, issued_on: str | None
) -> None:
    notice = notice_of(id="a", site="s", title="T", text=text, published_on=published_on)
    assert notice.published_on == wanted
    assert (notice.head.issued_on if notice.head else "none") == issued_on


def test_fields_are_kept() -> None:
    notice = notice_of(
        id="a",
        site="s",
        url="http://x/1",
        title="T",
        text="Chữ",
        issuer="Sở Nội vụ",
        place="Phú Yên",
        published_on="2018",
    )
    assert (notice.id, notice.site, notice.url, notice.title, notice.text) == ("a", "s", "http://x/1", "T", "Chữ")
    assert (notice.issuer, notice.place, notice.published_on, notice.head) == ("Sở Nội vụ", "Phú Yên", "2018", None)
    with pytest.raises(InputError):
        notice_of(id="a b", site="s", title="T", text="Chữ")


def test_a_page_speaks_for_its_host_and_its_site() -> None:
    page = Page(title="Thi đua", text="Mở đợt thi đua trong các xã.", published_on="2018-08-06", site_name="")
    found = notice_of_page(page, id="a", site="s", url="http://lmhtx.phuyen.gov.vn/1")
    assert (found.place, found.published_on, found.url) == ("Phú Yên", "2018-08-06", "http://lmhtx.phuyen.gov.vn/1")
    assert notice_of_page(page, id="a", site="s").place is None
    named = Page(title="Thi đua", text=page.text, published_on=None, site_name="Liên minh Hợp tác xã tỉnh Hà Nam")
    assert notice_of_page(named, id="a", site="s").place == "Hà Nam"


def digest(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:8]


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("http://www.lmhtx.vn/tin/mo-dot-thi-dua.html", "lmhtx-vn-tin-mo-dot-thi-dua"),
        ("http://wwww.lmhtx.vn/tin", "wwww-lmhtx-vn-tin"),
        ("http://lmhtx.vn/", "lmhtx-vn"),
        ("http://lmhtx.vn/a.b.aspx?id=7", "lmhtx-vn-a-b"),
        ("http://lmhtx.vn/a.abcdefg", "lmhtx-vn-a-abcdefg"),
        ("http://" + "a" * 29 + ".vn/x", "a" * 29 + "-x"),
        ("http://" + "a" * 40 + ".vn/x", "a" * 30 + "-x"),
        ("http://e.vn/" + "b" * 60, "e-vn-" + "b" * 44),
        ("http://e.vn/x/" + "b" * 43, "e-vn-" + "b" * 43),
    ],
)
def test_ids_are_made_of_addresses(url: str, wanted: str) -> None:
    assert notice_id(url) == f"{wanted}-{digest(url)}"


def test_a_page_is_stored_under_the_address_that_it_calls_its_own() -> None:
    html = f"<html><head><title>{TITLE}</title>{{}}</head><body><article><h1>{TITLE}</h1>{BODY}</article></body></html>"
    url, own = "http://e.vn/tin/1.html?utm=x", "http://e.vn/tin/mo-dot.html"
    claimed = read_notice(html.format(f"<link rel=canonical href='{own}'>"), url)
    assert claimed is not None
    assert (claimed.url, claimed.id, claimed.site) == (own, notice_id(own), "e.vn")
    plain = read_notice(html.format(""), url)
    assert plain is not None
    assert (plain.url, plain.id, plain.title) == (url, notice_id(url), TITLE)
    assert read_notice("<p>Chào</p>", url) is None
