"""The captures' rows: the last answer for each address, and which notice a page holds."""

from dataclasses import replace
from pathlib import Path

from corpus.captures import Capture
from corpus.store import Store, make_notice

URL = "http://a.example/1"
CAPTURE = Capture(
    url=URL,
    fetched_at="2026-01-01T00:00:00+00:00",
    status=200,
    etag='"e"',
    last_modified="Thu, 01 Jan 2026 00:00:00 GMT",
    media_type="text/html",
    digest="d1",
    bytes=12,
    warc="w.warc.gz",
    warc_offset=34,
    links=("http://a.example/2", "http://a.example/3"),
    notice_id="n",
)


def test_the_last_answer_counts(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        rows = store.captures
        assert rows.validators(URL) == (None, None)
        assert (rows.links(URL), rows.written(URL, "d1"), rows.notice_at(URL), rows.is_bare(URL)) == (
            [],
            None,
            None,
            False,
        )
        with store.transaction() as db:
            db.captures.keep(CAPTURE)
        assert rows.validators(URL) == (CAPTURE.etag, CAPTURE.last_modified)
        assert rows.links(URL) == list(CAPTURE.links)
        assert rows.written(URL, "d1") == ("w.warc.gz", 34)
        assert rows.written(URL, "d2") is None
        assert (rows.notice_at(URL), rows.is_bare(URL)) == ("n", False)
        with store.transaction() as db:
            db.captures.keep(replace(CAPTURE, digest="d2", warc_offset=56, links=(), notice_id=None, etag=None))
        assert rows.validators(URL) == (None, CAPTURE.last_modified)
        assert (rows.links(URL), rows.written(URL, "d2"), rows.is_bare(URL)) == ([], ("w.warc.gz", 56), True)


def test_only_a_page_that_was_had_has_validators_and_can_be_bare(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store, store.transaction() as db:
        db.captures.keep(replace(CAPTURE, status=404, notice_id=None))
        assert db.captures.validators(URL) == (None, None)
        assert not db.captures.is_bare(URL)


def test_pages_of_a_notice_doubles_last_and_under_its_new_id(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(make_notice(id="n", site="a.example", url=URL, title="T", text="Một."))
        with store.transaction() as db:
            for at in (3, 1, 2):
                db.captures.keep(replace(CAPTURE, url=f"http://a.example/{at}"))
            db.captures.keep(replace(CAPTURE, url="http://a.example/9", notice_id="m"))
            db.addresses.add_twin("http://a.example/3", "n")
        assert [url[-1] for url in store.captures.pages_of("n")] == ["1", "2", "3"]
        with store.transaction() as db:
            store.readdress_within(db, "n", id="k", url="http://a.example/2")
        assert (store.captures.pages_of("n"), len(store.captures.pages_of("k"))) == ([], 3)
        assert store.captures.notice_at("http://a.example/9") == "m"
