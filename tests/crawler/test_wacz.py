"""A web archive by the book: read by a reader that is not ours, each record found where the index says, nothing of what was withdrawn."""

import gzip
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from corpus.errors import InputError
from corpus.store import Store
from crawler.wacz import WaczReport, surt, write_wacz
from tests.crawler.conftest import Server
from tests.crawler.crawling import ARTICLE, run


@pytest.fixture
def collected(server: Server, tmp_path: Path) -> Path:
    """Two runs of a site, so that there are two files of captures."""
    server.page("/", "<html><body><a href='/mot'>Một</a> <a href='/hai'>Hai</a></body></html>")
    server.page("/mot", ARTICLE.replace("{n}", "1"))
    server.page("/hai", ARTICLE.replace("{n}", "2"))
    run(tmp_path / "archive", server.url)
    server.page("/hai", ARTICLE.replace("{n}", "3"))
    run(tmp_path / "archive", server.url)
    return tmp_path / "archive"


def export(folder: Path, file: Path) -> WaczReport:
    with Store.open(folder) as store:
        return write_wacz(store, file)


def cdx(archive: zipfile.ZipFile) -> list[tuple[str, str, dict[str, Any]]]:
    """The lines of the index."""
    lines = gzip.decompress(archive.read("indexes/index.cdx.gz")).decode().splitlines()
    return [(key, stamp, json.loads(row)) for key, stamp, row in (line.split(" ", 2) for line in lines)]


def test_its_parts_are_those_of_the_specification(collected: Path, tmp_path: Path) -> None:
    report = export(collected, tmp_path / "a.wacz")
    assert (report.files, report.records, report.pages, report.left_out) == (2, 4, 2, 0)
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        assert {
            "datapackage.json",
            "datapackage-digest.json",
            "pages/pages.jsonl",
            "indexes/index.cdx.gz",
            "indexes/index.idx",
        } < names
        package = json.loads(archive.read("datapackage.json"))
        assert package["profile"] == "data-package" and package["wacz_version"] == "1.1.1"
        digest = json.loads(archive.read("datapackage-digest.json"))
        assert digest["hash"] == f"sha256:{hashlib.sha256(archive.read('datapackage.json')).hexdigest()}"
        assert {one["path"] for one in package["resources"]} == names - {"datapackage.json", "datapackage-digest.json"}
        for one in package["resources"]:
            assert re.fullmatch(r"[-a-z0-9._/]+", one["name"])
            data = archive.read(one["path"])
            assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        for info in archive.infolist():
            if info.filename.startswith(("archive/", "indexes/")):
                assert info.compress_type == zipfile.ZIP_STORED, "a replayer reads from the middle"


def test_another_reader_finds_each_record_where_the_index_says(collected: Path, tmp_path: Path) -> None:
    export(collected, tmp_path / "a.wacz")
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        lines = cdx(archive)
        assert [(key, stamp) for key, stamp, _ in lines] == sorted((key, stamp) for key, stamp, _ in lines)
        for key, stamp, row in lines:
            whole = archive.read(f"archive/{row['filename']}")
            piece = whole[int(row["offset"]) : int(row["offset"]) + int(row["length"])]
            (record,) = ArchiveIterator(io.BytesIO(piece), check_digests="raise")
            assert record.rec_headers.get_header("WARC-Target-URI") == row["url"]
            assert record.rec_headers.get_header("WARC-Payload-Digest") == row["digest"]
            assert key == surt(row["url"]) and len(stamp) == 14
        counted = sum(
            1
            for name in archive.namelist()
            if name.endswith(".warc.gz")
            for _ in ArchiveIterator(io.BytesIO(archive.read(name)))
        )
        assert counted == len(lines)


def test_the_blocks_of_the_index_can_be_read_alone(
    collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.wacz._BLOCK", 2)
    export(collected, tmp_path / "a.wacz")
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        packed, (head, *idx) = (
            archive.read("indexes/index.cdx.gz"),
            archive.read("indexes/index.idx").decode().splitlines(),
        )
        assert head.startswith("!meta 0 ") and len(idx) == 2
        read = []
        for line in idx:
            key, stamp, told = line.split(" ", 2)
            row = json.loads(told)
            block = gzip.decompress(packed[row["offset"] : row["offset"] + row["length"]]).decode().splitlines()
            assert block[0].startswith(f"{key} {stamp} ")
            read += block
        assert len(read) == len(cdx(archive))


def test_pages_are_those_that_hold_notices(collected: Path, tmp_path: Path) -> None:
    export(collected, tmp_path / "a.wacz")
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        head, *pages = map(json.loads, archive.read("pages/pages.jsonl").decode().splitlines())
        assert head["format"] == "json-pages-1.0"
        assert sorted((page["url"].rpartition("/")[2], page["title"]) for page in pages) == [
            ("hai", "Tin số 3 về hợp tác xã"),
            ("mot", "Tin số 1 về hợp tác xã"),
        ]
        at = {(row["url"], stamp) for _, stamp, row in cdx(archive)}
        assert all((page["url"], "".join(filter(str.isdigit, page["ts"]))[:14]) in at for page in pages)


def test_what_was_withdrawn_is_not_given_away(collected: Path, tmp_path: Path) -> None:
    with Store.open(collected) as store:
        store.withdraw(
            next(notice.id for _, notice in store.changed_since(0) if notice.title.startswith("Tin số 3")), "nhầm"
        )
    report = export(collected, tmp_path / "a.wacz")
    assert (report.records, report.pages, report.left_out) == (2, 1, 2)
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        assert not any(row["url"].endswith("/hai") for _, _, row in cdx(archive))
        for name in archive.namelist():
            if name.endswith(".warc.gz"):
                assert "nội dung bài viết 3" not in gzip.decompress(archive.read(name)).decode().lower()
                assert "nội dung bài viết 2" not in gzip.decompress(archive.read(name)).decode().lower()


def test_a_file_that_was_broken_off_gives_what_is_whole(collected: Path, tmp_path: Path) -> None:
    warc = min((collected / "captures").iterdir())
    warc.write_bytes(warc.read_bytes()[:-40])
    assert export(collected, tmp_path / "a.wacz").records == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.wacz", "archive"]


def test_an_archive_without_captures_gives_an_empty_one(tmp_path: Path) -> None:
    Store.open(tmp_path / "archive", create=True).close()
    assert export(tmp_path / "archive", tmp_path / "a.wacz").records == 0
    with pytest.raises(InputError, match="is there already"):
        export(tmp_path / "archive", tmp_path / "a.wacz")


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://lienminh.vn/", "vn,lienminh)/"),
        ("https://www.Lienminh.vn/Tin/Mot.html", "vn,lienminh)/tin/mot.html"),
        ("http://lienminh.vn:81/tin/?b=2&a=1", "vn,lienminh:81)/tin?a=1&b=2"),
    ],
)
def test_addresses_turned_round(url: str, key: str) -> None:
    assert surt(url) == key
