"""What a crawl has still to visit, in the archive's own file: a killed crawl goes on where it was."""

import time
from collections.abc import Iterable
from typing import Final

from corpus.frontier import Entry, Met, State
from corpus.store import Store, Transaction
from crawler.addresses import origin_of
from crawler.links import is_listing

MAX_TRIES: Final = 5
BY_ROBOTS: Final = "robots.txt"
"""The note of an address that robots.txt keeps out."""
_BY_OPTION: Final = "--allow-private"
_LONGEST_WAIT: Final = 86_400.0
"""Seconds for which an address is put off, at most. One that waits longer was put off by a clock that has been set back since."""


class Frontier:
    """The frontier of the hosts of one crawl: its rows are the store's, the order and the patience are decided here."""

    def __init__(self, store: Store) -> None:
        self._rows = store.frontier

    def begin(self, db: Transaction, starts: Iterable[str]) -> None:
        """Start addresses wait; when an earlier crawl of them is finished, all that it knew is asked again, listings first.

        What an option or robots.txt kept out may be let in by now, whether it is finished or not.
        """
        for start in starts:
            origin = origin_of(start)
            if not db.frontier.has_waiting(origin):
                db.frontier.ask_again(origin)
            db.frontier.ask_refused_again(origin, note=BY_ROBOTS, naming=_BY_OPTION)
            self.push(db, [start], source=start, depth=0)

    def push(self, db: Transaction, urls: Iterable[str], *, source: str, depth: int) -> None:
        """Addresses that were found; those already known stay as they are."""
        found = (Met(url=url, host=origin_of(url), is_listing=is_listing(url)) for url in urls)
        db.frontier.add(found, source=source, depth=depth)

    def next(self, origin: str) -> Entry | None:
        """The next address of an origin that may be asked now: nearest first."""
        return self._rows.next(origin, now=time.time(), longest=_LONGEST_WAIT)

    def settle(self, db: Transaction, url: str, state: State, note: str | None = None) -> None:
        """An address is done, failed for good, or refused. note: why, or why a page that is done has no notice."""
        db.frontier.settle(url, state, note)

    def postpone(self, db: Transaction, entry: Entry, wait: float, note: str) -> None:
        """An address is asked again later; after five failures it is given up until the next crawl."""
        state: State = "waiting" if entry.tries + 1 < MAX_TRIES else "failed"
        db.frontier.put_off(entry.url, state, until=time.time() + min(wait, _LONGEST_WAIT), note=note)

    def counts(self, origins: Iterable[str]) -> dict[State, int]:
        """How many addresses of the origins are in each state."""
        found: dict[State, int] = {}
        for origin in origins:
            for state, count in self._rows.counts(origin).items():
                found[state] = found.get(state, 0) + count
        return found
