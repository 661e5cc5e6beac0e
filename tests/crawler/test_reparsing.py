"""Captures read again: nothing changes when the readers have not; what changed, what is gone and what cannot be read is told."""

import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import crawler.reparsing
from corpus.decisions import Mention
from corpus.store import Store
from crawler.reading import Reading, read_answer
from crawler.reparsing import ReparseReport, reparse
from tests.crawler.conftest import Server
from tests.crawler.crawling import ARTICLE, notices, run, states


@pytest.fixture
def collected(server: Server, tmp_path: Path) -> Path:
    """A crawled site: a front page, two articles, and one of them under a second address."""
    links = "".join(f"<li><a href='/{name}'>Tin {name}</a></li>" for name in ("mot", "hai", "hai-in"))
    server.page("/", f"<html><body><ul>{links}</ul></body></html>")
    server.page("/mot", ARTICLE.replace("{n}", "1"))
    two = ARTICLE.replace("{n}", "2")
    server.page("/hai", two)
    server.page("/hai-in", two)
    run(tmp_path / "archive", server.url)
    return tmp_path / "archive"


def again(folder: Path) -> ReparseReport:
    with Store.open(folder) as store:
        return reparse(store)


def reads(monkeypatch: pytest.MonkeyPatch, change: Callable[[Reading], Reading]) -> None:
    """Today's readers give something else."""
    monkeypatch.setattr(crawler.reparsing, "read_answer", lambda response, most: change(read_answer(response, most)))


def titled(reading: Reading) -> Reading:
    if reading.notice is None:
        return reading
    other = replace(reading.notice, title=f"{reading.notice.title} (đọc lại)", digest="new" + reading.notice.title)
    return replace(reading, notice=other)


def test_the_same_readers_find_the_same(collected: Path) -> None:
    before, where = notices(collected), states(collected)
    with Store.open(collected) as store:
        revision = store.revision()
    report = again(collected)
    assert (report.read, report.same, report.added, report.changed, report.doubles) == (4, 3, 0, 0, 0)
    assert (report.gone, report.faults, report.without_notice) == ([], [], 1)
    assert (notices(collected), states(collected)) == (before, where)
    with Store.open(collected) as store:
        assert store.revision() == revision, "the index has nothing to do"


def test_what_other_readers_find_takes_its_place(collected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads(monkeypatch, titled)
    with Store.open(collected) as store:
        id_ = next(notice.id for _, notice in store.changed_since(0))
        fetched = store.notice(id_).fetched_at
        store.decide_mention(
            Mention(notice_id=id_, start=0, written="x", before=""), "unsure", None, who="Lan", why="thử"
        )
    report = again(collected)
    assert (report.changed, report.added, report.same, report.doubles) == (2, 0, 1, 0)
    assert all(row[0].endswith("(đọc lại)") for row in notices(collected).values())
    assert len(notices(collected)) == 2, "the double is no notice of its own"
    assert report.decisions == [1] and id_ in report.changed_ids
    with Store.open(collected) as store:
        assert store.notice(id_).fetched_at == fetched


def test_what_is_no_article_any_more_is_named_and_stays(collected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = notices(collected)
    reads(monkeypatch, lambda reading: replace(reading, notice=None, why="no article found: too short"))
    report = again(collected)
    assert {(one.url.rpartition("/")[2], one.why) for one in report.gone} == {
        (name, "no article found: too short") for name in ("mot", "hai", "hai-in")
    }
    assert all(one.notice for one in report.gone)
    assert notices(collected) == before
    monkeypatch.undo()
    assert again(collected).same == 3, "a better reader still knows whose page it is"


def test_a_page_that_is_read_now_comes_in(collected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(collected) as store, store.transaction() as db:
        page = next(one for one in store.captures.all() if one.url.endswith("/mot"))
        store.connection.execute("DELETE FROM notices WHERE id = ?", (page.notice_id,))
        db.captures.reread(page.url, links=[], notice_id=None)
    report = again(collected)
    assert (report.added, report.same) == (1, 2)


def test_what_was_withdrawn_does_not_come_back(collected: Path) -> None:
    with Store.open(collected) as store:
        page = next(one for one in store.captures.all() if one.url.endswith("/mot"))
        store.withdraw(page.notice_id or "", "nhầm")
    report = again(collected)
    assert (report.withdrawn, report.same) == (1, 2)
    assert len(notices(collected)) == 1


def harm_missing(warc: Path) -> None:
    warc.unlink()


def harm_garbage(warc: Path) -> None:
    warc.write_bytes(b"garbage" * 99)


@pytest.mark.parametrize("harm", [harm_missing, harm_garbage])
def test_captures_that_cannot_be_read_are_named(collected: Path, harm: Callable[[Path], None]) -> None:
    before: dict[str, Any] = notices(collected)
    for warc in (collected / "captures").iterdir():
        harm(warc)
    report = again(collected)
    assert (report.read, len(report.faults)) == (0, 4)
    assert all("its capture" in one.why for one in report.faults)
    assert notices(collected) == before


def test_a_capture_that_was_changed_is_not_believed(collected: Path) -> None:
    before = notices(collected)
    with Store.open(collected) as store:
        first = next(store.captures.all())
    (warc,) = (collected / "captures").iterdir()
    data = warc.read_bytes()
    with Store.open(collected) as store:
        second = [one.warc_offset for one in store.captures.all()][1]
    record = gzip.decompress(data[:second])
    warc.write_bytes(gzip.compress(record.replace(b"<ul>", b"<ol>")) + data[second:])
    report = again(collected)
    assert any(one.url == first.url and "not as it was recorded" in one.why for one in report.faults)
    assert notices(collected) == before


def test_the_report_is_a_line_and_a_row(collected: Path) -> None:
    report = again(collected)
    assert report.line().startswith("4 bản lưu đọc lại; thông báo: 0 thêm mới, 0 thay đổi, 3 như cũ")
    assert report.as_row()["gone"] == []
