"""Encodings, heads, golden pages, imports."""

import json
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.model import Notice
from corpus.sample.notices import load_notices
from corpus.sample.sites import SITES, path_of, respond
from crawler.encoding import decode
from crawler.head import find_head
from crawler.importing import ImportFault, read_files
from crawler.links import feed_links, page_links
from crawler.page import read_page

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("data", "header", "wanted"),
    [
        ("Hợp tác xã".encode(), "iso-8859-1", "Hợp tác xã"),
        ("\ufeffHợp".encode(), None, "Hợp"),
        (b"<meta charset=windows-1258>" + "Tỉnh".encode("utf-16-le"), None, None),
        (
            b"Ngh\xde quy\xd5t s\xe8 13/NQ/TW ng\xb5y 18/3, Li\xaan minh h\xeep t\xb8c x\xb7",
            None,
            "Nghị quyết số 13/NQ/TW ngày 18/3, Liên minh hợp tác xã",
        ),
        ("Hợp tác".encode()[:-1] + b"\xe1", "utf-8", None),
        (b"", None, ""),
    ],
)
def test_decode(data: bytes, header: str | None, wanted: str | None) -> None:
    text = decode(data, header)
    if wanted is not None:
        assert text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "LIÊN MINH HTX\nSố: 45/KH-LMHTX\nHải Dương, ngày 06 tháng 8 năm 2018\nKẾ HOẠCH\nThực hiện",
            ("ke-hoach", "45/KH-LMHTX", "2018-08-06"),
        ),
        ("TỈNH ỦY NGHỆ AN\nSố 21-CT/TU\n\nCHỈ THỊ", ("chi-thi", "21-CT/TU", None)),
        ("Số: 41/LMHTX-KHHT\nV/v rà soát", ("cong-van", "41/LMHTX-KHHT", None)),
        ("Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014", None),
        ("Số điện thoại: 0243", None),
    ],
)
def test_find_head(text: str, wanted: tuple[str, str, str | None] | None) -> None:
    head = find_head(text)
    assert (None if head is None else (head.kind, head.number, head.issued_on)) == wanted


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.family)
def test_golden_pages(site, golden_update: bool) -> None:  # type: ignore[no-untyped-def]
    """One page of each family against what it should be read as; `--golden-update` writes the pair."""
    folder = GOLDEN / site.family
    page, expected = folder / "page.html", folder / "expected.json"
    notice = load_notices()[site.key][1]
    if golden_update:
        folder.mkdir(parents=True, exist_ok=True)
        page.write_bytes(respond(site, path_of(notice), "http://x", {}).body)
    assert page.exists(), f"{page} is missing: run pytest --golden-update and look at what it wrote"
    found = read_page(decode(page.read_bytes(), site.header_charset), "http://x" + path_of(notice))
    assert found is not None
    row = {"title": found.title, "text": found.text, "published_on": found.published_on, "place": found.place}
    if golden_update:
        expected.write_text(json.dumps(row, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert row == json.loads(expected.read_text(encoding="utf-8"))


def test_links() -> None:
    html = "<a href='/a?utm_source=x'>1</a><a href='b.pdf'>2</a><a href='javascript:x'>3</a><a href='/van-ban?id=1&print=1'>4</a><a rel=nofollow href='/c'>5</a><a href='d'>6</a>"
    assert page_links(html, "https://e.vn/x/") == ["https://e.vn/a", "https://e.vn/x/d"]
    assert feed_links(
        "<urlset><url><loc>https://e.vn/1</loc></url><url><loc><![CDATA[https://e.vn/2]]></loc></url></urlset>"
    ) == ["https://e.vn/1", "https://e.vn/2"]


def test_import_names_what_it_skips(tmp_path: Path) -> None:
    good = {"id": "n1", "title": "T", "text": "Một thông báo.", "published_on": "2018-01-02"}
    lines = [
        json.dumps(good),
        "not json",
        '{"id": 5, "text": "x"}',
        '{"title": "no text"}',
        '{"text": "x", "published_on": "hôm qua"}',
        '{"text": "a\\u0000b\\ud800c"}',
        "",
        json.dumps({**good, "id": "n2"}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b.txt").write_text("LIÊN MINH\nSố: 5/KH-LMHTX\nNội dung.", encoding="utf-8")
    (tmp_path / "c.html").write_text("<p>ngắn</p>", encoding="utf-8")
    (tmp_path / "d.bin").write_bytes(b"\x00")
    items = list(read_files([tmp_path, tmp_path / "d.bin"]))
    notices = [item for item in items if isinstance(item, Notice)]
    faults = [item for item in items if isinstance(item, ImportFault)]
    assert [row.id for row in notices[:1]] == ["n1"]
    assert "n2" in [row.id for row in notices]
    assert any(row.head and row.head.number == "5/KH-LMHTX" for row in notices)
    assert [fault.where.rsplit("/", 1)[-1] for fault in faults] == [
        "a.jsonl line 2",
        "a.jsonl line 3",
        "a.jsonl line 4",
        "a.jsonl line 5",
        "c.html",
        "d.bin",
    ]
    assert any(row.text == "ab\ufffdc" for row in notices)
    with pytest.raises(InputError, match="no such file"):
        list(read_files([tmp_path / "none"]))
