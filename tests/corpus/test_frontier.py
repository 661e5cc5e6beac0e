"""The frontier's rows: which address comes next, and what is told of a site."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.captures import Capture
from corpus.frontier import Entry, FrontierRows, Met
from corpus.store import Store, make_notice

HOST, START = "http://a.example", "http://a.example/"
DAY = 86_400.0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        yield opened


def add(store: Store, *paths: str, depth: int = 1, listing: bool = False, host: str = HOST) -> None:
    with store.transaction() as db:
        db.frontier.add(
            (Met(url=host + path, host=host, is_listing=listing) for path in paths), source=START, depth=depth
        )


def upcoming(store: Store, now: float = 0.0) -> list[str]:
    """Addresses in the order in which they would be asked."""
    found = []
    while entry := store.frontier.next(HOST, now=now, longest=DAY):
        found.append(entry.url.removeprefix(HOST))
        store.frontier.settle(entry.url, "done", None)
    return found


def test_nearest_first_and_listings_before_others_and_what_failed_last(store: Store) -> None:
    add(store, "/far", depth=2)
    add(store, "/a", "/b")
    add(store, "/list", listing=True)
    add(store, "/failed", depth=0)
    add(store, "/elsewhere", host="http://b.example")
    store.frontier.put_off(f"{HOST}/failed", "waiting", until=0.0, note="503")
    assert upcoming(store) == ["/list", "/a", "/b", "/far", "/failed"]
    assert not store.frontier.has_waiting(HOST)
    assert store.frontier.has_waiting("http://b.example")


def test_an_address_that_is_known_stays_as_it_is(store: Store) -> None:
    add(store, "/a", depth=1)
    store.frontier.settle(f"{HOST}/a", "failed", "answered 404")
    add(store, "/a", depth=5)
    assert store.frontier.counts(HOST) == {"failed": 1}
    assert store.frontier.note(f"{HOST}/a") == "answered 404"
    assert store.frontier.note(f"{HOST}/never-met") is None


@pytest.mark.parametrize(
    ("until", "asked"),
    [(99.0, True), (100.0, True), (101.0, False), (100.0 + DAY, False), (101.0 + DAY, True)],
    ids=["past", "now", "later", "a day on", "by another clock"],
)
def test_what_is_put_off_waits_for_its_moment(store: Store, until: float, asked: bool) -> None:
    add(store, "/a")
    store.frontier.put_off(f"{HOST}/a", "waiting", until=until, note="503")
    wanted = Entry(url=f"{HOST}/a", source=START, depth=1, tries=1) if asked else None
    assert store.frontier.next(HOST, now=100.0, longest=DAY) == wanted


def test_a_finished_site_is_asked_again_from_the_start(store: Store) -> None:
    add(store, "/a", "/b", "/c")
    for path, state in (("/a", "done"), ("/b", "failed"), ("/c", "refused")):
        store.frontier.put_off(HOST + path, state, until=9e9, note="x")  # type: ignore[arg-type]  # the states of the table
    assert upcoming(store) == []
    store.frontier.ask_again(HOST)
    assert store.frontier.next(HOST, now=0.0, longest=DAY) == Entry(url=f"{HOST}/a", source=START, depth=1, tries=0)
    assert upcoming(store) == ["/a", "/b", "/c"]


def test_only_what_was_refused_for_a_cause_is_asked_again(store: Store) -> None:
    notes = {
        "/robots": "robots.txt",
        "/like": "not robots.txt",
        "/private": "a private address; --allow-private takes it",
        "/pdf": "media type x",
    }
    add(store, *notes)
    for path, note in notes.items():
        store.frontier.settle(HOST + path, "refused", note)
    store.frontier.ask_refused_again(HOST, note="robots.txt", naming="--allow-private")
    assert upcoming(store) == ["/robots", "/private"]


def capture(url: str, notice_id: str | None) -> Capture:
    return Capture(url=url, fetched_at="2026-01-01T00:00:00+00:00", status=200, etag=None, last_modified=None, media_type="text/html",
                   digest="d", bytes=1, warc="w", warc_offset=0, links=[f"{HOST}/x"], notice_id=notice_id)  # fmt: skip


def test_what_is_told_of_a_site(store: Store) -> None:
    rows: FrontierRows = store.frontier
    assert (rows.counts(HOST), rows.first_page(HOST), rows.first_refused(HOST)) == ({}, None, None)
    add(store, "/deep", depth=2)
    add(store, "/", depth=0)
    add(store, "/gone", "/closed")
    for path, state, note in (("/gone", "failed", "404"), ("/closed", "refused", "robots.txt")):
        rows.settle(HOST + path, state, note)  # type: ignore[arg-type]  # the states of the table
    rows.settle(f"{HOST}/", "done", "a list")
    assert rows.counts(HOST) == {"waiting": 1, "done": 1, "failed": 1, "refused": 1}
    assert rows.first_refused(HOST) == (f"{HOST}/gone", "404")
    page = rows.first_page(HOST)
    assert page is not None
    assert (page.url, page.note, json.loads(page.links)) == (f"{HOST}/", "a list", [])
    with store.transaction() as db:
        db.captures.keep(capture(f"{HOST}/", None))
    page = rows.first_page(HOST)
    assert page is not None
    assert json.loads(page.links) == [f"{HOST}/x"]
    assert not rows.has_notice(HOST)
    with store.transaction() as db:
        db.captures.keep(capture(f"{HOST}/", "n"))
    assert rows.has_notice(HOST)


def test_changes_belong_to_the_transaction_around_them(store: Store) -> None:
    add(store, "/a")
    with pytest.raises(RuntimeError), store.transaction() as db:
        db.frontier.settle(f"{HOST}/a", "done", None)
        db.frontier.add([Met(url=f"{HOST}/b", host=HOST, is_listing=False)], source=START, depth=1)
        db.captures.keep(capture(f"{HOST}/a", "n"))
        store.save_within(db, make_notice(id="n", site="s", title="T", text="Một."))
        db.addresses.add_twin(f"{HOST}/a", "n")
        raise RuntimeError
    assert store.frontier.counts(HOST) == {"waiting": 1}
    assert store.captures.notice_at(f"{HOST}/a") is None
    assert store.addresses.twin_at(f"{HOST}/a") is None
    assert store.count() == 0
