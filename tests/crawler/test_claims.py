"""Addresses that pages claim, over real HTTP: none overwrites another's notice, and right ones still join doubles."""

from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from tests.crawler.crawling import ARTICLE, notices, run


def page(n: int, head: str = "", more: str = "") -> str:
    html = ARTICLE.format(n=n).replace("<head>", f"<head>{head}")
    return html.replace("</article>", f"<p>{more}</p></article>") if more else html


def home(*links: str) -> str:
    return "".join(f"<a href='{link}'>{link}</a>" for link in links)


@pytest.mark.parametrize(
    "claim",
    [
        "<link rel='canonical' href='/'>",
        "<link rel='canonical' href='/tin-tuc'>",
        "<link href='/chi-tiet.aspx' rel='Canonical'>",
        "<meta property='og:url' content='/'>",
        "<meta property='og:url' content='/khac.html'>",
        "<!-- <link rel='canonical' href='/khac.html'> -->",
        "<link rel='canonical' href='http://other.example/x'>",
        "<link rel='canonical' href=''>",
    ],
)
@pytest.mark.parametrize("paths", [("/tin/1.html", "/tin/2.html", "/tin/3.html"), tuple(f"/chi-tiet.aspx?id={n}" for n in (1, 2, 3)), tuple(f"/x?ten={c}" for c in "abc")])  # fmt: skip
def test_a_claim_that_cannot_be_right_overwrites_nothing(
    tmp_path: Path, server: Any, claim: str, paths: tuple[str, ...]
) -> None:
    server.page("/", home(*paths))
    for n, path in enumerate(paths):
        server.page(path, page(n, claim))
    wanted = {f"Tin số {n} về hợp tác xã" for n in range(3)}
    for visit in range(2):
        report = run(tmp_path, server.url)
        assert {row[0] for row in notices(tmp_path).values()} == wanted
        assert (report.added, report.updated) == ((3, 0) if visit == 0 else (0, 0))
    assert {url.removeprefix(server.url) for url in notices(tmp_path)} == set(paths)


def test_a_list_is_no_articles_address(tmp_path: Path, server: Any) -> None:
    server.page("/", home("/tin-tuc"))
    server.page("/tin-tuc", home("/tin/1.html"))
    server.page("/tin/1.html", page(1, "<link rel='canonical' href='/tin-tuc'>"))
    run(tmp_path, server.url)
    assert list(notices(tmp_path)) == [server.url + "/tin/1.html"]


def test_a_page_at_an_address_that_another_claimed(tmp_path: Path, server: Any) -> None:
    server.page("/", home("/x?a=b", "/x"))
    server.page("/x?a=b", page(1, "<link rel='canonical' href='/x'>"))
    server.page("/x", page(2))
    run(tmp_path, server.url)
    assert {url.removeprefix(server.url): row[0] for url, row in notices(tmp_path).items()} == {
        "/x?a=b": "Tin số 1 về hợp tác xã",
        "/x": "Tin số 2 về hợp tác xã",
    }


@pytest.mark.parametrize(
    "claim", ["<link rel='canonical' href='/tin/1.html'>", "<meta property='og:url' content='/tin/1.html'>"]
)
def test_a_right_claim_joins_doubles_that_differ_in_a_counter(tmp_path: Path, server: Any, claim: str) -> None:
    server.page("/", home("/tin/1.html?ref=a", "/tin/1.html?ref=b"))
    for visit in range(2):
        server.page("/tin/1.html?ref=a", page(1, claim, f"Bản in thứ {visit}1"))
        server.page("/tin/1.html?ref=b", page(1, claim, f"Bản in thứ {visit}2"))
        report = run(tmp_path, server.url)
        assert list(notices(tmp_path)) == [server.url + "/tin/1.html"]
        assert report.duplicates == 1
    changed = page(1, claim).replace("chủ ngữ", "lời khác hẳn trước và dài hơn trước nhiều")
    server.page("/tin/1.html?ref=a", changed)
    server.page("/tin/1.html?ref=b", changed)
    assert run(tmp_path, server.url).updated == 1
    assert "lời khác hẳn" in notices(tmp_path)[server.url + "/tin/1.html"][1]


@pytest.mark.parametrize("paths", [("/Tin/Bai-1.aspx", "/tin/bai-1.aspx", "/TIN/BAI-1.ASPX"), ("/tin/1", "/tin/1/")])
def test_spellings_of_one_address_are_one_notice(tmp_path: Path, server: Any, paths: tuple[str, ...]) -> None:
    server.page("/", home(*paths))
    for n, path in enumerate(paths):
        server.page(path, page(1, more=f"Bản in thứ {n}"))
    assert run(tmp_path, server.url).added == 1
    assert len(notices(tmp_path)) == 1


def test_addresses_that_differ_in_case_alone_may_be_two_articles(tmp_path: Path, server: Any) -> None:
    server.page("/", home("/tin/aB", "/tin/Ab"))
    server.page("/tin/aB", page(1))
    server.page("/tin/Ab", page(2))
    assert run(tmp_path, server.url).added == 2


def test_one_host_plain_and_encrypted_is_one_site(tmp_path: Path, server: Any) -> None:
    """The same pages under two names of one host, as a crawl of each by itself meets them."""
    address = ("127.0.0.1", server.http.server_address[1])
    names = ("lienminh.example", "www.lienminh.example")
    for n, name in enumerate(names):
        server.page("/", home("/tin/1.html"))
        server.page("/tin/1.html", page(1, more=f"Bản in thứ {n}"))
        run(tmp_path, f"http://{name}/", resolve={name: address}, allow_private=False)
    assert list(notices(tmp_path)) == ["http://lienminh.example/tin/1.html"]


@pytest.mark.parametrize("claim", ["", "<link rel='canonical' href='/chinh.html'>"])
def test_a_notice_that_was_withdrawn_does_not_come_back(tmp_path: Path, server: Any, claim: str) -> None:
    server.page("/", home("/tin/1.html", "/tin/2.html"))
    server.page("/tin/1.html", page(1, claim))
    server.page("/tin/2.html", page(2))
    assert run(tmp_path, server.url).added == 2
    with Store.open(tmp_path) as store:
        gone = next(one.id for _, one in store.changed_since(0) if "số 1" in one.title)
        store.withdraw(gone, "có dữ liệu cá nhân")
    for more in ("", "Nay viết thêm một đoạn."):
        server.page("/tin/1.html", page(1, "", more))
        report = run(tmp_path, server.url)
        assert (report.withdrawn, report.added, report.updated) == (1, 0, 0)
        assert "1 đã rút" in report.line()
        assert [row[0] for row in notices(tmp_path).values()] == ["Tin số 2 về hợp tác xã"]
