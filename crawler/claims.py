"""Under which address a notice is kept: its page's own, or the one that the page names as its own, when that can be believed.

Sites name wrong addresses on every page: the front page, a list, the address without the query that tells articles apart. What one page names
is believed until another page with another text names it too; then each is kept under the address at which it was met. Nothing overwrites.
"""

import sqlite3
from collections import Counter
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from corpus.errors import NotFound
from corpus.model import Notice
from corpus.store import Saved, Store
from corpus.text import fold
from corpus.withdrawals import withdrawn_at
from crawler.addresses import name_of
from crawler.notices import notice_id

_ALIKE: Final = 0.8
_MOST_SPELLINGS: Final = 500


def alike(one: Notice, two: Notice) -> bool:
    """Whether two notices are one text, but for a counter or the like: the same title, and four words in five the same."""
    if one.digest == two.digest:
        return True
    if fold(one.title) != fold(two.title):
        return False
    words, others = Counter(one.text.split()), Counter(two.text.split())
    most = max(words.total(), others.total())
    return (words & others).total() >= _ALIKE * most


def addressed(notice: Notice, url: str) -> Notice:
    """A notice under an address."""
    return replace(notice, id=notice_id(url), url=url, site=urlsplit(url).netloc)


class Claims:
    """Saves notices of one crawl. All methods run inside a transaction that the caller holds."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._distrusted: set[str] = set()

    def save(
        self, db: sqlite3.Connection, notice: Notice, *, asked: str, url: str, claimed: str | None
    ) -> tuple[Saved, str]:
        """Keep the notice of a page. Returns what came of it, and the id under which its text is kept.

        asked, url: the page's address before and after redirects. claimed: the one that it names as its own.
        """
        if (
            gone := next(filter(None, (withdrawn_at(db, one) for one in (asked, url, claimed) if one)), None)
        ) is not None:
            return "withdrawn", gone
        if (kept := self._kept(db, asked)) is not None:
            if self._is_double(db, asked, url):
                if alike(kept, notice):
                    return self._double(db, url, kept, notice)
                if claimed == kept.url and fold(kept.title) == fold(notice.title):
                    return self._over(db, kept, notice)
                db.execute("DELETE FROM notice_urls WHERE url IN (?, ?)", (asked, url))
            elif kept.url in (asked, url) or alike(kept, notice) or set(self._pages(db, kept.id)) <= {asked, url}:
                return self._over(db, kept, notice)
            elif kept.url:
                self._distrusted.add(kept.url)
        if claimed and claimed != url and claimed not in self._distrusted and not self._is_bare(db, claimed):
            there = self._at(db, claimed) or self._in_other_letters(db, claimed, notice)
            if there is None:
                return self._new(db, addressed(notice, claimed))
            if alike(there, notice):
                return self._double(db, url, there, notice)
            self._distrusted.add(claimed)
            self._send_home(db, there, but=(asked, url))
        return self._under_own(db, addressed(notice, url), asked, url)

    def _under_own(self, db: sqlite3.Connection, notice: Notice, asked: str, url: str) -> tuple[Saved, str]:
        there = self._at(db, url)
        if there is not None:
            if alike(there, notice) or not self._send_home(db, there, but=(asked, url)):
                return self._over(db, there, notice)
        elif (other := self._in_other_letters(db, url, notice)) is not None:
            return self._double(db, url, other, notice)
        return self._new(db, notice)

    def _new(self, db: sqlite3.Connection, notice: Notice) -> tuple[Saved, str]:
        saved = self._store.save_within(db, notice)
        twin = db.execute("SELECT notice_id FROM notice_urls WHERE url = ?", (notice.url,)).fetchone()
        return saved, str(twin[0]) if saved == "duplicate" and twin else notice.id

    def _over(self, db: sqlite3.Connection, kept: Notice, notice: Notice) -> tuple[Saved, str]:
        return self._store.save_within(db, replace(notice, id=kept.id, url=kept.url, site=kept.site)), kept.id

    def _double(self, db: sqlite3.Connection, url: str, kept: Notice, notice: Notice) -> tuple[Saved, str]:
        """Another address of a text that is kept: noted; what differs in it is not worth a change."""
        db.execute("INSERT OR IGNORE INTO notice_urls VALUES (?, ?)", (url, kept.id))
        return "unchanged" if kept.digest == notice.digest else "duplicate", kept.id

    def _is_double(self, db: sqlite3.Connection, *urls: str) -> bool:
        return any(db.execute("SELECT 1 FROM notice_urls WHERE url = ?", (url,)).fetchone() for url in urls)

    def _kept(self, db: sqlite3.Connection, asked: str) -> Notice | None:
        """What the page held when it was last read."""
        row = db.execute("SELECT notice_id FROM captures WHERE url = ?", (asked,)).fetchone()
        return self._notice(row[0]) if row and row[0] else None

    def _is_bare(self, db: sqlite3.Connection, url: str) -> bool:
        """Whether the page at an address was read and holds no notice: a list, the front page."""
        row = db.execute("SELECT notice_id FROM captures WHERE url = ? AND status = 200", (url,)).fetchone()
        return row is not None and row[0] is None

    def _at(self, db: sqlite3.Connection, url: str) -> Notice | None:
        """What is kept under an address."""
        row = db.execute("SELECT id FROM notices WHERE url = ?", (url,)).fetchone()
        return self._notice(row[0] if row else notice_id(url))

    def _notice(self, id: str) -> Notice | None:
        try:
            return self._store.notice(id)
        except NotFound:
            return None

    def _in_other_letters(self, db: sqlite3.Connection, url: str, notice: Notice) -> Notice | None:
        """The same text under another spelling of an address (letters, scheme, ``www.``): their ids differ in the digest alone."""
        stem, name = notice_id(url)[:-8], name_of(url)
        rows = db.execute(
            "SELECT id, url FROM notices WHERE id >= ? AND id < ? LIMIT ?", (stem, stem + "g", _MOST_SPELLINGS)
        ).fetchall()
        for row_id, other in rows:
            if other and other != url and name_of(other) == name:
                found = self._notice(row_id)
                if found is not None and alike(found, notice):
                    return found
        return None

    def _pages(self, db: sqlite3.Connection, id: str) -> list[str]:
        """The pages whose text is kept under an id, those that are noted as its doubles last."""
        rows = db.execute(
            "SELECT c.url FROM captures c LEFT JOIN notice_urls u ON u.url = c.url WHERE c.notice_id = ? ORDER BY u.url IS NOT NULL",
            (id,),
        )
        return [url for (url,) in rows]

    def _send_home(self, db: sqlite3.Connection, there: Notice, *, but: tuple[str, ...]) -> bool:
        """Give a notice the address at which it was met, in place of one that it only claimed. False when it was met nowhere but `but`."""
        pages = [url for url in self._pages(db, there.id) if url not in but]
        free = [url for url in pages if self._notice(notice_id(url)) is None]
        if there.url in pages or not free:
            return False
        home = notice_id(free[0])
        self._store.readdress_within(db, there.id, id=home, url=free[0])
        db.execute("UPDATE captures SET notice_id = ? WHERE notice_id = ?", (home, there.id))
        return True
