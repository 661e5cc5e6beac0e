"""What is asked next, how often and how long a failed address is put off, and what a new crawl asks again."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from crawler import frontier as policy
from crawler.frontier import BY_ROBOTS, MAX_TRIES, Frontier
from tests.crawler.crawling import states

HERE = "http://mot.example"
THERE = "http://hai.example"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        yield opened


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time of day of the frontier, set by the test."""
    now = [1_700_000_000.0]
    monkeypatch.setattr(policy.time, "time", lambda: now[0])
    return now


def push(store: Store, *urls: str, depth: int = 1) -> Frontier:
    frontier = Frontier(store)
    with store.transaction() as db:
        frontier.push(db, urls, source=HERE + "/", depth=depth)
    return frontier


def settle(store: Store, url: str, state: Any, note: str | None = None) -> None:
    with store.transaction() as db:
        Frontier(store).settle(db, url, state, note)


def asked(store: Store, origin: str = HERE) -> list[str]:
    """The order in which all that waits is asked."""
    found = []
    while entry := Frontier(store).next(origin):
        found.append(entry.url.removeprefix(origin))
        settle(store, entry.url, "done")
    return found


def test_nothing_waits_in_an_empty_frontier(store: Store) -> None:
    assert Frontier(store).next(HERE) is None
    assert Frontier(store).counts([HERE]) == {}


def test_an_entry_says_where_it_came_from(store: Store) -> None:
    entry = push(store, HERE + "/bai/1.html", depth=3).next(HERE)
    assert entry is not None
    assert (entry.url, entry.source, entry.depth, entry.tries) == (HERE + "/bai/1.html", HERE + "/", 3, 0)


def test_nearest_first_lists_before_pages_then_as_met(store: Store) -> None:
    push(store, HERE + "/bai/sau.html", depth=2)
    push(store, HERE + "/bai/b.html", HERE + "/bai/a.html", HERE + "/tin-tuc?page=2", HERE + "/", depth=1)
    found = asked(store)
    assert found[-3:] == ["/bai/b.html", "/bai/a.html", "/bai/sau.html"]
    assert set(found[:2]) == {"/", "/tin-tuc?page=2"}


def test_what_has_failed_goes_behind_what_has_not(store: Store, clock: list[float]) -> None:
    frontier = push(store, HERE + "/a.html")
    first = frontier.next(HERE)
    assert first is not None
    with store.transaction() as db:
        frontier.postpone(db, first, 0.0, "busy")
    push(store, HERE + "/b.html", depth=5)
    assert asked(store) == ["/b.html", "/a.html"]


def test_what_is_known_stays_as_it_is(store: Store) -> None:
    push(store, HERE + "/a.html", depth=4)
    settle(store, HERE + "/a.html", "done", "a list of links")
    push(store, HERE + "/a.html", depth=1)
    assert Frontier(store).next(HERE) is None
    assert states(store.folder) == {HERE + "/a.html": ("done", "a list of links")}


def test_origins_are_apart(store: Store) -> None:
    push(store, HERE + "/a.html", THERE + "/a.html", HERE + ":8080/a.html")
    settle(store, THERE + "/a.html", "refused", BY_ROBOTS)
    assert asked(store) == ["/a.html"]
    assert Frontier(store).counts([HERE]) == {"done": 1}
    assert Frontier(store).counts([HERE, THERE, HERE + ":8080"]) == {"done": 1, "refused": 1, "waiting": 1}
    assert Frontier(store).counts([HERE, HERE + ":8080"]) == {"done": 1, "waiting": 1}


def test_counts_of_several_origins_are_added(store: Store) -> None:
    push(store, HERE + "/a.html", HERE + "/b.html", THERE + "/a.html")
    assert Frontier(store).counts([HERE, THERE]) == {"waiting": 3}


def test_an_address_is_tried_five_times_and_no_more(store: Store, clock: list[float]) -> None:
    assert MAX_TRIES == 5
    frontier = push(store, HERE + "/a.html")
    for tries in range(MAX_TRIES):
        entry = frontier.next(HERE)
        assert entry is not None
        assert entry.tries == tries
        with store.transaction() as db:
            frontier.postpone(db, entry, 10.0, f"fault {tries}")
        clock[0] += 10.0
    assert frontier.next(HERE) is None
    assert states(store.folder) == {HERE + "/a.html": ("failed", "fault 4")}


@pytest.mark.parametrize(
    ("wait", "later", "is_asked"),
    [
        (60.0, 0.0, False),
        (60.0, 59.9, False),
        (60.0, 60.0, True),
        (1e9, 86_399.0, False),  # a day at most, whatever a server asks for
        (1e9, 86_400.0, True),
        (0.0, 0.0, True),
        (60.0, -86_400.0, True),  # a clock set back since: it is not waited for
        (60.0, -86_300.0, False),
    ],
)
def test_what_is_put_off_waits(store: Store, clock: list[float], wait: float, later: float, is_asked: bool) -> None:
    frontier = push(store, HERE + "/a.html")
    entry = frontier.next(HERE)
    assert entry is not None
    with store.transaction() as db:
        frontier.postpone(db, entry, wait, "busy")
    assert states(store.folder)[HERE + "/a.html"] == ("waiting", "busy")
    clock[0] += later
    assert (frontier.next(HERE) is not None) is is_asked


def test_a_start_address_waits(store: Store) -> None:
    frontier = Frontier(store)
    with store.transaction() as db:
        frontier.begin(db, [HERE + "/", THERE + "/tin"])
    first, second = frontier.next(HERE), frontier.next(THERE)
    assert first is not None and second is not None
    assert (first.url, first.source, first.depth) == (HERE + "/", HERE + "/", 0)
    assert (second.url, second.source, second.depth) == (THERE + "/tin", THERE + "/tin", 0)


def test_a_finished_crawl_is_asked_all_over_again(store: Store, clock: list[float]) -> None:
    frontier = push(store, HERE + "/a.html", HERE + "/b.html", THERE + "/c.html")
    entry = frontier.next(HERE)
    assert entry is not None
    with store.transaction() as db:
        frontier.postpone(db, entry, 5_000.0, "busy")
    settle(store, HERE + "/a.html", "failed", "gone")
    settle(store, HERE + "/b.html", "done")
    settle(store, THERE + "/c.html", "done")
    with store.transaction() as db:
        frontier.begin(db, [HERE + "/"])
    again = frontier.next(HERE)
    assert again is not None
    assert again.tries == 0
    assert sorted(asked(store)) == ["/", "/a.html", "/b.html"], "tries and waits are forgotten"
    assert frontier.next(THERE) is None, "another site's is not asked"


def test_an_unfinished_crawl_goes_on_where_it_was(store: Store) -> None:
    push(store, HERE + "/a.html", HERE + "/b.html", HERE + "/c.html", HERE + "/d.html", HERE + "/e.html")
    settle(store, HERE + "/a.html", "done")
    settle(store, HERE + "/c.html", "refused", BY_ROBOTS)
    settle(store, HERE + "/d.html", "refused", "leads to the private address 10.0.0.1; --allow-private lets it in")
    settle(store, HERE + "/e.html", "refused", "media type image/png")
    with store.transaction() as db:
        Frontier(store).begin(db, [HERE + "/"])
    assert sorted(asked(store)) == ["/", "/b.html", "/c.html", "/d.html"], "what was kept out may be let in by now"


def test_the_real_clock_is_used(store: Store) -> None:
    frontier = push(store, HERE + "/a.html")
    entry = frontier.next(HERE)
    assert entry is not None
    before = time.time()
    with store.transaction() as db:
        frontier.postpone(db, entry, 3_600.0, "busy")
    (at,) = store.connection.execute("SELECT next_at FROM frontier").fetchone()
    assert before + 3_600 <= at <= time.time() + 3_600
