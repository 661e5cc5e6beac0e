"""Pages against what they should be read as: one folder below ``golden/`` for each layout, ``page.html`` and ``expected.json``.

The pages of the sample sites' families are what the bundled sites answer; the others were written in the manner of real portals.
"""

import json
import re
from pathlib import Path

import pytest

from corpus.sample.catalogue import SITES
from corpus.sample.notices import load_notices
from corpus.sample.sites import path_of, respond
from crawler.encoding import decode
from tests.crawler.readers import read_notice, read_page

GOLDEN = Path(__file__).parent / "golden"
FAMILIES = {site.family: site for site in SITES}
FURNITURE = re.compile(
    r"Trang chủ|Lượt xem|View count|In trang|In bài|Share|Facebook|Tweet|Bản quyền|©|Copyright|Các tin khác|Tin khác|Tin cũ hơn|Tin liên quan"
    r"|Bài viết liên quan|Tin cùng chuyên mục|Văn bản khác|Xem thêm|bình luận|Đăng nhập|Ngày đăng|Hôm nay|Đọc nhiều|Giấy phép|Tải về|Cỡ chữ|Góc trao đổi",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "folder", sorted(path.parent for path in GOLDEN.glob("*/page.html")), ids=lambda path: path.name
)
def test_golden_pages(folder: Path, golden_update: bool) -> None:
    """`--golden-update` writes ``expected.json`` anew: read what it wrote."""
    site = FAMILIES.get(folder.name)
    url = f"https://{folder.name}.example/tin/1.html"
    if site:
        notice = load_notices()[site.key][1]
        url = f"http://{site.key}.example{path_of(notice)}"
        if golden_update:
            (folder / "page.html").write_bytes(respond(site, path_of(notice), f"http://{site.key}.example", {}).body)
    html = decode((folder / "page.html").read_bytes(), site.header_charset if site else None)
    found = read_notice(html, url)
    row = found and {
        "title": found.title,
        "published_on": found.published_on,
        "place": found.place,
        "issuer": found.issuer,
        "head": found.head and [found.head.kind, found.head.number, found.head.issued_on],
        "text": found.text.split("\n"),
    }
    expected = folder / "expected.json"
    if golden_update:
        expected.write_text(json.dumps(row, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert expected.exists(), f"{expected} is missing: run pytest --golden-update and read what it wrote"
    assert row == json.loads(expected.read_text(encoding="utf-8"))
    assert found is None or not FURNITURE.search(found.text)


def test_every_family_and_site_file_has_a_golden_pair() -> None:
    files = {path.stem for path in (Path(__file__).parents[2] / "crawler/sites").glob("*.toml")}
    assert {"dotnetnuke", "state_portal"} == files, "a new site file wants a golden folder, and its name here"
    assert {path.name for path in GOLDEN.iterdir()} >= set(FAMILIES)


PARAGRAPH = (
    "<p>Một đoạn văn đủ dài để được coi là lời của một bài báo, có chủ ngữ, có vị ngữ và có cả dấu chấm câu.</p>"
)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html></html>",
        "<html><body><form><input></form></body></html>",
        "<title>Ảnh</title><img src=x><p>Ảnh</p>",
        "<ul>"
        + "<li><a href='/x'>Một đường liên kết dài dài tới một trang khác của cổng thông tin</a></li>" * 20
        + "</ul>",
        "<script>" + "x" * 5000 + "</script>",
    ],
)
def test_pages_without_an_article(html: str) -> None:
    assert read_page(html, "https://e.vn/1") is None


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + PARAGRAPH * 5,
        "<table><tr><td>" * 5_000 + PARAGRAPH * 5,
        PARAGRAPH * 20_000,
        "<a href='/x'>" * 20_000 + PARAGRAPH * 5,
        "<title>" + "x | " * 20_000 + "</title>" + PARAGRAPH * 5,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>" + PARAGRAPH * 5,
    ],
    ids=["deep", "tables", "long", "anchors", "title", "json"],
)
def test_hostile_markup_neither_fails_nor_hangs(html: str) -> None:
    page = read_page(f"<html><body>{html}</body></html>", "https://e.vn/1")
    assert page is None or "Một đoạn văn" in page.text


@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        ("<ol><li>Một</li><li>Hai</li></ol>", "1. Một\n2. Hai"),
        ("<ol start=3><li>Ba</li></ol>", "3. Ba"),
        ("<ol type=a><li>Một</li><li>Hai</li></ol>", "a) Một\nb) Hai"),
        ("<ul><li>Một</li></ul>", "- Một"),
        ("<table><tr><td>Một</td><td>Hai</td></tr></table>", "Một | Hai"),
        ("Một<br>Hai", "Một\nHai"),
    ],
)
def test_items_keep_their_numbers_and_cells_their_row(items: str, wanted: str) -> None:
    page = read_page(f"<title>Một tiêu đề</title><div>{PARAGRAPH * 3}{items}<p>Hết.</p></div>", "https://e.vn/1")
    assert page is not None
    assert wanted in page.text
